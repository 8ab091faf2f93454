/** Starts the bundled runtime under Node, from the same files as the page. */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unpack, write } from './archive.js'

export async function start(runtime) {
  const { loadPyodide } = await import(pathToFileURL(join(runtime, 'pyodide.mjs')))
  const library = join(runtime, 'library.zip')
  const archive = new Uint8Array(await readFile(library))
  const { lock } = JSON.parse(await readFile(join(runtime, 'runtime.json')))
  let folder
  const python = await loadPyodide({
    indexURL: runtime,
    stdLibURL: library,
    lockFileContents: lock,
    fsInit: (FS, { sitePackages }) => {
      folder = `${sitePackages}/playbook`
      unpack(FS, archive, sitePackages)
    },
  })
  return { python, place: (name, content) => write(python.FS, `${folder}/${name}`, new Uint8Array(content)) }
}
