"""The web app manifest: what a phone shows when a reader puts the site on its home screen."""

import json
import re
from html import unescape
from pathlib import Path, PurePosixPath

from publish.site.servers import TYPES
from publish.site.social_card import read_site_name

MANIFEST = "manifest.json"
_ICON = re.compile(r'<link rel="icon" href="([^"]*)">')


def link_manifest(html: str, page: PurePosixPath) -> str:
    """Return a page with the link to the manifest after its title; `page` is its file, from the top of the site."""
    up = "../" * (len(page.parts) - 1)
    return html.replace("</title>", f'</title>\n<link rel="manifest" href="{up}{MANIFEST}">', 1)


def write_manifest(site: Path) -> None:
    """Write the manifest of a built site, with the name and the picture that its first page has.

    It opens at the first page, in a window that keeps the way back.
    """
    first = site / "index.html"
    home = first.read_text(encoding="utf-8") if first.is_file() else ""
    icon = _ICON.search(home)
    manifest = {
        "name": unescape(read_site_name(home)),
        "id": ".",
        "start_url": ".",
        "scope": ".",
        "display": "minimal-ui",
        "icons": [_describe_icon(icon[1])] if icon else [],
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    (site / MANIFEST).write_text(f"{text}\n", encoding="utf-8")


def _describe_icon(path: str) -> dict[str, str]:
    kind = TYPES[PurePosixPath(path).suffix]
    return {"src": path, "sizes": "any", "type": kind}
