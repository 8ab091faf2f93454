"""An e-mail as it is read: its newest text in passages, with what each points to and the days that it names."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from playbook.business_days import Calendar
from playbook.replies.days import NamedDay, days_named
from playbook.replies.model import Kind
from playbook.replies.newest import Newest
from playbook.replies.passages import Passage, passages
from playbook.replies.signals import CERTAIN, Signal, first_of_class, parts_gone_by, signals_of


@dataclass(frozen=True, slots=True)
class Letter:
    """The newest e-mail in passages, with the signals of each, and what its days are read against."""

    newest: Newest
    passages: tuple[Passage, ...]
    signals: tuple[tuple[Signal, ...], ...]
    sent_on: date
    calendar: Calendar
    month_first: bool | None

    def weight(self, kind: Kind, at: int) -> int:
        """Return how much the passage with this number points to a kind; phrases that overlap count once."""
        alone, shared = self._weights(kind, at)
        return max(alone, shared)

    def total(self, kind: Kind) -> int:
        """Return how much all passages point to a kind; those that point to another one as well make it likely only."""
        weights = [self._weights(kind, at) for at in range(len(self.passages))]
        return max(sum(alone for alone, _ in weights), *(shared for _, shared in weights), 0)

    def own(self, kind: Kind) -> int:
        """Return how much points to a kind and to no other one."""
        return sum(self._weights(kind, at)[0] for at in range(len(self.passages)))

    def is_said_outright(self, kind: Kind) -> bool:
        """Return whether one phrase alone is sure of this kind: 'We're still deciding', and not 'We'll be in touch'."""
        signals = [each for at in range(len(self.passages)) for each in self.of_kind(kind, at)]
        return any(each.group.weight >= CERTAIN for each in signals)

    def _weights(self, kind: Kind, at: int) -> tuple[int, int]:
        """Return what points to this kind alone, and the most that points to it and another."""
        counted: list[Signal] = []
        for signal in sorted(self.of_kind(kind, at), key=lambda each: -each.group.weight):
            if all(signal.end <= each.first or each.end <= signal.first for each in counted):
                counted.append(signal)
        alone = sum(each.group.weight for each in counted if len(each.group.kinds) == 1)
        return alone, max(
            (each.group.weight for each in counted if len(each.group.kinds) > 1), default=0
        )

    def of_kind(self, kind: Kind, at: int) -> Iterator[Signal]:
        """Yield the signals of a kind in the passage with this number."""
        return (each for each in self.signals[at] if kind in each.group.kinds)

    def telling(self, kind: Kind) -> list[int]:
        """Return the numbers of the passages that point to a kind, the strongest first."""
        weights = {at: self.weight(kind, at) for at in range(len(self.passages))}
        return sorted((at for at, weight in weights.items() if weight), key=lambda at: -weights[at])

    def days(self, at: int) -> tuple[NamedDay, ...]:
        """Return the days to come that the passage with this number names."""
        passage = self.passages[at]
        past = parts_gone_by(passage)
        named = days_named(passage, self.sent_on, self.calendar, self.month_first)
        return tuple(
            day for day in named if not any(start <= day.start < end for start, end in past)
        )

    def meeting(self, at: int) -> str:
        """Return the first name of a meeting in this passage ("second interview"), "" where it has none."""
        return first_of_class("@named-meeting", self.passages[at])


def read_letter(
    newest: Newest, sent_on: date, calendar: Calendar, *, month_first: bool | None
) -> Letter:
    """Return an e-mail in passages."""
    texts = tuple(passages(newest.text))
    signals = tuple(map(signals_of, texts))
    return Letter(newest, texts, signals, sent_on, calendar, month_first)


def signals_in(text: str) -> Iterable[Signal]:
    """Yield the signals of a line that stands apart, as a subject does."""
    return (each for passage in passages(text) for each in signals_of(passage))
