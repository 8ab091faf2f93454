"""Typed words made tidy: one run of text, usual capitals, no empty answers. Nothing is added and nothing is lost."""

import re

from playbook.memory import remembered
from playbook.phrasing.lexicon import auxiliaries, empty_words, ordered_words, verbs, words_named

ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।")
_MARK = re.compile(r"^(?:[-*•–—]|\d{1,2}[.)])\s+")
_WORD = re.compile(r"[^\W_]+(?:['’&/.\-][^\W_]+)*|\S")
_APOSTROPHES = re.compile(
    r"(?-i:\b([iI])(m|ve)\b)|\b(don|doesn|didn|won|can|isn|aren|wasn|weren|couldn|wouldn|shouldn|haven|hasn|hadn)(t)\b"
    r"|\b(they|you)(re|ve)\b|\b(we)(ve)\b|\b(he|they|you)(d)\b"
    r"|\b(that|there|he|she|what)(s)\b(?=\s)|\b(it)(s)(?=\s(?:a|an|the|not|very|so|too|my|really|close|near|good|great|been|going|always|just|only)\b)",
    re.IGNORECASE,
)
"""Words whose apostrophe was left out, where no other word is spelled so."""
_MONTH_AFTER = re.compile(
    r"\b((?:till|until|in|by|of|from|since|before|after|next|last) )(march|may)\b"
)
_SENTENCE_END = re.compile(r"(?<=[.!?…])[\"'”)]*\s+(?=[^\W\d_a-z]|\d|[a-z])")
_ASIDE = re.compile(r"\s*\(([^()]*)\)")
_STRAY = re.compile(r"(?:(?<=\s)|^)[.,;:!?…]+(?=\s|$)")
"""Marks that belong to no word."""
_TWICE = re.compile(r"([.,;:])\1+(?=\s)")
FEWEST_CAPITALS = 4
"""Letters from which a text all in capitals is shouting, and no abbreviation."""


@remembered()
def flow(text: str) -> str:
    """Words typed on one or several lines as one run of text, without list marks and doubled blanks."""
    lines = (_MARK.sub("", line.strip()) for line in text.splitlines())
    *others, last = [" ".join(line.split()) for line in lines if line.strip()] or [""]
    run = _STRAY.sub("", " ".join([*map(_with_pause, others), last]))
    return " ".join(_TWICE.sub(r"\1", run).split())


def _with_pause(line: str) -> str:
    """A line that another one follows."""
    return line if line.endswith((*ENDS, ":", ";", ",")) else f"{line};"


@remembered()
def is_empty(text: str) -> bool:
    """Whether these words stand for nothing: 'n/a', '-', 'idk', 'I can't remember'."""
    plain = " ".join(text.replace("’", "'").casefold().split())
    if not any(each.isalnum() for each in plain):
        return True
    return plain in empty_words() or plain.strip(" .!?,;:-") in empty_words()


@remembered()
def is_shouted(text: str) -> bool:
    """Whether it was typed in capitals throughout."""
    letters = [each for each in text if each.isalpha() and each.upper() != each.lower()]
    if len(letters) < FEWEST_CAPITALS or any(each.islower() for each in letters):
        return False
    known = [word for word in _WORD.findall(text) if word.isalpha()]
    return len(known) > 1 or (len(known) == 1 and known[0] not in ordered_words("names", "short"))


@remembered()
def usual_capitals(text: str) -> str:
    """The text with its capitals as they are usually written: 'I', days and months, and nothing shouted.

    Words in capitals within a text stay: they may be abbreviations.
    """
    text = text.replace("|", "/") if "||" in text else text
    if is_shouted(text):
        text = _calmed(text)
    text = _APOSTROPHES.sub(_with_apostrophe, text)
    text = _MONTH_AFTER.sub(lambda match: match[1] + match[2].capitalize(), text)
    return _WORD.sub(_usual_word, text)


