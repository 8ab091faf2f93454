"""Typed words made tidy: one run of text, no list marks, no empty answers. Nothing is added and nothing is lost."""

import re
import unicodedata

from playbook.memory import remembered
from playbook.phrasing.lexicon import auxiliaries, empty_words, verbs, words_named

_NO_NAME = ("ility", "unity", "ation", "ition", "ness", "ship")
"""Endings of words that are no names."""
ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।")
"""What ends a sentence in the languages that people type; nothing of ours comes behind it."""
_PAUSES = " ,;:"
_AT_AN_END = _PAUSES + "".join(ENDS)
_QUOTED = tuple(f"{end}{quote}" for end in ENDS for quote in "\"'”’")
_MARK = re.compile(r"^(?:[-*•–—]|\d{1,2}[.)])\s+")
_NUMBERED = re.compile(r"(?:^|(?<=\s))\(?(?:\d{1,2}|[a-d])\)\s+")
"""Numbers of a list within a line: '(1) the garden (2) the lab'."""
_SENTENCE_END = re.compile(
    r"(?:(?<=[.!?…])|(?<=[.!?…][\"'”)]))\s+(?=[^\W\d_a-z]|\d|[a-z])",
)
_BEFORE_A_NAME = frozenset(
    "dr mr mrs ms mx st prof sr fr rev capt col sgt engr smt shri mdm hon dra esp incl approx vs".split()
)
"""Abbreviations that end no sentence: a name or the rest comes behind them."""
_ASIDE = re.compile(r"\s*\(([^()]*)\)")
_STRAY = re.compile(r"(?:(?<=\s)|^)[.,;:!?…]+(?=\s|$)")
"""Marks that belong to no word."""
_TWICE = re.compile(r"([.,;:])\1+(?=\s)")


@remembered()
def join_lines(text: str) -> str:
    """Join words typed on several lines into one run of text, without list marks and doubled blanks."""
    if len(_NUMBERED.findall(text)) > 1:
        text = _NUMBERED.sub("\n", text)
    lines = (_MARK.sub("", line.strip()) for line in text.splitlines())
    *others, last = [" ".join(line.split()) for line in lines if line.strip()] or [""]
    run = _STRAY.sub("", _without_pictures(" ".join([*map(_with_pause, others), last])))
    return " ".join(_TWICE.sub(r"\1", run).split())


def _without_pictures(text: str) -> str:
    """Return the text without emoji, which no letter holds."""
    if text.isascii():
        return text
    return " ".join("".join(" " if _is_picture(each) else each for each in text).split())


def _is_picture(character: str) -> bool:
    joins = ord(character) in (0x200D, 0xFE0F)
    return joins or (character >= "\u2600" and unicodedata.category(character) in ("So", "Sk"))


def _with_pause(line: str) -> str:
    """End a line that another one follows with a pause."""
    return line if line.endswith((*ENDS, ":", ";", ",")) else f"{line};"


@remembered()
def is_empty(text: str) -> bool:
    """Return whether these words stand for nothing: 'n/a', '-', 'idk', 'I can't remember'."""
    plain = " ".join(text.replace("’", "'").casefold().split())
    if not any(each.isalnum() for each in plain):
        return True
    return plain in empty_words() or plain.strip(" .!?,;:-") in empty_words()


@remembered()
def without_aside(text: str) -> tuple[str, str]:
    """Return the text without what stands in brackets, and what stood there."""
    asides = [each.strip() for each in _ASIDE.findall(text)]
    return " ".join(_ASIDE.sub("", text).split()), "; ".join(each for each in asides if each)


@remembered()
def sentences(text: str) -> tuple[str, ...]:
    """Return the sentences of a run of text, each with its end."""
    joined: list[str] = []
    for piece in _SENTENCE_END.split(text):
        if joined and (
            _goes_on(joined[-1]) or (piece[:1].islower() and not _begins_anew(joined[-1]))
        ):
            joined[-1] = f"{joined[-1]} {piece}"
        elif piece.strip():
            joined.append(piece.strip())
    return tuple(joined)


def _goes_on(before: str) -> bool:
    """Return whether the last full stop belongs to an abbreviation that something follows: 'Dr.'."""
    last = before.rsplit(" ", 1)[-1]
    return last == "M." or (last.endswith(".") and last.strip("(.").casefold() in _BEFORE_A_NAME)


def _begins_anew(before: str) -> bool:
    """Return whether a small letter after a full stop begins a sentence: not after an abbreviation."""
    last = before.rsplit(" ", 1)[-1].rstrip(".").casefold()
    return len(last) > len("no") and last not in (
        "etc",
        "approx",
        "incl",
        "dept",
        "prof",
        "mrs",
        "jan",
        "feb",
    )


def trim(text: str) -> str:
    """Return the words without marks at their end, to go on in a sentence."""
    return text.strip().rstrip(_AT_AN_END)


def with_full_stop(text: str) -> str:
    """Return the words as a sentence: with the mark that they end with, or else a full stop."""
    words = text.strip().rstrip(_PAUSES)
    return words if words.endswith((*ENDS, *_QUOTED)) else f"{words}."


@remembered()
def lower_first(text: str, names: tuple[str, ...] = ()) -> str:
    """Return the text with a small first letter, where the capital came from the keyboard and not from a name."""
    word = text.partition(" ")[0]
    plain = word.replace("’", "'").casefold().strip(",.;:")
    if (
        not word[:1].isupper()
        or word == "I"
        or plain.startswith("i'")
        or (len(word) > 1 and word[1:] != word[1:].lower())
    ):
        return text
    if plain in words_named("small", "determiners"):
        return text[:1].lower() + text[1:]
    if any(word.strip(",.;:'’s") and word.strip(",.;:") in name.split() for name in names):
        return text
    return text[:1].lower() + text[1:] if is_everyday(plain) else text


@remembered()
def is_everyday(word: str) -> bool:
    """Return whether this is an everyday word, so that no name is meant by it."""
    small = (
        "subjects",
        "with_verb",
        "determiners",
        "prepositions",
        "questions",
        "joins",
        "adverbs",
        "adjectives",
        "people",
        "mass",
    )
    if any(word in words_named("small", name) for name in small):
        return word != "may"
    known = verbs()
    if word in auxiliaries():
        return word != "may"
    if word in words_named("names", "days") or word in words_named("names", "months"):
        return False
    singular = word.removesuffix("s")
    if word.endswith(_NO_NAME) and len(word) > len("unity"):
        return True
    return (
        word in known.base
        or word in known.past
        or word in known.gerund
        or word in known.third
        or word in known.participle
        or word in words_named("small", "things")
        or singular in words_named("small", "things")
        or singular in words_named("small", "people")
    )


@remembered()
def plain_form(text: str) -> str:
    """Return the text without accents and capitals, to compare spellings."""
    split = unicodedata.normalize("NFD", text)
    return "".join(each for each in split if not unicodedata.combining(each)).casefold()
