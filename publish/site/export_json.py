"""Write the guide as data, `playbook.json`: what a chatbot or a library guide can build on.

It is put into the staged docs/, so that MkDocs copies it to the top of the site. Its keys are
documented in docs/about/playbook-json.md, and their forms in docs/playbook.schema.json.
"""

import json
from collections.abc import Iterable
from dataclasses import asdict
from datetime import date
from pathlib import Path
from typing import Any

from mkdocs.utils import get_build_datetime

from macros.components import NOTICES, write_notices
from macros.guide import Guide, read_guide
from macros.moved import address_of, read_moved
from macros.plays import PHASES, Phase, Play
from macros.release import read_release
from macros.rules import ToolRule
from macros.text import read_pages, read_play
from playbook.errors import ContentError
from playbook.evidence import Claim, Source
from playbook.fields import Field
from playbook.rulebook import Rulebook
from playbook.tool import Tool
from playbook.tools import NAMES, get_tool
from publish.site.build_facts import describe_build, read_when
from runtime.files import STAGED, write_if_changed

CONFIG = STAGED / "mkdocs.yml"
DOCS = STAGED / "docs"
TARGET = DOCS / "playbook.json"

Table = dict[str, object]


def describe_guide(guide: Guide, tools: Iterable[Tool[Any]], docs_dir: Path) -> Table:
    """Return everything that the site says, under the keys of playbook.json."""
    evidence = guide.evidence
    return {
        "phases": [describe_phase(phase) for phase in PHASES],
        "plays": [describe_play(guide, play, docs_dir) for play in guide.plays],
        "moved": describe_moved(),
        "pages": [asdict(page) for page in read_pages(docs_dir, guide)],
        "sources": [describe_source(source) for source in evidence.sources.values()],
        "claims": [describe_claim(guide, claim) for claim in evidence.claims.values()],
        "figures": [asdict(figure) for figure in evidence.figures.values()],
        "disagreements": [asdict(one) for one in evidence.disagreements.values()],
        "rules": [describe_rule(rule) for rule in guide.rules.values()],
        "tools": [describe_tool(tool, guide.rulebook) for tool in tools],
    }


def describe_phase(phase: Phase) -> Table:
    """Return one of the five phases."""
    return {**asdict(phase), "url": phase.url}


def describe_play(guide: Guide, play: Play, docs_dir: Path) -> Table:
    """Return a play with its words."""
    return {
        "id": play.id,
        "phase": play.phase,
        "title": play.title,
        "description": play.description,
        **asdict(read_play(play, docs_dir, guide)),
        "messages": [asdict(message) for message in play.messages],
        "url": play.url,
        "order": play.order,
        "moment": play.moment,
        "takes": play.takes,
        "claims": play.claims,
        "disagreements": play.disagreements,
        "rules": play.all_rules,
        "tools": play.tools,
        "tags": play.tags,
        "owner": play.owner,
        "checked_on": play.checked_on,
        "review_by": play.review_by,
    }


def describe_moved() -> list[Table]:
    """Return the old address of each page that moved, with the one where its words are now."""
    moved = read_moved().items()
    return [{"from": address_of(old), "to": address_of(new)} for old, new in moved]


def describe_source(source: Source) -> Table:
    """Return a source, with the date of its words in digits where they are a date."""
    return {**asdict(source), "published_on": read_when(source.published)}


def describe_claim(guide: Guide, claim: Claim) -> Table:
    """Return a claim, with the plays and the rules that rest on it."""
    use = guide.use_of_claim(claim.id)
    return {
        "id": claim.id,
        "kind": claim.kind,
        "source": claim.source,
        "text": claim.text,
        "against": claim.against,
        "used_by": {
            "plays": [play.id for play in use.plays],
            "rules": [rule.rule.id for rule in use.rules],
        },
    }


def describe_rule(rule: ToolRule) -> Table:
    """Return a rule with the tool whose folder it is in.

    Where a centre set its number, it is no house rule of ours any more: the reason is the centre's,
    and ours stands beside what we had.
    """
    table: Table = {"tool": rule.tool, **asdict(rule.rule)}
    if decision := rule.rule.decision:
        table |= {
            "house": False,
            "reason": decision.reason,
            "decision": {**asdict(decision), "upstream_reason": rule.rule.reason},
        }
    return table


def describe_tool(tool: Tool[Any], rulebook: Rulebook) -> Table:
    """Return a tool: where it is, what it asks and what it gives."""
    return {
        "name": tool.name,
        "title": tool.title,
        "url": f"tools/{tool.page}/",
        "fields": [describe_field(field) for field in tool.fields(rulebook)],
        "outputs": tool.outputs,
    }


def describe_field(field: Field) -> Table:
    """Return a form field; only a list has fields of its own, only a choice has choices."""
    table: Table = {"id": field.id, "kind": field.kind, "label": field.label, "hint": field.hint}
    if field.choices:
        table["choices"] = [asdict(choice) for choice in field.choices]
    if field.fields:
        table["fields"] = [describe_field(one) for one in field.fields]
    return {**table, "required": field.required}


def write_json(table: Table) -> bytes:
    """Return the table as JSON with one entry a line, so that people can read it, too."""
    rows = [f"{_dump(key)}: {_write_list(value)}" for key, value in table.items()]
    return ("{\n" + ",\n".join(rows) + "\n}\n").encode()


def _write_list(value: object) -> str:
    if not isinstance(value, list):
        return _dump(value)
    return "[\n" + ",\n".join(map(_dump, value)) + "\n]"


def _dump(value: object) -> str:
    return json.dumps(value, ensure_ascii=False, default=_write_date)


def _write_date(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    raise TypeError(f"{value!r} has no form in playbook.json")


def main() -> None:
    """Read the guide and write its twin. A mistake in it stops the build in one sentence."""
    try:
        build = describe_build(CONFIG, read_release(Path()), get_build_datetime().date())
        guide = read_guide(DOCS)
        notices = write_notices()
        table = build | describe_guide(guide, [get_tool(name) for name in NAMES], DOCS)
    except ContentError as error:
        raise SystemExit(f"The guide has a mistake. {error}") from None
    write_if_changed(TARGET, write_json(table))
    write_if_changed(DOCS / NOTICES, notices.encode())


if __name__ == "__main__":
    main()
