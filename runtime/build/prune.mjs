/**
 * Makes the image from which the page starts: `node prune.mjs RUNTIME FILE < seen.json`, with what
 * observer.py saw.
 */
import './complain.mjs'
import { writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { dropUnmentioned } from './interned.mjs'
import { takeImage, wipe } from './memory.mjs'

/** What CPython counts for an object that is never let go of, where a word is 32 bits. Its collector leaves those out. */
const IMMORTAL = 5 << 28
/** No object is referred to more often; where one was, a higher number stands, which is an address. */
const MOST = 1 << 20
/** The hash of a tuple that nobody has asked for yet: it's worked out again by whoever does. */
const UNKNOWN = 0xffffffff
const WORD = 4
/** Where each is in an object, in a tuple and in a class, in words. */
const [COUNT, TYPE, HASH, DOC] = [0, 1, 3, 22]
/** What one collection sets free, another can take apart. */
const ROUNDS = 4

const [runtime, file] = process.argv.slice(2)
const seen = JSON.parse(await text(process.stdin))
const image = await takeImage(runtime, (python) => {
  const module = python.pyimport('prune')
  const { prune, list_lasting: listLasting, list_described: listDescribed, TUPLE: tuple, collect } = module
  const given = python.toPy(seen)
  prune(given)
  for (let round = 0; round < ROUNDS; round += 1) collect()
  const lists = withoutTrace(python._module, () => [listLasting(), listDescribed()].map(toNumbers))
  settle(python._module, tuple, ...lists)
  wipe(python._module)
  dropUnmentioned(python._module)
  collect()
  for (const each of [given, collect, listDescribed, listLasting, prune, module]) each.destroy()
})
await writeFile(file, image)

/** What the function gives, with the memory as it was before: what a list takes to make would leave holes. */
function withoutTrace(module, list) {
  const before = module.HEAPU8.slice()
  const listed = list()
  module.HEAPU8.set(before)
  module.HEAPU8.fill(0, before.length)
  return listed
}

/** Writes the same for every object where Python has what nobody will need, or what it works out again. */
function settle({ HEAPU8: bytes, HEAPU32: words }, tuple, lasting, described) {
  for (const at of lasting) {
    const count = words[at / WORD + COUNT]
    if (count === 0 || (count > MOST && count < IMMORTAL)) throw new Error(`there is no object at ${at}`)
    words[at / WORD + COUNT] = IMMORTAL
    if (words[at / WORD + TYPE] === tuple) words[at / WORD + HASH] = UNKNOWN
  }
  for (const at of described) {
    const text = words[at / WORD + DOC]
    if (text) bytes.fill(0, text, bytes.indexOf(0, text))
  }
}

function toNumbers(listed) {
  return listed.split(' ').map(Number)
}
