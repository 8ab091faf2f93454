"""What says that a weekday is the one after the time before it. Where nothing says so, we ask which one is meant."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import timedelta

from playbook.business_days import next_open_day
from playbook.promises.around import unknown
from playbook.promises.clauses import Mention
from playbook.promises.lexicon import Item
from playbook.promises.roles import ABSENCE, GIVEN_UP, MEETING
from playbook.promises.scene import Meaning, Scene
from playbook.promises.spans import DAYS_A_WEEK, day
from playbook.promises.times import Time

_CLOSE = 2
"""Days within which a second weekday follows on the first: Tuesday, then Wednesday."""
_PLAIN = frozenset({"comma", "stop", "dash", "and", "filler", "bound"})


@dataclass(frozen=True, slots=True)
class Pair:
    """A weekday as the one after the time before it: `between` are the words between them, `first` begins it."""

    last: Time
    mention: Mention
    meaning: Meaning
    between: Sequence[Item]
    first: Item
    scene: Scene

    @property
    def is_near(self) -> bool:
        """Whether the time before it is still to be and within a week, or the weekday is."""
        event = self.last.named if self.scene.anchor else day(self.scene.said_on)
        near = event.size == "day" and (event.first_on - self.scene.said_on).days <= DAYS_A_WEEK
        gone = self.last.mention.denied or self.last.mention.role == GIVEN_UP
        return near and not gone and not any(item.stands_for("if") for item in self.between)


def _waits(pair: Pair) -> bool:
    """Recognise 'I won't know until Monday, so I'll ring you Tuesday', 'no earlier than Monday, by Wednesday'."""
    last = pair.last.mention
    return last.bound in {"from", "after"} and (last.role != ABSENCE or last.denied or last.returns)


def _opens_again(pair: Pair) -> bool:
    """Recognise 'We're off Friday and Monday, so Tuesday'."""
    first_open = next_open_day(pair.last.named.last_on + timedelta(days=1), pair.scene.calendar)
    concludes = pair.mention.link == "so" and pair.last.mention.role == ABSENCE
    other = any(item.raw.istitle() for item in unknown(pair.between))
    # 'I'm off till the 27th, so Kelly will ring by Tuesday': she isn't off
    return concludes and not other and pair.meaning.span.first_on == first_open


def _is_the_one(pair: Pair) -> bool:
    """Recognise 'The board sits on Thursday and we'd ring you the Friday'."""
    return pair.first.article and pair.mention.link in {"and", "then"}


def _follows_closely(pair: Pair) -> bool:
    """Recognise 'We decide on Tuesday and we call on Wednesday'."""
    days = (pair.meaning.span.first_on - pair.last.named.last_on).days
    return pair.last.mention.answers and 0 < days <= _CLOSE


def _comes_next(pair: Pair) -> bool:
    """Recognise 'Friday, or Monday', 'Friday, then Monday'."""
    return pair.is_near and pair.mention.link in {"or", "then"}


def _answers_a_meeting(pair: Pair) -> bool:
    """Recognise 'We meet on Thursday and will call you on Monday'."""
    return pair.is_near and pair.last.mention.role == MEETING and pair.mention.answers


def _is_listed(pair: Pair) -> bool:
    """Recognise 'Tuesday, Wednesday tops', 'hopefully by Friday but more likely Monday'."""
    plain = all(item.text == "but" or _PLAIN & item.classes.keys() for item in pair.between)
    return pair.is_near and plain and not pair.mention.answers


_RELATIONS: tuple[Callable[[Pair], bool], ...] = (
    _waits, _opens_again, _is_the_one, _follows_closely, _comes_next, _answers_a_meeting, _is_listed,
)  # fmt: skip


def follows(pair: Pair) -> bool:
    """Return whether something says that it is the weekday after the time before it."""
    return any(relation(pair) for relation in _RELATIONS)
