/**
 * Where copies of Python's memory are kept between visits: in the browser's Cache Storage, one at a time.
 * They hold the rules and the invented examples, nothing of the reader. Where nothing may be kept, nothing is.
 */
import { addressOf } from './download.js'

const STORE = 'closing-playbook-python'

/** The name of the image of a start: another start, another name. */
const nameOf = ({ python, library, program }) => addressOf([python, library, program].map(({ file }) => file.split('.').at(-2)).join('.'))

/** The image for this start, or null. */
export async function findImage(files) {
  try {
    const found = await (await caches.open(STORE)).match(nameOf(files))
    return found ? await found.arrayBuffer() : null
  } catch {
    return null
  }
}

/** Keeps an image, and then no older one. */
export async function keepImage(files, image) {
  const store = await caches.open(STORE)
  await store.put(nameOf(files), new Response(image))
  for (const request of await store.keys()) if (request.url !== nameOf(files)) await store.delete(request)
}

/** Drops what is kept. */
export async function forgetImages() {
  await globalThis.caches?.delete(STORE).catch(() => {})
}
