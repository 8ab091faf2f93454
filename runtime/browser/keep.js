/**
 * The expanded files, kept in the browser for the next visit: to read them takes less time than to expand them anew.
 * They are the same for everybody. Whatever is missing, isn't what the build made, or can't be read in time is fetched
 * as on a first visit.
 */
import { check, FileError, hashing } from './fetch.js'

const LONGEST_READ = 5_000

/** One site's, of all that may live at the same host. */
const placeOf = (files) => new URL('.', Object.values(files)[0].address).href

/** The files as they were kept, each a promise of its bytes; null where one isn't there, or none could be checked. */
export async function openStored(files) {
  if (!hashing) return null
  try {
    const place = { cacheName: placeOf(files) }
    const responses = await inTime(Promise.all(Object.values(files).map(({ address }) => caches.match(address, place))))
    if (!responses.every(Boolean)) return null
    const contents = Object.values(files).map((file, at) => inTime(readStored(responses[at], file)))
    return Object.fromEntries(Object.keys(files).map((name, at) => [name, contents[at]]))
  } catch {
    return null
  }
}

async function readStored(response, { address, expanded: integrity }) {
  try {
    return await check(new Uint8Array(await response.arrayBuffer()), integrity, address)
  } catch (error) {
    throw error instanceof FileError ? error : new FileError('lost', address, error)
  }
}

/** The same promise, but one that doesn't wait for a store that says nothing. */
function inTime(promise) {
  const late = new Promise((_, reject) => setTimeout(() => reject(new FileError('lost', 'what was kept')), LONGEST_READ))
  return Promise.race([promise, late])
}

/**
 * Keeps what a start has expanded, a view of each file by its name, in the place of an older site's; lets go of
 * everything where nothing may be kept.
 */
export async function keep(isAllowed, files, views) {
  const place = placeOf(files)
  try {
    if (isAllowed && !views) return
    await caches.delete(place)
    if (!isAllowed) return
    const store = await caches.open(place)
    for (const [name, view] of Object.entries(views)) await store.put(files[name].address, new Response(view()))
  } catch {
    await globalThis.caches?.delete(place).catch(() => {})
  }
}
