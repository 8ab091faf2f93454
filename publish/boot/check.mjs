/**
 * Starts the bundled runtime as the page does, and asks it everything: `node check.mjs RUNTIME < job.json`.
 * Writes the answers to standard output.
 */
import './complain.mjs'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { start } from './start.mjs'

const [runtime] = process.argv.slice(2)
const { requests, exercise } = JSON.parse(await text(process.stdin))
const { python, place } = await start(runtime)
for (const entry of await readdir(join(runtime, 'data'), { recursive: true, withFileTypes: true })) {
  if (!entry.isFile()) continue
  const path = join(entry.parentPath, entry.name)
  place(path.slice(join(runtime, 'data/').length), await readFile(path))
}
const names = python.toPy({})
python.runPython(exercise, { globals: names })
process.stdout.write(names.get('exercise')(requests))
