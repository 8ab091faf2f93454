/** Python for every tool: waits for the files of the start, then answers requests with playbook.boundary.run, or makes an image. */
import { makeImage, startPython } from './python.js'

let starting, places

/** Puts a data file where the rules look for it. */
async function fetchData(need) {
  const response = await fetch(places[need])
  if (!response.ok) throw new Error(`${need} did not arrive`)
  const { place } = await starting
  place(need, new Uint8Array(await response.arrayBuffer()))
}

async function answer({ id, tool, request }) {
  const { run } = await starting
  let doing = 'run'
  try {
    let text = run(tool, request)
    const { needs } = JSON.parse(text)
    if (needs.length) {
      doing = 'data'
      await Promise.all(needs.map(fetchData))
      doing = 'run'
      text = run(tool, request)
    }
    self.postMessage({ id, answer: text })
  } catch (error) {
    console.error(error)
    self.postMessage({ id, failed: doing })
  }
}

function begin(files) {
  places = files.data
  starting = startPython(files)
  starting.then(
    () => self.postMessage({ ready: true }),
    (error) => {
      console.error(error)
      self.postMessage({ failed: 'boot' })
    },
  )
}

async function make(files) {
  const image = await makeImage(files).catch(console.error)
  self.postMessage({ image })
}

self.addEventListener('message', async ({ data }) => {
  if (data.make) await make(data.files)
  else if (data.files) begin(data.files)
  else await answer(data).catch(() => {})
})
self.postMessage({ awake: true })
