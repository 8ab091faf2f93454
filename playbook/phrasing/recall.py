"""What somebody said, or what was talked about, as it is said back to them."""

import re

from playbook.memory import remembered
from playbook.phrasing.beginnings import TELLS
from playbook.phrasing.frames import Framed, LeftOut, fill
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.liking import find_liking, frame_with_liking, with_thing_liked
from playbook.phrasing.noted import pieces_of_talk
from playbook.phrasing.pieces import left_out, split_typed
from playbook.phrasing.reported import classify_report
from playbook.phrasing.tidy import trim
from playbook.phrasing.tone import (
    is_loss,
    is_maxim,
    is_pay,
    is_practical,
    is_rule,
    is_sad,
    is_spared,
    is_welcome,
    may_be_recalled,
    what_is_spared,
)
from playbook.phrasing.words import words_of

_AND_HOW = re.compile(r"(?<!,) and (?=(?:how|why) (?:you|they) )")
"""Where a fact goes on with how something is done."""
OWN_WORDS = frozenset("i i'm i've i'd i'll me my mine".split())
TOLD = ("that", "own")
"""Kinds of what somebody told, which another sentence of theirs may follow."""
_SHOWN = re.compile(
    r"^(?:the|your|our) (?:[a-z-]+ )?"
    r"(?:tour|visit|walk round|walk around|demo|demonstration|tasting|lunch|discussion|conversation|chat|debate)\b",
    re.IGNORECASE,
)
"""What is shown or given to a visitor."""
_DONE_TOGETHER = re.compile(
    r"^(?:the |your |our |my )?(?:[a-z-]+ )?(?:trade test|test task|trial|trial shift|role[- ]play|practical|exercise)$"
    r"|^[a-z]+ing\b(?! how\b).*\btogether(?: at the end)?$|^(?:the )?(?:lunch|coffee|dinner|walk) with\b",
    re.IGNORECASE,
)
"""What was done in the talk, which nobody hears about: 'the trade test', 'tabbing through your checkout together'."""
_PLACE = re.compile(
    r"^(?:the |a |an |your )?(?:[a-z-]+ ){1,2}(?:place|garden|kitchen|workshop|office|building|garden out back)$",
    re.IGNORECASE,
)
"""Where it was, which is seen: 'the quiet place'."""
_SEEN = re.compile(r"^(?:the|your) (?:way|atmosphere|data wall|wall|display)\b", re.IGNORECASE)
"""What is seen there: 'the way the team finishes each other's sentences'."""
_QUALITY = re.compile(
    r"^(?:the |your )(?:[a-z]+ )?(?:candou?r|honesty|openness|frankness|patience|kindness|warmth|humou?r|care|attention"
    r"|willingness|readiness|emphasis|focus|interest|welcome|energy|enthusiasm)\b",
    re.IGNORECASE,
)
"""How somebody was in the talk, which nobody hears about: 'the candour about the debts'."""
_QUESTIONS = re.compile(
    r"^(?:the |your |some )?(?:[a-z]+ ){0,2}(?:questions?|puzzle|case study) (?:on|about|from)\b",
    re.IGNORECASE,
)
"""What the reader was asked."""
THANKS = "Thank you for "
"""How a sentence begins that can share one with the thanks for the talk."""
_TELLING = "telling me that"
MOST_WITH_THANKS = 14
"""Words of what was told that one sentence can hold beside the thanks for the talk."""
MOST_TOLD = 30
"""Words of one sentence with two things that somebody told."""
_BACK = frozenset("it that this them those these".split())
"""Words that stand for what was named in a sentence before."""


