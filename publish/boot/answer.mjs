/** Answers pairs of tool and request as the page does: `node answer.mjs RUNTIME < requests.json`. */
import './complain.mjs'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { start } from './start.mjs'

const [runtime] = process.argv.slice(2)
const { python, place } = await start(runtime)
const { run } = python.pyimport('playbook.boundary')

async function answer([tool, request]) {
  const first = run(tool, request)
  const { needs } = JSON.parse(first)
  for (const need of needs) place(need, await readFile(join(runtime, 'data', need)))
  return needs.length ? run(tool, request) : first
}

const answers = []
for (const request of JSON.parse(await text(process.stdin))) answers.push(await answer(request))
process.stdout.write(JSON.stringify(answers))
