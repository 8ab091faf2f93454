"""What words are read against, and what a time turns out to mean."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

from playbook.business_days import Calendar
from playbook.promises.chart import Node
from playbook.promises.spans import Span, working_week

NO_SUCH_DAY = "no such day"


class NoSuchDayError(ValueError):
    """A date was named that doesn't exist."""


@dataclass(frozen=True, slots=True)
class Meaning:
    """What a time names: the stretches it can be, earliest first.

    `options` are the days between which only the reader can choose. `week` are the days of the week
    that it names, for a weekday that follows. `unit` is what it counts in, for "or the next".
    `amount` is how much time it is, where it is an amount. `ranged`: it says itself from when to when.
    `counted`: it is counted from another time that was named.
    """

    spans: tuple[Span, ...]
    options: tuple[date, ...] = ()
    week: tuple[date, ...] = ()
    unit: str = ""
    amount: tuple[float, float, str] | None = None
    ranged: bool = False
    counted: bool = False

    @property
    def span(self) -> Span:
        """The stretch, where only one is left."""
        return self.spans[-1]


@dataclass(frozen=True, slots=True)
class Scene:
    """Where a time stands: the day it was said, the office, and what came before it in the sentence.

    `month_first`: 4/12 is 12 April; None where nobody knows. `previous` is the time before it, settled;
    `later`: a weekday comes after that one. `anchor` is the day an amount is counted from.
    `bound` is the small word before it.
    """

    said_on: date
    calendar: Calendar
    month_first: bool | None
    previous: Meaning | None = None
    later: bool = False
    anchor: date | None = None
    bound: str = ""

    @property
    def weekend(self) -> frozenset[int]:
        """The closed weekdays."""
        return self.calendar.weekend

    def full_weeks_after(self, on: date, weeks: int) -> date:
        """Return the last working day of the nth full working week that begins after a date."""
        return working_week(on, self.weekend, weeks).last_on


type Means = Callable[[Node, Scene], Meaning]
MEANINGS: dict[str, Means] = {}
"""What each rule of grammar.toml means, by the name that it gives there."""


def means(function: Means) -> Means:
    """Enter a function under its own name."""
    MEANINGS[function.__name__] = function
    return function


def mean(node: Node, scene: Scene) -> Meaning:
    """Return what a time means here. Raises NoSuchDayError for a day that doesn't exist, ValueError for nonsense."""
    while not node.means:
        node = next(child for child in node.parts if child.means or len(child.parts) == 1)
    return MEANINGS[node.means](node, scene)


def coming(meaning: Meaning, scene: Scene) -> Span:
    """Return the first of several stretches that isn't over, else the last."""
    return next(
        (each for each in meaning.spans if each.last_on >= scene.said_on), meaning.spans[-1]
    )
