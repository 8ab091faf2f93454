"""The offer: from the record to a clock, a list of what is settled, a counter-offer and a comparison."""

from collections.abc import Mapping
from datetime import date
from functools import cache

from playbook.business_days import day_to_answer
from playbook.errors import ContentError
from playbook.interview import Interview
from playbook.memory import remembered
from playbook.office import calendar_of
from playbook.phrasing.language import writes_in_another_language
from playbook.phrasing.when import letter_day
from playbook.record_rows import Offer
from playbook.render import amount
from playbook.rulebook import Rulebook
from playbook.tool import Request
from playbook.tools.offer.agreed import agreed_facts
from playbook.tools.offer.amounts import Amount, read_amount
from playbook.tools.offer.clock import clock
from playbook.tools.offer.comparison import COLUMNS, compare, points, says_something
from playbook.tools.offer.counter import counter_facts, counter_sentences
from playbook.tools.offer.model import Clock, OfferAnswer, PayGap, Terms, TermWords
from playbook.tools.offer.pay_range import range_ends, range_errors
from playbook.tools.offer.scale import step_in
from playbook.tools.offer.words import text

BESIDE = ("range_from", "range_to")
"""Fields beside which it is said why a figure isn't asked for."""


@cache
def term_words(rulebook: Rulebook) -> Mapping[str, TermWords]:
    """Return what to settle, in the order of a letter (terms.toml).

    Raises ContentError for an unknown claim or field.
    """
    words = rulebook.table(TermWords, "tools/offer/terms.toml")
    for term in words.values():
        if term.id not in Offer.__dataclass_fields__:
            raise ContentError(f"terms.toml [{term.id}]: an offer has no field '{term.id}'")
    return words


def compute(request: Request, rulebook: Rulebook) -> OfferAnswer:
    """Compute everything about the offers. Nothing is needed. Raises MissingData without the country's calendar."""
    interview, most = request.interview, rulebook.number("offers-compared")
    offers = [
        (number, offer) for number, offer in enumerate(interview.offers, 1) if says_something(offer)
    ]
    running = clock(request, rulebook)
    foreign = writes_in_another_language(interview)
    thanks = "" if foreign else _thanks(running, request, rulebook)
    return OfferAnswer(
        clock=running,
        terms=tuple(_terms(number, offer, rulebook) for number, offer in offers if number <= most),
        pay=_pay(interview),
        counter="" if foreign else _counter(running, request, rulebook, thanked=not thanks),
        thanks=thanks,
        foreign=foreign,
        left=counter_sentences(interview, rulebook).left,
        comparison=compare(interview, rulebook.number("most-points")),
        too_many=any(number > most for number, _ in offers),
        errors=_errors(interview, rulebook),
    )


def _terms(number: int, offer: Offer, rulebook: Rulebook) -> Terms:
    words = term_words(rulebook).values()
    return Terms(
        number=number,
        offer=offer,
        answered=tuple(each for each in words if getattr(offer, each.id)),
        missing=tuple(each for each in words if not getattr(offer, each.id)),
    )


def _first(interview: Interview) -> Offer:
    return interview.offers[0] if interview.offers else Offer()


def _pay(interview: Interview) -> PayGap | None:
    """Return this employer's pay beside the reader's range; None where one of them is missing."""
    pay, (from_, to) = _first(interview).pay, range_ends(interview)
    if not pay or not (from_ or to):
        return None
    if step_in(from_) or step_in(to):
        return None
    offered, low, high = read_amount(pay), read_amount(from_ or to), read_amount(to or from_)
    for given, amount_read in ((pay, offered), (from_ or to, low), (to or from_, high)):
        if amount_read is None:
            return PayGap("not-a-number", given)
    assert offered is not None
    assert low is not None
    assert high is not None
    if not (offered.compares_with(low) and offered.compares_with(high)):
        return PayGap("other-unit", pay, low, high, offered)
    return _gap(offered, low, high)


def _gap(offered: Amount, low: Amount, high: Amount) -> PayGap:
    if offered.value < low.value:
        return PayGap("below", offered.text, low, high, offered, low.value - offered.value)
    if offered.value < high.value:
        return PayGap("within", offered.text, low, high, offered, high.value - offered.value)
    return PayGap("top", offered.text, low, high, offered)


def _counter(running: Clock | None, request: Request, rulebook: Rulebook, *, thanked: bool) -> str:
    """Return the words of a counter-offer; empty where there is nothing to ask for.

    With their own thanks where the offer was thanked for before, else as they go on from the thanks.
    """
    interview = request.interview
    answer_on = _answer_on(running, request, rulebook) if running and running.named else None
    facts = counter_facts(interview, rulebook, request.today, answer_on) | {
        "follows_thanks": not thanked
    }
    return _words("counter", rulebook, **facts) if facts["counter_lines"] else ""


def _answer_on(running: Clock, request: Request, rulebook: Rulebook) -> date:
    """Return the day on which the answer reaches them: an open one of theirs, up to the day that they named."""
    calendar = calendar_of(request.interview.office, rulebook.calendars)
    return day_to_answer(running.decide_by, request.today, calendar)


def _thanks(running: Clock | None, request: Request, rulebook: Rulebook) -> str:
    """Return thanks for the offer, in words that say neither yes nor no; empty once they were said.

    Before there is an offer they are there where the job is known.
    """
    interview, today = request.interview, request.today
    happened = {event.kind for event in interview.events}
    job_known = interview.role or interview.employer
    if happened & {"offer-acknowledged", "decided"} or not (running or job_known):
        return ""
    named_on = _answer_on(running, request, rulebook) if running and running.named else None
    planned_on = running.decide_by if running and not running.named else None
    facts = counter_facts(interview, rulebook, today, named_on) | {
        "in_writing": _first(interview).in_writing,
        "still_open": agreed_facts(interview)["still_open"],
        "answer_late": bool(running and running.named and running.passed),
        "decide_by": letter_day(planned_on, today, interview.office.country)
        if planned_on and planned_on >= today
        else "",
    }
    return _words("thanks", rulebook, **facts)


@remembered()
def _words(template: str, rulebook: Rulebook, /, **facts: object) -> str:
    filled = rulebook.view(f"tools/offer/{template}.txt.jinja", **facts)
    return "\n".join(line for line in filled.splitlines() if line.strip())


def _errors(interview: Interview, rulebook: Rulebook) -> dict[str, str]:
    """Return what can't be right in the range and the comparison, by field path."""
    beside = counter_sentences(interview, rulebook).left
    errors = {each.path: each.text for each in beside if each.path in BESIDE}
    errors |= range_errors(interview, rulebook)
    most = rulebook.rules["most-points"]
    for at, row in enumerate(interview.decision.criteria):
        given = {column: getattr(row, column) for column in COLUMNS if getattr(row, column)}
        for column, value in given.items():
            if points(value, most.value) is None:
                path = f"criteria.{at}.{column}"
                errors[path] = text(rulebook, "points-range", most=amount(most.value, most.unit))
        if given and not row.weight:
            errors[f"criteria.{at}.weight"] = text(rulebook, "no-weight")
        if (given or row.weight) and not row.what:
            errors[f"criteria.{at}.what"] = text(rulebook, "no-what")
    return errors
