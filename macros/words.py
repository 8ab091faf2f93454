"""The words of every page, checked: our voice, one sentence a line, the shape of a play and its numbers.

`python -m macros.words` names each fault by file and line, and fails on any.
It also says how hard the pages are to read, which of them are due for a look, and when security.txt expires.
"""

import re
import sys
import tomllib
from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

from macros import ease, security, upkeep
from macros.plays import find_pages, find_plays
from macros.prose import Fault, Line, LineKind, read_lines

HEADINGS = ("## Do", "## Say", "## Avoid", "## If it goes differently")
FEWEST_WORDS, MOST_WORDS = 150, 400

_COUNT = (
    r"(?:\d+(?:[.,]\d+)?|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|fourteen"
    r"|fifteen|twenty|thirty|forty|sixty|ninety)"
)
_UNIT = r"(?:hour|day|week|month)"
# "one day" is an idiom, "a day or a week" counts nothing, and minutes say how long a thing takes:
# all three pass.
_INTERVAL = re.compile(
    rf"(?<![\w-])(?:{_COUNT}(?:\s*(?:-|–|to|or)\s*{_COUNT})?[\s-]+"
    rf"(?:(?:business|working|full|whole|more)\s+)?{_UNIT}s?"
    rf"|one[\s-]+(?:(?:business|working)\s+day|hour|week|month)"
    rf"|a couple of {_UNIT}s|a fortnight)\b",
    re.IGNORECASE,
)
_SHARE = re.compile(
    r"\d+(?:[.,]\d+)?\s?(?:%|per\s?cent\b)"
    rf"|(?<![\w-])(?:one|{_COUNT})\s+(?:in|out of)\s+{_COUNT}\b(?!\s+(?:or|to)\b)",
    re.IGNORECASE,
)
_PERSON = re.compile(r"\b(?:he|she|him|his|hers?|himself|herself)\b", re.IGNORECASE)
_CURLY = re.compile("[‘’“”]")
_CLOSERS = r"[’'\")\]*_]*"
# A single letter before the full stop is an initial or part of "e.g.", not the end of a sentence.
_NEXT_SENTENCE = re.compile(rf"(?:(?<!\b[A-Za-z])\.|[?!…]){_CLOSERS}\s+(?=[‘'\"(\[*_]*[A-ZÀ-Þ])")
_ENDS = re.compile(rf"(?:[.?!…:]{_CLOSERS}|\\)$")
_RUN_IN = re.compile(r"^\*\*[^*]+\*\*\s+")

type Page = tuple[Line, ...]
type Mark = tuple[int, str]


def find_faults(docs_dir: Path) -> list[Fault]:
    """Return everything that is wrong with the words of the pages below `docs_dir`, page by page."""
    plays = set(find_plays(docs_dir))
    faults = []
    for file in find_pages(docs_dir):
        lines = read_lines(file.read_text(encoding="utf-8"))
        faults_here = check_page(lines) + (check_play(lines) if file in plays else [])
        faults += [Fault(file, line, what) for line, what in sorted(faults_here)]
    return faults


def check_page(lines: Page) -> list[Mark]:
    """Return what is wrong with any page: words that aren't ours or that shut somebody out, marks, lines."""
    return [
        *_each(lines, _strange_words),
        *_each(lines, _unwelcoming_words),
        *_each(lines, _exclamations),
        *_each(lines, _curly_quotes),
        *_each(lines, _second_sentences),
        *_broken_sentences(lines),
    ]


def check_play(lines: Page) -> list[Mark]:
    """Return what is wrong with a play beyond that: its shape, its length, typed numbers, he or she."""
    return [
        *_shape(lines),
        *_length(lines),
        *_each(lines, _typed_numbers),
        *_each(lines, _assumed_persons),
    ]


def _each(lines: Page, check: Callable[[Line], Iterator[str]]) -> Iterator[Mark]:
    for line in lines:
        if line.kind not in {LineKind.CODE, LineKind.BLANK, LineKind.MARKUP}:
            yield from ((line.number, what) for what in check(line))


def _strange_words(line: Line) -> Iterator[str]:
    for form, instead in _not_ours():
        if match := form.search(line.plain):
            yield f"'{match[0]}' isn't a word of ours; {instead}"


def _unwelcoming_words(line: Line) -> Iterator[str]:
    for form, better, why in _shut_out():
        if match := form.search(line.plain):
            yield f"'{match[0]}' shuts somebody out: {why}; better: {better}"


def _assumed_persons(line: Line) -> Iterator[str]:
    if match := _PERSON.search(line.unspoken):
        yield f"'{match[0]}' takes the person for a man or a woman; write 'they', or 'you'"


