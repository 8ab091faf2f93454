"""Each field of the record as a sentence: what somebody said, what was forgotten, what was done and what came of it."""

import re
from collections.abc import Sequence

from playbook.memory import remembered
from playbook.phrasing.frames import MOST_WORDS, Framed, LeftOut, put
from playbook.phrasing.lexicon import verbs, words_named
from playbook.phrasing.person import to_them
from playbook.phrasing.shape import Shape, parts_of_list, quoted_words, shape_of, words_of
from playbook.phrasing.tidy import (
    bare,
    flow,
    is_empty,
    sentences,
    small_first,
    usual_capitals,
    without_aside,
)
from playbook.render import capitalized, listed

_FILLER = re.compile(r"^(?:yeah|yes|yep|well|so|um+|uh|erm|ok|okay|oh|basically|like|and|also)[,]?\s+(?=\S)", re.IGNORECASE)
_TELLS = re.compile(
    r"^(?:(?:he|she|they|the (?:boss|manager|interviewer|director|head)|today they) (?:also )?(?:said|told me|mentioned|explained|says|told us)"
    r"|you (?:also )?(?:said|told me(?: today)?|mentioned|explained)|i (?:heard|learned|learnt|was told)|(?:told me|said|mentioned))(?: (?:that)(?= )|:|,)?\s+(?=\S)",
    re.IGNORECASE,
)
"""What people write before what they were told."""
_TOLD_TO = re.compile(r"^(?:(?:he|she|they|you) )?(?:told|asked|advised|warned) me ((?:not )?to )(?=\S)", re.IGNORECASE)
_ASKED = re.compile(r"^(?:(?:he|she|they|you) )?asked (?:me )?about\s+(?=\S)", re.IGNORECASE)
_WE_TALKED = re.compile(r"^(?:we|i) (?:talked|spoke|chatted|discussed)(?: about)?\s+(?=\S)|^(?:talked|spoke|talking) about\s+(?=\S)|^about\s+(?=\S)", re.IGNORECASE)
_FORGOT = re.compile(
    r"^(?:(?:i (?:should have|could have|would have|forgot to|wish i had|wish i'd|meant to|wanted to|didn't|did not|never) ?(?:get to )?|(?:to )?)"
    r"(?:said|mentioned|told (?:them|you|him|her)|say|mention|tell (?:them|you|him|her)|talk(?:ed)? about))(?: that(?= ))?(?: about(?= ))?:?\s+(?=\S)",
    re.IGNORECASE,
)
_BECAUSE = re.compile(r"^(?:i(?:'d| would) like to do this work |i ask |it's |its )?(?:because|cause|cuz|as|since)\s+(?=\S)", re.IGNORECASE)
_BECAUSE_OF = re.compile(r"^(?:because of|due to|owing to|on account of)\s+(?=\S)", re.IGNORECASE)
_I_WILL = re.compile(r"^(?:i(?:'ll| will|'d| would)? )?(?:to )?(?:(?:send|email|e-mail|forward|share)(?: (?:you|them|over))?\s+)(?=\S)|^(?:i(?:'ll| will) )(?=\S)", re.IGNORECASE)
_ASKED_FOR = re.compile(
    r"^(?:i(?:['’]d| would) (?:also )?(?:like(?: to have| to ask for| to get)?|love|ask for|prefer)|i ask for|i (?:want|need|wish for)|(?:can|could|may) (?:i|we) (?:have|get)"
    r"|is it possible to (?:have|get)|ask for|asking for|please)\s+(?=\S)",
    re.IGNORECASE,
)
_SORRY = re.compile(r"\b(?:sorry|apologi[sz]e|nervous|froze|messed up|nightmare|stupid|idiot|desperate)\b", re.IGNORECASE)
_SMALL_PRINT = re.compile(r"^(?:money|(?:the |my |good |better |higher )?(?:pay|salary|wages?|cash|commute)|i need (?:the|a) (?:money|job)|rent)\b", re.IGNORECASE)
"""Reasons that don't speak for anybody who gives them."""
_QUANTITY = ("less", "fewer", "more", "no", "zero", "higher", "lower", "better", "almost", "nearly")
_HELD = ("certificate", "licence", "license", "qualification", "degree", "diploma", "badge", "endorsement", "accreditation", "certification", "permit", "card", "years", "experience", "training")
"""Things that somebody has: 'a forklift licence', 'ten years of experience'."""


