/**
 * <playbook-tool name="timeline">: brings the form that stands in the page to life.
 * It asks Python with every edit and shows the answer; it computes, formats and words nothing itself.
 */
import { Announcer } from './announce.js'
import { showAnswer } from './answer.js'
import { keepInSight, showFocused } from './bar.js'
import { Chrome } from './chrome.js'
import { Conversation } from './conversation.js'
import { dropDraft, keepDraft } from './drafts.js'
import { showErrors } from './errors.js'
import { canShare, copyFromField, copyText, print, readText, saveFile, shareText, textOf } from './exports.js'
import {
  addEmptyRow,
  at,
  fillForm,
  go,
  isEmpty,
  offerChoices,
  readControl,
  removeRow,
  setDefaults,
  withOfferedChoices,
  withoutRow,
  withValue,
} from './form.js'
import { stamp, today } from './now.js'
import { showReadings } from './readings.js'
import { RecordKeeper } from './record.js'
import { runtime } from './runtime.js'
import * as store from './store.js'
import { Timers } from './timer.js'

const PRESSED = ['do', 'add', 'fill', 'go', 'download', 'copy', 'share', 'drop-draft', 'timer-do'].map((name) => `[data-${name}]`).join()
const MINUTE = 60_000
const IDLE = 5 * MINUTE
const LARGEST_PLAN = 4_000_000
/** The first page, which says there that everything is cleared. */
const CLEARED = new URL('../../#cleared', import.meta.url)
const NOTHING = { status: '', html: '', text: '', downloads: [], errors: {}, choices: {}, readings: {}, record: null }

class PlaybookTool extends HTMLElement {
  #keeper = null
  #previous = null
  #answer = null
  #errors = {}
  #visited = new Set()
  #openedBy = null
  #conversation = null
  #idle = 0
  #example = null
  #timers = null
  #announcer = null
  #chrome = null
  #listening = null
  #awaited = ''

