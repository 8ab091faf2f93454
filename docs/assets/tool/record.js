/**
 * The record of what the reader typed: loaded, changed, stored and cleared here, and nowhere else.
 * A form only shows it: nothing is read from a field but what the reader has just put there.
 *
 * Other tabs, and pages that the browser had put aside, have a record too. The device's entry counts its revisions along a
 * line: a page that shows one of them goes along with the next. Text that isn't of that line is never replaced, here or
 * there, before the reader has chosen.
 */
import { isBlank } from './form.js'
import { newId } from './now.js'
import * as store from './store.js'

/** The tab's entry. `line` and `revision` are the device's as this page knows it; `isAhead` says that it lacks the newest changes. */
const NEW = { record: {}, saves: 0, isOnDevice: false, line: '', revision: 0, isAhead: false, passedOver: '', isOlder: false }

const areEqual = (one, other) => JSON.stringify(one) === JSON.stringify(other)

export class RecordKeeper {
  #defaults
  #page
  #lastClearing
  #entry
  #other = null
  #isStored = true
  #news = ''

  /** The page shows the record when it has become another one (`show`), and tells the reader why by the name of the words (`tell`). */
  constructor(defaults, page) {
    this.#defaults = defaults
    this.#page = page
  }

  get record() {
    return this.#entry.record
  }

  /** Whether the reader has chosen to keep it on this device. */
  get isOnDevice() {
    return this.#entry.isOnDevice
  }

  /** False where the browser refuses to store it: it's in this page alone. */
  get isStored() {
    return this.#isStored
  }

  /** True when the reader has typed nothing, whatever the form starts with. */
  get isUntouched() {
    return this.#isBlank(this.record)
  }

