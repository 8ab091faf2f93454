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

SPELLING = "spelling.toml"
QUOTED = ("code", "pre", "kbd", "samp", "q", "blockquote", "cite", "bdi", "script", "style")
"""Elements of a page whose words belong to somebody else, or aren't words."""
_LEFT_ALONE = r"“[^”]*”|\b(?:https?://|mailto:)\S+|\S+@\S+"
_TAG = re.compile(r"<!--.*?-->|<(?P<end>/?)(?P<name>[a-z][\w-]*)[^>]*>", re.DOTALL | re.IGNORECASE)
_OWN = re.compile(r'class="[^"]*\bpb-(?:slot|centre|figure)\b|\btranslate="no"')
_SAID_ALOUD = re.compile(r'(?<= )(alt|aria-label|placeholder|title)="([^"]*)"')


@dataclass(frozen=True, slots=True)
class Spelling:
    """What to write for a word, by the word; empty to leave all as it is.

    A word in small letters stands for itself with capitals, too; any other for itself alone.
    """

    words: Mapping[str, str]

    def respell(self, text: str) -> str:
        """The text with each of these words as it is spelled here, its capitals kept."""
        return _form(tuple(self.words)).sub(self._instead, text) if self.words else text

    def respell_html(self, html: str) -> str:
        """The same for a piece of a page: neither in its tags nor in what somebody else says."""
        return "".join(self._respell_html(html)) if self.words else html

    def _respell_html(self, html: str) -> Iterator[str]:
        at, inside, depth = 0, "", 0
        for tag in _TAG.finditer(html):
            between, name = html[at : tag.start()], (tag["name"] or "").lower()
            yield between if inside else self.respell(between)
            yield tag[0] if inside else _SAID_ALOUD.sub(self._said_aloud, tag[0])
            at = tag.end()
            if inside and name == inside:
                depth += -1 if tag["end"] else 1
                inside = inside if depth else ""
            elif not inside and not tag["end"] and (name in QUOTED or _OWN.search(tag[0])):
                inside, depth = name, 1
        yield html[at:] if inside else self.respell(html[at:])

    def _said_aloud(self, found: re.Match[str]) -> str:
        return f'{found[1]}="{self.respell(found[2])}"'

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


@cache
def _form(words: tuple[str, ...]) -> re.Pattern[str]:
    any_of = "|".join(re.escape(word) for word in sorted(words, key=len, reverse=True))
    return re.compile(rf"{_LEFT_ALONE}|(?<![\w/.#=-])(?:{any_of})(?![\w/=-]|\.\w)", re.IGNORECASE)
