"""Names in a note: spelled two ways, the wrong person's, another employer's."""

import re
from collections.abc import Iterator

from playbook.interview import Interview
from playbook.memory import remembered
from playbook.phrasing.tidy import plain_form
from playbook.tools.notes.model import Recipient
from playbook.tools.notes.reading import one_slip, words

SHORTEST = 5
"""Letters from which one differing letter is more likely a slip than another word."""
POSSESSIVE = re.compile(r"'s?$")
"""The end of a name that owns something: "James's", "Chris'"."""
INSIDE = re.compile(r"(?<=[\w,;] )[^\W\d_][\w'’\-]*")
"""Words inside a sentence, where a capital letter means a name."""


def names_in(interview: Interview) -> tuple[str, ...]:
    """Return every name of a person or an employer in the record, each once."""
    every_name = [
        *(each.name for each in interview.round.interviewers),
        *(each.name for each in interview.references),
        *(each.name for each in interview.decision.other_employers),
        *(each.employer for each in interview.decision.other_employers),
        interview.contact.name,
        interview.employer,
        interview.me.name,
    ]
    return tuple(dict.fromkeys(name for name in every_name if name))


@remembered()
def spelled_two_ways(text: str, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return each spelling in the text that is one slip away from one of these names, with that name's spelling.

    A hyphen that hangs at the end, as in 'Haupt- und Nebenbahnen', is no part of the spelling.
    """
    inside = (word.rstrip("-") for word in INSIDE.findall(text) if word[0].isupper())
    names_by_spelling = {spelling: _name_meant(spelling, names) for spelling in inside}
    return tuple((spelling, name) for spelling, name in names_by_spelling.items() if name)


@remembered()
def _name_meant(spelling: str, names: tuple[str, ...]) -> str:
    """Return the word of a name that this one is a slip of; empty for a name, its possessive, its plural, or none."""
    known = {_straight(word): word for name in names for word in words(name)}
    forms = (
        _straight(spelling),
        POSSESSIVE.sub("", _straight(spelling)),
        _straight(spelling).removesuffix("s"),
    )
    if not known.keys().isdisjoint(forms):
        return ""
    slips = (word for form, word in known.items() if any(_is_slip(each, form) for each in forms))
    return next(slips, "")


def _straight(word: str) -> str:
    """Return the word with straight apostrophes: another keyboard is no other spelling."""
    return word.replace("’", "'")


@remembered()
def names_alike(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Return pairs of whole names that differ by one slip: probably the same person."""
    return tuple(
        (one, other)
        for at, one in enumerate(names)
        for other in names[at + 1 :]
        if _is_slip(one, other)
    )


def both_met(one: str, other: str, interview: Interview) -> bool:
    """Return whether these are two people who were both there: John Smith and Joan Smith."""
    met = [each.name for each in interview.round.interviewers]
    return one in met and other in met


def other_employers_in(text: str, to: Recipient, interview: Interview) -> Iterator[str]:
    """Yield employers named in the text that this note isn't for."""
    rows = interview.decision.other_employers
    at_other = to.path.startswith("other_employers")
    own = rows[int(to.path.rpartition(".")[2])].employer if at_other else interview.employer
    every = [interview.employer, *(each.employer for each in rows)]
    for employer in dict.fromkeys(every):
        if employer and employer != own and employer not in own and _is_meant(employer, text):
            yield employer


def _is_meant(employer: str, text: str) -> bool:
    """Return whether the employer is named as one to work for, not as one that the reader comes from or as a place."""
    at = text.find(employer)
    before = text[:at].casefold().split()[-2:] if at >= 0 else []
    past = {"former", "previous", "last", "old", "in", "from", "left", "near"} & set(before)
    worked = before[-2:-1] in (["worked"], ["job"], ["years"], ["time"], ["trained"])
    return _stands_in(employer, text) and not past and not worked


def _stands_in(name: str, text: str) -> bool:
    """Return whether the name stands in the text as a word of its own.

    Looked for by hand: a pattern of what a reader typed would have to be compiled at each keystroke.
    """
    at = text.find(name)
    while at >= 0:
        if not _is_in_word(text[:at][-1:]) and not _is_in_word(text[at + len(name) :][:1]):
            return True
        at = text.find(name, at + 1)
    return False


def _is_in_word(character: str) -> bool:
    return character.isalnum() or character == "_"


def _is_slip(spelling: str, known: str) -> bool:
    """Return whether these are two spellings of one name: other accents, or a slip in a name that isn't short."""
    if spelling == known or abs(len(spelling) - len(known)) > 1:
        return False
    if spelling.casefold() == known.casefold():
        return False
    return plain_form(spelling) == plain_form(known) or (
        min(len(spelling), len(known)) >= SHORTEST and one_slip(spelling, known)
    )
