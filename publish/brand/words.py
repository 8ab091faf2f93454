"""Check a centre's own words: slots, local pages, links, and pages that were due for a look."""

import datetime
import posixpath
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError

from macros.plays import find_local_plays
from macros.slots import FOLDER, fill, list_links, list_links_to_places, list_slots
from playbook.brand import Centre
from playbook.errors import ContentError
from playbook.render import listed
from publish.brand.anchors import list_anchors
from publish.brand.braces import MISTAKES, line_of, say
from publish.brand.complaints import Complaint, did_you_mean
from publish.brand.plays import has_front, read_front
from publish.brand.trial import try_out
from publish.markup import INLINE_SCRIPT, read_markup

LOCAL = "docs/local"
_AS_TEXT = re.compile(
    r"^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\1|`[^`\n]+`|<!--.*?-->", re.MULTILINE | re.DOTALL
)
"""Code and comments, in which a tag is no tag."""
_INDENTED = re.compile(r"^\n(?:(?: {4}|\t).*\n?|[ \t]*\n)+", re.MULTILINE)
_HOLDS_MORE = re.compile(r"<|(?:[-*+:]|\d+\.|!!!|\?\?\?\+?|\[\^[^\]]+\]:)\s")
"""What begins a list, a box or a note, to which the indented lines below belong."""
_SCRIPT = re.compile(
    r"(<script(?=[\s/>])[^>]*>)(.*?)(?:</script\s*>|\Z)", re.DOTALL | re.IGNORECASE
)
_TO_ITSELF = re.compile(r"\]\(#([^)\s]+)")
_AGAIN = re.compile(r"_\d+$")
"""Ends the name of a place whose heading stands on its page a second time."""
_ON_A_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}", re.IGNORECASE)
_PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?([^\s)>]+)")
PAGE_FUNCTIONS = ("play_head", "evidence", "figure", "tool", "slot", "phase_way", "phase_plays")
"""What a page of the centre's own may call besides `rule` and `claim`; see macros/pages.py."""


def find_slot_faults(
    root: Path, centre: Centre, rules: Collection[str], claims: Collection[str]
) -> Iterator[Complaint]:
    """Yield what is wrong with the centre's slots."""
    folder, known = root / FOLDER, list_slots(root / "docs")
    right: list[str] = []
    for file in sorted(folder.rglob("*")):
        if file.is_dir() or file.name.startswith("."):
            continue
        place, name = file.relative_to(root).as_posix(), file.relative_to(folder)
        if file.suffix != ".md":
            yield Complaint(place, 0, "a slot is a Markdown file; its name ends with .md")
        elif name.with_suffix("").as_posix() not in known:
            hint = did_you_mean(name.with_suffix("").as_posix(), known)
            yield Complaint(place, 0, f"no page has a slot of this name. {hint}")
        else:
            right.append(place)
            yield from _find_link_faults(root / "docs", file, place, root / "docs")
            yield from _find_anchor_faults(root, root / "docs", file, place)
            yield from _find_unsafe(file, place)
    names = {
        "centre": centre,
        "rule": _known("rule", rules, _Rule()),
        "claim": _known("claim", claims, ""),
    }
    yield from _find_template_faults(root, right, names)


def find_page_faults(
    root: Path, rules: Collection[str], claims: Collection[str]
) -> Iterator[Complaint]:
    """Yield what is wrong with the links of the centre's own pages, and with what stands in braces."""
    pages = {file.relative_to(root).as_posix(): file for file in (root / LOCAL).rglob("*.md")}
    for place, file in sorted(pages.items()):
        yield from _find_link_faults(file.parent, file, place, root / "docs")
        yield from _find_anchor_faults(root, file.parent, file, place)
        yield from _find_unsafe(file, place)
    names: dict[str, object] = dict.fromkeys(PAGE_FUNCTIONS, _anything)
    names |= {"rule": _known("rule", rules, _Rule()), "claim": _known("claim", claims, "")}
    yield from _find_template_faults(root, sorted(pages), names)


