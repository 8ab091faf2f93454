"""What can become of the words, and what those come to that name no date."""

from collections.abc import Sequence
from enum import StrEnum

from playbook.promises.lexicon import Item


class Reading(StrEnum):
    """What became of the words."""

    DATED = "dated"
    """An interval of dates."""
    SOON = "soon"
    """'As soon as possible': a mood, no date."""
    OPEN = "open"
    """'We'll be in touch': they named no date."""
    UNCLEAR = "unclear"
    """Not understood."""
    NO_SUCH_DAY = "no-such-day"
    """A date that doesn't exist: 31 April."""
    AMBIGUOUS = "ambiguous"
    """It can be one of the options, and only the reader knows which."""
    PAST = "past"
    """A date, but before the day on which it was said."""


def undated(row: Sequence[Item]) -> Reading:
    """Return what words without a time amount to."""
    if any(item.stands_for("soon") for item in row):
        return Reading.SOON
    is_open = any(item.stands_for("open") or _waits(row, at) for at, item in enumerate(row))
    return Reading.OPEN if is_open else Reading.UNCLEAR


_WHEN = frozenset({"when", "once", "after", "until", "till", "as soon as", "whenever"})
_PEOPLE = frozenset(
    "we weve we're were i ive im they theyve theyre he hes she shes everyone everybody all team panel board"
    " interviews process manager committee others hr director boss".split()
)


def _waits(row: Sequence[Item], at: int) -> bool:
    """Recognise 'When we've decided': they wait for something that has no date."""
    return row[at].text in _WHEN and at + 1 < len(row) and row[at + 1].text in _PEOPLE
