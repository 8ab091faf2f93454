/** Between the form and the record: controls are named by their path in it ("employer", "interviewers.0.name"). */

const NOT_A_DATE = '?'
const unshown = new WeakMap()

const named = (form) => [...form.elements].filter((control) => control.name)
const lists = (form) => [...form.querySelectorAll('[data-list]')]
const rowsOf = (list) => [...list.querySelectorAll('[data-row]')]

export const fieldId = (path) => `field-${path.replaceAll('.', '-')}`

export function isEmpty(value) {
  if (typeof value !== 'object' || value === null) return value === '' || value === false || value === null || value === undefined
  return Object.values(value).every(isEmpty)
}

/** True when the reader has typed nothing: a number for the plan alone is no record. */
export const isBlank = ({ plan_id: _, ...typed }) => isEmpty(typed)

/** A date that can't exist has no value in a date field; the rules still get to say so. */
function valueOf(control) {
  if (control.type === 'checkbox') return control.checked
  return control.validity.badInput ? NOT_A_DATE : control.value
}

export function put(record, path, value) {
  const keys = path.split('.')
  const last = keys.pop()
  const within = (at, key, index) => (at[key] ??= /^\d+$/.test(keys[index + 1] ?? last) ? [] : {})
  keys.reduce(within, record)[last] = value
}

export const at = (record, path) => path.split('.').reduce((value, key) => value?.[key], record)

/** The record as the form shows it; what the form has no field for is kept. */
export function readForm(form, record) {
  const result = structuredClone(record)
  for (const list of lists(form)) {
    result[list.dataset.list] = rowsOf(list).map((row) => structuredClone(unshown.get(row)))
  }
  for (const control of named(form)) put(result, control.name, valueOf(control))
  for (const list of lists(form)) {
    const rows = result[list.dataset.list]
    while (rows.length && isEmpty(rows.at(-1))) rows.pop()
  }
  return result
}

/** Shows the record in the form, with as many rows in each list as it has. */
export function fillForm(form, record) {
  for (const list of lists(form)) {
    const items = record[list.dataset.list]
    fillList(list, Array.isArray(items) ? items : [])
  }
  for (const control of named(form)) show(control, at(record, control.name))
}

function show(control, value) {
  if (control.type === 'checkbox') {
    control.checked = value === true
    return
  }
  const text = typeof value === 'string' || typeof value === 'number' ? String(value) : ''
  if (control.localName === 'select' && !hasOption(control, text)) control.add(new Option(text, text))
  control.value = text
  if (control.type === 'date' || control.type === 'time') keepUnreadable(control, text)
}

/** A date field drops what isn't a date; as a text field it shows the reader what stood there. */
function keepUnreadable(control, text) {
  if (control.value === text || text === NOT_A_DATE) return
  control.type = 'text'
  control.value = text
}

const hasOption = (select, value) => [...select.options].some((option) => option.value === value)

function fillList(list, items) {
  for (const row of rowsOf(list)) row.remove()
  const least = Number(list.dataset.least)
  for (let index = 0; index < Math.max(items.length, least); index += 1) addRow(list, index, items[index] ?? {})
}

function addRow(list, index, item) {
  const template = list.querySelector('template')
  const row = template.content.firstElementChild.cloneNode(true)
  for (const element of [row, ...row.querySelectorAll('*')]) {
    for (const { name, value } of [...element.attributes]) {
      if (value.includes('ROW')) element.setAttribute(name, value.replaceAll('ROW', index))
    }
  }
  for (const number of row.querySelectorAll('[data-number]')) number.textContent = index + 1
  unshown.set(row, typeof item === 'object' && item !== null ? item : {})
  template.before(row)
  return row
}

const firstControl = (row) => row?.querySelector('[name]')

/** Adds an empty row at the end and puts the reader in it. */
export function addEmptyRow(list) {
  firstControl(addRow(list, rowsOf(list).length, {})).focus()
}

/** Takes a row out, numbers the others anew, and leaves the focus nearby. */
export function removeRow(form, record, row) {
  const list = row.closest('[data-list]')
  const index = rowsOf(list).indexOf(row)
  const items = rowsOf(list).map((_, each) => at(record, `${list.dataset.list}.${each}`) ?? {})
  items.splice(index, 1)
  const result = { ...record, [list.dataset.list]: items }
  fillForm(form, result)
  const near = firstControl(rowsOf(list)[Math.min(index, items.length - 1)]) ?? list.querySelector('[data-do="add-row"]')
  near.focus()
  return result
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

/** Brings a field, or any part of the page, into view and focus, opening what folds it away. */
export function go(target) {
  for (let fold = target.closest('details'); fold; fold = fold.parentElement.closest('details')) fold.open = true
  const focusable = target.matches('fieldset') ? firstControl(target) ?? target.querySelector('button') : target
  focusable.focus()
  focusable.scrollIntoView({ block: focusable.name ? 'center' : 'start' })
}
