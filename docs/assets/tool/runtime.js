/**
 * The one Python of this page: a worker, started once, asked by every tool.
 * It starts from the image of an earlier visit, or else from the small files, or else from the whole ones:
 * each way stands in for the one before it, and what was asked is asked again.
 */
import { addressOf, download } from './download.js'
import { data, lock, small, whole } from './files.js'
import { findImage, isKnown, keepImage, refuseImage } from './images.js'

const PATIENCE = 60_000
const PATIENCE_WHERE_MORE_IS_LEFT = 20_000
const REST = 1000

/** A worker that lives in a blob lives under the page's own policy: it too can only talk to this site. */
async function wake(program, hear) {
  const address = URL.createObjectURL(new Blob([program], { type: 'text/javascript' }))
  const worker = new Worker(address, { type: 'module' })
  await new Promise((resolve, reject) => {
    worker.onmessage = resolve
    worker.onerror = reject
  }).finally(() => URL.revokeObjectURL(address))
  worker.onmessage = ({ data }) => hear(data)
  worker.onerror = () => hear({ failed: 'boot' })
  return worker
}

const places = Object.fromEntries(Object.entries(data).map(([need, file]) => [need, addressOf(file)]))

class Runtime extends EventTarget {
  #ways = small ? ['image', 'small', 'whole'] : ['whole']
  #start = null
  #worker = null
  #waiting = new Map()
  #asked = 0
  #ready = false
  #watch = 0
  #cache = 'default'
  #mayKeep = true

  get isReady() {
    return this.#ready
  }

  /** For a computer that many people use: no image is read or made. */
  keepNothing() {
    this.#mayKeep = false
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
      const coming = download(this.#ways[0] === 'whole' ? whole : small, current((detail) => this.#progress(detail)), { signal, cache: this.#cache })
      const program = coming.program()
      const woken = program.then((program) => wake(program, current((data) => this.#hear(data))))
      const found = this.#findImage().then(async (image) => [image, image ? null : await coming.library()])
      const [worker, wasm, [image, library]] = await Promise.all([woken, coming.python(), found])
      if (signal.aborted) return worker.terminate()
      const files = { wasm, library, lock, data: places }
      this.#worker = worker
      this.#watchFor()
      worker.postMessage({ files: { ...files, image } })
      for (const { question } of this.#waiting.values()) worker.postMessage(question)
      if (this.#mayKeep && this.#ways[0] === 'small') this.#keepImage({ signal, program: await program, files })
    } catch (error) {
      console.error(error)
      if (!signal.aborted) this.#fail()
    }
  }

  async #findImage() {
    if (this.#ways[0] !== 'image') return null
    const image = this.#mayKeep ? await findImage(small) : null
    if (!image) this.#ways.shift()
    return image
  }

  /** When this Python is ready and the reader rests, another one, which nobody asks anything, makes the image for the next visit. */
  async #keepImage({ signal, program, files }) {
    await new Promise((resolve) => this.addEventListener('ready', resolve, { once: true, signal }))
    await new Promise((resolve) => setTimeout(resolve, REST))
    if (window.requestIdleCallback) await new Promise(requestIdleCallback)
    if (signal.aborted) return
    let maker
    try {
      if (await isKnown(small)) return
      const made = new Promise((resolve, reject) => {
        maker = wake(program, ({ image }) => (image ? resolve(image) : reject(new Error('no image was made'))))
        maker.then((worker) => worker.postMessage({ files, make: true }), reject)
      })
      await keepImage(small, await made)
    } catch (error) {
      console.warn('no image for the next visit', error)
    } finally {
      maker?.then((worker) => worker.terminate(), () => {})
    }
  }

  #progress(detail) {
    this.#watchFor()
    this.dispatchEvent(new CustomEvent('progress', { detail }))
  }

  #hear({ id, answer, failed, ready }) {
    this.#watchFor()
    if (failed && failed !== 'data' && this.#fallBack()) return
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

  /** Silence while something is owed counts as a failure, of the way to start where its files were all there. */
  #watchFor() {
    clearTimeout(this.#watch)
    const isThere = this.#worker !== null
    const patience = isThere && this.#ways.length > 1 ? PATIENCE_WHERE_MORE_IS_LEFT : PATIENCE
    this.#watch = setTimeout(() => (isThere && this.#fallBack()) || this.#fail(), patience)
  }

  /** Starts in the next way and asks again what is unanswered; false where none is left. */
  #fallBack() {
    if (this.#ways.length === 1) return false
    if (this.#ways.shift() === 'image') refuseImage(small)
    this.#end()
    this.start()
    return true
  }

  #end() {
    clearTimeout(this.#watch)
    this.#start?.abort()
    this.#worker?.terminate()
    this.#start = this.#worker = null
    this.#ready = false
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
