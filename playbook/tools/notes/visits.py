"""A visit that was agreed in the talk or since then, such as a trial shift: when it is, and whether it lies behind."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from playbook.office import promise_of
from playbook.phrasing.asks import is_visit
from playbook.phrasing.when import letter_day
from playbook.plan.model import Situation, day_of
from playbook.render import MONTHS, WEEKDAYS
from playbook.tools.notes.meeting import A_WEEK

_COMES_BACK = re.compile(
    r"\bcome (?:back|in|by|over)\b.*\b(?:trial|shift|interview|meet|tour)|\btrial (?:shift|day)\b"
    r"|^(?:to )?come (?:(?:back|in|by|over)\b(?! to (?:me|you|us)\b)|for )"
    r"|\b(?:second|next|final) interview (?:is )?on\b"
    r"|^an answer to their invitation to .*\b(?:interview|trial|shift|tour)\b",
    re.IGNORECASE,
)
"""A visit that was agreed, in words about when or about what they asked for (replies/kinds.toml)."""
_THING = re.compile(
    r"\b(?P<thing>(?:(?:paid|trial|working|second|third|next|final|last|panel) )+(?:shift|day|interview|session|round)"
    r"|tour|interview)\b",
    re.IGNORECASE,
)
"""What the visit is for, as a letter names it."""
_DAY = re.compile(
    rf"\b(?:(?:next |this )?(?:{'|'.join(WEEKDAYS)})\b(?:,? (?:the )?\d{{1,2}}(?:st|[nr]d|th)?\b(?: (?:of )?"
    rf"(?:{'|'.join(MONTHS)})\b)?)?|\d{{1,2}}(?:st|[nr]d|th)? (?:of )?(?:{'|'.join(MONTHS)})\b"
    rf"|(?:{'|'.join(MONTHS)}) \d{{1,2}}(?:st|[nr]d|th)?\b|tomorrow\b)",
    re.IGNORECASE,
)
"""The day in such words."""


@dataclass(frozen=True, slots=True)
class Visit:
    """A visit that was agreed: what for, its day where one is known, and the day on which the reader says they came.

    `thing` is empty where nothing names it; `row` says that it is one of the things the reader promised.
    """

    thing: str
    agreed_on: date
    on: date | None = None
    went_on: date | None = None
    row: bool = False

    def is_past(self, today: date) -> bool:
        """Return whether it lies behind; without a day, after a week."""
        if self.went_on:
            return True
        return self.on < today if self.on else (today - self.agreed_on).days >= A_WEEK


def visits(situation: Situation) -> tuple[Visit, ...]:
    """Return every visit that was agreed, those among the reader's promises first."""
    return tuple(_visits(situation))


def _visits(situation: Situation) -> Iterator[Visit]:
    interview, ended_on = situation.interview, situation.ended_on
    for each in interview.round.promised:
        if is_visit(each.what):
            yield _visit(situation, each.what, ended_on, each.by_on, each.sent_on, row=True)
    if _COMES_BACK.search(interview.round.promise):
        yield _visit(situation, interview.round.promise, ended_on, interview.round.promise_on)
    for event in situation.all("asked", "answered"):
        if _COMES_BACK.search(event.words):
            yield _visit(situation, event.words, day_of(event), event.by_on)


def _visit(
    situation: Situation,
    words: str,
    agreed_on: date,
    on: date | None,
    went_on: date | None = None,
    *,
    row: bool = False,
) -> Visit:
    thing = _THING.search(words)
    named = thing["thing"].lower() if thing else ""
    return Visit(named, agreed_on, on or _day_in(words, agreed_on, situation), went_on, row)


def _day_in(words: str, agreed_on: date, situation: Situation) -> date | None:
    """Return the day that these words name; None where they name none, or one of several."""
    day = _DAY.search(words)
    if day is None:
        return None
    read = promise_of(
        situation.interview.office, f"on {day[0]}", agreed_on, situation.rulebook.calendars
    )
    return read.last_on


def visit_ahead(situation: Situation) -> Visit | None:
    """Return the next visit that lies ahead; None where there is none."""
    ahead = [each for each in visits(situation) if not each.is_past(situation.today)]
    past = [each for each in visits(situation) if each.is_past(situation.today)]
    if any(each.went_on for each in past):
        ahead = [each for each in ahead if each.on]
    return min(ahead, key=lambda each: each.on or date.max, default=None)


def came_back(situation: Situation) -> bool:
    """Return whether a visit that was agreed lies behind: then the talk is no longer the last time they met."""
    agreed = visits(situation)
    return bool(agreed) and all(each.is_past(situation.today) for each in agreed)


def may_have_come(situation: Situation) -> bool:
    """Return whether a visit lies behind of which nobody has noted that it took place."""
    return came_back(situation) and not any(each.went_on for each in visits(situation))


def last_visit_of(situation: Situation) -> Visit | None:
    """Return the last visit that took place: as noted, else one whose day has passed, if none lies ahead."""
    noted = [each for each in visits(situation) if each.went_on]
    past = [each for each in visits(situation) if each.on and each.is_past(situation.today)]
    known = noted or (past if visit_ahead(situation) is None else [])
    return next(reversed(known), None)


def visit_before_post(situation: Situation) -> bool:
    """Return whether a visit was agreed that comes before a card would arrive, as far as anybody knows."""
    ahead = visit_ahead(situation)
    return ahead is not None and (
        ahead.on is None or ahead.on <= situation.today + timedelta(days=A_WEEK)
    )


def visit_facts(situation: Situation) -> Mapping[str, object]:
    """Return the visit ahead as it follows 'coming' and in a sentence, and the one that took place."""
    ahead, last_visit = visit_ahead(situation), last_visit_of(situation)
    on = _on(ahead.on, situation) if ahead else ""
    went_to = (last_visit.thing or "visit") if last_visit else ""
    return {
        "came_back": came_back(situation),
        "visit_to_cancel": "" if ahead is None else _coming(ahead, on),
        "visit_sentence": "" if ahead is None else f"I look forward to {_event(ahead)}{on}.",
        "went_to": f"the {went_to}" if last_visit else "",
        "went_on": _on(last_visit.went_on or last_visit.on, situation) if last_visit else "",
    }


def _coming(visit: Visit, on: str) -> str:
    return f"for the {visit.thing}{on}" if visit.thing else f"in{on}"


def _event(visit: Visit) -> str:
    return f"the {visit.thing}" if visit.thing else "seeing you again"


def _on(day: date | None, situation: Situation) -> str:
    return (
        f" on {letter_day(day, situation.today, situation.interview.office.country)}" if day else ""
    )
