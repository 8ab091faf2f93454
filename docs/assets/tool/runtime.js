/** The one Python of this page: a worker, started once, asked by every tool. */
import { download } from './download.js'

const PATIENCE = 60_000

/** A worker that lives in a blob lives under the page's own policy: it too can only talk to this site. */
async function wake(program, hear) {
  const address = URL.createObjectURL(new Blob([await program], { type: 'text/javascript' }))
  const worker = new Worker(address, { type: 'module' })
  await new Promise((resolve, reject) => {
    worker.onmessage = resolve
    worker.onerror = reject
  }).finally(() => URL.revokeObjectURL(address))
  worker.onmessage = ({ data }) => hear(data)
  worker.onerror = () => hear({ failed: 'boot' })
  return worker
}

class Runtime extends EventTarget {
  #start = null
  #worker = null
  #waiting = new Map()
  #asked = 0
  #ready = false
  #watch = 0
  #cache = 'default'

  get isReady() {
    return this.#ready
  }

  start() {
    if (this.#start) return
    this.#start = new AbortController()
    this.#watchFor()
    this.#boot(this.#start)
  }

  /** The answer to a request; rejects with 'boot', 'data' or 'run', whichever failed. */
  ask(tool, request) {
    this.start()
    const question = { id: (this.#asked += 1), tool, request: JSON.stringify(request) }
    const answer = new Promise((resolve, reject) => this.#waiting.set(question.id, { question, resolve, reject }))
    this.#worker?.postMessage(question)
    this.#watchFor()
    return answer
  }

  async #boot({ signal }) {
    const current = (hear) => (data) => signal.aborted || hear(data)
    try {
      const files = await download(current((detail) => this.#progress(detail)), { signal, cache: this.#cache })
      const woken = wake(files.program, current((data) => this.#hear(data)))
      const [worker, wasm, library] = await Promise.all([woken, files.wasm, files.library])
      if (signal.aborted) return worker.terminate()
      this.#worker = worker
      worker.postMessage({ files: { wasm, library, lock: files.lock, data: files.data } }, [library])
      for (const { question } of this.#waiting.values()) worker.postMessage(question)
    } catch (error) {
      console.error(error)
      if (!signal.aborted) this.#fail()
    }
  }

  #progress(detail) {
    this.#watchFor()
    this.dispatchEvent(new CustomEvent('progress', { detail }))
  }

  #hear({ id, answer, failed, ready }) {
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
    }
    if (this.#ready && this.#waiting.size === 0) clearTimeout(this.#watch)
  }

  /** Silence for a whole minute while something is owed counts as a failure. */
  #watchFor() {
    clearTimeout(this.#watch)
    this.#watch = setTimeout(() => this.#fail(), PATIENCE)
  }

  /** Ends this start; the next one takes nothing from the browser's cache, where a broken file may lie. */
  #fail() {
    clearTimeout(this.#watch)
    this.#start?.abort()
    this.#worker?.terminate()
    this.#start = this.#worker = null
    this.#ready = false
    this.#cache = 'reload'
    for (const { reject } of this.#waiting.values()) reject('boot')
    this.#waiting.clear()
    this.dispatchEvent(new Event('failed'))
  }
}

export const runtime = new Runtime()
