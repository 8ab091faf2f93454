"""The words of words.toml, found in a text: each item is a word or a phrase with all that it can stand for."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from playbook.content import read_toml
from playbook.promises.tokens import Token, tokens

EM_DASH = "—"
_DASHES = "-–—−‐‑"
type Phrase = tuple[str, ...]
type Classes = dict[str, str | int | float]
type Lexicon = Mapping[Phrase, Classes]

_STRONG = frozenset(
    "weekday month near weekend feast vague full-year short-year iso numeric nth-day number tens"
    " unit-after-next short-end back-to except decimal quarter-number half-number next-day wc month-year".split()
)
_WEAKER = frozenset("unit which part some nth new-year later ago half rest".split())
WEAK, _HARDLY = 0.3, 0.1
"""How much a word looks like time that only belongs to one, and an article."""
_OWNERS = frozenset({"unit", "weekday", "near", "month"})
_POINTING = frozenset({"next", "this", "that", "same", "long"})
_POINTED_AT = frozenset({"unit", "weekday", "month", "weekend", "feast"})
_NO_TIMES = frozenset({"phone", "money"})
"""Kinds of tokens."""
_GLUED_UNITS = {
    "d": "day",
    "w": "week",
    "h": "hour",
    "m": "month",
    "y": "year",
    "b": "business-day",
}
_ONES = frozenset({"a", "an", "one", "another"})
_MARKS = {
    ",": "comma", "(": "comma", ")": "comma", "[": "comma", "]": "comma", ";": "stop", ":": "colon",
    ".": "stop", "!": "stop", "?": "stop", "…": "stop", "/": "slash", "+": "plus",
    "±": "plus-minus", "&": "and", "~": "ish",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Item:
    """A word or phrase: its plain text, what it can stand for, and where it stands in what was typed.

    `article`: "the" stood before it; `owns`: it had an 's. `clock_before` and `clock_after`: a time of
    day was left out there.
    """

    text: str
    classes: Mapping[str, str | int | float]
    start: int
    end: int
    raw: str = ""
    article: bool = False
    owns: bool = False
    clock_before: bool = False
    clock_after: bool = False

    @property
    def weight(self) -> float:
        """How much it looks like time: 1 for what names one, less for what only belongs to one."""
        if self.classes.get("number") == 1 and not self.text.isdigit():
            return _HARDLY
        if not _STRONG.isdisjoint(self.classes):
            return 1
        return 0 if _WEAKER.isdisjoint(self.classes) else WEAK

    def stands_for(self, name: str, *values: object) -> bool:
        """Return whether it can be this, or one of these values of it."""
        return name in self.classes and (not values or self.classes[name] in values)


@cache
def _lexicon() -> Lexicon:
    """Return every phrase with its classes."""
    classes: dict[Phrase, Classes] = defaultdict(dict)
    for name, table in read_toml(files(__package__).joinpath("words.toml")).items():
        for key, phrases in table.items():
            value = int(key) if key.removeprefix("-").isdigit() else key
            for phrase in phrases.split(","):
                classes[tuple(phrase.split())].setdefault(name, value)
    return dict(classes)


@cache
def _longest_phrase() -> int:
    return max(map(len, _lexicon()))


def items(words: str, own: Lexicon) -> list[Item]:
    """Return the items of a text in order. `own` are the names of the employer's holidays."""
    row = list(_articles(tokens(words)))
    texts = [text for text, _, _ in row]
    matched: list[Item] = []
    at = 0
    while at < len(row):
        length, classes = _longest(texts, at, row[at][2], own)
        _text, token, article = row[at]
        if token.kind in _NO_TIMES:
            classes = {"thing": 1}
        if "unit" in classes and texts[at + length - 1].endswith("s"):
            classes = {**classes, "units": classes["unit"]}
        last = row[at + length - 1][1]
        phrase = " ".join(texts[at : at + length])
        matched.append(
            Item(phrase, classes, token.start, last.end, token.raw, article, last.possessive)
        )
        at += length
    return matched


def _articles(pieces: Iterator[Token]) -> Iterator[tuple[str, Token, bool]]:
    """Yield text, token and whether "the" stood before it. A hyphen between letters is a space."""
    row = list(pieces)
    article = False
    for at, token in enumerate(row):
        if token.text == "the":
            article = True
            continue
        if (token.kind == "range" and _joins_letters(row, at)) or _is_abbreviation(row, at):
            continue
        ends = at + 1 < len(row) and row[at + 1].text == "end"
        text = token.text if ends else _singular(token, row[at - 1].text if at else "")
        if token.kind == "word" and len(text) == 1 and token.glued and row[at - 1].kind == "number":
            text = _GLUED_UNITS.get(text, text)
        yield text, token, article
        article = False


def _is_abbreviation(row: Sequence[Token], at: int) -> bool:
    """Return whether a full stop only shortens a word, or numbers a day: 'Dec. 4', '27. November'."""
    if row[at].text != "." or at == 0 or at + 1 == len(row):
        return False
    before, after = row[at - 1].text, row[at + 1].text
    if before.isdigit():
        return "month" in _single(after)
    goes_on = not row[at + 1].raw[:1].isupper() or not _POINTED_AT.isdisjoint(_single(after))
    return before in _SHORTENED and goes_on


