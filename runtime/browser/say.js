/** Says something to the page. */
export const say = (/** @type {import('./protocol.d.ts').FromWorker} */ message) => self.postMessage(message)
