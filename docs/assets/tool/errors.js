/** What can't be used as it was typed: said beside its field, and listed with a link that leads there. */
import { textOfDraft } from './drafts.js'
import { fieldId } from './form.js'

/** Shows each message, and gives those shown as sentences; a field still being filled in for the first time is left in peace. */
export function showErrors(tool, errors, visited, record) {
  const { form } = tool
  const shown = Object.entries(errors).filter(([path]) => !form.elements.namedItem(path) || visited.has(path))
  const messages = new Map(shown)
  for (const slot of form.querySelectorAll('[data-error]')) {
    const message = messages.get(slot.dataset.error) ?? ''
    slot.textContent = message
    slot.hidden = !message
    mark(form.elements.namedItem(slot.dataset.error), message)
  }
  const summary = tool.querySelector('[data-part="errors"]')
  const found = shown.map(([path, message]) => {
    const field = fieldOf(tool, path, record)
    return [field, withRow(field, message)]
  })
  list(summary, found)
  const title = summary.querySelector('strong').textContent
  return found.map(([, message]) => `${title}: ${message}`)
}

/** The message with the row that its field stands in, where there are several: away from the field, nothing else tells them apart. */
function withRow(field, message) {
  const row = field?.closest('[data-row]:not(:only-of-type)')
  return row ? `${row.querySelector('.pb-row-number').textContent}: ${message}` : message
}

function mark(control, message) {
  if (message) control?.setAttribute('aria-invalid', 'true')
  else control?.removeAttribute('aria-invalid')
}

/** The field of a path: in the form, or a text of the answer that the reader has changed. */
const fieldOf = (tool, path, record) => tool.querySelector(`#${CSS.escape(fieldId(path))}`) ?? textOfDraft(tool, path, record)

function list(summary, found) {
  summary.querySelector('ul').replaceChildren(...found.map(itemOf))
  summary.hidden = found.length === 0
}

function itemOf([field, message]) {
  const item = document.createElement('li')
  const words = field ? Object.assign(document.createElement('a'), { href: `#${field.id}` }) : item
  if (field) words.dataset.go = `#${field.id}`
  words.textContent = message
  if (field) item.append(words)
  return item
}
