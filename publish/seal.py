"""Seal the built site: a strict policy in every page, and no request to any other host.

The policy stands in a <meta> in each page, since GitHub Pages sets no headers of its own; a
`_headers` file repeats it for hosts that read one. `frame-ancestors` is left out on purpose:
other sites may embed a tool. `worker-src` allows `blob:` and nothing else, because a worker started
from a blob inherits this policy, while one started from a file obeys only the headers that came
with it; and `script-src` allows it because such a worker takes its program from a blob too. Only
scripts that the policy lets run can make one.
"""

import base64
import hashlib
import re
import sys
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from publish.markup import INLINE_SCRIPT, Load, Markup, list_css_loads, read_markup
from publish.mend import mend_pages
from publish.modules import lead, name_modules, name_style_sheets, use_names
from publish.search import BUNDLES, find_files, start_late

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
TOOL = f"{ASSETS}tool/"
FOR_A_YEAR = "public, max-age=31536000, immutable"
CACHING = {
    f"/{ASSETS}*.css": FOR_A_YEAR,
    f"/{TOOL}*.js": FOR_A_YEAR,
    f"/{ASSETS}runtime/*": FOR_A_YEAR,
}
"""What has its content in its name may be kept."""
FOREIGN = re.compile(r"^(?:[a-z][a-z0-9+.-]*:|//|\\\\)", re.IGNORECASE)
THEMES_SCRIPTS = "templates/partials/javascripts"
"""Where Material has the scripts that it writes into a page."""
SCRIPT = re.compile(r"<script>(.*?)</script>", re.DOTALL)
FILLED_IN = re.compile(r"\{\{.*?\}\}")
NAMED = re.compile(rf"{TOOL}[^?]*\.js$|{ASSETS}[^?]*\.[0-9a-f]{{8,}}(?:\.min)?\.css$")
"""The address of a file that changes its name with its content."""
PINNED_LINK = re.compile(r'rel="(?:stylesheet|modulepreload)"')


def digest(content: bytes) -> str:
    """Return a SHA-256 in the form that policies and integrity attributes take."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()


def write_policy(scripts: Iterable[str]) -> str:
    """Return the policy that lets exactly these inline scripts run."""
    hashes = sorted({f"'{digest(script.encode())}'" for script in scripts})
    rules = POLICY | {"script-src": " ".join([POLICY["script-src"], *hashes])}
    return "; ".join(f"{name} {value}" for name, value in rules.items())


def is_foreign(address: str, tag: str) -> bool:
    """Tell whether fetching this would leave the site; a picture may be written into the page."""
    if tag in {"css", "img"} and address.lower().startswith("data:"):
        return False
    return FOREIGN.match(address) is not None


def find_complaints(markup: Markup) -> Iterator[str]:
    """Yield, in words, why this page can't be sealed."""
    if markup.head_at is None:
        yield "it has no <head>"
    if markup.is_sealed:
        yield "it is sealed already: build the site again first"
    yield from markup.unsafe
    if not all(map(is_known, markup.scripts)):
        yield INLINE_SCRIPT
    for load in markup.loads:
        if is_foreign(load.address, load.tag):
            yield f"<{load.tag}> asks another host for {load.address}"


def is_known(script: str) -> bool:
    """Tell whether a script inside a page is one that the theme writes there; ours are files."""
    return any(form.fullmatch(script) for form in read_theme_scripts())


@cache
def read_theme_scripts() -> tuple[re.Pattern[str], ...]:
    """The scripts that Material writes into a page, each with room for what it fills in."""
    folder = files("material") / THEMES_SCRIPTS
    texts = (file.read_text(encoding="utf-8") for file in folder.iterdir())
    scripts = (script for text in texts for script in SCRIPT.findall(text))
    return tuple(
        re.compile('[^"<]*'.join(map(re.escape, FILLED_IN.split(script)))) for script in scripts
    )


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


def pin(tag: str, load: Load, mark: Mark) -> str:
    """Return the tag with its file's hash, and an address that changes when the file does."""
    is_named = "?" in load.address or NAMED.search(load.address)
    address = load.address if is_named else f"{load.address}?v={mark.query}"
    opening = tag.replace(load.address, address, 1)
    return re.sub(r"\s*(/?>)$", rf' integrity="{mark.integrity}"\1', opening)


