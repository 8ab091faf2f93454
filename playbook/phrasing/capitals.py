"""Capitals and apostrophes as they are usually written: names, days, abbreviations, and nothing shouted."""

import re
from collections.abc import Mapping
from functools import cache

from playbook.memory import remembered
from playbook.phrasing.lexicon import ordered_words, words_named

_WORD = re.compile(r"[^\W_]+(?:['’&/.\-][^\W_]+)*|\S")
_APOSTROPHES = re.compile(
    r"(?-i:\b([iI])(m|ve)\b)|\b(don|doesn|didn|won|can|isn|aren|wasn|weren|couldn|wouldn|shouldn|haven|hasn|hadn)(t)\b"
    r"|\b(they|you)(re|ve)\b|\b(we)(ve)\b|\b(he|they|you)(d)\b"
    r"|\b(that|there|he|she|what)(s)\b(?=\s)|\b(it)(s)(?=\s(?:a|an|the|your|my|our|all|about|not|very|so|too|my|really|close|near|good|great|been|going|always|just|only)\b)",
    re.IGNORECASE,
)
"""Words whose apostrophe was left out, where no other word is spelled so."""
_MONTH_AFTER = re.compile(
    r"\b((?:till|until|in|by|of|from|since|before|after|next|last) )(march|may)\b"
)
LONGEST_SHORT = 5
"""Letters of an abbreviation at most."""
_VOWELS = frozenset("AEIOUY")
_WITHOUT_VOWELS = frozenset(
    "HRS YRS MR MRS DR MS SR JR ST VS PLS THX MTH MTHS WK WKS NR PM KG CM KM HR FT LTD PVT BHD SDN SGT CPT CPL FR LT"
    " CLLR NG MGR".split()
)
"""Words that are written in small letters although they have no vowel."""
FEWEST_CAPITALS = 4
"""Letters from which a text all in capitals is shouting, and no abbreviation."""


@remembered()
def is_shouted(text: str) -> bool:
    """Return whether it was typed in capitals throughout."""
    letters = [each for each in text if each.isalpha() and each.upper() != each.lower()]
    if len(letters) < FEWEST_CAPITALS or any(each.islower() for each in letters):
        return False
    known = [word for word in _WORD.findall(text) if word.isalpha()]
    return len(known) > 1 or (len(known) == 1 and known[0] not in ordered_words("names", "short"))


@remembered()
def usual_capitals(text: str) -> str:
    """Return the text with its capitals as they are usually written: 'I', days and months, and nothing shouted.

    Words in capitals within a text stay: they may be abbreviations.
    """
    text = text.replace("|", "/") if "||" in text else text
    if is_shouted(text):
        text = _calmed(text)
    text = _APOSTROPHES.sub(_with_apostrophe, text)
    text = _MONTH_AFTER.sub(lambda match: match[1] + match[2].capitalize(), text)
    return _double_names(_WORD.sub(_usual_word, text))


def _calmed(text: str) -> str:
    """Return a shouted text in small letters, its abbreviations kept."""
    short = {each.upper(): each for each in ordered_words("names", "short")}
    tokens = _WORD.findall(text)
    at = iter(range(len(tokens)))

    def calm(match: re.Match[str]) -> str:
        word, place = match[0], next(at)
        after = tokens[place + 1] if place + 1 < len(tokens) else ""
        before = tokens[place - 1] if place else ""
        if word == "US" and before.casefold() in words_named("small", "prepositions") and after:
            return word
        if word == "IT":
            return "it"
        return short.get(word) or (word if _is_abbreviation(word) else word.lower())

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
    if not word.islower():
        return word
    return _spellings().get(word.replace("’", "'"), word)


