"""Check a centre's own words: slots, local pages, links, and pages that were due for a look."""

import datetime
import posixpath
import re
from collections.abc import Collection, Iterator
from difflib import get_close_matches
from pathlib import Path, PurePosixPath
from urllib.parse import unquote

from macros.moved import find_new_play, read_moved
from macros.plays import find_local_plays
from macros.slots import FOLDER, list_links, list_links_to_places, list_slots
from publish.brand.check.anchors import list_anchors
from publish.brand.check.complaints import Complaint, did_you_mean
from publish.brand.check.front import blank_front, find_front_faults
from publish.brand.check.local import LOCAL
from publish.brand.check.plays import has_front, read_front
from publish.brand.check.quotes import PAGE_FUNCTIONS, Known, find_brace_faults
from publish.brand.check.tags import find_tag_faults

_AS_TEXT = re.compile(
    r"^[ \t]*(`{3,}|~{3,}).*?^[ \t]*\1|`[^`\n]+`|<!--.*?-->", re.MULTILINE | re.DOTALL
)
"""Code and comments, in which a tag is no tag."""
_INDENTED = re.compile(r"^\n(?:(?: {4}|\t).*\n?|[ \t]*\n)+", re.MULTILINE)
_HOLDS_MORE = re.compile(r"<|(?:[-*+:]|\d+\.|!!!|\?\?\?\+?|\[\^[^\]]+\]:)\s")
"""What begins a list, a box or a note, to which the indented lines below belong."""
_TO_ITSELF = re.compile(r"\]\(#([^)\s]+)")
_AGAIN = re.compile(r"_\d+$")
"""Ends the name of a place whose heading stands on its page a second time."""
_ON_A_HOST = re.compile(r"(?:[a-z][a-z0-9+.-]*:)?[/\\]{2}", re.IGNORECASE)
_PICTURE = re.compile(r"!\[[^\]]*\]\(\s*<?([^\s)>]+)")


def find_slot_faults(
    root: Path, rules: Collection[str], claims: Collection[str]
) -> Iterator[Complaint]:
    """Yield what is wrong with the centre's slots."""
    folder, known = root / FOLDER, list_slots(root / "docs")
    quoted: Known = {"centre": None, "rule": rules, "claim": claims}
    for file in sorted(folder.rglob("*")):
        if file.is_dir() or file.name.startswith("."):
            continue
        place, name = file.relative_to(root).as_posix(), file.relative_to(folder)
        if file.suffix != ".md":
            yield Complaint(place, 0, "a slot is a Markdown file; its name ends with .md")
        elif name.with_suffix("").as_posix() not in known:
            yield Complaint(place, 0, _say_unknown_slot(name.with_suffix("").as_posix(), known))
        else:
            yield from _find_link_faults(root / "docs", file, place, root / "docs")
            yield from _find_anchor_faults(root, root / "docs", file, place)
            text = file.read_text(encoding="utf-8")
            yield from _find_text_faults(root, text, place, quoted, is_slot=True)


def _say_unknown_slot(name: str, known: Collection[str]) -> str:
    folder, _, play = name.rpartition("/")
    if folder == "plays" and (new := find_new_play(play)):
        return (
            f"the play '{play}' is part of '{new}' now. Call this file '{new}.md', or put its words "
            "into the one that you have there"
        )
    return f"no page has a slot of this name. {did_you_mean(name, known)}"


def find_page_faults(
    root: Path, rules: Collection[str], claims: Collection[str]
) -> Iterator[Complaint]:
    """Yield what is wrong with the centre's own pages: links, tags, and what stands in braces."""
    quoted: Known = {**PAGE_FUNCTIONS, "rule": rules, "claim": claims}
    plays = find_local_plays(root / "docs")
    pages = {file.relative_to(root).as_posix(): file for file in (root / LOCAL).rglob("*.md")}
    for place, file in sorted(pages.items()):
        yield from _find_link_faults(file.parent, file, place, root / "docs")
        yield from _find_anchor_faults(root, file.parent, file, place)
        text = file.read_text(encoding="utf-8")
        yield from find_front_faults(text, place, is_play=file in plays)
        yield from _find_text_faults(root, blank_front(text), place, quoted, is_slot=False)


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
            message = f"it was due for a look by {due}, and nobody has noted one"
            yield Complaint(place, lines["review_by"], message, stops=False)


