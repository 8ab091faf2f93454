/** What the reader is at stays in sight: the bar at the foot of a narrow window and a new answer don't take it away. */

/** Shows the bar where there is something in it. */
export function showBar(bar, isFilled) {
  keepInSight(() => (bar.hidden = !isFilled), bar)
}

const inUse = () => (document.activeElement === document.body ? null : document.activeElement)

/**
 * Changes the page around what the reader is at, and brings that back where the change has moved it out of the window
 * or under the bar. Some browsers scroll along by themselves, and only then is it seen where it is.
 */
export function keepInSight(change, bar) {
  const wasInSight = inUse() && isInSight(inUse())
  change()
  const bringBack = () => {
    if (wasInSight && inUse() && !isInSight(inUse())) inUse().scrollIntoView({ block: 'nearest' })
    uncover(inUse(), bar)
  }
  uncover(inUse(), bar)
  afterScrolling(bringBack)
}

/** Once the browser has scrolled along. */
function afterScrolling(act) {
  requestAnimationFrame(() => requestAnimationFrame(act))
}

/** A browser scrolls by whole pixels, so a part of one may be left outside. */
function isInSight(element) {
  const { top, bottom } = element.getBoundingClientRect()
  return top > -1 && bottom < innerHeight + 1
}

function uncover(field, bar) {
  if (!field?.form) return
  const over = bar.getBoundingClientRect()
  const { top, bottom } = field.getBoundingClientRect()
  const isCovered = over.height > 0 && top < over.bottom && bottom > over.top
  if (isCovered) field.scrollIntoView({ block: 'nearest' })
}

/**
 * Brings what the reader has come to by a key wholly into the window; a browser leaves a part of it outside.
 * What is large, as a long message is, stays where it is while a good part of it can be seen.
 */
export function showFocused(element) {
  const shown = element.type === 'file' ? element.closest('label') : element
  if (!element.matches(':focus-visible')) return
  const isLarge = shown.getBoundingClientRect().height > innerHeight / 2
  if (!isLarge) return shown.scrollIntoView({ block: 'nearest' })
  const seen = new IntersectionObserver(([{ intersectionRect }]) => {
    seen.disconnect()
    const isSeen = intersectionRect.height >= innerHeight / 4
    if (!isSeen && element === document.activeElement) shown.scrollIntoView({ block: 'nearest' })
  })
  seen.observe(shown)
}