@cache
def _spellings() -> Mapping[str, str]:
    """Return names and abbreviations that are no other word, by how they are typed in small letters."""
    capital = {
        each: each.capitalize()
        for group in ("days", "months", "also")
        for each in words_named("names", group)
    }
    short = {each.casefold(): each for each in ordered_words("names", "short")}
    always = {each: short.get(each, each.upper()) for each in words_named("names", "always_short")}
    spelled = {each.casefold(): each for each in ordered_words("names", "spelled")}
    return {**capital, **always, **spelled}


def _double_names(text: str) -> str:
    """Rewrite 'In excel' as 'in Excel': names that are everyday words, where their neighbours tell."""
    names = words_named("names", "double")
    doubles = {each.capitalize() for each in names}
    tokens = text.split(" ")
    for at, word in enumerate(tokens):
        plain = word.strip(".,;:!?")
        before = tokens[at - 1].casefold() if at else ""
        after = tokens[at + 1].casefold().strip(".,;:!?") if at + 1 < len(tokens) else ""
        listed = before in ("and", "or") and at > 1 and tokens[at - 2].strip(",") in doubles
        known = listed or before in words_named("names", "before_double")
        tells = known and not _goes_on(plain, after)
        if plain in names and (tells or after in words_named("names", "after_double")):
            tokens[at] = word.replace(plain, plain.capitalize())
    return " ".join(tokens)


def _goes_on(word: str, after: str) -> bool:
    """Return whether an everyday word goes on behind it, so that no name is meant.

    For example 'in mobile apps', 'at reading maps'.
    """
    return bool(after) and not (
        after in words_named("small", "prepositions")
        or after in words_named("small", "joins")
        or after in ("and", "or", "every", "all", "daily", "a", "last", "this", "next")
        or (word == "excel" and after != "at")
    )


@remembered()
def usual_name(name: str) -> str:
    """Return a name or a title with capitals where it was typed without any, or with nothing else."""
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
    loud = not name.islower()
    return " ".join(
        word.lower() if word.lower() in small and at else _cased(word, loud=loud)
        for at, word in enumerate(name.split())
    )


def _cased(word: str, *, loud: bool) -> str:
    """Return a word of a name with its usual capitals; what is an abbreviation stays as it is.

    `loud`: all of the name was typed in capitals, so that an abbreviation can be told by its letters alone.
    """
    plain = word.strip("(),.;:")
    if "." in plain:
        groups = (
            each.upper() if len(each) == 1 else _capital(each) for each in word.lower().split(".")
        )
        return ".".join(groups)
    if loud and ("&" in plain[1:-1] or _is_abbreviation(plain) or _is_abbreviation_aside(word)):
        return word
    return _capital(word.lower())


def _is_abbreviation(word: str) -> bool:
    """Return whether a word in capitals can be no other word, since it has no vowel: 'NHS', 'FCS'."""
    can = 1 < len(word) <= LONGEST_SHORT and word.isalpha() and _VOWELS.isdisjoint(word)
    return can and word not in _WITHOUT_VOWELS


def _is_abbreviation_aside(word: str) -> bool:
    """Return whether a short word in capitals stands in brackets by itself: '(COREN)'."""
    return word.startswith("(") and ")" in word and len(word.strip("(),.;:")) <= LONGEST_SHORT


def _capital(word: str) -> str:
    short = {each.casefold(): each for each in ordered_words("names", "short")}
    if word.strip("(),.") in short:
        return word.replace(word.strip("(),."), short[word.strip("(),.")])
    letters = word.strip("(),.").split(".")
    if len(letters) > 1 and all(len(each) == 1 for each in letters):
        return word.upper()
    pieces = word.split("-")
    return "-".join(_first_capital(piece) for piece in pieces)


def _first_capital(word: str) -> str:
    at = next((at for at, each in enumerate(word) if each.isalpha()), 0)
    word = word[:at] + word[at : at + 1].upper() + word[at + 1 :]
    for start in ("O'", "O’", "D'", "Mc"):
        if word.startswith(start) and len(word) > len(start) + 1:
            return start + word[len(start) : len(start) + 1].upper() + word[len(start) + 1 :]
    return word
