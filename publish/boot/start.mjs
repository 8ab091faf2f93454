/** Starts a Python under Node from the files of a folder, as the page does from the network. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unpack, write } from './archive.mjs'

/** `options` go to loadPyodide; `place` puts a data file where the rules look for it. */
export async function start(folder, options = {}) {
  const { loadPyodide } = await import(pathToFileURL(join(folder, 'pyodide.mjs')))
  const library = join(folder, 'library.zip')
  const archive = new Uint8Array(await readFile(library))
  const python = await loadPyodide({
    indexURL: folder,
    stdLibURL: library,
    lockFileContents: JSON.parse(await readFile(join(folder, 'lock.json'))),
    fsInit: (FS, { sitePackages }) => unpack(FS, archive, sitePackages),
    ...options,
  })
  const rules = python.pyimport('playbook').__path__.get(0)
  const place = (name, content) => write(python.FS, `${rules}/${name}`, new Uint8Array(content))
  return { python, place, rules }
}

/** Puts every data file in place, so that no answer needs one. */
export async function placeAll(folder, place) {
  const data = join(folder, 'data')
  for (const entry of await readdir(data, { recursive: true, withFileTypes: true })) {
    if (!entry.isFile()) continue
    const path = join(entry.parentPath, entry.name)
    place(path.slice(data.length + 1), await readFile(path))
  }
}

/** Writes below a folder what Python gives as a dictionary of names and contents. */
export async function save(folder, files) {
  for (const [name, content] of files.toJs({ dict_converter: Array.from })) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
}
