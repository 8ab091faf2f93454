"""Days and times as a letter says them: in the order of the reader's country, or in the words that were used."""

import re
from datetime import date, timedelta

from playbook.memory import remembered
from playbook.phrasing.greet import AMERICAN
from playbook.phrasing.words import words_of
from playbook.render import MONTHS, WEEKDAYS, day

WEEK = timedelta(days=7)
SATURDAY = 5
BY_WORDS = frozenset("by before until till within latest end no-later-than deadline".split())
_LEAD = re.compile(
    r"^(?:we|they|you|i|he|she)(?:'ll| will) (?:let you know|be in touch|get back to you|call you|email you|hear)\s+",
    re.IGNORECASE,
)
"""What stands before the time: only the time is said again."""
_VISIT = re.compile(
    r"\b(?:come (?:back|in|by|over)|trial|start (?:on|work)|second interview|next interview|see you)\b",
    re.IGNORECASE,
)
"""Words that name a day for something else than an answer."""
_SEVERAL = re.compile(r"\bor\b", re.IGNORECASE)
"""Words that leave several times open: 'Friday or Monday'."""
_AFTERWARDS = re.compile(r"\b(?:after(?:wards?)?|thereafter|once)\b", re.IGNORECASE)
"""Words that say it comes behind a day: 'the board meets on 10 December; we'll be in touch thereafter'."""
_WEEK_OF = re.compile(
    r"^(?:in |during )?(?:the )?week (?:of|starting|beginning|commencing) (?:the )?(.{3,20})$",
    re.IGNORECASE,
)
_LATER = re.compile(
    r"^(?:by |in |at |some ?time )?(?:the )?(early|late|later|middle of|mid|end of|start of|beginning of)?\s*"
    r"(next|this) (week|month)(?: some ?time)?$",
    re.IGNORECASE,
)
_NO_DAY = re.compile(
    r"^(?:with)?in (?:the|a|about a|the next) (?:week|month|few days|couple of (?:days|weeks)|few weeks|day or two)"
    r"(?: or (?:so|two))?$"
    r"|^within (?:a few|\w+) (?:days|weeks)$",
    re.IGNORECASE,
)
"""A stretch of time in which no day was named."""
_IN_WORDS = {
    "early": "early",
    "late": "late",
    "later": "later",
    "mid": "in the middle of",
    "middle of": "in the middle of",
    "start of": "at the start of",
    "beginning of": "at the start of",
    "end of": "by the end of",
    "": "",
}
_IN_THE_WEEK = {
    "early": "early in the coming week",
    "late": "late in the coming week",
    "later": "late in the coming week",
    "mid": "in the middle of the coming week",
    "middle of": "in the middle of the coming week",
    "start of": "at the start of the coming week",
    "beginning of": "at the start of the coming week",
    "": "in the coming week",
}
"""Next week, as it is named on the weekend before it."""


@remembered()
def letter_day(on: date, today: date, country: str = "") -> str:
    """Return a date in a letter: "Friday 27 November", in America "Friday, November 27"; with the year of another."""
    if country not in AMERICAN:
        return day(on, today)
    month_first = f"{WEEKDAYS[on.weekday()]}, {MONTHS[on.month - 1]} {on.day}"
    return month_first if on.year == today.year else f"{month_first}, {on.year}"


_DAY_FIRST = re.compile(
    rf"\b(?P<weekday>{'|'.join(WEEKDAYS)}) (?P<day>\d{{1,2}}) (?P<month>{'|'.join(MONTHS)})\b"
)


def in_order_of(country: str, text: str) -> str:
    """Return a text of ours with its dates in the order of the reader's country: 'Tuesday, December 15'."""
    if country not in AMERICAN:
        return text
    return _DAY_FIRST.sub(_month_first, text)


def _month_first(match: re.Match[str]) -> str:
    return f"{match['weekday']}, {match['month']} {match['day']}"


