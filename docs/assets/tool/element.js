/**
 * <playbook-tool name="timeline">: brings the form that stands in the page to life.
 * It asks Python with every edit and shows the answer; it computes, formats and words nothing itself.
 */
import { showAnswer } from './answer.js'
import { Conversation } from './conversation.js'
import { dropDraft, keepDraft } from './drafts.js'
import { showErrors } from './errors.js'
import { copyText, print, saveFile, textOf } from './exports.js'
import { addEmptyRow, at, fillForm, go, isBlank, isEmpty, offerChoices, put, readForm, removeRow } from './form.js'
import { newId, stamp, today } from './now.js'
import { runtime } from './runtime.js'
import * as store from './store.js'
import { Timers } from './timer.js'

const PRESSED = ['do', 'add', 'fill', 'go', 'download', 'copy', 'drop-draft', 'timer-do'].map((name) => `[data-${name}]`).join()
const IDLE = 5 * 60_000
const LARGEST_PLAN = 2_000_000
const HOME = new URL('../../', import.meta.url)
const NOTHING = { status: '', html: '', text: '', downloads: [], errors: {}, choices: {}, record: null }

class PlaybookTool extends HTMLElement {
  #record = {}
  #previous = null
  #answer = null
  #errors = {}
  #visited = new Set()
  #conversation = null
  #idle = 0
  #example = null
  #timers = null
  #listening = null

