/**
 * Runs the rules in a whole Pyodide and compiles the modules that they use: `node trim.mjs OUT < job.json`.
 * The job: where Pyodide is, the standard library to start from, the folders of the packages, the requests, the scripts.
 * Writes the bytecode below OUT and the answers to standard output.
 */
import './complain.mjs'
import { mkdir, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'

const SOURCES = '/sources'
const [out] = process.argv.slice(2)
const { pyodide, lock, library, packages, requests, exercise, trim } = JSON.parse(await text(process.stdin))

const { loadPyodide } = await import(pathToFileURL(join(pyodide, 'pyodide.mjs')))
const python = await loadPyodide({
  indexURL: pyodide,
  stdLibURL: library,
  lockFileContents: lock,
  env: { PYTHONHASHSEED: '0' },
})
for (const [name, folder] of Object.entries(packages)) {
  python.FS.mkdirTree(`${SOURCES}/${name}`)
  python.mountNodeFS(`${SOURCES}/${name}`, folder)
}
python.runPython(`import sys; sys.dont_write_bytecode = True; sys.path.append('${SOURCES}')`)

const run = (script, name, ...given) => {
  const names = python.toPy({})
  python.runPython(script, { globals: names })
  return names.get(name)(...given)
}
const answers = run(exercise, 'exercise', requests)
try {
  python.pyimport('playbook.boundary').run()
} catch ({ name }) {
  if (name !== 'PythonError') throw new Error('an error in Python does not reach JavaScript')
}
const version = python.runPython("'python%d%d' % sys.version_info[:2]")
const compiled = run(trim, 'compile_used', python.toPy([`/lib/${version}.zip`, SOURCES]))
for (const [name, code] of compiled.toJs({ dict_converter: Array.from })) {
  const path = join(out, name)
  await mkdir(dirname(path), { recursive: true })
  await writeFile(path, code)
}
process.stdout.write(answers)
