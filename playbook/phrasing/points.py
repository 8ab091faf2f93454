"""What the reader noted of the talk, as they say it back at its end: what they were told or liked."""

import re
from dataclasses import dataclass, replace

from playbook.interview import Interview, Interviewer
from playbook.phrasing.frames import put
from playbook.phrasing.people import greet_of, is_interpreter
from playbook.phrasing.recall import and_liked, explains, is_shown, pieces_of_talk
from playbook.phrasing.reported import reported
from playbook.phrasing.subjects import share_subject
from playbook.phrasing.tidy import bare, is_empty, small_first
from playbook.phrasing.tone import is_rule, is_welcome, may_be_told_back
from playbook.phrasing.words import says_same, words_of

MOST_POINTS = 2
"""Things told, and things liked, that a statement bears beside the reader's own deeds."""
LONGEST_POINT = 20
"""Words of such a sentence that one breath holds (house/33)."""
_OF_READER = frozenset("i i'm i've i'd i'll me my mine".split())
_AND_HOW = re.compile(r",? and (?=(?:how|why) )", re.IGNORECASE)
_FACT = "the fact that "
_YOU_ARE = re.compile(r"\byou are (?=\w)")
_NEEDED = re.compile(r"\b(?:want|need|expect|accept|hire|take)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Point:
    """A sentence about the talk, the words in it, and whether it tells something good of those who offer the work."""

    text: str
    words: str
    liked: bool


@dataclass(frozen=True, slots=True)
class _Source:
    """By whom something was told, as they are addressed where there are several, and what the reader has done."""

    by: str = ""
    done: str = ""


def points(interview: Interview) -> tuple[Point, ...]:
    """Return what is said back of the talk; nothing about the reader, their needs, hours, pay or a loss.

    What somebody told that the reader has done something about is told back before it, however good it was to hear.
    """
    people = [
        each
        for each in interview.round.interviewers
        if not is_empty(each.name) and not is_interpreter(each)
    ]
    names = tuple(each.name for each in interview.round.interviewers if each.name)
    one = len(people) == 1
    done = " ".join(f"{each.did} {each.result}" for each in interview.statement.proofs)
    noted = [
        point
        for each in people
        for point in _noted(
            "said", each.said, _Source(_name(each, interview, one=one), done), names, one=True
        )
    ]
    chosen = _noted("highlights", interview.round.highlights, _Source(), names, one=one)
    known = [each for each in (interview.statement.learned, interview.statement.needs) if each]
    fresh = [
        each
        for each in noted
        if not any(says_same(other, each.words) or says_same(each.words, other) for other in known)
    ]
    leads = [each for each in (*fresh, *chosen) if not each.liked][:MOST_POINTS]
    highlights = [each for each in chosen if each.liked][:MOST_POINTS]
    good_first = sorted(
        (each for each in fresh if each.liked), key=lambda each: is_rule(each.words)
    )
    others = good_first[: max(0, MOST_POINTS - len(highlights) - len(leads))]
    return (*leads, *others, *highlights)


def _name(person: Interviewer, interview: Interview, *, one: bool) -> str:
    return "" if one else greet_of(person, interview)


def _noted(
    name: str, text: str, source: _Source, names: tuple[str, ...], *, one: bool
) -> list[Point]:
    """Return what one field says of the talk, a sentence for each thing."""
    pieces, left = pieces_of_talk(name, text)
    noted: list[Point] = []
    for at, piece in enumerate(pieces):
        if at and noted and explains(piece, before=pieces[0]):
            before = noted.pop()
            whole = f"{bare(before.text)}: {small_first(bare(piece), names)}."
            noted.append(Point(whole, before.words, before.liked))
            continue
        kind, words = reported(name, piece, one_person=one, names=names)
        if noted and kind == "about" and piece.startswith(_FACT):
            noted.append(_with_fact(noted.pop(), words.removeprefix(_FACT)))
            continue
        parts = _in_two(kind, words, source)
        noted += [each for each in parts if len(each.text.split()) <= LONGEST_POINT]
    if noted and noted[-1].liked:
        noted[-1] = replace(noted[-1], text=and_liked(noted[-1].text, left))
    return noted


def _with_fact(before: Point, fact: str) -> Point:
    """Return a point with the fact that goes with it; the fact alone where both are too long for one breath."""
    together = f"{bare(before.text)}, and that {fact}."
    if len(together.split()) <= LONGEST_POINT:
        return replace(before, text=together)
    return Point(put("aloud-glad", x=fact), fact, liked=True)


def _in_two(kind: str, words: str, source: _Source) -> list[Point]:
    """Return a point in one sentence, or in two where it goes on with how they do it."""
    first_words, *how = _AND_HOW.split(words, maxsplit=1)
    first = _point(kind, first_words, source)
    if not (first and how and kind == "that"):
        return [each for each in [_point(kind, words, source)] if each]
    second = _point("about", how[0], source)
    return [replace(first, liked=True), *([second] if second else [])]


def _point(kind: str, words: str, source: _Source) -> Point | None:
    """Return the sentence for these words; None where they are better not said back."""
    about_reader = not _OF_READER.isdisjoint(words_of(words).all)
    if not words or not may_be_told_back(words):
        return None
    if kind == "liked":
        return Point(put("aloud-liked", x=words), words, liked=True)
    if about_reader or kind not in ("that", "own", "about"):
        return None
    if kind == "about":
        way = "talked" if words.startswith("how to ") else "shown" if is_shown(words) else "heard"
        return Point(put(f"aloud-{way}", x=words), words, liked=True)
    answered = share_subject(words, source.done)
    if kind == "that" and is_welcome(words) and not answered:
        return Point(put("aloud-glad", x=words), words, liked=True)
    report = put("aloud-told", x=contracted(words), name=source.by)
    if not _NEEDED.search(words) and is_rule(words):
        return Point(put("aloud-remembered", x=words), words, liked=True)
    return Point(report, words, liked=kind == "own" and not _NEEDED.search(words))


def contracted(words: str) -> str:
    """Return words with 'you are' as people say it."""
    return _YOU_ARE.sub("you're ", words)
