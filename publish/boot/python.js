/**
 * Starts Pyodide from files that are here already. What Pyodide doesn't promise to keep stands in this file only,
 * and the version is pinned: it asks for its two files with `fetch`, and for one of them with `instantiateStreaming`.
 */
import { unpack, write } from './archive.js'
import { createPyodideModule, loadPyodide } from './pyodide.js'

const LIBRARY = 'library.zip'
const fetchFile = self.fetch
const compileFile = WebAssembly.instantiateStreaming

/** Python with the rules in place: `run` answers, `place` adds a data file. */
export async function startPython({ wasm, library, lock }) {
  let folder
  self.fetch = async (address) => new Response(String(address).endsWith(LIBRARY) ? library : null)
  WebAssembly.instantiateStreaming = async (_, imports) => ({ module: wasm, instance: await WebAssembly.instantiate(wasm, imports) })
  try {
    const python = await loadPyodide({
      createPyodideModule,
      indexURL: location.origin,
      stdLibURL: new URL(LIBRARY, location.origin).href,
      lockFileContents: lock,
      fsInit: (FS, { sitePackages }) => {
        folder = `${sitePackages}/playbook`
        unpack(FS, new Uint8Array(library), sitePackages)
      },
    })
    const { run } = python.pyimport('playbook.boundary')
    return { run, place: (name, content) => write(python.FS, `${folder}/${name}`, content) }
  } finally {
    self.fetch = fetchFile
    WebAssembly.instantiateStreaming = compileFile
  }
}