@remembered()
def _pieces(text: str) -> tuple[str, ...]:
    """The sentences of what was typed, tidied."""
    return tuple(
        _without_trailer(_FILLER.sub("", each)) for each in sentences(usual_capitals(flow(text)))
    )


def _without_trailer(piece: str) -> str:
    """'No one's a number here, mate' without the 'mate'."""
    before, _, last = bare(piece).rpartition(" ")
    return before.rstrip(" ,") if before and last.casefold() in words_named("small", "trailers") else piece


def _is_long(text: str) -> bool:
    return len(text.split()) > MOST_WORDS


def _left(name: str, words: str, why: str) -> LeftOut:
    return LeftOut(name, " ".join(words.split()), why)


def _start(name: str, text: str) -> tuple[tuple[str, ...], tuple[LeftOut, ...]]:
    """The sentences to look at, and what is left out at once: too long a text, words in brackets."""
    if is_empty(text):
        return (), ()
    if _is_long(text):
        return (), (_left(name, text, "long"),)
    plain, aside = without_aside(flow(text))
    return _pieces(plain), (_left(name, aside, "aside"),) if aside else ()


def _why(shape: Shape) -> str:
    return {Shape.FOREIGN: "foreign", Shape.QUESTION: "question"}.get(shape, "shape")


@remembered()
def recalled(
    name: str, text: str, turn: int = 0, *, also: bool = False, one_person: bool = True, names: tuple[str, ...] = ()
) -> Framed:
    """What somebody said, or what was talked about, as it is said back to them. `also`: something was recalled before."""
    pieces, left = _start(name, text)
    by_reader = bool(pieces) and _TELLS.match(pieces[0]) is not None
    found: list[str] = []
    for piece in pieces:
        kind, words = _recall(name, piece, by_reader=by_reader, one_person=one_person, names=names)
        if kind.startswith("left-"):
            left = (*left, _left(name, piece, kind.removeprefix("left-")))
        elif not found:
            group = "also" if also and f"also-{kind}" in _ALSO else name if f"{name}-{kind}" in _KNOWN else "said"
            found.append(put(f"{group}-{kind}", turn, x=words))
        elif kind == "that":
            found.append(f"{capitalized(words)}." if len(found) == 1 else "")
            if len(found) > 2:
                left = (*left, _left(name, piece, "rest"))
        else:
            left = (*left, _left(name, piece, "rest"))
    return Framed(" ".join(each for each in found if each), left)


@remembered()
def said_in_group(name: str, text: str, turn: int = 0, names: tuple[str, ...] = ()) -> Framed:
    """What one of several people said, in a note to all of them."""
    pieces, left = _start("said", text)
    found = ""
    for piece in pieces:
        kind, words = _recall("said", piece, one_person=False, names=names, named=True)
        if kind.startswith("left-") or found:
            why = kind.removeprefix("left-") if kind.startswith("left-") else "rest"
            left = (*left, _left("said", piece, why))
        else:
            found = put(f"group-{kind}", turn, name=name, x=words.rstrip(",") + "." if kind == "quote" and words.endswith(",") else words)
    return Framed(found, left)


_ALSO = ("also-about", "also-that", "also-quote")
_KNOWN = ("highlights-about", "highlights-that", "highlights-quote")


