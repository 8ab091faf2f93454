"""Reading a text the way the checks do: its words, sentences and language."""

import re
from dataclasses import dataclass

from playbook.memory import remembered
from playbook.phrasing.tidy import ENDS

WORD = re.compile(r"[^\W_]+(?:['’.\-][^\W_]+)*")
SENTENCE_END = re.compile(rf"(?<=[{''.join(ENDS)}])[\"')]*\s+|\n+")
FEWEST_WORDS = 12
"""Words from which a language can be told."""
ENGLISH = frozenset(
    "the a an and of to in for on at with is are was were be been i i'm you your we my me it that this"
    " have has had will would can about from by so as but if not what there do dear hello thank very"
    " much time yours sincerely kind regards best wishes".split()
)
ENGLISH_SHARE = 0.2
"""The least share of such words in an English text of that length."""


@remembered()
def words(text: str) -> tuple[str, ...]:
    """Return the words of a text as they stand."""
    return tuple(WORD.findall(text))


@remembered()
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences and lines of a text."""
    return tuple(sentence for each in SENTENCE_END.split(text) if (sentence := each.strip()))


@dataclass(frozen=True, slots=True)
class ReadText:
    """A text read once for all checks: in small letters with straight apostrophes, and its words in that form."""

    text: str
    folded: str
    words: tuple[str, ...]
    is_english: bool


@remembered()
def read_text(text: str) -> ReadText:
    """Return the text as the checks look at it."""
    folded = text.casefold().replace("’", "'")
    tokens = words(folded)
    return ReadText(text, folded, tokens, _is_english(text, tokens))


def _is_english(text: str, tokens: tuple[str, ...]) -> bool:
    """Return whether the text reads as English; a short one in Latin letters gets the benefit of the doubt."""
    letters = [each for each in text if each.isalpha()] if not text.isascii() else []
    if sum(each.isascii() for each in letters) * 2 < len(letters):
        return False
    if len(tokens) < FEWEST_WORDS:
        return True
    return sum(each in ENGLISH for each in tokens) >= ENGLISH_SHARE * len(tokens)


def spoken_words(text: str) -> int:
    """Return how many words it is to say: a number is said digit by digit."""
    spelled_out = re.sub(
        r"\+?\d[\d\s().\-/]*", lambda run: " " + " ".join(re.findall(r"\d", run[0])) + " ", text
    )
    return len(words(spelled_out))


def one_slip(one: str, other: str) -> bool:
    """Return whether one slip of the keys lies between two words: a letter more, less, other, or two swapped."""
    if one == other or abs(len(one) - len(other)) > 1:
        return False
    at = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), None)
    if at is None:
        return True
    if len(one) != len(other):
        longer, shorter = sorted((one, other), key=len, reverse=True)
        return longer[at + 1 :] == shorter[at:]
    swapped = one[at : at + 2] == other[at : at + 2][::-1] and one[at + 2 :] == other[at + 2 :]
    return swapped or one[at + 1 :] == other[at + 1 :]
