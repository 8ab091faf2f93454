"""A tool on its page: the form, the worked example that stands there without a script, and its numbers."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from markupsafe import Markup

from macros.rules import ToolRule
from macros.view import render
from playbook.boundary import run
from playbook.errors import ContentError
from playbook.evidence import Rule
from playbook.rulebook import Rulebook
from playbook.tool import Example, Tool
from playbook.tools import NAMES, folder_of, get_tool

WORKED = "worked"
"""The id of the example that a tool's page shows."""


@dataclass(frozen=True, slots=True)
class DownloadButton:
    """A file of the whole answer that the page can offer, as its button names it."""

    name: str
    label: str


@dataclass(frozen=True, slots=True)
class Answer:
    """What the rules say to the worked example."""

    html: Markup
    downloads: tuple[DownloadButton, ...]


@dataclass(frozen=True, slots=True)
class SourcedRule:
    """A row of the table: a rule, and the title of the source that states its number: its first claim's."""

    rule: ToolRule
    source: str


def tool(name: str, here: str, rulebook: Rulebook) -> Markup:
    """Return the tool for the page at `here`, as this rulebook answers.

    Raises ContentError for a tool or a worked example that isn't there.
    """
    if folder_of(name) not in NAMES:
        raise ContentError(f"{here}: there is no tool '{name}'; there is: {', '.join(NAMES)}")
    chosen = get_tool(name)
    example = worked_example(chosen)
    return render(
        "tool",
        here,
        tool=chosen,
        first=chosen.first_fields(rulebook),
        more=chosen.more_fields(rulebook),
        example=example,
        answer=answer_to(chosen, example, rulebook),
        countries=rulebook.calendars.countries,
        defaults=_defaults(chosen, rulebook),
        kiosk=rulebook.centre.kiosk,
        branded=bool(rulebook.centre.name),
        rules=[_with_source(rule, name, rulebook) for rule in chosen.rules(rulebook).values()],
    )


def worked_example(chosen: Tool[Any]) -> Example:
    """Return the example that stands on the tool's page. Raises ContentError where it's missing."""
    for example in chosen.examples():
        if example.id == WORKED:
            return example
    raise ContentError(f"{chosen.name}/examples.toml: [{WORKED}] is missing; the page shows it")


def answer_to(chosen: Tool[Any], example: Example, rulebook: Rulebook) -> Answer:
    """Return the answer to an example, computed by the function that computes it in the browser.

    Raises ContentError where the example has mistakes.
    """
    page = json.loads(run(chosen.name, json.dumps(_request(example)), rulebook))
    if page["errors"]:
        raise ContentError(f"{chosen.name}/examples.toml [{example.id}]: {page['errors']}")
    return Answer(
        Markup(_read_only(page["html"])),  # noqa: S704 - escaped by the tool's own template
        tuple(
            DownloadButton(each["name"], each["label"])
            for each in page["downloads"]
            if each["name"] in chosen.outputs
        ),
    )


def _read_only(html: str) -> str:
    """Return the answer as an example: a text that a reader may change in their own answer is there to be read."""
    return html.replace("<textarea ", "<textarea readonly ")


def _defaults(chosen: Tool[Any], rulebook: Rulebook) -> Mapping[str, str]:
    """Return what a career centre's form starts with, of the fields that this tool has."""
    centre = rulebook.centre
    given = {"country": centre.country, "region": centre.region, "note_tone": centre.tone}
    asked = {field.id for field in chosen.fields(rulebook)}
    return {id: value for id, value in given.items() if value and id in asked}


def _request(example: Example) -> Mapping[str, Any]:
    day = example.today.isoformat()
    return {"record": example.record, "today": day, "stamp": f"{day}T12:00:00Z", "previous": None}


def _with_source(rule: Rule, tool: str, rulebook: Rulebook) -> SourcedRule:
    return SourcedRule(ToolRule(rule, tool), rulebook.evidence.source_of(rule.claims[0]).title)
