"""Words as they are spelled where a career centre is: "favour" or "favor", "CV" or "résumé".

The centre's list is a data file of `playbook.brand`; without one, every word stays as it is. It is
put to our own words before they are filled in: never to what a reader typed, to an address, to
code, or to a quotation (between “ and ”).
"""

import re
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from string import ascii_lowercase

SPELLING = "spelling.toml"
QUOTED = ("code", "pre", "kbd", "samp", "q", "blockquote", "cite", "bdi", "script", "style")
"""Elements of a page whose words belong to somebody else, or aren't words."""
_LEFT_ALONE = r"(?<=“)[^”]*”|(?<=h)ttps?://[^\s<>\"]+|(?<=<)!--.*?-->"
"""What somebody else says, an address or a remark, behind its first sign."""
_LETTERS = bytes(at if chr(at) in ascii_lowercase else ord(" ") for at in range(256))
"""Leaves of a text's bytes the plain small letters."""
_OPENS_QUOTED = re.compile(
    rf"<(?:({'|'.join(QUOTED)})\b[^>]*"
    r'|(\w+)\b[^>]*(?:class="[^"]*\bpb-(?:slot|centre|figure)\b|\btranslate="no")[^>]*)>'
)
_SAID_ALOUD = re.compile(r' (?:alt|aria-label|placeholder|title)="[^"]*$')


@dataclass(frozen=True, slots=True)
class Spelling:
    """What to write for a word, by the word; empty to leave all as it is.

    A word in small letters stands for itself with capitals, too; any other for itself alone.
    """

    words: Mapping[str, str]

    def respell(self, text: str) -> str:
        """The text with each of these words as it is spelled here, its capitals kept."""
        words = self._found_in(text)
        return _form(words).sub(self._instead, text) if words else text

    def respell_html(self, html: str) -> str:
        """The same for a piece of a page: neither in its tags nor in what somebody else says."""
        words = self._found_in(html)
        if not words:
            return html
        quoted = list(_find_quoted(html))

        def instead(found: re.Match[str]) -> str:
            at = found.start()
            is_quoted = any(start <= at < end for start, end in quoted)
            return found[0] if is_quoted or _is_markup(html, at) else self._instead(found)

        return _form(words).sub(instead, html)

    def _found_in(self, text: str) -> tuple[str, ...]:
        """Those of the words that may be in the text; most texts have none."""
        if not self.words:
            return ()
        first = _by_first_letters(tuple(self.words))
        there = first.keys() & {b"", *_list_letters(text)}
        return tuple(word for each in there for word in first[each])

    def _instead(self, found: re.Match[str]) -> str:
        word = found[0]
        if word in self.words or word.lower() not in self.words:
            return self.words.get(word, word)
        better = self.words[word.lower()]
        if word.isupper():
            return better.upper()
        return better if word.islower() else better[:1].upper() + better[1:]


@cache
def read_spelling() -> Spelling:
    """The spelling of the centre whose copy this is."""
    file = files("playbook.brand") / SPELLING
    return Spelling(tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {})


def _find_quoted(html: str) -> Iterator[tuple[int, int]]:
    """Yield where elements stand whose words aren't ours, from the start of each to its end."""
    end = 0
    for opening in _OPENS_QUOTED.finditer(html):
        if opening.start() >= end:
            end = _find_end(html, opening[1] or opening[2], opening.end())
            yield opening.start(), end


def _find_end(html: str, name: str, after: int) -> int:
    depth = 1
    for tag in re.compile(rf"<(/?){name}\b[^>]*>").finditer(html, after):
        depth += -1 if tag[1] else 1
        if not depth:
            return tag.end()
    return len(html)


def _is_markup(html: str, at: int) -> bool:
    """Tell whether this place is inside a tag, and not in a text of it that is read aloud."""
    start = html.rfind("<", 0, at)
    return html.rfind(">", 0, at) < start and not _SAID_ALOUD.search(html[start:at])


@cache
def _by_first_letters(words: tuple[str, ...]) -> Mapping[bytes, list[str]]:
    """The words by the letters that each begins with; none, in another script."""
    found: dict[bytes, list[str]] = {}
    for word in words:
        found.setdefault(next(iter(_list_letters(word)), b""), []).append(word)
    return found


def _list_letters(text: str) -> list[bytes]:
    """The runs of plain letters in a text, as small ones. On bytes that takes a third of the time."""
    return text.lower().encode().translate(_LETTERS).split()


@cache
def _form(words: tuple[str, ...]) -> re.Pattern[str]:
    """These words where each stands by itself, the longest first; or what is left alone.

    It opens with the first signs of all that it may find: what begins with none is skipped quickly.
    """
    firsts = {sign for word in words for sign in (word[0].lower(), word[0].upper())}
    longest_first = sorted(words, key=len, reverse=True)
    any_word = "|".join(f"(?<={re.escape(word[0])}){re.escape(word[1:])}" for word in longest_first)
    return re.compile(
        rf"[“hH<{re.escape(''.join(sorted(firsts)))}](?is:{_LEFT_ALONE}"
        rf"|(?<![\w/.#@=-].)(?:{any_word})(?![\w/@=-]|\.\w|[\w.+-]*@))"
    )
