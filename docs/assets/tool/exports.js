/** Ways out of the page, and for files into it: the clipboard, files and paper. */

export function saveFile({ filename, mime, text }) {
  const url = URL.createObjectURL(new Blob([text], { type: `${mime};charset=utf-8` }))
  const link = Object.assign(document.createElement('a'), { href: url, download: filename })
  link.click()
  setTimeout(() => URL.revokeObjectURL(url), 60_000)
}

/** What a file says, of its first bytes: spreadsheets are saved in UTF-16 and in Windows' own letters, too. */
export async function readText(file, most) {
  const bytes = new Uint8Array(await file.slice(0, most).arrayBuffer())
  const isWide = (bytes[0] === 0xff && bytes[1] === 0xfe) || bytes[1] === 0
  if (isWide || (bytes[0] === 0xfe && bytes[1] === 0xff)) return decode(bytes, isWide ? 'utf-16le' : 'utf-16be')
  if (file.name.endsWith('.json')) return decode(bytes)
  try {
    return decode(bytes, 'utf-8', { fatal: true })
  } catch {
    return decode(bytes, 'windows-1252')
  }
}

const decode = (bytes, ...as) => new TextDecoder(...as).decode(bytes)

const LINE_ENDS = ['\r\n', ...'\r\v\f\u001c\u001d\u001e\u0085\u2028\u2029']
const SEPARATOR = '\u001f'
const INVISIBLE = /[^\P{Cc}\n\t]|[\p{Cs}\p{Co}\u202a-\u202e\u2066-\u2069]/gu

/** A typed text as the record reads it. */
const clean = (text) =>
  LINE_ENDS.reduce((read, end) => read.replaceAll(end, '\n'), text)
    .replaceAll(SEPARATOR, ' ')
    .replace(INVISIBLE, '')

/** What a part of the page says: the text in a field, as the record reads it, else the words as they are shown. */
export const textOf = ({ value, innerText }) => (typeof value === 'string' ? clean(value) : innerText.trim())

let underway = null

/** Copies the text, after what is still being copied; false where a browser lets no page do it this way. */
export function copyText(text) {
  const copying = underway ? underway.then(() => write(text)) : write(text)
  underway = copying
  copying.then(() => {
    if (underway === copying) underway = null
  })
  return copying
}

async function write(text) {
  try {
    await navigator.clipboard.writeText(text)
    return true
  } catch {
    return false
  }
}

/** Whether this browser can hand a text to the device's own share sheet. */
export const canShare = () => typeof navigator.share === 'function'

/** Hands the text to the share sheet; gives the name of what went wrong, and nothing where nothing did. */
export async function shareText(text) {
  try {
    await navigator.share({ text })
  } catch ({ name }) {
    return name
  }
}

/** Selects the text in a field that is shown, and copies it; false where the reader has to. */
export function copyFromField(text, field) {
  field.value = text
  field.focus()
  field.select()
  return document.execCommand('copy')
}

/** Prints the page, or only one part of the answer. */
export function print(part) {
  part?.setAttribute('data-print-alone', '')
  window.addEventListener('afterprint', () => part?.removeAttribute('data-print-alone'), { once: true })
  window.print()
}