  connectedCallback() {
    this.form = this.querySelector('form')
    this.#listening = new AbortController()
    const on = (target, type, react) => target.addEventListener(type, react, { signal: this.#listening.signal })
    this.#timers = new Timers(this.#part('answer'), {
      say: (sentence) => (this.#part('spoken').textContent = sentence),
      fill: (path, value) => this.#fill((_, value) => value, { [path]: value }),
    })
    this.#conversation = this.#converse()
    on(this, 'click', (event) => this.#click(event))
    on(this.#part('answer'), 'input', ({ target }) => this.#editDraft(target))
    on(this.form, 'focusin', (event) => this.#enter(event.target))
    on(this.form, 'focusout', (event) => this.#leave(event.target))
    on(this.form, 'input', (event) => this.#edit(event.target))
    on(this.form, 'submit', (event) => event.preventDefault())
    on(runtime, 'progress', ({ detail }) => this.#showProgress(detail))
    on(runtime, 'ready', () => this.#hide('loading'))
    on(runtime, 'failed', ({ detail }) => this.#fail(detail))
    on(window, 'storage', (event) => store.isOurs(event) && this.#load())
    on(window, 'pageshow', (event) => event.persisted && this.#load())
    on(document, 'visibilitychange', () => this.#conversation.askOnNewDay())
    if ('kiosk' in this.dataset) this.#shareComputer(on)
    this.#load()
    this.#startWhenIdle()
  }

  disconnectedCallback() {
    this.#conversation.end()
    this.#timers.stop()
    clearTimeout(this.#idle)
    this.#listening.abort()
  }

  /** On a computer that many people use: nothing is stored, and leaving or a quiet while wipes the form. */
  #shareComputer(on) {
    store.useMemoryOnly()
    const wait = () => {
      clearTimeout(this.#idle)
      this.#idle = setTimeout(() => !this.#isUntouched(this.#record) && this.#clearAndLeave(), IDLE)
    }
    for (const type of ['input', 'click', 'keydown', 'pointermove']) on(window, type, wait)
    on(window, 'pagehide', () => this.#forget())
  }

  #part(name) {
    return this.querySelector(`[data-part="${name}"]`)
  }

  #hide(name) {
    this.#part(name).hidden = true
    this.#showBar()
  }

  #reveal(name) {
    this.#part(name).hidden = false
    this.#showBar()
  }

  /** Python waits until the page has loaded; where data costs, until the reader turns to the form. */
  #startWhenIdle() {
    if (navigator.connection?.saveData || matchMedia('(prefers-reduced-data: reduce)').matches) return
    const start = () => this.isConnected && runtime.start()
    const idle = () => (window.requestIdleCallback ? requestIdleCallback(start, { timeout: 2000 }) : setTimeout(start, 200))
    if (document.readyState === 'complete') idle()
    else window.addEventListener('load', idle, { once: true, signal: this.#listening.signal })
  }

  // The record

  #load() {
    const { record, unreadable } = store.load()
    this.#record = this.#isUntouched(record) ? { ...this.#defaults() } : record
    this.#previous = null
    this.#part('keep').checked = store.isKept()
    this.#showRecord()
    this.#say(unreadable ? 'unreadable' : '')
    this.#conversation.ask()
  }

  /** What a career centre's copy starts with: its country, say. */
  #defaults() {
    return JSON.parse(this.dataset.defaults ?? '{}')
  }

  /** True when the reader has typed nothing, whatever the form starts with. */
  #isUntouched(record) {
    const given = Object.entries(this.#defaults()).filter(([key, value]) => record[key] === value)
    return isBlank({ ...record, ...Object.fromEntries(given.map(([key]) => [key, ''])) })
  }

  #showRecord() {
    fillForm(this.form, this.#record)
    this.#visited = new Set(this.#isUntouched(this.#record) ? [] : [...this.form.elements].map((control) => control.name))
  }

  #change(record) {
    this.#record = this.#isUntouched(record) ? record : { ...record, plan_id: record.plan_id || newId() }
    store.save(this.#record, this.#part('keep').checked)
  }

  /** What the next answer is compared with: the newest record that had one, also where its date has been taken out. */
  #remember() {
    if (this.#previous && this.#answer?.html === '' && !this.#isUntouched(this.#record)) return
    this.#previous = this.#isUntouched(this.#record) ? null : { record: this.#record, today: today() }
  }

  // What the reader does

  #enter(control) {
    runtime.start()
    if (control.name) this.#remember()
  }

  #leave(control) {
    if (!control.name) return
    this.#visited.add(control.name)
    if (control.name in this.#errors || control.validity.badInput) this.#edit(control)
  }

  #edit(control) {
    if (control === this.#part('keep')) return this.#change(this.#record)
    if (control.type === 'file') return this.#open(control)
    this.#change(readForm(this.form, this.#record))
    this.#conversation.askSoon()
  }

  #editDraft(text) {
    if (!text.matches('[data-draft]')) return
    this.#change(keepDraft(readForm(this.form, this.#record), text))
    this.#conversation.askSoon()
  }

  #click(event) {
    const target = event.target.closest(PRESSED)
    if (!target) return
    const { do: act, add, fill, go: where, download, copy, dropDraft: key, timerDo } = target.dataset
    if (act) this.#act(act, target)
    if (timerDo) this.#timers.press(target)
    if (copy) this.#copy(textOf(this.querySelector(copy)))
    if (key) this.#dropDraft(key)
    if (add) this.#fill((rows = [], row) => [...rows, row], JSON.parse(add))
    if (fill) this.#fill((_, value) => value, JSON.parse(fill))
    if (download) this.#take(download)
    if (where) {
      event.preventDefault()
      go(this.querySelector(where) ?? this)
    }
  }

  #act(name, target) {
    const acts = {
      'add-row': () => addEmptyRow(target.closest('[data-list]')),
      'remove-row': () => this.#removeRow(target.closest('[data-row]')),
      copy: () => this.#copy(this.#answer.text),
      print: () => print(target.dataset.only && this.querySelector(target.dataset.only)),
      retry: () => this.#retry(),
      leave: () => this.#clearAndLeave(),
    }
    acts[name]()
  }

  #removeRow(row) {
    this.#remember()
    this.#change(removeRow(this.form, readForm(this.form, this.#record), row))
    this.#conversation.ask()
  }

  /** A button in the answer that puts something into the record for the reader. */
  #fill(merge, values) {
    this.#remember()
    const record = readForm(this.form, this.#record)
    for (const [path, value] of Object.entries(values)) put(record, path, merge(at(record, path), value))
    this.#change(record)
    this.#showRecord()
    this.#conversation.ask()
  }

  async #open(input) {
    const files = [...input.files]
    const texts = await Promise.all(files.map((file) => file.slice(0, LARGEST_PLAN).text()))
    input.value = ''
    if (texts.length === 0) return
    this.#part('opened').textContent = files.map(({ name }) => name).join(', ')
    this.#conversation.open(input.multiple ? { plans: texts } : { plan: texts[0] })
  }

  /** The next answer brings our wording back, and puts the reader where it stands. */
  #dropDraft(key) {
    const text = this.querySelector(`[data-draft="${CSS.escape(key)}"]`)
    text.focus()
    delete text.dataset.draft
    this.#change(dropDraft(readForm(this.form, this.#record), key))
    this.#conversation.ask()
  }

  async #copy(text) {
    const copied = await copyText(text, this.#part('by-hand'))
    this.#say(copied ? 'copied' : 'copy-by-hand')
  }

  #take(name) {
    const download = this.#answer.downloads.find((each) => each.name === name)
    saveFile(download)
    this.#say('saved')
    if (isEmpty(download.remember)) return
    this.#change({ ...readForm(this.form, this.#record), ...download.remember })
    this.#conversation.ask()
  }

  #retry() {
    this.#hide('failure')
    runtime.startAnew()
    this.#conversation.ask()
  }

  #forget() {
    store.wipe()
    this.#record = {}
    this.#previous = null
    this.#conversation.forget()
    this.#part('opened').textContent = ''
    this.#say('')
    this.#showRecord()
    this.#conversation.ask()
  }

