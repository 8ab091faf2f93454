"""What the reader has done: what they forgot to mention, a proof with its result, and news."""

import re

from playbook.memory import remembered
from playbook.phrasing.beginnings import DOUBTS, FORGOT, SORRY, THEY_ASKED
from playbook.phrasing.frames import Framed, put
from playbook.phrasing.lexicon import verbs, words_named
from playbook.phrasing.lists import parts_of_list
from playbook.phrasing.pieces import (
    is_whole_thing,
    left_out,
    start,
    why_not,
    with_subject,
    with_the,
)
from playbook.phrasing.results import outcome, result_of
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import bare, is_empty, sentences, small_first
from playbook.phrasing.unsaid import ADJUSTMENTS
from playbook.phrasing.words import says_same, words_of
from playbook.render import capitalized, listed

_DEED_ENDS = re.compile(r",? and |[.;,]")
_COUNTED = re.compile(r"\b(?:an?|the|my|our) (?P<thing>[^,.;]+?) of \d+\b")
_YEARS_AT = re.compile(r"^[\w-]+ years (?:in the|at|with) (?=\S)", re.IGNORECASE)
_AS_WHAT = re.compile(r"^(?:[\w-]+ ){0,2}(?P<who>[a-z-]+) (?:at|in|for|on|of|with) ", re.IGNORECASE)
"""'Head chef at the Swan': what somebody was."""
_LIST_OF_DEEDS = re.compile(r",? and |, ")
I_AM = frozenset(
    "bilingual trilingual fluent certified qualified licensed registered accredited chartered available able proficient"
    " experienced skilled familiar".split()
)
"""What somebody is, typed without 'I am'."""
HAS_BEEN = frozenset("certified qualified licensed registered accredited trained".split())
"""What somebody is by a paper that stands before it: 'NASM certified'."""
_TRAIT = re.compile(
    r"I(?:['’](?:m|ve)(?: got)?| am| have| hold| can| speak| know) "
    r"(?:been (?=\w+ing\b)|(?!(?:been|had)\b)(?!\w+(?:ed|ne|wn)\b))"
)
"""What somebody is, has or can do, and not what they did: 'I have a licence', not 'I have trained'."""
MOST_HELD = 4
"""Words of such a paper and what it makes somebody."""
HELD = frozenset(
    "certificate licence license qualification degree diploma badge endorsement accreditation certification"
    " permit card years experience training".split()
)
"""Things that somebody has: 'a forklift licence', 'ten years of experience'."""


@remembered()
def missed(text: str, turn: int = 0, names: tuple[str, ...] = ()) -> Framed:
    """Return what the reader didn't get to say."""
    pieces, left = start("missed", text)
    found: list[str] = []
    for piece in (split for each in pieces for split in _listed_deeds(each)):
        said = _add(piece, turn, names, first=not found)
        if said:
            found.append(said)
        else:
            left = (*left, left_out("missed", piece, _why_not_added(piece)))
    return Framed(" ".join(found), left)


def _listed_deeds(piece: str) -> tuple[str, ...]:
    """Return the things of a list of lines, each by itself where they aren't all things: 'first aid; ran a team'."""
    parts = parts_of_list(piece) if ";" in piece else (piece,)
    return (piece,) if all(shape_of(each, Shape.DID) is Shape.THING for each in parts) else parts


def _why_not_added(piece: str) -> str:
    if ADJUSTMENTS.search(piece):
        return "adjustments"
    if SORRY.search(piece) or THEY_ASKED.match(piece):
        return "private"
    return "doubt" if DOUBTS.match(piece) else why_not(shape_of(piece))


def _add(piece: str, turn: int, names: tuple[str, ...], *, first: bool) -> str:
    if _why_unsaid(piece):
        return ""
    forgot = FORGOT.match(piece)
    if forgot and words_of(piece[forgot.end() :]).at(0) in ("more", "less", "something"):
        return ""
    words = with_i_am(bare(piece[forgot.end() :] if forgot else piece))
    shape = shape_of(words, Shape.DID)
    if shape in (Shape.CLAUSE, Shape.THAT, Shape.DID):
        clause = with_subject(words, shape, names)
        alone = not first or (_TRAIT.match(clause) and not turn)
        return f"{capitalized(clause)}." if alone else put("missed-that", turn, x=clause)
    if not first:
        return ""
    if shape is Shape.WH:
        return put("missed-how", x=small_first(words, names))
    if shape is Shape.THING and is_whole_thing(words):
        return put(
            "missed-thing",
            turn,
            x=listed([with_the(small_first(each, names)) for each in parts_of_list(words)]),
        )
    return ""


