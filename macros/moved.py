"""Pages of ours that moved: where each stood, where it is now, and what stands at its old address."""

import tomllib
from collections.abc import Mapping
from functools import cache
from pathlib import Path, PurePosixPath

from macros.guide import Guide
from macros.view import render

TABLE = Path(__file__).with_name("moved.toml")


@cache
def read_moved() -> Mapping[str, str]:
    """Return where each page is now that once stood elsewhere, both as files from the top of docs/."""
    return tomllib.loads(TABLE.read_text(encoding="utf-8"))


def find_new_play(name: str) -> str:
    """Return the play that holds the words of an old one of ours of this name; nothing where none moved."""
    for old, new in read_moved().items():
        if old.startswith("plays/") and PurePosixPath(old).stem == name:
            return PurePosixPath(new).stem
    return ""


def address_of(page: str) -> str:
    """Return the address of a page from the top of the site: "plays/before/rehearse/"."""
    return page.removesuffix("index.md").removesuffix(".md").rstrip("/") + "/"


def write_signposts(site: Path, guide: Guide, name: str, home: str) -> None:
    """Write a page to each old address of the built site that leads on to the new one.

    `name` is what the site is called, `home` the address of its first page where that is known. The
    pages need no script and no style, so any host and any policy will do.
    """
    plays = {play.file: play for play in (*guide.plays, *guide.left_out)}
    for old, new in read_moved().items():
        play = guide.instead_of(plays[new]) or plays[new]
        page = site / address_of(old) / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        html = render(
            "moved", address_of(old), target=play.url, title=play.title, name=name, home=home
        )
        page.write_text(f"{html}\n", encoding="utf-8")
