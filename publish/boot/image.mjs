/**
 * A copy of Python's memory: everything imported and prepared, nothing asked yet. What the WebAssembly itself
 * puts there is left out, in units of 64 bytes.
 * Layout: five sizes (4 bytes each: of the memory, of what the WebAssembly fills itself, the number of runs, of
 * Pyodide's own header, of the archive of data files), the runs (first unit and number of units, 4 bytes each),
 * the header, the archive, and the units.
 */
import { unpack } from './archive.mjs'

export const UNIT = 64
const SIZES = 20
const RUN = 8

/** The header for Pyodide, the archive, and what fills a memory; throws for an image that isn't whole. */
export function openImage(image) {
  if (image.length < SIZES) throw new Error('there is no image')
  const read = (at, count) => new Uint32Array(image.buffer, image.byteOffset + at, count)
  const [length, filled, count, headerLength, filesLength] = read(0, SIZES / 4)
  const header = SIZES + count * RUN
  const files = header + headerLength
  const units = files + filesLength
  const runs = read(SIZES, count * 2)
  const used = runs.reduce((sum, each, at) => (at % 2 ? sum + each : sum), 0)
  if (image.length !== units + used * UNIT) throw new Error('the image is not whole')
  const fill = (heap) => {
    let at = units
    let end = filled
    for (let run = 0; run < runs.length; run += 2) {
      const start = runs[run] * UNIT
      const size = runs[run + 1] * UNIT
      if (start > end) heap.fill(0, end, start)
      heap.set(image.subarray(at, at + size), start)
      at += size
      end = Math.max(end, start + size)
    }
  }
  return { header: image.subarray(header, files), files: image.subarray(files, units), length, fill }
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
