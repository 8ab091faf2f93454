"""Plan to sentences: the texts of steps.toml and sentences.toml, filled with the facts of a plan."""

from collections.abc import Mapping
from dataclasses import dataclass, fields

from playbook.business_days import WEEKEND
from playbook.memory import REQUESTS, remembered
from playbook.plan.model import Plan, PlanContext, State, Step, StepChange
from playbook.render import day, isolated, name_of_round
from playbook.rounds import ARRANGED, is_untouched, met_earlier

STEPS = "plan/steps.toml"
SENTENCES = "plan/sentences.toml"
FACTS = tuple(each.name for each in fields(PlanContext) if each.name != "rulebook")
"""What every sentence may name."""


@dataclass(frozen=True, slots=True)
class StepWords:
    """What one kind of step says; `play` is the play that tells more, below docs/plays/."""

    id: str
    title: str
    private: str
    do: str
    play: str = ""


@dataclass(frozen=True, slots=True)
class Turn:
    """A line about another round, and the words on a button that leads there; either may be empty."""

    text: str
    label: str
    asks: str


def step_words(context: PlanContext) -> Mapping[str, StepWords]:
    """Return the words of every kind of step (steps.toml)."""
    return context.rulebook.table(StepWords, STEPS)


def say(sentence: str, context: PlanContext, **facts: object) -> str:
    """Return a sentence with what is told of the plan, and these facts."""
    return context.rulebook.say(SENTENCES, sentence, **{**_named(context), **facts})


@remembered(REQUESTS)
def _named(context: PlanContext) -> dict[str, object]:
    facts = {each: getattr(context, each) for each in FACTS}
    return {**facts, "no_date": context.rulebook.say(SENTENCES, "no-date", **facts)}


def title(step: Step, context: PlanContext) -> str:
    """Return what to do, in a line."""
    return context.rulebook.fill(step_words(context)[step.kind].title, **_facts(step, context))


def full_title(title: str, employer: str, context: PlanContext) -> str:
    """Return the line for a calendar of one's own, where several interviews may meet."""
    return say("calendar-title", context, title=title, employer=isolated(employer))


def private_title(step: Step, context: PlanContext) -> str:
    """Return the line for a calendar that others can see: no names, no interview."""
    return step_words(context)[step.kind].private


def private_title_of(id: str, context: PlanContext) -> str:
    """Return the neutral line for a step that the plan no longer has, by its id ("check-in-2").

    Empty for an id that no kind of step has.
    """
    stem = id.rstrip("0123456789").rstrip("-")
    kinds = [kind for kind in step_words(context) if stem and kind.startswith(stem)]
    return step_words(context)[kinds[0]].private if kinds else ""


def how(step: Step, context: PlanContext) -> str:
    """Return how to do it, in a sentence or two."""
    return context.rulebook.fill(step_words(context)[step.kind].do, **_facts(step, context))


def when(step: Step, context: PlanContext) -> str:
    """Return the step's dates as a person says them."""
    is_check_in = step.kind in ("check-in", "phone-call")
    moved = step.move is not None
    return say(f"when-{step.state}", context, is_check_in=is_check_in, moved=moved, **_dates(step))


def window(step: Step, context: PlanContext) -> str:
    """Return earliest, best and due date in a line; empty for a step without dates."""
    return say("earliest", context, **_dates(step)) if step.best_on else ""


def channel(step: Step, context: PlanContext) -> str:
    """Return how it reaches the other side, or that it is the reader's own."""
    return say(f"channel-{step.channel}", context)


def notes(step: Step, context: PlanContext) -> list[str]:
    """Return the sentences that explain this step's dates, or why it is left out."""
    facts = _dates(step) | _isolated(step.facts)
    return [say(note, context, **facts) for note in step.notes]


def move(step: Step, context: PlanContext) -> str:
    """Return why this step isn't on its usual day; empty where it is."""
    if step.move is None:
        return ""
    return say(
        step.move.sentence,
        context,
        on=step.move.on,
        usual_on=step.move.usual_on,
        asked_on=step.move.asked_on,
        limit_on=step.move.limit_on,
    )


def holidays(step: Step, context: PlanContext) -> list[str]:
    """Return the closed days that were passed over, by name, and whether weekends were among them."""
    named = [closure for closure in step.closed if closure.name != WEEKEND]
    names = [
        context.rulebook.fill(
            "{{ on | day }}: {{ name }}{% if note %} ({{ note }}){% endif %}",
            today=context.today,
            on=closure.on,
            name=isolated(closure.name) or say("office-closed", context),
            note=", ".join(
                say(note, context) for note in ("usual", "estimated") if getattr(closure, note)
            ),
        )
        for closure in named
    ]
    return names + ([say("weekends", context)] if len(named) < len(step.closed) else [])


