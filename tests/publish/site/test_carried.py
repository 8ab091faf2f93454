"""Every file of the site is ours, or stands with its licence on the page Licences and in the notices."""

import json
import re
from fnmatch import fnmatchcase
from pathlib import Path

import pytest

from macros.components import read_components

SITE = Path(__file__).parents[3] / "site"
COMPONENTS = read_components()
OURS = """
*.html *.json sitemap.xml sitemap.xml.gz notices.txt _headers .htaccess web.config .well-known/security.txt
search/search_index.json offline-worker.js assets/offline.js assets/stored.js assets/embed.js assets/frame.js
assets/mark.svg assets/playbook.*.css assets/social-card.png
assets/pictures/*.webp assets/tool/*.js assets/tool/*.css
assets/runtime/closing_playbook-*.bin pyodide/closing_playbook-*.whl
""".split()
"""Files that are written here, as patterns from the top of the site."""


@pytest.fixture(scope="module")
def files() -> list[str]:
    names = [path.relative_to(SITE).as_posix() for path in SITE.rglob("*") if path.is_file()]
    assert "index.html" in names, "there is no site: run `make test`, which builds it first"
    return names


def test_each_file_is_ours_or_of_a_component_that_is_named(files: list[str]) -> None:
    theirs = [place for each in COMPONENTS.values() for place in each.places]
    unknown = [
        name for name in files if not any(fnmatchcase(name, place) for place in (*OURS, *theirs))
    ]
    assert unknown == []


def test_each_place_of_a_component_has_files(files: list[str]) -> None:
    places = [place for each in COMPONENTS.values() for place in each.places]
    assert [place for place in places if not any(fnmatchcase(name, place) for name in files)] == []


def test_what_the_themes_files_were_bundled_from_is_named() -> None:
    maps = list(SITE.rglob("*.map"))
    assert len(maps) >= 4
    sources = [source for path in maps for source in json.loads(path.read_bytes())["sources"]]
    modules = {name for source in sources for name in re.findall(r"node_modules/([^/]+)/", source)}
    assert len(modules) >= 7
    assert modules - set(COMPONENTS) == set()


def test_the_page_and_the_notices_name_each_component() -> None:
    page = (SITE / "about/licences/index.html").read_text(encoding="utf-8")
    notices = (SITE / "notices.txt").read_text(encoding="utf-8")
    for each in COMPONENTS.values():
        assert f">{each.name}</a>" in page, each.id
        assert f"\n{each.name}" in notices, each.id