def _find_text_faults(
    root: Path, text: str, place: str, known: Known, *, is_slot: bool
) -> Iterator[Complaint]:
    """Yield what is wrong in the braces of a text, or else with the tags that it makes."""
    in_braces = list(find_brace_faults(text, place, known))
    yield from in_braces or find_tag_faults(root, text, place, is_slot=is_slot)


def _leave_out_code(text: str) -> str:
    """Return the text without what is shown as it stands; each line keeps its number."""
    text = _AS_TEXT.sub(_lines_alone, text)
    return _INDENTED.sub(lambda block: block[0] if _is_held(block) else _lines_alone(block), text)


def _is_held(block: re.Match[str]) -> bool:
    """Tell whether indented lines belong to a list or the like above them, and aren't code."""
    above = (line for line in reversed(block.string[: block.start()].splitlines()) if line.strip())
    outer = next((line for line in above if not line.startswith((" ", "\t"))), "")
    return _HOLDS_MORE.match(outer) is not None


def _lines_alone(match: re.Match[str]) -> str:
    return "\n" * match[0].count("\n")


def _find_link_faults(base: Path, file: Path, place: str, docs: Path) -> Iterator[Complaint]:
    """Yield each link that leads nowhere; pictures on another host are named for that."""
    text = _leave_out_code(file.read_text(encoding="utf-8"))
    elsewhere = {address for address in _PICTURE.findall(text) if _ON_A_HOST.match(address)}
    for link in list_links(text):
        target = (base / unquote(link)).resolve()
        if link in elsewhere:
            continue
        if link.startswith("/"):
            message = f"the link to '{link}' starts with a stroke; name a page, as in index.md"
            yield Complaint(place, find_line_with(text, link), message)
        elif not target.is_file() or not target.is_relative_to(docs.resolve()):
            yield Complaint(
                place, find_line_with(text, link), _say_where(base, unquote(link), docs)
            )


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
            message = f"the link to '{link}#{anchor}' names a place that isn't on that page. {hint}"
            yield Complaint(place, find_line_with(text, f"{link}#{anchor}"), message)


def _say_where(base: Path, link: str, docs: Path) -> str:
    """Return why a link leads nowhere, and where its page is now or which one was likely meant.

    `base` is the folder from which links of this text start.
    """
    here = base.relative_to(docs).as_posix()
    meant = PurePosixPath(posixpath.normpath(f"{here}/{link}"))
    if new := read_moved().get(meant.as_posix()):
        return f"the page '{link}' has moved. Link to '{posixpath.relpath(new, here)}' instead"
    return f"the link to '{link}' leads nowhere. {_name_link(here, meant, docs)}"


def _name_link(here: str, meant: PurePosixPath, docs: Path) -> str:
    """Return a hint that ends a message: the link from this folder to the page or file that was likely meant."""
    files = (path.relative_to(docs) for path in docs.rglob("*.*"))
    known = [file.as_posix() for file in files if file.suffix == (meant.suffix or ".md")]
    of_this_name = [name for name in known if PurePosixPath(name).name == meant.name]
    near = get_close_matches(str(meant), of_this_name, cutoff=0)
    near = near or get_close_matches(str(meant), known)
    if not near:
        return "Check the spelling and the folders."
    return f"Did you mean '{posixpath.relpath(near[0], here).replace(' ', '%20')}'?"


def find_line_with(text: str, sought: str) -> int:
    """Return the number of the first line that has this in it; 0 where none has."""
    lines = text.splitlines()
    return next((number for number, line in enumerate(lines, 1) if sought in line), 0)
