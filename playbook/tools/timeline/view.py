"""The plan as a Page: HTML with its drawing, plain text, and the files to take away."""

from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from markupsafe import Markup

from playbook.evidence import Rule
from playbook.ics import Entry, calendar_file
from playbook.interview import Interview
from playbook.memory import remembered
from playbook.render import amount, part, view
from playbook.tool import Download, Page, Request
from playbook.tools.cited import cited_claims
from playbook.tools.decided import house_words, say_decided
from playbook.tools.timeline import words
from playbook.tools.timeline.model import Plan, State, Step, Told
from playbook.tools.timeline.picture import Days, days_of, draw
from playbook.tools.timeline.rules import timeline_rules

LINE = 680
COLUMN = 480
"""Length of the drawing in its own units, lying and standing."""
NAMESPACE = UUID("6f0c3f0e-5d5e-4b52-9a40-0f6a1e3c7d21")
"""Root of every calendar UID of this project: chosen once, never changed."""


CAPS = ("check-in-cap", "phone-call-cap")
"""The rules behind the sentence that says how many contacts are left."""
NOTHING = Markup("")


@dataclass(frozen=True, slots=True)
class Reason:
    """A rule behind a date, with the claims it rests on and who makes them, in HTML."""

    rule: Rule
    amount: str
    claims: Markup


@dataclass(frozen=True, slots=True)
class Item:
    """A step as it is read: its number and words, and with its reasons in HTML where it is to be done.

    `decided` says which of its numbers a career centre decided.
    """

    number: int
    step: Step
    title: str
    when: str
    how: str
    notes: tuple[str, ...]
    on_line: str
    decided: tuple[str, ...] = ()
    html: Markup = NOTHING


def timeline_page(asked: Request, plan: Plan) -> Page:
    """The answer to this request."""
    told = plan.told
    items = [_item(number, step, told) for number, step in enumerate(plan.steps, 1)]
    days = days_of(plan)
    said = _in_words(plan, days, items)
    facts = {
        "today": asked.today,
        "plan": plan,
        "items": items,
        "summary": words.summary(plan),
        "next_line": words.next_line(plan),
        "reading": words.reading(plan),
        "date_field": _date_field(asked.interview),
        "warnings": [words.say(each, told) for each in plan.warnings],
        "budget": _budget(plan),
        "caps": say_decided(timeline_rules()[rule] for rule in CAPS),
        "stale": _stale(plan),
        "verdict": _verdict(plan),
        "changes": [words.change(each, plan) for each in plan.changes],
        "changed_fields": words.changed_fields(plan),
        "lying": _drawing(days, LINE, "lying", said),
        "standing": _drawing(days, COLUMN, "standing", said),
    }
    return Page(
        status=words.next_line(plan),
        html=view("tools/timeline/view.html.jinja", **facts),
        text=view("tools/timeline/view.txt.jinja", **facts),
        downloads=(_calendar(asked, plan, items),),
    )


def _date_field(interview: Interview) -> str:
    """The field whose date counts before their newest words about when: that of their last answer, if there is one."""
    answers = [
        (event.on, at)
        for at, event in enumerate(interview.events)
        if event.kind == "answered" and event.on
    ]
    return f"events.{max(answers)[1]}.by_on" if answers else "promise_on"


@remembered()
def _item(number: int, step: Step, told: Told) -> Item:
    item = Item(
        number=number,
        step=step,
        title=words.title(step, told),
        when=words.when(step, told),
        how="" if step.state is State.DONE else words.how(step, told),
        notes=tuple(words.notes(step, told)),
        on_line=words.on_line(number, step, told) if step.do_on else "",
        decided=say_decided(timeline_rules()[rule] for rule in step.rules),
    )
    return item if step.state is State.NOT else replace(item, html=_html(item, told))


def _html(item: Item, told: Told) -> Markup:
    step = item.step
    return part(
        "tools/timeline/step.html.jinja",
        item=item,
        channel=words.channel(step, told),
        window=words.window(step, told),
        holidays=words.holidays(step, told),
        reasons=[_reason(timeline_rules()[rule]) for rule in step.rules],
        house=house_words(),
        play=words.step_words()[step.kind].play,
        today=told.today,
    )


