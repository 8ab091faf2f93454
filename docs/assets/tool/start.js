/**
 * Whoever comes back to what they noted has their answer sooner if Python starts while the page is still on its way,
 * and waits for it without the example of somebody else.
 */
import { isBlank } from './form.js'
import { runtime } from './runtime.js'
import { readDevice, readTab } from './store.js'

if ([readTab(), readDevice()].some(({ entry }) => entry && !isBlank(entry.record))) {
  document.documentElement.dataset.returning = ''
  runtime.start()
}
