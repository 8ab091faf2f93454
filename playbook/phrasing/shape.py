"""The shape of typed words: a thing, a sentence, something done, a question. Told by their words alone."""

import re
from dataclasses import dataclass
from enum import StrEnum

from playbook.memory import remembered
from playbook.phrasing.clauses import (
    count_verbs,
    has_own_verb,
    is_subject,
    is_verb_here,
    opens_thing,
)
from playbook.phrasing.lexicon import auxiliaries, verbs, words_named
from playbook.phrasing.tidy import is_empty

WORD = re.compile(r"[^\W_]+(?:['’&/.\-][^\W_]+)*")
_QUOTE = re.compile(r"^[\"“„«]([^\"“”„«»]+)[\"”“»][.,!]?$")
_LIST_MARK = re.compile(r"\s*(?:;|\n)\s*")
NAMES_A_THING = frozenset(
    "bonus fee scheme room area course plan day days pay allowance manual programme session hours time costs style"
    " contract".split()
)
"""What makes a thing of a word in -ing before it: 'joining bonus'."""
CAUSES = ("making", "letting", "seeing", "watching", "helping", "hearing", "getting")
"""Words after which somebody else does something: 'making people laugh'."""
LONGEST_THING = 5
"""Words that a thing in a list has at most: more are a sentence with commas."""
FEWEST_FOREIGN = 2
"""Words of another language from which a text isn't taken for English."""


class Shape(StrEnum):
    """What typed words are, by the way they are built."""

    EMPTY = "empty"
    QUOTE = "quote"
    CLAUSE = "clause"
    THAT = "that"
    WH = "wh"
    QUESTION = "question"
    THING = "thing"
    DID = "did"
    DOES = "does"
    DO = "do"
    TO_DO = "to-do"
    DOING = "doing"
    DONE = "done"
    ABOUT = "about"
    ADVERB = "adverb"
    QUALITY = "quality"
    FOREIGN = "foreign"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Words:
    """The words of a text in small letters with straight apostrophes."""

    all: tuple[str, ...]

    def at(self, place: int) -> str:
        """The word at this place; empty beyond the end."""
        return self.all[place] if 0 <= place < len(self.all) else ""


@remembered()
def words_of(text: str) -> Words:
    """The text's words, to be compared."""
    return Words(tuple(WORD.findall(text.replace("’", "'").casefold())))


@remembered()
def shape_of(text: str, expects: Shape | None = None) -> Shape:
    """The shape of a tidied text; where a word could be two things, the one that the field `expects`."""
    if is_empty(text):
        return Shape.EMPTY
    if _QUOTE.match(text.strip()):
        return Shape.QUOTE
    if is_foreign(text):
        return Shape.FOREIGN
    words = words_of(text)
    if text.rstrip().endswith("?") or _is_question(words):
        return Shape.QUESTION
    return _by_first_word(words, text, expects)


def quoted_words(text: str) -> str:
    """What stands between the quotation marks of a text that is quoted throughout."""
    found = _QUOTE.match(text.strip())
    return found[1].strip() if found else ""


@remembered()
def is_foreign(text: str) -> bool:
    """Whether the text is surely in another language than English: its script, or its small words."""
    letters = [each for each in text if each.isalpha()]
    if sum(each.isascii() for each in letters) * 2 < len(letters):
        return True
    found = words_of(text).all
    foreign = sum(each in words_named("foreign", "words") for each in found)
    english = sum(_is_english(each) for each in found)
    accented = any(not each.isascii() for each in found)
    if foreign >= FEWEST_FOREIGN and foreign > english:
        return True
    return (
        accented and english == 0 and foreign + len(found) > FEWEST_FOREIGN and text[:1].islower()
    )


