"""What of an offer is settled, ready to be confirmed, and what of it is still open."""

import re
from collections.abc import Mapping

from playbook.interview import Interview
from playbook.phrasing.job_title import is_senior
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.people import is_internal
from playbook.phrasing.repairs import usual_words
from playbook.phrasing.tidy import is_empty, join_lines, trim
from playbook.phrasing.words import words_of
from playbook.record_rows import Offer
from playbook.render import listed
from playbook.tools.offer.amounts import read_amount
from playbook.tools.offer.matters import is_salaried
from playbook.tools.offer.pay import asked_pay, is_range, missing_in, say_pay

_PARTS = re.compile(r"[,;]")
_WHEN = frozenset(
    "days nights shift shifts hours mornings afternoons evenings weekends weekdays mon tue wed thu fri sat sun monday"
    " tuesday wednesday thursday friday saturday sunday full-time part-time am pm".split()
)
"""Words about hours, and not about a place."""


def agreed_facts(interview: Interview) -> Mapping[str, str]:
    """Return the pay, the first day and the place and hours as they were agreed; `still_open` names the others.

    `to_confirm` are those that an acceptance asks about: never the pay, which nobody accepts unseen, no hours where the
    pay is for the year, and nothing in a senior job.
    """
    offer = next(iter(interview.offers), Offer())
    own_day = interview.decision.start_on is not None
    pay = asked_pay(offer.pay) if read_amount(offer.pay) else None
    typed = "" if is_empty(offer.pay) or is_range(offer.pay) else trim(join_lines(offer.pay))
    start = "" if own_day or not _names_a_day(offer.start) else _term(offer.start)
    start = f"in {start}" if start.casefold() in words_named("names", "months") else start
    place = _term(offer.place)
    where = _where_or_when(place)
    settled = {
        "the pay": bool(typed),
        "the hours": bool(place) and where != "place",
        "the day I start in the new job" if is_internal(interview) else "my first day": own_day
        or bool(start),
    }
    still_open = [point for point, is_settled in settled.items() if not is_settled]
    known = {"the pay", "the hours"} if is_salaried(interview) else {"the pay"}
    to_confirm = [point for point in still_open if point not in known]
    return {
        "agreed_pay": say_pay(pay) if pay and not missing_in(pay) else typed,
        "agreed_start": start,
        "agreed_hours": place,
        "agreed_where": where,
        "still_open": listed(still_open),
        "to_confirm": "" if is_senior(interview.role) else listed(to_confirm),
    }


def _names_a_day(start: str) -> bool:
    """Return whether the first day is named, so that it can be confirmed: not 'as soon as possible'."""
    named_words = set(words_of(start).all)
    named = not named_words.isdisjoint(
        words_named("names", "days") | words_named("names", "months")
    )
    return named or any(each.isdigit() for each in start)


def _where_or_when(place: str) -> str:
    """Return what the words under 'Place and hours' name: the place, the hours, or both."""
    parts = [each for each in _PARTS.split(place) if each.strip()]
    when = [
        any(map(str.isdigit, each)) or not _WHEN.isdisjoint(words_of(each).all) for each in parts
    ]
    if all(when):
        return "hours"
    named = place.istitle() or place.startswith(("the ", "your ")) or len(parts) > 1
    return "place" if named and not any(when) else "place and hours"


def _term(text: str) -> str:
    return "" if is_empty(text) else trim(usual_words(join_lines(text)))
