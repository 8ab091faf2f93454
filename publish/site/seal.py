"""Seal the built site: a strict policy in every page, and no request to any other host.

The policy stands in a <meta> in each page, since GitHub Pages sets no headers of its own; files for
servers that read one repeat it, see `publish.site.servers`. `frame-ancestors` is left out on purpose:
other sites may embed a tool. `worker-src` allows `blob:` and nothing else, because a worker started
from a blob inherits this policy, while one started from a file obeys only the headers that came
with it. The one page on which a reader saves the guide for offline use may start the worker that
does so, which is a file. And `script-src` allows it because such a worker takes its program from a blob too. Only
scripts that the policy lets run can make one.

It is written by the form that the theme's pages have. `publish.site.sealed` then reads every page as a
browser does, and whatever isn't as it should be stops the build.
"""

import hashlib
import re
import shutil
import sys
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cache
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from publish.site import offline
from publish.site.home_screen import write_manifest
from publish.site.script_names import lead, name_modules, name_style_sheets, use_names
from publish.site.sealed import PINNED, TOOL, find_file_faults, find_page_faults
from publish.site.servers import EVERYWHERE, write_headers, write_htaccess, write_web_config
from publish.site.social_card import read_address
from publish.site.styles import put_pictures_in
from publish.site.theme.own import SCRIPT, mend_scripts
from publish.site.theme.pages import mend_pages
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
OTHER_LANGUAGES = "assets/javascripts/lunr"
"""The theme's search in other languages than ours, of which no page asks for a file."""
FROM_FILES = f"{POLICY['worker-src']} 'self'"
"""Where workers come from on the page that saves the guide, or with a theme that starts its search in its own way."""
FOR_A_YEAR = "public, max-age=31536000, immutable"
IN_PLACES = {
    f"/{ASSETS}*.css": {"Cache-Control": FOR_A_YEAR},
    f"/{TOOL}*.js": {"Cache-Control": FOR_A_YEAR},
    f"/{ASSETS}runtime/*": {"Cache-Control": FOR_A_YEAR},
    "/pyodide/*": {"Access-Control-Allow-Origin": "*"},
}
"""What has its content in its name may be kept; and any page elsewhere may load the rules as packages."""
CENTRES = "local"
"""Where a centre's own pages and files are in the site."""
NAMED = re.compile(rf"{TOOL}[^?]*\.js$|{ASSETS}[^?]*\.[0-9a-f]{{8,}}(?:\.min)?\.css$")
"""The address of a file that changes its name with its content."""
HEAD = re.compile(r"\s*<!doctype html>\s*<html[^<>]*>\s*<head>", re.IGNORECASE)
"""How a page of the theme begins."""
LOADING = re.compile(r"<(?P<tag>script|link) [^<>]*?(?:src|href)=\"(?P<address>[^\"]*)\"[^<>]*>")
KIND = re.compile(r'rel="([^"]*)"')


def write_policy(scripts: Iterable[str], workers: str = POLICY["worker-src"]) -> str:
    """Return the policy that lets exactly these inline scripts run, and workers from these places."""
    hashes = sorted({f"'{digest(script.encode())}'" for script in scripts})
    own = {"script-src": " ".join([POLICY["script-src"], *hashes]), "worker-src": workers}
    rules = POLICY | own
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def find_file(site: Path, page: Path, address: str) -> Path | None:
    """Return the file behind an address; '/…' may start with the path of the site."""
    path = urlsplit(address).path
    if not path.startswith("/"):
        file = page.parent / path
        return file if file.is_file() else None
    parts = PurePosixPath(path).parts[1:]
    tails = (site.joinpath(*parts[index:]) for index in range(len(parts)))
    return next((tail for tail in tails if tail.is_file()), None)


@dataclass(frozen=True)
class Fingerprint:
    """A file's hash: for `integrity`, and shortened, for its address."""

    integrity: str
    query: str


