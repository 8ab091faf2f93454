/**
 * Asks Python what the form says: one question at a time, and only the latest answer is shown.
 * Knows when the answer on the page is older than the form, and never sends again what failed.
 */
import { today } from './now.js'
import { runtime } from './runtime.js'

const PAUSE = 120
const UNNOTICED = 250
const MINUTE = 60_000

export class Conversation {
  #page
  #opening = null
  #isAsking = false
  #again = false
  #answeredOn = today()
  #pause = 0
  #delay = 0
  #clock = 0

  /**
   * What it needs of the page:
   * `name` of the tool, `request(opening)` or null where nothing is typed, `show(answer, opening)` where the answer is
   * null for an empty form, `fail(reason, opening)`, `showLoading()`, and `showDelay(isLate)`: an answer is wanting.
   */
  constructor(page) {
    this.#page = page
    this.#clock = setInterval(() => this.askOnNewDay(), MINUTE)
  }

  end() {
    clearTimeout(this.#pause)
    clearTimeout(this.#delay)
    clearInterval(this.#clock)
  }

  /** After an edit: soon, so that a burst of keys is one question. */
  askSoon() {
    this.#awaitAnswer()
    this.#pause ||= setTimeout(() => this.ask(), PAUSE)
  }

  /** Asks about the form as it is now. */
  ask() {
    this.#awaitAnswer()
    this.#send()
  }

  /** Asks to open plan files, once: with them the answer isn't about the form. */
  open(opening) {
    this.#opening = opening
    this.#send()
  }

  /** Asks anew where another day has begun since, and the page is in view. */
  askOnNewDay() {
    if (document.visibilityState === 'visible' && this.#answeredOn !== today()) this.ask()
  }

  /** Lets go of a plan file that isn't open yet. */
  forget() {
    this.#opening = null
  }

  #send() {
    clearTimeout(this.#pause)
    this.#pause = 0
    this.#again = true
    if (!this.#isAsking) this.#talk()
    else if (!this.#page.request(this.#opening)) this.#receive(null, null)
  }

  async #talk() {
    this.#isAsking = true
    try {
      while (this.#again) await this.#exchange()
    } finally {
      this.#isAsking = false
    }
  }

  async #exchange() {
    this.#again = false
    this.#answeredOn = today()
    const opening = this.#opening
    const request = this.#page.request(opening)
    if (!request) return this.#receive(null, null)
    if (!runtime.isReady) this.#page.showLoading()
    const [answer, reason] = await runtime.ask(this.#page.name, request).then(
      (answer) => [answer],
      (reason) => [null, reason],
    )
    if (reason) this.#stop(reason, opening)
    else if (!this.#again) this.#receive(answer, opening)
  }

  #receive(answer, opening) {
    this.#opening = null
    if (!this.#pause) this.#stopDelay()
    this.#page.show(answer, opening)
  }

  /** The form is as it was; what was to be opened isn't asked for again. */
  #stop(reason, opening) {
    if (this.#opening === opening) this.#opening = null
    this.#page.fail(reason, opening)
  }

  #awaitAnswer() {
    this.#delay ||= setTimeout(() => this.#page.showDelay(true), UNNOTICED)
  }

  #stopDelay() {
    clearTimeout(this.#delay)
    this.#delay = 0
    this.#page.showDelay(false)
  }
}
