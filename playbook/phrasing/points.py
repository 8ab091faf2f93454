"""What the reader noted of the talk, as they say it back at its end: what they were told, and what they liked."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from playbook.interview import Interview
from playbook.phrasing.frames import LeftOut, fill
from playbook.phrasing.liking import add_liking
from playbook.phrasing.noted import pieces_of_talk
from playbook.phrasing.people import greet_of, is_interpreter
from playbook.phrasing.pieces import left_out
from playbook.phrasing.recall import is_shown, way_of_noting
from playbook.phrasing.repairs import one_not_other
from playbook.phrasing.reported import classify_report
from playbook.phrasing.tidy import is_empty, trim
from playbook.phrasing.tone import (
    NO,
    is_loss,
    is_maxim,
    is_practical,
    is_rule,
    is_sad,
    is_welcome,
    may_be_told_back,
    what_is_spared,
)
from playbook.phrasing.words import words_of
from playbook.record_rows import Interviewer

LONGEST_POINT = 22
"""Words of such a sentence that can be said without stopping for air."""
_AND_HOW = re.compile(r",? and (?=(?:how|why) )", re.IGNORECASE)
_OF_READER = frozenset("i i'm i've i'd i'll me my mine".split())
_FACT = "the fact that "
_YOU_ARE = re.compile(r"\byou are (?=\w)")
_NEEDED = re.compile(r"\b(?:want|need|expect|accept|hire|take)\b", re.IGNORECASE)
_NEEDED_PERSON = re.compile(
    r"\b(?:needs?|wants?|looking for) (?:somebody|someone|people|a person)\b", re.IGNORECASE
)
_HARD = re.compile(
    r"\b(?:hard|harder|hardest|difficult|tough|must|ha(?:s|ve) to|problems?|challenges?|struggl\w+|short|badly|worst"
    r"|matters?|important|lacks?|missing|lose|losing|late|behind|takes? (?:too|an|a|half)|longer|look at first"
    r"|still a lot|slow|complaints?|turnover|confus\w+|can['’]t|cannot)\b",
    re.IGNORECASE,
)
"""What is hard there, or in want of somebody, which nobody likes to hear."""
_CLAUSE = re.compile(
    r"^(?!(?:how|what|why|when|where|the fact)\b)(?:[a-z-]+ ){1,4}"
    r"(?:(?:takes?|costs?|needs?|keeps?|goes|gets?|runs?|is|are) (?=\S)"
    r"|(?:opens|closes|moves|starts|ends|retires|leaves|grows|changes|expands|merges)\b)"
    r"|^(?:the |your )?[a-z-]+s (?:often |always |sometimes |never |all )?"
    r"(?:confuse|need|want|take|cost|keep|leave|get|fall|stand|complain|wait|ask|have|come)\b",
    re.IGNORECASE,
)
"""A sentence that begins like a thing: 'month end close takes us 12 days', 'a third line opens'."""
_IMPRESSION = re.compile(r"^you (?:all )?(?:seem|seemed|look|looked|were|are so)\b", re.IGNORECASE)
"""How they struck the reader, which nobody says to them."""
_PLACE_AS_SUCH = re.compile(r"^(?:the |an? )?(?P<how>[a-z-]+) place$")
"""'Quiet place': how it is there."""
_RETURNED = re.compile(r"\b(?:come|came|coming) back after\b", re.IGNORECASE)
"""What is good to hear for whoever was away, and noted by themselves."""


@dataclass(frozen=True, slots=True)
class Point:
    """Something of the talk: the sentence that says it back, and the words in it.

    `kind` is "told" for what an answer may follow, "needed" for a person they look for, "hard" for what only an
    answer makes worth saying, "liked" for what is good as it stands, "own" for a story of their own, and
    "practical" for hours and the like. `typed` is how it stands in the record.
    """

    text: str
    words: str
    kind: str
    typed: LeftOut

    def as_liked(self) -> str:
        """Return the point as something that was good to hear."""
        if self.kind in ("liked", "needed"):
            return self.text
        spared = what_is_spared(self.words)
        if spared.startswith(NO):
            return fill("aloud-spared", x=spared.removeprefix(NO))
        tone = "glad" if is_welcome(self.words) or is_rule(self.words) else "interested"
        return fill("aloud-own" if self.kind == "own" else f"aloud-{tone}", x=self.words)


@dataclass(frozen=True, slots=True)
class Noted:
    """What can be said back of the talk, and what can't, with the reason."""

    points: tuple[Point, ...] = ()
    left: tuple[LeftOut, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class _Source:
    """The field of some words, and by whom they were said, as they are addressed where there are several."""

    name: str
    names: tuple[str, ...]
    one: bool
    by: str = ""


def noted_points(interview: Interview) -> Noted:
    """Return what is said back of the talk: their own words first, then what the reader chose to note."""
    people = [
        each
        for each in interview.round.interviewers
        if not is_empty(each.name) and not is_interpreter(each)
    ]
    names = tuple(each.name for each in interview.round.interviewers if each.name)
    one = len(people) == 1
    every = [
        _points_of_field(
            one_not_other(each.said), _Source("said", names, True, _name(each, interview, one=one))
        )
        for each in people
    ]
    every.append(_points_of_field(interview.round.highlights, _Source("highlights", names, one)))
    points = tuple(point for each in every for point in each.points)
    return Noted(points, tuple(left for each in every for left in each.left))


def _name(person: Interviewer, interview: Interview, *, one: bool) -> str:
    return "" if one else greet_of(person, interview)


def _points_of_field(text: str, source: _Source) -> Noted:
    """Return what one field says of the talk, a point for each thing."""
    pieces, left = pieces_of_talk(source.name, text)
    points: list[Point] = []
    unused = [each for each in left if each.why != "aside"]
    for piece in pieces:
        typed = left_out(source.name, trim(piece), "")
        kind, words = classify_report(source.name, piece, one_person=source.one, names=source.names)
        if points and kind == "about" and piece.startswith(_FACT):
            points.extend(_with_fact(points.pop(), words.removeprefix(_FACT), typed))
            continue
        point = _point(kind, words, source, typed)
        if isinstance(point, Point) and _is_sayable(point.text):
            points.append(point)
        else:
            unused.append(replace(typed, why="long-spoken" if isinstance(point, Point) else point))
    return Noted(tuple(_with_liking(points, left)), tuple(unused))


def _is_sayable(text: str) -> bool:
    return all(len(each.split()) <= LONGEST_POINT for each in text.split(". "))


def _with_liking(points: list[Point], left: tuple[LeftOut, ...]) -> Iterator[Point]:
    """Yield the points, the last of them with a liking that stood in brackets."""
    asides = " ".join(f"({each.words})" for each in left if each.why == "aside")
    for at, each in enumerate(points):
        if asides and at == len(points) - 1 and each.kind == "liked":
            typed = replace(each.typed, words=f"{each.typed.words} {asides}")
            yield replace(each, text=add_liking(each.text, left), typed=typed)
        else:
            yield each


def _together(before: Point, typed: LeftOut) -> LeftOut:
    return replace(before.typed, words=f"{before.typed.words}, {typed.words}")


def _with_fact(before: Point, fact: str, typed: LeftOut) -> list[Point]:
    """Return a point with the fact that goes with it; in two where both are too long for one breath."""
    together = f"{trim(before.text)}, and that {fact}."
    if len(together.split()) <= LONGEST_POINT:
        return [replace(before, text=together, typed=_together(before, typed))]
    return [before, Point(fill("aloud-glad", x=fact), fact, "liked", typed)]


def _point(kind: str, words: str, source: _Source, typed: LeftOut) -> Point | str:
    """Return the point that these words make, or why they are better not said back."""
    if kind == "left-way-there":
        return Point(fill("aloud-near"), trim(typed.words), "near", typed)
    if kind.startswith("left-"):
        return kind.removeprefix("left-")
    if kind == "liked":
        return Point(fill("aloud-liked", x=words), words, "liked", typed)
    if kind == "thanked":
        return Point(fill("aloud-shown", x=words), words, "liked", typed)
    if kind not in ("that", "own", "about") or not words or _is_personal(words):
        return "not-back"
    if kind == "about" and source.name != "highlights" and is_clause(words):
        kind = "that"
    report = _report_of(kind, words, source)
    return Point(report.text, words, report.kind, typed) if report else "not-back"


def _is_personal(words: str) -> bool:
    """Return whether words are about the reader, or how they found those whom they met."""
    about_reader = not _OF_READER.isdisjoint(words_of(words).all)
    return about_reader or _IMPRESSION.match(words) is not None


@dataclass(frozen=True, slots=True)
class _Report:
    text: str
    kind: str


def _report_of(kind: str, words: str, source: _Source) -> _Report | None:
    """Return the sentence for what was told or talked about, and its kind; None for what nobody says back."""
    sentence = fill("aloud-told", x=contracted(words), name=source.by)
    chosen = source.name == "highlights"
    if is_maxim(words):
        return None
    if is_practical(words):
        return _Report(sentence, "practical")
    if is_sad(words) and not (is_loss(words) or chosen or kind == "about"):
        return _Report(sentence, "hard")
    if not (may_be_told_back(words) or (chosen and _RETURNED.search(words))):
        return None
    if kind == "about":
        way = way_of_noting(words) if chosen else ""
        if way == "seen" and (place := _PLACE_AS_SUCH.match(words)):
            return _Report(fill("aloud-glad", x=f"it's a {place['how']} place"), "liked")
        way = way or (
            "talked" if words.startswith("how to ") else "shown" if is_shown(words) else "heard"
        )
        return _Report(fill(f"aloud-{way}", x=words), "liked")
    if chosen and kind == "that":
        return _Report(_liked_hearing(words), "liked")
    return _Report(sentence, "own" if kind == "own" else kind_of(words))


def _liked_hearing(words: str) -> str:
    """Return that something was good to hear, and how they do it, which is a second thing that was liked."""
    first, *how = _AND_HOW.split(words, maxsplit=1)
    if not how:
        return fill("aloud-heard-that", x=words)
    return fill("aloud-glad-how", x=first, how=how[0])


def kind_of(words: str) -> str:
    """Return what kind of point these words are, which somebody told of the job."""
    if _NEEDED_PERSON.search(words):
        return "needed"
    if is_welcome(words) or (is_rule(words) and words.startswith(("you don't", "you never"))):
        return "told"
    return "hard" if _HARD.search(words) or _NEEDED.search(words) else "told"


def is_clause(words: str) -> bool:
    """Return whether words that begin like a thing are a sentence."""
    return _CLAUSE.match(words) is not None


def contracted(words: str) -> str:
    """Return words with 'you are' as people say it."""
    return _YOU_ARE.sub("you're ", words)