def _recall(
    name: str,
    piece: str,
    *,
    one_person: bool,
    names: tuple[str, ...],
    by_reader: bool = False,
    named: bool = False,
) -> tuple[str, str]:  # noqa: PLR0911 - one answer for each shape
    """The kind of frame and the words for it; 'left-…' with the reason where there is none."""
    if shape_of(piece) is Shape.QUOTE:
        words = quoted_words(piece)
        return "quote", words if words.endswith(("?", "!")) else f"{words.rstrip('.')},"
    if _SORRY.search(piece):
        return "left-private", ""
    if to := _TOLD_TO.match(piece):
        words = bare(f"{to[1].lower()}{piece[to.end():]}")
        return _certain("told-to", to_them(words, by_reader=True, one_person=one_person))
    if asked := _ASKED.match(piece):
        words = to_them(bare(piece[asked.end() :]), by_reader=True, one_person=one_person)
        return _certain("asked", _thing(words) if words else None)
    if talked := _WE_TALKED.match(piece):
        return _about(piece[talked.end() :], by_reader=True, one_person=one_person, names=names)
    tells = _TELLS.match(piece)
    words = piece[tells.end() :] if tells else piece
    shape = shape_of(words)
    by_reader = by_reader or bool(tells) or shape is Shape.THAT
    if shape in (Shape.CLAUSE, Shape.THAT):
        words = bare(words[5:] if shape is Shape.THAT else words)
        plain = _with_article(small_first(words, names))
        said = to_them(plain, by_reader=by_reader, one_person=one_person, named=named)
        return _certain("that", said)
    if shape is Shape.DO and name == "said":
        return _certain("advice", _advice(bare(small_first(words))))
    if tells and shape not in (Shape.THING, Shape.WH, Shape.ABOUT, Shape.DOING):
        return "left-shape", ""
    return _about(words, by_reader=False, one_person=one_person, names=names)


def _with_article(text: str) -> str:
    """'Night shift has a bonus' with its 'the'."""
    first, second = words_of(text).at(0), words_of(text).at(1)
    bare_thing = first in words_named("small", "articled") and not second.endswith(("ing", "ed"))
    return f"the {text}" if bare_thing else text


def _certain(kind: str, words: str | None) -> tuple[str, str]:
    return (kind, words) if words else ("left-whose", "")


def _about(text: str, *, by_reader: bool, one_person: bool, names: tuple[str, ...]) -> tuple[str, str]:
    parts = parts_of_list(bare(text))
    shapes = [shape_of(each) for each in parts]
    if any(each not in (Shape.THING, Shape.WH, Shape.DOING, Shape.ABOUT) for each in shapes):
        return f"left-{_why(next(each for each in shapes if each not in (Shape.THING, Shape.WH, Shape.DOING, Shape.ABOUT)))}", ""
    things = [_thing(small_first(each, names)) for each in parts]
    return _certain("about", to_them(listed(things), by_reader=by_reader, one_person=one_person))


def _thing(text: str) -> str:
    """A thing as a sentence speaks of it: 'the kitchen' for 'kitchen'."""
    words = text.split()
    word = words[0].casefold() if words else ""
    things = words_named("small", "things")
    if len(words) == 1 and word in things and text.islower() and not word.endswith(("ing", "ness", "ity", "ship")):
        return f"the {text}"
    return text


def _advice(text: str) -> str | None:
    """'Ask early' as 'to ask early'; None where 'you' is in it, who may be anybody."""
    found = words_of(text).all
    if {"you", "you're", "you'll", "i", "we", "they", "he", "she"} & set(found):
        return None
    text = re.sub(r"\byour\b", "my", text)
    for start in ("don't ", "dont ", "do not ", "never "):
        if text.casefold().startswith(start):
            return f"{'never' if start == 'never ' else 'not'} to {text[len(start) :]}"
    return f"always to {text[7:]}" if text.casefold().startswith("always ") else f"to {text}"


@remembered()
def learned(text: str, *, one_person: bool = True, names: tuple[str, ...] = ()) -> Framed:
    """What the reader was told today, as thanks for it."""
    pieces, left = _start("learned", text)
    found = []
    for piece in pieces:
        kind, words = _recall("learned", piece, one_person=one_person, names=names)
        if kind in ("that", "about") and not found:
            found.append(put(f"learned-{kind}", x=words))
        else:
            why = kind.removeprefix("left-") if kind.startswith("left-") else "rest" if found else "shape"
            left = (*left, _left("learned", piece, why))
    return Framed(" ".join(found), left)


@remembered()
def missed(text: str, turn: int = 0, names: tuple[str, ...] = ()) -> Framed:
    """What the reader didn't get to say."""
    pieces, left = _start("missed", text)
    found: list[str] = []
    for piece in pieces:
        said = _add(piece, turn, names, first=not found)
        if said:
            found.append(said)
        else:
            why = "private" if _SORRY.search(piece) else _why(shape_of(piece))
            left = (*left, _left("missed", piece, why))
    return Framed(" ".join(found), left)


