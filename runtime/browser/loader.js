/**
 * Expands what Python starts from, and starts it. Any web server will do: the files come compressed, and the page
 * knows the hash of each.
 */
import { decompress, startDecoder } from './expand.js'
import { FileError, fetchFile } from './fetch.js'
import { openStored } from './keep.js'
import { say } from './say.js'
import { importBytes, startWhole } from './whole.js'

const A_MOMENT = 100
const EMPTY_PROGRAM = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)

/** Why this browser can't start Python, whatever arrives: 'wasm' or 'old'; null where it can. */
export function findObstacle() {
  try {
    new WebAssembly.Module(EMPTY_PROGRAM)
  } catch {
    return 'wasm'
  }
  return globalThis.DecompressionStream ? null : 'old'
}

/** What to tell the reader about an error that ended a start. */
export function reasonOf(error) {
  if (error.reason) return error.reason
  if (error instanceof WebAssembly.CompileError || error instanceof SyntaxError) return 'old'
  return error instanceof RangeError ? 'memory' : 'boot'
}

/**
 * Starts Python from the files, each an address, how many bytes there are, and their hashes. Gives it back with a view
 * of each file that was expanded for it, where it may be kept for the next visit.
 * @param {Pick<import('./protocol.d.ts').Job, 'files' | 'lock'>} job
 * @returns {Promise<{ python: import('./protocol.d.ts').Rules, views?: Record<string, () => Uint8Array> }>}
 */
export async function load({ files, lock }) {
  const { decoder, ...contents } = files
  if (!contents.memory) {
    const { promises } = expandAll(files, (view) => view.slice())
    return { python: await startWhole(promises, lock, announce) }
  }
  const stored = await openStored(contents)
  if (stored) {
    try {
      return { python: await startSmall(stored, lock) }
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      console.warn('what was kept is of no use:', error)
    }
  }
  const { promises, views } = expandAll(files, (view) => view)
  return { python: await startSmall(promises, lock), views }
}

/** Starts Python from the image of its memory; each of the contents is a promise of its bytes. */
async function startSmall(contents, lock) {
  const { program, python, memory } = expectFailures(contents)
  const compiling = python.then((bytes) => WebAssembly.compile(bytes))
  const [{ startPython }, wasm, image] = await Promise.all([program.then(importBytes), compiling, memory])
  announce()
  return startPython({ wasm, memory: image, lock })
}

/** The page learns that the files are here. */
const announce = () => say({ started: true })

/**
 * The files one after the other, so that what is there is run and compiled while the next is expanded: a promise of
 * what `take` makes of each, and views to be taken once all are there.
 */
function expandAll({ decoder, ...files }, take) {
  const fetched = fetchAll({ decoder, ...files })
  const zstd = fetched.decoder.then(startDecoder)
  const last = Object.keys(files).at(-1)
  const views = {}
  const promises = {}
  let before = zstd
  for (const name of Object.keys(files)) {
    const turn = name === last ? before.then(listen) : before
    promises[name] = turn.then(async () => {
      views[name] = decompress(await zstd, await fetched[name])
      return take(views[name]())
    })
    before = promises[name]
  }
  return { promises: expectFailures(promises), views }
}

/** The files by name, each a promise of its bytes. The page learns now and then how much there is, and at the end of each. */
function fetchAll(files) {
  const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0)
  let loaded = 0
  let reported = performance.now()
  const report = () => {
    reported = performance.now()
    say({ progress: { loaded: Math.min(loaded, total), total } })
  }
  const count = (bytes) => {
    loaded += bytes
    if (performance.now() > reported + A_MOMENT) report()
  }
  const fetchNext = async (file) => {
    const content = await fetchFile(file, count)
    report()
    return content
  }
  return expectFailures(Object.fromEntries(Object.entries(files).map(([name, file]) => [name, fetchNext(file)])))
}

/** The same promises: where one fails, nobody waits for the others any more, and a browser needn't complain of them. */
function expectFailures(promises) {
  for (const each of Object.values(promises)) each.catch(() => {})
  return promises
}

/** Lets go of the thread for a turn: what the browser has for it meanwhile isn't kept waiting. */
const listen = () => new Promise((resolve) => setTimeout(resolve))