def find_late_pages(root: Path, today: datetime.date) -> Iterator[Complaint]:
    """Yield the centre's pages that were due for a look before today; they build all the same.

    One whose front matter can't be read doesn't. Ours are looked at by `macros.upkeep`, and the
    kind of each value in a play's by `find_play_faults`.
    """
    plays = find_local_plays(root / "docs")
    for file in sorted((root / LOCAL).rglob("*.md")):
        place, text = file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")
        if not has_front(text):
            continue  # a page may do without
        front, lines, unreadable = read_front(text, place)
        due = front.get("review_by", datetime.date.max)
        if unreadable:
            yield unreadable
        elif type(due) is not datetime.date:  # a point in time would be one, too
            if file not in plays:
                yield Complaint(place, lines["review_by"], f"'{due}' is no date like 2027-06-30")
        elif due < today:
            said = f"it was due for a look by {due}, and nobody has noted one"
            yield Complaint(place, lines["review_by"], said, stops=False)


def _find_template_faults(
    root: Path, places: Iterable[str], names: Mapping[str, object]
) -> list[Complaint]:
    """What is wrong with what stands in the braces of these files; nothing to try where there are none."""

    def look(place: str) -> Iterator[Complaint]:
        return _look_at_braces((root / place).read_text(encoding="utf-8"), place, names)

    return try_out((each for each in places if b"{" in (root / each).read_bytes()), look)


def _look_at_braces(text: str, place: str, names: Mapping[str, object]) -> Iterator[Complaint]:
    try:
        fill(text, names)
    except TemplateSyntaxError as error:
        said = say(error) or f"the braces don't match up: {error.message}"
        yield Complaint(place, error.lineno, said)
    except MISTAKES as error:
        forms = ["centre.…" if name == "centre" else f"{name}('…')" for name in names]
        allowed = f"{', '.join(forms[:-1])} and {forms[-1]}"
        said = f"{_in_our_words(error)} In braces go only {allowed}"
        yield Complaint(place, line_of(error, "<template>"), said)


def _in_our_words(error: Exception) -> str:
    if isinstance(error, SecurityError):
        return "this would lead out of the page."
    if "no loader" in str(error):
        return "nothing of another file can stand here."
    unknown = re.search(r"(Centre|_Rule) object' has no attribute '(\w+)'", str(error))
    if unknown:
        of, name = (Centre, "centre") if unknown[1] == "Centre" else (_Rule, "rule('…')")
        known = [field.name for field in fields(of)]
        hint = did_you_mean(unknown[2], known)
        all_of_them = (
            "" if of is Centre or hint.startswith("Known") else f" A rule has {listed(known)}."
        )
        return f"there is no '{name}.{unknown[2]}'. {hint}{all_of_them}"
    said = say(error) or str(error).replace("is undefined", "is not known here")
    return said if said.endswith(("?", ".")) else f"{said}."


def _anything(*_: object) -> str:
    return ""


@dataclass(frozen=True, slots=True)
class _Rule:
    """A stand-in for the rule that a page quotes; see `macros.pages.QuotedRule`."""

    within: str = ""
    value: int = 0
    unit: str = ""
    house: bool = False
    link: str = ""

    def __str__(self) -> str:
        raise ContentError("a rule is quoted by one of its words, like rule('…').within.")


def _known(what: str, ids: Collection[str], stands_for: object) -> Callable[..., object]:
    """A stand-in for what a slot calls: it only looks whether there is such a rule or claim."""

    def look_up(id: object = "") -> object:
        if id not in ids:
            raise ContentError(f"there is no {what} '{id}'. {did_you_mean(str(id), ids)}")
        return stands_for

    return look_up


def _find_unsafe(file: Path, place: str) -> Iterator[Complaint]:
    """Yield what would keep the site from being sealed: scripts, frames and styles in a page, other hosts' files."""
    text = _empty_scripts(_leave_out_code(file.read_text(encoding="utf-8")))
    for number, line in enumerate(text.splitlines(), 1):
        markup = read_markup(line)
        for unsafe in (*markup.unsafe, *(INLINE_SCRIPT for _ in markup.scripts)):
            yield Complaint(place, number, unsafe)
        for address in (*(load.address for load in markup.loads), *_PICTURE.findall(line)):
            if _ON_A_HOST.match(address):
                said = f"'{address}' is on another host; put a copy into {LOCAL}/ and name that"
                yield Complaint(place, number, said)


