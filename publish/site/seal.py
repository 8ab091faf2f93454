"""Seal the built site: a strict policy in every page, and no request to any other host.

The policy stands in a <meta> in each page, since GitHub Pages sets no headers of its own; a
`_headers` file repeats it for hosts that read one. `frame-ancestors` is left out on purpose:
other sites may embed a tool. `worker-src` allows `blob:` and nothing else, because a worker started
from a blob inherits this policy, while one started from a file obeys only the headers that came
with it; and `script-src` allows it because such a worker takes its program from a blob too. Only
scripts that the policy lets run can make one.

It is written by the form that the theme's pages have. `publish.site.sealed` then reads every page as a
browser does, and whatever isn't as it should be stops the build.
"""

import hashlib
import re
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from publish.site.menu import name_no_landmark
from publish.site.script_names import lead, name_modules, name_style_sheets, use_names
from publish.site.sealed import PINNED, SCRIPT, TOOL, find_file_faults, find_page_faults
from publish.site.search import BUNDLES, find_files, start_late
from publish.site.theme import mend_pages
from runtime.files import digest

POLICY = {
    "default-src": "'none'",
    "script-src": "'self' blob: 'wasm-unsafe-eval'",
    "style-src": "'self'",
    "img-src": "'self' data:",
    "font-src": "'self'",
    "connect-src": "'self'",
    "worker-src": "blob:",
    "manifest-src": "'self'",
    "base-uri": "'none'",
    "form-action": "'none'",
}
HEADERS = {
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
}
ASSETS = "assets/"
FOR_A_YEAR = "public, max-age=31536000, immutable"
CACHING = {
    f"/{ASSETS}*.css": FOR_A_YEAR,
    f"/{TOOL}*.js": FOR_A_YEAR,
    f"/{ASSETS}runtime/*": FOR_A_YEAR,
}
"""What has its content in its name may be kept."""
NAMED = re.compile(rf"{TOOL}[^?]*\.js$|{ASSETS}[^?]*\.[0-9a-f]{{8,}}(?:\.min)?\.css$")
"""The address of a file that changes its name with its content."""
HEAD = re.compile(r"\s*<!doctype html>\s*<html[^<>]*>\s*<head>", re.IGNORECASE)
"""How a page of the theme begins."""
LOADING = re.compile(r"<(?P<tag>script|link) [^<>]*?(?:src|href)=\"(?P<address>[^\"]*)\"[^<>]*>")
KIND = re.compile(r'rel="([^"]*)"')


def write_policy(scripts: Iterable[str]) -> str:
    """Return the policy that lets exactly these inline scripts run."""
    hashes = sorted({f"'{digest(script.encode())}'" for script in scripts})
    rules = POLICY | {"script-src": " ".join([POLICY["script-src"], *hashes])}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def find_file(site: Path, page: Path, address: str) -> Path | None:
    """Return the file behind an address; '/…' may start with the path of the site."""
    path = urlsplit(address).path
    if not path.startswith("/"):
        found = page.parent / path
        return found if found.is_file() else None
    parts = PurePosixPath(path).parts[1:]
    tails = (site.joinpath(*parts[index:]) for index in range(len(parts)))
    return next((tail for tail in tails if tail.is_file()), None)


@dataclass(frozen=True)
class Mark:
    """What tells one content of a file from another: for `integrity`, and short, for its address."""

    integrity: str
    query: str


def read_mark(file: Path) -> Mark:
    """Return the mark of a file as it is now."""
    content = file.read_bytes()
    return Mark(digest(content), hashlib.sha256(content).hexdigest()[:8])


def pin(tag: str, address: str, mark: Mark) -> str:
    """Return the tag with its file's hash, and an address that changes when the file does."""
    is_named = "?" in address or NAMED.search(address)
    opening = tag if is_named else tag.replace(address, f"{address}?v={mark.query}", 1)
    return re.sub(r"\s*(/?>)$", rf' integrity="{mark.integrity}"\1', opening)


def seal_page(html: str, mark: Callable[[str], Mark | None]) -> str:
    """Return the page with its policy first in its head, and its scripts and style sheets pinned.

    `mark` gives the mark of the file behind an address, where there is one.
    """

    def pin_one(found: re.Match[str]) -> str:
        kind = KIND.search(found[0])
        takes_hash = found["tag"] == "script" or (kind is not None and kind[1] in PINNED)
        own = mark(found["address"]) if takes_hash else None
        return pin(found[0], found["address"], own) if own else found[0]

    metas = write_metas(SCRIPT.findall(html))
    return LOADING.sub(pin_one, HEAD.sub(lambda head: head[0] + metas, html, count=1))


def write_metas(scripts: Iterable[str]) -> str:
    """Return the tags that carry the policy."""
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{write_policy(scripts)}">'
        '<meta name="referrer" content="no-referrer">'
    )


def write_headers(scripts: Iterable[str]) -> str:
    """Return the `_headers` file: the same policy for hosts that can send it."""
    lines = {"Content-Security-Policy": write_policy(scripts)} | HEADERS
    every = "".join(f"  {name}: {value}\n" for name, value in lines.items())
    kept = (f"{place}\n  Cache-Control: {how}\n" for place, how in CACHING.items())
    return "".join([f"/*\n{every}", *kept])


def mend_scripts(site: Path) -> None:
    """Mend the theme's script in place. Raises SystemExit where it isn't the one that we know."""
    needed = find_files(site)
    integrity = {name: digest(path.read_bytes()) for name, path in needed.items()}
    for path in site.glob(BUNDLES):
        try:
            script = start_late(name_no_landmark(path.read_text(encoding="utf-8")), integrity)
        except ValueError as error:
            raise SystemExit(f"{path.relative_to(site)}: {error}") from None
        path.write_text(script, encoding="utf-8")


def seal(site: Path) -> int:
    """Seal every page and return how many there are. Raises SystemExit with all complaints."""
    mend_scripts(site)
    complaints = list(find_file_faults(site))
    pages = mend_pages(site)
    names = name_modules(site / TOOL)
    sheets = name_style_sheets(site / ASSETS)
    mark = cache(read_mark)
    sealed, scripts = dict[Path, str](), list[str]()
    for path, html in pages.items():

        def mark_at(address: str, page: Path = path) -> Mark | None:
            file = find_file(site, page, address)
            return mark(file.resolve()) if file else None

        sealed[path] = seal_page(use_names(lead(html, TOOL, names), ASSETS, sheets), mark_at)
        own = SCRIPT.findall(html)
        scripts += own
        faults = find_page_faults(sealed[path], write_policy(own), mark_at)
        complaints += [f"{path.relative_to(site)}: {fault}" for fault in faults]
    if complaints or not pages:
        why = complaints or ["there is no page in it"]
        raise SystemExit("\n".join([f"{site} is not sealed, because:", *why]))
    for path, html in sealed.items():
        path.write_text(html, encoding="utf-8")
    (site / "_headers").write_text(write_headers(scripts), encoding="utf-8")
    return len(pages)


def main() -> None:
    """Seal the folder named on the command line."""
    site = Path(sys.argv[1])
    print(f"{site}: {seal(site)} pages sealed")


if __name__ == "__main__":
    main()
