/**
 * Clocks in an answer: [data-timer] with [data-timer-shows], buttons [data-timer-do] and sentences [data-timer-says].
 * Started, paused and set back by the reader; without a sound; an answer shown anew finds them as they were.
 * Those who listen hear each press, in words of the page, and never the seconds between.
 */
const TICK = 200
const ZERO = '00:00'

const twoDigits = (number) => String(number).padStart(2, '0')

const faceOf = (timer) => timer.querySelector('[data-timer-shows]')

class Clock {
  said = 0
  #before = 0
  #since = null

  get isRunning() {
    return this.#since !== null
  }

  get seconds() {
    return Math.floor((this.#before + (this.isRunning ? performance.now() - this.#since : 0)) / 1000)
  }

  start() {
    this.#since ??= performance.now()
  }

  pause() {
    if (this.isRunning) this.#before += performance.now() - this.#since
    this.#since = null
  }

  reset() {
    this.said = this.#before = 0
    this.#since = null
  }
}

export class Timers {
  #region
  #clocks = []
  #ticking = 0
  #words
  #say
  #fill

  /** `words` says that a clock runs and where it stands; `say` takes a sentence for those who listen, `fill` a field of the record and its value. */
  constructor(region, words, { say, fill }) {
    this.#region = region
    this.#words = words
    this.#say = say
    this.#fill = fill
  }

  /** What a press on one of a clock's buttons does. */
  press(button) {
    const timer = button.closest('[data-timer]')
    const clock = this.#clockOf(timer)
    const acts = {
      start: () => clock.start(),
      pause: () => clock.pause(),
      stop: () => clock.pause(),
      reset: () => clock.reset(),
    }
    acts[button.dataset.timerDo]()
    this.show()
    const { clockRuns, clockStands } = this.#words
    this.#say(clock.isRunning ? clockRuns : clockStands.replace(ZERO, faceOf(timer).textContent))
    const { fills } = timer.dataset
    if (fills && button.dataset.timerDo === 'stop') this.#fill(fills, String(clock.seconds))
  }

  /** Shows every clock as it stands. A clock whose place is no longer in the answer stops. */
  show() {
    const timers = this.#timers()
    for (const clock of this.#clocks.splice(timers.length)) clock.reset()
    for (const timer of timers) this.#showOne(timer, this.#clockOf(timer))
    if (!this.#clocks.some((clock) => clock.isRunning)) this.#rest()
    else this.#ticking ||= setInterval(() => this.show(), TICK)
  }

  stop() {
    this.#rest()
    this.#clocks = []
  }

  #rest() {
    clearInterval(this.#ticking)
    this.#ticking = 0
  }

  #timers() {
    return [...this.#region.querySelectorAll('[data-timer]')]
  }

  #clockOf(timer) {
    return (this.#clocks[this.#timers().indexOf(timer)] ??= new Clock())
  }

  #showOne(timer, clock) {
    const { seconds } = clock
    const text = `${twoDigits(Math.floor(seconds / 60))}:${twoDigits(seconds % 60)}`
    const face = faceOf(timer)
    if (face.textContent !== text) face.textContent = text
    timer.toggleAttribute('data-running', clock.isRunning)
    timer.toggleAttribute('data-over', seconds >= Number(timer.dataset.limit || Infinity))
    this.#showSentence(timer, clock)
  }

  /** Shows the last sentence whose second has come, and says it once. */
  #showSentence(timer, clock) {
    const sentences = [...timer.querySelectorAll('[data-timer-says]')]
    const due = sentences.filter(({ dataset }) => Number(dataset.timerSays) <= clock.seconds).at(-1)
    for (const sentence of sentences) sentence.hidden = sentence !== due
    const at = Number(due?.dataset.timerSays ?? 0)
    if (at > clock.said) this.#say(due.textContent)
    clock.said = at
  }
}
