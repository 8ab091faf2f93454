"""The debrief: what to write down before it fades, and what several interviews have in common."""

from dataclasses import replace
from datetime import timedelta

from playbook.interview import Interview
from playbook.plan.compute import compute as compute_timeline
from playbook.record_rows import Review
from playbook.rulebook import Rulebook
from playbook.tool import Request
from playbook.tools.debrief.model import Debrief, Open
from playbook.tools.debrief.recurring import everyday_words, recurring


def compute(request: Request, rulebook: Rulebook) -> Debrief:
    """Return the debrief for this request. The interview needs `ended_on`; anything else may be empty.

    Raises MissingData where the country's calendar isn't in place yet.
    """
    interview = request.interview
    assert interview.round.ended_on is not None
    review = review_of(interview)
    earlier = tuple(each for each in interview.reviews if says_something(each))
    others = tuple(each for each in earlier if review is None or not _same(each, review))
    known = (*others, review) if review else earlier
    review_after = timedelta(days=rulebook.number("review-after"))
    everyday = everyday_words(rulebook)
    return Debrief(
        interview=interview,
        plan=compute_timeline(replace(request, previous=None), rulebook),
        open=tuple(_open(interview)),
        review=review,
        is_stored=review is not None and review in earlier,
        review_on=interview.round.ended_on + review_after,
        reviews=known,
        recurring=recurring(known, rulebook.number("recurs-from"), everyday),
    )


def _open(interview: Interview) -> list[Open]:
    """Return the questions whose answers aren't written down yet, what is forgotten soonest first."""
    people = [person for person in interview.round.interviewers if person.name]
    silent = tuple(person.name for person in people if not person.said)
    asks = [
        (not people, Open("ask-interviewers", "interviewers")),
        (bool(silent), Open("ask-said", "interviewers", silent)),
        (
            not interview.round.promise and not interview.round.promise_on,
            Open("ask-promise", "promise", if_any=True),
        ),
        (
            not any(each.what for each in interview.round.promised),
            Open("ask-promised", "promised", if_any=True),
        ),
        (not interview.debrief.talked_about, Open("ask-highlights", "talked_about")),
        (not interview.debrief.unsaid, Open("ask-missed", "unsaid", if_any=True)),
    ]
    return [question for is_open, question in asks if is_open]


def review_of(interview: Interview) -> Review | None:
    """Return this interview's review as typed so far; None while nothing is typed."""
    review = Review(
        employer=interview.employer,
        on=interview.round.ended_on,
        went_well=interview.debrief.went_well,
        went_badly=interview.debrief.went_badly,
        practise=interview.debrief.practise,
    )
    return review if says_something(review) else None


def says_something(review: Review) -> bool:
    """Return whether anything is written in it."""
    return bool(review.went_well or review.went_badly or review.practise)


def _same(one: Review, other: Review) -> bool:
    """Return whether two reviews are of one interview."""
    return (one.employer, one.on) == (other.employer, other.on)
