"""The statement as a Page: to read, to time, to practise and to print."""

from dataclasses import dataclass

from markupsafe import Markup

from playbook.evidence import Rule
from playbook.interview import Interview
from playbook.render import view
from playbook.tool import Page, Request
from playbook.tools.cited import cited_claims, cited_rules
from playbook.tools.closing_statement import words
from playbook.tools.closing_statement.checks import Check, checks
from playbook.tools.closing_statement.model import Finding, Part, Spoken, Statement
from playbook.tools.closing_statement.rules import closing_rules


@dataclass(frozen=True, slots=True)
class Other:
    """Another way of saying a part, and what choosing it puts into the record."""

    said: Spoken
    fills: dict[str, list[dict[str, str]]]


@dataclass(frozen=True, slots=True)
class Item:
    """A part as it is read: its times, its advice, its key words, and other ways of saying it."""

    part: Part
    field: str
    seconds: tuple[int, ...]
    trim: str
    cues: tuple[tuple[str, ...], ...]
    others: tuple[Other, ...]


@dataclass(frozen=True, slots=True)
class Noticed:
    """Findings of one check, with the reason for it."""

    check: Check
    found: tuple[tuple[str, Finding], ...]
    cited: Markup


def closing_page(asked: Request, statement: Statement) -> Page:
    """The answer to this request."""
    interview = asked.interview
    facts = {
        "statement": statement,
        "status": words.status(statement),
        "items": [_item(part, statement, interview) for part in statement.parts],
        "paces": [words.pace(pace) for pace in statement.paces],
        "totals": [pace.seconds(statement.count) for pace in statement.paces],
        "noticed": _noticed(statement),
        "sure": words.text(interview.sure) if interview.sure else "",
        "timer": words.timer(statement),
        "sample": words.text("sample"),
        "own_pace": words.own_pace(statement, closing_rules()["pace-sample"].value),
        "reserved": words.text("reserved", reserved=statement.reserved),
        "own_words": words.text("own-words"),
        "checks_none": words.text("checks-none"),
        "warning": "" if statement.blanks else words.text("count-by-blanks"),
        "rules": cited_rules(_behind(statement)),
    }
    return Page(
        status=words.status(statement),
        html=view("tools/closing_statement/view.html.jinja", **facts),
        text=view("tools/closing_statement/view.txt.jinja", **facts),
    )


def _item(part: Part, statement: Statement, interview: Interview) -> Item:
    return Item(
        part=part,
        field=f"#field-{part.words.field}",
        seconds=tuple(pace.seconds(part.count) for pace in statement.paces),
        trim=words.trim(part, statement),
        cues=words.cues(part, interview),
        others=tuple(Other(each, _choice(part, each, interview)) for each in part.others),
    )


def _choice(part: Part, said: Spoken, interview: Interview) -> dict[str, list[dict[str, str]]]:
    """The record's openings with this one chosen for this part."""
    kept = [
        {"part": row.part, "wording": row.wording}
        for row in interview.openings
        if row.part and row.part != part.id
    ]
    return {"openings": [*kept, {"part": part.id, "wording": said.wording.id}]}


def _noticed(statement: Statement) -> list[Noticed]:
    known = checks()
    return [
        Noticed(
            check,
            tuple((words.found(each), each) for each in statement.findings if each.check == id),
            cited_claims(check.claims),
        )
        for id, check in known.items()
        if any(each.check == id for each in statement.findings)
    ]


def _behind(statement: Statement) -> list[Rule]:
    """The rules behind the time: the limit, the paces, and what each part gets."""
    rules = closing_rules()
    names = ("speaking-rate-slow", "speaking-rate-quick")
    parts = [part.rule for part in statement.parts]
    return [statement.limit, *(rules[name] for name in names), *parts]
