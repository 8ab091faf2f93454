"""What a career centre decided for its own copy: who it is, its numbers, its side where sources disagree.

`make` writes the data files that belong beside this one, from brand.yml and brand/, into what is built from.
A folder without them has no decisions, and everything is as upstream has it.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from importlib.resources.abc import Traversable

from playbook.content import read, read_all, read_toml
from playbook.errors import ContentError
from playbook.spelling import AS_WRITTEN, Spelling, read_spelling

LARGEST_VALUE = 366
"""No rule of ours counts beyond a year, in whatever unit."""
CENTRE, RULES, DISAGREEMENTS = "centre.toml", "rules.toml", "disagreements.toml"
KINDS, TEMPLATES, SUFFIX = "kinds.toml", "templates", ".txt.jinja"
SOURCES, CLAIMS = "sources.toml", "claims.toml"
OWN = "our-"
"""How the id of a centre's own source starts; none of ours ever does, so that an update can't take it."""


@dataclass(frozen=True, slots=True)
class Centre:
    """The centre whose copy this is, as pages and tools use it; nobody where `name` is empty.

    `own_plays` are those of ours that it has one of its own for, each as its phase and name: "waiting/the-check-in".
    """

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
    own_plays: tuple[str, ...] = ()

    def place_of(self, play: str) -> str:
        """Return where a play of ours, or the centre's own instead, has its page, from the top of the site."""
        return f"{'local/' if play in self.own_plays else ''}plays/{play}/"


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


@dataclass(frozen=True, slots=True, eq=False)
class Decisions:
    """Everything that one centre decided, by id; `templates` are its own wordings, by the kind of note."""

    centre: Centre
    rules: Mapping[str, RuleOverlay]
    disagreements: Mapping[str, DisagreementOverlay]
    kinds: Mapping[str, OwnKind]
    templates: Mapping[str, str]
    spelling: Spelling


def read_decisions(folder: Traversable) -> Decisions:
    """Return the decisions whose data files stand in this folder.

    Raises ContentError for a file that can't be read, and for a value that no rule can take.
    """
    centre = folder / CENTRE
    return Decisions(
        centre=read(Centre, read_toml(centre), CENTRE) if centre.is_file() else Centre(),
        rules=_checked(read_overlays(RuleOverlay, folder / RULES)),
        disagreements=read_overlays(DisagreementOverlay, folder / DISAGREEMENTS),
        kinds=read_overlays(OwnKind, folder / KINDS),
        templates=_read_templates(folder / TEMPLATES),
        spelling=read_spelling(folder),
    )


def read_overlays[T](
    kind: type[T], file: Traversable, spelling: Spelling = AS_WRITTEN
) -> Mapping[str, T]:
    """Return what a centre's file adds to ours, by id; nothing where there is no such file."""
    return read_all(kind, file, spelling) if file.is_file() else {}


def _checked(overlays: Mapping[str, RuleOverlay]) -> Mapping[str, RuleOverlay]:
    for overlay in overlays.values():
        if not 0 <= overlay.value <= LARGEST_VALUE:
            raise ContentError(
                f"{RULES} [{overlay.id}] value: {overlay.value}; it takes 0 to {LARGEST_VALUE}"
            )
    return overlays


def _read_templates(folder: Traversable) -> Mapping[str, str]:
    """Return the text of each template, by the kind of note that it is for."""
    if not folder.is_dir():
        return {}
    return {
        file.name.removesuffix(SUFFIX): file.read_text(encoding="utf-8")
        for file in folder.iterdir()
        if file.name.endswith(SUFFIX)
    }


def template_path(kind: str) -> str:
    """Return the path by which templates name a centre's own wording for a kind of note."""
    return f"brand/{TEMPLATES}/{kind}{SUFFIX}"


def decide_rule(
    centre: Centre, overlay: RuleOverlay, upstream: int, titles: Iterable[str]
) -> RuleDecision:
    """Return what a page shows of a centre's number; `titles` are those of the sources of its claims."""
    return RuleDecision(
        centre=centre.name,
        upstream=upstream,
        source=overlay.source or ", ".join(dict.fromkeys(titles)),
        decided_by=overlay.decided_by,
        decided_on=overlay.decided_on,
        url=overlay.url,
        reason=overlay.reason,
        claims=overlay.claims,
    )


def decide_side(
    centre: Centre, overlay: DisagreementOverlay, upstream: str, upstream_why: str
) -> SideDecision:
    """Return what a page shows of a centre's side."""
    return SideDecision(
        centre=centre.name,
        upstream=upstream,
        upstream_why=upstream_why,
        decided_by=overlay.decided_by,
        decided_on=overlay.decided_on,
        claims=overlay.claims,
    )
