/**
 * The page on which a reader saves the guide for offline use, and removes it again.
 * The saving is done by offline-worker.js; whether a copy is there is read from what the browser has stored, each time.
 */
const HOME = new URL('../', import.meta.url).href
const COPIES = `closing-playbook-offline ${HOME} `
const LIST = `${HOME}offline.json`
const WORKER = `${HOME}offline-worker.js`
const MEGABYTE = 1_000_000
/** A little longer than the worker waits for one file. */
const LONGEST_SILENCE = 200_000

const box = document.querySelector('.pb-offline')
const part = (name) => box.querySelector(`[data-part="${name}"]`)
const canSave = 'serviceWorker' in navigator && 'caches' in globalThis
const listCopies = async () => (await caches.keys()).filter((name) => name.startsWith(COPIES))
const find = () => navigator.serviceWorker.getRegistration(HOME)

/** Shows one of the sentences, and the buttons that fit it. The focus goes along where its button goes. */
function show(words, { save = false, remove = false, progress = false } = {}) {
  const isAtButton = document.activeElement?.matches('.pb-offline button')
  for (const each of box.querySelectorAll('[data-words]')) each.hidden = each.dataset.words !== words
  part('save').hidden = !save
  part('remove').hidden = !remove
  part('progress').hidden = !progress
  const next = save ? part('save') : remove ? part('remove') : part('state')
  if (isAtButton) next.focus({ preventScroll: true })
}

/** The list of the copy that is whole, if there is one; a copy without its worker is of no use. */
async function readCopy() {
  if (!(await find())) return null
  for (const name of await listCopies()) {
    const list = await (await caches.open(name)).match(LIST)
    if (list) return list.json()
  }
  return null
}

function showCopy(copy) {
  if (!copy) return show('none', { save: true })
  part('day').textContent = new Date(copy.saved_on).toLocaleDateString('en-GB', { dateStyle: 'long' })
  show('saved', { remove: true })
}

async function save() {
  show('saving', { progress: true })
  const news = (await arrives()) ? await ask().catch(explain) : { failed: 'failed' }
  if (!news.failed) return showCopy(await readCopy())
  if (!(await readCopy())) await forget()
  show(news.failed, { save: news.failed !== 'refused' })
}

const explain = async () => ({ failed: (await arrives()) ? 'refused' : 'failed' })

/** Whether the worker comes as it was built. A browser that lets no page save anything refuses it in just the same way as one that didn't. */
async function arrives() {
  const request = new AbortController()
  setTimeout(() => request.abort(), LONGEST_SILENCE)
  const more = { cache: 'no-store', signal: request.signal }
  try {
    const { worker } = await (await fetch(LIST, more)).json()
    return (await fetch(WORKER, { ...more, integrity: worker })).ok
  } catch {
    return false
  }
}

/** Starts the worker and has it save everything. Gives its last word, or says that none came. */
function ask() {
  return new Promise((resolve, reject) => {
    let silence = 0
    const wait = () => {
      clearTimeout(silence)
      silence = setTimeout(() => resolve({ failed: 'failed' }), LONGEST_SILENCE)
    }
    const hear = (news) => {
      wait()
      if (news.total) return showProgress(news)
      clearTimeout(silence)
      resolve(news)
    }
    wait()
    start(hear).catch(reject)
  })
}

async function start(hear) {
  const registration = await navigator.serviceWorker.register(WORKER, { scope: HOME, updateViaCache: 'none' })
  const worker = registration.installing ?? registration.waiting ?? registration.active
  const { port1, port2 } = new MessageChannel()
  port1.onmessage = ({ data }) => hear(data)
  worker.postMessage({}, [port2])
}

function showProgress({ saved, total }) {
  Object.assign(part('progress').querySelector('progress'), { value: saved, max: total })
  part('amount').textContent = `${(saved / MEGABYTE).toFixed(1)} of ${(total / MEGABYTE).toFixed(1)}`
}

async function forget() {
  await (await find())?.unregister()
  await Promise.all((await listCopies()).map((name) => caches.delete(name)))
}

async function remove() {
  await forget()
  show('removed', { save: true })
}

async function begin() {
  part('save').addEventListener('click', save)
  part('remove').addEventListener('click', remove)
  box.hidden = false
  if (!canSave) return show('refused')
  showCopy(await readCopy().catch(() => null))
}

begin()
