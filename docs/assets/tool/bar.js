/** The bar at the foot of a narrow window: what the answer is so far. It doesn't stay over the field in use. */

/** Shows the bar where there is something in it. */
export function showBar(bar, isFilled) {
  bar.hidden = !isFilled
  keepInSight(document.activeElement, bar)
}

function keepInSight(field, bar) {
  const over = bar.getBoundingClientRect()
  const { top, bottom } = field.getBoundingClientRect()
  const isCovered = field.form && over.height > 0 && top < over.bottom && bottom > over.top
  if (isCovered) field.scrollIntoView({ block: 'nearest' })
}

/** Brings what the reader has come to by a key wholly into the window; a browser leaves a part of it outside. */
export function showFocused(element) {
  const shown = element.type === 'file' ? element.closest('label') : element
  const isLarge = shown.getBoundingClientRect().height > innerHeight / 2
  if (element.matches(':focus-visible') && !isLarge) shown.scrollIntoView({ block: 'nearest' })
}
