/**
 * What the browser stores for every tool on the site: an entry of this tab, in sessionStorage until the tab closes,
 * and one of this device, in localStorage, only by choice. Beside them stands when the reader last cleared everything:
 * an entry from before that is void, in whichever tab or page of the history a browser brings it back. It's a moment and
 * no count, and a page that knows it notes it again: a count would begin anew where a browser, or another site of the host,
 * empties localStorage, and the next clearing would then seem to be an old one.
 */
const KEY = 'closing-playbook'
const CLEARINGS = `${KEY}-clearings`
const MISS = `${KEY}-too-small`

const tab = () => sessionStorage
const device = () => localStorage

let memoryOnly = false

const attempt = (action) => {
  try {
    return action()
  } catch {
    return null
  }
}

const isObject = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)
const remove = (area) => attempt(() => area().removeItem(KEY))

/** False where the browser refuses, or has no room. */
const set = (area, key, value) => attempt(() => area().setItem(key, value) ?? true) === true

/** From now on nothing is stored, and what was is gone: for a computer that many people use. */
export function useMemoryOnly() {
  removeTab()
  remove(device)
  memoryOnly = true
}

/** False on such a computer. */
export const mayStore = () => !memoryOnly

/** False where the browser keeps nothing on the device for this page, as in some frames. */
export const canKeep = () => attempt(() => localStorage.length >= 0) === true

/** When the reader last cleared everything in this browser, in milliseconds; 0 where that never was, or can't be told. */
export function lastClearing() {
  const moment = memoryOnly ? null : attempt(() => localStorage.getItem(CLEARINGS))
  return /^\d+$/.test(moment ?? '') ? Number(moment) : 0
}

/** Has the browser know it from now on, also where that had been emptied; false where it may not store it. */
export const noteClearing = (moment) => memoryOnly || lastClearing() >= moment || set(device, CLEARINGS, String(moment))

/** The entry, null where there is none, and whether something is there that can't be read. A plain record is an entry too. */
function read(area) {
  const text = memoryOnly ? null : attempt(() => area().getItem(KEY))
  const value = text && attempt(() => JSON.parse(text))
  if (!isObject(value)) return { entry: null, isUnreadable: Boolean(text) }
  const entry = isObject(value.record) ? value : { record: value }
  const isVoid = entry.clearings < lastClearing()
  if (isVoid) remove(area)
  return { entry: isVoid ? null : entry, isUnreadable: false }
}

export const readTab = () => read(tab)
export const readDevice = () => read(device)

/** Stores the tab's entry. Where that's refused, the one from before may not pass for the newest. */
export function writeTab(entry) {
  if (memoryOnly || write(tab, { ...entry, isOlder: false })) return true
  const before = read(tab).entry
  if (!before || !write(tab, { ...before, isOlder: true })) remove(tab)
  return false
}

const write = (area, entry) => set(area, KEY, JSON.stringify(entry))

/** Removes what this tab has stored. */
export function removeTab() {
  remove(tab)
  forgetMiss()
}

export const writeDevice = (entry) => !memoryOnly && write(device, entry)
export const removeDevice = () => remove(device)

/** Removes both entries, and notes when that was, so that none from before is believed. */
export function clear(moment) {
  const isNoted = noteClearing(moment)
  removeTab()
  remove(device)
  if (!isNoted) noteClearing(moment)
  announce('cleared')
}

/**
 * A page put aside with the history hears nothing of this. A browser drops it for what it has missed,
 * so that none comes back to a storage from before, which is what Firefox would show it.
 */
const channel = attempt(() => new BroadcastChannel(KEY))
const announce = (news) => attempt(() => channel.postMessage(news))

export const announceChange = () => memoryOnly || announce('changed')

/** Calls `changed` when another tab has stored something, and `cleared` when it has cleared everything. */
export function listen({ changed, cleared }, signal) {
  window.addEventListener('storage', ({ key }) => [KEY, CLEARINGS, null].includes(key) && changed(), { signal })
  channel?.addEventListener('message', ({ data }) => data === 'cleared' && cleared(), { signal })
}

/** For this visit: the small Python of this name lacked something, so the next page needn't find that out anew. */
export function rememberMiss(name) {
  if (!memoryOnly) attempt(() => sessionStorage.setItem(MISS, name))
}

export const isTooSmall = (name) => attempt(() => sessionStorage.getItem(MISS)) === name

const forgetMiss = () => attempt(() => sessionStorage.removeItem(MISS))
