"""The offer: from the record to a clock, a list of what is settled, a counter-offer and a comparison."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from playbook.content import read_all
from playbook.errors import ContentError
from playbook.evidence import Rule, read_evidence, read_rules
from playbook.interview import Interview, Offer
from playbook.memory import remembered
from playbook.phrasing.job import the_job, tidy_role
from playbook.render import amount, view
from playbook.tool import Request
from playbook.tools.offer.amounts import Amount, read_amount
from playbook.tools.offer.clock import clock
from playbook.tools.offer.comparison import COLUMNS, compare, points, says_something
from playbook.tools.offer.counter import counter_sentences
from playbook.tools.offer.model import Clock, OfferAnswer, PayGap, Terms, TermWords
from playbook.tools.offer.pay_range import range_ends, range_errors
from playbook.tools.offer.words import text

FOLDER = files("playbook.tools.offer")


@cache
def offer_rules() -> Mapping[str, Rule]:
    """The numbers that only this tool counts with (rules.toml); the clock's are the timeline's."""
    return read_rules(FOLDER / "rules.toml")


@cache
def term_words() -> Mapping[str, TermWords]:
    """What to settle, in the order of a letter (terms.toml). Raises ContentError for an unknown claim or field."""
    found = read_all(TermWords, FOLDER / "terms.toml")
    known = read_evidence().claims
    for term in found.values():
        if term.id not in Offer.__dataclass_fields__:
            raise ContentError(f"terms.toml [{term.id}]: an offer has no field '{term.id}'")
        for claim in term.claims:
            if claim not in known:
                raise ContentError(f"terms.toml [{term.id}] claims: '{claim}' is not known")
    return found


def compute(asked: Request) -> OfferAnswer:
    """Everything about the offers. Nothing is needed. Raises MissingData without the country's calendar."""
    interview, rules = asked.interview, offer_rules()
    most = rules["offers-compared"].value
    offers = [
        (number, offer) for number, offer in enumerate(interview.offers, 1) if says_something(offer)
    ]
    running = clock(asked, rules["counter-before-decision"])
    return OfferAnswer(
        clock=running,
        terms=tuple(_terms(number, offer) for number, offer in offers if number <= most),
        pay=_pay(interview),
        counter=_counter(interview, running, asked),
        comparison=compare(interview, rules["most-points"].value),
        too_many=any(number > most for number, _ in offers),
        errors=_errors(interview),
    )


def _terms(number: int, offer: Offer) -> Terms:
    words = term_words().values()
    return Terms(
        number=number,
        offer=offer,
        said=tuple(each for each in words if getattr(offer, each.id)),
        missing=tuple(each for each in words if not getattr(offer, each.id)),
    )


def _first(interview: Interview) -> Offer:
    return interview.offers[0] if interview.offers else Offer()


def _pay(interview: Interview) -> PayGap | None:
    """This employer's pay beside the reader's range; None where one of them is missing."""
    pay, (from_, to) = _first(interview).pay, range_ends(interview)
    if not pay or not (from_ or to):
        return None
    offered, low, high = read_amount(pay), read_amount(from_ or to), read_amount(to or from_)
    for given, found in ((pay, offered), (from_ or to, low), (to or from_, high)):
        if found is None:
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


def _counter(interview: Interview, running: Clock | None, asked: Request) -> str:
    """The words of a counter-offer; empty where there is nothing to ask for."""
    asks = counter_sentences(interview).lines
    if not asks:
        return ""
    ahead = running is not None and running.named and running.decide_by >= asked.today
    return _words(
        today=asked.today,
        the_role=the_job(tidy_role(interview.role)),
        asks=asks,
        decide_by=running.decide_by if ahead and running else None,
    )


@remembered()
def _words(**facts: object) -> str:
    return view("tools/offer/counter.txt.jinja", **facts).strip()


def _errors(interview: Interview) -> dict[str, str]:
    """What can't be right in the range and the comparison, by field path."""
    errors = dict(range_errors(interview))
    most = offer_rules()["most-points"]
    for at, row in enumerate(interview.criteria):
        given = {column: getattr(row, column) for column in COLUMNS if getattr(row, column)}
        for column, value in given.items():
            if points(value, most.value) is None:
                path = f"criteria.{at}.{column}"
                errors[path] = text("points-range", most=amount(most.value, most.unit))
        if given and not row.weight:
            errors[f"criteria.{at}.weight"] = text("no-weight")
        if (given or row.weight) and not row.what:
            errors[f"criteria.{at}.what"] = text("no-what")
    return errors
