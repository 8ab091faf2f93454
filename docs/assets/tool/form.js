/** Between the form and the record: controls are named by their path in it ("employer", "interviewers.0.name"). */

const NOT_A_DATE = '?'

const named = (form) => [...form.elements].filter((control) => control.name)
const lists = (form) => [...form.querySelectorAll('[data-list]')]
const rowsOf = (list) => [...list.querySelectorAll('[data-row]')]
const itemsOf = ({ dataset }, record) => (Array.isArray(record[dataset.list]) ? record[dataset.list] : [])

export const fieldId = (path) => `field-${path.replaceAll('.', '-')}`

export function isEmpty(value) {
  if (typeof value !== 'object' || value === null) return value === '' || value === false || value === null || value === undefined
  return Object.values(value).every(isEmpty)
}

/** True when the reader has typed nothing: a number for the plan alone is no record. */
export const isBlank = ({ plan_id: _, ...typed }) => isEmpty(typed)

/** What a control says. A date that can't exist has no value in a date field; the rules still get to say so. */
export function readControl(control) {
  if (control.type === 'checkbox') return control.checked
  return control.validity.badInput ? NOT_A_DATE : control.value
}

/** The record with this value at that place; a list ends with its last row that says something. */
export function withValue(record, path, value) {
  const result = structuredClone(record)
  const keys = path.split('.')
  const last = keys.pop()
  const within = (place, key, index) => {
    const isList = /^\d+$/.test(keys[index + 1] ?? last)
    if (isList ? !Array.isArray(place[key]) : !isRow(place[key])) place[key] = isList ? [] : {}
    return place[key]
  }
  keys.reduce(within, result)[last] = value
  if (keys.length) result[keys[0]] = trim(result[keys[0]])
  return result
}

const isRow = (value) => typeof value === 'object' && value !== null && !Array.isArray(value)

/** Whole rows, without the empty ones at the end. */
function trim(value) {
  if (!Array.isArray(value)) return value
  const rows = Array.from(value, (row) => row ?? {})
  return rows.slice(0, rows.findLastIndex((row) => !isEmpty(row)) + 1)
}

export const at = (record, path) => path.split('.').reduce((value, key) => value?.[key], record)

/** Shows the record in the form, with as many rows in each list as it has. */
export function fillForm(form, record) {
  for (const list of lists(form)) fillList(list, itemsOf(list, record))
  for (const control of named(form)) show(control, at(record, control.name))
}

/**
 * Has the form go back to what it shows, should anything reset it: WebKit does so with a page that comes back,
 * some time after it has said that the page is there.
 */
export function setDefaults(form) {
  for (const control of form.querySelectorAll('input:not([type="file"]), select, textarea')) {
    if (control.type === 'checkbox') control.defaultChecked = control.checked
    else if (control.localName !== 'select') control.defaultValue = control.value
    else for (const option of control.options) option.defaultSelected = option.selected
  }
}

function show(control, value) {
  if (control.type === 'checkbox') {
    control.checked = value === true
    return
  }
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  if (control.dataset.type) control.type = control.dataset.type
  if (control.localName === 'select' && !hasOption(control, text)) control.add(new Option(text, text))
  control.value = text
  if (control.type === 'date' || control.type === 'time') keepUnreadable(control, text)
}

/** A date field drops what isn't a date; as a text field it shows the reader what stood there. */
function keepUnreadable(control, text) {
  if (control.value === text || text === NOT_A_DATE) return
  control.dataset.type = control.type
  control.type = 'text'
  control.value = text
}

const hasOption = (select, value) => [...select.options].some((option) => option.value === value)

/** As many rows as there are items, and at least those that the list begins with. Those that stay keep the focus. */
function fillList(list, items) {
  const count = Math.max(items.length, Number(list.dataset.least))
  const rows = rowsOf(list)
  for (const row of rows.slice(count)) row.remove()
  if (rows.length < count) addRows(list, rows.length, count)
}

/** Adds the rows of these numbers, and gives the last; the list is looked through once, however many they are. */
function addRows(list, from, to) {
  const template = list.querySelector('template')
  const rows = Array.from({ length: to - from }, (_, each) => makeRow(template, from + each))
  template.before(...rows)
  return rows.at(-1)
}

function makeRow(template, index) {
  const row = template.content.firstElementChild.cloneNode(true)
  for (const element of [row, ...row.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      if (value.includes('ROW')) element.setAttribute(name, value.replaceAll('ROW', index))
    }
  }
  for (const number of row.querySelectorAll('[data-number]')) number.textContent = index + 1
  return row
}

const firstControl = (row) => row?.querySelector('[name]')

/** Adds an empty row at the end and puts the reader in it. */
export function addEmptyRow(list) {
  const count = rowsOf(list).length
  firstControl(addRows(list, count, count + 1)).focus()
}

/** The record without what stands in this row. */
export function withoutRow(record, row) {
  const list = row.closest('[data-list]')
  const index = rowsOf(list).indexOf(row)
  const rows = itemsOf(list, record).filter((_, each) => each !== index)
  return { ...record, [list.dataset.list]: trim(rows) }
}

/** Shows the record, which has lost this row, numbers the others anew, and gives what stands nearby, where it leaves the focus. */
export function removeRow(form, record, row) {
  const list = row.closest('[data-list]')
  const index = rowsOf(list).indexOf(row)
  const items = rowsOf(list)
    .slice(1)
    .map((_, each) => itemsOf(list, record)[each] ?? {})
  fillForm(form, { ...record, [list.dataset.list]: items })
  const near = firstControl(rowsOf(list)[Math.min(index, items.length - 1)]) ?? list.querySelector('[data-do="add-row"]')
  near.focus()
  return near
}

/** Options of a choice that depends on other fields; a choice without options is put away. Keeps what is chosen, if it is still there. */
export function offerChoices(form, choices) {
  for (const [path, options] of Object.entries(choices)) {
    const select = form.elements.namedItem(path)
    const offered = JSON.stringify(options)
    if (!select || select.dataset.offered === offered) continue
    const chosen = select.value
    select.replaceChildren(select.options[0], ...options.map(([value, label]) => new Option(label, value)))
    select.value = hasOption(select, chosen) ? chosen : ''
    select.dataset.offered = offered
    select.closest('[data-field]').hidden = options.length === 0
  }
}

/** The record without a choice that is no longer offered. */
export function withOfferedChoices(form, record) {
  const gone = [...form.querySelectorAll('select[data-offered]')].filter(
    (select) => !hasOption(select, String(at(record, select.name) ?? '')),
  )
  return gone.reduce((result, { name }) => withValue(result, name, ''), record)
}

/** Brings a field, or any part of the page, into view and focus, opening what folds it away. */
export function go(target) {
  for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true
  const focusable = target.matches('fieldset') ? (firstControl(target) ?? target.querySelector('button')) : target
  focusable.focus()
  focusable.scrollIntoView({ block: focusable.name ? 'center' : 'start' })
}
