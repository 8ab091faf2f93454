/**
 * A copy of Python's memory: everything imported and prepared, nothing asked yet. What the WebAssembly itself
 * puts there is left out, in units of 64 bytes.
 * Layout: four sizes (4 bytes each: of the memory, of what the WebAssembly fills itself, of Pyodide's own header and
 * of the list that follows), the header, a list of how many units are left out and how many come next (4 bytes
 * each), those units, and the archive of data files.
 */
import { unpack } from './archive.mjs'

export const UNIT = 64
const WORD = 4
const SIZES = 4 * WORD
const NEAR = 2048
const MARK = 0xf0000000

/**
 * The header for Pyodide, the archive, and what fills a memory in which something stands below `used`; throws for an
 * image that isn't whole.
 */
export function openImage(image) {
  if (image.length < SIZES) throw new Error('there is no image')
  const words = new Uint32Array(image.buffer, image.byteOffset, image.length >> 2)
  const [length, filled, headerLength, listed] = words
  const list = words.subarray((SIZES + headerLength) / WORD, (SIZES + headerLength + listed) / WORD)
  const units = SIZES + headerLength + listed
  const files = units + UNIT * list.reduce((sum, count, place) => sum + (place % 2 ? count : 0), 0)
  const reached = UNIT * list.reduce((sum, count) => sum + count, 0)
  if (!(files <= image.length && reached <= length)) throw new Error('the image is not whole')
  const fill = (heap, used) => {
    const memory = new Uint32Array(heap.buffer)
    let from = units / WORD
    let end = filled / WORD
    let to = 0
    for (let place = 0; place < list.length; place += 2) {
      to += (list[place] * UNIT) / WORD
      if (to > end && end * WORD < used) memory.fill(0, end, to)
      for (const last = to + (list[place + 1] * UNIT) / WORD; to < last; to += 1, from += 1)
        memory[to] = deltaEncode(words[from], to * WORD)
      end = Math.max(end, to)
    }
  }
  return { header: image.slice(SIZES, SIZES + headerLength), files: image.subarray(files), length, fill }
}

/**
 * Delta-encodes a pointer to somewhere near, and decodes it again (it's its own inverse): most pointers are alike then,
 * and so take less when they're compressed. The word is at this address of the memory.
 */
export function deltaEncode(word, address) {
  const lowest = address - NEAR / 2
  const distance = (word - lowest) >>> 0
  const marked = (word - MARK) >>> 0
  if (distance < NEAR) return MARK + distance
  return marked < NEAR ? lowest + marked : word
}

/** The options of loadPyodide with which it starts from this image, which isn't kept. */
export function restoring(image, createPyodideModule) {
  /** @type {any} */ // let go of once the memory is filled
  let opened = openImage(image)
  return {
    _loadSnapshot: opened.header,
    fsInit: (FS, { sitePackages }) => unpack(FS, opened.files, sitePackages),
    createPyodideModule: async (settings) => {
      const module = await createPyodideModule(settings)
      const { length, fill } = opened
      if (module.HEAPU8.length < length) module._emscripten_resize_heap?.(length)
      if (module.HEAPU8.length < length) throw new RangeError('the image does not fit')
      const used = module.HEAPU32[module._emscripten_get_sbrk_ptr() >> 2]
      keepTrampoline(module, () => fill(module.HEAPU8, used))
      opened = null
      return module
    },
  }
}

/** How Python calls a function through a pointer differs from browser to browser: the one that this browser chose stays. */
function keepTrampoline(module, change) {
  const trampoline = module.HEAP32[placeOfTrampoline(module)]
  change()
  module.HEAP32[placeOfTrampoline(module)] = trampoline
}

/** Where that stands in the memory, in words; a zero there means that JavaScript calls the function. */
export const placeOfTrampoline = (module) => (module.__PyRuntime + module.HEAP32[module.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >> 2]) >> 2