  #clearAndLeave() {
    this.#forget()
    location.replace(HOME)
  }

  // Questions and answers

  #converse() {
    return new Conversation({
      name: this.getAttribute('name'),
      request: (opening) => (opening || !this.#isUntouched(this.#record) ? this.#request(opening) : null),
      show: (answer, opening) => this.#show(answer ?? NOTHING, opening),
      fail: (reason, opening) => this.#fail(reason, opening),
      showLoading: () => this.#reveal('loading'),
      showDelay: (isLate) => this.#showDelay(isLate),
    })
  }

  #request(opening) {
    return { today: today(), stamp: stamp(), previous: this.#previous, record: this.#record, ...opening }
  }

  #show(answer, opening) {
    this.#allowExample()
    this.#hide('failure')
    this.#hide('loading')
    if (opening) this.#say(answer.record && !Object.keys(opening).some((path) => path in answer.errors) ? 'opened' : '')
    if (opening && !answer.record) return this.#showErrors(answer.errors)
    this.#showStatus(answer.status)
    if (answer.record) {
      this.#remember()
      this.#change(answer.record)
      this.#showRecord()
    }
    this.#answer = answer
    offerChoices(this.form, answer.choices)
    this.#showHtml(answer.html)
    this.#showErrors(answer.errors)
    this.#showActions(answer)
  }

  #showStatus(text) {
    const status = this.#part('status')
    if (status.textContent !== text) status.textContent = text
    this.#showBar()
  }

  /** Puts the answer in the place of the example, or the example back. */
  #showHtml(html) {
    const region = this.#part('answer')
    this.#example ??= region.firstElementChild
    if (html) showAnswer(region, html)
    else if (!this.#example.isConnected) region.replaceChildren(this.#example)
    this.#timers.show()
  }

  #showActions({ text, downloads }) {
    this.#part('actions').hidden = !text
    for (const button of this.querySelectorAll('[data-download]')) {
      button.hidden = !downloads.some(({ name }) => name === button.dataset.download)
    }
  }

  #showErrors(errors) {
    this.#errors = errors
    showErrors(this, errors, this.#visited, this.#record)
  }

  // The chrome: its words stand in the page

  #say(name) {
    showWords(this.#part('notice'), name)
  }

  /** On a phone the bar is all that is in view beside the form: it shows what comes next, and what is amiss with that. */
  #showBar() {
    const state = ['failure', 'aged', 'loading'].find((name) => !this.#part(name).hidden) ?? ''
    showWords(this.#part('state'), state)
    this.#part('bar').hidden = !state && !this.#part('status').textContent
  }

  /** Says that the answer in view is older than the form, or that the first one takes a while; and when it's there. */
  #showDelay(isLate) {
    const aged = this.#part('aged')
    const spoken = this.#part('spoken')
    if (isLate && this.#answer?.html) {
      this.#reveal('aged')
      spoken.textContent = aged.textContent
    } else if (isLate && this.#part('failure').hidden) {
      this.#reveal('loading')
      spoken.textContent = spoken.dataset.loading
    } else if (!aged.hidden) {
      this.#hide('aged')
      spoken.textContent = spoken.dataset.current
    } else if (spoken.textContent === spoken.dataset.loading) {
      spoken.textContent = ''
    }
  }

  #showProgress({ loaded, total }) {
    if (!this.#part('aged').hidden) this.#reveal('loading')
    const megabytes = (bytes) => (bytes / 1e6).toFixed(1)
    Object.assign(this.querySelector('progress'), { value: loaded, max: total })
    this.#part('amount').hidden = false
    this.#part('loaded').textContent = megabytes(loaded)
    this.#part('total').textContent = megabytes(total)
  }

  /** See start.js: there's no need to keep the example back any more. */
  #allowExample() {
    delete document.documentElement.dataset.returning
  }

  #fail(reason, opening = null) {
    this.#allowExample()
    this.#hide('loading')
    const failure = this.#part('failure')
    const words = showWords(failure, opening && reason === 'run' ? 'plan' : reason) ?? showWords(failure, 'boot')
    this.#part('not-opened').hidden = !opening || reason === 'run'
    failure.querySelector('[data-do="retry"]').hidden = !('retry' in words.dataset)
    this.#reveal('failure')
  }
}

/** Shows the words of this name among those of a part, and returns them; null where there are none. */
function showWords(part, name) {
  const all = [...part.querySelectorAll('[data-words]')]
  for (const words of all) words.hidden = words.dataset.words !== name
  return all.find((words) => !words.hidden) ?? null
}

const define = () => customElements.define('playbook-tool', PlaybookTool)

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', define, { once: true })
else define()
