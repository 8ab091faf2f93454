/**
 * The page that shows what this browser has stored for the site, at this moment. It only looks; nothing is changed here.
 * Each kind of thing has a line in the page, with one sentence for when it's there and one for when it isn't.
 */
const HOME = new URL('../', import.meta.url).href
const KEY = 'closing-playbook'
const COLOURS = `${new URL(HOME).pathname}.__palette`

const page = document.querySelector('.pb-stored')

/** What the browser refuses to tell isn't there: then nothing could be stored either. */
const attempt = async (ask, otherwise) => {
  try {
    return (await ask()) ?? otherwise
  } catch {
    return otherwise
  }
}

async function list() {
  const local = await attempt(() => Object.keys(localStorage), [])
  const session = await attempt(() => Object.keys(sessionStorage), [])
  const copies = await attempt(() => caches.keys(), [])
  const workers = await attempt(() => navigator.serviceWorker.getRegistrations(), [])
  const offline = `${KEY}-offline ${HOME} `
  return [
    { kind: 'words', has: session.includes(KEY) || local.includes(KEY) },
    { kind: 'clearings', has: local.includes(`${KEY}-clearings`) },
    { kind: 'small', has: session.includes(`${KEY}-too-small`) },
    { kind: 'colours', has: local.includes(COLOURS) },
    { kind: 'tools', has: copies.includes(new URL('assets/runtime/', HOME).href) },
    { kind: 'offline', has: copies.some((name) => name.startsWith(offline)) || workers.some(({ scope }) => scope === HOME) },
    { kind: 'cookies', has: document.cookie !== '' },
  ]
}

async function look() {
  const things = await list()
  for (const { kind, has } of things) {
    const line = page.querySelector(`[data-kind="${kind}"]`)
    line.classList.toggle('pb-is-stored', has)
    for (const [when, isNow] of Object.entries({ stored: has, absent: !has })) line.querySelector(`[data-when="${when}"]`).hidden = !isNow
  }
  const hasWords = things.some(({ kind, has }) => kind === 'words' && has)
  for (const each of page.querySelectorAll('[data-words]')) each.hidden = (each.dataset.words === 'words') !== hasWords
  page.hidden = false
}

page.querySelector('button').addEventListener('click', look)
window.addEventListener('pageshow', look)
document.addEventListener('visibilitychange', look)
