"""The shape of words that begin with a verb: done, being done, to be done."""

from playbook.phrasing.clauses import has_own_verb, is_verb_here, opens_thing
from playbook.phrasing.lexicon import auxiliaries, verbs, words_named
from playbook.phrasing.shapes import Shape
from playbook.phrasing.words import Words

NAMES_A_THING = frozenset(
    "bonus fee scheme room area course plan day days pay allowance manual programme session hours time costs style"
    " contract".split()
)
"""What makes a thing of a word in -ing before it: 'joining bonus'."""
_OF_LAST = frozenset(
    "one two three four five six few couple year year's month month's week week's day job".split()
)
"""What follows a 'last' that is no verb: 'last three months of payslips'."""
CAUSES = ("making", "letting", "seeing", "watching", "helping", "hearing", "getting")
"""Words after which somebody else does something: 'making people laugh'."""


def shape_of_verb(words: Words, expects: Shape | None) -> Shape | None:
    """Return the shape of words that begin with a verb; None where they don't."""
    first, second = words.at(0), words.at(1)
    known = verbs()
    if first in ("don't", "dont", "never", "always") and second in known.base:
        return Shape.DO
    if first in words_named("small", "adverbs") and second:
        rest = shape_of_verb(Words(words.all[1:]), expects)
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
    """Return whether a word that may be a verb is none by what follows: 'head of', 'close to', 'experience with'."""
    if first in words_named("small", "mass"):
        return True
    if first == "last" and (second.isdigit() or second in _OF_LAST):
        return True
    if second == "of" and first in verbs().both:
        return True
    return first in words_named("small", "adjectives") and second in ("to", "by", "at")


def _present_shape(words: Words, expects: Shape | None) -> Shape | None:
    """Read 'Runs the ward', 'can weld', 'run the ward'; None for words that begin with none of these."""
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
    """Tell what a past form begins: 'ran a crew' is something done; 'used by 300 students' is done by others."""
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
    """Return whether the words begin with what others did: 'cited 31 times', 'used by 300 students'."""
    first, second = words.at(0), words.at(1)
    if first not in verbs().participle and not first.endswith("ed"):
        return False
    if first in words_named("small", "by_others") and second in words_named(
        "small", "prepositions"
    ):
        return True
    return second in ("by", "as") or (second.isdigit() and words.at(2) in ("times", "time"))


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
