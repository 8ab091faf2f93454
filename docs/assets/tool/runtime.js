/**
 * The one Python of this page: started once, asked by every tool.
 * It starts from the small files, or else from the whole ones, which stand in for them: what was asked is asked again.
 */
import { data, decoder, lock, small, whole, worker } from './files.js'
import { mayStore } from './store.js'

const RUNTIME = new URL('../runtime/', import.meta.url)
const PATIENCE = 60_000
const PATIENCE_WHERE_MORE_IS_LEFT = 20_000

const whenIdle = globalThis.requestIdleCallback ?? setTimeout
const addressOf = (file) => new URL(file, RUNTIME).href
const mapValues = (object, change) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]))

/** A worker that lives in a blob lives under the page's own policy: it too can only talk to this site. */
function wake(job) {
  const address = URL.createObjectURL(new Blob([worker, `begin(${JSON.stringify(job)})`], { type: 'text/javascript' }))
  const python = new Worker(address, { type: 'module' })
  URL.revokeObjectURL(address)
  return python
}

class Runtime extends EventTarget {
  #ways = [small, whole].filter(Boolean)
  #worker = null
  #hasFiles = false
  #waiting = new Map()
  #asked = 0
  #ready = false
  #watch = 0
  #cache = 'default'
  #settled = false

  get isReady() {
    return this.#ready
  }

  start() {
    if (this.#worker) return
    const files = mapValues({ decoder, ...this.#ways[0] }, ({ file, bytes }) => ({ address: addressOf(file), bytes }))
    const worker = wake({ files, cache: this.#cache, lock, data: mapValues(data, addressOf) })
    worker.onmessage = ({ data }) => worker === this.#worker && this.#hear(data)
    worker.onerror = () => worker.onmessage({ data: { failed: 'boot' } })
    this.#worker = worker
    for (const { question } of this.#waiting.values()) worker.postMessage(question)
    this.#watchFor()
  }

  /** The answer to a request; rejects with 'boot', 'data' or 'run', whichever failed. */
  ask(tool, request) {
    this.start()
    const question = { id: (this.#asked += 1), tool, request: JSON.stringify(request) }
    const answer = new Promise((resolve, reject) => this.#waiting.set(question.id, { question, resolve, reject }))
    this.#worker.postMessage(question)
    this.#watchFor()
    return answer
  }

  #hear({ id, answer, failed, progress, started, ready }) {
    if (started) this.#hasFiles = true
    this.#watchFor()
    if ((failed === 'boot' || failed === 'run') && this.#fallBack()) return
    if (id) {
      const { resolve, reject } = this.#waiting.get(id)
      this.#waiting.delete(id)
      if (failed) reject(failed)
      else resolve(JSON.parse(answer))
    } else if (failed) {
      this.#fail()
    } else if (progress) {
      this.dispatchEvent(new CustomEvent('progress', { detail: progress }))
    } else if (ready) {
      this.#ready = true
      this.dispatchEvent(new Event('ready'))
    }
    if (this.#ready && this.#waiting.size === 0) this.#settle()
  }

  /** Nothing is owed. The first time, the files are kept for the next visit: not on a shared computer, nor those that stood in. */
  #settle() {
    clearTimeout(this.#watch)
    if (this.#settled) return
    this.#settled = true
    const worker = this.#worker
    whenIdle(() => worker.postMessage({ keep: mayStore() && this.#ways[0] === small }))
  }

  /** Silence while something is owed counts as a failure, of the way to start where its files were all there. */
  #watchFor() {
    clearTimeout(this.#watch)
    const isLeft = this.#hasFiles && this.#ways.length > 1
    this.#watch = setTimeout(() => (isLeft && this.#fallBack()) || this.#fail(), isLeft ? PATIENCE_WHERE_MORE_IS_LEFT : PATIENCE)
  }

  /** Starts in the next way and asks again what is unanswered; false where none is left, or the files didn't arrive. */
  #fallBack() {
    if (this.#ways.length === 1) return false
    this.#ways.shift()
    this.#end()
    this.start()
    return true
  }

  #end() {
    clearTimeout(this.#watch)
    this.#worker?.terminate()
    this.#worker = null
    this.#hasFiles = this.#ready = this.#settled = false
  }

  /** Ends this start; the next one takes nothing from the browser's cache, where a broken file may lie. */
  #fail() {
    this.#end()
    this.#cache = 'reload'
    for (const { reject } of this.#waiting.values()) reject('boot')
    this.#waiting.clear()
    this.dispatchEvent(new Event('failed'))
  }
}

export const runtime = new Runtime()