  connectedCallback() {
    this.form = this.querySelector('form')
    this.toggleAttribute('data-shares', canShare())
    this.#listening = new AbortController()
    const on = (target, type, react) => target.addEventListener(type, react, { signal: this.#listening.signal })
    this.#announcer = new Announcer(this.#part('spoken'))
    this.#chrome = new Chrome(this, this.#announcer)
    this.#timers = new Timers(this.#part('answer'), this.#part('spoken').dataset, {
      say: (sentence) => this.#announcer.say(sentence),
      fill: (path, value) => this.#fill((_, value) => value, { [path]: value }),
    })
    this.#conversation = this.#converse()
    on(this, 'click', (event) => this.#click(event))
    on(this.#part('answer'), 'input', ({ target }) => this.#editDraft(target))
    on(this, 'input', ({ target }) => this.#chrome.hear(target))
    on(this, 'focusin', ({ target }) => showFocused(target))
    on(this, 'focusout', () => this.#announcer.stopWaiting())
    on(this.form, 'focusin', (event) => this.#enter(event.target))
    on(this.form, 'focusout', (event) => this.#leave(event.target))
    for (const part of [this.form, this.#toolsOutside()]) on(part, 'input', (event) => this.#edit(event.target))
    on(this.form, 'submit', (event) => event.preventDefault())
    on(runtime, 'progress', ({ detail }) => this.#chrome.showProgress(detail))
    on(runtime, 'ready', () => this.#chrome.hide('loading'))
    on(runtime, 'failed', ({ detail }) => this.#fail(detail))
    on(window, 'pageshow', ({ persisted }) => persisted && this.#comeBack())
    on(document, 'visibilitychange', () => this.#wakeUp())
    on(document, 'resume', () => this.#wakeUp())
    if ('kiosk' in this.dataset) this.#shareComputer(on)
    else if (!store.canKeep()) this.#offerNoKeeping()
    on(window, 'pagehide', () => setDefaults(this.form))
    this.#load()
    this.#startWhenIdle()
  }

  disconnectedCallback() {
    this.#conversation.end()
    this.#timers.stop()
    this.#announcer.stop()
    clearTimeout(this.#idle)
    this.#listening.abort()
  }

  /** On a computer that many people use: nothing is stored, and leaving or a quiet while wipes the form. */
  #shareComputer(on) {
    store.useMemoryOnly()
    const wait = () => {
      clearTimeout(this.#idle)
      this.#idle = setTimeout(() => !this.#keeper.isUntouched && this.#leaveHome(), IDLE)
    }
    for (const type of ['input', 'click', 'keydown', 'pointermove']) on(window, type, wait)
    on(window, 'pagehide', () => this.#keeper.forget())
  }

  #offerNoKeeping() {
    this.#chrome.hide('keeping')
    this.#chrome.reveal('unstored')
  }

  /** Where a plan is opened and kept, if it stands behind the answer and not in the form. */
  #toolsOutside() {
    const tools = this.#part('tools')
    return this.form.contains(tools) ? new EventTarget() : tools
  }

  #part(name) {
    return this.querySelector(`[data-part="${name}"]`)
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
    const defaults = JSON.parse(this.dataset.defaults ?? '{}') // what a career centre's copy starts with: its country, say
    this.#keeper = new RecordKeeper(defaults, {
      show: () => this.#showOther(),
      tell: (name) => this.#chrome.showRecordState(name, this.#keeper.isStored),
    })
    this.#keeper.load(this.#listening.signal)
    this.#chooseByAddress()
  }

  /** A play leads here with its choice made: 'tools/notes/#note_kind=check-in-1'. It's the reader's from then on. */
  #chooseByAddress() {
    const [name, value] = location.hash.slice(1).split('=')
    const field = this.form.elements.namedItem(name)
    if (![...(field?.options ?? [])].some((option) => option.value === value)) return
    history.replaceState(history.state, '', location.pathname)
    const { isUntouched } = this.#keeper
    this.#keeper.change((record) => withValue(record, name, value))
    this.#showRecord()
    if (isUntouched) this.#visited.clear()
    this.#conversation.ask()
  }

  get #record() {
    return this.#keeper.record
  }

  #showRecord() {
    fillForm(this.form, this.#record)
    this.#chrome.follow(this.#part('answer'))
    this.#part('keep').checked = this.#keeper.isOnDevice
    this.#visited = new Set(this.#keeper.isUntouched ? [] : [...this.form.elements].map((control) => control.name))
  }

  /** The record has become another one: no answer is compared with one from before. */
  #showOther() {
    this.#previous = null
    if (this.#keeper.isUntouched) this.#forget()
    this.#showRecord()
    this.#conversation.ask()
  }

  /** The browser had put the page aside as it was. */
  #comeBack() {
    this.#wakeUp()
    this.#showRecord()
    setDefaults(this.form)
  }

  #wakeUp() {
    if (document.visibilityState !== 'visible') return
    this.#keeper.catchUp()
    this.#conversation.askOnNewDay()
  }

  /** What the next answer is compared with: the newest record that had one, also where its date has been taken out. */
  #remember() {
    const { isUntouched } = this.#keeper
    if (this.#previous && this.#answer?.html === '' && !isUntouched) return
    this.#previous = isUntouched ? null : { record: this.#record, today: today() }
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
    if (control === this.#part('keep')) return this.#keep(control)
    if (control.type === 'file') return this.#open(control)
    const value = readControl(control)
    this.#keeper.change((record) => withOfferedChoices(this.form, withValue(record, control.name, value)))
    this.#conversation.askSoon()
  }

  #keep(box) {
    this.#keeper.keepOnDevice(box.checked)
    box.checked = this.#keeper.isOnDevice
  }

  #editDraft(text) {
    if (!text.matches('[data-draft]')) return
    this.#keeper.change((record) => keepDraft(record, text))
    this.#conversation.askSoon()
  }

  #click(event) {
    const target = event.target.closest(PRESSED)
    if (!target) return
    const { do: act, add, fill, go: where, download, copy, share, dropDraft: key, timerDo } = target.dataset
    if (act) this.#act(act, target)
    if (timerDo) this.#timers.press(target)
    if (copy) this.#copy(textOf(this.querySelector(copy)), target)
    if (share) this.#share(textOf(this.querySelector(share)), target)
    if (key) this.#dropDraft(key)
    if (add) this.#fill((rows = [], row) => [...rows, row], JSON.parse(add))
    if (fill) this.#fill((_, value) => value, JSON.parse(fill))
    if (download) this.#take(download, target)
    if (where) {
      event.preventDefault()
      this.#go(where, fill)
    }
  }

  /** What a press brings into the answer is gone to once it's there. */
  #go(where, isFilling) {
    const target = this.querySelector(where)
    if (target || !isFilling) go(target ?? this)
    else this.#awaited = where
  }

  #act(name, target) {
    const acts = {
      'add-row': () => addEmptyRow(target.closest('[data-list]')),
      'remove-row': () => this.#removeRow(target.closest('[data-row]')),
      copy: () => this.#copy(this.#answer.text, target),
      print: () => print(target.dataset.only && this.querySelector(target.dataset.only)),
      retry: () => this.#retry(),
      leave: () => this.#clearAndLeave(),
      'take-other': () => this.#choose(() => this.#keeper.takeOther()),
      'pass-over': () => this.#choose(() => this.#keeper.passOver()),
    }
    acts[name]()
  }

  #removeRow(row) {
    this.#remember()
    this.#announcer.expectAnswer()
    this.#keeper.change((record) => withoutRow(record, row))
    this.#chrome.say('removed', removeRow(this.form, this.#record, row))
    this.#conversation.ask()
  }

  /** A button in the answer that puts something into the record for the reader. */
  #fill(merge, values) {
    this.#remember()
    this.#announcer.expectAnswer()
    const put = (record, [path, value]) => withValue(record, path, merge(at(record, path), value))
    this.#keeper.change((record) => Object.entries(values).reduce(put, record))
    this.#showRecord()
    this.#conversation.ask()
  }

  async #open(input) {
    const files = [...input.files]
    const texts = await Promise.all(files.map((file) => readText(file, LARGEST_PLAN)))
    input.value = ''
    if (texts.length === 0) return
    this.#part('opened').textContent = files.map(({ name }) => name).join(', ')
    this.#openedBy = input.closest('label')
    this.#announcer.expectAnswer()
    this.#conversation.open(input.multiple ? { plans: texts } : { plan: texts[0] })
  }

