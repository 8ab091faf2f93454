"""The shape of words that begin with a thing, a quality, or when, where and how."""

from playbook.phrasing.clauses import count_verbs, has_own_verb, is_subject
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.shapes import Shape
from playbook.phrasing.words import Words, words_of


def shape_of_thing(words: Words, text: str) -> Shape:
    """Return the shape of words that begin with a thing, a quality, or when, where and how."""
    first, second = words.at(0), words.at(1)
    verbs_found = count_verbs(words.all)
    if verbs_found < 0:
        return Shape.CLAUSE
    if _goes_on_with_a_sentence(text):
        return Shape.UNKNOWN
    if first in words_named("small", "prepositions") or first in (
        "because",
        "if",
        "while",
        "although",
    ):
        return _after_preposition(words, text)
    if first in ("twice", "once", "three", "four", "five") and (not second or second == "times"):
        return Shape.ADVERB
    if first in ("too", "so", "very", "not", "quite", "really") or (
        first in words_named("small", "adjectives") and not _has_thing_after(words)
    ):
        return Shape.QUALITY
    if first in words_named("small", "not_past"):
        return Shape.QUALITY
    if first in words_named("small", "joins") and first != "than":
        return Shape.UNKNOWN
    return Shape.THING


def _after_preposition(words: Words, text: str) -> Shape:
    """Tell what a preposition begins: 'by 30%' says how; 'During my placement I ran the ward' is a sentence."""
    rest = words.all[1:]
    at = next(
        (n for n, each in enumerate(rest) if each in ("i", "we", "you", "they", "he", "she", "it")),
        None,
    )
    comma = "," in text and has_own_verb(words_of(text.partition(",")[2]).all)
    if comma or (at is not None and at > 0 and words.at(0) not in ("because", "if", "about")):
        return Shape.CLAUSE
    return Shape.ADVERB


def _goes_on_with_a_sentence(text: str) -> bool:
    """Return whether a thing is followed by a sentence, as in '48 hours, and you let me taste it'."""
    for join in (", and ", ", but ", ", so ", " - ", " – "):
        before, _, after = text.partition(join)
        if (
            after
            and "," not in before
            and is_subject(words_of(after).at(0))
            and has_own_verb(words_of(after).all)
        ):
            return True
    return False


def _has_thing_after(words: Words) -> bool:
    """Return whether a quality is followed by what it is a quality of: 'good problem solving', 'fast food'."""
    second = words.at(1)
    if (
        not second
        or second in words_named("small", "prepositions")
        or second in ("to", "and", "enough", "or", "but")
    ):
        return False
    return second not in words_named("small", "adverbs")
