"""The statement as a Page: to read, to time, to practise and to print."""

from dataclasses import dataclass

from markupsafe import Markup

from playbook.evidence import Rule
from playbook.interview import Interview
from playbook.memory import remembered
from playbook.record_rows import Opening
from playbook.rulebook import Rulebook
from playbook.tool import Page, Request
from playbook.tools.cited import cited_claims, cited_rules
from playbook.tools.closing_statement import words
from playbook.tools.closing_statement.assemble import UNSAID
from playbook.tools.closing_statement.checks import Check, checks
from playbook.tools.closing_statement.model import Finding, Part, PartWords, Spoken, Statement
from playbook.tools.decided import say_decided


@dataclass(frozen=True, slots=True)
class Item:
    """A part as it is read: its times, its advice, its key words, and what is said, with other ways, in HTML."""

    part: Part
    seconds: tuple[int, ...]
    trim: str
    cues: tuple[str, ...]
    html: Markup


@dataclass(frozen=True, slots=True)
class Noticed:
    """Findings of one check, with the reason for it."""

    check: Check
    findings: tuple[tuple[str, Finding], ...]
    cited: Markup


def closing_page(request: Request, statement: Statement, rulebook: Rulebook) -> Page:
    """Return the answer to this request."""
    interview = request.interview
    sample = rulebook.number("pace-sample")
    status = words.status(statement, rulebook)
    behind = _behind(statement, rulebook)
    facts = {
        "statement": statement,
        "status": status,
        "items": [_item(section, statement, interview, rulebook) for section in statement.parts],
        "paces": [words.pace(pace, rulebook) for pace in statement.paces],
        "totals": [pace.seconds(statement.count) for pace in statement.paces],
        "noticed": _noticed(statement, rulebook),
        "sure": _how_sure(statement, interview, rulebook),
        "timer": words.timer(statement, rulebook),
        "sample": words.text(rulebook, "sample"),
        "own_pace": words.own_pace(statement, sample, rulebook),
        "own_words": words.text(rulebook, "own-words"),
        "checks_none": words.text(rulebook, "checks-none"),
        "warning": "" if statement.blanks else words.text(rulebook, "count-by-blanks"),
        "decided": say_decided(behind, rulebook),
        "rules": cited_rules(behind, rulebook),
    }
    return Page(
        status=status,
        html=rulebook.view("tools/closing_statement/view.html.jinja", **facts),
        text=rulebook.view("tools/closing_statement/view.txt.jinja", **facts),
        errors=words.pace_errors(interview, sample, rulebook),
    )


def _how_sure(statement: Statement, interview: Interview, rulebook: Rulebook) -> str:
    """Return what the end makes of how sure the reader is; empty where nothing is said yet."""
    if not (interview.statement.sure or statement.spoken_parts):
        return ""
    return words.text(rulebook, interview.statement.sure or UNSAID)


def _item(one: Part, statement: Statement, interview: Interview, rulebook: Rulebook) -> Item:
    trim = words.trim(one, statement, rulebook)
    reserved = words.text(rulebook, "reserved", reserved=statement.reserved) if one.reserved else ""
    elsewhere = words.text(rulebook, "elsewhere") if one.elsewhere else ""
    prompt = reserved or elsewhere or one.words.prompt
    other_openings = tuple(
        row for row in interview.statement.openings if row.part and row.part != one.id
    )
    return Item(
        part=one,
        seconds=tuple(pace.seconds(one.count) for pace in statement.paces),
        trim=trim,
        cues=words.cues(one, interview, rulebook),
        html=_html(rulebook, one.words, one.sentences, one.others, other_openings, trim, prompt),
    )


@remembered()
def _html(
    rulebook: Rulebook,
    of: PartWords,
    sentences: tuple[str, ...],
    others: tuple[Spoken, ...],
    other_openings: tuple[Opening, ...],
    trim: str,
    prompt: str,
) -> Markup:
    ways = [(each.sentences, _choice(of, each, other_openings)) for each in others]
    return rulebook.fragment(
        "tools/closing_statement/part.html.jinja",
        words=of,
        sentences=sentences,
        others=ways,
        trim=trim,
        prompt=prompt,
    )


def _choice(
    of: PartWords, spoken: Spoken, other_openings: tuple[Opening, ...]
) -> dict[str, list[dict[str, str]]]:
    """Return the record's openings with this one chosen for this part."""
    rows = (*other_openings, Opening(of.id, spoken.wording.id))
    return {"openings": [{"part": row.part, "wording": row.wording} for row in rows]}


def _noticed(statement: Statement, rulebook: Rulebook) -> list[Noticed]:
    known = checks(rulebook)
    return [
        Noticed(
            check,
            tuple(
                (words.finding_text(each, rulebook), each)
                for each in statement.findings
                if each.check == id
            ),
            cited_claims(check.claims, rulebook),
        )
        for id, check in known.items()
        if any(each.check == id for each in statement.findings)
    ]


def _behind(statement: Statement, rulebook: Rulebook) -> list[Rule]:
    """Return the rules behind the time: the limit, the paces, and what each part gets."""
    names = ("speaking-rate-slow", "speaking-rate-quick")
    parts = [section.rule for section in statement.parts]
    return [statement.limit, *(rulebook.rules[name] for name in names), *parts]
