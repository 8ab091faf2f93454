"""Check a centre's own words: slots, local pages, links, and pages that were due for a look."""

import datetime
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path

from jinja2 import TemplateError, TemplateSyntaxError

from macros.plays import split_front_matter
from macros.slots import FOLDER, Functions, fill_slot, list_links, list_slots
from playbook.brand import Centre
from playbook.errors import ContentError
from publish.brand.complaints import Complaint, did_you_mean, find_line

LOCAL = "docs/local"


def find_slot_faults(
    root: Path, centre: Centre, rules: Iterable[str], claims: Iterable[str]
) -> Iterator[Complaint]:
    """Yield what is wrong with the centre's slots."""
    folder, known = root / FOLDER, list_slots(root / "docs")
    functions = {"rule": _known("rule", rules), "claim": _known("claim", claims)}
    for file in sorted(folder.rglob("*")):
        if file.is_dir():
            continue
        place, name = file.relative_to(root).as_posix(), file.relative_to(folder)
        if file.suffix != ".md":
            yield Complaint(place, 0, "a slot is a Markdown file; its name ends with .md")
        elif name.with_suffix("").as_posix() not in known:
            hint = did_you_mean(name.with_suffix("").as_posix(), known)
            yield Complaint(place, 0, f"no page has a slot of this name. {hint}")
        else:
            yield from _find_template_faults(file, place, centre, functions)
            yield from _find_link_faults(root / "docs", file, place, root / "docs")


def find_page_faults(root: Path) -> Iterator[Complaint]:
    """Yield what is wrong with the links of the centre's own pages."""
    for file in sorted((root / LOCAL).rglob("*.md")):
        place = file.relative_to(root).as_posix()
        yield from _find_link_faults(file.parent, file, place, root / "docs")


def find_late_pages(root: Path, today: datetime.date) -> Iterator[Complaint]:
    """Yield the centre's pages that were due for a look before today; they build all the same.

    Ours are looked at by `macros.upkeep`.
    """
    for file in sorted((root / LOCAL).rglob("*.md")):
        place, text = file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")
        try:
            front, _ = split_front_matter(text, place)
        except ContentError:
            continue  # a page may do without
        due = front.get("review_by")
        if isinstance(due, datetime.date) and due < today:
            said = f"it was due for a look by {due}, and nobody has noted one"
            yield Complaint(place, find_line(text, "review_by"), said, stops=False)


def _find_template_faults(
    file: Path, place: str, centre: Centre, functions: Functions
) -> Iterator[Complaint]:
    text = file.read_text(encoding="utf-8")
    try:
        fill_slot(text, centre, functions)
    except TemplateSyntaxError as error:
        yield Complaint(place, error.lineno, f"the braces don't match up: {error.message}")
    except (TemplateError, ContentError, ArithmeticError, TypeError, ValueError) as error:
        line = find_line_with(text, "{{") or find_line_with(text, "{%")
        said = f"{str(error).rstrip('.?')}. In braces go only centre.…, rule('…') and claim('…')"
        yield Complaint(place, line, said)


def _known(what: str, ids: Iterable[str]) -> Callable[[str], object]:
    """A stand-in for what a slot calls: it only looks whether there is such a rule or claim."""

    def look_up(id: str) -> object:
        if id not in ids:
            raise ContentError(f"there is no {what} '{id}'. {did_you_mean(id, ids)}")
        return {"within": "", "value": 0, "unit": "", "house": False, "link": ""}

    return look_up


def _find_link_faults(base: Path, file: Path, place: str, docs: Path) -> Iterator[Complaint]:
    text = file.read_text(encoding="utf-8")
    for link in list_links(text):
        target = (base / link).resolve()
        if not target.is_file() or not target.is_relative_to(docs.resolve()):
            known = [path.relative_to(docs).as_posix() for path in docs.rglob("*.md")]
            hint = did_you_mean(link.lstrip("./"), known)
            hint = hint if hint.startswith("Did") else "Check the spelling and the folders."
            yield Complaint(
                place, find_line_with(text, link), f"the link to '{link}' leads nowhere. {hint}"
            )


def find_line_with(text: str, part: str) -> int:
    """The number of the first line that has this in it; 0 where none has."""
    lines = text.splitlines()
    return next((number for number, line in enumerate(lines, 1) if part in line), 0)
