"""What the debrief answers with: what is open, what is written down, and what recurs over several interviews."""

from dataclasses import dataclass
from datetime import date

from playbook.interview import Interview
from playbook.plan.model import Plan, Step
from playbook.record_rows import Review


@dataclass(frozen=True, slots=True)
class Open:
    """A question that is still to be answered, by the id of its sentence, and the field for the answer.

    `if_any`: there may be nothing to write, and then it may stay open.
    """

    question: str
    field: str
    names: tuple[str, ...] = ()
    if_any: bool = False


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """A line of a review: of which interview, and what it says."""

    review: int
    line: str


@dataclass(frozen=True, slots=True)
class Recurring:
    """What comes up in several interviews. `kind` is good, weak or better."""

    kind: str
    word: str
    mentions: tuple[ReviewLine, ...]

    @property
    def count(self) -> int:
        """In how many interviews."""
        return len({mention.review for mention in self.mentions})


@dataclass(frozen=True, slots=True)
class Debrief:
    """One interview, looked back on; `reviews` are all that are known, the one being written last."""

    interview: Interview
    plan: Plan
    open: tuple[Open, ...]
    review: Review | None
    is_stored: bool
    review_on: date
    reviews: tuple[Review, ...]
    recurring: tuple[Recurring, ...]

    def steps(self, kind: str) -> tuple[Step, ...]:
        """Return the timeline's steps of this kind."""
        return tuple(step for step in self.plan.steps if step.kind == kind)