@remembered()
def frame_talk(
    name: str,
    text: str,
    turn: int = 0,
    *,
    also: bool = False,
    one_person: bool = True,
    names: tuple[str, ...] = (),
) -> Framed:
    """Return what somebody said, or what was talked about, as it is said back to them.

    `also`: something was recalled before it.
    """
    pieces, left = pieces_of_talk(name, text)
    by_reader = bool(pieces) and TELLS.match(pieces[0]) is not None
    sentences: list[str] = []
    tells = False
    for piece in pieces:
        kind, words = classify_report(
            name, piece, by_reader=by_reader, one_person=one_person, names=names
        )
        words = _AND_HOW.sub(", and ", words) if kind == "that" else words
        if kind == "that" and (spared := what_is_spared(words)):
            kind, words = "spared", spared
        if is_practical(words) and (kind == "about" or sentences):
            kind = "left-practical"
        if not sentences and pieces.index(piece) and not _BACK.isdisjoint(words_of(piece).all):
            left = (*left, left_out(name, piece, "whose"))
        elif kind.startswith("left-"):
            left = (*left, left_out(name, piece, kind.removeprefix("left-")))
        elif len(sentences) == 1 and kind == "about" and piece.startswith("the fact that "):
            sentences[0] = f"{trim(sentences[0])}, and {words.removeprefix('the fact ')}."
        elif not sentences:
            several = name == "highlights" and not one_person
            shown = _shown_and_told(words) if kind == "about" else ""
            words = shown or words
            frame = _frame(name, kind, words, also=also, several=several)
            frame = ("also-shown" if also else "talked-shown") if shown else frame
            sentences.append(fill(frame, turn, x=words))
            tells = kind in TOLD
        elif kind == "thanked" and len(sentences) == 1 and sentences[0].startswith(THANKS):
            sentences[0] = f"{trim(sentences[0])} and {words}."
        elif kind in TOLD and tells and _has_room(sentences, words):
            sentences[0] = f"{trim(sentences[0])}, and that {words}."
        else:
            left = (*left, left_out(name, piece, "rest"))
    return frame_with_liking(sentences, left)


def _has_room(sentences: list[str], words: str) -> bool:
    """Return whether the only sentence so far can hold these words as well."""
    both = f"{' '.join(sentences)} and that {words}"
    return ", and" not in sentences[0] and len(both.split()) <= MOST_TOLD


def is_shown(thing: str) -> bool:
    """Return whether a thing of the talk was shown to the reader: 'the tour of the ward'."""
    return _SHOWN.match(thing) is not None and " and " not in thing


def way_of_noting(thing: str) -> str:
    """Return how a thing of the talk is told: 'enjoyed' where it was done, 'seen' for a place; else empty."""
    if _DONE_TOGETHER.match(thing) or _QUESTIONS.match(thing):
        return "enjoyed"
    if _QUALITY.match(thing):
        return "appreciated"
    return "seen" if _PLACE.match(thing) or _SEEN.match(thing) else ""


def _shown_and_told(words: str) -> str:
    """Return a thing that was shown, and one that was told: 'the tour, and for telling me about your plan'."""
    first, join, other = words.partition(" and ")
    own = words_of(other).at(0) in words_named("small", "determiners")
    both = join and own and " and " not in other and is_shown(first)
    return f"{first}, and for telling me about {other}" if both else ""


def whole_thing(words: str, rest: tuple[str, ...], left: tuple[LeftOut, ...]) -> str:
    """Return the thing that was talked about with all that was noted of it; empty where one sentence can't hold it.

    `words` is how it is told, `rest` are the pieces behind it.
    """
    liked = find_liking(left)
    if not rest:
        return trim(with_thing_liked(words, liked)) if liked else words
    return "" if rest[0].startswith("the fact ") else words


@remembered()
def good_point(text: str, names: tuple[str, ...] = ()) -> str:
    """Return the first thing that somebody told and that is good for people, as a clause; empty where it is none."""
    pieces, _ = split_typed("said", text)
    for piece in pieces[:1]:
        kind, words = classify_report("said", piece, one_person=True, names=names)
        mine = not OWN_WORDS.isdisjoint(words_of(words).all)
        if kind == "that" and not mine and is_welcome(words) and may_be_recalled(words):
            return words
    return ""