@remembered()
def own_words(text: str, names: tuple[str, ...] = ()) -> str:
    """Return the first thing that the reader adds as a sentence: 'I've got my DG endorsement.'; else empty."""
    for piece in start("missed", text)[0][:1]:
        if _why_unsaid(piece):
            return ""
        forgot = FORGOT.match(piece)
        words = with_i_am(bare(piece[forgot.end() :] if forgot else piece))
        shape = shape_of(words, Shape.DID)
        if shape in (Shape.CLAUSE, Shape.THAT, Shape.DID):
            return f"{with_subject(words, shape, names)}."
    return ""


def _why_unsaid(piece: str) -> bool:
    """Return whether a piece is better kept to oneself, or happened in the talk."""
    patterns = (SORRY.search, DOUBTS.match, THEY_ASKED.match, ADJUSTMENTS.search)
    return any(each(piece) for each in patterns)


def with_i_am(words: str) -> str:
    """Rewrite 'Am good with numbers', 'bilingual' and 'certified in CPR' with their 'I am'."""
    if words.casefold().startswith("am "):
        return f"I {words[:1].lower()}{words[1:]}"
    found = words_of(words).all
    held = found[-1:] and found[-1] in HAS_BEEN and len(found) <= MOST_HELD
    goes_on = (
        found[1:2] == () or found[1] in words_named("small", "prepositions") or found[1] == "to"
    )
    if found[:1] and found[0] in I_AM and goes_on:
        return f"I am {words[:1].lower()}{words[1:]}"
    return f"I am {words}" if held and shape_of(words) is not Shape.CLAUSE else words


def stands_in(deed: str, added: str) -> bool:
    """Return whether a proof stands already in what the reader adds, with its numbers."""
    did = _DEED_ENDS.split(deed, maxsplit=1)[0]
    counted = {each for each in words_of(did).all if each.isdigit()}
    again = says_same(did, added) and counted <= set(words_of(added).all)
    return again or says_same(deed, added)


def with_count(added: str, deed: str) -> str:
    """Return what the reader adds, with the number that a proof gives to a thing in it.

    For example 'a crew of 12' for 'the crew'.
    """
    counted = _COUNTED.search(deed)
    if counted is None:
        return added
    for article in ("a", "an", "the", "my", "our"):
        before, thing, after = added.partition(f" {article} {counted['thing']}")
        if thing and not after[:1].isalnum() and not after.startswith(" of "):
            return f"{before} {counted[0]}{after}"
    return added


def add_proof(added: str, deed: str, result: str) -> str:
    """Return what the reader adds, with a proof that stands in it already: its number, and what came of it."""
    first, *rest = sentences(with_count(added, deed))
    before, subject, listed_deeds = first.rpartition(" I ")
    deeds = [each for each in _LIST_OF_DEEDS.split(bare(listed_deeds)) if each]
    others = [each for each in deeds if not says_same(each, deed)]
    is_list = len(deeds) > 1 and all(
        shape_of(each.removeprefix("re-"), Shape.DID) is Shape.DID for each in deeds
    )
    if subject and is_list and len(others) == len(deeds) - 1 and deed.startswith("I "):
        return " ".join([f"{before} {deed}", f"I also {listed(others)}.", *rest])
    came = outcome(result)
    told = came and not says_same(came, first)
    return " ".join([first, *([came] if told else []), *rest])


@remembered()
def proof(did: str, result: str, names: tuple[str, ...] = (), *, spoken: bool = False) -> Framed:
    """Return something done and what came of it, as one sentence or two.

    `spoken` by the reader, or sent to somebody.
    """
    pieces, left = start("did", did, spoken=spoken)
    said = deed_of(with_i_am(bare(pieces[0])), names) if pieces else ""
    if not said:
        unused = [("did", did)] * bool(pieces) + [("result", result)] * (not is_empty(result))
        why = why_not(shape_of(pieces[0])) if pieces else "shape"
        return Framed("", (*left, *(left_out(name, words, why) for name, words in unused)))
    more = [each for each in pieces[1:] if shape_of(bare(each)) is Shape.CLAUSE]
    left = (*left, *(left_out("did", each, "shape") for each in pieces[1:] if each not in more))
    came, missing = result_of(result, names, before=said, spoken=spoken)
    ending = "".join(f" {capitalized(bare(each))}." for each in more)
    if more and came.startswith(", and "):
        came, ending = "", f"{ending} {capitalized(came.removeprefix(', and '))}."
    return Framed(f"{f'{said}{came}'.rstrip('.')}.{ending}", (*left, *missing))


