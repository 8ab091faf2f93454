"""The functions that a page calls, each returning a piece of HTML for that page."""

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from macros.components import find_locked, read_components
from macros.conformance import count_verdicts, read_criteria
from macros.guide import Guide, find_phase
from macros.plays import PHASES
from macros.quoted import QuotedRule
from macros.slots import NO_SLOTS, Slots
from macros.tested import count_tests, read_promises, read_record
from macros.tool import tool
from macros.view import render
from macros.way import draw_way
from playbook.errors import ContentError
from playbook.evidence import TOPICS

_CHANGED = re.compile(r"\[([^\[\]]+)\]")
"""A place in a message that the reader changes."""


@dataclass(frozen=True, slots=True)
class Pages:
    """The guide, seen from the page that is being rendered.

    `here` gives that page's place from the top of the site, and `links_from` the place that its links are
    relative to, where that is another. `today` is the day of the build, and `release_line` says in a
    sentence which release it is.
    """

    guide: Guide
    here: Callable[[], str]
    today: date
    slots: Slots = NO_SLOTS
    links_from: Callable[[], str] | None = None
    release_line: str = ""

    def functions(self) -> tuple[Callable[..., object], ...]:
        """Return what pages can call, under these names."""
        return (
            self.slot,
            self.release,
            self.components,
            self.conformance,
            self.conformance_counts,
            self.tested,
            self.tool,
            self.offline,
            self.stored,
            self.rule,
            self.claim,
            self.figure,
            self.play_head,
            self.play_tools,
            self.play_message,
            self.scored,
            self.evidence,
            self.phase_way,
            self.phase_head,
            self.phase_plays,
            self.at_a_glance,
            self.topics,
            self.evidence_sources,
            self.evidence_claims,
            self.evidence_figures,
            self.evidence_rules,
            self.evidence_disagreements,
        )

    def slot(self, name: str) -> Markup:
        """Return a career centre's own words for this place, and on some places who it is; nothing upstream."""
        words = self.slots.words(name, {"rule": self.rule, "claim": self.claim})
        block = f'<div class="pb-slot" markdown="1">\n\n{words}\n\n</div>' if words else ""
        return self._join(block, self._centre() if name in ("home", "play", "about") else "")

    def release(self) -> str:
        """Return which release the site is, in a sentence."""
        return self.release_line

    def components(self) -> Markup:
        """Return everything that the site carries and others made, with its licence."""
        known = read_components()
        rows = [
            (each, find_locked(each).version, each.inside and known[each.inside].name)
            for each in known.values()
        ]
        return self._render("components", components=rows)

    def conformance(self) -> Markup:
        """Return what we know of each criterion of WCAG 2.2, counted and in a table."""
        return self._render_criteria("conformance")

    def conformance_counts(self) -> Markup:
        """Return how many criteria of WCAG 2.2 have each verdict."""
        return self._render_criteria("conformance_counts")

    def _render_criteria(self, template: str) -> Markup:
        criteria = read_criteria()
        counts = count_verdicts(criteria)
        return self._render(template, criteria=[*criteria.values()], counts=counts)

    def tested(self) -> Markup:
        """Return what the site promises, with the tests that try it and what the newest whole run of them gave."""
        record = read_record()
        rows = [(each, count_tests(each, record)) for each in read_promises().values()]
        return self._render("tested", record=record, rows=rows)

    def tool(self, name: str) -> Markup:
        """Return a tool with its form, its worked example and its numbers."""
        return self._join(
            tool(name, self._base(), self.guide.rulebook),
            self.slot(f"tools/{name}"),
            self.slot("tool"),
        )

    def offline(self) -> Markup:
        """Return the buttons with which a reader saves the guide on their device, where many don't share it."""
        return self._render("offline", kiosk=self.slots.centre.kiosk)

    def stored(self) -> Markup:
        """Return the list of what a browser may have stored, of which the page shows what is there."""
        return self._render("stored", kiosk=self.slots.centre.kiosk)

    def rule(self, identifier: str) -> QuotedRule:
        """Return a rule to quote: `{{ rule("thank-you-email").within }}`. Raises ContentError for none."""
        if identifier not in self.guide.rules:
            raise ContentError(f"{self.here()}: rule '{identifier}' is not known")
        return QuotedRule(self.guide.rules[identifier], self._base())

    def claim(self, identifier: str) -> Markup:
        """Return what a source says, to quote in a sentence of one's own: its words, and the source linked.

        Raises ContentError where there is no such claim.
        """
        if identifier not in self.guide.evidence.claims:
            raise ContentError(f"{self.here()}: claim '{identifier}' is not known")
        claim = self.guide.evidence.claims[identifier]
        return self._render("claim", claim=claim, source=self.guide.evidence.source_of(identifier))

    def figure(self, identifier: str) -> Markup:
        """Return a figure as a card, with what it takes to judge it. Raises ContentError where there is none."""
        if identifier not in self.guide.evidence.figures:
            raise ContentError(f"{self.here()}: figure '{identifier}' is not known")
        return self._render("figure", figure=self.guide.evidence.figures[identifier])

    def play_head(self) -> Markup:
        """Return the line under a play's title: its phase, its moment, how long it takes."""
        play = self.guide.play_at(self.here())
        head = self._render("play_head", play=play, phase=find_phase(play.phase))
        if play not in self.guide.left_out:
            return head
        instead = self.guide.instead_of(play)
        return self._join(head, self._render("left_out", centre=self.slots.centre, instead=instead))

    def play_tools(self) -> Markup:
        """Return links from a play to the tools that do its job, with the kind of note already chosen."""
        return self._render("play_tools", play=self.guide.play_at(self.here()))

    def play_message(self) -> Markup:
        """Return the whole messages of a play, with each place to change marked."""
        messages = self.guide.play_at(self.here()).messages
        split = [(message, _CHANGED.split(message.text.strip())) for message in messages]
        return self._render("play_message", messages=split)

    def scored(self) -> Markup:
        """Return the sentence on who to thank where the answers get marks, the same on every page."""
        return self._render("scored")

    def evidence(self) -> Markup:
        """Return the foot of a play: where it comes from, when it was looked at, what comes next."""
        play = self.guide.play_at(self.here())
        before, after = self.guide.neighbours(play)
        foot = self._render(
            "play_foot",
            play=play,
            sources=self.guide.sources_of(play),
            rules=[self.guide.rules[rule] for rule in play.all_rules],
            late=play.review_by < self.today,
            before=before,
            after=after,
        )
        return self._join(self.slot(f"plays/{play.id}"), self.slot("play"), foot)

    def phase_way(self, here: str = "") -> Markup:
        """Return the way through the five phases; `here` marks the one that the reader stands in."""
        counts = {phase.id: len(self.guide.plays_of(phase.id)) for phase in PHASES}
        return self._render("phase_way", stops=draw_way(counts, here and find_phase(here).id))

    def phase_head(self, phase: str) -> Markup:
        """Return the line under the title of a phase's own page: its number and its name."""
        return self._render("phase_head", phase=find_phase(phase))

    def phase_plays(self, phase: str) -> Markup:
        """Return the plays of one phase as a list of links, each with what it is for."""
        plays = self._render("phase_plays", plays=self.guide.plays_of(find_phase(phase).id))
        return self._join(plays, self.slot(f"phases/{phase}"))

    def at_a_glance(self) -> Markup:
        """Return every play in one line with a box to tick, by phase."""
        return self._render(
            "at_a_glance", phases=[(phase, self.guide.plays_of(phase.id)) for phase in PHASES]
        )

    def topics(self) -> Markup:
        """Return every topic as a link to its place on the page By topic."""
        return self._render("topics", topics=self.guide.topics)

    def evidence_sources(self) -> Markup:
        """Return every source, with how much weight it bears."""
        return self._render("evidence_sources")

    def evidence_claims(self) -> Markup:
        """Return everything that the sources say, and where the guide uses it."""
        return self._render("evidence_claims")

    def evidence_figures(self) -> Markup:
        """Return every figure as a card."""
        return self._render("evidence_figures", topics=TOPICS)

    def evidence_rules(self) -> Markup:
        """Return every number that the tools compute with."""
        return self._render("evidence_rules")

    def evidence_disagreements(self) -> Markup:
        """Return every question on which the sources differ, with our choice."""
        return self._render("evidence_disagreements")

    def _centre(self) -> str:
        centre = self.slots.centre
        return self._render("centre", centre=centre) if centre.name else ""

    def _base(self) -> str:
        """Return what links on the page are relative to, from the top of the site."""
        return (self.links_from or self.here)()

    @staticmethod
    def _join(*blocks: str) -> Markup:
        """Return blocks of a page, with a blank line between them so that Markdown keeps them apart."""
        return Markup("\n\n".join(block for block in blocks if block))  # noqa: S704 - HTML of ours, Markdown of the centre's own

    def _render(self, template: str, **data: object) -> Markup:
        branded = bool(self.slots.centre.name)
        return render(template, self._base(), guide=self.guide, branded=branded, **data)
