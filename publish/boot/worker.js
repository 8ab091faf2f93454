/** Python for every tool: waits for the files of the start, then answers with playbook.boundary.run what is asked through the port. */
import { startPython } from './python.js'

self.addEventListener('message', ({ data }) => begin(data), { once: true })
self.postMessage('awake')

function begin({ port, places, ...files }) {
  const starting = startPython(files)
  starting.then(
    () => port.postMessage({ ready: true }),
    (error) => {
      console.error(error)
      port.postMessage({ failed: 'boot' })
    },
  )
  port.onmessage = ({ data }) => starting.then((python) => answer(data, python, places, port)).catch(() => {})
}

async function answer({ id, tool, request }, { run, place }, places, port) {
  let doing = 'run'
  try {
    let text = run(tool, request)
    const { needs } = JSON.parse(text)
    if (needs.length) {
      doing = 'data'
      await Promise.all(needs.map(async (need) => place(need, await fetchData(places[need]))))
      doing = 'run'
      text = run(tool, request)
    }
    port.postMessage({ id, answer: text })
  } catch (error) {
    console.error(error)
    port.postMessage({ id, failed: doing })
  }
}

/** The bytes of a data file, for where the rules look for it. */
async function fetchData(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} did not arrive`)
  return new Uint8Array(await response.arrayBuffer())
}
