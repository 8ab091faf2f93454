/**
 * A copy of Python's memory: everything imported and prepared, nothing asked yet. What the WebAssembly itself
 * puts there is left out, in units of 64 bytes.
 * Layout: four sizes (4 bytes each: of the memory, of what the WebAssembly fills itself, of Pyodide's own header and
 * of the units), the header, a bit for each unit of the memory that tells whether it's in the image, the units, and
 * the archive of data files.
 */
import { unpack } from './archive.mjs'

export const UNIT = 64
const SIZES = 16
const NEAR = 2048
const MARK = 0xf0000000

/** The header for Pyodide, the archive, and what fills a memory, once; throws for an image that isn't whole. */
export function openImage(image) {
  if (image.length < SIZES) throw new Error('there is no image')
  const [length, filled, headerLength, unitsLength] = new Uint32Array(image.buffer, image.byteOffset, SIZES / 4)
  const bits = SIZES + headerLength
  const units = bits + length / UNIT / 8
  const files = units + unitsLength
  if (image.length < files) throw new Error('the image is not whole')
  const isKept = (unit) => (image[bits + (unit >> 3)] >> (unit & 7)) & 1
  const fill = (heap) => {
    let at = units
    let end = filled
    for (let unit = 0; at < files; unit += 1) {
      if (!isKept(unit)) continue
      const first = unit * UNIT
      while (isKept(unit + 1)) unit += 1
      const size = (unit + 1) * UNIT - first
      if (first > end) heap.fill(0, end, first)
      turnPointers(new Uint32Array(image.buffer, image.byteOffset + at, size / 4), first)
      heap.set(image.subarray(at, at + size), first)
      at += size
      end = Math.max(end, first + size)
    }
  }
  return { header: image.subarray(SIZES, bits), files: image.subarray(files), length, fill }
}

/**
 * Turns each pointer to somewhere near into how far that is, marked, and back: most pointers are alike then, and so
 * take less when they're compressed. The words stand at this address of the memory.
 */
export function turnPointers(words, address) {
  for (let at = 0, lowest = address - NEAR / 2; at < words.length; at += 1, lowest += 4) {
    const distance = (words[at] - lowest) >>> 0
    const marked = (words[at] - MARK) >>> 0
    if (distance < NEAR) words[at] = MARK + distance
    else if (marked < NEAR) words[at] = lowest + marked
  }
}

/** The options of loadPyodide with which it starts from this image. */
export function restoring(image, createPyodideModule) {
  const { header, files, length, fill } = openImage(image)
  return {
    _loadSnapshot: header,
    fsInit: (FS, { sitePackages }) => unpack(FS, files, sitePackages),
    createPyodideModule: async (settings) => {
      const module = await createPyodideModule(settings)
      if (module.HEAPU8.length < length) module._emscripten_resize_heap?.(length)
      if (module.HEAPU8.length < length) throw new Error('the image does not fit')
      keepTrampoline(module, () => fill(module.HEAPU8))
      return module
    },
  }
}

/** How Python calls a function through a pointer differs from browser to browser: the one that this browser chose stays. */
function keepTrampoline(module, change) {
  const place = () => (module.__PyRuntime + module.HEAP32[module.__PyEM_EMSCRIPTEN_TRAMPOLINE_OFFSET >> 2]) >> 2
  const trampoline = module.HEAP32[place()]
  change()
  module.HEAP32[place()] = trampoline
}
