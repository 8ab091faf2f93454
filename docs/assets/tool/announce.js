/**
 * What is said to those who listen, through one region that has always been in the page.
 * It is emptied first and filled in a new task: then the same words are heard again when they are said again.
 */
const BREATH = 100
const PAUSE = 1500

export class Announcer {
  #region
  #next = []
  #breath = 0
  #answer = []
  #heard = new Set()
  #pause = 0
  #delay = { text: '', timer: 0, isAnnounced: false }

  constructor(region) {
    this.#region = region
  }

  /** Says it now, together with whatever else is said in the same moment; an empty text silences. */
  say(text) {
    this.#region.textContent = ''
    clearTimeout(this.#breath)
    this.#next = text ? [...this.#next, text] : []
    this.#breath = setTimeout(() => (this.#region.textContent = this.#next.splice(0).join(' ')), BREATH)
  }

  /** Says those sentences of an answer that weren't in the one before: once the reader pauses, or has left the field. */
  sayAnswer(sentences) {
    this.#answer = sentences.filter(Boolean)
    if (!this.#pause) this.#sayNews()
  }

  /** A button was pressed or a file chosen: the next answer is said whole, also where it's the same as before. */
  expectAnswer() {
    this.#heard.clear()
  }

  /** A key was pressed: the answer waits. */
  wait() {
    clearTimeout(this.#pause)
    this.#pause = setTimeout(() => this.stopWaiting(), PAUSE)
    if (this.#delay.timer) this.sayDelay(this.#delay.text)
  }

  /** The field was left, or nothing has been typed for a while. */
  stopWaiting() {
    clearTimeout(this.#pause)
    this.#pause = 0
    this.#sayNews()
  }

  /** The answer is late: says so where it's still wanting after a pause in which nothing has been typed. */
  sayDelay(text) {
    this.dropDelay()
    const announce = () => {
      this.#delay = { text, timer: 0, isAnnounced: true }
      this.say(text)
    }
    this.#delay = { ...this.#delay, text, timer: setTimeout(announce, PAUSE) }
  }

  /** It has come: says so where its delay was announced. */
  sayEndOfDelay(text) {
    this.dropDelay()
    if (this.#delay.isAnnounced && text) this.say(text)
    this.#delay.isAnnounced = false
  }

  /** Something else has been said about it. */
  dropDelay() {
    clearTimeout(this.#delay.timer)
    this.#delay.timer = 0
  }

  stop() {
    this.dropDelay()
    clearTimeout(this.#pause)
    clearTimeout(this.#breath)
  }

  #sayNews() {
    const news = this.#answer.filter((sentence) => !this.#heard.has(sentence))
    this.#heard = new Set(this.#answer)
    if (news.length) this.say(news.join(' '))
  }
}
