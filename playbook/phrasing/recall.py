"""What somebody said, or what was talked about, as it is said back to them."""

import re

from playbook.memory import remembered
from playbook.phrasing.beginnings import ASKED, NEAR_HOME, SORRY, TELLS, TOLD_TO, WE_TALKED
from playbook.phrasing.frames import Framed, put
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.lists import parts_of_list
from playbook.phrasing.person import said_of_themselves, to_them
from playbook.phrasing.pieces import left_out, start, why_not, with_the
from playbook.phrasing.shape import quoted_words, shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import bare, small_first
from playbook.phrasing.words import words_of
from playbook.render import capitalized, listed

_YOUR = re.compile(r"\byour\b")
SPOKEN_OF = (Shape.THING, Shape.WH, Shape.DOING, Shape.ABOUT)
"""Shapes of what can be spoken about."""
_HARD_TO_TURN = frozenset("i we they he she us them him her our their his".split())
_OWN = frozenset("i i'm i've i'd i'll me my mine".split())
_YOURS = frozenset("you your you're you've you'll yours".split())
LONGEST_POINT = 9
"""Words of a point that a sentence can go on after."""
LAST_WAY = 2
"""The way of a frame that ends with the typed words."""
_O_CLOCK = re.compile(
    r"\b(?:(?:days?|\w+day|weekend) off|o'clock|\d{1,2} ?[ap]m|at noon"
    r"|half (?:past )?(?:six|seven|eight|nine|ten|two|three|four|five|\d))\b",
    re.IGNORECASE,
)
_LASTS = re.compile(
    r"\b\d+ hours\b(?! (?:a|per|each|every) (?:week|day|month)| shifts?)", re.IGNORECASE
)
"""How long something takes, which is no working time: 'your stock, 48 hours'."""
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
    """What somebody said, or what was talked about, as it is said back to them.

    `also`: something was recalled before it.
    """
    pieces, left = start(name, text)
    pieces = tuple(part for each in pieces for part in _without_fact(each))
    by_reader = bool(pieces) and TELLS.match(pieces[0]) is not None
    found: list[str] = []
    for piece in pieces:
        kind, words = _recall(name, piece, by_reader=by_reader, one_person=one_person, names=names)
        if kind == "about" and is_practical(words):
            kind = "left-practical"
        if (
            len(found) == 1
            and _explains(piece, before=pieces[0])
            and found[0].endswith(f"{bare(pieces[0]).lower()}.")
        ):
            found[0] = f"{bare(found[0])}: {small_first(bare(piece), names)}."
        elif kind.startswith("left-"):
            left = (*left, left_out(name, piece, kind.removeprefix("left-")))
        elif not found:
            several = name == "highlights" and not one_person
            frame = _frame(name, kind, words, also=also, several=several)
            found.append(put(frame, _turn_for(frame, words, turn), x=words))
        elif kind == "that" and len(found) == 1:
            found.append(f"{capitalized(words)}.")
        else:
            left = (*left, left_out(name, piece, "rest"))
    return Framed(" ".join(found), left)


def _explains(piece: str, before: str) -> bool:
    """Whether a few words go on about the thing before: 'Your stock. 48 hours, and you let me taste it'."""
    first, rest, _ = piece.partition(", and you ")
    thing = shape_of(bare(before)) is Shape.THING and shape_of(first) is Shape.THING
    return thing and bool(rest) and _HARD_TO_TURN.isdisjoint(words_of(piece).all)


def _turn_for(frame: str, words: str, turn: int) -> int:
    """Which of a frame's ways: 'your point that … has stayed with me' has no room for a long sentence."""
    too_long = len(words.split()) > LONGEST_POINT or "," in words
    return LAST_WAY if frame == "told-plain" and too_long and turn % 3 else turn


def _without_fact(piece: str) -> tuple[str, ...]:
    """'How they train people and the fact you get a buddy' as two things."""
    before, join, after = piece.partition(_AND_THE_FACT)
    return (before, f"the fact {after}") if join else (piece,)


def _frame(name: str, kind: str, words: str, *, also: bool, several: bool) -> str:
    """Which sentence holds these words; where `several` people were met, none that says who told it.

    Glad is the reader only of what is good for people, and of hours, pay and the like nobody says that they stay.
    """
    told = name == "said" or not several
    if kind == "that" and told and not _OWN.isdisjoint(words_of(words).all):
        return "said-personal"
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


