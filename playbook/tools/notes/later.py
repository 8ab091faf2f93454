"""What a letter that comes later carries from the form: one thing from the talk, or nothing.

The thank-you has told all of it. So a thing stands in one later letter at most, and check-ins leave it alone.
"""

from playbook.interview import Interview
from playbook.phrasing.recollection import Recalled, recall_later, worth_recalling
from playbook.plan.model import Situation
from playbook.tools.notes.model import Recipient
from playbook.tools.notes.talk import from_outside, is_one, known_names

AFTER_A_NO = ("rejection-thanks", "stay-in-touch")
"""Kinds of letters to somebody who has turned the reader down, which come back to the talk, each to the next thing."""
GOOD = 1
"""The last rank of what is about the work and good to hear."""


def later_facts(situation: Situation, to: Recipient, kind: str) -> dict[str, str]:
    """Return what this kind of letter comes back to; empty where it is better without."""
    return {"recalled_sentence": _recalled(situation.interview, to, kind)}


def _recalled(interview: Interview, to: Recipient, kind: str) -> str:
    if kind not in AFTER_A_NO or interview.contact.works_for == "agency":
        return ""
    every = [
        each for each in things_to_recall(interview, to) if each.rank <= GOOD and each.after_a_no
    ]
    left = every[AFTER_A_NO.index(kind) :]
    return recall_later(left[0]) if left else ""


def things_to_recall(interview: Interview, to: Recipient) -> tuple[Recalled, ...]:
    """Return what was talked about and told that a letter to this person may come back to, the best first."""
    names, one = known_names(interview), is_one(interview)
    typed = [("highlights", interview.round.highlights), ("learned", interview.statement.learned)]
    people = list(enumerate(interview.round.interviewers))
    typed += [("said", each.said) for at, each in people if to.path == f"interviewers.{at}"]
    own = to.path.startswith("interviewers")
    others = [] if own else [("said", each.said) for _, each in people]
    every = [
        each
        for name, text in (*typed, *others)
        for each in worth_recalling(name, from_outside(text), one_person=one, names=names)
        if own or each.kind != "own"
    ]
    return tuple(sorted(every, key=lambda each: each.rank))
