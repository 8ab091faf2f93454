"""A person as a letter greets them: 'Dr Sheikh', 'Karen', 'Sir Max'. Where it isn't clear, the whole name, or none."""

from playbook.memory import remembered
from playbook.phrasing.name_words import (
    every_title,
    name_words,
    respect_shown,
    titles_with_given,
)
from playbook.phrasing.names import read_name, read_names
from playbook.phrasing.titled import Name
from playbook.render import listed

AMERICAN = frozenset({"US", "PR", "GU", "VI", "AS", "MP", "PH", "CA"})
"""Countries where 'Ms.' has a full stop, a month comes before its day, and a letter ends with 'Sincerely'."""


@remembered()
def greeting(text: str, style: str = "", country: str = "") -> str:
    """Return how a letter greets this person; empty where there is no name.

    `style` is "first", "title" or "": as it was typed, with the title where there is one. Several people in one
    field are all greeted.
    """
    return listed(greetings(text, style, country))


def greetings(text: str, style: str = "", country: str = "") -> list[str]:
    """Return how each person in one field is greeted: 'Ms Kim' and 'Ms Ruiz'."""
    return [_greet(each, style, country) for each in read_names(text, country)]


@remembered()
def name_aloud(text: str, country: str = "") -> str:
    """Return the name as one says it on the phone: with a title, without letters and kisses; empty without a name."""
    name = read_name(text, country)
    spoken = name.whole
    if name.nickname:
        family_first = bool(name.family) and name.whole.startswith(f"{name.family} ")
        spoken = f"{name.nickname} {name.whole if family_first else name.family}".strip()
    polite = name.title in name_words("titles", "courtesy")
    return f"{name.title} {spoken}" if name.title and not polite else spoken


def has_title(greet: str) -> bool:
    """Return whether a greeting names a title, so that it begins with 'Dear' in any tone."""
    spoken = f" {greet.replace('. ', ' ')} "
    titled = any(f" {each.rstrip('.')} " in spoken for each in every_title())
    return titled or greet.endswith(tuple(f" {each}" for each in respect_shown().values()))


def _greet(name: Name, style: str, country: str) -> str:
    stop = country in AMERICAN and name.title in name_words("titles", "dotted")
    title = f"{name.title}." if stop else name.title
    if name.whole == name.title:
        return title
    if title and name.title in titles_with_given() and (name.given or name.family):
        return f"{title} {name.given or name.family}"
    if title and style != "first":
        return f"{title} {name.family or name.given or name.whole}"
    if name.given and style == "first":
        return name.given
    if not title and name.respect:
        return _with_respect(name, country)
    if name.given and style != "title":
        return name.given
    return f"{title} {name.family}" if title and name.family else name.whole


def _with_respect(name: Name, country: str) -> str:
    """Return the name with what was typed behind it for respect, where people write so: "Pooja ma'am"."""
    spoken = name.given or name.whole
    if name.respect.startswith("-"):
        return f"{name.family or spoken}{name.respect}"
    shown = country in name_words("behind", "respectful")
    return f"{spoken} {name.respect}" if shown else spoken
