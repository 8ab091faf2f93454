/** Answers the requests on standard input with the bundled runtime, under Node: `node on_node.mjs RUNTIME < requests.json`. */
import { readFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { pathToFileURL } from 'node:url'

const runtime = `${process.argv[2]}/`
const read = async (name) => new Uint8Array(await readFile(`${runtime}${name}`))
const { loadPyodide } = await import(pathToFileURL(`${runtime}pyodide.mjs`))

let sitePackages
const python = await loadPyodide({ indexURL: runtime, fsInit: (_, folders) => ({ sitePackages } = folders) })
python.unpackArchive(await read('packages.zip'), 'zip', { extractDir: sitePackages })
const { run } = python.pyimport('playbook.boundary')

async function answer([tool, request]) {
  const first = run(tool, request)
  const { needs } = JSON.parse(first)
  for (const need of needs) python.FS.writeFile(`${sitePackages}/playbook/${need}`, await read(`data/${need}`))
  return needs.length ? run(tool, request) : first
}

const answers = []
for (const request of JSON.parse(await text(process.stdin))) answers.push(await answer(request))
process.stdout.write(JSON.stringify(answers))
