"""The words of a page away from the site: Markdown with its numbers filled in and its links mended.

Ours are spelled as a career centre's country does; its own stay as it typed them.
"""

import posixpath
import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from macros.decided import unmark
from macros.guide import Guide
from macros.links import PAGE_LINK, lead_to_own
from macros.pages import Pages
from macros.plays import Play, split_front_matter
from macros.view import anchor
from playbook.spelling import Spelling

PARTS = ("Do", "Say", "Avoid", "If it goes differently")
PROSE_PAGES = ("corridor.md", "plays/*/index.md", "handouts/*.md", "evidence/drift.md")
"""The pages with words of their own that are neither a play nor written from the data."""

_HEADING = re.compile(r"^## (.+)$", re.MULTILINE)
_TITLE = re.compile(r"^# .+\n", re.MULTILINE)
_ITEM = re.compile(r"^(?:- |\d+\. )((?:.+)(?:\n[ \t]+.+)*)\n?", re.MULTILINE)
_ATTRIBUTES = re.compile(r" *\{:? *[#.][^}\n]*\}")
_CALL = re.compile(r'\{\{ (\w+)\((?:"([^"]+)")?\)(?:\.([a-z]\w*))? \}\}')
_EXPRESSION = re.compile(r"(\{[{%#].*?[}%#]\})", re.DOTALL)
_GAP = re.compile(r"\n{3,}")

type Figure = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class PlayText:
    """What a play says, part by part; `note` is what stands below its lists, `figures` are ids.

    A career centre's own play needn't keep our parts: one that it lacks is empty, and one that it
    has besides goes into `note`.
    """

    why: str
    do: tuple[str, ...]
    say: tuple[str, ...]
    avoid: tuple[str, ...]
    otherwise: tuple[str, ...]
    note: str
    figures: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PageText:
    """A page that is neither a play nor written from the data."""

    url: str
    title: str
    description: str
    text: str


def read_play(play: Play, docs_dir: Path, guide: Guide) -> PlayText:
    """Return the words of a play, from its file."""
    source = play.file
    figures: list[str] = []

    def note(id: str) -> str:
        figures.append(id)
        return ""

    _, body = split_front_matter((docs_dir / source).read_text(encoding="utf-8"), source)
    why, *parts = _HEADING.split(_fill(body, source, guide, note))
    sections = dict(zip(parts[::2], parts[1::2], strict=True))
    spelling = guide.rulebook.spelling
    ours = [sections.pop(_spelled(heading, source, spelling), "") for heading in PARTS]
    do, say, avoid, otherwise = (tuple(_items(section)) for section in ours)
    below = [_ITEM.sub("", section).strip() for section in ours]
    others = [f"## {heading}\n\n{section.strip()}" for heading, section in sections.items()]
    note_below = "\n\n".join(filter(None, [*below, *others]))
    return PlayText(why.strip(), do, say, avoid, otherwise, note_below, tuple(figures))


def read_pages(docs_dir: Path, guide: Guide) -> tuple[PageText, ...]:
    """Return the other pages with words of their own, in the order of PROSE_PAGES."""
    files = [file for pattern in PROSE_PAGES for file in sorted(docs_dir.glob(pattern))]
    return tuple(
        _read_page(file.relative_to(docs_dir).as_posix(), docs_dir, guide) for file in files
    )


def _read_page(source: str, docs_dir: Path, guide: Guide) -> PageText:
    def show(id: str) -> str:
        figure = guide.evidence.figures[id]
        return f"[{figure.value}: {figure.asked}](evidence/figures/#{id})"

    front, body = split_front_matter((docs_dir / source).read_text(encoding="utf-8"), source)
    title, about = front["title"], front.get("description", "")
    text = _fill(body, source, guide, show)
    spelling = guide.rulebook.spelling
    title, about = (_spelled(each, source, spelling) for each in (title, about))
    return PageText(_address(source), title, about, text)


def _fill(body: str, source: str, guide: Guide, figure: Figure) -> str:
    """Return the body with its rules quoted, without what is drawn from the data, and no title."""

    def claim(id: str) -> str:
        title = guide.evidence.source_of(id).title
        return f"{guide.evidence.claims[id].text} ([{title}](evidence/claims/#{anchor(id)}))"

    pages = Pages(guide, lambda: source, date.min)
    silent: dict[str, Callable[..., object]] = {
        each.__name__: _nothing for each in pages.functions()
    }
    spoken = {"rule": pages.rule, "figure": figure, "claim": claim}
    title_less = _TITLE.sub("", body, count=1)
    text = _call(_spelled(title_less, source, guide.rulebook.spelling), silent | spoken)
    here = posixpath.dirname(source)
    linked = PAGE_LINK.sub(
        lambda link: f"]({_address(posixpath.join(here, link[1]))}{link[2] or ''}",
        text if source.startswith("local/") else lead_to_own(text, source, guide),
    )
    plain = linked.replace("\u00a0", " ")  # a page keeps a number with its unit; data needn't
    return _GAP.sub("\n\n", _ATTRIBUTES.sub("", unmark(plain))).strip()


def _spelled(body: str, source: str, spelling: Spelling) -> str:
    """Return our words in the centre's spelling, and nothing that is called in between."""
    if source.startswith("local/"):
        return body
    parts = _EXPRESSION.split(body)
    parts[::2] = map(spelling.respell_html, parts[::2])
    return "".join(parts)


def _call(body: str, functions: Mapping[str, Callable[..., object]]) -> str:
    """Replace the calls in a page's body by their results; Jinja, which is slower, only for those that aren't plain."""

    def plain(call: re.Match[str]) -> str:
        given = functions[call[1]](*filter(None, [call[2]]))
        return str(getattr(given, call[3]) if call[3] else given)

    text = _CALL.sub(lambda call: plain(call) if call[1] in functions else call[0], body)
    if not _EXPRESSION.search(text):
        return text
    environment = ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
    return environment.from_string(text).render(functions)


def _nothing(*_: object) -> str:
    return ""


def _items(section: str) -> Iterator[str]:
    for item in _ITEM.finditer(section):
        yield " ".join(item[1].split())


def _address(page: str) -> str:
    """Return where a page of docs/ stands, from the top of the site."""
    path = posixpath.normpath(page.removesuffix(".md"))
    path = path.removesuffix("index").rstrip("/")
    return f"{path}/" if path else ""