def _add(piece: str, turn: int, names: tuple[str, ...], *, first: bool) -> str:  # noqa: PLR0911 - one answer for each shape
    if _SORRY.search(piece):
        return ""
    forgot = _FORGOT.match(piece)
    words = bare(piece[forgot.end() :] if forgot else piece)
    shape = shape_of(words, Shape.DID)
    if shape in (Shape.CLAUSE, Shape.THAT, Shape.DID):
        clause = _clause(words, shape, names)
        return put("missed-that", turn, x=clause) if first else f"{capitalized(clause)}."
    if not first:
        return ""
    if shape is Shape.WH:
        return put("missed-how", x=small_first(words, names))
    if shape is Shape.THING and _is_whole_thing(words):
        return put("missed-thing", turn, x=listed([_thing(small_first(each, names)) for each in parts_of_list(words)]))
    return ""


def _clause(words: str, shape: Shape, names: tuple[str, ...]) -> str:
    """A sentence with its subject, to stand after 'that': 'ran the rota' gets its 'I'."""
    if shape is Shape.DID:
        return f"I {small_first(words, names)}"
    return small_first(words[5:] if shape is Shape.THAT else words, names)


def _is_whole_thing(words: str) -> bool:
    """Whether a thing can be named as it stands: with its 'the' or 'my', as several, or as a mass or a name."""
    found = words_of(words).all
    first = found[0] if found else ""
    single = len(found) == 1 and first in words_named("small", "things")
    return (
        single
        or first in words_named("small", "determiners")
        or first.isdigit()
        or first in words_named("small", "mass")
        or any(each.endswith("s") and not each.endswith("ss") for each in found[:2])
    )


@remembered()
def proof(did: str, result: str, names: tuple[str, ...] = ()) -> Framed:
    """Something done and what came of it, as one sentence or two."""
    pieces, left = _start("did", did)
    if not pieces:
        return Framed("", left)
    said = _deed(bare(pieces[0]), names)
    if not said:
        return Framed("", (*left, _left("did", did, _why(shape_of(pieces[0])))))
    more = [each for each in pieces[1:] if shape_of(bare(each)) is Shape.CLAUSE]
    left = (*left, *(_left("did", each, "shape") for each in pieces[1:] if each not in more))
    came, missing = _result(result, names)
    ending = "".join(f" {capitalized(bare(each))}." for each in more)
    if came and more:
        return Framed(f"{said}.{ending} {capitalized(came.lstrip(' ,').removeprefix('and '))}." if came.startswith(", and ") else f"{said}{came}.{ending}", (*left, *missing))
    return Framed(f"{said}{came}.{ending}" if not came.endswith(".") else f"{said}{came}{ending}", (*left, *missing))


def _deed(words: str, names: tuple[str, ...]) -> str:  # noqa: PLR0911 - one answer for each shape
    """What was done, as a sentence without its full stop; empty where we can't make one."""
    shape = shape_of(words, Shape.DID)
    if shape is Shape.CLAUSE:
        return small_first(words, names)
    if shape is Shape.DID:
        return f"I {small_first(words, names)}"
    if shape in (Shape.DO, Shape.DOES):
        first = words_of(words).at(0)
        base = first if first in verbs().base else verbs().third.get(first, "")
        return f"I {base}{small_first(words)[len(first) :]}" if base else ""
    if shape is Shape.DOING:
        return _did_of_doing(words)
    found = words_of(words).all
    if shape is Shape.QUALITY and found[:2] == ("responsible", "for"):
        return f"I was {small_first(words)}"
    if words.casefold().startswith("in charge of "):
        return f"I was {small_first(words)}"
    if shape is Shape.THING and any(each in _HELD for each in found) and (_is_whole_thing(words)):
        return f"I have {small_first(words, names)}"
    return ""


def _did_of_doing(words: str) -> str:
    """'Helping my uncle' as 'I helped my uncle'; empty for a verb that isn't known."""
    first = words_of(words).at(0)
    base = verbs().gerund.get(first)
    return f"I {verbs().past_of[base]}{words[len(first) :]}" if base and base != "be" else ""


_AND = re.compile(r"^and\s+(?=\S)", re.IGNORECASE)


