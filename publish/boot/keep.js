/**
 * The expanded files, kept in the browser for the next visit: to read them takes less time than to expand them anew.
 * They are the same for everybody, and whatever is missing, or can't be read, is fetched as on a first visit.
 */
let expanded = null

/** One site's, of all that may live at the same host. */
const placeOf = ({ program }) => new URL('.', program.address).href

/** The files as they were kept, each a promise of its bytes; null where one isn't there. */
async function findKept(files) {
  try {
    const place = { cacheName: placeOf(files) }
    const found = await Promise.all(Object.values(files).map(({ address }) => caches.match(address, place)))
    if (!found.every(Boolean)) return null
    const contents = found.map(async (response) => new Uint8Array(await response.arrayBuffer()))
    return Object.fromEntries(Object.keys(files).map((name, at) => [name, contents[at]]))
  } catch {
    return null
  }
}

/** Keeps what this start has expanded, in the place of an older site's; or nothing, where that's what the page wants. */
async function keep(isWanted, files) {
  const place = placeOf(files)
  const given = expanded
  expanded = null
  try {
    if (isWanted && !given) return
    await caches.delete(place)
    if (!isWanted) return
    const store = await caches.open(place)
    for (const [name, view] of Object.entries(given)) await store.put(files[name].address, new Response(view()))
  } catch {
    await globalThis.caches?.delete(place).catch(() => {})
  }
}
