"""`make look SITE=https://…`: ask a published site for one file of each kind, and say what its server gets wrong.

What the site consists of stands in its own list for readers without a connection, with the hash of every file, so
neither a build nor the site's sources are needed. A site for shared computers has no such list: there, what its
pages load is asked for, and Python isn't.
"""

import json
import sys
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from http import HTTPStatus
from pathlib import PurePosixPath
from urllib.parse import urljoin, urlsplit

from publish.site.asking import NotReachedError, Response, ask, read_home
from publish.site.markup import read_markup
from publish.site.offline import LIST
from publish.site.policies import find_forbidden
from publish.site.servers import TYPES
from runtime.files import digest

TOOL_PAGE = "tools/timeline/"
PACKAGES = "pyodide/pyodide-lock.json"
NOWHERE = "no-page-has-this-name/"
NOT_FOUND_PAGE = "404.html"
PAGE_ENDING = ".html"
ALSO_RIGHT = {".js": ("application/javascript", "application/x-javascript")}
"""Other names of a type, which browsers take as well."""
REFUSED_AS_OTHERS = (".css", PAGE_ENDING, ".js", ".jpeg", ".jpg", ".png", ".svg", ".webp")
"""Endings of files that a browser doesn't use where the server calls them something else."""
COMPRESSED = (".css", PAGE_ENDING, ".js", ".json", ".svg", ".txt")
WORTH_COMPRESSING = 10_000
"""Bytes; a house rule."""
LARGEST = 200_000
"""Bytes: of each kind, the largest file up to this size is asked for."""
LONGEST_UNASKED = 3600
"""Seconds for which a browser may use a page that it has without asking for a newer one; a house rule."""


@dataclass(frozen=True)
class ListedFile:
    """A file that the site is made of; `hash` is empty where the site doesn't say what is in it."""

    path: str
    hash: str = ""

    @property
    def ending(self) -> str:
        """How its name ends; an address that ends in a folder is a page's."""
        return PurePosixPath(self.path).suffix if self.path.rpartition("/")[2] else PAGE_ENDING


@dataclass(frozen=True)
class Finding:
    """What is wrong with a file, and what to change; what isn't serious keeps nothing from working."""

    path: str
    fault: str
    change: str
    is_serious: bool = True

    def __str__(self) -> str:
        return f"{self.path or 'the first page'} {self.fault}. {self.change}"


slight = partial(Finding, is_serious=False)


def look_over(address: str) -> tuple[int, list[Finding]]:
    """Return how many files were asked for, and what is wrong. Raises NotReachedError where the site doesn't answer."""
    first = ask(address)
    if not first.policy:
        fault = f"isn't a page of the guide (status {first.status}, {first.type or 'no type'})"
        change = (
            "Give the address at which yours starts, with its folder. If that's it, another page came in its place, "
            "or something on the way took the policy out."
        )
        return 1, [Finding("", fault, change)]
    home = urljoin(first.address, "./")
    tool = ask(urljoin(home, TOOL_PAGE))
    files = _choose_files(home, (first, tool))
    findings = [*_check_address(address, home), *_check_frames(first)]
    findings += [each for page in (first, tool) for each in _check_policy(page, home)]
    findings += [each for page in (first, tool) for each in _check_freshness(page, home)]
    for expected in files:
        findings += _check_file(expected, ask(urljoin(home, expected.path)))
    findings += _check_nowhere(ask(urljoin(home, NOWHERE)), ask(urljoin(home, NOT_FOUND_PAGE)))
    findings += _check_packages(ask(urljoin(home, PACKAGES)))
    return len(files) + 5, findings


def _choose_files(home: str, pages: Collection[Response]) -> Collection[ListedFile]:
    """Return one file of each kind, of the site's list or else of what these pages load."""
    answer = ask(urljoin(home, LIST))
    if answer.status != HTTPStatus.OK or not answer.content.startswith(b"{"):
        return list({each.ending: each for each in _find_loaded(home, pages)}.values())
    listed: Mapping[str, Mapping[str, str | int]] = json.loads(answer.content)["files"]
    sizes = sorted((int(listed[path]["bytes"]), path) for path in listed)
    some = [path for size, path in sizes if size <= LARGEST]
    chosen = (ListedFile(path, str(listed[path]["hash"])) for path in some)
    return list({each.ending: each for each in chosen}.values())


def _find_loaded(home: str, pages: Collection[Response]) -> Iterator[ListedFile]:
    for page in pages:
        for tag in read_markup(page.content.decode("utf-8", "replace")).tags:
            own = tag.attributes
            loaded = own.get("href" if tag.name == "link" else "src", "")
            path = urljoin(page.address, loaded).removeprefix(home)
            if tag.name in ("link", "script", "img") and PurePosixPath(path).suffix in TYPES:
                yield ListedFile(path, own.get("integrity", ""))


def _check_address(typed: str, home: str) -> Iterator[Finding]:
    if urlsplit(home).scheme == "http":
        fault = "came without https"
        change = "Get a certificate: on plain http, browsers don't let a page copy a note with one press."
        yield slight("", fault, change)
    if home != typed:
        yield slight("", f"stands at {home}, where {typed} leads", "Give people that address.")


