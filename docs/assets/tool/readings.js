/** What we read in words about when: beside the field that holds them, with the days to choose from. */
import { showAnswer } from './answer.js'

const shown = new WeakMap()

/** Shows each reading, and gives those shown as sentences. A reader who has pressed a button in one stays there. */
export function showReadings(form, readings) {
  const slots = [...form.querySelectorAll('[data-reading]')]
  for (const slot of slots) {
    const html = readings[slot.dataset.reading] ?? ''
    if ((shown.get(slot) ?? '') !== html) showAnswer(slot, html)
    shown.set(slot, html)
    slot.hidden = !html
  }
  return slots.map((slot) => slot.querySelector('.pb-read')?.textContent ?? '')
}
