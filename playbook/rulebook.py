"""Everything that an answer rests on beside the request: one frozen value, built once and passed to whoever asks.

A career centre's copy has another rulebook than ours; as many as you like live side by side in one process.
"""

from collections.abc import Hashable, Mapping
from dataclasses import dataclass, field
from functools import cache, partial
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from typing import Any, cast

from jinja2 import TemplateNotFound
from markupsafe import Markup

from playbook.brand import TEMPLATES, Centre, Decisions, read_decisions, template_path
from playbook.calendars import Calendars
from playbook.content import Sentence, read_all
from playbook.errors import ContentError
from playbook.evidence import Evidence, Rule
from playbook.evidence.read import check_claims, read_evidence, read_rules
from playbook.fields import Field, read_fields
from playbook.render import Writer, read_template
from playbook.spelling import Spelling

PACKAGE = files("playbook")
OUR_BRAND = PACKAGE / "brand"
"""Where the decisions stand of the centre whose copy this is; there are none in the guide as it came."""
NO_BRAND = OUR_BRAND / "none"
"""A folder that isn't there, and so has no decisions: for the guide as it came, whatever this copy has."""
RULES = "rules.toml"


@dataclass(frozen=True, slots=True, eq=False)
class Rulebook:
    """The rules of each tool and of all of them by id, with their evidence, words, fields and calendars.

    Two rulebooks are never equal, so that what is remembered for one is never given for another.
    """

    package: Traversable = field(repr=False)
    decisions: Decisions = field(repr=False)
    evidence: Evidence = field(repr=False)
    tools: Mapping[str, Mapping[str, Rule]] = field(repr=False)
    rules: Mapping[str, Rule] = field(repr=False)
    fields: Mapping[str, Field] = field(repr=False)
    calendars: Calendars = field(repr=False)
    writer: Writer = field(repr=False)

    @property
    def centre(self) -> Centre:
        """Whose copy this is; nobody's in the guide as it came."""
        return self.decisions.centre

    @property
    def spelling(self) -> Spelling:
        """How the centre spells our own words."""
        return self.decisions.spelling

    def number(self, rule: str) -> int:
        """Return the value of the rule with this id, in its unit."""
        return self.rules[rule].value

    def table[T](self, kind: type[T], path: str) -> Mapping[str, T]:
        """Return the tables of a TOML file of the package, each as a `kind`, its `Words` as the centre spells them.

        Raises ContentError where a table isn't a `kind`, or its `claims` name one that isn't known.
        """
        return cast(Mapping[str, T], _read_table(self, cast(Hashable, kind), path))

    def say(self, path: str, sentence: str, /, **facts: object) -> str:
        """Return the sentence with this id in a file of sentences, filled with these facts."""
        return self.writer.fill(_read_table(self, Sentence, path)[sentence].text, **facts)

    def fill(self, text: str, /, **facts: object) -> str:
        """Return a sentence of ours with its slots filled, as plain text (see `Writer.fill`)."""
        return self.writer.fill(text, **facts)

    def view(self, template: str, /, **facts: object) -> str:
        """Return the template with this path, filled."""
        return self.writer.view(template, **facts)

    def fragment(self, template: str, /, **facts: object) -> Markup:
        """Return a template filled to stand as it is in another one."""
        return self.writer.fragment(template, **facts)


def read_rulebook(
    package: Traversable = PACKAGE,
    brand: Traversable = OUR_BRAND,
    calendars: Traversable = PACKAGE / "calendars",
) -> Rulebook:
    """Return the rulebook of a package of rules, with the decisions that stand in the folder `brand`.

    Raises ContentError for any mistake in them.
    """
    decisions = read_decisions(brand)
    evidence = read_evidence(package / "evidence", brand, decisions)
    tools = {
        folder: MappingProxyType(read_rules(file, evidence, decisions))
        for folder, file in _rule_files(package)
    }
    fields = read_fields(package / "fields.toml", decisions.kinds.values(), decisions.spelling)
    return Rulebook(
        package=package,
        decisions=decisions,
        evidence=evidence,
        tools=MappingProxyType(tools),
        rules=MappingProxyType(_by_id(tools)),
        fields=MappingProxyType(dict(fields)),
        calendars=Calendars(calendars),
        writer=Writer(partial(_load, package, decisions.templates), decisions.spelling),
    )


def _rule_files(package: Traversable) -> list[tuple[str, Traversable]]:
    """Return the folder of each tool that has rules, and the file with them."""
    folders = sorted((package / "tools").iterdir(), key=lambda each: each.name)
    return [(each.name, each / RULES) for each in folders if (each / RULES).is_file()]


def _by_id(tools: Mapping[str, Mapping[str, Rule]]) -> dict[str, Rule]:
    """Return the rules of all tools. Raises ContentError where two tools use one id."""
    known: dict[str, str] = {}
    for tool, rules in tools.items():
        for id in rules:
            if id in known:
                raise ContentError(f"{tool}/{RULES} [{id}]: {known[id]} has a rule of that name")
            known[id] = tool
    return {id: tools[tool][id] for id, tool in known.items()}


def _load(package: Traversable, own: Mapping[str, str], name: str) -> str:
    """Return a template's text: a centre's own wording of a note, or one of the package."""
    if not name.startswith(f"brand/{TEMPLATES}/"):
        return read_template(name, package)
    for kind, text in own.items():
        if name == template_path(kind):
            return text
    raise TemplateNotFound(name)


@cache
def _read_table(rulebook: Rulebook, kind: Any, path: str) -> Mapping[str, Any]:
    file = rulebook.package.joinpath(*path.split("/"))
    tables = read_all(kind, file, rulebook.spelling)
    for id, table in tables.items():
        check_claims(getattr(table, "claims", ()), rulebook.evidence, f"{file.name} [{id}]")
    return MappingProxyType(tables)