def _leave_out_code(text: str) -> str:
    """The text without what is shown as it stands; each line keeps its number."""
    text = _AS_TEXT.sub(_lines_alone, text)
    return _INDENTED.sub(lambda block: block[0] if _is_held(block) else _lines_alone(block), text)


def _is_held(block: re.Match[str]) -> bool:
    """Tell whether indented lines belong to a list or the like above them, and aren't code."""
    above = (line for line in reversed(block.string[: block.start()].splitlines()) if line.strip())
    outer = next((line for line in above if not line.startswith((" ", "\t"))), "")
    return _HOLDS_MORE.match(outer) is not None


def _empty_scripts(text: str) -> str:
    """The text with nothing inside its scripts; each line keeps its number."""
    return _SCRIPT.sub(lambda script: f"{script[1]}</script>{_lines_alone(script)}", text)


def _lines_alone(found: re.Match[str]) -> str:
    return "\n" * found[0].count("\n")


def _find_link_faults(base: Path, file: Path, place: str, docs: Path) -> Iterator[Complaint]:
    """Yield each link that leads nowhere; pictures on another host are named for that."""
    text = _leave_out_code(file.read_text(encoding="utf-8"))
    elsewhere = {address for address in _PICTURE.findall(text) if _ON_A_HOST.match(address)}
    for link in list_links(text):
        target = (base / unquote(link)).resolve()
        if link in elsewhere:
            continue
        if link.startswith("/"):
            said = f"the link to '{link}' starts with a stroke; name a page, as in index.md"
            yield Complaint(place, find_line_with(text, link), said)
        elif not target.is_file() or not target.is_relative_to(docs.resolve()):
            said = f"the link to '{link}' leads nowhere. {_name_link(base, unquote(link), docs)}"
            yield Complaint(place, find_line_with(text, link), said)


def _find_anchor_faults(root: Path, base: Path, file: Path, place: str) -> Iterator[Complaint]:
    """Yield each link to a place that its page, which is there, hasn't got.

    Of a slot, those to the page that it will stand on are left out: which that is isn't known.
    """
    text = _leave_out_code(file.read_text(encoding="utf-8"))
    to_itself = _TO_ITSELF.findall(text) if base == file.parent else ()
    for link, anchor in (*list_links_to_places(text), *(("", anchor) for anchor in to_itself)):
        page = (base / unquote(link) if link else file).resolve()
        is_in_guide = page.suffix == ".md" and page.is_relative_to((root / "docs").resolve())
        known = list_anchors(root, page) if is_in_guide and page.is_file() else None
        if known is not None and not {unquote(anchor), _AGAIN.sub("", anchor)} & set(known):
            hint = did_you_mean(anchor, known)
            said = f"the link to '{link}#{anchor}' names a place that isn't on that page. {hint}"
            yield Complaint(place, find_line_with(text, f"{link}#{anchor}"), said)


def _name_link(base: Path, link: str, docs: Path) -> str:
    """A hint that ends a message: the link to the page or file that was likely meant.

    `base` is the folder from which links of this text start.
    """
    here = base.relative_to(docs).as_posix()
    meant = PurePosixPath(posixpath.normpath(f"{here}/{link}"))
    files = (path.relative_to(docs) for path in docs.rglob("*.*"))
    known = [file.as_posix() for file in files if file.suffix == (meant.suffix or ".md")]
    of_this_name = [name for name in known if PurePosixPath(name).name == meant.name]
    near = get_close_matches(str(meant), of_this_name, cutoff=0)
    near = near or get_close_matches(str(meant), known)
    if not near:
        return "Check the spelling and the folders."
    return f"Did you mean '{posixpath.relpath(near[0], here).replace(' ', '%20')}'?"


def find_line_with(text: str, part: str) -> int:
    """The number of the first line that has this in it; 0 where none has."""
    lines = text.splitlines()
    return next((number for number, line in enumerate(lines, 1) if part in line), 0)
