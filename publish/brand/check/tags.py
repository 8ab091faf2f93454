"""Check the tags that a centre's words make on the site: known ones only, and none that a browser has to mend."""

import re
from collections import Counter
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from publish.brand.check.anchors import drop_markdown, make_markdown
from publish.brand.check.complaints import Complaint
from publish.brand.check.quotes import blank_braces
from publish.site.markup import INSIDE, LINK, OWN, Allowed, Tag, read_words

_CELL = ("align", "colspan", "headers", "rowspan", "scope")
ALLOWED = Allowed(
    elements={
        **dict.fromkeys(
            """
            abbr address aside b bdi bdo blockquote br caption cite code dd del dfn div dl dt em
            figcaption figure h1 h2 h3 h4 h5 h6 hr i ins kbd mark p pre q rp rt ruby s samp section
            small span strong sub summary sup table tbody tfoot thead tr u ul var wbr
            """.split(),
            (),
        ),
        "a": ("download", "href", "name", "rel", "target"),
        "details": ("name", "open"),
        "img": ("alt", "height", "loading", "src", "width"),
        "li": ("value",),
        "link": ("href", "rel"),
        "ol": ("reversed", "start", "type"),
        "td": _CELL,
        "th": _CELL,
        "time": ("datetime",),
    },
    everywhere=frozenset("class dir id lang role title translate".split()),
)
_INSTEAD = {
    "script": "nothing of your own runs here, so that what a reader types stays on their page",
    "style": 'put its lines into a file of docs/local/, and name that: <link rel="stylesheet" href="…">',
    "svg": "save the picture as a file of docs/local/, and name that: ![What it shows](…)",
    **dict.fromkeys(("audio", "embed", "iframe", "object", "video"), "link to it instead"),
    **dict.fromkeys(("button", "form", "input", "select", "textarea"), "link to your form instead"),
    **dict.fromkeys(
        ("base", "body", "head", "html", "meta", "title"),
        "copied text often brings it along; take it out",
    ),
}
_LEAVE_OUT = "write it in Markdown, or leave the tag out"
_OWN_WINDOW = (
    "leave out rel='opener' and any target but '_blank': "
    "the page behind such a link could lead this one elsewhere"
)
_TAKEN = (
    "'{0}' is the name of a place in our tools; give yours another: for a heading,"
    " '## … {{ #our-{0} }}'"
)
_OURS = re.compile(r"__|.*\bmermaid\b", re.DOTALL)
"""How names begin or what they hold that the theme takes for its own."""
_ID = re.compile(r'\bid="([^"{]+)"')
_MADE_IDS = ("field-", "draft-")
"""How ids of the tools begin that end with the name of a field or of a letter."""
_CAN_MATTER = re.compile(r"[<{(\[&:`~#=-]")
"""What a line has in it that makes a tag or a heading, or keeps one from being made."""
_SLOT = '<div class="pb-slot" markdown="1">\n\n{}\n\n</div>\n'


def find_tag_faults(root: Path, text: str, place: str, *, is_slot: bool) -> Iterator[Complaint]:
    """Yield what is wrong with the tags that a text makes on its page, each with the line it comes from."""
    text = blank_braces(text)
    try:
        faults = _count_faults(root, text, is_slot=is_slot)
    except RecursionError:
        drop_markdown()
        yield Complaint(place, 0, "lists stand in lists here, hundreds deep; leave that out")
        return
    lines = _find_lines(root, text, faults, is_slot=is_slot) if faults else {}
    for fault, count in faults.items():
        for line in lines.get(fault, [])[:count] or [0]:
            yield Complaint(place, line, fault)


def _find_lines(
    root: Path, text: str, faults: Counter[str], *, is_slot: bool
) -> dict[str, list[int]]:
    """Locate faults by elimination: the lines whose removal makes a fault occur less often."""
    lines, lines_of = text.split("\n"), dict[str, list[int]]()
    for at, line in enumerate(lines):
        if _CAN_MATTER.search(line):
            without = "\n".join([*lines[:at], "", *lines[at + 1 :]])
            for fault in faults - _count_faults(root, without, is_slot=is_slot):
                lines_of.setdefault(fault, []).append(at + 1)
    return lines_of


def _count_faults(root: Path, text: str, *, is_slot: bool) -> Counter[str]:
    """Count the faults in the HTML that the site makes of a text."""
    words = make_markdown(root).convert(_SLOT.format(text) if is_slot else text)
    markup = read_words(words)
    strange = [each for tag in markup.tags for each in find_faults(tag)]
    if is_slot:
        strange += [each for tag in markup.tags for each in _find_taken_id(root, tag)]
    return Counter(strange or markup.misread)


def _find_taken_id(root: Path, tag: Tag) -> Iterator[str]:
    """Yield what is wrong with an id that a tool has too: its links and labels could lead elsewhere."""
    name = tag.attributes.get("id", "")
    if name in _list_ids(root) or name.startswith(_MADE_IDS):
        yield _TAKEN.format(name)


@cache
def _list_ids(root: Path) -> frozenset[str]:
    """Return the ids that stand in the templates of the tools."""
    files = [*(root / "macros/templates").glob("*.jinja"), *(root / "playbook").rglob("*.jinja")]
    return frozenset(
        name for file in files for name in _ID.findall(file.read_text(encoding="utf-8"))
    )


def find_faults(tag: Tag) -> Iterator[str]:
    """Yield what is wrong with a tag of the centre's."""
    if tag.name not in ALLOWED.elements:
        yield f"<{tag.name}> can't stand in your words: {_INSTEAD.get(tag.name, _LEAVE_OUT)}"
        return
    for name, value in tag.attributes.items():
        if not ALLOWED.has(tag, name):
            yield f"<{tag.name} {name}=…> can't stand in your words: leave '{name}' out"
        elif fault := _find_value_fault(tag, name, value):
            yield fault
    if tag.hands_over_its_window:
        yield _OWN_WINDOW
    if tag.name == "link" and tag.attributes.get("rel") != "stylesheet":
        yield "<link> can't stand in your words, but one to a style sheet of your own"


def _find_value_fault(tag: Tag, name: str, value: str) -> str:
    shown = " ".join(value.split())
    if name in ("id", "class") and _OURS.match(value):
        return f"'{shown}' is a name that the theme uses: take another"
    if name == "src" and not INSIDE.fullmatch(value) and not OWN.fullmatch(value):
        return f"'{shown}' is on another host; put a copy into docs/local/ and name that"
    if name == "href" and tag.name == "link" and not OWN.fullmatch(value):
        return f"'{shown}' is on another host; put a copy into docs/local/ and name that"
    if name == "href" and not LINK.fullmatch(value):
        return f"'{shown}' is no address for a link: it starts with https://, mailto: or tel:, or names a page"
    return ""
