/**
 * Python for every tool of a page: once it has started, answers with playbook.boundary.run what is asked.
 * The page makes this worker from its text, so that it lives under the page's own policy.
 */
let starting, places, sources
self.onmessage = ({ data }) => starting.then((python) => ('keep' in data ? keep(data.keep, sources) : answer(data, python))).catch(() => {})

/** What the page adds to this text: a call with the files of the start, and where the data files are. */
function begin({ data, ...job }) {
  places = data
  sources = job.files
  starting = load(job)
  starting.then(
    () => self.postMessage({ ready: true }),
    (error) => {
      console.error(error)
      self.postMessage({ failed: error instanceof NotArrived ? 'files' : 'boot' })
    },
  )
}

async function answer({ id, tool, request }, { run, place }) {
  let doing = 'run'
  try {
    let text = run(tool, request)
    for (let needs = needsOf(text); needs.length; needs = needsOf(text)) {
      doing = 'data'
      await Promise.all(needs.map(async (need) => place(need, await fetchData(places[need]))))
      doing = 'run'
      text = run(tool, request)
    }
    self.postMessage({ id, answer: text })
  } catch (error) {
    console.error(error)
    self.postMessage({ id, failed: doing })
  }
}

/** The data files that an answer still lacks: one country's, then perhaps that of the record before the last edit. */
const needsOf = (answer) => JSON.parse(answer).needs

/** The bytes of a data file, for where the rules look for it. */
async function fetchData(address) {
  const response = await fetch(address)
  if (!response.ok) throw new Error(`${address} did not arrive`)
  return new Uint8Array(await response.arrayBuffer())
}