def _single(word: str) -> Classes:
    """Return what one word stands for, longer phrases aside."""
    return _lexicon().get((word,), {})


def _joins_letters(row: Sequence[Token], at: int) -> bool:
    """Return whether a hyphen joins a word to what stands beside it: 'mid-December'."""
    glued = 0 < at < len(row) - 1 and row[at].glued and row[at + 1].glued
    if not glued or row[at].text == EM_DASH:
        return False
    around = [_single(row[at - 1].text), _single(row[at + 1].text)]
    if any(all(kind in each for each in around) for kind in ("weekday", "month")):
        return False
    kinds = {row[at - 1].kind, row[at + 1].kind}
    return "word" in kinds and kinds <= {"word", "number", "nth", "quarter"}


def _singular(token: Token, before: str) -> str:
    """Read 'Week' for "week's"; 'new years' stays what it is."""
    if token.possessive and token.text.endswith("s") and before != "new":
        bare = token.text[:-1]
        if not _OWNERS.isdisjoint(_single(bare)):
            return bare
    return token.text


def _longest(
    texts: Sequence[str],
    at: int,
    article: bool,  # noqa: FBT001
    own: Lexicon,
) -> tuple[int, Classes]:
    """Return how many words the longest phrase here has, and its classes; the employer's holidays come first."""
    lexicon = _lexicon()
    widest = min(max(_longest_phrase(), max(map(len, own), default=0)), len(texts) - at)
    ahead = [tuple(texts[at : at + length]) for length in range(widest, 0, -1)]
    phrase = next((p for p in ahead if p in lexicon and not _opens_more(texts, at, p)), ())
    classes = lexicon.get(phrase, {})
    longer = [p for p in ahead if len(p) >= len(phrase)]
    if article and (with_article := next((p for p in longer if ("the", *p) in lexicon), ())):
        phrase, classes = with_article, lexicon["the", *with_article]
    if named := next((p for p in longer if len(p) >= len(phrase) and p in own), ()):
        both = classes if len(named) == len(phrase) else {}
        return len(named), own[named] | {key: both[key] for key in both if key != "feast"}
    return (len(phrase), classes) if phrase else (1, _unlisted(texts[at]))


def _opens_more(texts: Sequence[str], at: int, phrase: Phrase) -> bool:
    """Recognise where 'after next' or 'after this' goes on, so that it isn't the phrase: 'after next week'."""
    end = at + len(phrase)
    ends = len(phrase) == 1 or phrase[-1] not in _POINTING or end >= len(texts)
    if ends or "else" in _lexicon()[phrase]:
        return False  # 'failing that Tuesday'
    return not _POINTED_AT.isdisjoint(_single(texts[end]))


def _unlisted(text: str) -> Classes:
    if text in _MARKS:
        return {_MARKS[text]: 1}
    if text[0] in _DASHES:
        return {"dash": 1}
    if text.isascii() and text.isalpha():
        return _misspelt(text)
    return {}


_SHORTENED = frozenset(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed weds thu thur thurs fri sat sun"
    " approx max min beg mr mrs ms dr st wk wks hr hrs mo ca etc no dept".split()
)
_FORGIVEN = frozenset({"weekday", "month", "near", "unit", "weekend"})
_SHORTEST = 5
_SHORT_BUT_COMMON = frozenset({"week", "weeks", "month"})
_REAL_WORDS = frozenset(
    "weak wee weed weeds weep weeps weekly mouth moth match larch yeah yearn yearly hourly monthly"
    " sundry daily weekday marched maybe mays tests nearly earl early hound hoard augusts weekender"
    " augusta augustus augustine juno julie julia julian junk".split()
)


@cache
def _correct() -> dict[str, list[tuple[str, Classes]]]:
    """Return the words of time that are long enough to be recognised when misspelt, by their first letter."""
    index: dict[str, list[tuple[str, Classes]]] = defaultdict(list)
    for phrase, classes in _lexicon().items():
        long = len(phrase[0]) > _SHORTEST or phrase[0] in _SHORT_BUT_COMMON
        if len(phrase) == 1 and long and not _FORGIVEN.isdisjoint(classes):
            index[phrase[0][0]].append((phrase[0], classes))
    return dict(index)


def _misspelt(text: str) -> Classes:
    """Return what a word of time with one slip stands for; real words aren't taken for slips."""
    if len(text) < _SHORTEST - 1 or text in _REAL_WORDS:
        return {}
    return next(
        (classes for word, classes in _correct().get(text[0], ()) if _one_slip(text, word)), {}
    )


def _one_slip(text: str, word: str) -> bool:
    """Tell whether one slip parts two words: a letter more or less, two exchanged, or in a long word one wrong."""
    if abs(len(text) - len(word)) > 1:
        return False
    at = next(
        (n for n, pair in enumerate(zip(text, word, strict=False)) if pair[0] != pair[1]),
        min(len(text), len(word)),
    )
    ours, theirs = text[at:], word[at:]
    if len(text) == len(word):
        swapped = ours[1::-1] + ours[2:] == theirs and len(ours) > 1
        return swapped or (len(word) > _SHORTEST + 1 and ours[1:] == theirs[1:])
    return ours[1:] == theirs if len(text) > len(word) else ours == theirs[1:]
