/**
 * Fetches what Python starts from, expands it and hands it to a worker of its own, so that none of it waits for the
 * page. Any web server will do: the files come compressed, and one that was altered on the way is noticed.
 * The page makes this worker from its text, and this one makes Python's: so both live under the page's own policy.
 */
class NotArrived extends Error {}

const given = new Promise((resolve) => {
  self.onmessage = ({ data }) => resolve(data)
})

/** What the page adds to this text: a call of `load` with the files, each an address and how many bytes there are. */
async function load({ files, cache }) {
  try {
    const { decoder, program, python, ...rest } = fetchAll(files, cache)
    const [[name, content]] = Object.entries(rest)
    const zstd = decoder.then(startDecoder)
    const expand = async (file) => decompress(await zstd, await file)
    const code = expand(python)
    const [worker, wasm, more, { port, ...others }] = await Promise.all([
      expand(program).then(wake),
      code.then((bytes) => WebAssembly.compile(bytes)),
      code.then(() => expand(content)),
      given,
    ])
    worker.postMessage({ wasm, [name]: more, port, ...others }, [port, more.buffer])
    self.postMessage({ started: true })
  } catch (error) {
    console.error(error)
    self.postMessage({ failed: error instanceof NotArrived ? 'files' : 'boot' })
  }
}

/** The files by name, each a promise of its bytes. */
function fetchAll(files, cache) {
  const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0)
  let loaded = 0
  const count = () =>
    new TransformStream({
      transform(chunk, queue) {
        loaded += chunk.byteLength
        self.postMessage({ progress: { loaded: Math.min(loaded, total), total } })
        queue.enqueue(chunk)
      },
    })
  const fetchFile = async ({ address }) => {
    try {
      const response = await fetch(address, { cache })
      if (!response.ok) throw new Error(`status ${response.status}`)
      return new Uint8Array(await new Response(response.body.pipeThrough(count())).arrayBuffer())
    } catch (cause) {
      throw new NotArrived(`${address} did not arrive`, { cause })
    }
  }
  return Object.fromEntries(Object.entries(files).map(([name, file]) => [name, fetchFile(file)]))
}

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

/** What was compressed; throws where its checksum says that it's something else. */
function decompress({ memory, malloc, free, ZSTD_findDecompressedSize, ZSTD_decompress }, packed) {
  const from = malloc(packed.length)
  new Uint8Array(memory.buffer).set(packed, from)
  const size = Number(ZSTD_findDecompressedSize(from, packed.length))
  const to = size > 0 ? malloc(size) : 0
  if (!to || ZSTD_decompress(to, size, from, packed.length) !== size) throw new NotArrived('a file is not as it was sent')
  const content = new Uint8Array(memory.buffer, to, size).slice()
  free(from)
  free(to)
  return content
}

/** The worker of this program, once it listens. */
async function wake(program) {
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }))
  const worker = new Worker(address, { type: 'module' })
  await new Promise((resolve, reject) => {
    worker.onmessage = resolve
    worker.onerror = reject
  }).finally(() => URL.revokeObjectURL(address))
  worker.onerror = () => self.postMessage({ failed: 'boot' })
  return worker
}
