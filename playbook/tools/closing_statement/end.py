"""How a statement ends: what the reader has promised, and the question about the next step."""

import re
from datetime import date

from playbook.interview import Interview
from playbook.office import promise_of
from playbook.phrasing.asks import frame_promises, is_visit
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.tidy import is_empty
from playbook.phrasing.when import WEEK, letter_day
from playbook.phrasing.words import words_of
from playbook.promises import Reading
from playbook.render import WEEKDAYS
from playbook.rulebook import Rulebook

_TIME = re.compile(
    r"\d|\b(?:today|tomorrow|tonight|days?|weeks?|weekend|months?|hours?)\b", re.IGNORECASE
)
_VISIT = re.compile(
    r"\b(?:come (?:back|in|by|over)|trial|second interview|next interview)\b", re.IGNORECASE
)


def promise_aloud(interview: Interview) -> str:
    """Return what the reader will send or come for, as they say it; empty where nothing is owed."""
    to_send = tuple(
        (each.what, "") for each in interview.round.promised if each.what and not each.sent_on
    )
    sentence = frame_promises(to_send).text.replace("I will ", "I'll ")
    return sentence.replace("As promised, I'll ", "As I promised, I'll ")


def next_step(interview: Interview, today: date, rulebook: Rulebook) -> tuple[str, str]:
    """Return what is known of the next step, and the day by which they answer, as it is said.

    A 'visit', a 'day', a 'time' of which we know no day, or that it is 'open', because no time is named or it is over.
    """
    promise = "" if is_empty(interview.round.promise) else interview.round.promise
    if _VISIT.search(promise) or any(is_visit(each.what) for each in interview.round.promised):
        return "visit", ""
    on = _promised_day(interview, rulebook)
    if on:
        return ("day", _spoken(on, today, interview)) if on > today else ("open", "")
    named = words_named("names", "days") | words_named("names", "months")
    when = _TIME.search(promise) or not named.isdisjoint(words_of(promise).all)
    return ("time", "") if when else ("open", "")


def _promised_day(interview: Interview, rulebook: Rulebook) -> date | None:
    """Return the last day that they named for their answer; None where none is certain."""
    spoken, said_on = interview.round, interview.round.ended_on
    if spoken.promise_on or said_on is None or is_empty(spoken.promise):
        return spoken.promise_on
    promise = promise_of(interview.office, spoken.promise, said_on, rulebook.calendars)
    return promise.last_on if promise.reading is Reading.DATED else None


def _spoken(on: date, today: date, interview: Interview) -> str:
    """Return a day as it is said in the interview: 'Friday', and with its date where that may be another Friday."""
    spoken_on = interview.round.ended_on or today
    if on - spoken_on < WEEK:
        return WEEKDAYS[on.weekday()]
    return letter_day(on, spoken_on, interview.office.country)
