"""What can become of the words."""

from enum import StrEnum


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
