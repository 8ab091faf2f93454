/** Takes the image of a Python's memory, under Node: the same bytes each time, whatever the machine and the hour. */
import crypto from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { dataFiles } from '../browser/archive.mjs'
import { deltaEncode, UNIT } from '../browser/image.mjs'
import { glueOf, start, unpacking } from './start.mjs'

const HEAP_STARTS = 1
const LARGEST = 1 << 20
const SMALLEST = 8
const POOLED = 512
const HEADER_OF_BYTES = 1

/** The image of a Python that has answered the examples, as the page gets it. `prepare` does something to that Python first. */
export async function takeImage(runtime, prepare) {
  freezeClockAndRandom()
  const { createPyodideModule, machine } = await watchMachine(runtime)
  const env = { PYTHONHASHSEED: '0' }
  const { python } = await start(runtime, { ...(await unpacking(runtime)), _makeSnapshot: true, env, createPyodideModule })
  callOnce(python, 'warm', 'warm')
  const bytearray = python.pyimport('builtins.bytearray')
  prepare(python)
  wipe(machine.module, bytearray)
  const archive = new Uint8Array(await readFile(join(runtime, 'library.zip')))
  return pack(python.makeMemorySnapshot(), machine.fresh, dataFiles(archive))
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

/** Zeros where memory is free: as much is asked for as there is below the highest byte in use, and given back. */
function wipe(module, bytearray) {
  const top = module.HEAPU8.findLastIndex((byte) => byte !== 0)
  const held = []
  for (let size = POOLED - HEADER_OF_BYTES; size > 0; size -= 16) {
    let at = 0
    while (at < top) {
      const bytes = bytearray(size)
      const view = bytes.getBuffer()
      at = view.data.byteOffset
      view.release()
      held.push(bytes)
    }
  }
  wipeBlocks(module, top, SMALLEST)
  for (const bytes of held) bytes.destroy()
  wipeBlocks(module, top, POOLED) // what was given back just now left its own marks where it grew together
}

/** The same for what Python asks of the C library, which counts in eights and keeps four bytes to itself. */
function wipeBlocks(module, top, smallest) {
  const blocks = []
  for (let size = LARGEST; size >= smallest; size = size > POOLED ? size / 2 : size - 8) {
    let at = 0
    while (at < top) {
      at = module._malloc(size + 4)
      blocks.push(at)
      if (at < top) module.HEAPU8.fill(0, at, at + size + 4)
    }
  }
  for (const at of blocks.reverse()) module._free(at)
}

/** The image as image.mjs reads it: where the memory differs from a fresh machine's, which grows by zeros. */
function pack(snapshot, fresh, files) {
  const start = new Uint32Array(snapshot.buffer, snapshot.byteOffset, 2)[HEAP_STARTS]
  const heap = snapshot.slice(start)
  const words = new Uint32Array(heap.buffer)
  const before = new Uint8Array(heap.length)
  before.set(fresh)
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

/** The size, up to the next unit. */
const align = (size) => Math.ceil(size / UNIT) * UNIT
