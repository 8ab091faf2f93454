"""The things of a list that was typed in one field."""

import re

from playbook.memory import remembered
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape

_COMMA = re.compile(r",(?!\d{3}\b)")
"""A comma between things, and none within a number: '£2,000'."""
_LIST_MARK = re.compile(r"\s*(?:;|\n)\s*")
_BULLET = re.compile(r"(?:^|[;,.]?\s+)[-*•–—·]\s+")
_NUMBER = re.compile(r"(?:^|[;,.]?\s+)\(?\d{1,2}[.)]\s+")
"""What stands before a thing in a list that somebody wrote with bullets, or counted."""
LONGEST_THING = 5
"""Words that a thing in a list has at most: more are a sentence with commas."""


@remembered()
def bullets(text: str) -> tuple[str, ...]:
    """Return the deeds of a list with bullets or numbers: '- set up the clinic - ran the rota'; else the text alone."""
    for before in (_BULLET, _NUMBER):
        things = [each.strip(" .,;") for each in before.split(text.strip()) if each.strip(" .,;")]
        if len(things) > 1 and all(shape_of(each, Shape.DID) is Shape.DID for each in things):
            return tuple(things)
    return (text,)


@remembered()
def parts_of_list(text: str) -> tuple[str, ...]:
    """Return the things of a list, one after another; the text alone where it is none."""
    pieces = [each.strip(" .,") for each in _LIST_MARK.split(text) if each.strip(" .,")]
    if len(pieces) > 1:
        return tuple(_without_and(each) for each in pieces)
    commas = [each.strip(" .") for each in _COMMA.split(text) if each.strip(" .")]
    if len(commas) > 1 and all(
        len(each.split()) <= LONGEST_THING and shape_of(_without_and(each)) is Shape.THING
        for each in commas
    ):
        split = [*commas[:-1], *_last_two(commas[-1])]
        return tuple(_without_and(each) for each in split)
    return (text,)


def _last_two(last: str) -> list[str]:
    before, join, after = last.partition(" and ")
    return (
        [before, after]
        if join and not last.startswith("and ") and len(last.split()) <= LONGEST_THING
        else [last]
    )


def _without_and(text: str) -> str:
    return text[4:].strip() if text.casefold().startswith("and ") else text