def deed_of(words: str, names: tuple[str, ...] = ()) -> str:
    """Return what was done, as a sentence without its full stop; empty where we can't make one."""
    shape = shape_of(words, Shape.DID)
    if shape is Shape.CLAUSE:
        return small_first(words, names)
    if shape is Shape.DID:
        return f"I {_small_deed(words, names)}"
    if shape in (Shape.DO, Shape.DOES):
        first = words_of(words).at(0)
        if first in ("can", "could"):
            return f"I {small_first(words)}"
        base = first if first in verbs().base else verbs().third.get(first, "")
        return f"I {base}{small_first(words)[len(first) :]}" if base else ""
    if shape is Shape.DOING:
        return _did_of_doing(words)
    return _was_or_had(words, names) if shape in (Shape.THING, Shape.QUALITY, Shape.ADVERB) else ""


def _was_or_had(words: str, names: tuple[str, ...]) -> str:
    """Return what somebody was, was in charge of, or has.

    For example 'I was a head chef at the Swan', 'I have a forklift licence'.
    """
    found, small = words_of(words).all, small_first(words, names)
    if found[:2] == ("responsible", "for") or found[:3] == ("in", "charge", "of"):
        return f"I was {small}"
    if shape_of(words, Shape.DID) is not Shape.THING:
        return ""
    if _YEARS_AT.match(small):
        return f"I spent {small}"
    if any(each in HELD for each in found) and is_whole_thing(words):
        return f"I have {small}"
    if found[0] == "own":
        return f"I have my {small}"
    what = _AS_WHAT.match(small)
    if not what or what["who"].casefold() not in words_named("small", "people"):
        return ""
    one_of_a_kind = found[0] == "head" or f" {what['who']} of " in f" {small} "
    an = "" if one_of_a_kind else "an " if small[:1].casefold() in "aeiou" else "a "
    return f"I was {an}{small}"


def _small_deed(words: str, names: tuple[str, ...]) -> str:
    """Return a deed to stand after 'I', also where we don't know its verb: 'investigated 14 incidents'."""
    first = words.partition(" ")[0]
    return (
        words[:1].lower() + words[1:]
        if first.endswith("ed") and first.istitle()
        else small_first(words, names)
    )


def _did_of_doing(words: str) -> str:
    """Rewrite 'Helping my uncle' as 'I helped my uncle'; empty for a verb that isn't known."""
    first = words_of(words).at(0)
    base = verbs().gerund.get(first)
    return f"I {verbs().past_of[base]}{words[len(first) :]}" if base and base != "be" else ""


def also(said: str) -> str:
    """Return a proof that follows another one: 'I also ran the till'."""
    if "also" in words_of(said).all[:4]:
        return said
    for verb in ("I was ", "I am ", "I'm ", "I've ", "I can "):
        if said.startswith(verb):
            return f"{verb}also {said[len(verb) :]}"
    if said.startswith("I have ") and words_of(said).at(2) in verbs().participle:
        return f"I have also {said[len('I have ') :]}"
    return (
        f"I also {said[len('I ') :]}"
        if said.startswith("I ")
        else f"And {said[:1].lower()}{said[1:]}"
    )


@remembered()
def since(text: str, names: tuple[str, ...] = ()) -> str:
    """Return what is new on the reader's side, told some weeks after the talk; empty where nothing is."""
    newest = news(text, names).text
    lead = put("news-that", x="").removesuffix(".")
    if not newest.startswith(lead):
        return newest
    first, *rest = sentences(newest.removeprefix(lead))
    return " ".join([put("news-since", x=_have_done(bare(first))), *rest])


def _have_done(words: str) -> str:
    """Rewrite 'I passed the medical' as 'I've passed the medical'."""
    subject, _, deed = words.partition(" ")
    past, _, rest = deed.partition(" ")
    participles = [
        each for each, base in verbs().participle.items() if verbs().past_of[base] == past
    ]
    return f"I've {participles[0]} {rest}".rstrip() if subject == "I" and participles else words


@remembered()
def news(text: str, names: tuple[str, ...] = ()) -> Framed:
    """Return what is new on the reader's side."""
    pieces, left = start("news", text)
    if not pieces:
        return Framed("", left)
    words = bare(pieces[0])
    shape = shape_of(words, Shape.DID)
    rest = [each for each in pieces[1:] if shape_of(bare(each)) is Shape.CLAUSE]
    left = (*left, *(left_out("news", each, "rest") for each in pieces[1:] if each not in rest))
    after = "".join(f" {capitalized(bare(each))}." for each in rest)
    if shape in (Shape.CLAUSE, Shape.THAT, Shape.DID):
        return Framed(put("news-that", x=with_subject(words, shape, names)) + after, left)
    found = words_of(words).all
    if (
        shape is Shape.THING
        and found[0] in ("a", "an", "my", "the")
        and any(each in HELD for each in found)
    ):
        return Framed(put("news-have", x=small_first(words, names)) + after, left)
    return Framed("", (*left, left_out("news", text, why_not(shape))))
