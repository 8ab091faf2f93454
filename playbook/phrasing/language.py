"""Whether typed words are in another language than English."""

from playbook.interview import Interview
from playbook.memory import remembered
from playbook.phrasing.lexicon import auxiliaries, verbs, words_named
from playbook.phrasing.tidy import is_empty
from playbook.phrasing.words import words_of

FEWEST_FOREIGN = 2
"""Words of another language from which a text isn't taken for English."""

FEWEST_IN_ALL = 6
"""Words in another language from which whatever is made of the form is meant to be in it, too."""


def writes_in_another_language(interview: Interview) -> bool:
    """Return whether all that was typed about the talk is in another language: then so are the words that follow."""
    people = (each.said for each in interview.round.interviewers)
    typed = (
        *people,
        interview.round.highlights,
        interview.round.missed,
        interview.statement.learned,
        interview.statement.draws,
    )
    texts = [each for each in typed if not is_empty(each)]
    several = len(texts) > 1 and len(" ".join(texts).split()) >= FEWEST_IN_ALL
    return several and all(is_foreign(each) for each in texts)


@remembered()
def is_foreign(text: str) -> bool:
    """Return whether the text is surely in another language than English: its script, or its small words."""
    letters = [each for each in text if each.isalpha()]
    if sum(each.isascii() for each in letters) * 2 < len(letters):
        return True
    tokens = words_of(text).all
    foreign = sum(each in words_named("foreign", "words") for each in tokens)
    english = sum(_is_english(each) for each in tokens)
    accented = any(not each.isascii() for each in tokens)
    if foreign >= FEWEST_FOREIGN and foreign > english:
        return True
    return (
        accented and english == 0 and foreign + len(tokens) > FEWEST_FOREIGN and text[:1].islower()
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
