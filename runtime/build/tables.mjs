/**
 * Says which functions of a WebAssembly read which constants while everything is asked of Python, and while its large
 * tables are read from end to end: `node tables.mjs RUNTIME PLACE END < requests.json`. The WebAssembly is one that
 * runtime/reads.py has edited; PLACE is its own, and below END are the constants.
 * Says, as JSON, for each function that reads constants the units in which they are.
 */
import './complain.mjs'
import { text } from 'node:stream/consumers'
import { hearReads } from './reads.mjs'
import { answerAll, start, unpacking } from './start.mjs'

const UNIT = 16
const MOST_FUNCTIONS = 1 << 15
const [runtime, place, end] = process.argv.slice(2)
const [first, limit] = [Number(place), Number(end)]
const requests = JSON.parse(await text(process.stdin))

const lastReader = new Int32Array(Math.ceil(limit / UNIT) + 1).fill(-1)
const reads = new Set()

/** Notes that a function read there. */
function note(at, size, reader) {
  for (let unit = Math.floor(at / UNIT); unit * UNIT < Math.min(at + size, limit); unit += 1) {
    if (lastReader[unit] === reader) continue
    lastReader[unit] = reader
    reads.add(unit * MOST_FUNCTIONS + reader)
  }
}

const begin = await hearReads(first, note)
const { instantiate } = WebAssembly
WebAssembly.instantiate = async (...given) => {
  const made = await instantiate(...given)
  const { exports } = made.instance ?? made
  if (exports.memory) begin(exports.memory, exports.__indirect_function_table)
  return made
}

const { python, place: placeFile } = await start(runtime, { ...(await unpacking(runtime)), env: { PYTHONHASHSEED: '0' } })
await answerAll(runtime, python, placeFile, requests)
python.pyimport('smoke').smoke(python.pyimport('observer').list_callable())
python.pyimport('tables').read_tables()
convertAll(python._module, python.pyimport('tables').CHARACTER_SETS.toJs())

const byReader = {}
for (const each of reads) (byReader[each % MOST_FUNCTIONS] ??= []).push(Math.floor(each / MOST_FUNCTIONS))
process.stdout.write(JSON.stringify(byReader))

/** Has the C library's own `iconv` convert every character and every pair of bytes, to and from each set of characters. */
function convertAll(module, sets) {
  const characters = Uint32Array.from({ length: 0x30000 }, (_, number) => number).filter((each) => each < 0xd800 || each > 0xdfff)
  const all = new Uint8Array(characters.buffer)
  const pairs = Uint8Array.from({ length: 2 << 15 }, (_, at) => (at % 2 ? (at >> 1) & 0xff : at >> 9))
  for (const set of sets) {
    convert(module, 'UTF-32LE', set, pairs)
    convert(module, 'UTF-32LE', set, convert(module, set, 'UTF-32LE', all))
  }
}

/** What iconv makes of these bytes; what it can't convert it's made to leave out, byte by byte. */
function convert(module, to, from, bytes) {
  const [target, source] = [to, from].map((name) => putText(module, name))
  const conversion = module._iconv_open(target, source)
  if (conversion >>> 0 === 0xffffffff) return new Uint8Array()
  const room = bytes.length * 4 + 64
  const [input, output, places] = [bytes.length, room, 16].map((size) => module._malloc(size))
  module.HEAPU8.set(bytes, input)
  module.HEAPU32.set([input, bytes.length, output, room], places / 4)
  for (;;) {
    module._iconv(conversion, places, places + 4, places + 8, places + 12)
    const [from, left, , free] = module.HEAPU32.subarray(places / 4, places / 4 + 4)
    if (left === 0 || free < 16) break
    module.HEAPU32.set([from + 1, left - 1], places / 4)
  }
  const made = module.HEAPU8.slice(output, module.HEAPU32[places / 4 + 2])
  module._iconv_close(conversion)
  for (const each of [input, output, places, target, source]) module._free(each)
  return made
}

/** Where the text is now, as C has it. */
function putText(module, words) {
  const bytes = new TextEncoder().encode(`${words}\0`)
  const at = module._malloc(bytes.length)
  module.HEAPU8.set(bytes, at)
  return at
}
