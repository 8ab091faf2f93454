/** Python for every tool: starts Pyodide from our own files, unpacks the rules, and answers requests with playbook.boundary.run. */
import { loadPyodide } from '../runtime/pyodide.mjs'

const RUNTIME = new URL('../runtime/', import.meta.url)

const fetchFile = self.fetch.bind(self)
const manifest = fetchFile(new URL('runtime.json', RUNTIME)).then((response) => response.json())
let loaded = 0

async function count(bytes) {
  const { boot } = await manifest
  const total = Object.values(boot).reduce((sum, file) => sum + file.bytes, 0)
  loaded = Math.min(loaded + bytes, total)
  self.postMessage({ loaded, total })
}

async function countModule(name) {
  const { boot } = await manifest
  await import(new URL(name, RUNTIME))
  await count(boot[name].bytes)
}

/** Fetches as ever, and counts what arrives. A file that doesn't arrive ends the start at once: Pyodide itself would wait for ever. */
async function fetchCounted(...request) {
  const response = await fetchFile(...request).catch(() => Response.error())
  if (!response.ok) {
    self.postMessage({ failed: 'boot' })
    throw new Error(`${request[0]} did not arrive`)
  }
  const counting = new TransformStream({
    transform(chunk, queue) {
      queue.enqueue(chunk)
      return count(chunk.byteLength)
    },
  })
  return new Response(response.body.pipeThrough(counting), { headers: response.headers })
}

async function boot() {
  self.fetch = fetchCounted
  const packages = fetchCounted(new URL('packages.zip', RUNTIME)).then((response) => response.arrayBuffer())
  const modules = Promise.all(['pyodide.mjs', 'pyodide.asm.mjs'].map(countModule))
  let sitePackages
  const starting = loadPyodide({
    indexURL: RUNTIME.href,
    fsInit: (_, folders) => ({ sitePackages } = folders),
  })
  const [python, archive] = await Promise.all([starting, packages, modules])
  self.fetch = fetchFile
  python.unpackArchive(archive, 'zip', { extractDir: sitePackages })
  const { run } = python.pyimport('playbook.boundary')
  self.postMessage({ ready: true })
  return { run, python, folder: `${sitePackages}/playbook` }
}

/** Puts a data file where the rules look for it. */
async function place({ python, folder }, need) {
  const response = await fetchFile(new URL(`data/${need}`, RUNTIME))
  if (!response.ok) throw new Error(`${need} did not arrive`)
  const path = `${folder}/${need}`
  python.FS.mkdirTree(path.slice(0, path.lastIndexOf('/')))
  python.FS.writeFile(path, new Uint8Array(await response.arrayBuffer()))
}

async function answer(rules, { id, tool, request }) {
  let doing = 'run'
  try {
    let text = rules.run(tool, request)
    const { needs } = JSON.parse(text)
    if (needs.length) {
      doing = 'data'
      await Promise.all(needs.map((need) => place(rules, need)))
      doing = 'run'
      text = rules.run(tool, request)
    }
    self.postMessage({ id, answer: text })
  } catch (error) {
    console.error(error)
    self.postMessage({ id, failed: doing })
  }
}

const booted = boot().catch((error) => {
  console.error(error)
  self.postMessage({ failed: 'boot' })
})

self.addEventListener('message', async ({ data }) => {
  const rules = await booted
  if (rules) await answer(rules, data)
})
