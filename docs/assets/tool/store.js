/**
 * What the reader typed, shared by every tool on the site.
 * It lives in sessionStorage until the tab closes, in localStorage only by choice, and in memory where a browser has no storage.
 */
const KEY = 'closing-playbook'
const MISS = `${KEY}-too-small`

let memory = null
let memoryOnly = false

const attempt = (action) => {
  try {
    return action()
  } catch {
    return null
  }
}

const isRecord = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** From now on nothing is stored, and what was is gone: for a computer that many people use. */
export function useMemoryOnly() {
  wipe()
  memoryOnly = true
}

/** False on such a computer. */
export const mayStore = () => !memoryOnly

export const isKept = () => attempt(() => localStorage.getItem(KEY)) !== null

/** The stored record, and whether something was stored that can't be read. */
export function load() {
  const stored = memoryOnly ? null : (attempt(() => localStorage.getItem(KEY)) ?? attempt(() => sessionStorage.getItem(KEY)))
  const text = stored ?? memory
  const record = text && attempt(() => JSON.parse(text))
  return { record: isRecord(record) ? record : {}, unreadable: Boolean(text) && !isRecord(record) }
}

export function save(record, kept) {
  const text = JSON.stringify(record)
  const store = (storage) => storage.setItem(KEY, text) ?? true
  memory = !memoryOnly && attempt(() => store(sessionStorage)) ? null : text
  if (!memoryOnly) attempt(() => (kept ? store(localStorage) : localStorage.removeItem(KEY)))
}

export function wipe() {
  memory = null
  attempt(() => sessionStorage.removeItem(KEY))
  attempt(() => localStorage.removeItem(KEY))
  attempt(() => sessionStorage.removeItem(MISS))
}

/** True for the storage event of another tab that wrote or wiped the kept record. */
export const isOurs = (event) => event.key === KEY || event.key === null

/** For this visit: the small Python of this name lacked something, so the next page needn't find that out anew. */
export function rememberMiss(name) {
  if (!memoryOnly) attempt(() => sessionStorage.setItem(MISS, name))
}

export const isTooSmall = (name) => attempt(() => sessionStorage.getItem(MISS)) === name
