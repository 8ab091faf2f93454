/**
 * Lets go of the names that only those functions mentioned which went. Python keeps such texts for ever (it interns
 * them), in a dictionary of its own.
 */

const WORD = 4
/** Where each is: in every object, in a dictionary, in its keys and in a text, in words. */
const [COUNT, TYPE] = [0, 1]
const [USED, KEYS] = [2, 6]
const [SIZES, USABLE, ENTRIES, INDEX] = [1, 3, 4, 5]
const STATE = 4
/** Two bits of a text's state: interned until nothing mentions it any more, or for ever. */
const [MORTAL, IMMORTAL, INTERNED] = [1, 2, 3]
/** The lowest bits of a pointer may say something of their own. */
const POINTER = ~3
/** A dictionary with fewer texts is another one. */
const FEWEST = 1000

/** Lets go of each interned text to which no word of the memory points, but for the dictionary. */
export function dropUnmentioned(module) {
  const { HEAPU32: words } = module
  const [first, last] = findInterned(module)
  const texts = new Set(words.subarray(first, last).filter((at) => stateOf(module, at) === IMMORTAL))
  for (let place = 0; place < words.length; place += 1) {
    if (place === first) place = last
    texts.delete((words[place] & POINTER) >>> 0)
  }
  for (const at of texts) {
    words[at / WORD + STATE] += MORTAL - IMMORTAL
    words[at / WORD + COUNT] = 1
    module._Py_DecRef(at)
  }
}

/** Where the dictionary has its entries, in words: from and to. In each, an interned text is its own value. */
function findInterned(module) {
  const { HEAPU32: words, _PyDict_Type: kind } = module
  for (let place = 0; place < words.length - KEYS; place += 2) {
    if (words[place + TYPE] !== kind || words[place + USED] < FEWEST) continue
    const [first, last] = findEntries(words, words[place + KEYS] / WORD)
    const entries = words.subarray(first, last).filter((word) => word !== 0)
    if (entries.length === 2 * words[place + USED] && entries.every((word, at) => word === entries[at ^ 1] && stateOf(module, word) > 0))
      return [first, last]
  }
  throw new Error('Python has its interned texts somewhere else')
}

/** Where the entries of a dictionary are whose keys are texts, in words; nowhere where these aren't such keys. */
function findEntries(words, keys) {
  const sizes = words[keys + SIZES]
  const entries = words[keys + ENTRIES]
  const places = Math.floor((2 << (sizes & 0xff)) / 3)
  if (words[keys + USABLE] + entries !== places) return [0, 0]
  const first = keys + INDEX + (1 << ((sizes >> 8) & 0xff)) / WORD
  return [first, first + 2 * entries]
}

/** Whether and how the object at this address is an interned text; 0 where it isn't. */
function stateOf({ HEAPU32: words, _PyUnicode_Type: kind }, at) {
  const place = at / WORD
  return words[place + TYPE] === kind ? words[place + STATE] & INTERNED : 0
}
