/**
 * Starts the theme's search once somebody opens it, from a worker in a blob, which lives under the page's own policy.
 * Worker and index have to be what the build made; where one isn't, the page says so in the place of results.
 */
// biome-ignore lint/correctness/noUnusedVariables: the theme's script, which follows, calls it
const guideSearch = ((integrity) => {
  const LONGEST = 60_000

  async function fetchOnce(address, name, cache) {
    const response = await fetch(address, { cache, integrity: integrity[name], signal: AbortSignal.timeout(LONGEST) })
    if (!response.ok) throw new Error(`status ${response.status}`)
    return response.text()
  }

  async function fetchFile(address, name) {
    try {
      return await fetchOnce(address, name, 'default').catch(() => fetchOnce(address, name, 'reload'))
    } catch (error) {
      console.warn(`the search has no ${name}:`, error)
      document.documentElement.dataset.searchFailed = ''
      return new Promise(() => {})
    }
  }

  async function wake(address) {
    const text = await fetchFile(address, 'worker')
    const there = `{ const load = importScripts; importScripts = (...files) => load(...files.map((file) => new URL(file, ${JSON.stringify(address)}).href)) }\n`
    const blob = URL.createObjectURL(new Blob([there, text], { type: 'text/javascript' }))
    const worker = new Worker(blob)
    URL.revokeObjectURL(blob)
    return worker
  }

  /** Stands for a worker, and makes it when there's something to say to it. */
  function later(address) {
    const listeners = []
    let waking = null
    const start = async () => {
      const worker = await wake(new URL(address, location.href).href)
      for (const each of listeners) worker.addEventListener(...each)
      return worker
    }
    return {
      addEventListener(...given) {
        listeners.push(given)
        waking?.then((worker) => worker.addEventListener(...given))
      },
      removeEventListener: (...given) => waking?.then((worker) => worker.removeEventListener(...given)),
      postMessage(message) {
        waking ??= start()
        waking.then((worker) => worker.postMessage(message))
      },
    }
  }

  /** A promise of the index, which is fetched when somebody waits for it. */
  const index = (address) => ({
    // biome-ignore lint/suspicious/noThenProperty: whoever awaits it starts the request, and nobody else
    then: (...given) =>
      fetchFile(address, 'index')
        .then(JSON.parse)
        .then(...given),
  })

  return { later, index }
})(INTEGRITY)
