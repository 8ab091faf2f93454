/**
 * A copy of Python's memory: everything imported and prepared, nothing asked yet. Pages of zeros are left out.
 * Layout: how many bytes the memory has, how many pages follow, how long Pyodide's own header is and how long
 * the archive of data files is (each 4 bytes), then the header, the pages' numbers (4 bytes each), the pages, the archive.
 */
import { dataFiles, unpack } from './archive.mjs'

const PAGE = 4096
const SIZES = 16
const HEAP_STARTS = 1

/** The image of what Pyodide's makeMemorySnapshot gives, and of the data files in the archive that it started from. */
export function packImage(snapshot, archive) {
  const start = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2)[HEAP_STARTS]
  const heap = snapshot.subarray(start)
  const words = new Float64Array(heap.buffer, heap.byteOffset, heap.length / 8)
  const bits = new BigUint64Array(words.buffer, words.byteOffset, words.length)
  const isUsed = (page) => {
    for (let at = (page * PAGE) / 8, end = at + PAGE / 8; at < end; at += 1) if (words[at] !== 0 || bits[at] !== 0n) return true
    return false
  }
  const pages = Array.from({ length: heap.length / PAGE }, (_, page) => page).filter(isUsed)
  const files = new Blob(dataFiles(archive))
  const sizes = Uint32Array.of(heap.length, pages.length, start, files.size)
  const contents = pages.map((page) => heap.subarray(page * PAGE, (page + 1) * PAGE))
  return new Blob([sizes, snapshot.subarray(0, start), Uint32Array.from(pages), ...contents, files])
}

/** The header for Pyodide, and what fills a memory; throws for an image that isn't whole. */
export function openImage(image) {
  if (image.byteLength < SIZES) throw new Error('there is no image')
  const [length, count, headerLength, filesLength] = new Uint32Array(image, 0, SIZES / 4)
  const numbers = SIZES + headerLength
  const pages = numbers + count * 4
  const files = pages + count * PAGE
  if (image.byteLength !== files + filesLength) throw new Error('the image is not whole')
  const fill = (heap) => {
    new Uint32Array(image, numbers, count).forEach((page, index) => heap.set(new Uint8Array(image, pages + index * PAGE, PAGE), page * PAGE))
  }
  return { header: new Uint8Array(image, SIZES, headerLength), files: new Uint8Array(image, files), length, fill }
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
      fill(module.HEAPU8)
      return module
    },
  }
}
