"""What the reader has done: what they forgot to mention, a proof with its result, and news."""

import re

from playbook.memory import remembered
from playbook.phrasing.frames import Framed
from playbook.phrasing.lexicon import verbs, words_named
from playbook.phrasing.pieces import is_whole_thing, left_out, split_typed, why_left_out
from playbook.phrasing.results import outcome_sentence, result_clause
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import is_empty, lower_first, sentences, trim
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
MOST_HELD = 4
"""Words of such a paper and what it makes somebody."""
POSSESSIONS = frozenset(
    "certificate licence license qualification degree diploma badge endorsement accreditation certification"
    " permit card years experience training".split()
)
"""Things that somebody has: 'a forklift licence', 'ten years of experience'."""


def with_i_am(words: str) -> str:
    """Rewrite 'Am good with numbers', 'can ride', 'bilingual' and 'certified in CPR' with their 'I' or 'I am'."""
    if words.casefold().startswith(("am ", "can ")):
        return f"I {words[:1].lower()}{words[1:]}"
    tokens = words_of(words).all
    is_certified = tokens[-1:] and tokens[-1] in HAS_BEEN and len(tokens) <= MOST_HELD
    goes_on = (
        tokens[1:2] == () or tokens[1] in words_named("small", "prepositions") or tokens[1] == "to"
    )
    if tokens[:1] and tokens[0] in I_AM and goes_on:
        return f"I am {words[:1].lower()}{words[1:]}"
    return f"I am {words}" if is_certified and shape_of(words) is not Shape.CLAUSE else words


def is_told_in(deed: str, added: str) -> bool:
    """Return whether what the reader adds tells this proof already, its numbers included."""
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
    deeds = [each for each in _LIST_OF_DEEDS.split(trim(listed_deeds)) if each]
    others = [each for each in deeds if not says_same(each, deed)]
    is_list = len(deeds) > 1 and all(
        shape_of(each.removeprefix("re-"), Shape.DID) is Shape.DID for each in deeds
    )
    if subject and is_list and len(others) == len(deeds) - 1 and deed.startswith("I "):
        return " ".join([f"{before} I {listed(others)}.", with_also(deed), *rest])
    outcome_text = _without_told(outcome_sentence(result), first)
    adds_outcome = outcome_text and not (
        says_same(outcome_text, first) and _numbers(outcome_text) <= _numbers(first)
    )
    if adds_outcome:
        outcome_words = set(words_of(outcome_text).all)
        rest = [each for each in rest if not set(words_of(each).all) <= outcome_words]
        rest = [each for each in rest if not says_same(each.partition(" and ")[0], outcome_text)]
    return " ".join([first, *([outcome_text] if adds_outcome else []), *rest])


def _without_told(outcome_text: str, before: str) -> str:
    """Return 'I took 85 points off' of 'I closed early and took 85 points off', where the first was told already."""
    done, join, more = outcome_text.partition(" and ")
    again = join and done.startswith("I ") and says_same(done, before)
    return f"I {more}" if again and shape_of(trim(more), Shape.DID) is Shape.DID else outcome_text


def _numbers(text: str) -> set[str]:
    return {each for each in words_of(text).all if each[:1].isdigit()}


@remembered()
def frame_proof(
    did: str, result: str, names: tuple[str, ...] = (), *, spoken: bool = False
) -> Framed:
    """Return something done and what came of it, as one sentence or two.

    `spoken` by the reader, or sent to somebody.
    """
    pieces, left = split_typed("did", did, spoken=spoken)
    deed = deed_of(with_i_am(trim(pieces[0])), names) if pieces else ""
    if not deed:
        unused = [("did", did)] * bool(pieces) + [("result", result)] * (not is_empty(result))
        why = why_left_out(shape_of(pieces[0])) if pieces else "shape"
        return Framed("", (*left, *(left_out(name, words, why) for name, words in unused)))
    more = [each for each in pieces[1:] if shape_of(trim(each)) is Shape.CLAUSE]
    left = (*left, *(left_out("did", each, "shape") for each in pieces[1:] if each not in more))
    result_text, missing = result_clause(result, names, before=deed, spoken=spoken)
    ending = "".join(f" {capitalized(trim(each))}." for each in more)
    if more and result_text.startswith(", and "):
        result_text, ending = "", f"{ending} {capitalized(result_text.removeprefix(', and '))}."
    return Framed(f"{f'{deed}{result_text}'.rstrip('.')}.{ending}", (*left, *missing))


