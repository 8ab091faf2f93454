"""Offer to sentences: the texts of sentences.toml, filled with the facts of an offer."""

from playbook.interview import Interview
from playbook.plan import words as timeline
from playbook.render import isolated
from playbook.rulebook import Rulebook
from playbook.tools.offer.amounts import in_figures, percent
from playbook.tools.offer.model import Clock, Comparison, OfferAnswer, PayGap, Terms


def text(rulebook: Rulebook, sentence: str, /, **facts: object) -> str:
    """Return a sentence of ours (sentences.toml) with these facts."""
    return rulebook.say("tools/offer/sentences.toml", sentence, **facts)


def status(answer: OfferAnswer, interview: Interview, rulebook: Rulebook) -> str:
    """Return what to do first, in a sentence or two."""
    if answer.clock:
        step = answer.clock.next_step
        if step is None:
            return text(rulebook, "status-decided")
        plan = answer.clock.plan
        if answer.clock.passed:
            kind = "status-passed" if answer.clock.named else "status-unanswered"
            return _on_the_date(kind, answer.clock, rulebook)
        title = timeline.title(step, plan.context)
        return text(rulebook, "status-next", title=title, when=timeline.when(step, plan.context))
    if answer.terms:
        return settled(answer.terms[0], interview, rulebook)
    return text(rulebook, "status-none", words=bool(answer.counter or answer.thanks))


def decide_by(clock: Clock, rulebook: Rulebook) -> str:
    """Return the date of the decision, and whose date it is; once it has passed, words to ask with."""
    if clock.passed:
        return text(rulebook, "say-passed" if clock.named else "say-unanswered")
    return _on_the_date("their-date" if clock.named else "no-date", clock, rulebook)


def _on_the_date(sentence: str, clock: Clock, rulebook: Rulebook) -> str:
    today = clock.plan.situation.today
    return text(rulebook, sentence, decide_by=clock.decide_by, named=clock.named, today=today)


def name(number: int, interview: Interview, rulebook: Rulebook) -> str:
    """Return an offer by its employer, or by its place in the list."""
    offers = interview.offers
    employer = offers[number - 1].employer if number <= len(offers) else ""
    if not employer and number == 1:
        employer = interview.employer
    return isolated(employer) or text(rulebook, "offer-number", number=number)


def settled(terms: Terms, interview: Interview, rulebook: Rulebook) -> str:
    """Return how much of an offer is settled."""
    return text(
        rulebook,
        "missing" if terms.missing else "all-there",
        employer=name(terms.number, interview, rulebook),
        missing=terms.missing,
        of=len(terms.missing) + len(terms.answered),
        in_writing=terms.offer.in_writing,
    )


def pay(gap: PayGap, rulebook: Rulebook) -> str:
    """Return the pay beside the range, with the arithmetic."""
    if gap.kind == "not-a-number":
        return text(rulebook, "pay-not-a-number", typed=isolated(gap.pay))
    assert gap.low is not None
    assert gap.high is not None
    assert gap.offered is not None
    if gap.kind == "other-unit":
        other = gap.high if gap.offered.compares_with(gap.low) else gap.low
        return text(rulebook, "pay-other-unit", pay=isolated(gap.pay), low=isolated(other.text))
    offered = gap.offered.value
    return text(
        rulebook,
        f"pay-{gap.kind}",
        pay=in_figures(offered),
        low=in_figures(gap.low.value),
        high=in_figures(gap.high.value),
        gap=in_figures(gap.gap),
        percent=percent(gap.gap, offered),
    )


def compared(comparison: Comparison, interview: Interview, rulebook: Rulebook) -> list[str]:
    """Return what the comparison says."""
    names = [name(offer + 1, interview, rulebook) for offer in comparison.offers]
    totals = zip(names, comparison.totals, strict=True)
    lines = [text(rulebook, "compare-first", totals=list(totals), of=comparison.most)]
    if comparison.is_even:
        lines.append(text(rulebook, "compare-even"))
    elif comparison.turns_with_one_step:
        lines.append(text(rulebook, "compare-one-step"))
    if comparison.left_out:
        what = [isolated(each) for each in comparison.left_out]
        lines.append(text(rulebook, "compare-left-out", what=what))
    return [*lines, text(rulebook, "compare-feeling")]


def sum_line(comparison: Comparison, offer: int) -> str:
    """Return the arithmetic of one offer, weight times points for each thing that matters, and its sum."""
    products = [f"{row.weight} × {row.points[offer]}" for row in comparison.rows]
    return f"{' + '.join(products)} = {comparison.total(offer)}"
