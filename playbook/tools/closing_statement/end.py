"""How a statement ends: what the reader has promised, and the question about the next step."""

import re
from datetime import date, timedelta

from playbook.interview import Interview
from playbook.phrasing.asks import frame_promises, is_visit
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.repairs import usual_words
from playbook.phrasing.tidy import is_empty
from playbook.phrasing.when import WEEK, letter_day
from playbook.phrasing.words import words_of
from playbook.render import MONTHS, WEEKDAYS

_TIME = re.compile(
    r"\d|\b(?:today|tomorrow|tonight|days?|weeks?|weekend|months?|hours?)\b", re.IGNORECASE
)
_STRETCH = re.compile(
    r"\b(?P<at>end|middle|beginning|start) of (?:the )?(?P<which>next |this |coming )?(?P<long>week|month)\b",
    re.IGNORECASE,
)
"""A time that somebody names without a day: 'by end of next week'."""
_OF_MONTH = re.compile(r"\bthe (?P<day>\d{1,2}[a-z]{2})\b(?! of)", re.IGNORECASE)
_MONTH = "|".join([*(f"{each[:3]}(?:{each[3:]})?" for each in MONTHS), "sept"])
_DATE = re.compile(
    rf"\b(?:\d{{1,2}}(?:[a-z]{{2}})? (?:of )?(?:{_MONTH})|(?:{_MONTH}) \d{{1,2}}(?:[a-z]{{2}})?)\b",
    re.IGNORECASE,
)
"""A day with its month, as somebody names it."""
_VISIT = re.compile(
    r"\b(?:come (?:back|in|by|over)|trial|second interview|next interview)\b", re.IGNORECASE
)


def promise_aloud(interview: Interview, today: date) -> str:
    """Return what the reader will come for, as they say it; what they will send stands in the thank-you."""
    to_send = tuple(
        (each.what, "" if each.by_on is None else _by(each.what, each.by_on, today, interview))
        for each in interview.round.promised
        if each.what and not each.sent_on and is_visit(each.what)
    )
    sentence = frame_promises(to_send).text.replace("I will ", "I'll ")
    return sentence.replace("As promised, I'll ", "I'll ")


def _by(what: str, on: date, today: date, interview: Interview) -> str:
    """Return until when a thing is sent, or on which day a visit is."""
    return f"{'on' if is_visit(what) else 'by'} {_spoken(on, today, interview)}"


def next_step(interview: Interview, today: date) -> tuple[str, str]:
    """Return what is known of the next step, and the time before which they answer, as it was named.

    A 'visit', a 'day', that they 'decide' at some time of which we know no day, or that it is 'open'.
    """
    promise = "" if is_empty(interview.round.promise) else interview.round.promise
    weekday = _weekday(promise)
    if any(is_visit(each.what) for each in interview.round.promised):
        return "visit", ""
    if _VISIT.search(promise):
        return ("day", weekday) if weekday else ("decide", "")
    named = weekday or _stretch(promise) or _date(promise) or _day_of_month(promise)
    if named:
        return "day", named
    if interview.round.promise_on:
        return "day", _spoken(interview.round.promise_on, today, interview)
    names = words_named("names", "days") | words_named("names", "months")
    when = promise or not names.isdisjoint(words_of(promise).all)
    return ("decide", "") if when else ("open", "")


def _weekday(promise: str) -> str:
    """Return the only day of the week in these words; empty for none, or for several."""
    every = words_of(promise).all
    named = [
        day for day in WEEKDAYS if not {day.casefold(), f"{day.casefold()}s"}.isdisjoint(every)
    ]
    return named[0] if len(named) == 1 else ""


def _stretch(promise: str) -> str:
    """Return a time as it was named: 'the end of next week'."""
    match = _STRETCH.search(promise)
    if match is None:
        return ""
    which = (match["which"] or "the ").lower()
    which = "the coming " if which == "coming " else which
    return f"the {match['at'].lower()} of {which}{match['long'].lower()}"


def _date(promise: str) -> str:
    """Return a day with its month as it was named: '4 December'."""
    match = _DATE.search(promise)
    return usual_words(match[0]) if match else ""


def _day_of_month(promise: str) -> str:
    match = _OF_MONTH.search(promise)
    return f"the {match['day'].lower()}" if match else ""


def _spoken(on: date, today: date, interview: Interview) -> str:
    """Return a day as it is said in the interview: 'Friday', and with its date where that may be another Friday."""
    spoken_on = interview.round.ended_on or today
    if timedelta(0) <= on - spoken_on < WEEK:
        return WEEKDAYS[on.weekday()]
    return letter_day(on, spoken_on, interview.office.country)
