"""The whole guide as data: the plays, the rules and the evidence, and who uses what."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from macros.plays import PHASES, Phase, Play, find_topics, read_plays
from macros.rules import ToolRule, list_tool_rules
from playbook.brand import OWN
from playbook.errors import ContentError
from playbook.evidence import Claim, Evidence, Source
from playbook.rulebook import Rulebook, read_rulebook


@dataclass(frozen=True, slots=True)
class Use:
    """Where a claim or a disagreement does its work."""

    plays: tuple[Play, ...]
    rules: tuple[ToolRule, ...]


@dataclass(frozen=True, slots=True)
class Guide:
    """Everything that the pages show, read once for a build.

    `left_out` are plays that a career centre leaves out, or has one of its own instead, of the same
    name: they keep their page, and are listed nowhere.
    """

    plays: tuple[Play, ...]
    rules: Mapping[str, ToolRule]
    rulebook: Rulebook
    left_out: tuple[Play, ...] = ()
    topics: tuple[str, ...] = ()

    @property
    def evidence(self) -> Evidence:
        """Where every number and every piece of advice comes from."""
        return self.rulebook.evidence

    def play_at(self, url: str) -> Play:
        """Return the play whose page this is. Raises ContentError for any other page."""
        for play in (*self.plays, *self.left_out):
            if play.url == url:
                return play
        raise ContentError(f"{url}: not the page of a play")

    def instead_of(self, play: Play) -> Play | None:
        """Return the play that a career centre has in the place of this one of ours, if it has one."""
        return next((own for own in self.plays if own.local and own.id == play.id), None)

    def plays_of(self, phase: str) -> tuple[Play, ...]:
        """Return the plays of one phase, in order."""
        return tuple(play for play in self.plays if play.phase == phase)

    def neighbours(self, play: Play) -> tuple[Play | None, Play | None]:
        """Return the play before and the play after, along the whole way."""
        if play in self.left_out:
            return None, None
        at = self.plays.index(play)
        before = self.plays[at - 1] if at else None
        after = self.plays[at + 1] if at + 1 < len(self.plays) else None
        return before, after

    def claims_of(self, source: str) -> tuple[Claim, ...]:
        """Return what one source says, in its order."""
        return tuple(claim for claim in self.evidence.claims.values() if claim.source == source)

    def sources_of(self, play: Play) -> tuple[tuple[Source, tuple[str, ...]], ...]:
        """Return what a play rests on: each source once, in the play's order, with the ids of its claims."""
        of_source: dict[str, list[str]] = {}
        for claim in play.claims:
            of_source.setdefault(self.evidence.source_of(claim).id, []).append(claim)
        return tuple((self.evidence.sources[id], tuple(ids)) for id, ids in of_source.items())

    def use_of_claim(self, claim: str) -> Use:
        """Return the plays and rules that rest on a claim."""
        return Use(
            tuple(play for play in self.plays if claim in play.claims),
            tuple(rule for rule in self.rules.values() if claim in rule.rule.claims),
        )

    def uncited(self) -> tuple[Claim, ...]:
        """Return the claims of ours that no play and no rule rests on: none, if the guide is whole."""
        cited = {claim for play in (*self.plays, *self.left_out) for claim in play.claims}
        cited |= {claim for rule in self.rules.values() for claim in rule.rule.claims}
        ours = {id: one for id, one in self.evidence.claims.items() if not id.startswith(OWN)}
        return tuple(claim for id, claim in ours.items() if id not in cited)

    def use_of_rule(self, rule: str) -> tuple[Play, ...]:
        """Return the plays that quote a rule."""
        return tuple(play for play in self.plays if rule in play.all_rules)

    def use_of_disagreement(self, disagreement: str) -> Use:
        """Return the plays and rules in which our choice between sources shows."""
        return Use(
            tuple(play for play in self.plays if disagreement in play.disagreements),
            tuple(rule for rule in self.rules.values() if disagreement in rule.rule.disagreements),
        )

    def shows_whole(self, play: Play, disagreement: str) -> bool:
        """Tell whether a play shows a disagreement with its scale: the first that has it; the others link to it."""
        return next(iter(self.use_of_disagreement(disagreement).plays), play) == play


def read_guide(docs_dir: Path) -> Guide:
    """Return the guide as it stands on disk, rules and all. Raises ContentError for any mistake in it."""
    rulebook = read_rulebook()
    centre = rulebook.centre
    plays = read_plays(docs_dir, rulebook, local=bool(centre.name))
    left_out = tuple(play for play in plays if not play.local and play.id in centre.hide_plays)
    return Guide(
        plays=tuple(play for play in plays if play not in left_out),
        rules=list_tool_rules(rulebook),
        rulebook=rulebook,
        left_out=left_out,
        topics=find_topics(docs_dir, local=bool(centre.name), hidden=centre.hide_plays),
    )


def find_phase(phase: str) -> Phase:
    """Return a phase by its id. Raises ContentError for an id that isn't one of the five."""
    for known in PHASES:
        if known.id == phase:
            return known
    known_ids = ", ".join(known.id for known in PHASES)
    raise ContentError(f"'{phase}' is not a phase; the phases are {known_ids}")
