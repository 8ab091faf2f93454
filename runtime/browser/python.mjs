/**
 * Starts Pyodide from files that are here already. What Pyodide doesn't promise to keep stands in this file and in
 * image.mjs only, and the version is pinned: it asks for its two files with `fetch`, and for one of them with
 * `instantiateStreaming`.
 */
import { restoring } from './image.mjs'
import { unpack, write } from './archive.mjs'
import { createPyodideModule, loadPyodide } from './pyodide.js'

const LIBRARY = 'library.zip'
const fetchFile = self.fetch
const compileFile = WebAssembly.instantiateStreaming

/**
 * Python with the rules in place, from the image of its memory or else from the library: `run` answers, `place` adds
 * a data file.
 */
export async function startPython({ wasm, memory, library, lock }) {
  const from = memory ? restoring(memory, createPyodideModule) : unpacking(library)
  const python = await load({ wasm, library, lock, ...from })
  const { run } = python.pyimport('playbook.boundary')
  const rules = python.pyimport('playbook').__path__.get(0)
  return { run, place: (name, content) => write(python.FS, `${rules}/${name}`, content) }
}

const unpacking = (library) => ({
  createPyodideModule,
  fsInit: (FS, { sitePackages }) => unpack(FS, library, sitePackages),
})

async function load({ wasm, library, lock, ...options }) {
  self.fetch = async (address) => new Response(String(address).endsWith(LIBRARY) ? library : null)
  WebAssembly.instantiateStreaming = async (_, imports) => ({ module: wasm, instance: await WebAssembly.instantiate(wasm, imports) })
  try {
    const stdLibURL = new URL(LIBRARY, location.origin).href
    return await loadPyodide({ indexURL: location.origin, stdLibURL, lockFileContents: lock, ...options })
  } finally {
    self.fetch = fetchFile
    WebAssembly.instantiateStreaming = compileFile
  }
}
