"""What somebody said, or what was talked about, as it is said back to them."""

from playbook.memory import remembered
from playbook.phrasing.beginnings import (
    TELLS,
)
from playbook.phrasing.frames import Framed, LeftOut, put
from playbook.phrasing.lists import LONGEST_THING, parts_of_list
from playbook.phrasing.pieces import left_out, start
from playbook.phrasing.reported import SPOKEN_OF, reported
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import bare, small_first
from playbook.phrasing.tone import is_practical, is_sad, is_welcome
from playbook.phrasing.words import words_of
from playbook.render import capitalized

_HARD_TO_TURN = frozenset("i we they he she us them him her our their his".split())
_OWN = frozenset("i i'm i've i'd i'll me my mine".split())
LONGEST_POINT = 9
"""Words of a point that a sentence can go on after."""
LAST_WAY = 2
"""The way of a frame that ends with the typed words."""
TOLD = ("that", "own")
"""Kinds of what somebody told, which another sentence of theirs may follow."""
_AND_THE_FACT = " and the fact "
"""What joins a second thing of another kind to the first: 'how they train, and the fact you get a buddy'."""


@remembered()
def recalled(
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
    found: list[str] = []
    tells = False
    for piece in pieces:
        kind, words = reported(name, piece, by_reader=by_reader, one_person=one_person, names=names)
        if kind == "about" and is_practical(words):
            kind = "left-practical"
        if (
            len(found) == 1
            and explains(piece, before=pieces[0])
            and found[0].endswith(f"{bare(pieces[0]).lower()}.")
        ):
            found[0] = f"{bare(found[0])}: {small_first(bare(piece), names)}."
        elif kind.startswith("left-"):
            left = (*left, left_out(name, piece, kind.removeprefix("left-")))
        elif not found:
            several = name == "highlights" and not one_person
            frame = _frame(name, kind, words, also=also, several=several)
            found.append(put(frame, _turn_for(frame, words, turn), x=words))
            tells = kind in TOLD
        elif kind in TOLD and tells and len(found) == 1:
            found.append(f"{capitalized(words)}.")
        else:
            left = (*left, left_out(name, piece, "rest"))
    return Framed(" ".join(found), left)


def pieces_of_talk(name: str, text: str) -> tuple[tuple[str, ...], tuple[LeftOut, ...]]:
    """Return what was noted of the talk, one thing after another, and what of it is left out at once."""
    pieces, left = start(name, text)
    return _as_one_list(tuple(part for each in pieces for part in _parts_of(each))), left


def explains(piece: str, before: str) -> bool:
    """Return whether a few words go on about the thing before: 'Your stock. 48 hours, and you let me taste it'."""
    first, rest, _ = piece.partition(", and you ")
    thing = shape_of(bare(before)) is Shape.THING and shape_of(first) is Shape.THING
    return thing and bool(rest) and _HARD_TO_TURN.isdisjoint(words_of(piece).all)


def _turn_for(frame: str, words: str, turn: int) -> int:
    """Return which of a frame's ways: 'your point that … has stayed with me' has no room for a long sentence."""
    too_long = len(words.split()) > LONGEST_POINT or "," in words
    return LAST_WAY if frame == "told-plain" and too_long and turn % 3 else turn


def _parts_of(piece: str) -> tuple[str, ...]:
    """Split 'how they train people and the fact you get a buddy' into two; of a list, the things and each other one."""
    before, join, after = piece.partition(_AND_THE_FACT)
    if join:
        return before, f"the fact {after}"
    parts = parts_of_list(bare(piece))
    things = [each for each in parts if shape_of(each) in SPOKEN_OF]
    others = [each for each in parts if shape_of(each) not in SPOKEN_OF]
    return ("; ".join(things), *others) if things and others else (piece,)


def _as_one_list(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Join things typed as sentences of a word or two to one list: 'Silk. Velvet. The old machines'."""
    plain = [bare(each) for each in pieces]
    short = all(
        shape_of(each) is Shape.THING and len(each.split()) <= LONGEST_THING for each in plain
    )
    return ("; ".join(plain),) if len(plain) > 1 and short else pieces


def _frame(name: str, kind: str, words: str, *, also: bool, several: bool) -> str:
    """Return which sentence holds these words; where `several` people were met, none that says who told it.

    Glad is the reader only of what is good for people, and of hours, pay and the like nobody says that they stay.
    """
    told = name == "said" or not several
    if kind == "that" and told and not _OWN.isdisjoint(words_of(words).all):
        return "said-personal"
    if kind == "own":
        return "said-own" if told else "several-plain"
    if kind == "that" and is_practical(words):
        return "said-practical"
    if kind == "that" and also:
        return "also-that" if told else "several-also"
    if kind == "that":
        tone = "welcome" if is_welcome(words) else "plain"
        return f"told-{tone}" if told else f"several-{tone}"
    if kind == "about" and words.startswith("how to "):
        return "talked-through"
    if kind == "about" and (name == "highlights" or also):
        return "highlights-about"
    return "also-quote" if also and kind == "quote" else f"said-{kind}"


@remembered()
def said_to_all(text: str, turn: int = 0, names: tuple[str, ...] = ()) -> Framed:
    """Return what one of several people said, in a note to all of them that names nobody."""
    pieces, left = start("said", text)
    for piece in pieces[:1]:
        kind, words = reported("said", piece, one_person=True, names=names)
        mine = not _OWN.isdisjoint(words_of(words).all)
        if kind not in ("that", "about") or mine or is_practical(words):
            about = "about-you" if mine else "whose" if kind == "own" else ""
            why = about or _why_unused(kind, words, after="")
            return Framed("", (*left, left_out("said", piece, why)))
        tone = "welcome" if is_welcome(words) else "plain"
        frame = "highlights-about" if kind == "about" else f"several-{tone}"
        return Framed(put(frame, turn, x=words), left)
    return Framed("", left)


@remembered()
def reminded(
    name: str, text: str, *, one_person: bool = True, names: tuple[str, ...] = ()
) -> Framed:
    """Return the first thing that was said or spoken of, as somebody still remembers it weeks later."""
    pieces, left = start(name, text)
    for piece in pieces[:1]:
        kind, words = reported(name, piece, one_person=one_person, names=names)
        mine = not _OWN.isdisjoint(words_of(words).all)
        kind = "that" if kind == "own" else kind
        if kind in ("that", "about") and not (mine or is_practical(words) or is_sad(words)):
            told = "told" if name == "said" or one_person else "heard"
            return Framed(put(f"later-{told}-{kind}", x=words), left)
    return Framed("", left)


def told_of(sentence: str) -> str:
    """Return what was told, as it follows 'thank you for telling me that'; empty where it is sad or says more."""
    lead = "You told me that "
    rest = bare(sentence.removeprefix(lead))
    more = ". " in rest or "stayed with me" in rest
    return rest if sentence.startswith(lead) and not (more or is_sad(rest)) else ""


@remembered()
def said_in_group(name: str, text: str, turn: int = 0, names: tuple[str, ...] = ()) -> Framed:
    """Return what one of several people said, in a note to all of them."""
    pieces, left = start("said", text)
    found = ""
    for piece in pieces:
        kind, words = reported("said", piece, one_person=True, names=names)
        if kind != "quote" and not _OWN.isdisjoint(words_of(words).all):
            kind = "left-about-you"
        if kind.startswith("left-") or found:
            why = kind.removeprefix("left-") if kind.startswith("left-") else "rest"
            left = (*left, left_out("said", piece, why))
        else:
            found = put(
                f"group-{kind}",
                turn,
                name=name,
                x=words.rstrip(",") + "." if kind == "quote" and words.endswith(",") else words,
            )
    return Framed(found, left)


@remembered()
def learned(text: str, *, one_person: bool = True, names: tuple[str, ...] = ()) -> Framed:
    """Return what the reader learned, whoever told it."""
    pieces, left = start("learned", text)
    found = ""
    for piece in pieces:
        kind, words = reported("learned", piece, one_person=one_person, names=names)
        usable = kind in ("that", "about") and not is_practical(words)
        if usable and not found:
            found = put(f"learned-{kind}", x=words)
        else:
            left = (*left, left_out("learned", piece, _why_unused(kind, words, after=found)))
    return Framed(found, left)


def _why_unused(kind: str, words: str, *, after: str) -> str:
    """Return why something that was learned is left out."""
    if kind.startswith("left-"):
        return kind.removeprefix("left-")
    if is_practical(words):
        return "practical"
    return "rest" if after else "shape"


@remembered()
def heard(text: str, *, one_person: bool = True, names: tuple[str, ...] = ()) -> Framed:
    """Return what the reader was told today, as it follows 'You told me': 'that the ward moves', 'about the roof'."""
    pieces, left = start("learned", text, spoken=True)
    found = ""
    for piece in pieces:
        kind, words = reported("learned", piece, one_person=one_person, names=names)
        if kind in ("that", "about") and not found:
            found = put(f"heard-{kind}", x=words)
        else:
            why = kind.removeprefix("left-") if kind.startswith("left-") else "rest"
            left = (*left, left_out("learned", piece, why))
    return Framed(found, left)
