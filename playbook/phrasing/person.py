"""Reported speech turned to the person it is sent to: 'we train people' becomes 'you train people'.

Only where it is certain who is meant. Everywhere else nothing comes back, and the reader is asked.
"""

import re

from playbook.memory import remembered
from playbook.phrasing.lexicon import auxiliaries, verbs, words_named

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[\d]+|[^\w\s]|\s+|_")
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
_ONES = {
    "he": "you",
    "she": "you",
    "he'll": "you'll",
    "she'll": "you'll",
    "he'd": "you'd",
    "she'd": "you'd",
}
_ONES_OWN = {
    "his": "your",
    "him": "you",
    "her": "your",
    "hers": "yours",
    "himself": "yourself",
    "herself": "yourself",
}
_ANYBODY = frozenset(
    "everyone everybody nobody anyone anybody someone somebody each every person child one none who whoever"
    " student".split()
)
"""Words for one person, whoever it is, of whom 'they' is said as well."""
_MINE = frozenset("i i'm i've i'd i'll me my mine myself".split())
_YOURS = frozenset("you you're you've you'd you'll your yours yourself".split())
_IRREGULAR = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}
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
    r"^you(?:['’]ll| will)? (?:need|have to|must|should|had better)\b", re.IGNORECASE
)
"""What an interviewer asked of the reader: 'you need your own van'."""


@remembered()
def to_them(
    text: str, *, by_reader: bool = False, one_person: bool = True, named: bool = False
) -> str | None:
    """Return what somebody said, as it is said back to them; None where it isn't certain who is meant.

    `by_reader`: it is told by the reader ('that I should…'), so 'I' is the reader; else an 'I' may be either.
    `one_person`: it is known who 'he' or 'she' is. `named`: their name stands before, so 'he' and 'she' stay.
    """
    text = _YOU_GUYS.sub("you", text)
    found = _plain_words(text)
    if not by_reader and not named and _ASKED_OF_READER.match(text):
        return None
    if not by_reader and not _MINE.isdisjoint(found):
        return None
    ours, theirs = not _OURS.keys().isdisjoint(found), not _THEIRS.keys().isdisjoint(found)
    ones = not named and bool(
        {"he", "she", "he's", "she's", "his", "him", "her", "himself", "herself"} & set(found)
    )
    if theirs and not by_reader and not _YOURS.isdisjoint(found) and not _names_several(found):
        they_first = _first_of(found, frozenset(_THEIRS)) < _first_of(found, _YOURS)
        if they_first:
            return None
    if ours and (by_reader or not _YOURS.isdisjoint(found) or _means_both(text)):
        return None
    if ones and (not one_person or not words_named("small", "person_nouns").isdisjoint(found)):
        return None
    if (
        theirs
        and not _YOURS.isdisjoint(found)
        and not by_reader
        and "they" in found
        and _first_of(found, _YOURS) < found.index("they")
    ):
        theirs = False
    turned = {
        **(_OURS if ours else {}),
        **(_THEIRS if theirs and not ours and not _names_several(found) else {}),
    }
    text = _swap(text, turned)
    return _one_to_you(text) if ones else text


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


def said_of_themselves(text: str) -> str | None:
    """Rewrite 'I don't want tweezers' as 'you don't want tweezers'; None where 'I' may be the reader."""
    found = _plain_words(text)
    plain = " ".join(text.replace("’", "'").split())
    if not _OF_THEMSELVES.match(plain) or not _YOURS.isdisjoint(found) or "am" in found:
        return None
    turned = {**_MINE_AS_YOURS, **_OURS}
    pieces = [turned.get(each.replace("’", "'").casefold(), each) for each in _WORD.findall(text)]
    return "".join(pieces).replace("you was", "you were")


def _means_both(text: str) -> bool:
    plain = text.casefold()
    return any(each in plain for each in _TWO_OF_US)


def _first_of(found: list[str], group: frozenset[str]) -> int:
    return next((at for at, each in enumerate(found) if each in group), len(found))


def _names_several(found: list[str]) -> bool:
    """Return whether 'they' has somebody to stand for in the text itself: the doctors, the team, everyone."""
    at = next((at for at, each in enumerate(found) if each in _THEIRS), 0)
    return any(_may_be_they(each) for each in found[:at])


def _may_be_they(word: str) -> bool:
    if word in _ANYBODY or word in words_named("small", "collective"):
        return True
    plural = word.endswith("s") and not word.endswith(("ss", "'s")) and len(word) > len("its")
    return plural and word not in verbs().third and word not in auxiliaries()


def _plain_words(text: str) -> list[str]:
    plain = " ".join(each for each in text.split() if each != "US").replace("’", "'").casefold()
    return [each for each in _WORD.findall(plain) if each[0].isalnum()]


def _swap(text: str, turned: dict[str, str]) -> str:
    pieces = _WORD.findall(text)
    return "".join(
        each
        if each == "US"
        else _as_before(each, turned.get(each.replace("’", "'").casefold(), each))
        for each in pieces
    )


def _as_before(before: str, after: str) -> str:
    return after[:1].upper() + after[1:] if before[:1].isupper() and after[:1].islower() else after


def _one_to_you(text: str) -> str | None:
    """Rewrite 'He looks at it' as 'you look at it'; None where a verb isn't known."""
    pieces = _WORD.findall(text)
    at = [n for n, each in enumerate(pieces) if each[0].isalnum()]
    for place, n in enumerate(at):
        word = pieces[n].replace("’", "'").casefold()
        if word in ("he's", "she's"):
            if place + 1 >= len(at):
                return None
            after = pieces[at[place + 1]].casefold()
            has = (after in verbs().participle and after not in ("done", "made")) or after in (
                "been",
                "got",
            )
            pieces[n] = _as_before(pieces[n], "you've" if has else "you're")
        elif word in _ONES:
            pieces[n] = _as_before(pieces[n], _ONES[word])
            if word in ("he", "she") and not _agree(pieces, at[place + 1 :]):
                return None
        elif word in _ONES_OWN:
            pieces[n] = _as_before(pieces[n], _ONES_OWN[word])
        elif word in ("and", "but", "or") and place and not _agree_later(pieces, at[place + 1 :]):
            return None
    return "".join(pieces)


def _agree(pieces: list[str], at: list[int]) -> bool:
    """Put the verb after 'you' into its form; whether it is known."""
    for n in at[:2]:
        word = pieces[n].replace("’", "'").casefold()
        if word in _IRREGULAR:
            pieces[n] = _IRREGULAR[word]
            return True
        if word in verbs().third:
            pieces[n] = verbs().third[word]
            return True
        if word in auxiliaries() or word in verbs().past or word.endswith("ed"):
            return True
        if word not in words_named("small", "adverbs"):
            return False
    return False


def _agree_later(pieces: list[str], at: list[int]) -> bool:
    """Put a second verb after 'and' into its form; False where a word may be a verb or a thing."""
    if not at:
        return True
    word = pieces[at[0]].casefold()
    if word in _IRREGULAR:
        pieces[at[0]] = _IRREGULAR[word]
    elif word in verbs().third and verbs().third[word] in verbs().both:
        return False
    elif word in verbs().third:
        pieces[at[0]] = verbs().third[word]
    return True
