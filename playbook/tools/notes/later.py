"""What a letter that comes later carries from the form: one thing that belongs there, by a rank.

No two letters to one person say it in the same sentence.
"""

import re

from playbook.interview import Interview
from playbook.phrasing.frames import put
from playbook.phrasing.interest import because_it_draws
from playbook.phrasing.reasons import is_about_oneself, of_the_place
from playbook.phrasing.recollection import Recalled, recall_later, worth_recalling
from playbook.plan.model import Situation
from playbook.tools.notes.model import Recipient
from playbook.tools.notes.own_deeds import best_deed
from playbook.tools.notes.talk import from_outside, is_one, known_names

MANNERS = {
    "check-in-1": "glad",
    "new-date": "since",
    "check-in-2": "again",
    "feedback-request": "pleasure",
    "rejection-thanks": "thanks",
    "stay-in-touch": "still",
}
"""How each kind of letter comes back to the talk."""
SECOND_BEST = ("check-in-2", "rejection-thanks")
"""Kinds that come back to another thing than the first, where there is one."""
_NEARBY = re.compile(
    r"\b(?:streets?|minutes?|mins?|miles?|km|kilomet\w+|stops?|walk) (?:away|from|walk)\b",
    re.IGNORECASE,
)
"""How near the reader lives, which is no reason to come back to."""
NOT_THERE = {"thanks": "pleasure"}
"""Another manner, to somebody who wasn't there and so told nothing."""
FOR_PLAIN = ("glad", "thanks", "still")
"""Manners that fit a plain fact, of which nobody says that it was a pleasure."""
GOOD = 1
"""The last rank of what is about the work and good to hear."""
BECAUSE = ("check-in-1", "feedback-request", "stay-in-touch")
"""Kinds that say why the reader would like the job."""


def later_facts(
    situation: Situation, to: Recipient, kind: str, *, has_news: bool
) -> dict[str, str]:
    """Return what this kind of letter comes back to: the talk, a reason, something done. Each may be empty."""
    interview = situation.interview
    because = _because(interview, kind) if kind in BECAUSE else ""
    deed = _in_case(interview) if kind == "check-in-2" and not has_news else ""
    has_news = has_news and kind != "feedback-request"
    says_enough = has_news or bool(deed or because)
    quiet = kind in ("check-in-1", "check-in-2", "feedback-request") and says_enough
    return {
        "still_because": "" if kind == "check-in-1" and has_news else because,
        "in_case_sentence": deed,
        "recalled_sentence": "" if quiet else _recalled(interview, to, kind),
    }


def _recalled(interview: Interview, to: Recipient, kind: str) -> str:
    manner = MANNERS.get(kind, "")
    was_there = to.path.startswith("interviewers")
    manner = manner if was_there else NOT_THERE.get(manner, manner)
    if not manner or interview.contact.works_for == "agency":
        return ""
    every = things_to_recall(interview, to)
    best = [each for each in every if each.rank <= GOOD or manner in FOR_PLAIN]
    if kind == "feedback-request" and not was_there and len(best) == 1:
        return ""
    second = kind in SECOND_BEST and len(best) > 1
    return recall_later(manner, best[int(second)]) if best else ""


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


def _because(interview: Interview, kind: str) -> str:
    """Return why the reader would like the job, as it follows 'I'm still interested'; not what they get from it.

    After a no, only what speaks of them.
    """
    if interview.contact.works_for == "agency" or interview.statement.sure == "not-sure":
        return ""
    text = because_it_draws(interview.statement.draws, one_person=is_one(interview)).text
    if not text or _NEARBY.search(text) or is_about_oneself(text):
        return ""
    words = of_the_place(text.removeprefix("because "), interview.employer)
    of_them = words.startswith(("you ", "you're ", "you've ", "your ", f"{interview.employer} is "))
    return f"because {words}" if of_them or kind == "check-in-1" else ""


def _in_case(interview: Interview) -> str:
    deed = best_deed(interview, known_names(interview))
    return put("in-case", x=f"{deed}.") if deed else ""
