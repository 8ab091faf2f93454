"""Whether the record says something already about a wish: 'Sundays off' where they close on Sundays."""

from playbook.interview import Interview
from playbook.memory import remembered
from playbook.phrasing.lexicon import verbs, words_named
from playbook.phrasing.subjects import GRAMMAR, TELLS_NOTHING
from playbook.phrasing.tidy import is_empty
from playbook.phrasing.words import words_of
from playbook.record_rows import Offer

ASKS_FOR_MORE = frozenset(
    "more extra another additional longer later earlier higher bigger fewer less shorter sooner instead".split()
)
"""Words of a wish that goes beyond what there is: 'three more days of holiday'."""
_FOR_HOW_LONG = frozenset(
    "till til until before through after during for always permanently ever".split()
)
_WHAT_KIND = frozenset(
    "free paid unpaid full private own permanent every all flexible remote hybrid daily weekly monthly".split()
)
"""Words of a wish that have to stand in what was noted as well: 'parking' isn't free parking yet."""
_NOT = frozenset("no not never nobody none nothing without don't doesn't isn't can't won't".split())
_ALSO_NAMES_IT = frozenset("space place spot pass card scheme option".split())
"""Words behind a thing that are no other thing: a parking space is parking."""
_FEWEST_LETTERS = 4


def granted(wish: str, interview: Interview) -> str:
    """Return what the reader noted or was offered that covers this wish, as typed; empty where nothing does."""
    asked = set(words_of(wish).all)
    if not asked.isdisjoint(ASKS_FOR_MORE | _FOR_HOW_LONG):
        return ""
    return next((each for each in _known(interview) if _covers(each, wish)), "")


def perhaps_granted(wish: str, interview: Interview) -> str:
    """Return what was noted about the same thing where it isn't certain that it covers the wish; else empty."""
    asked = set(words_of(wish).all)
    if not asked.isdisjoint(ASKS_FOR_MORE) or granted(wish, interview):
        return ""
    wanted = _telling(wish)
    return next((each for each in _known(interview) if not wanted.isdisjoint(_telling(each))), "")


def _covers(noted: str, wish: str) -> bool:
    """Return whether what was noted says all that is asked for: the same things, of the same kind, both with a 'no'."""
    wanted, known = _telling(wish) - _ALSO_NAMES_IT, _telling(noted)
    asked, noted_words = set(words_of(wish).all), set(words_of(noted).all)
    same_kind = asked & _WHAT_KIND <= noted_words
    return (
        bool(wanted)
        and wanted <= known
        and same_kind
        and (asked & _NOT == set()) == (noted_words & _NOT == set())
    )


def _known(interview: Interview) -> tuple[str, ...]:
    """Return what was heard, and the terms of this employer's offer."""
    offer = next(iter(interview.offers), Offer())
    terms = (offer.benefits, offer.start, offer.place, offer.leave, offer.probation, offer.review)
    noted_words = (each.said for each in interview.round.interviewers)
    heard = (interview.statement.learned, interview.round.highlights, *noted_words, *terms)
    return tuple(" ".join(each.split()) for each in heard if not is_empty(each))


@remembered()
def _telling(text: str) -> frozenset[str]:
    """Return the words of a text by which another one about the same thing is known: 'sunday', 'night', 'parking'."""
    every = (_singular(each) for each in words_of(text).all)
    return frozenset(each for each in every if _tells(each))


def _tells(word: str) -> bool:
    if len(word) < _FEWEST_LETTERS or word in TELLS_NOTHING or not word.isalpha():
        return False
    if any(word in words_named("small", name) for name in GRAMMAR):
        return False
    known = verbs()
    thing = word in words_named("small", "things") or word in words_named("small", "practical")
    does = word in known.base or word in known.past or word in known.gerund or word in known.third
    return thing or not (does or word in words_named("small", "adjectives"))


def _singular(word: str) -> str:
    """Rewrite 'Sundays' as 'sunday'; nights are a shift, and a night is none."""
    if word == "nights":
        return word
    return word[:-1] if word.endswith("s") and not word.endswith("ss") else word
