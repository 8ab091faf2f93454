"""The theme's own files: the scripts that it writes into pages, its script, and its style sheets as they came."""

import re
import sys
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from importlib.util import find_spec
from pathlib import Path

from publish.site.theme.menu import name_no_landmark
from publish.site.theme.search import BUNDLES, find_files, start_late
from runtime.files import digest

PACKAGES = ("material", "zensical")
"""Those that bring the theme, for MkDocs and for Zensical."""
TEMPLATES = "templates"
SCRIPTS = "templates/partials/javascripts"
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
"""A script that the theme writes into a page."""
_FILLED_IN = re.compile(r"\{\{.*?\}\}")
_AS_IT_CAME = (
    "Warning: the search starts as the theme starts it, on every page, since this theme isn't the one"
    " that publish/site/theme/ knows."
)


def list_packages() -> Iterator[Traversable]:
    """Yield the folder of each package here that brings the theme."""
    yield from (files(name) for name in PACKAGES if find_spec(name))


def is_known(script: str) -> bool:
    """Tell whether a script inside a page is one that the theme writes there; ours are files."""
    return any(form.fullmatch(script) for form in read_scripts())


@cache
def read_scripts() -> tuple[re.Pattern[str], ...]:
    """Return the scripts that the theme writes into a page, each with room for what it fills in."""
    folders = (package.joinpath(SCRIPTS) for package in list_packages())
    texts = (file.read_text(encoding="utf-8") for folder in folders for file in folder.iterdir())
    scripts = (script for text in texts for script in SCRIPT.findall(text))
    return tuple(
        re.compile('[^"<]*'.join(map(re.escape, _FILLED_IN.split(script)))) for script in scripts
    )


def is_style_sheet(site: Path, path: Path) -> bool:
    """Tell whether a style sheet of the site is the theme's own, as it came."""
    parts = path.relative_to(site).parts
    theirs = (package.joinpath(TEMPLATES, *parts) for package in list_packages())
    return any(each.is_file() and each.read_bytes() == path.read_bytes() for each in theirs)


def mend_scripts(site: Path) -> bool:
    """Mend the theme's script in place, and tell whether the search starts from a blob now.

    Where the script isn't the one that is known, it stays as it came, and a warning says so.
    """
    integrity = {name: digest(path.read_bytes()) for name, path in find_files(site).items()}
    for path in site.glob(BUNDLES):
        script = path.read_text(encoding="utf-8")
        try:
            path.write_text(start_late(name_no_landmark(script), integrity), encoding="utf-8")
        except ValueError as error:
            print(f"{_AS_IT_CAME}\n{path.relative_to(site)}: {error}", file=sys.stderr)
            return False
    return True
