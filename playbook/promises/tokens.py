"""A text in pieces: words, numbers, dates written in figures, times of day, and the marks between them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

_SCAN = re.compile(
    r"""
    (?P<iso>[0-9]{4}(?P<i>[-/.])[0-9]{1,2}(?P=i)[0-9]{1,2}(?![0-9])(?:t[0-9.:]*z?)?)
  | (?P<clock>[0-9]{1,2}(?:[:.][0-9]{2})?(?:\ ?-\ ?[0-9]{1,2}(?:[:.][0-9]{2})?)?\ ?
              (?:am|pm|a\.m\.?|p\.m\.?|o['’]?\ ?clock|noon|midnight|sharp)(?![a-z])
            | [0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?(?![0-9]) | [0-9]{1,2}h[0-9]{2}(?![0-9])
            | [0-9]{3,4}\ ?(?:hrs?|hours|h)(?![a-z]))
  | (?P<money>[$£€¥₹]\ ?[0-9][0-9,.]*k? | [0-9]{1,3}(?:,[0-9]{3})+(?![0-9])
            | [0-9]+(?:\.[0-9]+)?\ ?(?:k|%|percent|lpa|usd|gbp|eur)(?![a-z]))
  | (?P<full>[0-9]{1,2}\ ?(?P<f>[-/.])\ ?[0-9]{1,2}\ ?(?P=f)\ ?(?:[0-9]{4}|[0-9]{2})(?!-?[0-9]))
  | (?P<phone>(?:[+(]\+?\(?[0-9]|0)(?:[-\ ()]{0,2}[0-9]){6,16}(?![0-9])
            | [0-9]{3}[-\ ][0-9]{3}[-\ ][0-9]{4}(?![0-9]) | [6-9][0-9]{4}[-\ ]?[0-9]{5}(?![0-9]) | [0-9]{9,})
  | (?P<pair>[0-9]{1,2}\ ?(?P<p>[/.])\ ?[0-9]{1,2}(?![0-9]|[/.][0-9]|-[0-9]{1,4}(?![0-9/.]))
              (?:(?<=\.[0-9])\.|(?<=\.[0-9][0-9])\.)?)
  | (?P<month_year>[0-9]{1,2}/20[0-9]{2}(?![0-9]))
  | (?P<apostrophe>['’][0-9]{2}(?![0-9]))
  | (?P<number>[0-9]+)(?P<suffix>(?:st|nd|rd|th)(?![a-z]))?
  | (?P<quarter>[qh][1-4](?![0-9a-z]))
  | (?P<letters>(?:[a-z]\.){2,}[a-z]?(?![a-z]))
  | (?P<word>[^\W\d_]+(?:['’‘ʼ´`][^\W\d_]+)*['’]?)
  | (?P<range>(?:--?|[–—−‐‑])) | (?P<mark>[.,;:!?()\[\]/+±&=~…]) | (?P<line>(?<![,\n])\n(?!\ *[a-z]))
    """,
    re.VERBOSE,
)
_OWNING = ("'s", "’s", "‘s", "ʼs", "´s", "`s", "'", "’")
_APOSTROPHES = str.maketrans(dict.fromkeys("'’‘ʼ´`", ""))
_WIDE: dict[int, int | str] = {wide: wide - 0xFEE0 for wide in range(0xFF01, 0xFF5F)} | {
    0x3000: " ",
    0xA0: " ",
    0x202F: " ",
}
_LINE_BREAK = "…"
"""What a line break is read as: it ends a sentence, and shortens no word as a full stop does."""
_QUOTES: dict[int, int | str] = dict.fromkeys(map(ord, '"“”„«»*_#|<>{}'), " ")


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of the text: what kind it is, in plain small letters, and where it stands."""

    kind: str
    text: str
    start: int
    end: int
    raw: str
    glued: bool
    possessive: bool = False


def tokens(words: str) -> Iterator[Token]:
    """Yield the pieces of a text in order."""
    text = words.translate(_WIDE | _QUOTES)
    end = 0
    small = text.lower() if len(text.lower()) == len(text) else text
    for match in _SCAN.finditer(small):
        kind = match.lastgroup or ""
        if match["suffix"]:
            kind = "nth"
        raw = text[match.start() : match.end()]
        yield _token(kind, match[0], match.start(), match.end(), raw, match.start() == end > 0)
        end = match.end()


def _is_we_would(text: str) -> bool:
    """Recognise "we'd", which without its apostrophe would be a Wednesday."""
    return (
        len(text) == len("we'd")
        and text.startswith("we")
        and text.endswith("d")
        and not text.isalpha()
    )


def _token(kind: str, text: str, start: int, end: int, raw: str, glued: bool) -> Token:  # noqa: FBT001
    if kind == "word":
        if _is_we_would(text):
            return Token(kind, "we", start, end, raw, glued)
        if text.translate(_APOSTROPHES) == "were" != text:
            return Token(kind, "we're", start, end, raw, glued)
        owns = text.endswith(_OWNING)
        plain = (
            text.translate(_APOSTROPHES) or text
        )  # some apostrophes are letters, and stand alone
        return Token(kind, plain, start, end, raw, glued, owns)
    if kind == "line":
        return Token(kind, _LINE_BREAK, start, end, raw, glued)
    if kind == "letters":
        return Token("word", text.replace(".", ""), start, end, raw, glued)
    return Token(kind, text, start, end, raw, glued)
