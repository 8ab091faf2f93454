"""The shape of typed words: a thing, a sentence, something done, a question. Told by their words alone."""

import re
from itertools import pairwise

from playbook.memory import remembered
from playbook.phrasing.clauses import count_verbs, has_own_verb, is_subject, opens_thing
from playbook.phrasing.language import is_foreign
from playbook.phrasing.lexicon import auxiliaries, verbs, words_named
from playbook.phrasing.nominal import shape_of_thing
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import is_empty
from playbook.phrasing.verbal import shape_of_verb
from playbook.phrasing.words import Words, words_of

_QUOTE = re.compile(r"^[\"“„«]([^\"“”„«»]+)[\"”“»][.,!]?$")


@remembered()
def shape_of(text: str, expects: Shape | None = None) -> Shape:
    """Return the shape of a tidied text; where a word could be two things, the one that the field `expects`."""
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
    """Return what stands between the quotation marks of a text that is quoted throughout."""
    quote = _QUOTE.match(text.strip())
    return quote[1].strip() if quote else ""


def _is_question(words: Words) -> bool:
    first, second, third = words.at(0), words.at(1), words.at(2)
    asks = first in words_named("small", "questions") and first != "whether"
    if asks and second in auxiliaries() and (is_subject(third) or opens_thing(third)):
        return True
    return first in auxiliaries() and is_subject(second)


def _by_first_word(words: Words, text: str, expects: Shape | None) -> Shape:  # noqa: PLR0911 - one answer for each beginning
    first, second = words.at(0), words.at(1)
    if auxiliaries().issuperset(words.all):
        return Shape.UNKNOWN
    if first == "to" and (second in verbs().base or second == "be"):
        return Shape.TO_DO
    if first == "about":
        return Shape.ABOUT
    if first == "that" and has_own_verb(words.all[1:]):
        return Shape.THAT
    if first in words_named("small", "questions") or (first, second) == ("the", "way"):
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
    verbal = shape_of_verb(words, expects)
    if verbal is not None:
        return verbal
    return shape_of_thing(words, text)


def _after_question_word(words: Words, text: str) -> Shape:
    """Read 'How you train people': it is a thing to speak of; 'What they do is train people' says something.

    'The way you train people' is read as 'how' is.
    """
    if words.at(0) == "the":
        way = _after_question_word(Words(("how", *words.all[2:])), text)
        return Shape.THING if way is Shape.WH else way
    if words.at(0) == "when" and "," in text and has_own_verb(words_of(text.partition(",")[2]).all):
        return Shape.CLAUSE
    says = count_verbs(words.all) < 0 or _says_of_what(words.all)
    return Shape.CLAUSE if says else Shape.WH


def _says_of_what(tokens: tuple[str, ...]) -> bool:
    """Return whether these words say something of what is, does or is done: 'what gets measured gets done'."""
    finite = auxiliaries() | verbs().third.keys()
    return (
        tokens[0] == "what"
        and tokens[1:2] != ()
        and tokens[1] in finite
        and any(
            word in finite
            and before not in words_named("small", "joins") | {"and", "or", "to"}
            and not is_subject(before)
            for before, word in pairwise(tokens[2:])
        )
    )
