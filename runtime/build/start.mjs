/** Starts a Python under Node from the files of a folder, as the page does from the network. */
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { unpack } from '../browser/archive.mjs'
import { restoring } from '../browser/image.mjs'
import { write } from '../browser/rules.mjs'

const LOCK = 'lock.json'

/** Starts a Python from what `options` say, beside the files: `place` puts a data file where the rules look for it. */
export async function start(folder, options) {
  const { loadPyodide } = await import(pathToFileURL(join(folder, 'pyodide.mjs')))
  const lockFileContents = JSON.parse(await readFile(join(folder, LOCK)))
  const python = await loadPyodide({ indexURL: folder, lockFileContents, ...options })
  const rules = python.pyimport('playbook').__path__.get(0)
  const place = (name, content) => write(python.FS, `${rules}/${name}`, new Uint8Array(content))
  return { python, place, rules }
}

/** The options with which Python starts from its library. */
export async function unpacking(folder) {
  const stdLibURL = join(folder, 'library.zip')
  const archive = new Uint8Array(await readFile(stdLibURL))
  return { stdLibURL, fsInit: (FS, { sitePackages }) => unpack(FS, archive, sitePackages) }
}

/** Starts a Python from an image, and from nothing else. */
export async function restore(folder, image) {
  return start(folder, { ...restoring(image, await glueOf(folder)), stdLibURL: join(folder, LOCK) })
}

/** Pyodide's own script, which makes the machine that Python runs on. */
export async function glueOf(folder) {
  const { default: createPyodideModule } = await import(pathToFileURL(join(folder, 'pyodide.asm.mjs')))
  return createPyodideModule
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

/** The answers to pairs of tool and request; a data file is there once an answer needs it. */
export async function answerAll(folder, python, place, requests) {
  const { run } = python.pyimport('playbook.boundary')
  const answers = []
  for (const [tool, request] of requests) {
    let answer = run(tool, request)
    for (let needs = needsOf(answer); needs.length; needs = needsOf(answer)) {
      for (const need of needs) place(need, await readFile(join(folder, 'data', need)))
      answer = run(tool, request)
    }
    answers.push(answer)
  }
  return answers
}

const needsOf = (answer) => JSON.parse(answer).needs

/** Writes below a folder what Python gives as a dictionary of names and contents. */
export async function save(folder, files) {
  for (const [name, content] of files.toJs({ dict_converter: Array.from })) {
    const path = join(folder, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
  }
}
