/**
 * Python for every tool of a page: once it has started, answers with playbook.boundary.run what is asked.
 * The page makes this worker from its text, so that it lives under the page's own policy.
 */
import { fetchFile, FileError } from './fetch.js'
import { keep } from './keep.js'
import { findObstacle, load, reasonOf } from './loader.js'

let starting, places, sources
self.onmessage = ({ data }) => starting.then((started) => ('keep' in data ? store(data.keep, started) : answer(data, started.python))).catch(() => {})

/** What the page adds to this text: a call with the files of the start, and where the data files are. */
export function begin({ data, ...job }) {
  places = data
  sources = job.files
  self.postMessage({ alive: true })
  const obstacle = findObstacle()
  starting = obstacle ? Promise.reject(new Error(obstacle)) : load(job)
  starting.then(
    () => self.postMessage({ ready: true }),
    (error) => {
      console.error(error)
      self.postMessage({ failed: obstacle ?? reasonOf(error) })
    },
  )
}

/** Keeps the files of this start, or lets go of them: they aren't needed in memory any more. */
function store(isAllowed, started) {
  const { views } = started
  delete started.views
  return keep(isAllowed, sources, views)
}

/** Answers; where data files are missing, one country's, then perhaps that of the record before the last edit, fetches them first. */
async function answer({ id, tool, request }, { run, place }) {
  try {
    let answer = JSON.parse(run(tool, request))
    while (answer.needs.length) {
      self.postMessage({ fetching: true })
      await Promise.all(answer.needs.map(async (need) => place(need, await fetchFile(places[need]))))
      self.postMessage({ fetching: false })
      answer = JSON.parse(run(tool, request))
    }
    self.postMessage({ id, answer })
  } catch (error) {
    console.error(error)
    self.postMessage({ id, failed: error instanceof FileError ? `data-${error.reason}` : 'run' })
  }
}
