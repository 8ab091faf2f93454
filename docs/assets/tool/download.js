/** Fetches what Python starts from. The files come compressed and are expanded here, so any web server will do. */

const RUNTIME = new URL('../runtime/', import.meta.url)
const WASM = { headers: { 'Content-Type': 'application/wasm' } }

async function ask(address, options) {
  const response = await fetch(address, options)
  if (!response.ok) throw new Error(`${address} did not arrive`)
  return response
}

/**
 * The worker's program, the compiled Python, its library, and where data files are.
 * Each is a promise, so that work begins with whatever comes first; `heard` is told how many bytes have come, and of how many.
 */
export async function download(heard, { signal, cache }) {
  const { boot, data, lock } = await (await ask(new URL('runtime.json', RUNTIME), { signal, cache: 'no-cache' })).json()
  const total = Object.values(boot).reduce((sum, { bytes }) => sum + bytes, 0)
  let loaded = 0
  const count = () =>
    new TransformStream({
      transform(chunk, queue) {
        loaded += chunk.byteLength
        heard({ loaded: Math.min(loaded, total), total })
        queue.enqueue(chunk)
      },
    })
  const expand = async ({ file }, options) => {
    const { body } = await ask(new URL(file, RUNTIME), { signal, cache })
    return new Response(body.pipeThrough(count()).pipeThrough(new DecompressionStream('gzip')), options)
  }
  const addresses = Object.entries(data).map(([need, file]) => [need, new URL(file, RUNTIME).href])
  return {
    wasm: WebAssembly.compileStreaming(expand(boot.python, WASM)),
    program: expand(boot.program).then((response) => response.blob()),
    library: expand(boot.library).then((response) => response.arrayBuffer()),
    lock,
    data: Object.fromEntries(addresses),
  }
}
