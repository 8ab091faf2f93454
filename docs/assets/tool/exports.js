/** Ways out of the page: the clipboard, files and paper. */

export function saveFile({ filename, mime, text }) {
  const url = URL.createObjectURL(new Blob([text], { type: `${mime};charset=utf-8` }))
  const link = Object.assign(document.createElement('a'), { href: url, download: filename })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** What a part of the page says: the text in a field, else the words as they are shown. */
export const textOf = (element) => element.value ?? element.innerText

/** Copies the text; where a browser lets no page copy, shows it selected in `byHand` and returns false. */
export async function copyText(text, byHand) {
  byHand.hidden = true
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return copyFromField(text, byHand)
  }
}

function copyFromField(text, byHand) {
  const field = byHand.querySelector('textarea')
  const back = document.activeElement
  byHand.hidden = false
  field.value = text
  field.focus()
  field.select()
  const copied = document.execCommand('copy')
  byHand.hidden = copied
  if (copied) back.focus({ preventScroll: true })
  return copied
}

/** Prints the page, or only one part of the answer. */
export function print(part) {
  part?.setAttribute('data-print-alone', '')
  window.addEventListener('afterprint', () => part?.removeAttribute('data-print-alone'), { once: true })
  window.print()
}
