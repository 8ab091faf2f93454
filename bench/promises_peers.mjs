/**
 * The last day that chrono-node and Recognizers-Text find in each sentence: JSON in, JSON out.
 * Each is given its best: chrono the order of day and month and dates ahead, Recognizers the last day within a range.
 */
import { createRequire } from 'node:module'
import { text } from 'node:stream/consumers'

const require = createRequire(`${process.cwd()}/`)
const chrono = require('chrono-node')
const { recognizeDateTime, Culture } = require('@microsoft/recognizers-text-date-time')

const iso = (on) => [on.getFullYear(), on.getMonth() + 1, on.getDate()].map((part) => String(part).padStart(2, '0')).join('-')
const midday = (on) => new Date(`${on}T12:00:00`)
const latest = (days) =>
  days
    .filter((on) => /^\d{4}-\d\d-\d\d$/.test(on))
    .sort()
    .at(-1) ?? null

function byChrono({ words, said_on: saidOn, month_first: monthFirst }) {
  const language = monthFirst ? chrono.en : chrono.en.GB
  const found = language.parse(words, midday(saidOn), { forwardDate: true })
  return latest(found.map(({ start, end }) => iso((end ?? start).date())))
}

function byRecognizers({ words, said_on: saidOn }) {
  const found = recognizeDateTime(words, Culture.English, undefined, midday(saidOn))
  return latest(found.map(({ resolution }) => lastDay(resolution?.values?.at(-1))))
}

/** Its ranges end with the first day that isn't in them any more. */
function lastDay(value) {
  if (!value) return null
  if (value.type === 'date') return value.value
  if (value.type === 'datetime') return value.value.slice(0, 10)
  if (value.type === 'datetimerange') return value.end?.slice(0, 10) ?? null
  if (value.type !== 'daterange' || !value.end) return null
  if (!value.start) return value.end
  const end = midday(value.end)
  end.setDate(end.getDate() - 1)
  return iso(end)
}

function attempt(peer, sentence) {
  try {
    return peer(sentence)
  } catch {
    return null
  }
}

const sentences = JSON.parse(await text(process.stdin))
const peers = { 'chrono-node': byChrono, 'Recognizers-Text': byRecognizers }
const answers = Object.entries(peers).map(([name, peer]) => [name, sentences.map((each) => attempt(peer, each))])
console.log(JSON.stringify(Object.fromEntries(answers)))
