"""Where reading on would be a guess: the days to ask about, the reasons in order of weight."""

from collections.abc import Callable, Sequence
from datetime import date

from playbook.promises import doubtful_ends as ends
from playbook.promises import doubtful_roles as roles
from playbook.promises.case import Case

_DOUBTS: tuple[Callable[[Case], Sequence[date]], ...] = (
    roles.leaves_words_unread,
    ends.may_be_denied,
    ends.lies_far_apart,
    ends.guesses_the_year,
    ends.lies_within,
    ends.may_be_outlasted,
    ends.is_cut_off,
    ends.goes_back,
    roles.starts_counting_at_an_event,
    roles.stands_beside_an_event,
    roles.speaks_of_something_else,
    roles.leaves_time_to_decide,
    roles.speaks_of_somebody_else,
    roles.joins_what_nothing_explains,
    roles.ends_uncalled,
    roles.starts_after_it,
    roles.answers_later,
    ends.opens_among_unknown_words,
    ends.opens_after_its_end,
    ends.contradicts_itself,
    ends.names_no_end,
    ends.is_loose,
)


def questions(case: Case) -> tuple[date, ...]:
    """Return the days to ask about, earliest first; none where nothing is doubtful."""
    days = next((days for doubt in _DOUBTS if (days := doubt(case))), ())
    return tuple(sorted(set(days)))
