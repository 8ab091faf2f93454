/**
 * Where copies of Python's memory are kept between visits: in the browser's Cache Storage, one at a time.
 * They hold the rules and the invented examples, nothing of the reader. Where nothing may be kept, nothing is.
 */
import { addressOf } from './download.js'

const STORE = 'closing-playbook-python'

/** The name of the image of a start: another start, another name. */
const nameOf = ({ python, library, program }) => addressOf([python, library, program].map(({ file }) => file.split('.').at(-2)).join('.'))

/** The image for this start as a blob, which the worker reads, so that the page needn't; or null. */
export async function findImage(files) {
  try {
    const found = await (await caches.open(STORE)).match(nameOf(files))
    const image = await found?.blob()
    return image?.size ? image : null
  } catch {
    return null
  }
}

/** Whether there is an image for this start, or one was refused. */
export async function isKnown(files) {
  return (await (await caches.open(STORE)).match(nameOf(files))) !== undefined
}

/** Keeps nothing in the place of an image that was no good: a browser that can't use one isn't asked again with the same files. */
export async function refuseImage(files) {
  await keepImage(files, '').catch(() => {})
}

/** Keeps an image, and then no older one. */
export async function keepImage(files, image) {
  const store = await caches.open(STORE)
  await store.put(nameOf(files), new Response(image))
  for (const request of await store.keys()) if (request.url !== nameOf(files)) await store.delete(request)
}
