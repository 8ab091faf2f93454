/**
 * Fetches files, and believes none that isn't what the build made: the page's own pinned scripts bring the hash of each.
 * Where a server sends something else, it is asked once more, past every cache. Where nothing comes at all, it ends after a while.
 */
export class FileError extends Error {
  /**
   * The reason is 'lost' for what didn't arrive, and 'altered' for what arrived as something else.
   * @param {'lost' | 'altered'} reason
   * @param {string} address
   * @param {Error} [cause]
   */
  constructor(reason, address, cause) {
    super(`${address} was ${reason}`, { cause })
    /** @type {'lost' | 'altered'} */
    this.reason = reason
  }
}

const LONGEST_SILENCE = 20_000

export const hashing = globalThis.crypto?.subtle
const underway = new Set()
let silence = 0

/** A line that brings anything at all isn't given up, however slow it is and whatever file it brings. */
function awaitBytes() {
  clearTimeout(silence)
  if (underway.size === 0) return
  silence = setTimeout(() => {
    for (const request of underway) request.abort()
  }, LONGEST_SILENCE)
}

/** The bytes of a file. `count` learns how many more there are; fewer, where they were of no use. */
export async function fetchFile(file, count = () => {}) {
  try {
    return await fetchOnce(file, 'default', count)
  } catch (error) {
    if (error.reason === 'lost' && error.cause) throw error
    console.warn(`${error.message}, so it is fetched anew`)
    return fetchOnce(file, 'reload', count)
  }
}

async function fetchOnce({ address, integrity }, cache, count) {
  let size = 0
  const add = (bytes) => {
    size += bytes
    count(bytes)
    awaitBytes()
  }
  try {
    const content = await receive(address, hashing ? { cache } : { cache, integrity }, add)
    if (hashing) await check(content, integrity, address)
    return content
  } catch (error) {
    count(-size)
    if (error instanceof FileError) throw error
    const isRefused = !hashing && error.name !== 'AbortError' && (await isThere(address))
    throw new FileError(isRefused ? 'altered' : 'lost', address, error)
  }
}

async function receive(address, options, count) {
  const request = new AbortController()
  underway.add(request)
  awaitBytes()
  try {
    const response = await fetch(address, { ...options, signal: request.signal })
    if (!response.ok || !response.body) throw new FileError('lost', `${address}, with status ${response.status},`)
    return await readAll(response.body.getReader(), count)
  } finally {
    underway.delete(request)
    awaitBytes()
  }
}

/** All that a reader brings. */
async function readAll(reader, count) {
  const chunks = []
  let size = 0
  for (let chunk = await reader.read(); !chunk.done; chunk = await reader.read()) {
    chunks.push(chunk.value)
    size += chunk.value.length
    count(chunk.value.length)
  }
  const content = new Uint8Array(size)
  for (const chunk of chunks.reverse()) {
    size -= chunk.length
    content.set(chunk, size)
  }
  return content
}

/** Gives the content back, or throws where it has another hash than the one that the build wrote down. */
export async function check(content, integrity, address) {
  const hash = new Uint8Array(await hashing.digest('SHA-256', content))
  if (`sha256-${btoa(String.fromCharCode(...hash))}` !== integrity) throw new FileError('altered', address)
  return content
}

/** Over plain http a browser gives no hashes. It checks what it fetches by itself then, and doesn't say why it refuses. */
async function isThere(address) {
  const signal = AbortSignal.timeout(LONGEST_SILENCE)
  return fetch(address, { method: 'HEAD', cache: 'no-store', signal }).then(
    ({ ok }) => ok,
    () => false,
  )
}
