/**
 * Python for every tool of a page: once it has started, answers with playbook.boundary.run what is asked.
 * The page makes this worker from its text, so that it lives under the page's own policy.
 */
import { FileError, fetchFile } from './fetch.js'
import { keep } from './keep.js'
import { findObstacle, load, reasonOf } from './loader.js'
import { say } from './say.js'

let starting, places, sources
self.onmessage = ({ data }) =>
  starting.then((started) => ('keep' in data ? store(data.keep, started) : answer(data, started.python))).catch(() => {})

/**
 * What the page adds to this text: a call with the files of the start, and where the data files are.
 * @param {import('./protocol.d.ts').Job} job
 */
export function begin({ data, files, lock }) {
  places = data
  sources = files
  say({ alive: true })
  const obstacle = findObstacle()
  starting = obstacle ? Promise.reject(new Error(obstacle)) : load({ files, lock })
  starting.then(
    () => say({ ready: true }),
    (error) => {
      console.error(error)
      say({ failed: obstacle ?? reasonOf(error) })
    },
  )
}

/** Keeps the files of this start, or lets go of them: they aren't needed in memory any more. */
function store(isAllowed, started) {
  const { views } = started
  delete started.views
  return keep(isAllowed, sources, views)
}

/**
 * Answers; where data files are missing, one country's, then perhaps that of the record before the last edit, fetches them first.
 * @param {import('./protocol.d.ts').Question} question
 * @param {import('./protocol.d.ts').Rules} rules
 */
async function answer({ id, tool, request }, { run, place }) {
  try {
    let answer = JSON.parse(run(tool, request))
    while (answer.needs.length) {
      say({ fetching: true })
      await Promise.all(answer.needs.map(async (need) => place(need, await fetchFile(places[need]))))
      say({ fetching: false })
      answer = JSON.parse(run(tool, request))
    }
    say({ id, answer })
  } catch (error) {
    console.error(error)
    say({ id, failed: error instanceof FileError ? `data-${error.reason}` : 'run' })
  }
}
