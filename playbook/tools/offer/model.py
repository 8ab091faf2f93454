"""What the offer tool answers with: the clock, what is settled, the counter-offer, and offers side by side."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from playbook.content import Words
from playbook.phrasing.frames import LeftOut
from playbook.plan.model import Plan, State, Step
from playbook.record_rows import Offer
from playbook.tools.offer.amounts import Amount


@dataclass(frozen=True, slots=True)
class TermWords:
    """A point to settle before saying yes (terms.toml)."""

    id: str
    title: Words
    ask: Words
    why: Words
    claims: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Terms:
    """One offer against the list: what is said, and what is missing."""

    number: int
    offer: Offer
    answered: tuple[TermWords, ...]
    missing: tuple[TermWords, ...]


@dataclass(frozen=True, slots=True)
class Clock:
    """When to do what about this offer. `plan` holds the calendar and the rules it was counted with."""

    plan: Plan
    steps: tuple[Step, ...]
    decide_by: date
    named: bool
    too_soon: bool

    @property
    def passed(self) -> bool:
        """Whether the date for the answer has gone by without one."""
        return self.steps[-1].state is State.LATE

    @property
    def next_step(self) -> Step | None:
        """What to do first."""
        doable = [step for step in self.steps if step.state in (State.NOW, State.LATE)]
        coming = [step for step in self.steps if step.is_open]
        return next(iter(doable or coming), None)


@dataclass(frozen=True, slots=True)
class PayGap:
    """The pay offered and the reader's range. `kind` is below, within, top, other-unit or not-a-number."""

    kind: str
    pay: str = ""
    low: Amount | None = None
    high: Amount | None = None
    offered: Amount | None = None
    gap: int = 0


@dataclass(frozen=True, slots=True)
class Weighed:
    """Something that matters, with its weight and each offer's points for it."""

    what: str
    weight: int
    points: tuple[int, ...]

    def product(self, offer: int) -> int:
        """Return weight times points of this offer."""
        return self.weight * self.points[offer]


@dataclass(frozen=True, slots=True)
class Comparison:
    """Offers side by side: sums of weight times points, out of `most`."""

    offers: tuple[int, ...]
    rows: tuple[Weighed, ...]
    left_out: tuple[str, ...]
    most: int

    def total(self, offer: int) -> int:
        """Return the sum for this offer."""
        return sum(row.product(offer) for row in self.rows)

    @property
    def totals(self) -> tuple[int, ...]:
        """The sums, in the order of the offers."""
        return tuple(self.total(offer) for offer in range(len(self.offers)))

    @property
    def is_even(self) -> bool:
        """Whether the two best have the same sum."""
        best = sorted(self.totals)[-2:]
        return best[0] == best[-1]

    @property
    def turns_with_one_step(self) -> bool:
        """Whether one weight more or less would bring the best level with another, or below it."""
        totals = self.totals
        best = totals.index(max(totals))
        return any(
            abs(row.points[other] - row.points[best]) >= totals[best] - totals[other]
            for row in self.rows
            for other in range(len(totals))
            if other != best
        )


@dataclass(frozen=True, slots=True)
class OfferAnswer:
    """Everything about the offers on one day."""

    clock: Clock | None
    terms: tuple[Terms, ...]
    pay: PayGap | None
    counter: str
    thanks: str
    left: tuple[LeftOut, ...]
    comparison: Comparison | None
    too_many: bool
    errors: Mapping[str, str]
    foreign: bool = False
    """What was typed is in another language, so no words of ours are offered."""
