/**
 * Starts stock Pyodide with the rules as packages, from files that are here already. Nothing of Pyodide is changed:
 * it asks for its files by their names, and each request is answered with the one that was fetched and checked.
 */
import { openRules } from './rules.mjs'

const PACKAGE = 'closing-playbook'
const ANYWHERE = 'pyodide/'
const TYPES = { wasm: 'application/wasm', zip: 'application/zip', whl: 'application/zip' }

/** Starts it once all is there; each of the contents is a promise of its bytes, by the name that Pyodide asks for. */
export async function startWhole(contents, lock, announce) {
  const files = Object.fromEntries(await Promise.all(Object.entries(contents).map(async ([name, bytes]) => [name, await bytes])))
  announce()
  const [{ loadPyodide }, { default: createPyodideModule }] = await Promise.all(
    ['pyodide.mjs', 'pyodide.asm.mjs'].map((name) => importBytes(files[name])),
  )
  const indexURL = new URL(ANYWHERE, location.origin).href
  const fetchFile = self.fetch
  self.fetch = async (address) => answer(files, String(address))
  try {
    const options = { indexURL, packageBaseUrl: indexURL, lockFileContents: lock, packages: [PACKAGE], createPyodideModule }
    return openRules(await loadPyodide(options))
  } finally {
    self.fetch = fetchFile
  }
}

/** What a server would send for this address. */
function answer(files, address) {
  const name = decodeURIComponent(address.slice(address.lastIndexOf('/') + 1))
  const content = files[name]
  const type = TYPES[name.slice(name.lastIndexOf('.') + 1)]
  return content ? new Response(content, { headers: { 'Content-Type': type } }) : new Response(null, { status: 404 })
}

/** What a module exports, given its text as bytes. */
export async function importBytes(bytes) {
  const address = URL.createObjectURL(new Blob([bytes], { type: 'text/javascript' }))
  try {
    return await import(address)
  } catch (cause) {
    throw cause instanceof TypeError ? Object.assign(new Error('the program may not run here', { cause }), { reason: 'blocked' }) : cause
  } finally {
    URL.revokeObjectURL(address)
  }
}
