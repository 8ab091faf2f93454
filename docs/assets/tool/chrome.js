/** What stands around the form and its answer: words of the page that are shown, hidden and said as things go on. */
import { showBar } from './bar.js'
import { Notice } from './notice.js'

export class Chrome {
  #tool
  #announcer
  #notice

  constructor(tool, announcer) {
    this.#tool = tool
    this.#announcer = announcer
    this.#notice = new Notice(this.#part('notice'))
  }

  #part(name) {
    return this.#tool.querySelector(`[data-part="${name}"]`)
  }

  hide(name) {
    this.#part(name).hidden = true
    this.showBar()
  }

  reveal(name) {
    this.#part(name).hidden = false
    this.showBar()
  }

  /** By the button that was pressed, or at the top; to those who see it and to those who listen. */
  say(name, button) {
    const words = this.#notice.show(name, button)
    if (words) this.#announcer.say(words)
  }

  /** The reader types: what was said about the record before isn't true of it any more. */
  hear(control) {
    this.#notice.hide()
    if (control.type !== 'file') this.#announcer.wait()
  }

  /** The answer has been shown anew: what was said stays by its button. */
  follow(answer) {
    this.#notice.follow(answer)
  }

  showStatus(text) {
    const status = this.#part('status')
    if (status.textContent !== text) status.textContent = text
    this.showBar()
  }

  showActions({ text, downloads }) {
    for (const name of ['actions', 'whole']) this.#part(name).hidden = !text
    for (const button of this.#tool.querySelectorAll('[data-download]')) {
      button.hidden = !downloads.some(({ name }) => name === button.dataset.download)
    }
  }

  /** What has become of the record: shown, and said once; and where nothing stores it, the browser asks before it's left. */
  showRecordState(name, isStored) {
    const region = this.#part('record')
    const news = [...region.children].find((words) => words.hidden && words.dataset.words === name)
    showWords(region, name)
    if (news) this.#announcer.say(news.textContent)
    region.parentElement.classList.toggle('pb-tool-note', name !== '')
    this.#part('choice').hidden = name !== 'newer'
    window.onbeforeunload = isStored ? null : () => true
  }

  /** In a narrow window the bar is all that is in view beside the form: it shows what comes next, and what is amiss with that. */
  showBar() {
    const state = ['failure', 'aged', 'loading'].find((name) => !this.#part(name).hidden) ?? ''
    showWords(this.#part('state'), state)
    showBar(this.#part('bar'), Boolean(state || this.#part('status').textContent))
  }

  /** Shows that the answer in view is older than the form, or that the first one takes a while, until it's there; said when it takes long. */
  showDelay(isLate, answer) {
    const { loading, current } = this.#part('spoken').dataset
    const aged = this.#part('aged')
    if (isLate && answer?.html) {
      this.reveal('aged')
      this.#announcer.sayDelay(aged.textContent)
    } else if (isLate && this.#part('failure').hidden) {
      this.reveal('loading')
      this.#announcer.sayDelay(loading)
    } else if (!isLate) {
      this.#announcer.sayEndOfDelay(aged.hidden ? '' : current)
      if (!aged.hidden) this.hide('aged')
    }
  }

  showProgress({ loaded, total }) {
    if (!this.#part('aged').hidden) this.reveal('loading')
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1)
    Object.assign(this.#tool.querySelector('progress'), { value: loaded, max: total })
    this.#part('amount').hidden = false
    this.#part('loaded').textContent = megabytes(loaded)
    this.#part('total').textContent = megabytes(total)
  }

  /** Shows why there is no answer; `opening` where it was asked for with a plan file. */
  showFailure(reason, opening) {
    this.#announcer.dropDelay()
    this.hide('loading')
    const failure = this.#part('failure')
    const words = showWords(failure, opening && reason === 'run' ? 'plan' : reason) ?? showWords(failure, 'boot')
    this.#part('not-opened').hidden = !opening || reason === 'run'
    failure.querySelector('[data-do="retry"]').hidden = !('retry' in words.dataset)
    this.reveal('failure')
  }
}

/** Shows the words of this name among those of a part, and returns them; null where there are none. */
function showWords(part, name) {
  const all = [...part.querySelectorAll('[data-words]')]
  for (const words of all) words.hidden = words.dataset.words !== name
  return all.find((words) => !words.hidden) ?? null
}