def _result(text: str, names: tuple[str, ...]) -> tuple[str, tuple[LeftOut, ...]]:  # noqa: PLR0911 - one answer for each shape
    """What follows the deed in its sentence, and what is left out."""
    pieces, left = _start("result", text)
    if not pieces:
        return "", left
    if len(pieces) > 1 and all(shape_of(bare(each)) is Shape.CLAUSE for each in pieces):
        return f". {' '.join(f'{capitalized(bare(each))}.' for each in pieces)}", left
    words = bare(_AND.sub("", pieces[0]))
    left = (*left, *(_left("result", each, "rest") for each in pieces[1:]))
    shape = shape_of(words, Shape.DID)
    small = small_first(words, names)
    if shape is Shape.CLAUSE:
        kept = small == words and words[:1].isupper() and not words.startswith(("I ", "I'"))
        return (f". {words}." if kept and pieces[0].endswith(".") else f", and {small}"), left
    if shape is Shape.DID:
        return f" and {small}", left
    if shape in (Shape.DONE, Shape.DOING):
        return f", {small}", left
    if shape is Shape.ADVERB:
        return f" {small}", left
    if shape is Shape.THING and words_of(words).at(0) in _QUANTITY:
        return f", with {small}", left
    return "", (*left, _left("result", text, _why(shape)))


@remembered()
def draws(text: str, *, sure: bool = False, one_person: bool = True, names: tuple[str, ...] = ()) -> Framed:
    """Why the reader would like this work; with `sure`, that they want the job as well."""
    pieces, left = _start("draws", text)
    if not pieces:
        return Framed("", left)
    kind, words = _drawn(pieces[0], one_person=one_person, names=names)
    more = tuple(_left("draws", each, "rest") for each in pieces[1:])
    if kind.startswith("left-"):
        return Framed("", (*left, _left("draws", pieces[0], kind.removeprefix("left-")), *more))
    frame = "draws-sure-because" if sure and kind == "because" else f"draws-{kind}"
    said = put(frame, x=words)
    if sure and kind in ("thing", "doing"):
        said = put("draws-and-sure", drawn=said)
    return Framed(said, (*left, *more))


def _drawn(piece: str, *, one_person: bool, names: tuple[str, ...]) -> tuple[str, str]:  # noqa: PLR0911 - one answer for each shape
    of = _BECAUSE_OF.match(piece)
    words = bare(piece[of.end() :] if of else _BECAUSE.sub("", piece))
    if _SMALL_PRINT.match(words) or _SORRY.search(words):
        return "left-private", ""
    shape = shape_of(words)
    if shape in (Shape.CLAUSE, Shape.THAT):
        said = to_them(small_first(words.removeprefix("that "), names), by_reader=True, one_person=one_person)
        return _certain("because", said)
    if shape is Shape.TO_DO:
        return "to-do", small_first(words)
    if shape is Shape.DO:
        return "to-do", f"to {small_first(words)}"
    if shape is Shape.DOING:
        return "doing", small_first(words)
    if shape in (Shape.THING, Shape.WH, Shape.ABOUT):
        kind, said = _about(words, by_reader=True, one_person=one_person, names=names)
        return ("thing", said) if kind == "about" else (kind, "")
    return f"left-{_why(shape)}", ""


@remembered()
def news(text: str, names: tuple[str, ...] = ()) -> Framed:
    """What is new on the reader's side."""
    pieces, left = _start("news", text)
    if not pieces:
        return Framed("", left)
    words = bare(pieces[0])
    shape = shape_of(words, Shape.DID)
    rest = [each for each in pieces[1:] if shape_of(bare(each)) is Shape.CLAUSE]
    left = (*left, *(_left("news", each, "rest") for each in pieces[1:] if each not in rest))
    after = "".join(f" {capitalized(bare(each))}." for each in rest)
    if shape in (Shape.CLAUSE, Shape.THAT, Shape.DID):
        return Framed(put("news-that", x=_clause(words, shape, names)) + after, left)
    found = words_of(words).all
    if shape is Shape.THING and found[0] in ("a", "an", "my", "the") and any(each in _HELD for each in found):
        return Framed(put("news-have", x=small_first(words, names)) + after, left)
    return Framed("", (*left, _left("news", text, _why(shape))))


