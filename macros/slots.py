"""Slots: places in our pages where a career centre's own words stand, from brand/slots/<name>.md."""

import posixpath
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from jinja2 import StrictUndefined, TemplateError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from macros.plays import PHASES, find_local_plays, find_plays
from playbook.brand import Centre
from playbook.errors import ContentError
from playbook.tool import page_of
from playbook.tools import NAMES

FOLDER = "brand/slots"
PLACES: Mapping[str, str] = {
    "home": "the first page, below the three doors",
    "play": "the foot of every play",
    "tool": "below every tool",
    "where-you-live": "the page Where you live, at its top",
    "about": "the end of the page About",
    "privacy": "the end of the page Privacy",
    "accessibility": "the end of the page Accessibility",
}
"""The slots that aren't for one page of many, each with where it stands."""
Functions = Mapping[str, Callable[[str], object]]
"""What a slot can call, by name."""
_LINK = re.compile(
    r"(\]\(|^ {0,3}\[[^\]^\n]+\]: *)(?!https?:|mailto:|tel:|#)([^)\s#]+)(#[^)\s]*)?", re.MULTILINE
)
"""A link in a line or below the text: how it opens, the page or file, and the place on it."""


def list_slots(docs_dir: Path) -> list[str]:
    """Return every slot there is: the seven, and one for each play, tool and phase."""
    files = [*find_plays(docs_dir), *find_local_plays(docs_dir)]
    plays = [f"plays/{file.stem}" for file in files]
    tools = [f"tools/{page_of(name)}" for name in NAMES]
    return [*PLACES, *plays, *tools, *(f"phases/{phase.id}" for phase in PHASES)]


def fill(text: str, names: Mapping[str, object]) -> str:
    """Return a centre's words, with what stands in braces filled in.

    Raises TemplateError for an unknown name or an attempt to reach beyond these.
    """
    return _environment().from_string(text).render(names)


def list_links(text: str) -> list[str]:
    """Return the pages and files that the words of a slot link to, from the top of docs/."""
    return [match[2] for match in _LINK.finditer(text)]


def list_links_to_places(text: str) -> list[tuple[str, str]]:
    """Return those of them that name a place on their page, each with the name of that place."""
    return [(match[2], match[3][1:]) for match in _LINK.finditer(text) if match[3]]


@dataclass(frozen=True, slots=True)
class Slots:
    """The centre's words for the page being rendered, `source` being its file from the top of docs/."""

    folder: Path
    known: tuple[str, ...]
    centre: Centre
    source: Callable[[], str]

    def words(self, name: str, functions: Functions) -> str:
        """Return the words of a slot as Markdown for this page; nothing where the centre has none.

        Raises ContentError for a slot that isn't there, or words that can't be filled.
        """
        if self.known and name not in self.known:
            raise ContentError(f"{self.source()}: there is no slot '{name}'")
        file = self.folder / f"{name}.md"
        if not self.centre.name or not file.is_file():
            return ""
        try:
            names = {"centre": self.centre, **functions}
            text = fill(file.read_text(encoding="utf-8"), names)
        except (TemplateError, ArithmeticError, TypeError, ValueError) as error:
            raise ContentError(f"{FOLDER}/{name}.md: {error}") from error
        here = posixpath.dirname(self.source())
        return _LINK.sub(
            lambda match: f"{match[1]}{posixpath.relpath(match[2], here or '.')}{match[3] or ''}",
            text,
        ).strip()


NO_SLOTS = Slots(Path(), (), Centre(), lambda: "")
"""The guide as upstream has it."""


def _environment() -> ImmutableSandboxedEnvironment:
    return ImmutableSandboxedEnvironment(undefined=StrictUndefined, autoescape=False)
