/**
 * Fetches what Python starts from and expands it. Any web server will do: the files come compressed, and one that
 * was altered on the way is noticed.
 */
class NotArrived extends Error {}

const A_MOMENT = 100

/** Starts Python from the files, each an address and how many bytes there are: as they were kept, or else as they are sent. */
async function load({ files, cache, lock }) {
  const { decoder, ...parts } = files
  const kept = cache === 'default' ? await findKept(parts) : null
  if (kept) {
    try {
      return await startFrom(kept, lock)
    } catch (error) {
      console.warn('what was kept is of no use:', error)
    }
  }
  return startFrom(expandAll(files, cache), lock)
}

/** Starts Python from the parts, each a promise of its bytes; `started` is said once they're here. */
async function startFrom({ program, python, ...rest }, lock) {
  const [[name, content]] = Object.entries(rest)
  const compiling = python.then((bytes) => WebAssembly.compile(bytes))
  const [{ startPython }, wasm, more] = await Promise.all([program.then(run), compiling, content])
  self.postMessage({ started: true })
  return startPython({ wasm, [name]: more, lock })
}

/** The parts one after the other, so that what is there is run and compiled while the next is expanded. */
function expandAll(files, cache) {
  const { decoder, program, python, ...rest } = fetchAll(files, cache)
  const [[name, content]] = Object.entries(rest)
  const zstd = decoder.then(startDecoder)
  expanded = {}
  const expand = async (part, file) => (expanded[part] = decompress(await zstd, await file))()
  const text = expand('program', program)
  const code = text.then(() => expand('python', python))
  const more = code.then(listen).then(() => expand(name, content))
  return { program: text, python: code, [name]: more }
}

/** The files by name, each a promise of its bytes. Says now and then how much there is, and at the end of each. */
function fetchAll(files, cache) {
  const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0)
  let loaded = 0
  let said = performance.now()
  const say = () => {
    said = performance.now()
    self.postMessage({ progress: { loaded: Math.min(loaded, total), total } })
  }
  const count = (bytes) => {
    loaded += bytes
    if (performance.now() > said + A_MOMENT) say()
  }
  const fetchFile = async ({ address }) => {
    try {
      const response = await fetch(address, { cache })
      if (!response.ok) throw new Error(`status ${response.status}`)
      const content = await readAll(response.body.getReader(), count)
      say()
      return content
    } catch (cause) {
      throw new NotArrived(`${address} did not arrive`, { cause })
    }
  }
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, fetchFile(file)]))
}

/** All that a reader brings. */
async function readAll(reader, count) {
  const parts = []
  let size = 0
  for (let part = await reader.read(); !part.done; part = await reader.read()) {
    parts.push(part.value)
    size += part.value.length
    count(part.value.length)
  }
  const content = new Uint8Array(size)
  for (const part of parts.reverse()) content.set(part, (size -= part.length))
  return content
}

/** Lets go of the thread for a turn: what the browser has for it meanwhile isn't kept waiting. */
const listen = () => new Promise((resolve) => setTimeout(resolve))

/** Zstandard's own decoder, as WebAssembly: gzip, which browsers expand by themselves, would make the rest a fifth larger. */
async function startDecoder(packed) {
  try {
    const wasm = await new Response(new Blob([packed]).stream().pipeThrough(new DecompressionStream('gzip'))).arrayBuffer()
    const { instance } = await WebAssembly.instantiate(wasm, { env: { emscripten_notify_memory_growth() {} } })
    return instance.exports
  } catch (cause) {
    throw new NotArrived('the decoder is not as it was sent', { cause })
  }
}

/** A view of what was compressed, to be taken anew after each expansion; throws where its checksum says that it's something else. */
function decompress({ memory, malloc, free, ZSTD_findDecompressedSize, ZSTD_decompress }, packed) {
  const from = malloc(packed.length)
  new Uint8Array(memory.buffer).set(packed, from)
  const size = Number(ZSTD_findDecompressedSize(from, packed.length))
  const to = size > 0 ? malloc(size) : 0
  if (!to || ZSTD_decompress(to, size, from, packed.length) !== size) throw new NotArrived('a file is not as it was sent')
  free(from)
  return () => new Uint8Array(memory.buffer, to, size)
}

/** What the program exports. */
async function run(program) {
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }))
  try {
    return await import(address)
  } finally {
    URL.revokeObjectURL(address)
  }
}