@remembered()
def reason(name: str, text: str, names: tuple[str, ...] = ()) -> Framed:
    """A reason as it follows what it is the reason for: 'because I have moved', 'because of the commute'."""
    pieces, left = _start(name, text)
    if not pieces:
        return Framed("", left)
    of = _BECAUSE_OF.match(pieces[0])
    words = bare(pieces[0][of.end() :] if of else _BECAUSE.sub("", pieces[0]))
    more = tuple(_left(name, each, "rest") for each in pieces[1:])
    said = _SORRY.search(words) is None and not is_empty(words) and _because(words, names, of=bool(of))
    if not said:
        return Framed("", (*left, _left(name, pieces[0], _why(shape_of(words))), *more))
    return Framed(said, (*left, *more))


def _because(words: str, names: tuple[str, ...], *, of: bool) -> str:  # noqa: PLR0911 - one answer for each shape
    shape = shape_of(words, Shape.DID)
    small = small_first(words, names)
    if shape is Shape.CLAUSE and not of:
        return f"because {small}"
    if shape is Shape.DID and not of:
        return f"because I {small}"
    if shape is Shape.TO_DO:
        return f"because I want {small}"
    if shape in (Shape.THING, Shape.DOING) and (of or _is_whole_thing(words)):
        return f"because of {_thing(small)}"
    if shape is Shape.QUALITY and words_of(words).at(0) == "too":
        return f"because it is {small}"
    return ""


@remembered()
def promised(things: tuple[tuple[str, str], ...], names: tuple[str, ...] = ()) -> Framed:
    """What the reader will send or do; each thing with its day, empty where none is named."""
    send, do, left = [], [], []
    for what, by in things:
        if is_empty(what):
            continue
        kind, words = _promise(what, names)
        named = not words_named("names", "days").isdisjoint(words_of(words).all)
        by_day = f" {by}" if by and not named else ""
        if kind == "send":
            send.append(f"{words}{by_day}")
        elif kind == "do":
            do.append(f"{words}{by_day}")
        else:
            left.append(_left("promised", what, kind))
    plain_first = sorted(send, key=lambda each: " by " in each)
    said = [put("promised-send", x=listed(plain_first))] if send else []
    said += [put("promised-do", x=listed(do))] if do and not send else []
    said += [put("promised-also", x=listed(do))] if do and send else []
    return Framed(" ".join(said), tuple(left))


def _promise(what: str, names: tuple[str, ...]) -> tuple[str, str]:
    words = bare(usual_capitals(flow(what)))
    sends = _I_WILL.match(words)
    if sends:
        words = words[sends.end() :]
    shape = shape_of(words)
    if shape is Shape.DO:
        yours = to_them(small_first(words), by_reader=True)
        return ("do", yours) if yours else ("whose", "")
    if shape in (Shape.THING, Shape.WH):
        return "send", listed([small_first(_without_and(each), names) for each in parts_of_list(words)])
    return _why(shape), ""


def _without_and(text: str) -> str:
    return text[4:] if text.casefold().startswith("and ") else text


@remembered()
def wishes(texts: tuple[str, ...], names: tuple[str, ...] = ()) -> tuple[tuple[str, ...], tuple[str, ...], tuple[LeftOut, ...]]:
    """Things to ask for, things that the reader would like to do, and what is neither."""
    things, deeds, left = [], [], []
    for at, text in enumerate(texts):
        if is_empty(text):
            continue
        for part in parts_of_list(bare(usual_capitals(flow(text)))):
            words = bare(_ASKED_FOR.sub("", part))
            shape = shape_of(words)
            small = small_first(words, names)
            if shape is Shape.TO_DO:
                deeds.append(small[3:])
            elif shape is Shape.DO:
                deeds.append(small)
            elif shape in (Shape.THING, Shape.DOING) and words:
                things.append(small)
            elif words:
                left.append(LeftOut("wishes", part, _why(shape), f"wishes.{at}.what"))
    return tuple(things), tuple(deeds), tuple(left)


def all_left(*framed: Framed) -> tuple[LeftOut, ...]:
    """What all of these leave out."""
    return tuple(left for each in framed for left in each.left)


def as_sentences(found: Sequence[Framed]) -> str:
    """Their sentences, one after another."""
    return " ".join(each.text for each in found if each.text)
