"""The offer as a Page: the clock, what to settle, the counter-offer, and offers side by side."""

from dataclasses import dataclass
from datetime import date
from functools import cache

from markupsafe import Markup

from playbook.interview import Interview
from playbook.memory import remembered
from playbook.render import isolated, part, view
from playbook.tool import Page, Request
from playbook.tools.cited import cited_claims, cited_rules
from playbook.tools.decided import say_decided
from playbook.tools.offer import words
from playbook.tools.offer.model import Clock, Comparison, OfferAnswer, Terms, TermWords
from playbook.tools.offer.rules import offer_rules, term_words
from playbook.tools.timeline import words as timeline
from playbook.tools.timeline.model import Step, Told
from playbook.tools.timeline.rules import timeline_rules


@dataclass(frozen=True, slots=True)
class Item:
    """A step of the clock as it is read, and with the rules behind its date in HTML."""

    title: str
    when: str
    decided: tuple[str, ...]
    html: Markup


@dataclass(frozen=True, slots=True)
class Settled:
    """An offer against the list, as it is read."""

    terms: Terms
    name: str
    line: str
    said: tuple[tuple[TermWords, str], ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """One offer's arithmetic."""

    name: str
    line: str


def offer_page(asked: Request, answer: OfferAnswer) -> Page:
    """The answer to this request."""
    interview = asked.interview
    comparison = answer.comparison
    facts = {
        "today": asked.today,
        "answer": answer,
        "status": words.status(answer, interview),
        "decide_by": words.decide_by(answer.clock) if answer.clock else "",
        "too_soon": _too_soon(answer.clock, asked.today) if answer.clock else "",
        "came_today": {"events": {"kind": "offer", "on": asked.today.isoformat()}},
        "items": _items(answer.clock) if answer.clock else [],
        "settled": [_settled(each, interview) for each in answer.terms],
        "terms": list(term_words().values()),
        "why_terms": _why_terms(),
        "pay": words.pay(answer.pay) if answer.pay else words.text("no-range"),
        "counter": answer.counter.splitlines(),
        "compared": words.compared(comparison, interview) if comparison else [],
        "sums": _sums(comparison, interview) if comparison else [],
        "say": words.text,
        "most": offer_rules()["offers-compared"].value,
        "decided": say_decided(offer_rules().values()),
        "rules": cited_rules(offer_rules().values()),
    }
    return Page(
        status=words.status(answer, interview),
        html=view("tools/offer/view.html.jinja", **facts),
        text=view("tools/offer/view.txt.jinja", **facts),
        errors=answer.errors,
    )


def _too_soon(clock: Clock, today: date) -> str:
    return words.text("too-soon", today=today) if clock.too_soon and not clock.passed else ""


def _items(clock: Clock) -> list[Item]:
    told = clock.plan.told
    return [_item(number, step, told) for number, step in enumerate(clock.steps, 1)]


@remembered()
def _item(number: int, step: Step, told: Told) -> Item:
    known = {**timeline_rules(), **offer_rules()}
    title, when = timeline.title(step, told), timeline.when(step, told)
    rules = [known[rule] for rule in step.rules]
    decided = say_decided(rules)
    html = part(
        "tools/offer/step.html.jinja",
        number=number,
        step=step,
        title=title,
        when=when,
        how=timeline.how(step, told),
        notes=timeline.notes(step, told),
        holidays=timeline.holidays(step, told),
        decided=decided,
        rules=cited_rules(rules),
    )
    return Item(title, when, decided, html)


@cache
def _why_terms() -> Markup:
    terms = [(each, cited_claims(each.claims)) for each in term_words().values()]
    return part("tools/offer/terms.html.jinja", terms=terms)


def _settled(terms: Terms, interview: Interview) -> Settled:
    return Settled(
        terms=terms,
        name=words.name(terms.number, interview),
        line=words.settled(terms, interview),
        said=tuple((each, isolated(getattr(terms.offer, each.id))) for each in terms.said),
    )


def _sums(comparison: Comparison, interview: Interview) -> list[Sum]:
    return [
        Sum(words.name(offer + 1, interview), words.sum_line(comparison, offer))
        for offer in comparison.offers
    ]
