"""What is still ahead: the time they named, the answer to an offer, what was agreed."""

import re
from datetime import date

from playbook.interview import Interview, Offer
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.repairs import usual_words
from playbook.phrasing.tidy import bare, flow, is_empty
from playbook.phrasing.when import letter_day, letter_when
from playbook.phrasing.words import words_of
from playbook.rulebook import Rulebook
from playbook.tools.notes.typed import after_colon
from playbook.tools.notes.words import say
from playbook.tools.offer.amounts import read_amount
from playbook.tools.offer.counter import counter_sentences
from playbook.tools.offer.pay import asked_pay, is_range, missing_in, say_pay
from playbook.tools.offer.pay_range import range_ends
from playbook.tools.timeline.model import Expected, Plan, State, day_of

_PARTS = re.compile(r"[,;]")
_WHEN = frozenset(
    "days nights shift shifts hours mornings afternoons evenings weekends weekdays mon tue wed thu fri sat sun monday"
    " tuesday wednesday thursday friday saturday sunday full-time part-time am pm".split()
)
"""Words about hours, and not about a place."""


def day_ahead(on: date | None, today: date, country: str) -> str:
    """A day as one still to come; empty where it has passed."""
    return letter_day(on, today, country) if on and on >= today else ""


def waiting_facts(plan: Plan) -> dict[str, object]:
    """The time that they named, and when the reader last wrote."""
    expected, today = plan.situation.expected, plan.situation.today
    interview = plan.situation.interview
    sent = plan.situation.last("check-in-sent")
    their_time = _time_of(expected, interview, today)
    return {
        "their_time": their_time,
        "hear_when": their_time if expected.last_on >= today else "",
        "wrote_on": letter_day(day_of(sent), today, interview.country) if sent else "",
    }


def _time_of(expected: Expected, interview: Interview, today: date) -> str:
    """The time they named, as it follows 'hear from you'; empty where they named none."""
    if not expected.given:
        return ""
    words = "" if interview.promise_on else expected.promise.words
    return letter_when(
        words, expected.first_on, expected.last_on, expected.said_on, today, interview.country
    )


def offer_facts(plan: Plan) -> dict[str, object]:
    """The offer's dates where they are still ahead, and what would make it a yes."""
    interview, today = plan.situation.interview, plan.situation.today
    country = interview.country
    decide = next((step for step in plan.steps if step.id == "offer-decide"), None)
    named = bool(decide and decide.facts["named"])
    decide_on = decide.due_on if decide else None
    own = next(iter(interview.offers), None)
    rulebook = plan.situation.rulebook
    counter = counter_sentences(interview, rulebook)
    return {
        "answer_by": day_ahead(decide_on, today, country) if named else "",
        "answer_late": bool(named and decide and decide.state is State.LATE),
        "decide_by": day_ahead(decide_on, today, country),
        "in_writing": bool(own and own.in_writing),
        "pay": _pay(interview, rulebook),
        "wishes": counter.wishes,
        "wish_reason": after_colon(interview.wish_reason),
        "counter_lines": counter.lines,
        "asks": counter.asks,
        "counter_left": counter.left,
        "start_on": letter_day(interview.start_on, today, country) if interview.start_on else "",
        **_agreed(own or Offer(), own_day=interview.start_on is not None),
    }


def _agreed(offer: Offer, *, own_day: bool) -> dict[str, object]:
    """The pay, the first day and the place and hours as they were agreed, ready to be confirmed."""
    pay = asked_pay(offer.pay) if read_amount(offer.pay) else None
    typed = "" if is_empty(offer.pay) or is_range(offer.pay) else bare(flow(offer.pay))
    start = "" if own_day or not _names_a_day(offer.start) else _term(offer.start)
    start = f"in {start}" if start.casefold() in words_named("names", "months") else start
    place = _term(offer.place)
    return {
        "agreed_pay": say_pay(pay) if pay and not missing_in(pay) else typed,
        "agreed_start": start,
        "agreed_hours": place,
        "agreed_where": _where_or_when(place),
    }


def _names_a_day(start: str) -> bool:
    """Whether the first day is named, so that it can be confirmed: not 'as soon as possible'."""
    found = set(words_of(start).all)
    named = not found.isdisjoint(words_named("names", "days") | words_named("names", "months"))
    return named or any(each.isdigit() for each in start)


def _where_or_when(place: str) -> str:
    """What the words under 'Place and hours' name: the place, the hours, or both."""
    parts = [each for each in _PARTS.split(place) if each.strip()]
    when = [
        any(map(str.isdigit, each)) or not _WHEN.isdisjoint(words_of(each).all) for each in parts
    ]
    if all(when):
        return "hours"
    named = place.istitle() or place.startswith(("the ", "your ")) or len(parts) > 1
    return "place" if named and not any(when) else "place and hours"


def _term(text: str) -> str:
    return "" if is_empty(text) else bare(usual_words(flow(text)))


def _pay(interview: Interview, rulebook: Rulebook) -> str:
    first, last = map(bare, range_ends(interview))
    if not (first and last):
        return first or last
    return say(rulebook, "range", first=first, last=last)