@remembered()
def letter_when(
    words: str, first_on: date, last_on: date, said_on: date, today: date, country: str = ""
) -> str:
    """Return a named time as it follows 'hear from you': their words where they still hold, else the day or week.

    The last of two weekdays, 'by Friday 4 December' for 'Thursday or Friday'. Empty where only a stretch of days is
    known, or one of several other times: it would read as a deadline.
    """
    on_that_day = first_on in (last_on, said_on) and last_on == today
    if _VISIT.search(words) or last_on <= said_on or on_that_day:
        return ""
    if _SEVERAL.search(words):
        last_named = f" or {WEEKDAYS[last_on.weekday()].casefold()}" in words.casefold()
        return f"by {letter_day(last_on, today, country)}" if last_named else ""
    before = first_on - timedelta(days=1)
    if _AFTERWARDS.search(words) and str(before.day) in words_of(words).all:
        return f"after {letter_day(before, today, country)}"
    plain = _LEAD.sub("", " ".join(words.replace("’", "'").casefold().split()).strip(" .!?,"))
    if _NO_DAY.match(plain):
        return plain
    same_week = _monday(said_on) == _monday(today)
    later = _LATER.match(plain)
    if later and later[2] == "next" and later[3] == "week":
        near = _near_week(later[1] or "", said_on, today, same_week=same_week)
        if near:
            return near
    return _by_days(plain, first_on, last_on, said_on, today, country)


def _by_days(
    plain: str, first_on: date, last_on: date, said_on: date, today: date, country: str
) -> str:
    """Return a time by the days that were read in it: a day, a week or a month; else empty."""
    if _WEEK_OF.match(plain):
        return _week_of(_monday(first_on), today, country)
    by_count = first_on in (last_on, said_on) and last_on.weekday() >= SATURDAY
    names_day = any(each.casefold() in plain for each in WEEKDAYS) or any(map(str.isdigit, plain))
    if by_count and plain and not names_day:
        return _week_of(_monday(last_on), today, country)
    if first_on in (last_on, said_on):
        return f"{_by(plain)} {letter_day(last_on, today, country)}"
    if _monday(first_on) == _monday(last_on):
        return _week_of(_monday(first_on), today, country)
    if (first_on.day, (last_on + timedelta(days=1)).day) == (
        1,
        1,
    ) and first_on.month == last_on.month:
        return f"in {MONTHS[first_on.month - 1]}"
    return ""


def _near_week(stretch: str, said_on: date, today: date, *, same_week: bool) -> str:
    """Rewrite 'Next week' as it is said today: on a weekend the coming week, a week later the last one; else empty."""
    weekend = today.weekday() >= SATURDAY
    if same_week and stretch == "end of" and weekend:
        return ""
    if same_week and weekend:
        return _IN_THE_WEEK[stretch]
    if same_week:
        return f"{_IN_WORDS[stretch]} next week".strip()
    if _monday(said_on) + 2 * WEEK == _monday(today) and not weekend:
        return f"{_IN_WORDS[stretch]} last week".strip()
    return ""


def _week_of(monday: date, today: date, country: str) -> str:
    """Return a week as a letter names it: 'this week', 'next week', else by its first day; at its end not at all."""
    if monday == _monday(today) and today.weekday() >= SATURDAY:
        return ""
    near = {_monday(today): "this week", _monday(today) + WEEK: "next week"}
    if monday in near and today.weekday() < SATURDAY:
        return near[monday]
    return f"{'' if country in AMERICAN else 'in '}the week of {_short(monday, country)}"


def _by(plain: str) -> str:
    """Return 'on' before a day that was named by itself, 'by' before one until which they meant to decide."""
    tokens = words_of(plain).all
    if not BY_WORDS.isdisjoint(tokens):
        return "by"
    named = any(each.casefold() in tokens for each in WEEKDAYS)
    return "on" if named or plain.startswith("on ") else "by"


def _monday(on: date) -> date:
    return on - timedelta(days=on.weekday())


def _short(on: date, country: str) -> str:
    month = MONTHS[on.month - 1]
    return f"{month} {on.day}" if country in AMERICAN else f"{on.day} {month}"
