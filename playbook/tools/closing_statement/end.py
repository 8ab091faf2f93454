"""How a statement ends: what the reader has promised, and the question about the next step."""

import re

from playbook.interview import Interview
from playbook.phrasing.asks import is_visit, promised
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.tidy import is_empty
from playbook.phrasing.words import words_of

_TIME = re.compile(
    r"\d|\b(?:today|tomorrow|tonight|days?|weeks?|weekend|months?|hours?)\b", re.IGNORECASE
)
_VISIT = re.compile(
    r"\b(?:come (?:back|in|by|over)|trial|second interview|next interview)\b", re.IGNORECASE
)


def promise_aloud(interview: Interview) -> str:
    """Return what the reader will send or come for, as they say it; empty where nothing is owed."""
    owed = tuple(
        (each.what, "") for each in interview.round.promised if each.what and not each.sent_on
    )
    sentence = promised(owed).text.replace("I will ", "I'll ")
    return sentence.replace("As promised, I'll ", "As I promised, I'll ")


def next_step(interview: Interview) -> str:
    """Return what is known of the next step: a 'visit', a 'time', or that it is 'open'."""
    promise = "" if is_empty(interview.round.promise) else interview.round.promise
    if _VISIT.search(promise) or any(is_visit(each.what) for each in interview.round.promised):
        return "visit"
    named = words_named("names", "days") | words_named("names", "months")
    when = _TIME.search(promise) or not named.isdisjoint(words_of(promise).all)
    return "time" if interview.round.promise_on or when else "open"