def _is_english(word: str) -> bool:
    if word in words_named("foreign", "also_english"):
        return False
    groups = (
        "subjects",
        "with_verb",
        "determiners",
        "prepositions",
        "questions",
        "joins",
        "things",
        "people",
    )
    return (
        any(word in words_named("small", group) for group in groups)
        or word in auxiliaries()
        or word in verbs().base
        or word in verbs().past
        or word in verbs().third
    )


def _is_question(words: Words) -> bool:
    first, second, third = words.at(0), words.at(1), words.at(2)
    asks = first in words_named("small", "questions") and first != "whether"
    if asks and second in auxiliaries() and (is_subject(third) or opens_thing(third)):
        return True
    return first in auxiliaries() and is_subject(second)


def _by_first_word(words: Words, text: str, expects: Shape | None) -> Shape:  # noqa: PLR0911 - one answer for each beginning
    first, second = words.at(0), words.at(1)
    if first == "to" and (second in verbs().base or second == "be"):
        return Shape.TO_DO
    if first == "about":
        return Shape.ABOUT
    if first == "that" and has_own_verb(words.all[1:]):
        return Shape.THAT
    if first in words_named("small", "questions"):
        return _after_question_word(words, text)
    if first in words_named("small", "with_verb") or (
        is_subject(first) and first not in ("this", "these", "those", "none", "there")
    ):
        return Shape.CLAUSE if len(words.all) > 1 else Shape.UNKNOWN
    if (first, second.removesuffix("'s")) == ("no", "one") and len(words.all) > len(
        ("no", "one", "goes")
    ) - 1:
        return Shape.CLAUSE
    if first in ("this", "these", "those", "none", "there", "that") and second in auxiliaries():
        return Shape.CLAUSE
    verbal = _verbal(words, expects)
    if verbal is not None:
        return verbal
    return _nominal(words, text)


def _after_question_word(words: Words, text: str) -> Shape:
    """'How you train people' is a thing to speak of; 'What they do is train people' says something."""
    if words.at(0) == "when" and "," in text and has_own_verb(words_of(text.partition(",")[2]).all):
        return Shape.CLAUSE
    return Shape.CLAUSE if count_verbs(words.all) < 0 else Shape.WH


def _verbal(words: Words, expects: Shape | None) -> Shape | None:
    """The shape of words that begin with a verb; None where they don't."""
    first, second = words.at(0), words.at(1)
    known = verbs()
    if first in ("don't", "dont", "never", "always") and second in known.base:
        return Shape.DO
    if first in words_named("small", "adverbs") and second:
        rest = _verbal(Words(words.all[1:]), expects)
        if rest in (Shape.DID, Shape.DOES, Shape.DO):
            return rest
    if _is_no_verb(first, second):
        return None
    if _is_gerund(first) and second and (first in CAUSES or not has_own_verb(words.all)):
        names_a_thing = second in NAMES_A_THING or second in ("and", "or")
        return None if names_a_thing else Shape.DOING
    if second and first in known.participle and first not in known.past and first not in known.base:
        return Shape.DONE if _is_done_by_others(words) else None
    if _is_past(first) and (second or first in known.past):
        return _past_shape(first, words, expects)
    return _present_shape(words, expects)


def _is_no_verb(first: str, second: str) -> bool:
    """Whether a word that may be a verb is none by what follows: 'head of', 'close to', 'experience with'."""
    if first in words_named("small", "mass"):
        return True
    if second == "of" and first in verbs().both:
        return True
    return first in words_named("small", "adjectives") and second in ("to", "by", "at")


def _present_shape(words: Words, expects: Shape | None) -> Shape | None:
    """'Runs the ward', 'can weld', 'run the ward'; None for words that begin with none of these."""
    first, second = words.at(0), words.at(1)
    known = verbs()
    is_third = first in known.third and first not in auxiliaries()
    if is_third and (is_verb_here(known.third[first], second) or expects is Shape.DOES):
        return Shape.DOES
    if first in words_named("small", "helping") and second:
        return Shape.DOES if first not in ("was", "had") else Shape.DID
    if first in known.base and (is_verb_here(first, second) or expects in (Shape.DO, Shape.DOES)):
        is_subject_of_more = has_own_verb(words.all) and first in known.both and expects is None
        return None if is_subject_of_more else Shape.DO
    return None


