"""What the reader loved of the talk, noted in brackets behind a thing: '(loved their questions!!)'."""

import re

from playbook.phrasing.frames import Framed, LeftOut
from playbook.phrasing.tidy import lower_first, trim

_LIKED_IT = re.compile(
    r"^(?:i )?(?:really |just )?(?P<verb>loved|liked|enjoyed) (?=\S)", re.IGNORECASE
)
"""What stands in brackets behind a thing: '(loved their questions!!)'."""
_LIKED_THEIRS = re.compile(
    r"^(?:i )?(?:really |just )?(?P<verb>loved|liked|enjoyed) their (?P<what>\S.*)", re.IGNORECASE
)
"""The same, of what some people there did."""
_LAST_THING = re.compile(
    r"(?P<join> and|^(?:(?:It was (?:also )?(?:good|interesting)|I was glad) to hear|I liked hearing) about)"
    r" (?P<thing>(?:the|your) [a-z-]+(?: [a-z-]+)?)$"
)
"""The last of the things that a sentence names, short enough to take an apostrophe."""


def add_liking(sentence: str, left: tuple[LeftOut, ...]) -> str:
    """Return a sentence on things of the talk with a liking that stood in brackets behind them, if one did."""
    liked = find_liking(left)
    return with_thing_liked(trim(sentence), liked) if liked else sentence


def frame_with_liking(sentences: list[str], left: tuple[LeftOut, ...]) -> Framed:
    """Return the sentences with a liking that stood in brackets, which then isn't left out."""
    liked = find_liking(left)
    if liked is None or not sentences:
        return Framed(" ".join(sentences), left)
    sentences[-1] = with_thing_liked(trim(sentences[-1]), liked)
    return Framed(" ".join(sentences), tuple(each for each in left if each != liked))


def with_thing_liked(sentence: str, liked: LeftOut) -> str:
    """Return the sentence with what was liked; of the last thing in it, where the liking says 'their'."""
    theirs, last = _LIKED_THEIRS.match(liked.words), _LAST_THING.search(sentence)
    if not (theirs and last):
        return f"{sentence}{_and_liked(liked)}."
    own = "'" if last["thing"].endswith("s") else "'s"
    loved = f"I {theirs['verb'].lower()} {last['thing']}{own} {trim(theirs['what'])}"
    return f"{sentence[: last.start()]}, and {loved}." if last["join"] == " and" else f"{loved}."


def find_liking(left: tuple[LeftOut, ...]) -> LeftOut | None:
    """Return the words in brackets that say what the reader loved; None where none do."""
    asides = [each for each in left if each.why == "aside"]
    return next((each for each in asides if _LIKED_IT.match(each.words)), None)


def _and_liked(liked: LeftOut) -> str:
    words = trim(liked.words.removeprefix("I ").removeprefix("i "))
    return f", and I {lower_first(words)}"
