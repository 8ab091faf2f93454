/** Ways out of the page: the clipboard and files. */

export function saveFile({ filename, mime, text }) {
  const url = URL.createObjectURL(new Blob([text], { type: `${mime};charset=utf-8` }))
  const link = Object.assign(document.createElement('a'), { href: url, download: filename })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

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
  byHand.hidden = false
  field.value = text
  field.focus()
  field.select()
  const copied = document.execCommand('copy')
  byHand.hidden = copied
  return copied
}
