"""What two texts speak of: whether one thing stands in both."""

from playbook.memory import remembered
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.words import words_of

TELLS_NOTHING = frozenset(
    "day days week weeks month months year years time times thing things job jobs work working place people team"
    " person company employer nobody everyone first second last start starting end home half full part hour".split()
)
"""Words that two texts share by chance."""
GRAMMAR = ("subjects", "with_verb", "determiners", "prepositions", "questions", "joins", "adverbs")
"""Lists of words that name nothing."""
_ENDINGS = ("ings", "ing", "ments", "ment", "ers", "er", "ed", "es", "s", "e")
"""What a word may lose and still name the same thing: 'trained', 'training', 'trainers'."""
_FEWEST_LETTERS = 4
_SAY_LITTLE = frozenset(
    "need needs needed want wants make made take took have having good great well also able somebody someone calm"
    " always hard like really never keep keeps kept look looks know knows help helps gets getting going come comes"
    " new moment lots many much more most some each every that this with from them themselves those these it's".split()
)
"""Words by which nobody would know what a sentence is about."""


def share_subject(one: str, other: str) -> bool:
    """Return whether both texts speak of one thing: a word that tells something stands in both, in any form."""
    return not subjects(one).isdisjoint(subjects(other))


@remembered()
def subjects(text: str) -> frozenset[str]:
    """Return the stems of the words by which one knows what a text is about."""
    return frozenset(_stem(each) for each in words_of(text).all if _tells(each))


def _tells(word: str) -> bool:
    if (
        len(word) < _FEWEST_LETTERS
        or not word.replace("-", "").isalpha()
        or word in TELLS_NOTHING | _SAY_LITTLE
    ):
        return False
    return not any(word in words_named("small", name) for name in GRAMMAR)


def _stem(word: str) -> str:
    stems = (word.removesuffix(each) for each in _ENDINGS if word.endswith(each))
    return next((stem for stem in stems if len(stem) >= _FEWEST_LETTERS), word)
