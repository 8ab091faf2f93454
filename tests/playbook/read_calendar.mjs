// Reads a calendar file from standard input with ical.js and prints its entries as JSON.
import { readFileSync } from 'node:fs'
import ICAL from 'ical.js'

const calendar = new ICAL.Component(ICAL.parse(readFileSync(0, 'utf8')))
const entries = calendar.getAllSubcomponents('vevent').map((each) => {
  const event = new ICAL.Event(each)
  return {
    uid: event.uid,
    title: event.summary,
    text: event.description,
    start: event.startDate.toString(),
    end: event.endDate.toString(),
    all_day: event.startDate.isDate,
    sequence: event.sequence,
    status: each.getFirstPropertyValue('status'),
    guests: event.attendees.length,
    reminders: each.getAllSubcomponents('valarm').map((alarm) => alarm.getFirstPropertyValue('trigger').toSeconds() / 60),
  }
})
process.stdout.write(JSON.stringify(entries))