def read_fingerprint(file: Path) -> Fingerprint:
    """Return the fingerprint of a file as it is now."""
    content = file.read_bytes()
    return Fingerprint(digest(content), hashlib.sha256(content).hexdigest()[:8])


def pin(tag: str, address: str, own: Fingerprint) -> str:
    """Return the tag with its file's hash, and an address that changes when the file does."""
    is_named = "?" in address or NAMED.search(address)
    opening = tag if is_named else tag.replace(address, f"{address}?v={own.query}", 1)
    return re.sub(r"\s*(/?>)$", rf' integrity="{own.integrity}"\1', opening)


def seal_page(html: str, policy: str, fingerprint_of: Callable[[str], Fingerprint | None]) -> str:
    """Return the page with its policy first in its head, and its scripts and style sheets pinned.

    `fingerprint_of` gives that of the file behind an address, where there is one.
    """

    def pin_one(match: re.Match[str]) -> str:
        kind = KIND.search(match[0])
        takes_hash = match["tag"] == "script" or (kind is not None and kind[1] in PINNED)
        own = fingerprint_of(match["address"]) if takes_hash else None
        return pin(match[0], match["address"], own) if own else match[0]

    metas = write_metas(policy)
    return LOADING.sub(pin_one, HEAD.sub(lambda head: head[0] + metas, html, count=1))


def write_metas(policy: str) -> str:
    """Return the tags that carry the policy."""
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{policy}">'
        '<meta name="referrer" content="no-referrer">'
    )


def list_server_files(policy: str, address: str) -> dict[str, str]:
    """Return what servers read beside the pages, by name; `address` is the site's, where that is known."""
    rules = {EVERYWHERE: {"Content-Security-Policy": policy} | HEADERS, **IN_PLACES}
    home = urlsplit(address).path or "/" if address else ""
    return {
        "_headers": write_headers(rules),
        ".htaccess": write_htaccess(rules, home),
        "web.config": write_web_config(rules),
    }


def seal(site: Path) -> int:
    """Seal every page and return how many there are. Raises SystemExit with all complaints."""
    shutil.rmtree(site / OTHER_LANGUAGES, ignore_errors=True)
    workers = POLICY["worker-src"] if mend_scripts(site) else FROM_FILES
    complaints = list(find_file_faults(site)) or list(put_pictures_in(site / CENTRES))
    pages = mend_pages(site)
    names = name_modules(site / TOOL)
    sheets = name_style_sheets(site / ASSETS)
    read_once = cache(read_fingerprint)
    sealed, scripts = dict[Path, str](), list[str]()
    for path, html in pages.items():

        def fingerprint_at(address: str, page: Path = path) -> Fingerprint | None:
            file = find_file(site, page, address)
            return read_once(file.resolve()) if file else None

        own = SCRIPT.findall(html)
        scripts += own
        named = use_names(lead(html, TOOL, names), ASSETS, sheets)
        policy = write_policy(own, FROM_FILES if offline.SCRIPT in html else workers)
        sealed[path] = seal_page(named, policy, fingerprint_at)
        faults = find_page_faults(sealed[path], policy, fingerprint_at)
        complaints += [f"{path.relative_to(site)}: {fault}" for fault in faults]
    if complaints or not pages:
        why = complaints or ["there is no page in it"]
        raise SystemExit("\n".join([f"{site} is not sealed, because:", *why]))
    for path, html in sealed.items():
        path.write_text(html, encoding="utf-8")
    write_manifest(site)
    policy = write_policy(scripts, FROM_FILES if offline.write_list(site) else workers)
    for name, text in list_server_files(policy, read_address(site)).items():
        (site / name).write_text(text, encoding="utf-8")
    return len(pages)


def main() -> None:
    """Seal the folder named on the command line."""
    site = Path(sys.argv[1])
    print(f"{site}: {seal(site)} pages sealed")


if __name__ == "__main__":
    main()
