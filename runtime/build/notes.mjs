/** What is noted of a Python that runs: see runtime/wasm.py for its WebAssembly's own functions, and runtime/glue.py for ours. */
const FROZEN = ['_PyImport_FrozenBootstrap', '_PyImport_FrozenStdlib', '_PyImport_FrozenTest']
const FROZEN_ENTRY = 4 // words: the name's address, the bytecode's, its size, and whether it's a package
const machines = []
const called = new Set()
const { instantiate } = WebAssembly
WebAssembly.instantiate = async (wasm, imports) => {
  const made = await instantiate(wasm, noting(imports))
  const { exports } = made.instance ?? made
  if (exports.notes) machines.push(exports)
  return made
}

/** The same imports, but functions say that they were called. */
function noting(imports = {}) {
  const get = (names, name) => {
    const own = names[name]
    if (typeof own !== 'function') return own
    return (...given) => {
      called.add(name)
      return own(...given)
    }
  }
  return Object.fromEntries(Object.entries(imports).map(([module, names]) => [module, new Proxy(names, { get })]))
}

/** The numbers of the functions that ran in the machine that was started last; none where it isn't watched. */
export function listUsed() {
  const notes = new Uint8Array(machines.at(-1)?.notes.buffer ?? 0)
  return Array.from(notes.keys()).filter((number) => notes[number])
}

/** The names of the functions in JavaScript that a WebAssembly called. */
export const listCalled = () => [...called].sort()

/** Address and size of the bytecode of each module that Python has among its constants, by Python's own tables of them. */
export function listFrozen() {
  const { memory, ...values } = machines.at(-1)
  const words = new Uint32Array(memory.buffer)
  const list = (table) => {
    const [name, code, size] = words.subarray(table, table + FROZEN_ENTRY)
    return name ? [[code, size], ...list(table + FROZEN_ENTRY)] : []
  }
  return FROZEN.flatMap((name) => list(words[values[name].value / 4] / 4))
}