  /** Shows what the browser has stored, and from then on what becomes of it in other tabs. */
  load(signal) {
    this.#lastClearing = store.lastClearing()
    this.#entry = this.#blank()
    const { entry, isUnreadable } = store.readTab()
    if (entry) this.#entry = { ...NEW, ...entry, ...(this.#isBlank(entry.record) && { record: this.record }) }
    this.#compare()
    const isLost = this.isUntouched && (isUnreadable || store.readDevice().isUnreadable)
    this.#tell(isLost ? 'unreadable' : this.#entry.isOlder ? 'older' : '')
    this.#page.show()
    store.listen({ changed: () => this.catchUp(), cleared: () => this.#hearCleared() }, signal)
  }

  /** Goes along with what others have made of the record, and says so. What was told before stays until the reader does something. */
  catchUp() {
    this.#doWithNewest((news) => news || this.#news)
  }

  /** Does what the reader has asked for to the newest record, unless that was cleared. Tells the words that this gives. */
  #doWithNewest(act) {
    const before = this.#entry
    const news = this.#follow()
    const isReplaced = this.#entry !== before
    if (isReplaced && news !== 'cleared') this.#saveInTab()
    this.#tell(news === 'cleared' ? news : act(news))
    if (isReplaced) this.#page.show()
  }

  /** Changes the record. One that comes from elsewhere, as a plan does, starts a line of its own. */
  change(edit, { startsLine = false } = {}) {
    this.#doWithNewest((news) => {
      const record = edit(this.record)
      this.#entry = { ...this.#entry, record: this.#isBlank(record) ? record : { ...record, plan_id: record.plan_id || newId() } }
      this.#save(startsLine)
      return news
    })
  }

  keepOnDevice(isWanted) {
    this.#doWithNewest(() => (isWanted ? this.#keepOnDevice() : this.#keepInTab()))
  }

  /** Shows what the device has, in the place of this page's record. */
  takeOther() {
    this.#doWithNewest((news) => {
      if (!this.#other) return news
      this.#take(this.#other)
      this.#saveInTab()
      this.#page.show()
      return 'taken'
    })
  }

  /** Stays with this page's record. On the device it takes the place of what is there, where the reader keeps it. */
  passOver() {
    this.#doWithNewest((news) => {
      if (!this.#other) return news
      if (!this.isOnDevice) this.#entry = { ...this.#entry, passedOver: this.#other.line }
      this.#other = null
      this.#save(true)
      return 'passed-over'
    })
  }

  /** Clears everything, in every tab of this browser. */
  clear() {
    this.#lastClearing = Math.max(this.#lastClearing + 1, store.lastClearing() + 1, Date.now())
    store.clear(this.#lastClearing)
    this.forget()
  }

  /** Starts anew, in this page alone. */
  forget() {
    this.#reset()
    this.#tell('')
    this.#page.show()
  }

  #blank() {
    return { ...NEW, record: { ...this.#defaults } }
  }

  #isBlank(record) {
    const given = Object.entries(this.#defaults).filter(([key, value]) => record[key] === value)
    return isBlank({ ...record, ...Object.fromEntries(given.map(([key]) => [key, ''])) })
  }

  #reset() {
    this.#entry = this.#blank()
    this.#other = null
    this.#isStored = true
  }

  /** Where no clearing is stored, the word alone has to do. */
  #hearCleared() {
    if (store.lastClearing()) return this.catchUp()
    this.forget()
    this.#tell('cleared')
  }

  /** Goes along with what has become of the record: cleared, changed in this tab, or in another. Returns the words for it. */
  #follow() {
    const clearing = store.lastClearing()
    const isCleared = clearing > this.#lastClearing && !this.isUntouched
    if (clearing > this.#lastClearing) {
      this.#lastClearing = clearing
      store.removeTab()
      this.#reset()
    }
    store.noteClearing(this.#lastClearing)
    const { entry } = store.readTab()
    if (entry?.saves > this.#entry.saves) this.#entry = { ...NEW, ...entry }
    const news = this.#compare()
    return isCleared ? 'cleared' : news
  }

  /** Goes along with the device's entry where nothing is lost by it; else it waits for the reader's choice. */
  #compare() {
    this.#other = null
    const { entry } = store.readDevice()
    if (!entry) return this.#entry.line ? this.#leaveDevice() : ''
    const { record, isOnDevice, line, revision, isAhead, passedOver } = this.#entry
    const isSame = areEqual(entry.record, record)
    const isOurs = entry.line === line
    if (isOurs && (entry.revision < revision || (entry.revision === revision && (isSame || isAhead)))) return ''
    const isNext = isOurs && entry.revision > revision && !isAhead
    if (isSame || isNext || this.isUntouched) {
      this.#take(entry)
      return isSame || this.#isBlank(record) ? '' : 'followed'
    }
    if (isOnDevice || entry.line !== passedOver) this.#other = entry
    return ''
  }

  /** A revision that the tab's entry already had makes an older text no newer. */
  #take({ record, line = 'unnamed', revision = 0 }) {
    const isOlder = this.#entry.isOlder && line === this.#entry.line && revision === this.#entry.revision
    this.#entry = { ...this.#entry, record, line, revision, isOlder, isOnDevice: true, isAhead: false }
    this.#other = null
  }

  /** Another tab has removed the device's entry: this one's stays until it closes. */
  #leaveDevice() {
    this.#entry = { ...this.#entry, isOnDevice: false, line: '', revision: 0, isAhead: false }
    return 'left-device'
  }

  #keepOnDevice() {
    this.#entry = { ...this.#entry, isOnDevice: true }
    this.#compare()
    this.#save()
    if (this.#entry.line || this.#other) return ''
    this.#leaveDevice()
    this.#saveInTab()
    return 'not-on-device'
  }

  /** What another tab has put on the device stays there. */
  #keepInTab() {
    if (!this.#other) store.removeDevice()
    this.#leaveDevice()
    this.#saveInTab()
    return ''
  }

  #save(startsLine = false) {
    const { record, isOnDevice, line, revision } = this.#entry
    const next = { record, line: startsLine || !line ? newId() : line, revision: revision + 1, clearings: this.#lastClearing }
    const isWritten = isOnDevice && !this.#other && store.writeDevice(next)
    this.#entry = { ...this.#entry, isAhead: isOnDevice && !isWritten, ...(isWritten && { line: next.line, revision: next.revision }) }
    this.#saveInTab()
    this.#isStored ||= isWritten
  }

  #saveInTab() {
    this.#entry = { ...this.#entry, saves: this.#entry.saves + 1, isOlder: false }
    this.#isStored = store.writeTab({ ...this.#entry, clearings: this.#lastClearing })
    store.announceChange()
  }

  /** What stays true is told again before what has only just happened. */
  #tell(news) {
    this.#news = news
    if (this.#other) this.#page.tell('newer')
    else if (!this.#isStored) this.#page.tell('not-stored')
    else if (this.#entry.isAhead) this.#page.tell('not-on-device')
    else this.#page.tell(news)
  }
}