def _exclamations(line: Line) -> Iterator[str]:
    if "!" in line.plain:
        yield "an exclamation mark; we keep calm and end with a full stop"


def _curly_quotes(line: Line) -> Iterator[str]:
    if match := _CURLY.search(line.text):
        yield f"a curly {match[0]}; quotes and apostrophes are straight on every page, as keys type them"


def _second_sentences(line: Line) -> Iterator[str]:
    if line.kind is LineKind.PROSE and _NEXT_SENTENCE.search(_RUN_IN.sub("", line.unspoken)):
        yield "more than one sentence in this line; give each a line of its own"


def _broken_sentences(lines: Page) -> Iterator[Mark]:
    for line, after in pairwise(lines):
        if not line.kind is after.kind is LineKind.PROSE or after.begins:
            continue
        if not _ENDS.search(line.unspoken):
            yield line.number, "the sentence goes on in the next line; keep it in one"


def _typed_numbers(line: Line) -> Iterator[str]:
    if line.kind not in {LineKind.PROSE, LineKind.TABLE}:
        return
    for match in _INTERVAL.finditer(line.unspoken):
        yield f"'{match[0]}' is typed by hand; quote a rule: {{{{ rule(\"…\").within }}}}"
    for match in _SHARE.finditer(line.unspoken):
        yield f"'{match[0]}' is typed by hand; show the figure: {{{{ figure(\"…\") }}}}"


def _shape(lines: Page) -> Iterator[Mark]:
    body = [line for line in lines if line.kind not in {LineKind.FRONT, LineKind.BLANK}]
    if len(body) < len(HEADINGS):
        yield 1, f"hardly anything in it; a play has, in this order: {', '.join(HEADINGS)}"
        return
    first, second, last = body[0], body[1], body[-1]
    if not first.text.startswith("# "):
        yield first.number, "a play begins with its title: # Title"
    if second.text != "{{ play_head() }}":
        yield second.number, "the line after the title of a play is {{ play_head() }}"
    if last.text != "{{ evidence() }}":
        yield last.number, "the last line of a play is {{ evidence() }}"
    yield from _headings(body[1:], last.number)


def _headings(body: list[Line], end: int) -> Iterator[Mark]:
    headings = [(line.number, line.text) for line in body if line.kind is LineKind.HEADING]
    order = ", ".join(HEADINGS)
    for (number, heading), due in zip(headings, HEADINGS, strict=False):
        if heading != due:
            yield number, f"'{heading}' where '{due}' is due; a play has, in this order: {order}"
            return
    if len(headings) > len(HEADINGS):
        yield headings[len(HEADINGS)][0], f"a heading too many; a play has only: {order}"
    if len(headings) < len(HEADINGS):
        yield end, f"'{HEADINGS[len(headings)]}' is missing; a play has, in this order: {order}"


def _length(lines: Page) -> Iterator[Mark]:
    words = sum(line.words for line in lines if line.kind in {LineKind.PROSE, LineKind.TABLE})
    if not FEWEST_WORDS <= words <= MOST_WORDS:
        yield 1, f"{words} words; a play has {FEWEST_WORDS} to {MOST_WORDS}"


@cache
def _not_ours() -> tuple[tuple[re.Pattern[str], str], ...]:
    table = _read_table()["not_ours"]
    return tuple((_every_form(words), instead) for words, instead in table.items())


@cache
def _shut_out() -> tuple[tuple[re.Pattern[str], str, str], ...]:
    table = _read_table()["shuts_out"]
    return tuple((_either_number(words), row["better"], row["why"]) for words, row in table.items())


def _read_table() -> dict[str, Any]:
    return tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))


def _either_number(words: str) -> re.Pattern[str]:
    stem = re.sub(r"man$", "m[ae]n", words)
    return re.compile(rf"(?<![\w-]){stem}s?(?![\w-])", re.IGNORECASE)


def _every_form(words: str) -> re.Pattern[str]:
    verb, *rest = words.split()
    stem = f"{verb[:-1]}(?:e|es|ed|ing)" if verb.endswith("e") else f"{verb}(?:s|es|ed|ing)?"
    return re.compile(rf"\b{' '.join([stem, *rest])}\b", re.IGNORECASE)


def main() -> None:
    """Check the pages in docs/, and say how they read. Raises SystemExit with every fault."""
    docs = Path("docs")
    if faults := [*find_faults(docs), *upkeep.find_faults(docs)]:
        raise SystemExit("\n".join(map(str, faults)))
    today = datetime.now(UTC).date()
    lines = [*ease.report(docs), *upkeep.report(docs, today), *security.report(docs, today)]
    sys.stdout.write("\n".join([*lines, "The words of docs/ are in order\n"]))


if __name__ == "__main__":
    main()
