"""Words as they are spelled where a career centre is: "favour" or "favor", "CV" or "résumé".

The centre's list is a data file; without one, every word stays as it is. It is put to our own words before
they are filled in: never to what a reader typed, to an address, to code, or to a quotation (between “ and ”).
"""

import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources.abc import Traversable
from string import ascii_lowercase
from types import MappingProxyType

SPELLING = "spelling.toml"
QUOTED = ("code", "pre", "kbd", "samp", "q", "blockquote", "cite", "bdi", "script", "style")
"""Elements of a page whose words belong to somebody else, or aren't words."""
_OTHERS_SAY = {"“": "”", "<!--": "-->"}
"""How a quotation or a remark opens and closes."""
_ADDRESS = re.compile(r"https?://[^\s<>\"]+")
_BEGINS = re.compile(r"(?<![\w/.#@=-])")
_ENDS = re.compile(r"(?![\w/@=-]|\.\w|[\w.+-]*@)")
"""Where a word does, that is no part of a longer one, of an address or of a file's name."""
_LETTERS = bytes(at if chr(at) in ascii_lowercase else ord(" ") for at in range(256))
"""Leaves of a text's bytes the plain small letters."""
_OPENS_QUOTED = re.compile(
    rf"<(?:({'|'.join(QUOTED)})\b[^>]*"
    r'|(\w+)\b[^>]*(?:class="[^"]*\bpb-(?:slot|centre|figure)\b|\btranslate="no")[^>]*)>'
)
_TAG = re.compile(r"<(/?)(\w+)\b[^>]*>")
_SAID_ALOUD = re.compile(r' (?:alt|aria-label|placeholder|title)="[^"]*$')

type Span = tuple[int, int]
"""From the first letter to the one behind the last."""


@dataclass(frozen=True, slots=True, eq=False)
class Spelling:
    """What to write for a word, by the word; empty to leave all as it is.

    A word in small letters stands for itself with capitals, too; any other for itself alone.
    """

    words: Mapping[str, str]

    def respell(self, text: str) -> str:
        """Return the text with each of these words as it is spelled here, its capitals kept."""
        return self._write(text, self._find(text))

    def respell_html(self, html: str) -> str:
        """Respell the text of an HTML fragment; its tags and what it quotes from others stay as they are."""
        spans = [span for span in self._find(html) if not _is_markup(html, span[0])]
        quoted = list(_find_quoted(html)) if spans else []
        return self._write(
            html,
            (span for span in spans if not any(start <= span[0] < end for start, end in quoted)),
        )

    def _write(self, text: str, spans: Iterable[Span]) -> str:
        """Return the text with the word in each of these places respelled, the longest where two meet."""
        parts, done = [], 0
        for start, end in sorted(spans, key=lambda span: (span[0], -span[1])):
            if start >= done:
                parts += [text[done:start], self._instead(text[start:end])]
                done = end
        return "".join([*parts, text[done:]])

    def _find(self, text: str) -> Iterator[Span]:
        """Yield start and end of each known word in our own text, whole and in any capitals."""
        if not self.words:
            return
        first = _by_first_letters(tuple(self.words))
        small = text.replace("İ", "i").lower()
        for letters in first.keys() & {b"", *_list_letters(small)}:
            for word in first[letters]:
                at = small.find(word)
                while at >= 0:
                    end = at + len(word)
                    stands_alone = _BEGINS.match(text, at) and _ENDS.match(text, end)
                    if stands_alone and not _is_left_alone(text, at):
                        yield at, end
                    at = small.find(word, end)

    def _instead(self, word: str) -> str:
        if word in self.words or word.lower() not in self.words:
            return self.words.get(word, word)
        better = self.words[word.lower()]
        if word.isupper():
            return better.upper()
        return better if word.islower() else better[:1].upper() + better[1:]


AS_WRITTEN = Spelling(MappingProxyType({}))
"""Every word as it stands in our own texts."""


def read_spelling(folder: Traversable) -> Spelling:
    """Return the spelling of the centre whose decisions stand in this folder."""
    file = folder / SPELLING
    if not file.is_file():
        return AS_WRITTEN
    return Spelling(MappingProxyType(tomllib.loads(file.read_text(encoding="utf-8"))))


def _is_left_alone(text: str, at: int) -> bool:
    """Tell whether this position is in a quotation, a comment or an address, where nothing is respelled."""
    for opens, closes in _OTHERS_SAY.items():
        is_open = text.rfind(closes, 0, at) < text.rfind(opens, 0, at)
        if is_open and text.find(closes, at) > at:
            return True
    address = _ADDRESS.match(text, text.rfind("http", 0, max(text.rfind("://", 0, at), 0)))
    return address is not None and at < address.end()


def _find_quoted(html: str) -> Iterator[Span]:
    """Yield start and end of each element that quotes others, where nothing is respelled."""
    end = 0
    for opening in _OPENS_QUOTED.finditer(html):
        if opening.start() >= end:
            end = _find_end(html, opening[1] or opening[2], opening.end())
            yield opening.start(), end


def _find_end(html: str, name: str, after: int) -> int:
    depth = 1
    for tag in _TAG.finditer(html, after):
        if tag[2] == name:
            depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(html)


def _is_markup(html: str, at: int) -> bool:
    """Tell whether this position is inside a tag; attributes that are read aloud (alt, title) count as text."""
    start = html.rfind("<", 0, at)
    return html.rfind(">", 0, at) < start and not _SAID_ALOUD.search(html[start:at])


@cache
def _by_first_letters(words: tuple[str, ...]) -> Mapping[bytes, list[str]]:
    """Group the words by their first letters, in lower case, to find them fast; a word in another script has none."""
    groups: dict[bytes, list[str]] = {}
    for word in map(str.lower, words):
        groups.setdefault(next(iter(_list_letters(word)), b""), []).append(word)
    return groups


def _list_letters(text: str) -> list[bytes]:
    """Return the runs of ASCII letters in a text, in lower case, as bytes: that takes a third of the time."""
    return text.encode().translate(_LETTERS).split()