def is_welcome(words: str) -> bool:
    """Whether these words tell something good for people, so that anybody would be glad to hear it."""
    found = words_of(words).all
    if not words_named("small", "unwelcome").isdisjoint(found):
        return False
    nobody = found[:1] in (("nobody",), ("no-one",)) or found[:2] in (
        ("no", "one"),
        ("no", "one's"),
    )
    good = not words_named("small", "welcome").isdisjoint(found)
    return nobody != good or found[-1] in ("too", "yourself", "yourselves")


def is_practical(words: str) -> bool:
    """Whether these words are about hours, pay and the like: conditions, and nothing that stays with anybody."""
    found = words_of(_LASTS.sub("", words)).all
    return not words_named("small", "practical").isdisjoint(found) or bool(_O_CLOCK.search(words))


@remembered()
def said_to_all(text: str, turn: int = 0, names: tuple[str, ...] = ()) -> Framed:
    """What one of several people said, in a note to all of them that names nobody."""
    pieces, left = start("said", text)
    for piece in pieces[:1]:
        kind, words = _recall("said", piece, one_person=True, names=names)
        mine = not _OWN.isdisjoint(words_of(words).all)
        if kind not in ("that", "about") or mine or is_practical(words):
            why = "about-you" if mine else _why_unused(kind, words, after="")
            return Framed("", (*left, left_out("said", piece, why)))
        tone = "welcome" if is_welcome(words) else "plain"
        frame = "highlights-about" if kind == "about" else f"several-{tone}"
        return Framed(put(frame, turn, x=words), left)
    return Framed("", left)


@remembered()
def reminded(
    name: str, text: str, *, one_person: bool = True, names: tuple[str, ...] = ()
) -> Framed:
    """The first thing that was said or spoken of, as somebody still remembers it weeks later."""
    pieces, left = start(name, text)
    for piece in pieces[:1]:
        kind, words = _recall(name, piece, one_person=one_person, names=names)
        mine = not _OWN.isdisjoint(words_of(words).all)
        if kind in ("that", "about") and not mine and not is_practical(words):
            told = "told" if name == "said" or one_person else "heard"
            return Framed(put(f"later-{told}-{kind}", x=words), left)
    return Framed("", left)


def told_of(sentence: str) -> str:
    """What was told, as it follows 'thank you for telling me that'; empty where the sentence says more."""
    lead = "You told me that "
    rest = bare(sentence.removeprefix(lead))
    more = ". " in rest or "stayed with me" in rest
    return rest if sentence.startswith(lead) and not more else ""


@remembered()
def said_in_group(name: str, text: str, turn: int = 0, names: tuple[str, ...] = ()) -> Framed:
    """What one of several people said, in a note to all of them."""
    pieces, left = start("said", text)
    found = ""
    for piece in pieces:
        kind, words = _recall("said", piece, one_person=True, names=names)
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


def _recall(
    name: str,
    piece: str,
    *,
    one_person: bool,
    names: tuple[str, ...],
    by_reader: bool = False,
) -> tuple[str, str]:
    """The kind of frame and the words for it; 'left-…' with the reason where there is none."""
    if shape_of(piece) is Shape.QUOTE:
        words = quoted_words(piece)
        return "quote", words if words.endswith(("?", "!")) else f"{words.rstrip('.')},"
    if SORRY.search(piece):
        return "left-private", ""
    if NEAR_HOME.search(piece):
        return "left-way-there", ""
    if to := TOLD_TO.match(piece):
        words = bare(f"{to[1].lower()}{piece[to.end() :]}")
        return if_certain("told-to", to_them(words, by_reader=True, one_person=one_person))
    if asked := ASKED.match(piece):
        question = to_them(bare(piece[asked.end() :]), by_reader=True, one_person=one_person)
        return if_certain("asked", with_the(question) if question else None)
    if talked := WE_TALKED.match(piece):
        rest = piece[talked.end() :]
        return about_things(rest, by_reader=True, one_person=one_person, names=names)
    tells = TELLS.match(piece)
    words = piece[tells.end() :] if tells else piece
    shape = shape_of(words)
    if shape in (Shape.CLAUSE, Shape.THAT):
        words = bare(words[5:] if shape is Shape.THAT else words)
        plain = _with_article(small_first(words, names))
        sure = by_reader or bool(tells) or shape is Shape.THAT
        own = said_of_themselves(plain) if name == "said" and not sure else None
        said = own or to_them(plain, by_reader=sure, one_person=one_person)
        return if_certain("that", said)
    return _recall_others(name, words, shape, told=bool(tells), one_person=one_person, names=names)