def on_line(number: int, step: Step, context: PlanContext) -> str:
    """Return a dot of the drawing in words."""
    return say("picture-step", context, number=number, title=title(step, context), do_on=step.do_on)


def summary(plan: Plan) -> str:
    """Return where it stands, in a sentence or two."""
    decide = next((step.facts for step in plan.steps if step.kind == "offer-decide"), {})
    return say(plan.stage, plan.context, close_on=close_on(plan), **decide, **_next_round(plan))


def _next_round(plan: Plan) -> Mapping[str, object]:
    """Return what is known of the next round, where one is arranged."""
    arranged = plan.situation.last(ARRANGED)
    if arranged is None:
        return {}
    number = len(plan.situation.interview.earlier_rounds) + 2
    return {"next_on": arranged.by_on, "next_round": name_of_round(number)}


def scored(plan: Plan) -> str:
    """Return why nothing goes to the panel, while they decide; empty where it isn't left alone."""
    situation = plan.situation
    waiting = any(each.kind == "thank-you-email" for each in plan.steps)
    if not (waiting and situation.leaves_panel_alone):
        return ""
    return say(f"scored-{situation.interview.round.scored}", plan.context)


def rounds(plan: Plan) -> list[Turn]:
    """Return what to say of the rounds before and after this one, each with what its button asks for."""
    interview = plan.situation.interview
    turns = []
    if plan.stage == ARRANGED:
        label = say("next-round", plan.context, **_next_round(plan))
        turns.append(Turn("", label, "next-round"))
    if interview.earlier_rounds:
        days = [each.ended_on for each in interview.earlier_rounds if each.ended_on]
        text = say(
            "earlier-rounds",
            plan.context,
            this_round=name_of_round(len(interview.earlier_rounds) + 1),
            days=[day(each, plan.context.today) for each in days],
            names=[isolated(each) for each in met_earlier(interview)],
        )
        back = say("round-back", plan.context) if is_untouched(interview.round) else ""
        turns.append(Turn(text, back, "round-back"))
    return turns


def next_line(plan: Plan) -> str:
    """Return what to do first."""
    step = plan.next_step
    if step is None:
        return say("next-nothing", plan.context)
    doable = step.state in (State.NOW, State.LATE)
    return say(
        "next-today" if doable and step.do_on == plan.situation.today else "next-later",
        plan.context,
        title=in_a_sentence(title(step, plan.context)),
        late=step.state is State.LATE,
        channel=step.channel,
        **_dates(step),
    )


def reading(plan: Plan) -> str:
    """Return how their words about when were read; empty where there were none, or a date was chosen."""
    promise = plan.situation.expected.promise
    if not promise.words:
        return ""
    facts = {
        "first_on": promise.first_on,
        "last_on": promise.last_on,
        "options": promise.options,
        "unread": isolated(" ".join(promise.unread)),
    }
    asides = (
        say("reading-aside", plan.context, words=isolated(each.words), role=each.role)
        for each in promise.asides
    )
    read = say(f"reading-{promise.reading}", plan.context, words=isolated(promise.words), **facts)
    return " ".join([read, *asides])


def close_on(plan: Plan) -> object:
    """Return the day on which the file is closed."""
    closing = [step.best_on for step in plan.steps if step.kind == "close-file"]
    return closing[0] if closing else plan.situation.today


def change(change: StepChange, plan: Plan) -> str:
    """Return one step that moved, came or went."""
    step = change.step
    moved = change.kind == "moved" and change.before_on == step.do_on
    return say(
        "change-window" if moved else f"change-{change.kind}",
        plan.context,
        title=title(step, plan.context),
        before_on=change.before_on,
        **_dates(step),
    )


def changed_fields(plan: Plan) -> list[str]:
    """Return the fields that the reader changed, in the words of their labels and the order of the forms."""
    known = plan.situation.rulebook.fields.values()
    shown = [field for field in known if field.kind != "hidden"]
    today = [say("changed-today", plan.context)] if "today" in plan.changed_fields else []
    return [*today, *(field.label for field in shown if field.id in plan.changed_fields)]


def in_a_sentence(title: str) -> str:
    """Return a title that goes on a sentence."""
    return title[:1].lower() + title[1:]


def _dates(step: Step) -> dict[str, object]:
    return {
        "earliest_on": step.earliest_on,
        "best_on": step.best_on,
        "due_on": step.due_on,
        "due_at": step.due_at,
        "do_on": step.do_on,
    }


def _facts(step: Step, context: PlanContext) -> dict[str, object]:
    return {**_named(context), **_isolated(step.facts)}


def _isolated(facts: Mapping[str, object]) -> dict[str, object]:
    return {name: _isolate(value) for name, value in facts.items()}


def _isolate(value: object) -> object:
    if isinstance(value, list):
        return [isolated(each) for each in value]
    return isolated(value) if isinstance(value, str) else value
