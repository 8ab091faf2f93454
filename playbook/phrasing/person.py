"""Reported speech turned to the person it is sent to: 'we train people' becomes 'you train people'.

Only where it is certain who is meant. Everywhere else nothing comes back, and the reader is asked.
"""

import re

from playbook.memory import remembered
from playbook.phrasing.lexicon import auxiliaries, verbs, words_named
from playbook.phrasing.one_person import WORD, turn_one_person, with_capital_of

_YOU_GUYS = re.compile(r"\byou (?:guys|all|lot|folks)\b|\by['’]?all\b", re.IGNORECASE)
_OURS = {
    "we": "you",
    "we're": "you're",
    "we've": "you've",
    "we'll": "you'll",
    "we'd": "you'd",
    "us": "you",
    "our": "your",
    "ours": "yours",
    "ourselves": "yourselves",
}
_THEIRS = {
    "they": "you",
    "they're": "you're",
    "they've": "you've",
    "they'll": "you'll",
    "they'd": "you'd",
    "them": "you",
    "their": "your",
    "theirs": "yours",
    "themselves": "yourselves",
}
_ANYBODY = frozenset(
    "everyone everybody nobody anyone anybody someone somebody each every person child one none who whoever"
    " student".split()
)
"""Words for one person, whoever it is, of whom 'they' is said as well."""
_MINE = frozenset("i i'm i've i'd i'll me my mine myself".split())
_YOURS = frozenset("you you're you've you'd you'll your yours yourself".split())
_TWO_OF_US = (
    "we talked",
    "we spoke",
    "we discussed",
    "we both",
    "we laughed",
    "we agreed",
    "we met",
    "we walked",
    "we looked",
    "we share",
    "we had",
)


_ASKED_OF_READER = re.compile(
    r"^you(?:['’]ll| will)? (?:need|have to|must|should|had better|already|clearly|obviously)\b"
    r"|^you(?:['’]ve| have) [a-z]+ed\b.*\balready\b|^you\b.*,? so you (?:have|do|are)$",
    re.IGNORECASE,
)
"""What an interviewer asked of the reader, or said of them: 'you need your own van', 'you already do half the job'."""


@remembered()
def turn_to_them(
    text: str, *, by_reader: bool = False, one_person: bool = True, named: bool = False
) -> str | None:
    """Return what somebody said, as it is said back to them; None where it isn't certain who is meant.

    `by_reader`: it is told by the reader ('that I should…'), so 'I' is the reader; else an 'I' may be either.
    `one_person`: it is known who 'he' or 'she' is. `named`: their name stands before, so 'he' and 'she' stay.
    """
    text = _YOU_GUYS.sub("you", text)
    tokens = _plain_words(text)
    if not by_reader and not named and _ASKED_OF_READER.match(text):
        return None
    if not by_reader and not _MINE.isdisjoint(tokens):
        return None
    ours, theirs = not _OURS.keys().isdisjoint(tokens), not _THEIRS.keys().isdisjoint(tokens)
    ones = not named and bool(
        {"he", "she", "he's", "she's", "his", "him", "her", "hers", "himself", "herself"}
        & set(tokens)
    )
    if theirs and not by_reader and not _YOURS.isdisjoint(tokens) and not _names_several(tokens):
        they_first = _first_of(tokens, frozenset(_THEIRS)) < _first_of(tokens, _YOURS)
        if they_first:
            return None
    if ours and (by_reader or not _YOURS.isdisjoint(tokens) or _means_both(text)):
        return None
    if ones and (not one_person or not words_named("small", "person_nouns").isdisjoint(tokens)):
        return None
    if (
        theirs
        and not _YOURS.isdisjoint(tokens)
        and not by_reader
        and "they" in tokens
        and _first_of(tokens, _YOURS) < tokens.index("they")
    ):
        theirs = False
    replacements = {
        **(_OURS if ours else {}),
        **(_THEIRS if theirs and not ours and not _names_several(tokens) else {}),
    }
    text = _swap(text, replacements)
    return turn_one_person(text) if ones else text


_OF_THEMSELVES = re.compile(
    r"^i (?:(?:don't|do not|never|always|only|really|still|just|mostly|first) )*"
    r"(?:want(?! to)|prefer|hire|look (?:for|at)|value|expect|promote|trust|hate|judge|started|founded|read"
    r"|believe in|wish i)\b"
    r"|^i was\b.*\btoo$"
    r"|^my (?:team|door|crew|staff|daughter|son|husband|wife|boss|office|shop|kitchen|ward|class|school|business"
    r"|company|department|people|drivers|nurses|teachers|managers)\b",
    re.IGNORECASE,
)
"""What an interviewer says of themselves and no reader would: 'I don't want tweezers', 'I started on the till'."""
_MINE_AS_YOURS = {
    "i": "you",
    "i'm": "you're",
    "i've": "you've",
    "i'd": "you'd",
    "i'll": "you'll",
    "me": "you",
    "my": "your",
    "mine": "yours",
    "myself": "yourself",
}


def turn_own_words(text: str) -> str | None:
    """Rewrite 'I don't want tweezers' as 'you don't want tweezers'; None where 'I' may be the reader."""
    tokens = _plain_words(text)
    plain = " ".join(text.replace("’", "'").split())
    if not _OF_THEMSELVES.match(plain) or not _YOURS.isdisjoint(tokens) or "am" in tokens:
        return None
    replacements = {**_MINE_AS_YOURS, **_OURS}
    pieces = [
        replacements.get(each.replace("’", "'").casefold(), each) for each in WORD.findall(text)
    ]
    return "".join(pieces).replace("you was", "you were")


def _means_both(text: str) -> bool:
    plain = text.casefold()
    return any(each in plain for each in _TWO_OF_US)


def _first_of(tokens: list[str], group: frozenset[str]) -> int:
    return next((at for at, each in enumerate(tokens) if each in group), len(tokens))


def _names_several(texts: list[str]) -> bool:
    """Return whether 'they' has somebody to stand for in the text itself: the doctors, the team, everyone."""
    at = next((at for at, each in enumerate(texts) if each in _THEIRS), 0)
    return any(_may_be_they(each) for each in texts[:at])


def _may_be_they(word: str) -> bool:
    if word in _ANYBODY or word in words_named("small", "collective"):
        return True
    plural = word.endswith("s") and not word.endswith(("ss", "'s")) and len(word) > len("its")
    return plural and word not in verbs().third and word not in auxiliaries()


def _plain_words(text: str) -> list[str]:
    plain = " ".join(each for each in text.split() if each != "US").replace("’", "'").casefold()
    return [each for each in WORD.findall(plain) if each[0].isalnum()]


def _swap(text: str, replacements: dict[str, str]) -> str:
    pieces = WORD.findall(text)
    return "".join(
        each
        if each == "US"
        else with_capital_of(each, replacements.get(each.replace("’", "'").casefold(), each))
        for each in pieces
    )
