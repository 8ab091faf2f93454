"""What recurs: words that stand in the reviews of several interviews. Words are compared, not meanings."""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from playbook.content import WordList
from playbook.record_rows import Review
from playbook.rulebook import Rulebook
from playbook.tools.debrief.model import Recurring, ReviewLine

ENDINGS = ("ings", "ing", "ies", "ied", "ed", "es", "s", "y", "e")
"""Left off before words are compared, so that 'nights' meets 'night' and 'practised' meets 'practise'."""
SHORTEST = 3
"""Letters that a word has at least, and keeps at least."""

Mentions = dict[str, list[ReviewLine]]


def recurring(
    reviews: tuple[Review, ...], least: int, everyday: frozenset[str]
) -> tuple[Recurring, ...]:
    """Return what went well again, what needs work again, and what got better: each in at least `least` interviews.

    Words that are `everyday` aren't compared.
    """
    good = _mentions(reviews, everyday, "went_well")
    weak = _mentions(reviews, everyday, "went_badly", "practise")
    return (
        *_often("weak", weak, least, everyday),
        *_better(good, weak, len(reviews) - 1, everyday),
        *_often("good", good, least, everyday),
    )


def stem(word: str) -> str:
    """Return a word without its ending."""
    for ending in ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= SHORTEST:
            return word.removesuffix(ending)
    return word


def words_of(line: str, everyday: frozenset[str]) -> Iterator[str]:
    """Yield the words of a line that say something, in small letters."""
    for word in re.findall(r"[^\W_]+(?:[-'][^\W_]+)*", line.replace("’", "'").casefold()):
        if len(word) >= SHORTEST and word not in everyday:
            yield word


@cache
def everyday_words(rulebook: Rulebook) -> frozenset[str]:
    """Return words that say too little to be compared (everyday.toml)."""
    table = rulebook.table(WordList, "tools/debrief/everyday.toml")
    return frozenset(table["small"].words.split())


def _mentions(reviews: tuple[Review, ...], everyday: frozenset[str], *fields: str) -> Mentions:
    mentions: Mentions = {}
    for at, review in enumerate(reviews):
        for field in fields:
            for line in _lines(getattr(review, field)):
                for word in dict.fromkeys(map(stem, words_of(line, everyday))):
                    mentions.setdefault(word, []).append(ReviewLine(at, line))
    return mentions


def _lines(text: str) -> list[str]:
    return list(dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()))


def _often(
    kind: str, mentions: Mentions, least: int, everyday: frozenset[str]
) -> Iterator[Recurring]:
    often = {
        word: tuple(lines)
        for word, lines in mentions.items()
        if len({mention.review for mention in lines}) >= least
    }
    recurs = [Recurring(kind, words, lines) for words, lines in _together(often, everyday)]
    yield from sorted(recurs, key=lambda each: -each.count)


def _better(
    good: Mentions, weak: Mentions, latest: int, everyday: frozenset[str]
) -> Iterator[Recurring]:
    """Yield what went well in the latest interview and was something to work on in an earlier one."""
    shared = {
        word: tuple(
            [each for each in weak[word] if each.review < latest]
            + [each for each in mentions if each.review == latest]
        )
        for word, mentions in good.items()
        if any(each.review == latest for each in mentions)
        and any(each.review < latest for each in weak.get(word, []))
    }
    for words, lines in _together(shared, everyday):
        yield Recurring("better", words, lines)


def _together(
    mentions: dict[str, tuple[ReviewLine, ...]], everyday: frozenset[str]
) -> Iterable[tuple[str, tuple[ReviewLine, ...]]]:
    """Group words that occur in exactly the same lines: 'night, shift'."""
    groups: dict[tuple[ReviewLine, ...], list[str]] = {}
    for word, lines in mentions.items():
        groups.setdefault(lines, []).append(_as_written(word, lines[-1].line, everyday))
    return [(", ".join(words), lines) for lines, words in groups.items()]


def _as_written(word: str, line: str, everyday: frozenset[str]) -> str:
    return next(each for each in words_of(line, everyday) if stem(each) == word)