def _reason(rule: Rule) -> Reason:
    return Reason(rule, amount(rule.value, rule.unit), cited_claims(rule.claims))


def _budget(plan: Plan) -> str:
    if plan.stage in ("rejected", "offer", "decided"):
        return ""
    if plan.situation.interview.follow_up == "none":
        return words.say("budget-none", plan.told)
    return words.say("budget", plan.told, used=plan.budget.used, most=plan.budget.most)


def _stale(plan: Plan) -> str:
    """What to say when the reader's calendar holds days that no longer stand."""
    held = {each.step: each.on for each in plan.situation.interview.in_calendar if each.on}
    stand = {step.id: step.do_on for step in plan.steps if step.do_on}
    gone = sorted({on for id, on in held.items() if stand.get(id) != on})
    return (
        words.say("calendar-stale", plan.told, days=[words.day_of(on, plan.told) for on in gone])
        if gone
        else ""
    )


def _verdict(plan: Plan) -> str:
    found = plan.verdict
    if found is None:
        return ""
    return words.say(
        found.sentence, plan.told, on=found.on, until_on=found.until_on, closed=found.closed
    )


@remembered()
def _drawing(days: Days, length: int, name: str, said: str) -> Markup | None:
    """The time line, lying or standing; None where it would be too long."""
    picture = draw(days, length)
    if picture is None:
        return None
    return part("tools/timeline/picture.html.jinja", picture=picture, name=name, said=said)


def _in_words(plan: Plan, days: Days, items: list[Item]) -> str:
    said = "; ".join(item.on_line for item in items if item.on_line)
    return words.say("picture", plan.told, first_on=days.first_on, last_on=days.last_on, said=said)


def _calendar(asked: Request, plan: Plan, items: list[Item]) -> Download:
    """The steps to come as all-day entries; entries of an earlier file that no longer hold are cancelled."""
    plan_id = uuid5(NAMESPACE, asked.interview.plan_id or _told_apart(asked.interview))
    coming = [item for item in items if item.step.is_open and item.step.channel]
    entries = [_entry(asked, plan, plan_id, item) for item in coming]
    ids = {item.step.id for item in coming}
    gone = [each for each in asked.interview.in_calendar if each.step and each.step not in ids]
    cancelled = [
        Entry(
            uid=_uid(plan_id, each.step),
            on=each.on,
            title=words.say("cancelled", plan.told),
            text="",
            cancelled=True,
        )
        for each in gone
        if each.on and not _is_done(plan, each.step)
    ]
    remembered = [
        {"step": item.step.id, "on": item.step.do_on.isoformat()}
        for item in coming
        if item.step.do_on
    ]
    return Download(
        name="calendar",
        label=words.say("calendar-label", plan.told),
        filename="follow-up.ics",
        mime="text/calendar",
        text=calendar_file([*entries, *cancelled], asked.stamp),
        remember={"in_calendar": remembered},
    )


def _entry(asked: Request, plan: Plan, plan_id: UUID, item: Item) -> Entry:
    assert item.step.do_on is not None
    private = asked.interview.private_titles
    return Entry(
        uid=_uid(plan_id, item.step.id),
        on=item.step.do_on,
        title=words.private_title(item.step, plan.told)
        if private
        else words.full_title(item.step, asked.interview.employer, plan.told),
        text="" if private else "\n".join((item.when, item.how, *item.decided)),
    )


@remembered()
def _uid(plan_id: UUID, step: str) -> str:
    return str(uuid5(plan_id, step))


def _told_apart(interview: Interview) -> str:
    """What tells interviews apart where the record has no number of its own, as on the command line."""
    return "\n".join((interview.employer, interview.role, str(interview.ended_on)))


def _is_done(plan: Plan, id: str) -> bool:
    return any(step.id == id and step.state is State.DONE for step in plan.steps)
