"""A pasted e-mail as plain text: without markup, soft line breaks, and what can't be seen."""

import re

_SOFT_BREAK = re.compile(r"(?<![=\n])=[ \t]*\n")
_ENCODED = re.compile(r"(?:=[0-9A-Fa-f]{2})+")
_TAG = re.compile(
    r"</?(?P<name>html|head|body|p|div|br|span|a|b|i|u|strong|em|font|table|tbody|tr|td|th|ul|ol|li|h[1-6]|img|hr|o:p"
    r"|center|blockquote|meta|style|title)\b[^<>]{0,400}>",
    re.IGNORECASE,
)
_ENTITY = re.compile(
    r"&(?:#(?P<number>[0-9]{1,6})|#[xX](?P<hex>[0-9a-fA-F]{1,5})|(?P<name>[a-z]{2,6}));"
)
_ENTITIES = {
    "nbsp": " ", "amp": "&", "lt": "<", "gt": ">", "quot": '"', "apos": "'", "rsquo": "’", "lsquo": "‘",
    "ldquo": "“", "rdquo": "”", "ndash": "–", "mdash": "—", "hellip": "…", "zwnj": "", "shy": "",
}  # fmt: skip
_BREAKING = frozenset("p div br tr li h1 h2 h3 h4 h5 h6 hr table blockquote".split())
_INVISIBLE: dict[int, str | None] = dict.fromkeys(
    [0xAD, 0x34F, 0x61C, 0x180E, *range(0x200B, 0x2010), *range(0x2060, 0x2065), 0xFEFF]
) | dict.fromkeys([0xA0, *range(0x2000, 0x200B), 0x202F], " ")
"""Characters without a width are left out, and odd blanks are blanks."""
_LAST_CHARACTER = 0x10FFFF
_HALVES = range(0xD800, 0xE000)


def tidy(text: str) -> str:
    """Return a pasted e-mail as it reads. A text that has none of all this stays as it is."""
    if _SOFT_BREAK.search(text) or "=20\n" in text or "=E2=80" in text:
        text = _ENCODED.sub(_decoded, _SOFT_BREAK.sub("", text))
    if _TAG.search(text):
        text = _TAG.sub(_without_tag, _without_style(text))
    return _ENTITY.sub(_character, text).translate(_INVISIBLE)


def _decoded(encoded: re.Match[str]) -> str:
    return bytes.fromhex(encoded[0].replace("=", "")).decode(errors="replace")


def _without_style(text: str) -> str:
    """Leave out what stands between <style> and </style>."""
    first, *others = text.split("<style")
    return first + "".join(each.partition("</style>")[2] for each in others)


def _without_tag(tag: re.Match[str]) -> str:
    return "\n" if tag["name"].lower() in _BREAKING else ""


def _character(entity: re.Match[str]) -> str:
    if entity["name"]:
        return _ENTITIES.get(entity["name"], entity[0])
    number = int(entity["number"] or "0") or int(entity["hex"] or "0", 16)
    is_character = 0 < number <= _LAST_CHARACTER and number not in _HALVES
    return chr(number) if is_character else ""
