/**
 * Starts Python from the image of its memory, under the WebAssembly that belongs to it. What Pyodide doesn't promise
 * to keep: that it asks for its WebAssembly with `instantiateStreaming`, and for its standard library, of which an
 * image has no need, with `fetch`.
 */
import createPyodideModule from 'pyodide/pyodide.asm.mjs'
import { loadPyodide } from 'pyodide/pyodide.mjs'
import { restoring } from './image.mjs'
import { openRules } from './rules.mjs'

const fetchFile = self.fetch
const compileFile = WebAssembly.instantiateStreaming

/**
 * Python with the rules in place.
 * @param {{ wasm: WebAssembly.Module, memory: Uint8Array, lock: import('./protocol.d.ts').Job['lock'] }} start
 * @returns {Promise<import('./protocol.d.ts').Rules>}
 */
export async function startPython({ wasm, memory, lock }) {
  self.fetch = async () => new Response(null)
  WebAssembly.instantiateStreaming = async (_, imports) => ({ module: wasm, instance: await WebAssembly.instantiate(wasm, imports) })
  try {
    const lockFileContents = { info: lock.info, packages: {} }
    const options = { indexURL: location.origin, lockFileContents, ...restoring(memory, createPyodideModule) }
    return openRules(await loadPyodide(options))
  } finally {
    self.fetch = fetchFile
    WebAssembly.instantiateStreaming = compileFile
  }
}
