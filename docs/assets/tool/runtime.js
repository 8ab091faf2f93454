/** The one Python of this page: a worker, started once, asked by every tool. */

const PATIENCE = 60_000

/** A worker that starts from a blob lives under the page's own policy: it too can only talk to this site. */
const SOURCE = URL.createObjectURL(
  new Blob([`import '${new URL('./worker.js', import.meta.url)}'`], { type: 'text/javascript' }),
)

class Runtime extends EventTarget {
  #worker = null
  #waiting = new Map()
  #asked = 0
  #ready = false
  #watch = 0

  get isReady() {
    return this.#ready
  }

  start() {
    if (this.#worker) return
    this.#worker = new Worker(SOURCE, { type: 'module' })
    this.#worker.addEventListener('message', ({ data }) => this.#hear(data))
    this.#worker.addEventListener('error', () => this.#fail())
    this.#watchFor()
  }

  /** The answer to a request; rejects with 'boot', 'data' or 'run', whichever failed. */
  ask(tool, request) {
    this.start()
    const id = (this.#asked += 1)
    const answer = new Promise((resolve, reject) => this.#waiting.set(id, { resolve, reject }))
    this.#worker.postMessage({ id, tool, request: JSON.stringify(request) })
    this.#watchFor()
    return answer
  }

  #hear({ id, answer, failed, loaded, total, ready }) {
    this.#watchFor()
    if (id) {
      const { resolve, reject } = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (failed) reject(failed)
      else resolve(JSON.parse(answer))
    } else if (failed) {
      this.#fail()
    } else if (ready) {
      this.#ready = true
      this.dispatchEvent(new Event('ready'))
    } else {
      this.dispatchEvent(new CustomEvent('progress', { detail: { loaded, total } }))
    }
    if (this.#ready && this.#waiting.size === 0) clearTimeout(this.#watch)
  }

  /** Silence for a whole minute while something is owed counts as a failure. */
  #watchFor() {
    clearTimeout(this.#watch)
    this.#watch = setTimeout(() => this.#fail(), PATIENCE)
  }

  #fail() {
    clearTimeout(this.#watch)
    this.#worker?.terminate()
    this.#worker = null
    this.#ready = false
    for (const { reject } of this.#waiting.values()) reject('boot')
    this.#waiting.clear()
    this.dispatchEvent(new Event('failed'))
  }
}

export const runtime = new Runtime()
