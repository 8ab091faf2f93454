/** Fetches what Python starts from. The files come compressed and are expanded here, so any web server will do. */

const RUNTIME = new URL('../runtime/', import.meta.url)
const WASM = { headers: { 'Content-Type': 'application/wasm' } }

/** The address of a file of the runtime. */
export const addressOf = (file) => new URL(file, RUNTIME).href

/**
 * The files of a start, expanded, each by its name as a promise, so that work begins with whatever comes first.
 * `python` is compiled; `heard` is told how many bytes have come, and of how many.
 */
export function download(files, heard, { signal, cache }) {
  const total = Object.values(files).reduce((sum, { bytes }) => sum + bytes, 0)
  let loaded = 0
  const count = () =>
    new TransformStream({
      transform(chunk, queue) {
        loaded += chunk.byteLength
        heard({ loaded: Math.min(loaded, total), total })
        queue.enqueue(chunk)
      },
    })
  const expand = async (name, options) => {
    const address = addressOf(files[name].file)
    const response = await fetch(address, { signal, cache })
    if (!response.ok) throw new Error(`${address} did not arrive`)
    return new Response(response.body.pipeThrough(count()).pipeThrough(new DecompressionStream('gzip')), options)
  }
  const read = {
    program: () => expand('program').then((response) => response.blob()),
    python: () => WebAssembly.compileStreaming(expand('python', WASM)),
    library: () => expand('library').then((response) => response.arrayBuffer()),
  }
  return Object.fromEntries(Object.keys(files).map((name) => [name, read[name]()]))
}
