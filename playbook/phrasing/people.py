"""Who somebody is to the reader: their interviewer, their own manager, an interpreter; and how they are greeted."""

import re
from collections.abc import Iterable

from playbook.interview import Interview
from playbook.phrasing.capitals import usual_name
from playbook.phrasing.greet import greetings
from playbook.phrasing.tidy import without_aside
from playbook.record_rows import Interviewer
from playbook.render import listed

_COLLEAGUE = re.compile(
    r"\bmy (?:current |own |line |present )?"
    r"(?:manager|boss|supervisor|team ?lead(?:er)?|head|principal|headteacher|colleague)\b(?!['’]s\b)"
    r"|\b(?:current|line) (?:manager|boss)\b",
    re.IGNORECASE,
)


def is_colleague(person: Interviewer) -> bool:
    """Return whether the reader works with this person already."""
    return _COLLEAGUE.search(f"{person.name} {person.title}") is not None


_DECIDES = re.compile(
    r"\b(?:head of|lab head|director|manager|owner|chair(?:man|woman|person)?|chief|principal|partner|founder"
    r"|president|vp|ceo|md|proprietor|in[- ]?charge)\b",
    re.IGNORECASE,
)


_HELPS = re.compile(r"\b(?:hr|human|assistant|deputy)\b", re.IGNORECASE)
"""Words of a title behind which somebody else decides."""


def decides(person: Interviewer) -> bool:
    """Return whether this person's title says that they decide, or help to."""
    return _DECIDES.search(person.title) is not None and _HELPS.search(person.title) is None


_OF_MY_BOSS = re.compile(r"\bmy (?:manager|boss|supervisor)['’]s\b", re.IGNORECASE)
_HERE_ALREADY = re.compile(
    r"\b(?:where i (?:already |now |currently )?work|my (?:current|present) employer)\b",
    re.IGNORECASE,
)


def is_internal(interview: Interview) -> bool:
    """Return whether the reader works there already."""
    if _HERE_ALREADY.search(interview.employer):
        return True
    return any(
        is_colleague(each) or _OF_MY_BOSS.search(f"{each.name} {each.title}")
        for each in interview.round.interviewers
    )


def is_interpreter(person: Interviewer) -> bool:
    """Return whether this person interpreted the talk, and decides nothing."""
    return "interpreter" in f"{person.name} {person.title}".casefold()


def name_to_say(name: str) -> str:
    """Return a name as our own sentences say it: in usual capitals, and without what stands in brackets."""
    return name if "@" in name else usual_name(without_aside(name)[0]) or name


def style_of(interview: Interview) -> str:
    """Return how people are greeted: as the reader chose.

    In a formal note with their whole name where no title is known.
    """
    return interview.note.address_as or ("title" if interview.note.tone == "formal" else "")


def greet_of(person: Interviewer, interview: Interview) -> str:
    """Return this person as a letter greets them, or both where two are typed in one row."""
    return listed(greets_of((person,), interview))


def greets_of(people: Iterable[Interviewer], interview: Interview) -> list[str]:
    """Return each of these people as a letter greets them; whoever has no name is left out."""
    style, country = style_of(interview), interview.office.country
    return [
        greet
        for each in people
        for greet in ([each.greet] if each.greet else greetings(each.name, style, country))
    ]
