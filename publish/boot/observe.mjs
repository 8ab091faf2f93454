/**
 * Watches what runs, of Python and of the WebAssembly below it: `node observe.mjs RUNTIME OUT < job.json`.
 * Python answers every request, makes the image of its memory, then starts as on a first visit and from the image.
 * The job: the requests, and the modules to cut. Writes the cut modules below OUT and, to standard output,
 * the answers and the numbers of the functions that ran.
 */
import './complain.mjs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { packImage, restoring } from './image.mjs'
import { placeAll, save, start } from './start.mjs'

const [runtime, out] = process.argv.slice(2)
const { requests, modules } = JSON.parse(await text(process.stdin))

const watched = []
const { instantiate } = WebAssembly
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given)
  const { exports } = made.instance ?? made
  if (exports.notes) watched.push(exports.notes)
  return made
}

const { python, place } = await start(runtime, { _makeSnapshot: true, env: { PYTHONHASHSEED: '0' } })
await placeAll(runtime, place)
const answers = python.pyimport('exercise').exercise(requests)
const { cut_modules: cutModules, stop } = python.pyimport('observer')
stop()
await save(out, cutModules(python.toPy(modules)))
python.pyimport('smoke').smoke()

const library = new Uint8Array(await readFile(join(runtime, 'library.zip')))
const image = await packImage(python.makeMemorySnapshot(), library).arrayBuffer()
const { default: createPyodideModule } = await import(pathToFileURL(join(runtime, 'pyodide.asm.mjs')))
for (const options of [{}, restoring(image, createPyodideModule)]) {
  const { python, place } = await start(runtime, options)
  await placeAll(runtime, place)
  const { run } = python.pyimport('playbook.boundary')
  for (const request of JSON.parse(requests)) run(...request)
}

const used = new Set(watched.flatMap(({ buffer }) => Array.from(new Uint8Array(buffer), (ran, number) => (ran ? number : -1))))
used.delete(-1)
process.stdout.write(JSON.stringify({ answers: JSON.parse(answers), used: [...used].sort((one, other) => one - other) }))
