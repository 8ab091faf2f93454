"""Several plans in one debrief: their reviews join the record, so that what recurs can be seen."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from datetime import date
from typing import Any

from playbook.applications import at_hand, joined, own_days
from playbook.applications import others as others_of
from playbook.interview import Interview
from playbook.record import read_interview
from playbook.record_rows import Review
from playbook.tool import Record
from playbook.tools.debrief.rules import review_of, says_something


def gather(record: Record, others: Sequence[Record]) -> Record:
    """Return the record with the reviews of other plans, each interview once.

    Where the record has no interview yet, the newest plan takes its place.
    """
    read = [(each, read_interview(each)[0]) for each in others]
    if not record.get("ended_on") and read:
        newest, _ = max(read, key=lambda each: each[1].round.ended_on or date.min)
        record = joined(newest, others_of(record)) | own_days(record)
    here, _ = read_interview(at_hand(record))
    known = {_interview_of(each) for each in here.reviews} | {(here.employer, here.round.ended_on)}
    gathered = {
        _interview_of(review): row_of(review)
        for _, interview in read
        for review in _reviews(interview)
        if _interview_of(review) not in known
    }
    if not gathered:
        return record
    return {**record, "reviews": [*map(row_of, here.reviews), *gathered.values()]}


def row_of(review: Review) -> dict[str, str]:
    """Return a review as the record holds it."""
    values: dict[str, Any] = {field.name: getattr(review, field.name) for field in fields(review)}
    return {
        name: value.isoformat() if isinstance(value, date) else value or ""
        for name, value in values.items()
    }


def _interview_of(review: Review) -> tuple[str, date | None]:
    return review.employer, review.on


def _reviews(interview: Interview) -> Iterator[Review]:
    """Yield what a plan says about its own interview, and the reviews that it keeps of others."""
    own = review_of(interview)
    yield from (each for each in interview.reviews if says_something(each))
    if own:
        yield own
