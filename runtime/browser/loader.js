/**
 * Expands what Python starts from, and starts it. Any web server will do: the files come compressed, and the page
 * knows the hash of each.
 */
const A_MOMENT = 100
const EMPTY_PROGRAM = Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)

/** Why this browser can't start Python, whatever arrives: 'wasm' or 'old'; null where it can. */
function findObstacle() {
  try {
    new WebAssembly.Module(EMPTY_PROGRAM)
  } catch {
    return 'wasm'
  }
  return globalThis.DecompressionStream ? null : 'old'
}

/** What to tell the reader about an error that ended a start. */
function reasonOf(error) {
  if (error.reason) return error.reason
  if (error instanceof WebAssembly.CompileError || error instanceof SyntaxError) return 'old'
  return error instanceof RangeError ? 'memory' : 'boot'
}

/** Starts Python from the files, each an address, how many bytes there are, and their hashes: as they were kept, or else as they are sent. */
async function load({ files, lock }) {
  const { decoder, ...contents } = files
  const stored = await openStored(contents)
  if (stored) {
    try {
      return await startFrom(stored, lock)
    } catch (error) {
      if (!(error instanceof FileError)) throw error
      console.warn('what was kept is of no use:', error)
    }
  }
  return startFrom(expandAll(files), lock)
}

/** Starts Python from the files, each a promise of its bytes; the page learns once they're here. */
async function startFrom(contents, lock) {
  const { program, python, ...rest } = expectFailures(contents)
  const [[name, content]] = Object.entries(rest)
  const compiling = python.then((bytes) => WebAssembly.compile(bytes))
  const [{ startPython }, wasm, more] = await Promise.all([program.then(run), compiling, content])
  self.postMessage({ started: true })
  return startPython({ wasm, [name]: more, lock })
}

/** The files one after the other, so that what is there is run and compiled while the next is expanded. */
function expandAll(files) {
  const { decoder, program, python, ...rest } = fetchAll(files)
  const [[name, content]] = Object.entries(rest)
  const zstd = decoder.then(startDecoder)
  expanded = {}
  const expand = async (each, file) => (expanded[each] = decompress(await zstd, await file))()
  const text = expand('program', program)
  const code = text.then(() => expand('python', python))
  const more = code.then(listen).then(() => expand(name, content))
  return { program: text, python: code, [name]: more }
}

/** The files by name, each a promise of its bytes. The page learns now and then how much there is, and at the end of each. */
function fetchAll(files) {
  const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0)
  let loaded = 0
  let reported = performance.now()
  const report = () => {
    reported = performance.now()
    self.postMessage({ progress: { loaded: Math.min(loaded, total), total } })
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

/** Zstandard's own decoder, as WebAssembly: gzip, which browsers expand by themselves, would make the rest a fifth larger. */
async function startDecoder(packed) {
  const wasm = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
  const { instance } = await WebAssembly.instantiate(wasm, { env: { emscripten_notify_memory_growth() {} } })
  return instance.exports
}

/** A view of what was compressed, to be taken anew after each expansion. */
function decompress({ memory, malloc, free, ZSTD_findDecompressedSize, ZSTD_decompress }, packed) {
  const from = malloc(packed.length)
  if (!from) throw new RangeError('no memory for what was sent')
  new Uint8Array(memory.buffer).set(packed, from)
  const size = Number(ZSTD_findDecompressedSize(from, packed.length))
  const to = malloc(size)
  if (!to) throw new RangeError('no memory to expand it')
  if (ZSTD_decompress(to, size, from, packed.length) !== size) throw new Error('what was sent does not expand')
  free(from)
  return () => new Uint8Array(memory.buffer, to, size)
}

/** What the program exports. */
async function run(program) {
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }))
  try {
    return await import(address)
  } catch (cause) {
    throw cause instanceof TypeError ? Object.assign(new Error('the program may not run here', { cause }), { reason: 'blocked' }) : cause
  } finally {
    URL.revokeObjectURL(address)
  }
}