def _frame(name: str, kind: str, words: str, *, also: bool, several: bool) -> str:
    """Return which sentence holds these words; where `several` people were met, none that says who told it.

    Glad is the reader only of what is good for people, and of hours, pay and the like nobody says that they stay.
    """
    by_them = name == "said" or not several
    if kind in ("that", "spared"):
        return _frame_of_point(kind, words, also=also, by_them=by_them)
    if kind == "own":
        return (
            "told-plain"
            if by_them and is_sad(words)
            else "said-own"
            if by_them
            else "several-plain"
        )
    own = {"did": "did", "thanked": "shown"}
    if kind in own:
        return f"{'also' if also else 'talked'}-{own[kind]}"
    if kind == "about":
        return _frame_of_thing(name, words, also=also)
    return "also-quote" if also and kind == "quote" else f"said-{kind}"


def _frame_of_thing(name: str, words: str, *, also: bool) -> str:
    """Return which sentence holds a thing: done, seen or shown, or only talked about."""
    way = "through" if words.startswith("how to ") else "shown" if is_shown(words) else ""
    way = way or (way_of_noting(words) if name == "highlights" else "")
    if way:
        return f"{'also' if also else 'talked'}-{way}"
    if is_sad(words) or is_loss(words):
        return "also-trouble" if also else "said-trouble"
    if also:
        return "also-how" if words.startswith(("how ", "why ")) else "also-about"
    return "highlights-about" if name == "highlights" else "said-about"


def _frame_of_point(kind: str, words: str, *, also: bool, by_them: bool) -> str:
    """Return which sentence holds a point; it names nobody unless it was made `by_them` whom the letter is for."""
    if kind == "spared":
        return f"{'several' if not by_them else 'also' if also else 'said'}-spared"
    if by_them and is_maxim(words):
        return "told-maxim"
    if is_practical(words):
        return "said-practical"
    mine = by_them and not OWN_WORDS.isdisjoint(words_of(words).all)
    if also and not mine:
        return "several-also"
    good = is_spared(words) or (is_welcome(words) and not (by_them and is_rule(words)))
    tone = "welcome" if good and not mine else "plain"
    if by_them and tone == "plain" and len(words.split()) > MOST_WITH_THANKS:
        return "told-long"
    return f"told-{tone}" if by_them else f"several-{tone}"


def split_thanks(sentence: str) -> tuple[str, str]:
    """Return what a sentence thanks for, as it follows 'Thank you for meeting me, and for', and what stands behind it.

    Both are empty where it begins in another way, or is too long for that.
    """
    first, _, rest = sentence.partition(". ")
    words = trim(first.removeprefix(THANKS))
    if not first.startswith(THANKS) or len(words.split()) > MOST_WITH_THANKS + len(
        _TELLING.split()
    ):
        return "", ""
    advice = words.removeprefix(f"{_TELLING} I should ")
    to_do = advice != words and not advice.startswith("not ")
    return f"telling me to {advice}" if to_do else words, rest


@remembered()
def frame_for_group(name: str, text: str, turn: int = 0, names: tuple[str, ...] = ()) -> Framed:
    """Return what one of several people said, in a note to all of them."""
    pieces, left = split_typed("said", text)
    sentence = ""
    for piece in pieces:
        kind, words = classify_report("said", piece, one_person=True, names=names)
        if kind != "quote" and not OWN_WORDS.isdisjoint(words_of(words).all):
            kind = "left-about-you"
        elif is_pay(words):
            kind = "left-practical"
        elif kind == "that" and (spared := what_is_spared(words)):
            kind, words = "spared", spared
        if kind.startswith("left-") or sentence:
            why = kind.removeprefix("left-") if kind.startswith("left-") else "rest"
            left = (*left, left_out("said", piece, why))
        else:
            sentence = fill(
                _group_frame(kind, words),
                turn,
                name=name,
                x=words.rstrip(",") + "." if kind == "quote" and words.endswith(",") else words,
            )
    return Framed(sentence, left)


def _group_frame(kind: str, words: str) -> str:
    if kind == "that" and is_practical(words):
        return "group-practical"
    if kind == "about" and (is_sad(words) or is_loss(words)):
        return "group-trouble"
    good = kind == "that" and (is_welcome(words) or is_spared(words))
    return "group-welcome" if good else f"group-{kind}"
