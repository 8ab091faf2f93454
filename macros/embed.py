"""Each tool alone on a page, for a frame in another website: no header, no menu, no foot."""

import re
from pathlib import Path

from markupsafe import Markup

from macros.guide import Guide
from macros.tool import tool
from macros.view import render
from playbook.tools import NAMES, get_tool

FOLDER = "embed/"
"""Where these pages stand, from the top of the site."""
_SHEET = re.compile(r'<link rel="stylesheet" href="[^"]*">')
_BODY = re.compile(r"<body\b[^>]*>")
_LINK = re.compile(r'<a (?=[^>]*href="(?!#))')
IN_NEW_TAB = '<a target="_blank" rel="noopener" '


def address_of(name: str) -> str:
    """Return where the tool of this name stands alone, from the top of the site: "embed/timeline/"."""
    return f"{FOLDER}{name}/"


def write_embeds(site: Path, guide: Guide, name: str, home: str, release: str) -> None:
    """Write the page of each tool, in the styles of the one that the built site has.

    `name` is what the site is called, `home` the address of its first page where that is known, and
    `release` the sentence that says which release it is. Both pages stand equally deep, so what the
    one says of its styles holds for the other.
    """
    for folder in NAMES:
        chosen = get_tool(folder)
        around, here = f"tools/{chosen.page}/", address_of(chosen.page)
        built = (site / around / "index.html").read_text(encoding="utf-8")
        html = render(
            "embed",
            here,
            tool=chosen,
            content=tool(folder, here, guide.rulebook),
            around=around,
            sheets=Markup("\n".join(_SHEET.findall(built.partition("</head>")[0]))),  # noqa: S704 - of a page of ours
            body=Markup(_BODY.findall(built)[0]),  # noqa: S704 - of a page of ours
            name=name,
            home=home,
            release=release,
        )
        page = site / here / "index.html"
        page.parent.mkdir(parents=True, exist_ok=True)
        page.write_text(f"{open_in_new_tab(html)}\n", encoding="utf-8")


def open_in_new_tab(html: str) -> str:
    """Let each link that leads to another page open outside of the frame."""
    return _LINK.sub(IN_NEW_TAB, html)
