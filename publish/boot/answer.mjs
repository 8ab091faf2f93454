/**
 * Answers pairs of tool and request as the page does: `node answer.mjs RUNTIME [first|image] < requests.json`.
 * With `image`, Python is started from a copy of its memory, and has nothing else to start from.
 */
import './complain.mjs'
import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'
import { packImage, restoring } from './image.mjs'
import { start } from './start.mjs'

const [runtime, way] = process.argv.slice(2)

async function startFromImage() {
  const { python } = await start(runtime, { _makeSnapshot: true })
  python.pyimport('warm').warm()
  const library = new Uint8Array(await readFile(join(runtime, 'library.zip')))
  const image = await packImage(python.makeMemorySnapshot(), library).arrayBuffer()
  const { default: createPyodideModule } = await import(pathToFileURL(join(runtime, 'pyodide.asm.mjs')))
  await writeFile(join(runtime, 'nothing'), '')
  return start(runtime, { ...restoring(image, createPyodideModule), stdLibURL: join(runtime, 'nothing') })
}

const { python, place } = await (way === 'image' ? startFromImage() : start(runtime))
const { run } = python.pyimport('playbook.boundary')

async function answer([tool, request]) {
  const first = run(tool, request)
  const { needs } = JSON.parse(first)
  for (const need of needs) place(need, await readFile(join(runtime, 'data', need)))
  return needs.length ? run(tool, request) : first
}

const answers = []
for (const request of JSON.parse(await text(process.stdin))) answers.push(await answer(request))
process.stdout.write(JSON.stringify(answers))
