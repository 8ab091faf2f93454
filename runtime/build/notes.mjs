/** What is noted of a Python that runs: see runtime/wasm.py for its WebAssembly's own functions, and runtime/glue.py for ours. */
const machines = []
const called = new Set()
const { instantiate } = WebAssembly
WebAssembly.instantiate = async (wasm, imports) => {
  const made = await instantiate(wasm, noting(imports))
  const { notes } = (made.instance ?? made).exports
  if (notes) machines.push(notes)
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
  const notes = new Uint8Array(machines.at(-1)?.buffer ?? 0)
  return Array.from(notes.keys()).filter((number) => notes[number])
}

/** The names of the functions in JavaScript that a WebAssembly called. */
export const listCalled = () => [...called].sort()
