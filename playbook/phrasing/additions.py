"""What the reader adds to the talk: what they forgot to mention."""

import re

from playbook.memory import remembered
from playbook.phrasing.beginnings import DOUBTS, FORGOT, SORRY, THEY_ASKED, WHICH_I_FORGOT
from playbook.phrasing.deeds import with_i_am
from playbook.phrasing.frames import Framed, fill
from playbook.phrasing.lists import parts_of_list
from playbook.phrasing.pieces import (
    is_whole_thing,
    left_out,
    split_typed,
    why_left_out,
    with_subject,
    with_the,
)
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.splices import split_splices
from playbook.phrasing.tidy import lower_first, sentences, trim
from playbook.phrasing.unfinished import Unfinished, find_unfinished
from playbook.phrasing.unsaid import ADJUSTMENTS
from playbook.phrasing.words import words_of
from playbook.render import capitalized, listed

_TRAIT = re.compile(
    r"I(?:['’](?:m|ve)(?: got)?| am| have| hold| can| speak| know) "
    r"(?:been (?=\w+ing\b)|(?!(?:been|had)\b)(?!\w+(?:ed|ne|wn)\b))"
)
"""What somebody is, has or can do, and not what they did: 'I have a licence', not 'I have trained'."""


@remembered()
def frame_missed(text: str, turn: int = 0, names: tuple[str, ...] = ()) -> Framed:
    """Return what the reader didn't get to say."""
    pieces, left = split_typed("missed", WHICH_I_FORGOT.sub("", text))
    unfinished = find_unfinished(" ".join(pieces), names)
    if unfinished:
        answer = _answer_now(unfinished, names)
        return Framed(answer, left if answer else (*left, left_out("missed", text, "shape")))
    sentences_told: list[str] = []
    each_told = (
        whole
        for each in pieces
        for split in _listed_deeds(each)
        for whole in _with_lead_split(split)
    )
    for piece in each_told:
        sentence = _frame_added(piece, turn, names, first=not sentences_told)
        if sentence:
            sentences_told.append(sentence)
        else:
            left = (*left, left_out("missed", piece, _why_not_added(piece)))
    return Framed(" ".join(sentences_told), left)


def _with_lead_split(piece: str) -> tuple[str, ...]:
    """Return the sentences that commas join, behind the words that say it was forgotten, which the first one keeps."""
    forgot = FORGOT.match(piece)
    lead = piece[: forgot.end()] if forgot else ""
    first, *more = split_splices(piece[len(lead) :])
    return (f"{lead}{first}", *more)


def _answer_now(unfinished: Unfinished, names: tuple[str, ...]) -> str:
    """Return an answer that wasn't finished, as it is given now; empty where it is no sentence."""
    wholes = [trim(whole) for each in sentences(unfinished.answer) for whole in split_splices(each)]
    shapes = [shape_of(each, Shape.DID) for each in wholes]
    if not wholes or any(each not in (Shape.CLAUSE, Shape.DID) for each in shapes):
        return ""
    answer = [with_subject(each, shape, names) for each, shape in zip(wholes, shapes, strict=True)]
    if unfinished.joins:
        answer = [f"{unfinished.lead}{answer[0]}", *map(capitalized, answer[1:])]
        return " ".join(f"{each}." for each in answer)
    return " ".join([unfinished.lead, *(f"{capitalized(each)}." for each in answer)])


def _listed_deeds(piece: str) -> tuple[str, ...]:
    """Return the things of a list of lines, each by itself where they aren't all things: 'first aid; ran a team'."""
    parts = parts_of_list(piece) if ";" in piece else (piece,)
    return (piece,) if all(shape_of(each, Shape.DID) is Shape.THING for each in parts) else parts


def _why_not_added(piece: str) -> str:
    if ADJUSTMENTS.search(piece):
        return "adjustments"
    if SORRY.search(piece) or THEY_ASKED.match(piece):
        return "private"
    return "doubt" if DOUBTS.match(piece) else why_left_out(shape_of(piece))


def _frame_added(piece: str, turn: int, names: tuple[str, ...], *, first: bool) -> str:
    if _is_unsaid(piece):
        return ""
    forgot = FORGOT.match(piece)
    if forgot and words_of(piece[forgot.end() :]).at(0) in ("more", "less", "something"):
        return ""
    if forgot and forgot[0].rstrip().endswith(("about", "of", "into")) and first:
        return _frame_thing(piece[forgot.end() :], turn, names)
    words = with_i_am(trim(piece[forgot.end() :] if forgot else piece))
    shape = shape_of(words, Shape.DID)
    if shape in (Shape.CLAUSE, Shape.THAT, Shape.DID):
        clause = with_subject(words, shape, names)
        alone = not first or (_TRAIT.match(clause) and not turn)
        return f"{capitalized(clause)}." if alone else fill("missed-that", turn, x=clause)
    if not first:
        return ""
    if shape is Shape.WH and not words.startswith(("when ", "When ")):
        return fill("missed-how", x=lower_first(words, names))
    if shape is Shape.THING and is_whole_thing(words):
        return fill(
            "missed-thing",
            turn,
            x=listed([with_the(lower_first(each, names)) for each in parts_of_list(words)]),
        )
    return ""


def _frame_thing(words: str, turn: int, names: tuple[str, ...]) -> str:
    """Return a thing that wasn't spoken about, and the sentence behind it: 'the rota I started, calls went down'."""
    thing, _, rest = trim(words).partition(", ")
    tells = ":" not in thing and shape_of(rest, Shape.DID) is Shape.CLAUSE
    after = f" {capitalized(rest)}." if tells else ""
    thing = thing if after or not rest else trim(words)
    return f"{fill('missed-thing', turn, x=with_the(lower_first(thing, names)))}{after}"


@remembered()
def own_words(text: str, names: tuple[str, ...] = ()) -> str:
    """Return the first thing that the reader adds as a sentence: 'I've got my DG endorsement.'; else empty."""
    for piece in split_typed("missed", WHICH_I_FORGOT.sub("", text))[0][:1]:
        if _is_unsaid(piece):
            return ""
        forgot = FORGOT.match(piece)
        words = with_i_am(trim(piece[forgot.end() :] if forgot else piece))
        shape = shape_of(words, Shape.DID)
        if shape in (Shape.CLAUSE, Shape.THAT, Shape.DID):
            return f"{with_subject(words, shape, names)}."
    return ""


def _is_unsaid(piece: str) -> bool:
    """Return whether a piece is better kept to oneself, or happened in the talk."""
    patterns = (SORRY.search, DOUBTS.match, THEY_ASKED.match, ADJUSTMENTS.search)
    return any(each(piece) for each in patterns)
