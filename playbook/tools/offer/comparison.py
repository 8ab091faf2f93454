"""Offers side by side, on the reader's own weights and points. Nothing is weighed that the reader didn't weigh."""

from dataclasses import fields

from playbook.interview import Interview
from playbook.record_rows import Criterion, Offer
from playbook.tools.offer.model import Comparison, Weighed

COLUMNS = ("offer_1", "offer_2", "offer_3")


def compare(interview: Interview, most_points: int) -> Comparison | None:
    """Return the comparison; None with fewer than two offers or nothing that matters."""
    rows = [row for row in interview.decision.criteria if row.what and row.weight]
    count = max(_offers_named(interview), _offers_with_points(rows))
    if count < len(("one", "other")) or not rows:
        return None
    weighed = [_weighed(row, count, most_points) for row in rows]
    complete = tuple(each for each in weighed if each is not None)
    left_out = tuple(row.what for row, each in zip(rows, weighed, strict=True) if each is None)
    most = sum(each.weight for each in complete) * most_points
    return Comparison(tuple(range(count)), complete, left_out, most) if complete else None


def points(text: str, most: int) -> int | None:
    """Return points as a number; None where there are none, or more than there can be."""
    return int(text) if text and int(text) <= most else None


def _weighed(row: Criterion, count: int, most: int) -> Weighed | None:
    """Return a row with points for every offer; None where one is missing."""
    given = [points(getattr(row, column), most) for column in COLUMNS[:count]]
    known = tuple(each for each in given if each is not None)
    return Weighed(row.what, int(row.weight), known) if len(known) == count else None


def says_something(offer: Offer) -> bool:
    """Return whether anything was written down about this offer."""
    return any(getattr(offer, field.name) for field in fields(Offer))


def _offers_named(interview: Interview) -> int:
    """Return the place of the last offer about which something is written."""
    numbers = [at for at, offer in enumerate(interview.offers, 1) if says_something(offer)]
    return min(max(numbers, default=0), len(COLUMNS))


def _offers_with_points(rows: list[Criterion]) -> int:
    return max(
        (at for row in rows for at, column in enumerate(COLUMNS, 1) if getattr(row, column)),
        default=0,
    )
