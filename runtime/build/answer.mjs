/**
 * Answers pairs of tool and request as the page does, from the image: `node answer.mjs RUNTIME < requests.json`.
 * Asks twice: some browsers, those on iPhones among them, call functions of Python by JavaScript, not by a trampoline.
 * Says, as JSON, the answers, the bytes of memory that they took, and, of a watched WebAssembly, the numbers of the
 * functions that ran.
 */
import './complain.mjs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { placeOfTrampoline } from '../browser/image.mjs'
import { listCalled, listUsed } from './notes.mjs'
import { answerAll, restore } from './start.mjs'

const [runtime] = process.argv.slice(2)
const image = new Uint8Array(await readFile(join(runtime, 'memory.bin')))
const { python, place } = await restore(runtime, image)
const requests = JSON.parse(await text(process.stdin))
const answers = await answerAll(runtime, python, place, requests)
python._module.HEAP32[placeOfTrampoline(python._module)] = 0
const withoutTrampoline = await answerAll(runtime, python, place, requests)
const differs = answers.findIndex((answer, at) => answer !== withoutTrampoline[at])
if (differs >= 0) throw new Error(`without a trampoline, another answer to ${requests[differs]}`)
process.stdout.write(JSON.stringify({ answers, used: listUsed(), called: listCalled(), heap: python._module.HEAPU8.length }))
