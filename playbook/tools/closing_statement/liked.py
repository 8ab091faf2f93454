"""What was liked of the talk and why the work draws the reader, joined to each other, and what there is no room for."""

import re
from dataclasses import dataclass, field, replace

from playbook.interview import Interview
from playbook.phrasing.fit import answers
from playbook.phrasing.frames import LeftOut, fill
from playbook.phrasing.interest import why_it_draws
from playbook.phrasing.points import LONGEST_POINT, Point, contracted
from playbook.phrasing.reasons import is_about_oneself
from playbook.phrasing.tidy import trim
from playbook.phrasing.tone import is_rule
from playbook.phrasing.words import words_of
from playbook.render import capitalized
from playbook.tools.closing_statement.deeds import LONG, Deed

MOST_WORDS = 80
"""Words on what was done and liked, with which a statement takes about a minute."""
MOST_SENTENCES = 2
"""Sentences that say what was liked, and behind what was done why the work draws; a third would be a list."""
JOINED = 21
"""Words of two things that were liked, in one sentence."""
_NO_LIKING = ("Thank you ", "You told ", "I was interested ")
"""How a sentence begins that comes back to the talk and tells no liking."""
_LEADS = (
    "Thank you for ",
    "I liked hearing about ",
    "I liked hearing that ",
    "I was interested to hear that ",
    "I like that ",
)
"""What two things that were liked may both begin with: it is said once."""
MOST_LIKED = "What I like most is "
_LIKINGS = (MOST_LIKED, "I like ", "I love ")
"""How a reason begins that says what somebody likes."""
_BEGAN_AS = re.compile(
    r"^you (?:started|began)(?: out| off| here)*(?: as)? an? (?P<job>[a-z-]+)", re.IGNORECASE
)
"""How somebody says where they began: 'you started as an apprentice too'."""


@dataclass(frozen=True, slots=True)
class Liked:
    """Whole sentences on what was liked, the words in them, why the work draws the reader, and what isn't said."""

    lines: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    why: str = ""
    left: tuple[LeftOut, ...] = field(default=())


def liked_of(
    points: tuple[Point, ...],
    told: tuple[Point, ...],
    deeds: tuple[Deed, ...],
    interview: Interview,
    because: str,
) -> Liked:
    """Return what of these points was liked, as it is said after what was `told` and the `deeds`."""
    usable = [each for each in points if each.kind in ("liked", "told", "own")]
    left = [_unused(each, deeds) for each in points if each not in usable]
    usable.sort(key=lambda each: (each.typed.field != "highlights", is_rule(each.words)))
    joined = _joins(because, usable)
    why = contracted(_both_reasons(because, joined) if joined else why_it_draws(because))
    if joined:
        usable.remove(joined)
    usable = _those_alike_first(usable, interview)
    before = [*(each.text for each in told), *(each.text for each in deeds), why]
    long = interview.statement.length == LONG
    chosen = usable if long else _chosen(usable, before)
    told_apart = [each for each in chosen if not _is_liking(each)]
    apart, line_apart = _two_in_one(told_apart)
    likings = [each for each in chosen if each not in told_apart]
    most = MOST_SENTENCES - bool(why and deeds and not long)
    spoken, own_lines, why = _in_sentences(likings, why, most)
    if len(own_lines) + bool(why) >= MOST_SENTENCES and deeds and not long:
        apart, line_apart = [], ""
    left += [replace(each.typed, why="enough") for each in usable if each not in (*apart, *spoken)]
    lines = tuple(filter(None, (line_apart, *own_lines)))
    words = tuple(each.words for each in (*apart, *spoken, *([joined] if joined else [])))
    return Liked(lines, words, why, tuple(left))


def _those_alike_first(points: list[Point], interview: Interview) -> list[Point]:
    """Return the points, first how somebody began in the job that the reader is after."""
    alike = next((each for each in points if _starts_alike(each, interview)), None)
    if alike is None:
        return points
    said = replace(alike, text=fill("aloud-start", x=alike.words), kind="liked")
    return [said, *(each for each in points if each is not alike)]


def _starts_alike(point: Point, interview: Interview) -> bool:
    """Return whether somebody told that they began in the job that the reader is after."""
    began = _BEGAN_AS.match(point.words) if point.kind == "own" else None
    return began is not None and began["job"] in words_of(interview.role).all


def _chosen(points: list[Point], before: list[str]) -> list[Point]:
    """Return what is said to have been liked, as far as there is room in a minute."""
    count = sum(len(each.split()) for each in before)
    said: list[Point] = []
    for each in points:
        words = len(each.as_liked().split())
        if count + words <= MOST_WORDS:
            said.append(each)
            count += words
    return said


def _joins(because: str, points: list[Point]) -> Point | None:
    """Return what they do for a wish that is for the reader alone."""
    if not is_about_oneself(because):
        return None
    said = ("I like that you ", "I liked hearing that you ")
    return next((each for each in points if each.as_liked().startswith(said)), None)


def _both_reasons(because: str, joined: Point) -> str:
    """Return a wish for oneself with what they do for it: 'I want to move up, and I like that you promote'."""
    own = capitalized(because.removeprefix("because "))
    return f"{own}, and {fill('aloud-glad', x=joined.words)}"


def _in_sentences(points: list[Point], why: str, most: int) -> tuple[list[Point], list[str], str]:
    """Return what is said to have been liked, its sentences with two things at most, and why, if it isn't in them.

    Where why is a liking too, it shares the last sentence, or is the last one itself.
    """
    spoken: list[Point] = []
    lines: list[str] = []
    left = list(points)
    shares = why.startswith(_LIKINGS)
    while left and len(lines) < most:
        first = left[0].as_liked()
        both = _together(first, why) if shares else ""
        if both:
            return [*spoken, left[0]], [*lines, both], ""
        told, line = _two_in_one(left)
        spoken += told
        lines.append(line)
        left = [each for each in left if each not in told]
    return spoken, lines, why


def _is_liking(point: Point) -> bool:
    return not point.as_liked().startswith(_NO_LIKING)


def _two_in_one(points: list[Point]) -> tuple[list[Point], str]:
    """Return the first of these points with another that goes into one sentence with it, and that sentence."""
    if not points:
        return [], ""
    first = points[0].as_liked()
    for each in points[1:]:
        if both := _together(first, each.as_liked()):
            return [points[0], each], both
    return points[:1], first


def _together(first: str, second: str) -> str:
    """Return two things that were liked as one sentence; empty where it is long, or the first has two already."""
    if ", and" in first:
        return ""
    most = second.removeprefix(MOST_LIKED)
    alike = next(
        (each for each in _LEADS if first.startswith(each) and second.startswith(each)), ""
    )
    if most != second:
        second = f"most of all I like {most}"
    lead = f"{alike.split()[-1]} " if alike else ""
    one = f"{trim(first)}, and {lead}{second.removeprefix(alike)}"
    return one if len(one.split()) <= JOINED else ""


def _unused(point: Point, deeds: tuple[Deed, ...]) -> LeftOut:
    """Return a point as left out, with the reason."""
    if point.kind in ("practical", "near"):
        return replace(point.typed, why="condition")
    if len(point.words.split()) > LONGEST_POINT:
        return replace(point.typed, why="long-spoken")
    is_open = point.kind in ("hard", "needed") and not any(
        answers(point.words, each.text, told=True) for each in deeds
    )
    return replace(point.typed, why="unanswered" if is_open else "enough")
