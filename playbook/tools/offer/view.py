"""The offer as a Page: the clock, what to settle, the counter-offer, and offers side by side."""

from dataclasses import dataclass
from functools import cache, partial

from markupsafe import Markup

from playbook.interview import Interview
from playbook.memory import remembered
from playbook.plan import words as timeline
from playbook.plan.model import PlanContext, Step
from playbook.render import isolated
from playbook.rulebook import Rulebook
from playbook.tool import Page, Request
from playbook.tools.cited import cited_claims, cited_rules
from playbook.tools.decided import say_decided
from playbook.tools.offer import words
from playbook.tools.offer.model import Clock, Comparison, OfferAnswer, Terms, TermWords
from playbook.tools.offer.rules import term_words


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
    answered: tuple[tuple[TermWords, str], ...]


@dataclass(frozen=True, slots=True)
class Sum:
    """One offer's arithmetic."""

    name: str
    line: str


def offer_page(request: Request, answer: OfferAnswer, rulebook: Rulebook) -> Page:
    """Return the answer to this request."""
    interview = request.interview
    comparison = answer.comparison
    status = words.status(answer, interview, rulebook)
    rules = rulebook.tools["offer"].values()
    facts = {
        "today": request.today,
        "answer": answer,
        "status": status,
        "decide_by": words.decide_by(answer.clock, rulebook) if answer.clock else "",
        "too_soon": _too_soon(answer.clock, rulebook) if answer.clock else "",
        "came_today": {"events": {"kind": "offer", "on": request.today.isoformat()}},
        "items": _items(answer.clock) if answer.clock else [],
        "settled": [_settled(each, interview, rulebook) for each in answer.terms],
        "terms": list(term_words(rulebook).values()),
        "why_terms": _why_terms(rulebook),
        "pay": words.pay(answer.pay, rulebook) if answer.pay else words.text(rulebook, "no-range"),
        "counter": answer.counter.splitlines(),
        "foreign": answer.foreign,
        "thanks": answer.thanks.splitlines(),
        "left": [each.text for each in answer.left],
        "compared": words.compared(comparison, interview, rulebook) if comparison else [],
        "sums": _sums(comparison, interview, rulebook) if comparison else [],
        "say": partial(words.text, rulebook),
        "most": rulebook.number("offers-compared"),
        "decided": say_decided(rules, rulebook),
        "rules": cited_rules(rules, rulebook),
    }
    return Page(
        status=status,
        html=rulebook.view("tools/offer/view.html.jinja", **facts),
        text=rulebook.view("tools/offer/view.txt.jinja", **facts),
        errors=answer.errors,
    )


def _too_soon(clock: Clock, rulebook: Rulebook) -> str:
    today = clock.plan.situation.today
    return (
        words.text(rulebook, "too-soon", today=today) if clock.too_soon and not clock.passed else ""
    )


def _items(clock: Clock) -> list[Item]:
    context = clock.plan.context
    return [_item(number, step, context) for number, step in enumerate(clock.steps, 1)]


@remembered()
def _item(number: int, step: Step, context: PlanContext) -> Item:
    rulebook = context.rulebook
    title, when = timeline.title(step, context), timeline.when(step, context)
    rules = [rulebook.rules[rule] for rule in step.rules]
    decided = say_decided(rules, rulebook)
    html = rulebook.fragment(
        "tools/offer/step.html.jinja",
        number=number,
        step=step,
        title=title,
        when=when,
        how=timeline.how(step, context),
        notes=timeline.notes(step, context),
        holidays=timeline.holidays(step, context),
        decided=decided,
        rules=cited_rules(rules, rulebook),
    )
    return Item(title, when, decided, html)


@cache
def _why_terms(rulebook: Rulebook) -> Markup:
    words = term_words(rulebook).values()
    terms = [(each, cited_claims(each.claims, rulebook)) for each in words]
    return rulebook.fragment("tools/offer/terms.html.jinja", terms=terms)


def _settled(terms: Terms, interview: Interview, rulebook: Rulebook) -> Settled:
    return Settled(
        terms=terms,
        name=words.name(terms.number, interview, rulebook),
        line=words.settled(terms, interview, rulebook),
        answered=tuple((each, isolated(getattr(terms.offer, each.id))) for each in terms.answered),
    )


def _sums(comparison: Comparison, interview: Interview, rulebook: Rulebook) -> list[Sum]:
    return [
        Sum(words.name(offer + 1, interview, rulebook), words.sum_line(comparison, offer))
        for offer in comparison.offers
    ]
