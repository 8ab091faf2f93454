/** Words about what a button has done, under the line of buttons that it stands in. */
import { twinOf } from './answer.js'

const SECONDS = 15

export class Notice {
  #element
  #home
  #button = null
  #timer = 0

  /** The element holds each of the texts as a [data-words]; it stands where it is as long as no button is meant. */
  constructor(element) {
    this.#element = element
    this.#home = document.createComment('')
    element.before(this.#home)
  }

  /** Shows one of the texts by this button, and gives its words; those that a button brought go after a while. */
  show(name, button) {
    clearTimeout(this.#timer)
    const texts = [...this.#element.children]
    const shown = texts.find(({ dataset }) => dataset.words === name)
    for (const text of texts) text.hidden = text !== shown
    this.#element.hidden = !shown
    this.#button = button
    this.#place()
    if (!shown) return ''
    if (button) this.#element.scrollIntoView({ block: 'nearest' })
    if (button && !shown.querySelector('textarea')) this.#timer = setTimeout(() => this.hide(), SECONDS * 1000)
    return shown.textContent.trim()
  }

  hide() {
    this.show('')
  }

  /** The answer has been shown anew: the words stand by the same button again, and go where there is none. */
  follow(answer) {
    if (!this.#button || (this.#button.isConnected && this.#element.isConnected)) return
    if (!this.#button.isConnected) this.#button = twinOf(this.#button, answer)
    if (!this.#button) return this.hide()
    this.#place()
    this.#element.scrollIntoView({ block: 'nearest' })
  }

  #place() {
    if (this.#button) lastInLine(this.#button, this.#element).after(this.#element)
    else this.#home.after(this.#element)
  }
}

/** The last of the elements that share the button's line, so that none of them moves. */
function lastInLine(button, except) {
  const { bottom } = button.getBoundingClientRect()
  let last = button
  for (let next = button; next; next = next.nextElementSibling) {
    if (next === except || !next.getClientRects().length) continue
    if (next.getBoundingClientRect().top >= bottom) break
    last = next
  }
  return last
}
