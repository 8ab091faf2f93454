/**
 * Makes the image from which the page starts: `node distil.mjs RUNTIME FILE < job.json`.
 * The job: the functions of Python that answers need, what they mention, and the modules that they import.
 */
import './complain.mjs'
import { writeFile } from 'node:fs/promises'
import { text } from 'node:stream/consumers'
import { takeImage } from './memory.mjs'

const [runtime, file] = process.argv.slice(2)
const { seen, mentioned, imported } = JSON.parse(await text(process.stdin))
const image = await takeImage(runtime, (python) => {
  const given = [seen, mentioned, imported].map((each) => python.toPy(each))
  python.pyimport('distil').distil(...given)
})
await writeFile(file, image)
