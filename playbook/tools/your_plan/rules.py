"""Your plan: which of the tools is at hand, by the reader's choice or by where they stand."""

from dataclasses import dataclass

from playbook.interview import Interview
from playbook.plan.compute import compute as compute_timeline
from playbook.plan.model import State
from playbook.rounds import ARRANGED
from playbook.rulebook import Rulebook
from playbook.tool import Request

TOOLS = ("closing_statement", "debrief", "notes", "timeline", "offer")
"""The tools of the plan, in the order in which a reader needs them."""


@dataclass(frozen=True, slots=True)
class AtHand:
    """The tool at hand, and the id of the sentence that says why."""

    tool: str
    because: str


def at_hand(request: Request, rulebook: Rulebook) -> AtHand:
    """Return the tool that the reader chose, else the one for where they stand.

    The interview needs `ended_on`. Raises MissingData where the country's calendar isn't in place yet.
    """
    interview = request.interview
    assert interview.round.ended_on is not None
    if interview.at_hand:
        return AtHand(interview.at_hand, "because-chosen")
    if request.today < interview.round.ended_on:
        return AtHand("closing_statement", "because-ahead")
    outcome = _outcome(interview)
    if outcome:
        return outcome
    if request.today == interview.round.ended_on and not _has(interview, "notes-written"):
        return AtHand("debrief", "because-today")
    thanks = compute_timeline(request, rulebook).thanks
    if thanks is not None and thanks.state is State.NOW:
        return AtHand("notes", f"because-{thanks.kind}")
    return AtHand("timeline", "because-waiting")


def _outcome(interview: Interview) -> AtHand | None:
    if _has(interview, "decided") or _has(interview, "rejected"):
        return AtHand("timeline", "because-over")
    if _has(interview, "offer"):
        return AtHand("offer", "because-offer")
    return AtHand("timeline", "because-arranged") if _has(interview, ARRANGED) else None


def _has(interview: Interview, kind: str) -> bool:
    return any(event.kind == kind and event.on for event in interview.events)
