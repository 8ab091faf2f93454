/**
 * Watches what runs after a start from an image, of Python and of the WebAssembly below it:
 * `node observe.mjs RUNTIME < requests.json`. Says, as JSON, the answers, what observer.py saw, the numbers of the
 * functions of the WebAssembly, and where its frozen modules are.
 */
import './complain.mjs'
import { text } from 'node:stream/consumers'
import { takeImage } from './memory.mjs'
import { listFrozen, listUsed } from './notes.mjs'
import { answerAll, restore } from './start.mjs'

const [runtime] = process.argv.slice(2)
const requests = JSON.parse(await text(process.stdin))

const image = await takeImage(runtime, (python) => {
  python.pyimport('smoke')
  python.pyimport('observer').observe()
})
const { python, place } = await restore(runtime, image)
const answers = await answerAll(runtime, python, place, requests)
const observer = python.pyimport('observer')
const seen = observer.stop().toJs({ dict_converter: Object.fromEntries })
python.pyimport('smoke').smoke(observer.list_callable())

process.stdout.write(JSON.stringify({ answers, seen, used: listUsed(), frozen: listFrozen() }))
