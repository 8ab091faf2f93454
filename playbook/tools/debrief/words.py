"""Debrief to sentences: the texts of sentences.toml, filled with the facts of a debrief."""

from playbook.plan import words as timeline
from playbook.record_rows import Review
from playbook.render import amount, isolated
from playbook.tools.debrief.model import Debrief, Open, Recurring


def say(sentence: str, debrief: Debrief, **facts: object) -> str:
    """Return a sentence of ours (sentences.toml) with these facts, on the reader's day."""
    situation = debrief.plan.situation
    return situation.rulebook.say(
        "tools/debrief/sentences.toml",
        sentence,
        today=situation.today,
        leaves_panel_alone=situation.leaves_panel_alone,
        **facts,
    )


def status(debrief: Debrief) -> str:
    """Return how far it is, in a sentence."""
    if debrief.is_stored:
        return say("status-kept", debrief)
    fading = [each for each in debrief.open if not each.if_any]
    if not fading:
        thanks = debrief.plan.thanks
        return say("status-written", debrief, thanks=thanks is not None and thanks.is_open)
    minutes = debrief.plan.situation.rulebook.rules["debrief-minutes"]
    return say(
        "status-open", debrief, count=len(fading), minutes=amount(minutes.value, minutes.unit)
    )


def question(one: Open, debrief: Debrief) -> str:
    """Return something still open, as a question."""
    return say(one.question, debrief, names=[isolated(name) for name in one.names])


def what_they_said(debrief: Debrief) -> list[str]:
    """Return what each person said."""
    return [
        say(
            "said",
            debrief,
            name=isolated(person.name),
            title=isolated(person.title),
            said=isolated(person.said),
        )
        for person in debrief.interview.round.interviewers
        if person.name and person.said
    ]


def timing(debrief: Debrief) -> list[str]:
    """Return what they said about when, and how that was read."""
    interview = debrief.interview
    lines = []
    if interview.round.promise:
        lines.append(say("timing", debrief, promise=isolated(interview.round.promise)))
    if interview.round.promise_on:
        lines.append(say("timing-on", debrief, promise_on=interview.round.promise_on))
    elif interview.round.promise:
        lines.append(timeline.reading(debrief.plan))
    return [line for line in lines if line]


def promised(debrief: Debrief) -> list[str]:
    """Return what the reader promised to send, and by when."""
    return [
        say(
            "promised",
            debrief,
            what=isolated(str(step.facts["what"])),
            when=timeline.when(step, debrief.plan.context),
        )
        for step in debrief.steps("promised-material")
    ]


def review_line(debrief: Debrief) -> str:
    """Return when to look back."""
    early = debrief.plan.situation.today < debrief.review_on
    return say("review-later" if early else "review-now", debrief, review_on=debrief.review_on)


def review_title(review: Review, number: int, debrief: Debrief) -> str:
    """Return whose interview it was, and when."""
    employer = isolated(review.employer) or say("nameless", debrief, number=number)
    return say("review-of", debrief, employer=employer, on=review.on)


def recurs(one: Recurring, debrief: Debrief) -> str:
    """Return something that comes up in several interviews."""
    return say(
        f"recurs-{one.kind}",
        debrief,
        word=isolated(one.word),
        count=one.count,
        of=len(debrief.reviews),
    )


def mentions(one: Recurring, debrief: Debrief) -> list[str]:
    """Return the lines in which it comes up, in the reader's own words."""
    return [
        say(
            "recurs-line",
            debrief,
            employer=isolated(debrief.reviews[each.review].employer)
            or say("nameless", debrief, number=each.review + 1),
            on=debrief.reviews[each.review].on,
            line=isolated(each.line),
        )
        for each in one.mentions
    ]


def recurring_note(debrief: Debrief) -> str:
    """Return what to say where nothing recurs, or how it was found."""
    least = debrief.plan.situation.number("recurs-from")
    if len(debrief.reviews) < least:
        return say("recurs-none", debrief, least=least)
    name = "recurs-how" if debrief.recurring else "recurs-nothing"
    return say(name, debrief, least=least, count=len(debrief.reviews))
