"""Check what a centre's pages say of themselves at their top: known things, in plain words."""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import fields
from typing import Any

from mkdocs.utils.meta import get_data

from macros.plays import Play
from publish.brand.check.complaints import Complaint, did_you_mean, find_line

_PAGE = ("title", "description", "tags", "owner", "checked_on", "review_by", "search", "hide")
_PLAY = tuple(field.name for field in fields(Play))
_NO_WORDS = re.compile(r"[<>\"{}]")
"""What would be a tag, the end of an attribute or a command where the theme puts a title."""


def find_front_faults(text: str, place: str, *, is_play: bool) -> Iterator[Complaint]:
    """Yield what a page says at its top that it can't; read as the site generator reads it, in all its forms."""
    known = (*_PAGE, *_PLAY) if is_play else _PAGE
    front: Mapping[str, Any] = get_data(text)[1]
    for key, value in front.items():
        line = find_line(text, f"{key}:")
        if key not in known:
            message = (
                f"'{key}' is nothing that a page says of itself. {did_you_mean(str(key), known)}"
            )
            yield Complaint(place, line, message)
        elif any(_NO_WORDS.search(each) for each in _texts(value)):
            message = f"'{key}' takes words without <, >, {{ and }}, and with “ ” for quotes"
            yield Complaint(place, line, message)


def blank_front(text: str) -> str:
    """Return the text of a page without what stands at its top; its lines stay."""
    body = get_data(text)[0]
    return "\n" * (text.count("\n") - body.count("\n")) + body


def _texts(value: object) -> Collection[str]:
    if isinstance(value, dict):
        return [text for pair in value.items() for each in pair for text in _texts(each)]
    if isinstance(value, list):
        return [text for each in value for text in _texts(each)]
    return [str(value)]
