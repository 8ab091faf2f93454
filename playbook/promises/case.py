"""A reading that may be doubtful, with what the doubts look at."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise

from playbook.promises.antecedents import POINTS
from playbook.promises.lexicon import Item
from playbook.promises.roles import ANSWER
from playbook.promises.scene import Scene
from playbook.promises.spans import Span
from playbook.promises.times import Sentence, Time

OPENING = frozenset({"from", "after", "more"})
CONCLUDES = frozenset({"so", "then"})
"""Links to a conclusion: 'it's shut on Friday, so Monday'."""

_FORTNIGHT = 14
"""Days within which 'I hope for Friday, but Monday' leaves no doubt."""


@dataclass(frozen=True)
class Case:
    """A reading that may be doubtful: `chosen` are the times it comes from, `answers` those that are denied too."""

    sentence: Sentence
    chosen: Sequence[Time]
    answers: Sequence[Time]
    span: Span
    scene: Scene

    @cached_property
    def coming(self) -> list[Time]:
        """The chosen times that aren't over."""
        return [time for time in self.chosen if time.promised.last_on >= self.scene.said_on]

    @cached_property
    def firm(self) -> list[Time]:
        """Those of them that say when it ends."""
        return [time for time in self.coming if not only_opens(time, self.coming)]

    @cached_property
    def ends(self) -> list[date]:
        """The days on which these end, in order."""
        return sorted({time.promised.last_on for time in self.firm})

    @cached_property
    def words(self) -> list[Item]:
        """The words of their sentences that are part of no time."""
        return outside(self.sentence, self.coming)

    @property
    def settled(self) -> bool:
        """Whether the time named last is called their answer or is the conclusion, and ends as late as any."""
        last = self._last
        if last is None:
            return False
        counts = last.meaning.counted and last.mention.node.means != "unit_later"
        links = [time.mention.link for time in self.firm if time.mention.link != "or"]
        concluded = links[-1:] != [] and links[-1] in CONCLUDES and not counts
        return last.mention.answers or concluded

    @property
    def turns(self) -> bool:
        """Whether it takes the place of one just before it: 'I hope for Friday, but Monday is safer'."""
        last = self._last
        if last is None or (self.explained and not last.mention.answers):
            return False
        near = (self.ends[-1] - self.ends[0]).days <= _FORTNIGHT
        alone = all(time.mention.role == ANSWER for time in self.sentence.times)
        return near and alone and (last.mention.link == "but" or last.mention.bound == "latest")

    @property
    def _last(self) -> Time | None:
        """The time named last, if it ends as late as any."""
        last = self.firm[-1] if self.firm else None
        return last if last and last.promised.last_on == self.ends[-1] else None

    @property
    def explained(self) -> bool:
        """Whether a word says of one of them that it is their answer."""
        return any(time.mention.answers for time in self.coming)


def concludes(time: Time) -> bool:
    """Tell whether a time is a conclusion, or points to the time before it: 'it's shut on Friday, so Monday'."""
    return time.mention.link in CONCLUDES or time.mention.node.means in POINTS


def _opens(time: Time, times: Sequence[Time]) -> bool:
    goes_on = time.mention.node.means == "after_then" and time is not times[-1]
    return time.mention.bound in OPENING or goes_on


def only_opens(time: Time, times: Sequence[Time]) -> bool:
    """Return whether a time only says when it can begin, because another says when it ends."""
    if not _opens(time, times) or all(_opens(each, times) for each in times):
        return False
    if time.mention.link == "or":
        return False
    return time.mention.bound != "after" or not any(each.mention.link == "or" for each in times)


def outside(sentence: Sentence, beside: Sequence[Time]) -> list[Item]:
    """Return the words that are part of no time, in the sentences (full stop to full stop) in which these stand."""
    row = sentence.row
    stops = [-1, *(at for at, item in enumerate(row) if item.stands_for("stop")), len(row)]
    spans = [range(one + 1, two) for one, two in pairwise(stops)]
    nodes = [time.mention.node for time in sentence.times]
    inside = {at for node in nodes for at in range(node.start, node.end)}
    near = [span for span in spans if any(time.mention.node.start in span for time in beside)]
    return [row[at] for span in near for at in span if at not in inside]