def _check_policy(page: Response, home: str) -> Iterator[Finding]:
    path = page.address.removeprefix(home)
    header = page.headers.get("content-security-policy", "")
    site = "{0.scheme}://{0.netloc}".format(urlsplit(home))
    forbidden = dict[str, list[str]]()
    for directive, source in find_forbidden(header, page.policy, site) if header else ():
        forbidden.setdefault(directive, []).append(source)
    if not page.policy:
        yield Finding(
            path, "came without its policy", "Don't let a program on the way change pages."
        )
    if forbidden:
        missing = "; ".join(f"{name} {' '.join(sources)}" for name, sources in forbidden.items())
        fault = "comes with a policy of the server's own that forbids what the page needs"
        change = (
            f"Add to that policy: {missing}. The whole of ours stands in the site's file _headers."
        )
        yield Finding(path, fault, change)


def _check_frames(page: Response) -> Iterator[Finding]:
    if "x-frame-options" in page.headers:
        fault = f"may not stand in a frame (X-Frame-Options: {page.headers['x-frame-options']})"
        change = "Leave that header out if a learning platform is to show a tool."
        yield slight("", fault, change)


def _check_freshness(page: Response, home: str) -> Iterator[Finding]:
    path = page.address.removeprefix(home)
    control = page.headers.get("cache-control", "").lower().replace(" ", "").split(",")
    ages = [
        int(each.partition("=")[2])
        for each in control
        if each.startswith("max-age=") and each[8:].isdigit()
    ]
    if ages and ages[0] > LONGEST_UNASKED and "no-cache" not in control:
        fault = f"may be used for {ages[0] // 3600} hours without asking for a newer one"
        change = "Send 'Cache-Control: no-cache' with pages, or an update arrives in pieces."
        yield slight(path, fault, change)


def _check_file(expected: ListedFile, answer: Response) -> Iterator[Finding]:
    path, ending = expected.path, expected.ending
    right = (TYPES[ending], *ALSO_RIGHT.get(ending, ()))
    if answer.status != HTTPStatus.OK:
        fault = f"can't be had (status {answer.status})"
        change = f"Let the server send files that end in {ending}, as {TYPES[ending]}, or copy the site there anew."
        yield Finding(path, fault, change)
        return
    if expected.hash and digest(answer.content) != expected.hash:
        is_page = answer.type == TYPES[PAGE_ENDING] and ending != PAGE_ENDING
        fault = "is answered with a page" if is_page else "doesn't arrive as it was built"
        change = (
            "Let the server answer with the file, or with status 404 where it isn't there."
            if is_page
            else "Switch off whatever shortens or changes files on the way, or copy the site there anew."
        )
        yield Finding(path, fault, change)
        return
    if answer.type not in right:
        fault = f"is called {answer.type or 'nothing'}"
        change = f"Send files that end in {ending} with 'Content-Type: {TYPES[ending]}'."
        yield Finding(path, fault, change, is_serious=ending in REFUSED_AS_OTHERS)
    if (
        ending in COMPRESSED
        and len(answer.content) > WORTH_COMPRESSING
        and "content-encoding" not in answer.headers
    ):
        fault = f"travels uncompressed, all of its {len(answer.content) // 1000} kB"
        yield slight(path, fault, f"Let the server compress {TYPES[ending]}.")


def _check_nowhere(answer: Response, own: Response) -> Iterator[Finding]:
    if answer.status == HTTPStatus.OK:
        fault = "isn't there, and the server answers as if it were (status 200)"
        change = "Response with status 404: otherwise a missing file looks like a broken one."
        yield Finding(NOWHERE, fault, change)
    elif answer.content != own.content:
        fault = f"isn't there, and the server shows a page of its own (status {answer.status})"
        yield slight(NOWHERE, fault, f"Let it show {NOT_FOUND_PAGE} with status 404.")


def _check_packages(answer: Response) -> Iterator[Finding]:
    if answer.headers.get("access-control-allow-origin") != "*":
        fault = "can't be loaded by pages of other sites"
        change = "Send 'Access-Control-Allow-Origin: *' with what is in pyodide/, if you want that."
        yield slight(PACKAGES, fault, change)


def main() -> None:
    """Look over the site named on the command line. Raises SystemExit where it has no answer, or something fails."""
    try:
        home = read_home(sys.argv[1])
        asked, findings = look_over(home)
    except (ValueError, NotReachedError) as error:
        raise SystemExit(str(error)) from error
    findings = list(dict.fromkeys(findings))
    serious = [each for each in findings if each.is_serious]
    others = [each for each in findings if not each.is_serious]
    _print("Doesn't work:", serious)
    _print("Worth a look:", others)
    if serious:
        raise SystemExit(1)
    print(f"{home}: asked for {asked} files, and what the guide needs works.")


def _print(heading: str, findings: list[Finding]) -> None:
    if findings:
        print("\n".join([heading, *(f"  {each}" for each in findings)]))


if __name__ == "__main__":
    main()
