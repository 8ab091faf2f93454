/**
 * Answers pairs of tool and request as the page does, from the image: `node answer.mjs RUNTIME < requests.json`.
 * Says, as JSON, the answers, the bytes of memory that they took, and, of a watched WebAssembly, the numbers of the
 * functions that ran.
 */
import './complain.mjs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { listUsed } from './notes.mjs'
import { answerAll, restore } from './start.mjs'

const [runtime] = process.argv.slice(2)
const image = new Uint8Array(await readFile(join(runtime, 'memory.bin')))
const { python, place } = await restore(runtime, image)
const answers = await answerAll(runtime, python, place, JSON.parse(await text(process.stdin)))
process.stdout.write(JSON.stringify({ answers, used: listUsed(), heap: python._module.HEAPU8.length }))
