/**
 * The one Python of this page: started once, asked by every tool.
 * It starts from the small files, or else from the whole ones, which stand in for them: what was asked is asked again.
 */
import { data, decoder, integrity, lock, small, whole, worker } from './files.js'
import { isTooSmall, mayStore, rememberMiss } from './store.js'

const RUNTIME = new URL('../runtime/', import.meta.url)
const PATIENCE = { starting: 60_000, fetching: 60_000, answering: 20_000 }
const PATIENCE_WHERE_MORE_IS_LEFT = { starting: 20_000, fetching: 60_000, answering: 10_000 }
/** Where the next start may do better; any other reason is the browser's own, or the line's. */
const ANOTHER_WAY_HELPS = new Set(['boot', 'old', 'run'])
/** What no other try on this page changes, or what costs data each time and so waits until the reader wants it. */
const LASTING = new Set(['wasm', 'old', 'blocked', 'trusted-types', 'altered'])

const SMALL = small?.memory.file ?? ''
const whenIdle = globalThis.requestIdleCallback ?? setTimeout
const addressOf = (file) => ({ address: new URL(file, RUNTIME).href, integrity: integrity[file] })
const mapValues = (object, change) => Object.fromEntries(Object.entries(object).map(([name, value]) => [name, change(value)]))

/** A worker that lives in a blob lives under the page's own policy: it too can only talk to this site. Throws where it can't live. */
function wake(job) {
  const address = URL.createObjectURL(new Blob([worker, `playbook.begin(${JSON.stringify(job)})`], { type: 'text/javascript' }))
  let knowsModules = false
  const python = new Worker(address, {
    get type() {
      knowsModules = true
      return 'module'
    },
  })
  URL.revokeObjectURL(address)
  if (knowsModules) return python
  python.terminate()
  throw Object.assign(new Error('no worker is a module here'), { reason: 'old' })
}

/** True where a host allows no text to become a program or a page, unless a policy of its own looks at it. */
function needsTrustedTypes() {
  try {
    document.createElement('template').innerHTML = ' '
    return false
  } catch {
    return true
  }
}

class Runtime extends EventTarget {
  #ways = [isTooSmall(SMALL) ? null : small, whole].filter(Boolean)
  #worker = null
  #stage = 'fetching'
  #isAlive = false
  #waiting = new Map()
  #asked = 0
  #ready = false
  #watch = 0
  #settled = false
  #obstacle = null

  get isReady() {
    return this.#ready
  }

  start() {
    if (this.#worker) return
    if (this.#obstacle) return this.#fail(this.#obstacle)
    const files = mapValues({ decoder, ...this.#ways[0] }, ({ file, ...more }) => ({ ...addressOf(file), ...more }))
    try {
      this.#listenTo(wake({ files, lock, data: mapValues(data, addressOf) }))
    } catch (error) {
      console.error(error)
      this.#fail(error.reason ?? (needsTrustedTypes() ? 'trusted-types' : 'blocked'))
    }
  }

  #listenTo(worker) {
    const hear = (message) => worker === this.#worker && this.#hear(message)
    worker.onmessage = ({ data }) => hear(data)
    worker.onerror = () => hear({ failed: this.#isAlive ? 'boot' : 'blocked' })
    this.#worker = worker
    for (const { question } of this.#waiting.values()) worker.postMessage(question)
    this.#watchFor()
  }

  /** Starts where it had failed, whatever the reason. */
  startAnew() {
    this.#obstacle = null
    this.start()
  }

  /** The answer to a request; rejects with the reason why there is none: see the words of the page. */
  ask(tool, request) {
    this.#asked += 1
    const question = { id: this.#asked, tool, request: JSON.stringify(request) }
    const answer = new Promise((resolve, reject) => this.#waiting.set(question.id, { question, resolve, reject }))
    if (this.#worker) this.#worker.postMessage(question)
    else this.start()
    if (this.#worker) this.#watchFor()
    return answer
  }

  #hear({ alive, id, answer, failed, progress, started, fetching, ready }) {
    if (alive) this.#isAlive = true
    if (started) this.#stage = 'starting'
    if (ready) this.#stage = 'answering'
    if (fetching !== undefined) this.#stage = fetching ? 'fetching' : 'answering'
    this.#watchFor()
    if (this.#isAlive && ANOTHER_WAY_HELPS.has(failed) && this.#fallBack()) return
    if (id) this.#settle(id, answer, failed)
    else if (failed) this.#fail(failed)
    else if (progress) this.dispatchEvent(new CustomEvent('progress', { detail: progress }))
    if (ready) {
      this.#ready = true
      this.dispatchEvent(new Event('ready'))
    }
    if (this.#ready && this.#waiting.size === 0) this.#rest()
  }

  /** Ends the wait for one answer. A Python that stopped in the middle of one isn't asked again: there's a new one. */
  #settle(id, answer, failed) {
    const { resolve, reject } = this.#waiting.get(id)
    this.#waiting.delete(id)
    if (failed) reject(failed)
    else resolve(answer)
    if (failed !== 'run') return
    this.#end()
    this.start()
  }

  /** Nothing is owed. The first time, the files are kept for the next visit: not on a shared computer, nor those that stood in. */
  #rest() {
    clearTimeout(this.#watch)
    if (this.#settled) return
    this.#settled = true
    const worker = this.#worker
    if (this.#ways[0] === small || !mayStore()) whenIdle(() => worker.postMessage({ keep: mayStore() }))
  }

  /** Silence while something is owed counts as a failure, of the way to start where its files were all there. */
  #watchFor() {
    clearTimeout(this.#watch)
    const patience = this.#ways.length > 1 ? PATIENCE_WHERE_MORE_IS_LEFT : PATIENCE
    this.#watch = setTimeout(() => this.#giveUp(), patience[this.#stage])
  }

  #giveUp() {
    if (this.#stage !== 'fetching' && this.#fallBack()) return
    this.#fail({ fetching: 'lost', starting: 'boot', answering: 'run' }[this.#stage])
  }

  /** Starts in the next way and asks again what is unanswered; false where none is left. */
  #fallBack() {
    if (this.#ways.length === 1) return false
    this.#ways.shift()
    rememberMiss(SMALL)
    this.#end()
    this.start()
    return true
  }

  #end() {
    clearTimeout(this.#watch)
    this.#worker?.terminate()
    this.#worker = null
    this.#stage = 'fetching'
    this.#isAlive = this.#ready = this.#settled = false
  }

  /** Ends this start, and tells whoever waits why. */
  #fail(reason) {
    this.#end()
    if (LASTING.has(reason)) this.#obstacle = reason
    const waiting = [...this.#waiting.values()]
    this.#waiting.clear()
    for (const { reject } of waiting) reject(reason)
    this.dispatchEvent(new CustomEvent('failed', { detail: reason }))
  }
}

export const runtime = new Runtime()
