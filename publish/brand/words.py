"""Check a centre's own words: slots, local pages, links, and pages that were due for a look."""

import datetime
import re
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, fields
from pathlib import Path
from urllib.parse import unquote, urlsplit

from jinja2 import TemplateSyntaxError
from jinja2.exceptions import SecurityError

from macros.slots import FOLDER, fill, list_links, list_slots
from playbook.brand import Centre
from playbook.errors import ContentError
from playbook.render import listed
from publish.brand.braces import MISTAKES, line_of, say
from publish.brand.complaints import Complaint, did_you_mean
from publish.brand.plays import has_front, read_front
from publish.brand.trial import try_out
from publish.markup import read_markup

LOCAL = "docs/local"
_CODE = re.compile(r"^(```|~~~).*?^\1|`[^`\n]+`", re.MULTILINE | re.DOTALL)
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
        yield from _find_unsafe(file, place)
    names: dict[str, object] = dict.fromkeys(PAGE_FUNCTIONS, _anything)
    names |= {"rule": _known("rule", rules, _Rule()), "claim": _known("claim", claims, "")}
    yield from _find_template_faults(root, sorted(pages), names)


def find_late_pages(root: Path, today: datetime.date) -> Iterator[Complaint]:
    """Yield the centre's pages that were due for a look before today; they build all the same.

    One whose front matter can't be read doesn't. Ours are looked at by `macros.upkeep`.
    """
    for file in sorted((root / LOCAL).rglob("*.md")):
        place, text = file.relative_to(root).as_posix(), file.read_text(encoding="utf-8")
        if not has_front(text):
            continue  # a page may do without
        front, lines, unreadable = read_front(text, place)
        due = front.get("review_by", datetime.date.max)
        if unreadable:
            yield unreadable
        elif not isinstance(due, datetime.date):
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
    """Yield what would keep the site from being sealed: frames, styles in a page, other hosts' files."""
    text = _CODE.sub(lambda code: "\n" * code[0].count("\n"), file.read_text(encoding="utf-8"))
    for number, line in enumerate(text.splitlines(), 1):
        markup = read_markup(line)
        for unsafe in markup.unsafe:
            yield Complaint(place, number, unsafe)
        for address in (*(load.address for load in markup.loads), *_PICTURE.findall(line)):
            if urlsplit(address).netloc:
                said = f"'{address}' is on another host; put a copy into {LOCAL}/ and name that"
                yield Complaint(place, number, said)


def _find_link_faults(base: Path, file: Path, place: str, docs: Path) -> Iterator[Complaint]:
    text = file.read_text(encoding="utf-8")
    for link in list_links(text):
        target = (base / unquote(link)).resolve()
        if link.startswith("/"):
            said = f"the link to '{link}' starts with a stroke; name a page, as in index.md"
            yield Complaint(place, find_line_with(text, link), said)
        elif not target.is_file() or not target.is_relative_to(docs.resolve()):
            known = [path.relative_to(docs).as_posix() for path in docs.rglob("*.md")]
            hint = did_you_mean(link.lstrip("./"), known)
            hint = hint if hint.startswith("Did") else "Check the spelling and the folders."
            said = f"the link to '{link}' leads nowhere. {hint}"
            yield Complaint(place, find_line_with(text, link), said)


def find_line_with(text: str, part: str) -> int:
    """The number of the first line that has this in it; 0 where none has."""
    lines = text.splitlines()
    return next((number for number, line in enumerate(lines, 1) if part in line), 0)