def is_pinned(load: Load, tag: str) -> bool:
    """Tell whether a tag takes an integrity attribute: scripts and style sheets do."""
    return load.tag == "script" or (load.tag == "link" and PINNED_LINK.search(tag) is not None)


def seal_page(
    site: Path, page: Path, html: str, markup: Markup, mark: Callable[[Path], Mark] = read_mark
) -> str:
    """Return the page with its policy in the head, its scripts and style sheets pinned."""
    at = markup.head_at or 0
    edits = [(at, at, write_metas(markup.scripts))]
    for load in markup.loads:
        tag = html[load.start : load.end]
        if is_pinned(load, tag):
            edits.append((load.start, load.end, pin(tag, load, mark(find_own(site, page, load)))))
    parts, done = [], 0
    for start, end, text in sorted(edits):
        parts += [html[done:start], text]
        done = end
    return "".join([*parts, html[done:]])


def write_metas(scripts: Iterable[str]) -> str:
    """Return the tags that carry the policy."""
    return (
        f'<meta http-equiv="Content-Security-Policy" content="{write_policy(scripts)}">'
        '<meta name="referrer" content="no-referrer">'
    )


def find_own(site: Path, page: Path, load: Load) -> Path:
    """Return the file that a script or style sheet tag of this page loads."""
    file = find_file(site, page, load.address)
    if file is None:
        raise SystemExit(f"{page}: {load.address} isn't in the site, so it can't be sealed.")
    return file.resolve()


def write_headers(scripts: Iterable[str]) -> str:
    """Return the `_headers` file: the same policy for hosts that can send it."""
    lines = {"Content-Security-Policy": write_policy(scripts)} | HEADERS
    every = "".join(f"  {name}: {value}\n" for name, value in lines.items())
    kept = (f"{place}\n  Cache-Control: {how}\n" for place, how in CACHING.items())
    return "".join([f"/*\n{every}", *kept])


def check_style_sheets(site: Path) -> Iterator[str]:
    """Yield what any style sheet of the site asks of another host."""
    for path in sorted(site.rglob("*.css")):
        for address in list_css_loads(path.read_text(encoding="utf-8")):
            if is_foreign(address, "css"):
                yield f"{path.relative_to(site)}: asks another host for {address}"


def mend_scripts(site: Path) -> None:
    """Mend the theme's script in place. Raises SystemExit where it isn't the one that we know."""
    needed = find_files(site)
    integrity = {name: digest(path.read_bytes()) for name, path in needed.items()}
    for path in site.glob(BUNDLES):
        try:
            script = start_late(path.read_text(encoding="utf-8"), integrity)
        except ValueError as error:
            raise SystemExit(f"{path.relative_to(site)}: {error}") from None
        path.write_text(script, encoding="utf-8")


def seal(site: Path) -> int:
    """Seal every page and return how many there are. Raises SystemExit with all complaints."""
    mend_scripts(site)
    complaints = list(check_style_sheets(site))
    pages = mend_pages(site)
    names = name_modules(site / TOOL)
    sheets = name_style_sheets(site / ASSETS)
    pages = {
        path: use_names(lead(html, TOOL, names), ASSETS, sheets) for path, html in pages.items()
    }
    markups = {path: read_markup(html) for path, html in pages.items()}
    for path, markup in sorted(markups.items()):
        complaints += [f"{path.relative_to(site)}: {why}" for why in find_complaints(markup)]
    if complaints or not pages:
        why = complaints or ["there is no page in it"]
        raise SystemExit("\n".join([f"{site} is not sealed, because:", *why]))
    mark = cache(read_mark)
    for path, html in pages.items():
        path.write_text(seal_page(site, path, html, markups[path], mark), encoding="utf-8")
    scripts = [script for markup in markups.values() for script in markup.scripts]
    (site / "_headers").write_text(write_headers(scripts), encoding="utf-8")
    return len(pages)


def main() -> None:
    """Seal the folder named on the command line."""
    site = Path(sys.argv[1])
    print(f"{site}: {seal(site)} pages sealed")


if __name__ == "__main__":
    main()
