"""What a career centre decided for its own copy: who it is, its numbers, its side where sources disagree.

The data files beside this one are written by `python -m publish.brand` from brand.yml and brand/.
Git ignores them. Without them, everything is as upstream has it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable

from playbook.content import read, read_all, read_toml
from playbook.errors import ContentError

LARGEST_VALUE = 366
"""No rule of ours counts beyond a year, in whatever unit."""
CENTRE, RULES, DISAGREEMENTS = "centre.toml", "rules.toml", "disagreements.toml"
KINDS, TEMPLATES = "kinds.toml", "templates"
SOURCES, CLAIMS = "sources.toml", "claims.toml"
OWN = "our-"
"""How the id of a centre's own source starts; none of ours ever does, so that an update can't take it."""


@dataclass(frozen=True, slots=True)
class Centre:
    """The centre whose copy this is, as pages and tools use it; nobody where `name` is empty."""

    name: str = ""
    address: str = ""
    email: str = ""
    phone: str = ""
    page: str = ""
    booking: str = ""
    hours: str = ""
    country: str = ""
    region: str = ""
    tone: str = ""
    kiosk: bool = False
    hide_plays: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class RuleOverlay:
    """A centre's own number for a rule of ours, with what it rests on, and who decided.

    That is a `source` in words, like 'our house rule', or `claims` of the centre's own sources.
    `instead_of` is the number that upstream had then, so that a later change of it is noticed.
    """

    id: str
    value: int
    decided_by: str
    decided_on: date
    source: str = ""
    claims: tuple[str, ...] = ()
    url: str = ""
    reason: str = ""
    instead_of: int = -1


@dataclass(frozen=True, slots=True)
class DisagreementOverlay:
    """The side that a centre takes on a question: `takes` says it in a sentence, `why` in another."""

    id: str
    takes: str
    why: str
    decided_by: str
    decided_on: date
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class OwnKind:
    """A kind of note that a centre added: `label` is what the form calls it, the rest is as in notes/kinds.toml."""

    id: str
    label: str
    title: str
    channel: str
    to: str
    needs: tuple[str, ...] = ()
    counted: str = "message"
    play: str = ""


@dataclass(frozen=True, slots=True)
class RuleDecision:
    """A number that a centre set; `upstream` is the one that it replaced, in the same unit.

    `claims` are those that it rests on, where it isn't a source in words.
    """

    centre: str
    upstream: int
    source: str
    decided_by: str
    decided_on: date
    url: str = ""
    reason: str = ""
    claims: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class SideDecision:
    """A side that a centre took; `upstream` and `upstream_why` are what it replaced."""

    centre: str
    upstream: str
    upstream_why: str
    decided_by: str
    decided_on: date
    claims: tuple[str, ...] = ()


@cache
def read_centre() -> Centre:
    """The centre whose copy this is."""
    file = _folder() / CENTRE
    return read(Centre, read_toml(file), CENTRE) if file.is_file() else Centre()


def read_rule_overlays() -> Mapping[str, RuleOverlay]:
    """The centre's numbers by rule id. Raises ContentError for a value that no rule can take."""
    overlays = _read_overlays(RuleOverlay, RULES)
    for overlay in overlays.values():
        if not 0 <= overlay.value <= LARGEST_VALUE:
            raise ContentError(
                f"{RULES} [{overlay.id}] value: {overlay.value}; it takes 0 to {LARGEST_VALUE}"
            )
    return overlays


def read_disagreement_overlays() -> Mapping[str, DisagreementOverlay]:
    """The centre's sides by the id of the question."""
    return _read_overlays(DisagreementOverlay, DISAGREEMENTS)


def read_own_kinds() -> Mapping[str, OwnKind]:
    """The kinds of note that the centre added, by id."""
    return _read_overlays(OwnKind, KINDS)


def own_template(kind: str) -> str:
    """The path of the centre's own template for a kind of note; empty where it has none."""
    name = f"{kind}.txt.jinja"
    return f"brand/{TEMPLATES}/{name}" if (_folder() / TEMPLATES / name).is_file() else ""


def decide_rule(overlay: RuleOverlay, upstream: int, titles: Iterable[str]) -> RuleDecision:
    """What a page shows of a centre's number; `titles` are those of the sources of its claims."""
    return RuleDecision(
        centre=read_centre().name,
        upstream=upstream,
        source=overlay.source or ", ".join(dict.fromkeys(titles)),
        decided_by=overlay.decided_by,
        decided_on=overlay.decided_on,
        url=overlay.url,
        reason=overlay.reason,
        claims=overlay.claims,
    )


def decide_side(overlay: DisagreementOverlay, upstream: str, upstream_why: str) -> SideDecision:
    """What a page shows of a centre's side."""
    return SideDecision(
        centre=read_centre().name,
        upstream=upstream,
        upstream_why=upstream_why,
        decided_by=overlay.decided_by,
        decided_on=overlay.decided_on,
        claims=overlay.claims,
    )


def read_own[T](kind: type[T], name: str) -> Mapping[str, T]:
    """What a centre adds to our evidence by id: its `SOURCES`, or its `CLAIMS`."""
    return _read_overlays(kind, name)


def _read_overlays[T](kind: type[T], name: str) -> Mapping[str, T]:
    file = _folder() / name
    return read_all(kind, file) if file.is_file() else {}


def _folder() -> Traversable:
    return files("playbook.brand")