def _past_shape(first: str, words: Words, expects: Shape | None) -> Shape | None:
    """'Ran a crew' is something done; 'used by 300 students' is done by others."""
    second = words.at(1)
    if first in words_named("small", "not_past"):
        if opens_thing(second):
            return Shape.DID
        return Shape.DONE if _is_done_by_others(words) and second in ("by", "as") else Shape.QUALITY
    if _is_done_by_others(words):
        return Shape.DONE
    if (
        first in verbs().base
        and expects is not Shape.DID
        and second not in words_named("small", "determiners") | {"up", "out", "off"}
    ):
        return Shape.DO if is_verb_here(first, second) else None
    if expects is not Shape.DID and not second:
        return None
    return Shape.DID


def _is_done_by_others(words: Words) -> bool:
    """Whether the words begin with what others did: 'cited 31 times', 'used by 300 students'."""
    first, second = words.at(0), words.at(1)
    if first not in verbs().participle and not first.endswith("ed"):
        return False
    if first in words_named("small", "by_others") and second in words_named(
        "small", "prepositions"
    ):
        return True
    return second in ("by", "as") or (second.isdigit() and words.at(2) in ("times", "time"))


def _nominal(words: Words, text: str) -> Shape:
    """The shape of words that begin with a thing, a quality, or when, where and how."""
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
    """'By 30%' says how; 'During my placement I ran the ward' is a sentence."""
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
    """Whether a thing is followed by a sentence, as in '48 hours, and you let me taste it'."""
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


def _is_gerund(word: str) -> bool:
    if word in words_named("small", "not_gerunds") or len(word) < len("using"):
        return False
    return word in verbs().gerund or (
        word.endswith("ing") and word not in words_named("small", "things")
    )


def _is_past(word: str) -> bool:
    if word in words_named("small", "things") and word not in verbs().past:
        return False
    return (
        word in verbs().past
        or word in words_named("small", "not_past")
        or (word.endswith("ed") and len(word) > len("used"))
    )


def _has_thing_after(words: Words) -> bool:
    """Whether a quality is followed by what it is a quality of: 'good problem solving', 'fast food'."""
    second = words.at(1)
    if (
        not second
        or second in words_named("small", "prepositions")
        or second in ("to", "and", "enough", "or", "but")
    ):
        return False
    return second not in words_named("small", "adverbs")


@remembered()
def parts_of_list(text: str) -> tuple[str, ...]:
    """The things of a list, one after another; the text alone where it is none."""
    pieces = [each.strip(" .,") for each in _LIST_MARK.split(text) if each.strip(" .,")]
    if len(pieces) > 1:
        return tuple(_without_and(each) for each in pieces)
    commas = [each.strip(" .") for each in text.split(",") if each.strip(" .")]
    if len(commas) > 1 and all(
        len(each.split()) <= LONGEST_THING and shape_of(_without_and(each)) is Shape.THING
        for each in commas
    ):
        split = [*commas[:-1], *_last_two(commas[-1])]
        return tuple(_without_and(each) for each in split)
    return (text,)


def _last_two(last: str) -> list[str]:
    before, join, after = last.partition(" and ")
    return (
        [before, after]
        if join and not last.startswith("and ") and len(last.split()) <= LONGEST_THING
        else [last]
    )


def _without_and(text: str) -> str:
    return text[4:].strip() if text.casefold().startswith("and ") else text


@remembered()
def says_same(one: str, other: str) -> bool:
    """Whether most of what one sentence says stands in the other as well: saying both would be saying it twice."""
    telling = {each for each in words_of(one).all if len(each) > len("with") or each.isdigit()}
    known = set(words_of(other).all)
    return bool(telling) and len(telling & known) * 2 > len(telling)
