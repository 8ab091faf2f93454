/** Fetches what Python starts from. The files come compressed and are expanded here, so any web server will do. */

const RUNTIME = new URL('../runtime/', import.meta.url)
const WASM = { headers: { 'Content-Type': 'application/wasm' } }

/** The address of a file of the runtime. */
export const addressOf = (file) => new URL(file, RUNTIME).href

/**
 * Fetches a start's files by name, each as a promise: the `program` as text for a worker, `python` compiled, the `library`'s bytes.
 * `heard` is told how many bytes have come, and of how many of the files asked for.
 */
export function download(files, heard, { signal, cache }) {
  let loaded = 0
  let total = 0
  const count = () =>
    new TransformStream({
      transform(chunk, queue) {
        loaded += chunk.byteLength
        heard({ loaded: Math.min(loaded, total), total })
        queue.enqueue(chunk)
      },
    })
  const expand = async ({ file, bytes }, options) => {
    total += bytes
    const address = addressOf(file)
    const response = await fetch(address, { signal, cache })
    if (!response.ok) throw new Error(`${address} did not arrive`)
    return new Response(response.body.pipeThrough(count()).pipeThrough(new DecompressionStream('gzip')), options)
  }
  return {
    program: () => expand(files.program).then((response) => response.blob()),
    python: () => WebAssembly.compileStreaming(expand(files.python, WASM)),
    library: () => expand(files.library).then((response) => response.arrayBuffer()),
  }
}
