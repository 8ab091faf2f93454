/**
 * Makes the image from which the page starts: `node prune.mjs RUNTIME FILE < seen.json`, with what
 * observer.py saw.
 */
import './complain.mjs'
import { writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { callOnce, takeImage } from './memory.mjs'

const [runtime, file] = process.argv.slice(2)
const seen = JSON.parse(await text(process.stdin))
const image = await takeImage(runtime, (python) => callOnce(python, 'prune', 'prune', python.toPy(seen)))
await writeFile(file, image)
