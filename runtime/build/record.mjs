/**
 * Runs the rules in a whole Pyodide, compiles the modules in use, and keeps what Python worked out: `node record.mjs RUNTIME OUT < job.json`.
 * The job: the requests, and more modules to compile by name. Writes files below OUT and the answers to standard output.
 */
import './complain.mjs'
import { text } from 'node:stream/consumers'
import { placeAll, save, start, unpacking } from './start.mjs'

const [runtime, out] = process.argv.slice(2)
const { requests, more } = JSON.parse(await text(process.stdin))
const { python, place, rules } = await start(runtime, { ...(await unpacking(runtime)), env: { PYTHONHASHSEED: '0' } })
await placeAll(runtime, place)
const answers = python.pyimport('exercise').exercise(requests)

const files = python.pyimport('bytecode').collect(rules, python.toPy(more))
await save(out, files)
process.stdout.write(answers)
