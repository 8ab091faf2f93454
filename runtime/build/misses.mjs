/**
 * Asks a Python that starts from the image, and starts another when one stops: `node misses.mjs RUNTIME < requests.json`.
 * Says, as JSON, the answer to each pair of tool and request, or null where Python stopped, and why it did.
 */
import './complain.mjs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { answerAll, restore } from './start.mjs'

const [runtime] = process.argv.slice(2)
const image = new Uint8Array(await readFile(join(runtime, 'memory.bin')))
const requests = JSON.parse(await text(process.stdin))
const answers = []
const reasons = []
let started = await restore(runtime, image)
for (const request of requests) {
  try {
    answers.push(...(await answerAll(runtime, started.python, started.place, [request])))
    reasons.push(null)
  } catch (error) {
    answers.push(null)
    reasons.push(String(error.stack ?? error))
    started = await restore(runtime, image)
  }
}
process.stdout.write(JSON.stringify({ answers, reasons }))
