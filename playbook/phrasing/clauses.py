"""Whether words are a sentence: a verb that belongs to their subject, and to no clause inside."""

from playbook.phrasing.lexicon import auxiliaries, verbs, words_named

COUNTED = ("both", "all", "some", "many", "few", "most", "each", "none", "enough")
"""Words that stand for several people or things: 'both passed'."""


SEVERAL_PEOPLE = frozenset(
    "kids clients students pupils customers patients residents guests families parents users visitors teachers nurses"
    " doctors drivers developers engineers managers volunteers members teams staff".split()
)
"""Words after which a verb says what these people do: 'clients stay'."""


def has_own_verb(tokens: tuple[str, ...]) -> bool:
    """Return whether these words say something of their first one: 'the ward moves', and not 'the ward you run'."""
    return bool(tokens) and (_begins_with_subject(tokens) or count_verbs(tokens) < 0)


def _begins_with_subject(tokens: tuple[str, ...]) -> bool:
    first = tokens[0]
    return first in words_named("small", "with_verb") or (
        is_subject(first) and first not in ("this", "these", "those") and len(tokens) > 1
    )


def count_verbs(tokens: tuple[str, ...]) -> int:
    """Return how many clauses inside lack a verb; -1 where a verb is left over: then the words are a sentence."""
    open_clauses, before = 0, ""
    several = bool(tokens) and (is_plural(tokens[0]) or (len(tokens) > 1 and is_plural(tokens[1])))
    if tokens and tokens[0] in words_named("small", "questions"):
        open_clauses, before, tokens = 1, tokens[0], tokens[1:]
    for place, word in enumerate(tokens):
        after = tokens[place + 1] if place + 1 < len(tokens) else ""
        if word in words_named("small", "with_verb"):
            if place == 0:
                return -1
            open_clauses = max(open_clauses, 1) if word.endswith(("'d", "'ll")) else open_clauses
        elif place and word in words_named("small", "joins") and word != "but":
            open_clauses = max(open_clauses, 0) + (before not in words_named("small", "joins"))
        elif _is_pronoun_subject(word, after) and place:
            open_clauses = max(open_clauses, 1)
        elif place and _is_finite(word, before, after, of_several=several and open_clauses == 0):
            open_clauses -= 1
            if open_clauses < 0:
                return -1
        before = word
    return open_clauses


def _is_pronoun_subject(word: str, after: str) -> bool:
    return bool(after) and (
        word in ("i", "you", "we", "they", "he", "she", "it", "nobody", "everybody", "everyone")
    )


def _is_finite(word: str, before: str, after: str, *, of_several: bool = False) -> bool:
    """Return whether this word says something of what stands before it; `of_several`: of several things or people."""
    known = verbs()
    if word in ("is", "was", "are", "were") and before in ("do", "does", "did", "have", "need"):
        return True
    if before in auxiliaries() or before in ("to", "not", "be", "been", "being"):
        return False
    if word == "may" and before in words_named("small", "prepositions") | {"next", "last", "this"}:
        return False
    determined = before in words_named("small", "determiners") and before not in COUNTED
    if word in auxiliaries() or (word in ("got", "gets") and after.endswith("ed")):
        return not determined
    if determined or before in words_named("small", "adjectives"):
        return False
    if word in known.past and word not in known.base:
        return _is_past_verb(word, before, after)
    if before in words_named("small", "prepositions") or before == "and":
        return False
    return _is_present_verb(word, before, after, of_several=of_several)


def _is_past_verb(word: str, before: str, after: str) -> bool:
    """Return whether 'trained' is what somebody did: 'they trained the team', and not 'the people trained by them'."""
    if before in words_named("small", "prepositions"):
        return False
    if word not in verbs().participle:
        return True
    if not after:
        return word in words_named("small", "intransitive")
    goes_on = after in words_named("small", "adverbs") or after in words_named(
        "small", "prepositions"
    )
    sums_up = after in ("nothing", "everything", "something", "anything", "nobody", "everybody")
    return after not in ("by", "as") and (opens_thing(after) or goes_on or sums_up)


def _is_present_verb(word: str, before: str, after: str, *, of_several: bool) -> bool:
    """Return whether 'runs' or 'run' is what somebody does."""
    known = verbs()
    if word in known.third:
        if before in ("who", "which", "that"):
            return True
        adverb = before in words_named("small", "adverbs")
        here = is_verb_here(known.third[word], after) or after.endswith("ing") or adverb
        return here and not before.endswith("s")
    if of_several and word in known.base - known.both:
        return True
    plural = before in ("i", "you", "we", "they", "everyone", "who") or is_plural(before)
    sure = is_subject(before) or before in ("who", "people", "children") or before in SEVERAL_PEOPLE
    return word in known.base and plural and (is_verb_here(word, after) or sure)


def is_verb_here(base: str, after: str) -> bool:
    """Return whether a word that is also a noun is a verb by what follows.

    For example 'runs the shift', and not 'shift pattern'.
    """
    if base not in verbs().both or opens_thing(after):
        return True
    return after in words_named("small", "after_verb") or after in words_named(
        "small", "adjectives"
    )


def opens_thing(word: str) -> bool:
    """Return whether a thing begins with this word, so that a verb may stand before it: 'the', 'my', 'them', '12'."""
    return (
        word in words_named("small", "determiners")
        or word in ("me", "him", "us", "them", "it", "people", "somebody", "someone", "something")
        or word.isdigit()
    )


def is_subject(word: str) -> bool:
    """Return whether a sentence may begin with this word: 'I', 'they', 'nobody'."""
    return word in words_named("small", "subjects")


def is_plural(word: str) -> bool:
    """Return whether the word looks like several things or people."""
    if word in ("people", "children", "women", "men", "staff"):
        return True
    return word.endswith("s") and not word.endswith(("ss", "'s", "us", "is"))
