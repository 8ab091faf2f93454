"""The list as a Page: what is due with its reasons, what one interview means for the others, and one calendar file."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from playbook.fields import Field
from playbook.memory import remembered_for_each
from playbook.merging import CHOICES, IN_CALENDAR
from playbook.render import day, isolated, listed
from playbook.rulebook import Rulebook
from playbook.spreadsheet.days import Order, days_of, is_open
from playbook.tool import Page, Request
from playbook.tools.cited import cited_rules
from playbook.tools.my_interviews import words
from playbook.tools.my_interviews.calendar import write_one_calendar
from playbook.tools.my_interviews.model import Group, Interviews, Place
from playbook.tools.my_interviews.spreadsheet import write_spreadsheet
from playbook.tools.my_interviews.words import Lines

RULES = (
    "expected-answer",
    "expected-answer-soon",
    "check-in-after-promise",
    "tell-other-employers",
    "close-file",
)
"""The numbers behind most lines of the list."""


@dataclass(frozen=True, slots=True)
class Row:
    """One interview as it stands in the list, or several whose check-ins become one.

    `keys` are the keys and names of all of them.
    """

    keys: tuple[tuple[str, str], ...]
    role: str
    copy: str
    round: str
    next_round: str
    lines: Lines
    at_hand: str | None
    problems: str
    together: str = ""

    @property
    def name(self) -> str:
        """What it's called."""
        return listed([name for _, name in self.keys])


def interviews_page(request: Request, interviews: Interviews, rulebook: Rulebook) -> Page:
    """Return the answer to this request."""
    together = {each.places[0].application.key: each.places for each in interviews.together}
    within = {place.application.key for some in together.values() for place in some[1:]}
    rows = {
        group: [
            _row(each, together.get(each.application.key, (each,)), interviews, rulebook)
            for each in interviews.among(group)
            if each.application.key not in within
        ]
        for group in Group
    }
    days_open = _days_open(interviews, rulebook)
    facts: dict[str, Any] = {
        "status": words.status(interviews, rulebook),
        "groups": [
            (
                group,
                _title(group, interviews, rulebook),
                [_shown(each.keys[0][0], each, rulebook) for each in some],
            )
            for group, some in rows.items()
            if some
        ],
        "rows": {group: some for group, some in rows.items() if some},
        "titles": {group: _title(group, interviews, rulebook) for group in Group},
        "news": [*_tells(interviews, rulebook)],
        "days_open": days_open,
        "copies": [*_copies(interviews, rulebook)],
        "removed": _removed(request, interviews, rulebook),
        "works_from_files": words.say("works-from-files", interviews, rulebook),
        "calendar_best": words.say("calendar-best", interviews, rulebook),
        "rules": cited_rules((rulebook.rules[each] for each in RULES), rulebook),
    }
    label = words.say("calendar-label", interviews, rulebook)
    return Page(
        status=" ".join(filter(None, (facts["status"], days_open[0]))),
        html=rulebook.view("tools/my_interviews/view.html.jinja", **facts),
        text=rulebook.view("tools/my_interviews/view.txt.jinja", **facts),
        downloads=(
            write_one_calendar(interviews, request, label),
            write_spreadsheet(interviews, rulebook),
        ),
    )


def _title(group: Group, interviews: Interviews, rulebook: Rulebook) -> str:
    count, until = len(interviews.among(group)), interviews.week_until
    return words.say(group, interviews, rulebook, count=count, week_until=until)


def _row(
    place: Place, places: tuple[Place, ...], interviews: Interviews, rulebook: Rulebook
) -> Row:
    application = place.application
    alone = len(places) == 1
    role = isolated(application.interview.role) if application.interview.employer and alone else ""
    copy = words.say("copy", interviews, rulebook, number=place.number) if place.number else ""
    return Row(
        keys=tuple(
            (each.application.key, words.name_of(each, interviews, rulebook)) for each in places
        ),
        role=role,
        copy=copy,
        round=words.round_of(place) if alone else "",
        next_round=words.next_round(place) if alone else "",
        lines=words.lines_of(application.key, place.standing, rulebook),
        at_hand=next(
            (each.application.key for each in places if each.application.is_at_hand), None
        ),
        problems=_problems(place, interviews, rulebook),
        together="" if alone else _together(places, interviews, rulebook),
    )