def deed_of(words: str, names: tuple[str, ...] = ()) -> str:
    """Return what was done, as a sentence without its full stop; empty where we can't make one."""
    shape = shape_of(words, Shape.DID)
    if shape is Shape.CLAUSE:
        return lower_first(words, names)
    if shape is Shape.DID:
        return f"I {_small_deed(words, names)}"
    if shape in (Shape.DO, Shape.DOES):
        first = words_of(words).at(0)
        if first in ("can", "could"):
            return f"I {lower_first(words)}"
        base = first if first in verbs().base else verbs().third.get(first, "")
        return f"I {base}{lower_first(words)[len(first) :]}" if base else ""
    if shape is Shape.DOING:
        return _did_of_doing(words)
    return _was_or_had(words, names) if shape in (Shape.THING, Shape.QUALITY, Shape.ADVERB) else ""


def _was_or_had(words: str, names: tuple[str, ...]) -> str:
    """Return what somebody was, was in charge of, or has.

    For example 'I was a head chef at the Swan', 'I have a forklift licence'.
    """
    tokens, small = words_of(words).all, lower_first(words, names)
    if tokens[:2] == ("responsible", "for") or tokens[:3] == ("in", "charge", "of"):
        return f"I was {small}"
    if shape_of(words, Shape.DID) is not Shape.THING:
        return ""
    if _YEARS_AT.match(small):
        return f"I spent {small}"
    if any(each in POSSESSIONS for each in tokens) and is_whole_thing(words):
        return f"I have {small}"
    if tokens[0] == "own":
        return f"I have my {small}"
    what = _AS_WHAT.match(small)
    if not what or what["who"].casefold() not in words_named("small", "people"):
        return ""
    one_of_a_kind = tokens[0] == "head" or f" {what['who']} of " in f" {small} "
    an = "" if one_of_a_kind else "an " if small[:1].casefold() in "aeiou" else "a "
    return f"I was {an}{small}"


def _small_deed(words: str, names: tuple[str, ...]) -> str:
    """Return a deed to stand after 'I', also where we don't know its verb: 'investigated 14 incidents'."""
    first = words.partition(" ")[0]
    return (
        words[:1].lower() + words[1:]
        if first.endswith("ed") and first.istitle()
        else lower_first(words, names)
    )


def _did_of_doing(words: str) -> str:
    """Rewrite 'Helping my uncle' as 'I helped my uncle'; empty for a verb that isn't known."""
    first = words_of(words).at(0)
    base = verbs().gerund.get(first)
    return f"I {verbs().past_of[base]}{words[len(first) :]}" if base and base != "be" else ""


def with_also(sentence: str) -> str:
    """Return a proof that follows another one: 'I also ran the till'."""
    if "also" in words_of(sentence).all[:4]:
        return sentence
    for verb in ("I was ", "I am ", "I'm ", "I've ", "I can "):
        if sentence.startswith(verb):
            return f"{verb}also {sentence[len(verb) :]}"
    if sentence.startswith("I have ") and words_of(sentence).at(2) in verbs().participle:
        return f"I have also {sentence[len('I have ') :]}"
    return (
        f"I also {sentence[len('I ') :]}"
        if sentence.startswith("I ")
        else f"And {sentence[:1].lower()}{sentence[1:]}"
    )
