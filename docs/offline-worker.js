/**
 * The guide without a connection, for readers who asked for it on the page 'tools/offline/'. Nothing else starts this worker.
 *
 * With a connection every page and every file still comes from the site, so nobody sees an old one. Only where the site
 * can't be reached does the saved copy answer. A copy counts once its last file is there, each checked by its hash;
 * a newer one takes the place of the older as a whole.
 */
const scope = /** @type {any} */ (globalThis).registration.scope
const LIST = new URL('offline.json', scope).href
const COPIES = `closing-playbook-offline ${scope} `
const AT_ONCE = 6
const PAUSE = 60_000
const LONGEST_WAIT = 180_000

/** @type {Promise<void> | null} */
let saving = null
let looked = -PAUSE

addEventListener('install', () => /** @type {any} */ (globalThis).skipWaiting())
addEventListener('activate', (/** @type {any} */ event) => event.waitUntil(/** @type {any} */ (globalThis).clients.claim()))
addEventListener('fetch', (/** @type {any} */ event) => {
  if (event.request.method !== 'GET') return
  const isPage = event.request.mode === 'navigate'
  const newest = isPage ? new Request(event.request, { cache: 'no-cache' }) : event.request
  event.respondWith(fetch(newest).catch(() => answerFromCopy(event.request)))
  if (isPage) event.waitUntil(update().catch(() => {}))
})
addEventListener('message', (/** @type {any} */ event) => {
  const [page] = event.ports
  const report = (/** @type {object} */ news) => page.postMessage(news)
  event.waitUntil(
    save(report).then(
      () => report({ done: true }),
      (error) => report({ failed: error.name === 'QuotaExceededError' ? 'full' : 'failed' }),
    ),
  )
})

/** Gives what the saved copy has at this address. A folder is asked for with or without its slash. */
async function answerFromCopy(/** @type {Request} */ request) {
  for (const name of await listCopies()) {
    const copy = await caches.open(name)
    if (!(await copy.match(LIST))) continue
    const { pathname, origin } = new URL(request.url)
    const answer = await copy.match(origin + pathname, { ignoreVary: true })
    if (answer) return answer
    if (await copy.match(`${origin}${pathname}/`, { ignoreVary: true })) return Response.redirect(`${origin}${pathname}/`)
  }
  return Response.error()
}

/** The newest of a file from the site; what doesn't come at all is given up after a while, however the line holds it back. */
const fetchNewest = (/** @type {string} */ address, /** @type {RequestInit} */ more = {}) =>
  fetch(address, { cache: 'no-cache', signal: AbortSignal.timeout(LONGEST_WAIT), ...more })

/** At most once a minute: takes the site's newest release, or removes itself where the site no longer offers this. */
async function update() {
  if (performance.now() - looked < PAUSE) return
  looked = performance.now()
  const { status } = await fetchNewest(LIST)
  if (status === 404 || status === 410) await remove()
  else if ((await listCopies()).length > 0) await save(() => {})
}

const listCopies = async () => (await caches.keys()).filter((name) => name.startsWith(COPIES))

async function remove() {
  await Promise.all((await listCopies()).map((name) => caches.delete(name)))
  await /** @type {any} */ (globalThis).registration.unregister()
}

/** Saves the newest release whole, or leaves everything as it was and throws. Two at once are one. */
function save(/** @type {(news: object) => void} */ report) {
  saving ??= saveNewest(report).finally(() => {
    saving = null
  })
  return saving
}

async function saveNewest(/** @type {(news: object) => void} */ report) {
  const list = await (await fetchNewest(LIST)).json()
  const name = COPIES + list.release
  const copy = await caches.open(name)
  if (await copy.match(LIST)) return
  try {
    await fill(copy, list.files, await readOlder(name), report)
    await copy.put(LIST, Response.json({ ...list, saved_on: new Date().toISOString() }))
  } catch (error) {
    await caches.delete(name)
    throw error
  }
  await Promise.all((await listCopies()).filter((each) => each !== name).map((each) => caches.delete(each)))
}

/** The copy from before, and what it lists: what hasn't changed is taken from there. */
async function readOlder(/** @type {string} */ newest) {
  for (const name of await listCopies()) {
    const copy = await caches.open(name)
    const list = name !== newest && (await copy.match(LIST))
    if (list) return { copy, files: (await list.json()).files }
  }
  return { copy: null, files: {} }
}

async function fill(
  /** @type {Cache} */ copy,
  /** @type {Record<string, { hash: string, bytes: number }>} */ files,
  /** @type {{ copy: Cache | null, files: Record<string, { hash: string }> }} */ older,
  /** @type {(news: object) => void} */ report,
) {
  const waiting = Object.entries(files)
  const total = waiting.reduce((sum, [, { bytes }]) => sum + bytes, 0)
  let saved = 0
  const work = async () => {
    for (let next = waiting.pop(); next; next = waiting.pop()) {
      const [path, { hash, bytes }] = next
      const address = new URL(path, scope).href
      const same = older.files[path]?.hash === hash ? await older.copy?.match(address) : undefined
      const response = same ?? (await fetchNewest(address, { integrity: hash, redirect: 'error' }))
      if (!response.ok) throw new Error(`${path}: ${response.status}`)
      await copy.put(address, response)
      saved += bytes
      report({ saved, total })
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
}
