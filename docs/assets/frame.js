/**
 * The frame around a page without a mouse, where the theme leaves that out.
 * In a narrow window a button opens the menu, the focus goes into it and stays there, and Escape or a button closes it.
 * The Tab key leads on from the search. And what is cleared in another tab is cleared in this one at once,
 * whatever page it shows; the first page, to which 'Clear and leave' leads, says so.
 */
const toggle = document.getElementById('__drawer')
const search = document.getElementById('__search')
const menu = document.querySelector('.md-sidebar--primary')
/** So the theme says that nothing behind an open search scrolls. */
const HELD_STILL = 'data-md-scrolllock'
const RECORD = 'closing-playbook'
const narrow = matchMedia('(max-width: 76.234375em)')

const button = (name) => document.querySelector(`[data-menu="${name}"]`)

/** Everything beside the menu, which it lies over, but what closes it when it's pressed. */
function* others(element) {
  for (let at = element; at !== document.body; at = at.parentElement) {
    for (const each of at.parentElement.children) if (each !== at && !each.matches('.md-toggle, .md-overlay')) yield each
  }
}

function showMenu() {
  const isOpen = toggle.checked && narrow.matches
  for (const each of others(menu)) each.inert = isOpen
  button('open').setAttribute('aria-expanded', isOpen)
  if (isOpen) button('close').focus()
  else if (menu.contains(document.activeElement)) button('open').focus({ preventScroll: true })
}

function serveMenu() {
  document.querySelector('.md-header [for="__drawer"]').hidden = true
  for (const name of ['open', 'close']) {
    button(name).hidden = false
    button(name).addEventListener('click', () => toggle.click())
  }
  menu.addEventListener('focusin', ({ target }) => target.scrollIntoView({ block: 'nearest' }))
  toggle.addEventListener('change', showMenu)
  narrow.addEventListener('change', showMenu)
  document.addEventListener('keydown', ({ key }) => key === 'Escape' && toggle.checked && toggle.click())
}

/** The theme would also take the focus out of the search first, and Tab then starts again at the top of the page in WebKit. */
function closeSearch(event) {
  if (event.key !== 'Tab' || !search.checked) return
  event.stopPropagation()
  search.click()
  if (document.body.hasAttribute(HELD_STILL)) showFocusOnceFree()
}

/** What the Tab key leads to from an open search lies further down, where nothing scrolls until a moment after it has closed. */
function showFocusOnceFree() {
  const watcher = new MutationObserver(() => {
    if (document.body.hasAttribute(HELD_STILL)) return
    watcher.disconnect()
    document.activeElement.scrollIntoView({ block: 'nearest' })
  })
  watcher.observe(document.body, { attributeFilter: [HELD_STILL] })
}

/** The colours that hold are chosen in the form too; otherwise the focus goes to a choice that isn't shown. */
function checkColours() {
  const shown = document.querySelector('[data-md-component="palette"] label:not([hidden])')
  if (shown) shown.previousElementSibling.checked = true
}

/** A page with a tool on it knows better what is its own and newer. */
function goAlongWithClearing({ key, newValue }) {
  if (key === `${RECORD}-clearings` && newValue && !document.querySelector('playbook-tool')) sessionStorage.removeItem(RECORD)
}

/** Said where the reader has come to, once: the address is that of the page again. */
function confirmClearing() {
  const words = document.getElementById('cleared')
  if (!words || location.hash !== '#cleared') return
  history.replaceState(history.state, '', location.pathname)
  words.hidden = false
  words.focus()
}

window.addEventListener('storage', goAlongWithClearing)
confirmClearing()
if (toggle && menu) serveMenu()
if (search) document.addEventListener('keydown', closeSearch)
checkColours()
