"""Where every number and every piece of advice comes from: sources, claims, figures, disagreements, rules."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from playbook.brand import RuleDecision, SideDecision
from playbook.content import Words

HOUSE = "house"
STRENGTHS = ("research", "survey", "official", "practice", "opinion", HOUSE)
CLAIM_KINDS = ("do", "time", "say", "avoid", "figure", "mind")
TOPICS = ("closing", "thank-you", "waiting", "answer", "unverified")


@dataclass(frozen=True, slots=True)
class Source:
    """A text that claims come from. `strength` says how much weight it bears, one of STRENGTHS.

    `centre` names the career centre that added it; nobody for one of ours.
    """

    id: str
    title: str
    what: Words
    strength: str
    published: str = ""
    url: str = ""
    centre: str = ""


@dataclass(frozen=True, slots=True)
class Claim:
    """One thing a source says, in our words; `kind` is one of CLAIM_KINDS.

    `against` is the disagreement in which the playbook advises against it, if it does.
    """

    id: str
    kind: str
    text: Words
    against: str = ""

    @property
    def source(self) -> str:
        """The id of the source that says it: "closing-coach/13" is said by "closing-coach"."""
        return self.id.partition("/")[0]


@dataclass(frozen=True, slots=True)
class Figure:
    """A number that somebody measured, with what it takes to judge it; `topic` is one of TOPICS.

    `means` goes on where `value` ends: "80%", "of HR managers call a thank-you message helpful".
    `only_summary`: what stands at `url` was read in its summary only.
    """

    id: str
    topic: str
    value: str
    means: str
    asked: str
    denominator: str
    country: str
    year: str
    publisher: str
    weakness: str
    checked_on: date
    evidence_row: int
    url: str = ""
    quoted_by: str = ""
    only_summary: bool = False


@dataclass(frozen=True, slots=True)
class Position:
    """One side of a disagreement: what is said, by our claims or by somebody beyond them (`who`).

    `url` is where they say so, and `year` when they said it or when we read it.
    """

    says: Words
    claims: tuple[str, ...] = ()
    who: str = ""
    url: str = ""
    year: str = ""


@dataclass(frozen=True, slots=True)
class Disagreement:
    """A question on which sources differ, with the default that the playbook takes and why.

    The positions stand in order between two `ends`, where there is such a scale; our own choice
    follows `ours_after` of them. `decision` is there where a centre takes a side of its own.
    """

    id: str
    question: Words
    default: Words
    why: Words
    positions: tuple[Position, ...]
    ours_after: int
    ends: tuple[Words, ...] = ()
    decision: SideDecision | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """A number that a tool computes with. `house` marks our own default, which no source states.

    `name` says to a reader what it is the number of.
    `decision` is there where a centre set the number; everything else stays as upstream has it.
    """

    id: str
    name: str
    value: int
    unit: str
    claims: tuple[str, ...]
    house: bool = False
    reason: Words = ""
    disagreements: tuple[str, ...] = ()
    decision: RuleDecision | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """Everything of playbook/evidence/, by id."""

    sources: Mapping[str, Source]
    claims: Mapping[str, Claim]
    figures: Mapping[str, Figure]
    disagreements: Mapping[str, Disagreement]

    def source_of(self, claim: str) -> Source:
        """Return the source of a claim's id."""
        return self.sources[self.claims[claim].source]

    def cited(self, claims: Iterable[str]) -> tuple[tuple[Claim, Source], ...]:
        """Return these claims, each with the source that makes it."""
        return tuple((self.claims[id], self.source_of(id)) for id in claims)