def _problems(place: Place, interviews: Interviews, rulebook: Rulebook) -> str:
    if not place.application.problems:
        return ""
    return words.say(
        "look-again",
        interviews,
        rulebook,
        problems=[isolated(each) for each in place.application.problems],
    )


@remembered_for_each
def _shown(_: str, row: Row, rulebook: Rulebook) -> Markup:
    return rulebook.fragment("tools/my_interviews/row.html.jinja", row=row)


def _together(places: tuple[Place, ...], interviews: Interviews, rulebook: Rulebook) -> str:
    step = places[0].standing.step
    assert step is not None
    contacts = {each.application.interview.contact.email for each in places}
    return words.say(
        "together",
        interviews,
        rulebook,
        title=words.title_of(step, places[0]),
        names=words.names_of(places, interviews, rulebook),
        is_person=len(contacts) == 1,
    )


def _removed(request: Request, interviews: Interviews, rulebook: Rulebook) -> str:
    if request.removed is None:
        return ""
    name = request.removed.get("employer")
    called = isolated(name) if isinstance(name, str) and name else ""
    called = called or words.say("nameless", interviews, rulebook)
    return words.say("removed", interviews, rulebook, name=called)


def _tells(interviews: Interviews, rulebook: Rulebook) -> Iterator[tuple[str, bool]]:
    for tell in interviews.tells:
        line = words.say(
            "tell",
            interviews,
            rulebook,
            employer=words.name_of(tell.place, interviews, rulebook),
            others=words.names_of(tell.others, interviews, rulebook),
            tell_by=tell.tell_by,
            decide_by=tell.decide_by,
            is_late=tell.is_late,
        )
        yield line, tell.place.application.is_at_hand


def _days_open(interviews: Interviews, rulebook: Rulebook) -> tuple[str, list[tuple[str, str]]]:
    """Return the question which way round some days are, and the answers to it; empty where none is open."""
    typed = [each.application.record.get("ended_on") for each in interviews.places]
    texts = [text for text in typed if is_open(text)]
    if not texts:
        return "", []
    days = days_of(texts[0])
    facts = {"count": len(texts), "text": texts[0]}
    first = {"day_first": days[Order.DAY_FIRST], "month_first": days[Order.MONTH_FIRST]}
    answers = [(str(order), day(days[order], interviews.today)) for order in Order]
    return words.say("days-open", interviews, rulebook, **facts, **first), answers


def _copies(interviews: Interviews, rulebook: Rulebook) -> Iterator[tuple[str, list[Place]]]:
    """Yield what to say of copies that differ, with the copies."""
    copies: dict[str, list[Place]] = {}
    for each in sorted(interviews.places, key=lambda each: each.number):
        if each.number:
            copies.setdefault(each.application.interview.plan_id, []).append(each)
    for some in copies.values():
        facts = {"count": len(some), "fields": _differing(some, rulebook.fields.values())}
        name = words.name_of(some[0], interviews, rulebook)
        yield words.say("copies", interviews, rulebook, name=name, **facts), some


def _differing(places: list[Place], fields: Any) -> list[str]:
    """Return the labels of the fields in which copies differ."""
    first, *rest = [each.application.record for each in places]
    known: dict[str, Field] = {each.id: each for each in fields}
    names = [name for name in known if name not in (IN_CALENDAR, *CHOICES)]
    differ = [name for name in names if any(each.get(name) != first.get(name) for each in rest)]
    return [f"'{known[name].label}'" for name in differ] or ["a field that we don't know"]