def _calmed(text: str) -> str:
    """A shouted text in small letters, its abbreviations kept."""
    short = {each.upper(): each for each in ordered_words("names", "short")}
    found = _WORD.findall(text)
    at = iter(range(len(found)))

    def calm(match: re.Match[str]) -> str:
        word, place = match[0], next(at)
        after = found[place + 1] if place + 1 < len(found) else ""
        before = found[place - 1] if place else ""
        if word == "US" and before.casefold() in words_named("small", "prepositions") and after:
            return word
        if word == "IT":
            return "it"
        return short.get(word, word.lower())

    return _WORD.sub(calm, text)


def _with_apostrophe(match: re.Match[str]) -> str:
    parts = [each for each in match.groups() if each]
    if len(parts[0]) == 1:
        return f"I'{parts[1].lower()}"
    return f"{parts[0][:-1]}{parts[0][-1]}'{parts[1]}" if parts[1] != "t" else f"{parts[0]}'t"


def _usual_word(match: re.Match[str]) -> str:
    word = match[0]
    if word == "i" or word.startswith(("i'", "i’")):
        return f"I{word[1:]}"
    if word.islower() and (
        word in words_named("names", "days")
        or word in words_named("names", "months")
        or word in words_named("names", "also")
    ):
        return word.capitalize()
    return word


@remembered()
def usual_name(name: str) -> str:
    """A name or a title with capitals where it was typed without any, or with nothing else."""
    if not name.isascii() and not any(each.islower() or each.isupper() for each in name):
        return name
    if name.islower() or is_shouted(name):
        return _capitals(name)
    return name


def _capitals(name: str) -> str:
    small = (
        "van",
        "von",
        "der",
        "den",
        "de",
        "la",
        "of",
        "and",
        "the",
        "at",
        "for",
        "in",
        "on",
        "&",
    )
    words = name.lower().split()
    return " ".join(
        word if word in small and at else _capital(word) for at, word in enumerate(words)
    )


def _capital(word: str) -> str:
    short = {each.casefold(): each for each in ordered_words("names", "short")}
    if word.strip("(),.") in short:
        return word.replace(word.strip("(),."), short[word.strip("(),.")])
    pieces = word.split("-")
    return "-".join(_first_capital(piece) for piece in pieces)


def _first_capital(word: str) -> str:
    at = next((at for at, each in enumerate(word) if each.isalpha()), 0)
    word = word[:at] + word[at : at + 1].upper() + word[at + 1 :]
    for start in ("O'", "O’", "D'", "Mc"):
        if word.startswith(start) and len(word) > len(start) + 1:
            return start + word[len(start) : len(start) + 1].upper() + word[len(start) + 1 :]
    return word


@remembered()
def without_aside(text: str) -> tuple[str, str]:
    """The text without what stands in brackets, and what stood there."""
    asides = [each.strip() for each in _ASIDE.findall(text)]
    return " ".join(_ASIDE.sub("", text).split()), "; ".join(each for each in asides if each)


@remembered()
def sentences(text: str) -> tuple[str, ...]:
    """The sentences of a run of text, each with its end."""
    found: list[str] = []
    for piece in _SENTENCE_END.split(text):
        if found and (piece[:1].islower() and not _begins_anew(found[-1])):
            found[-1] = f"{found[-1]} {piece}"
        elif piece.strip():
            found.append(piece.strip())
    return tuple(found)


def _begins_anew(before: str) -> bool:
    """Whether a small letter after a full stop begins a sentence: not after an abbreviation."""
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


def bare(text: str) -> str:
    """The words without marks at their end, to go on in a sentence."""
    return text.strip().rstrip(" .,;:!?…")


@remembered()
def small_first(text: str, names: tuple[str, ...] = ()) -> str:
    """The text with a small first letter, where the capital came from the keyboard and not from a name."""
    word = text.partition(" ")[0]
    plain = word.replace("’", "'").casefold().strip(",.;:")
    if (
        not word[:1].isupper()
        or word == "I"
        or plain.startswith("i'")
        or (len(word) > 1 and word[1:] != word[1:].lower())
    ):
        return text
    if any(word.strip(",.;:'’s") and word.strip(",.;:") in name.split() for name in names):
        return text
    return text[:1].lower() + text[1:] if is_everyday(plain) else text


@remembered()
def is_everyday(word: str) -> bool:
    """Whether this is an everyday word, so that no name is meant by it."""
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