def _recall_others(
    name: str, words: str, shape: Shape, *, told: bool, one_person: bool, names: tuple[str, ...]
) -> tuple[str, str]:
    """The same for advice, and for things that were spoken of."""
    if shape is Shape.DO and name == "said":
        return if_certain("advice", _advice(bare(small_first(words))))
    if told and shape not in SPOKEN_OF:
        return "left-shape", ""
    return about_things(words, by_reader=False, one_person=one_person, names=names)


def _with_article(text: str) -> str:
    """'Night shift has a bonus' with its 'the'."""
    first, second = words_of(text).at(0), words_of(text).at(1)
    bare_thing = first in words_named("small", "articled") and not second.endswith(("ing", "ed"))
    return f"the {text}" if bare_thing else text


def if_certain(kind: str, words: str | None) -> tuple[str, str]:
    """The frame for these words; where it isn't certain who is meant, that they are left out."""
    return (kind, words) if words else ("left-whose", "")


def about_things(
    text: str, *, by_reader: bool, one_person: bool, names: tuple[str, ...]
) -> tuple[str, str]:
    """Things that can be spoken about, as a frame speaks of them."""
    text = text[len("about ") :] if text.casefold().startswith("about ") else text
    if text.startswith("the fact ") and not _YOURS.isdisjoint(words_of(text).all):
        return "left-whose", ""
    parts = parts_of_list(bare(text))
    shapes = [shape_of(each) for each in parts]
    other = next((each for each in shapes if each not in SPOKEN_OF), None)
    if other is not None:
        return f"left-{why_not(other)}", ""
    things = [with_the(small_first(each, names)) for each in parts]
    return if_certain("about", to_them(listed(things), by_reader=by_reader, one_person=one_person))


def _advice(text: str) -> str | None:
    """'Ask early' as 'to ask early'; None where 'you' is in it, who may be anybody."""
    found = words_of(text).all
    if {"you", "you're", "you'll", "i", "we", "they", "he", "she"} & set(found):
        return None
    text = _YOUR.sub("my", text)
    for before in ("don't ", "dont ", "do not ", "never "):
        if text.casefold().startswith(before):
            return f"{'never' if before == 'never ' else 'not'} to {text[len(before) :]}"
    return f"always to {text[7:]}" if text.casefold().startswith("always ") else f"to {text}"


@remembered()
def learned(text: str, *, one_person: bool = True, names: tuple[str, ...] = ()) -> Framed:
    """What the reader learned, whoever told it."""
    pieces, left = start("learned", text)
    found = ""
    for piece in pieces:
        kind, words = _recall("learned", piece, one_person=one_person, names=names)
        usable = kind in ("that", "about") and not is_practical(words)
        if usable and not found:
            found = put(f"learned-{kind}", x=words)
        else:
            left = (*left, left_out("learned", piece, _why_unused(kind, words, after=found)))
    return Framed(found, left)


def _why_unused(kind: str, words: str, *, after: str) -> str:
    """Why something that was learned is left out."""
    if kind.startswith("left-"):
        return kind.removeprefix("left-")
    if is_practical(words):
        return "practical"
    return "rest" if after else "shape"


@remembered()
def heard(text: str, *, one_person: bool = True, names: tuple[str, ...] = ()) -> Framed:
    """What the reader was told today, as it follows 'You told me': 'that the ward moves', 'about the roof'."""
    pieces, left = start("learned", text, spoken=True)
    found = ""
    for piece in pieces:
        kind, words = _recall("learned", piece, one_person=one_person, names=names)
        if kind in ("that", "about") and not found:
            found = put(f"heard-{kind}", x=words)
        else:
            why = kind.removeprefix("left-") if kind.startswith("left-") else "rest"
            left = (*left, left_out("learned", piece, why))
    return Framed(found, left)
