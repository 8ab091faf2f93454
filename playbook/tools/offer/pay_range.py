"""The reader's own range for pay: whether it ends below its beginning, and its ends in their order."""

from collections.abc import Mapping

from playbook.interview import Interview
from playbook.rulebook import Rulebook
from playbook.tools.offer.amounts import Amount, read_amount
from playbook.tools.offer.words import text


def range_errors(interview: Interview, rulebook: Rulebook) -> Mapping[str, str]:
    """Return what can't be right in the range, by field path."""
    turned = _upside_down(interview)
    if turned is None:
        return {}
    low, high = turned
    message = text(rulebook, "range-upside-down", low=low.text, high=high.text)
    return {"range_to": message}


def range_ends(interview: Interview) -> tuple[str, str]:
    """Return where the range begins and ends, as typed; a reversed one the right way round, for words made of it."""
    from_, to = interview.negotiation.range_from, interview.negotiation.range_to
    return (to, from_) if _upside_down(interview) else (from_, to)


def _upside_down(interview: Interview) -> tuple[Amount, Amount] | None:
    """Return both ends of a range that ends below its beginning; None for any other."""
    low, high = (
        read_amount(interview.negotiation.range_from),
        read_amount(interview.negotiation.range_to),
    )
    if low and high and low.compares_with(high) and high.value < low.value:
        return low, high
    return None
