/** Puts an answer on the page: what the reader had opened in the one before, or stands on, stays so. */

const nameOf = (fold) => fold.id || fold.querySelector('summary').textContent
const foldsOf = (root) => [...root.querySelectorAll('details')]

/** Shows the new answer in the region. A text being edited stays the very same, with its caret and what can be undone. */
export function showAnswer(region, html) {
  const fresh = document.createElement('template')
  fresh.innerHTML = html
  const open = new Set(
    foldsOf(region)
      .filter((fold) => fold.open)
      .map(nameOf),
  )
  for (const fold of foldsOf(fresh.content)) fold.open ||= open.has(nameOf(fold))
  const focused = region.contains(document.activeElement) ? document.activeElement : null
  const twin = focused && twinOf(focused, fresh.content)
  if (twin && focused.matches('[data-draft]') && changeAround(region, focused, twin)) return
  const place = twin ?? (focused && placeOf(focused, region, fresh.content))
  region.replaceChildren(fresh.content)
  if (focused) putFocus(place ?? region)
}

/**
 * Where an element that has no twin stood: the nearest thing around it that the new answer has, too; where all around it
 * goes by another name by now, as a letter does that becomes a text message, what stands there in its place.
 */
function placeOf(element, region, fresh) {
  const isInside = (each) => each !== region && region.contains(each)
  for (let around = element.closest('[id]'); isInside(around); around = around.parentElement.closest('[id]')) {
    const place = fresh.getElementById(around.id)
    if (place) return place
  }
  const around = element.parentElement.closest('[id]')
  return isInside(around) ? inPlaceOf(around, region, fresh) : null
}

/** What the new answer has in just the same place; null where it's built otherwise up to there. */
function inPlaceOf(element, region, fresh) {
  let place = fresh
  for (const each of pathTo(element, region).reverse()) {
    place = place.children[[...each.parentNode.children].indexOf(each)]
    if (place?.localName !== each.localName) return null
  }
  return place
}

/** What takes no focus by itself takes it now; it's brought into the window where it has moved. */
function putFocus(place) {
  place.focus({ preventScroll: true })
  if (document.activeElement !== place) {
    place.tabIndex = -1
    place.focus({ preventScroll: true })
  }
  place.scrollIntoView({ block: 'nearest' })
}

/** The element of the new answer that stands for this one: by its id, or that of its fold, else the one that is just the same. */
export function twinOf(element, fresh) {
  if (element.id) return fresh.querySelector(`#${CSS.escape(element.id)}`)
  const fold = element.matches('summary') && element.parentNode.id
  if (fold) return fresh.querySelector(`#${CSS.escape(fold)} > summary`)
  const same = withoutFocus(element)
  return [...fresh.querySelectorAll(element.localName)].find((each) => withoutFocus(each).isEqualNode(same)) ?? null
}

/** The element as the answer had it: the theme writes on it that it has the focus. */
function withoutFocus(element) {
  const copy = element.cloneNode(true)
  copy.removeAttribute('data-focus-visible-added')
  copy.classList.remove('focus-visible')
  if (!copy.className) copy.removeAttribute('class')
  return copy
}

const pathTo = (element, root) => {
  const path = []
  for (let at = element; at !== root; at = at.parentNode) path.push(at)
  return path
}

/** Changes everything in the region but the kept element; false where the new answer is built otherwise. */
function changeAround(region, kept, twin) {
  const old = pathTo(kept, region)
  const fresh = pathTo(twin, twin.getRootNode())
  if (old.length !== fresh.length || old.some((each, index) => each.localName !== fresh[index].localName)) return false
  old.forEach((each, index) => {
    const parent = each.parentNode
    for (const sibling of [...parent.childNodes]) if (sibling !== each) sibling.remove()
    const siblings = [...fresh[index].parentNode.childNodes]
    const place = siblings.indexOf(fresh[index])
    each.before(...siblings.slice(0, place))
    each.after(...siblings.slice(place + 1))
    copyAttributes(fresh[index], each)
  })
  return true
}

function copyAttributes(from, to) {
  for (const { name } of [...to.attributes]) if (!from.hasAttribute(name)) to.removeAttribute(name)
  for (const { name, value } of from.attributes) if (to.getAttribute(name) !== value) to.setAttribute(name, value)
}
