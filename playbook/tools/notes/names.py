"""Names in a note: spelled two ways, the wrong person's, another employer's."""

import re
from collections.abc import Iterator

from playbook.interview import Interview
from playbook.memory import remembered
from playbook.tools.notes.look import one_slip, plain_form, words
from playbook.tools.notes.model import Recipient

SHORTEST = 5
"""Letters from which one differing letter is more likely a slip than another word."""
POSSESSIVE = re.compile(r"'s?$")
"""The end of a name that owns something: "James's", "Chris'"."""
INSIDE = re.compile(r"(?<=[\w,;] )[^\W\d_][\w'’\-]*")
"""Words inside a sentence, where a capital letter means a name."""


def names_in(interview: Interview) -> tuple[str, ...]:
    """Every name of a person or an employer in the record, each once."""
    found = [
        *(each.name for each in interview.interviewers),
        *(each.name for each in interview.references),
        *(each.name for each in interview.other_employers),
        *(each.employer for each in interview.other_employers),
        interview.contact_name,
        interview.employer,
        interview.my_name,
    ]
    return tuple(dict.fromkeys(name for name in found if name))


@remembered()
def spelled_two_ways(text: str, names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Each spelling in the text that is one slip away from one of these names, with that name's spelling.

    A hyphen that hangs at the end, as in 'Haupt- und Nebenbahnen', is no part of the spelling.
    """
    inside = (word.rstrip("-") for word in INSIDE.findall(text) if word[0].isupper())
    meant = {found: _meant(found, names) for found in inside}
    return tuple((found, name) for found, name in meant.items() if name)


@remembered()
def _meant(found: str, names: tuple[str, ...]) -> str:
    """The word of a name that this one is a slip of; empty where it is a name itself or its possessive, or none."""
    known = {_straight(word): word for name in names for word in words(name)}
    forms = _straight(found), POSSESSIVE.sub("", _straight(found))
    if not known.keys().isdisjoint(forms):
        return ""
    slips = (word for form, word in known.items() if any(_is_slip(each, form) for each in forms))
    return next(slips, "")


def _straight(word: str) -> str:
    """The word with straight apostrophes: another keyboard is no other spelling."""
    return word.replace("’", "'")


@remembered()
def names_alike(names: tuple[str, ...]) -> tuple[tuple[str, str], ...]:
    """Pairs of whole names that differ by one slip: probably the same person."""
    return tuple(
        (one, other)
        for at, one in enumerate(names)
        for other in names[at + 1 :]
        if _is_slip(one, other)
    )


def greets_another(text: str, to: Recipient, interview: Interview) -> str:
    """The interviewer whom the first line greets in place of this one; empty where all is well."""
    first = text.partition("\n")[0]
    if not to.greet or to.greet in first:
        return ""
    others = [each.greet or each.name for each in interview.interviewers]
    return next((each for each in others if each and each != to.greet and each in first), "")


def other_employers_in(text: str, to: Recipient, interview: Interview) -> Iterator[str]:
    """Employers named in the text that this note isn't for."""
    rows = interview.other_employers
    at_other = to.path.startswith("other_employers")
    own = rows[int(to.path.rpartition(".")[2])].employer if at_other else interview.employer
    every = [interview.employer, *(each.employer for each in rows)]
    for employer in dict.fromkeys(every):
        if employer and employer != own and employer not in own and _stands_in(employer, text):
            yield employer


def _stands_in(name: str, text: str) -> bool:
    """Whether the name stands in the text as a word of its own.

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


def _is_slip(found: str, known: str) -> bool:
    """Whether these are two spellings of one name: other accents, or a slip in a name that isn't short."""
    if found == known or abs(len(found) - len(known)) > 1:
        return False
    if found.casefold() == known.casefold():
        return False
    return plain_form(found) == plain_form(known) or (
        min(len(found), len(known)) >= SHORTEST and one_slip(found, known)
    )