  /** The next answer brings our wording back, and puts the reader where it stands. */
  #dropDraft(key) {
    const text = this.querySelector(`[data-draft="${CSS.escape(key)}"]`)
    text.focus()
    delete text.dataset.draft
    this.#keeper.change((record) => dropDraft(record, key))
    this.#chrome.say('dropped', text)
    this.#conversation.ask()
  }

  /** The device's own share sheet; a reader who closes it has changed their mind, and anything else is copied. */
  async #share(text, button) {
    const reason = await shareText(text)
    if (!reason) this.#chrome.say('shared', button)
    else if (reason !== 'AbortError') this.#copy(text, button)
  }

  async #copy(text, button) {
    if (await copyText(text)) return this.#chrome.say('copied', button)
    this.#chrome.say('copy-by-hand', button)
    if (!copyFromField(text, this.querySelector('#by-hand'))) return
    this.#chrome.say('copied', button)
    button.focus({ preventScroll: true })
  }

  #take(name, button) {
    const download = this.#answer.downloads.find((each) => each.name === name)
    saveFile(download)
    this.#chrome.say('saved', button)
    if (isEmpty(download.remember)) return
    this.#keeper.change((record) => ({ ...record, ...download.remember }))
    this.#conversation.ask()
  }

  #retry() {
    this.#chrome.hide('failure')
    runtime.startAnew()
    this.#conversation.ask()
  }

  /** After a choice the focus stays with the words that say what has come of it. */
  #choose(choice) {
    choice()
    this.#part('record').focus()
  }

  /** What isn't the record, but was made of it. */
  #forget() {
    this.#conversation.forget()
    this.#part('opened').textContent = ''
    this.querySelector('#by-hand').value = ''
    this.#chrome.say('')
  }

  #clearAndLeave() {
    this.#keeper.clear()
    location.replace(CLEARED)
  }

  #leaveHome() {
    this.#keeper.forget()
    location.replace(CLEARED)
  }

  // Questions and answers

  #converse() {
    return new Conversation({
      name: this.getAttribute('name'),
      request: (opening) => (opening || !this.#keeper.isUntouched ? this.#request(opening) : null),
      show: (answer, opening) => keepInSight(() => this.#show(answer ?? NOTHING, opening), this.#part('bar')),
      fail: (reason, opening) => this.#fail(reason, opening),
      showLoading: () => this.#chrome.reveal('loading'),
      showDelay: (isLate) => this.#chrome.showDelay(isLate, this.#answer),
    })
  }

  #request(opening) {
    return { today: today(), stamp: stamp(), previous: this.#previous, record: this.#record, ...opening }
  }

  #show(answer, opening) {
    this.#allowExample()
    this.#chrome.hide('failure')
    this.#chrome.hide('loading')
    if (opening)
      this.#chrome.say(answer.record && !Object.keys(opening).some((path) => path in answer.errors) ? 'opened' : '', this.#openedBy)
    if (opening && !answer.record) return this.#announcer.sayAnswer(this.#showErrors(answer.errors))
    this.#chrome.showStatus(answer.status)
    if (answer.record) {
      this.#remember()
      this.#keeper.change(() => answer.record, { startsLine: true })
      this.#showRecord()
    }
    this.#answer = answer
    offerChoices(this.form, answer.choices)
    this.#showHtml(answer.html)
    const read = showReadings(this.form, answer.readings)
    this.#announcer.sayAnswer([answer.status, ...this.#showErrors(answer.errors), ...read])
    this.#chrome.showActions(answer)
    this.#chrome.showBar()
  }

  /** Puts the answer in the place of the example, or the example back. */
  #showHtml(html) {
    const region = this.#part('answer')
    this.#example ??= region.firstElementChild
    if (html) showAnswer(region, html)
    else if (!this.#example.isConnected) region.replaceChildren(this.#example)
    this.#timers.show()
    this.#chrome.follow(region)
    const awaited = this.#awaited && region.querySelector(this.#awaited)
    this.#awaited = ''
    if (awaited) go(awaited)
  }

  /** Shows what can't be used, and gives it as sentences. */
  #showErrors(errors) {
    this.#errors = errors
    return showErrors(this, errors, this.#visited, this.#record)
  }

  /** See start.js: there's no need to keep the example back any more. */
  #allowExample() {
    delete document.documentElement.dataset.returning
  }

  #fail(reason, opening = null) {
    this.#allowExample()
    this.#chrome.showFailure(reason, opening)
  }
}

const define = () => customElements.define('playbook-tool', PlaybookTool)

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', define, { once: true })
else define()
