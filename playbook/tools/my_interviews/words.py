"""Where each interview stands, in the words of its plan and of sentences.toml."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from playbook.evidence import Rule
from playbook.memory import remembered_for_each
from playbook.plan import words
from playbook.plan.model import Plan, State, Step
from playbook.render import MOST_NAMED, isolated, name_of_round, within
from playbook.rounds import ARRANGED
from playbook.rulebook import Rulebook
from playbook.tools.my_interviews.across import CHECK_INS
from playbook.tools.my_interviews.model import Group, Interviews, Place, Standing

SENTENCES = "tools/my_interviews/sentences.toml"
WAITED_FOR = (*CHECK_INS, "close-file")
"""Steps whose dates come from when they answer."""
LEFT_TO_THE_PLAN = ("hours-by-the-clock", "late-evening", "due-on-a-closed-day")
"""What a plan explains about its counting: among several interviews nobody asks for it."""


@dataclass(frozen=True, slots=True)
class Lines:
    """What the list says of one interview. What doesn't apply is empty."""

    what: str
    when: str
    why: str
    rule: Rule | None = None
    within: str = ""
    also_due: str = ""
    quiet: str = ""
    is_late: bool = False


def say(sentence: str, interviews: Interviews, rulebook: Rulebook, **facts: object) -> str:
    """Return a sentence of ours with these facts, on the reader's day."""
    return rulebook.say(SENTENCES, sentence, today=interviews.today, **facts)


def name_of(place: Place, interviews: Interviews, rulebook: Rulebook) -> str:
    """Return what an interview is called: its employer, else its job."""
    interview = place.application.interview
    name = isolated(interview.employer) or isolated(interview.role)
    return name or say("nameless", interviews, rulebook)


def names_of(places: Sequence[Place], interviews: Interviews, rulebook: Rulebook) -> list[str]:
    """Return what some interviews are called; of many, how many more there are."""
    names = [name_of(each, interviews, rulebook) for each in places]
    if len(names) <= MOST_NAMED:
        return names
    more = say("more-names", interviews, rulebook, count=len(names) - MOST_NAMED)
    return [*names[:MOST_NAMED], more]


def status(interviews: Interviews, rulebook: Rulebook) -> str:
    """Return how much is due, and what comes first."""
    if not interviews.places:
        return say("status-none", interviews, rulebook)
    due, week = (
        [each for each in interviews.among(group) if each.is_first]
        for group in (Group.DUE, Group.WEEK)
    )
    first = next(iter((*due, *week)), None)
    lines = lines_of(first.application.key, first.standing, rulebook) if first else None
    return say(
        "status",
        interviews,
        rulebook,
        due=len(due),
        week=len(week),
        name=name_of(first, interviews, rulebook) if first else "",
        what=words.in_a_sentence(lines.what) if lines else "",
    )


@remembered_for_each
def lines_of(_: str, standing: Standing, rulebook: Rulebook) -> Lines:
    """Return what to do next, when and why."""
    plan, step = standing.plan, standing.step
    if plan is None:
        text = "never-open" if standing.never_open else "no-day"
        text = "no-day-of-event" if standing.undated_event else text
        return Lines(rulebook.say(SENTENCES, text), "", "")
    if step is None:
        if standing.meet_on:
            return Lines(_ahead(standing, plan, rulebook), "", "")
        return Lines(words.summary(plan), "", "")
    rule = rulebook.rules[step.rules[0]] if step.rules else None
    notes = tuple(note for note in step.notes if note not in LEFT_TO_THE_PLAN)
    explained = filter(
        None,
        (words.move(step, plan.context), *words.notes(replace(step, notes=notes), plan.context)),
    )
    waited = [words.summary(plan)] if step.kind in WAITED_FOR else []
    titles = [words.in_a_sentence(words.title(each, plan.context)) for each in standing.also_due]
    return Lines(
        what=words.title(step, plan.context),
        when=words.when(step, plan.context),
        why=" ".join([*waited, *explained]),
        rule=rule,
        within=within(rule.value, rule.unit) if rule else "",
        also_due=rulebook.say(SENTENCES, "also-due", titles=titles) if titles else "",
        quiet=_ahead(standing, plan, rulebook) if standing.meet_on else _quiet(standing, rulebook),
        is_late=step.state is State.LATE,
    )


def _ahead(standing: Standing, plan: Plan, rulebook: Rulebook) -> str:
    """Return which interview is to come, or was arranged and may have been by now."""
    number = len(plan.situation.interview.earlier_rounds) + 1 + (plan.stage == ARRANGED)
    return rulebook.say(
        SENTENCES,
        "ahead",
        today=plan.situation.today,
        on=standing.meet_on,
        round=name_of_round(number) if number > 1 else "interview",
        is_past=standing.meet_on is not None and standing.meet_on < plan.situation.today,
    )


def next_round(place: Place) -> str:
    """Return the words on the button that goes on with the next round, where one is arranged."""
    plan = place.standing.plan
    turns = words.rounds(plan) if plan and plan.stage == ARRANGED else []
    return next((each.label for each in turns if each.asks == "next-round"), "")


def round_of(place: Place) -> str:
    """Return which round the newest one is, where there were others before it."""
    earlier = place.application.interview.earlier_rounds
    return name_of_round(len(earlier) + 1) if earlier else ""


def _quiet(standing: Standing, rulebook: Rulebook) -> str:
    if standing.quiet is None:
        return ""
    return rulebook.say(SENTENCES, "quiet", days=standing.quiet)


def title_of(step: Step, place: Place) -> str:
    """Return what a step is called in its plan."""
    assert place.standing.plan is not None
    return words.title(step, place.standing.plan.context)
