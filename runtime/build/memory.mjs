/** Takes the image of a Python's memory, under Node: the same bytes each time, whatever the machine and the hour. */
import crypto from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFiles } from '../browser/archive.mjs'
import { deltaEncode, UNIT } from '../browser/image.mjs'
import { glueOf, start, unpacking } from './start.mjs'

const HEAP_STARTS = 1
const PAGE = 1 << 16
/** Python itself keeps blocks of up to 512 bytes, in sixteens. */
const SIZES_OF_PYTHON = Array.from({ length: 32 }, (_, place) => 512 - 16 * place)
/** The C library counts in eights, and keeps four bytes of each block to itself. */
const LARGE = Array.from({ length: 12 }, (_, place) => (1 << (20 - place)) + 4)
const SIZES_OF_C = [...LARGE, ...Array.from({ length: 63 }, (_, place) => 508 - 8 * place)]

/** The image of a Python that has answered the examples, as the page gets it. `prepare` does something to that Python first. */
export async function takeImage(runtime, prepare) {
  freezeClockAndRandom()
  const { createPyodideModule, machine } = await watchMachine(runtime)
  const env = { PYTHONHASHSEED: '0' }
  const { python } = await start(runtime, { ...(await unpacking(runtime)), _makeSnapshot: true, env, createPyodideModule })
  callOnce(python, 'warm', 'warm')
  prepare(python)
  wipe(machine.module)
  const archive = new Uint8Array(await readFile(join(runtime, 'library.zip')))
  return pack(python.makeMemorySnapshot(), machine.fresh, endOfHeap(machine.module), dataFiles(archive))
}

/** Calls a function of one of our modules, and lets go of all that it took: nothing tidies up later. */
export function callOnce(python, module, name, ...given) {
  const found = python.pyimport(module)
  const call = found[name]
  call(...given)
  for (const each of [call, found, ...given]) each.destroy()
}

/** Clock, chance and the command line, as Python sees them, and the hour at which JavaScript tidies up. */
function freezeClockAndRandom() {
  globalThis.FinalizationRegistry = class {
    register() {}
    unregister() {}
  }
  process.argv.splice(1, Infinity, 'playbook')
  Date.now = () => 0
  performance.now = () => 0
  crypto.randomFillSync = (bytes) => bytes.fill(0)
}

/** What makes the machine that Python runs on, and, once that has happened, the machine and its memory before anything ran. */
async function watchMachine(runtime) {
  const create = await glueOf(runtime)
  const machine = {}
  const { instantiate } = WebAssembly
  WebAssembly.instantiate = async (...given) => {
    const made = await instantiate(...given)
    const { memory } = (made.instance ?? made).exports
    if (memory) machine.fresh ??= new Uint8Array(memory.buffer).slice()
    return made
  }
  const createPyodideModule = async (settings) => {
    machine.module = await create(settings)
    return machine.module
  }
  return { createPyodideModule, machine }
}

/** The size of the memory up to where the C library took from it, in whole pages. */
const endOfHeap = (module) => align(module.HEAPU32[module._emscripten_get_sbrk_ptr() >> 2], PAGE)

/** Zeros where memory is free, of Python's own blocks and of the C library's. All that there is is asked for, and given back. */
export function wipe(module) {
  const { grow } = WebAssembly.Memory.prototype
  WebAssembly.Memory.prototype.grow = () => {
    throw new RangeError('all that there is is enough')
  }
  const small = wipeBlocks(module, module._PyObject_Malloc, SIZES_OF_PYTHON)
  const large = wipeBlocks(module, module._malloc, SIZES_OF_C)
  for (const at of small) module._PyObject_Free(at)
  for (const at of large) module._free(at)
  // what was given back just now left its own marks where it grew together
  for (const at of wipeBlocks(module, module._malloc, LARGE)) module._free(at)
  WebAssembly.Memory.prototype.grow = grow
  module.HEAPU8.fill(0, module._emscripten_stack_get_end(), module._emscripten_stack_get_current())
}

/** Takes blocks of each size until there is none, and fills them with zeros. Gives them, the newest first. */
function wipeBlocks(module, take, sizes) {
  const blocks = []
  for (const size of sizes) {
    for (let at = take(size); at; at = take(size)) {
      blocks.push(at)
      module.HEAPU8.fill(0, at, at + size)
    }
  }
  return blocks.reverse()
}

/** The image as image.mjs reads it: where the memory differs from a fresh machine's, which grows by zeros. */
function pack(snapshot, fresh, length, files) {
  const start = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2)[HEAP_STARTS]
  const heap = snapshot.slice(start, start + length)
  const words = new Uint32Array(heap.buffer)
  const before = new Uint8Array(heap.length)
  before.set(fresh.subarray(0, length))
  const filled = align(fresh.findLastIndex((byte) => byte !== 0) + 1)
  const list = []
  const units = []
  for (let at = 0, end = 0; at < heap.length; at += UNIT) {
    const bytes = heap.subarray(at, at + UNIT)
    if (Buffer.compare(bytes, before.subarray(at, at + UNIT)) === 0) continue
    if (at > end || list.length === 0) list.push((at - end) / UNIT, 0)
    list[list.length - 1] += 1
    end = at + UNIT
    for (let word = at / 4; word < end / 4; word += 1) words[word] = deltaEncode(words[word], word * 4)
    units.push(bytes)
  }
  const sizes = Uint32Array.of(heap.length, filled, start, list.length * 4)
  return new Blob([sizes, snapshot.subarray(0, start), Uint32Array.from(list), ...units, ...files]).bytes()
}

/** The size, in whole units. */
const align = (size, unit = UNIT) => Math.ceil(size / unit) * unit
