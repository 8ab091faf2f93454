"""A name as people type it, taken apart: what stands around it goes, what is left is title, first and family name."""

import re
from dataclasses import replace

from playbook.memory import remembered
from playbook.phrasing.capitals import is_shouted, usual_name
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.name_order import (
    before_comma,
    before_more,
    is_firm,
    is_other_script,
    words_of_name,
)
from playbook.phrasing.name_words import (
    has_inner_stop,
    is_job,
    is_letters,
    name_words,
    plain,
    titles_of,
)
from playbook.phrasing.tidy import is_empty, join_lines
from playbook.phrasing.titled import Name, read_titled

MOST_WORDS = 3
"""Words of each name in a list of people."""
_NAME_IS = re.compile(r"\bname(?: is| was|'s|:)\s+([^\W\d_]+(?: [^\W\d_]+)?)", re.IGNORECASE)
_BRACKETS = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]?\s*|\s+<.*$")
_QUOTED = re.compile(r"(?:^|\s+)[\"“”'‘]([^\W\d_]+)[\"“”'’](?=\s|$)")
_AND = re.compile(r"\s+(?:and|&|\+)\s+|(?<=[a-z])/(?=[A-Z][a-z])")
_EACH = re.compile(r",\s+|\s+(?:and|&|\+)\s+|(?<=[a-z])/(?=[A-Z][a-z])")
_ADDRESS = re.compile(r"^\S+@\S+\.\S+$")


@remembered()
def read_name(text: str, country: str = "") -> Name:
    """Return a name as it was typed, taken apart. Empty where no name is in it: a job, an address, 'I don't know'."""
    text = join_lines(text)
    if is_empty(text) or _ADDRESS.match(text) or not any(each.isalpha() for each in text):
        return Name()
    if introduced := _NAME_IS.search(text):
        return read_titled(usual_name(introduced[1]).split(), country)
    bare, nickname = _without_brackets(text, country)
    words = [] if is_firm(bare.split(",")[0]) else words_of_name(_AND.split(bare)[0], country)
    if not words:
        return Name()
    if is_other_script(words):
        return Name(" ".join(words[:-1]))
    name = read_titled(words, country)
    return replace(name, nickname=nickname, given=nickname) if nickname else name


@remembered()
def read_names(text: str, country: str = "") -> tuple[Name, ...]:
    """Return everybody who is named in one field: 'Ms. Kim & Ms. Ruiz (4th grade)', 'Karen, Josie and Tom'."""
    bare = before_more(_without_brackets(join_lines(text), country)[0])
    apart = before_more(_without_brackets(join_lines(text).replace("), ", ") & "), country)[0])
    listed = _EACH.split(apart)
    if not _AND.search(apart) or not all(_is_short_name(each, country) for each in listed):
        listed = _AND.split(before_comma(bare.split(","), country))
    if len(listed) > 1 and not is_firm(bare.split(",")[0]):
        names = [_title_alone(each, country) or read_name(each, country) for each in listed]
        return tuple(each for each in names if each.whole)
    name = read_name(text, country)
    return (name,) if name.whole else ()


@remembered()
def name_as_signed(text: str) -> str:
    """Return a name with its usual capitals, letters behind it as they are, and no kiss: 'Emeka Nwosu, MNSE, R.Eng'."""
    name, comma, behind = " ".join(text.split()).partition(",")
    words = name.split()
    while len(words) > 1 and words[-1] in name_words("behind", "sign_off"):
        words.pop()
    signed = " ".join(words)
    if not comma or not is_shouted(text) or len(words) == 1:
        return usual_name(f"{signed}{comma}{behind}")
    letters = (
        each if each.strip("(),.").isalpha() and not is_job(each) else usual_name(each.lower())
        for each in behind.split()
    )
    return f"{usual_name(signed)}, {' '.join(letters)}"


def _title_alone(text: str, country: str) -> Name | None:
    """Return a name of nothing but a title, as in 'Dr. & Mrs. Patel'."""
    title = titles_of(country).get(plain(text))
    return Name(title, title) if title else None


def _is_short_name(text: str, country: str) -> bool:
    words = text.split()
    if _title_alone(text, country):
        return True
    return (
        0 < len(words) <= MOST_WORDS
        and not text.isupper()
        and not any(is_job(each) or is_letters(each) or has_inner_stop(each) for each in words)
        and bool(read_name(text, country).whole)
    )


def _without_brackets(text: str, country: str) -> tuple[str, str]:
    """Return the text without brackets, and the name in them or in quotation marks that somebody goes by."""
    nickname = ""
    if quoted := _QUOTED.search(text):
        nickname = usual_name(quoted[1])
        text = f"{text[: quoted.start()]} {text[quoted.end() :]}"
    for match in _BRACKETS.finditer(text):
        before, after = text[: match.start()].split(), text[match.end() :].split()
        if not nickname and _goes_by(match[1] or "", before, after, country):
            nickname = usual_name(match[1])
    bare = " ".join(_BRACKETS.sub(" ", text).replace(" ,", ",").split())
    return bare, nickname


def _goes_by(inside: str, before: list[str], after: list[str], country: str) -> bool:
    """Return whether what stands in brackets is a name: within another one, or a short form of it."""
    if not inside.isalpha() or not before or is_job(inside) or is_letters(inside):
        return False
    if inside.isupper() and not " ".join(before).isupper():
        return False
    folded = plain(inside)
    if folded in titles_of(country) or folded in words_named("names", "also"):
        return False
    if all(plain(each) in titles_of(country) for each in before):
        return False
    within = bool(after) and not before[-1].endswith(",") and not is_letters(after[0])
    east = len(before) > 1 and plain(before[0]) in name_words("around", "first_family")
    short = len(before) > 1 and folded in name_words("around", "goes_by")
    return (within and after[0][:1] not in ("-", "–", "@")) or east or short
