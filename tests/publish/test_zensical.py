"""The guide doesn't hang on MkDocs: Zensical writes the same pages from the same files, and they are sealed.

The page for lost addresses isn't compared: ours is a few words where the site's address isn't known.
"""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator, Mapping
from html import unescape
from pathlib import Path

import pytest

from macros.moved import address_of, read_moved
from runtime.files import ROOT
from tests.fork.copies import staged_environment

SITE, BUILT = ROOT / "site", ROOT / ".cache" / "zensical"
ARTICLE = re.compile(r"<article.*</article>", re.DOTALL)
NO_WORDS = re.compile(
    r'<(script|style|template)\b.*?</\1>|<a [^>]*class="headerlink".*?</a>', re.DOTALL
)
TAG = re.compile(r"<[^>]+>")
LINK = re.compile(r'(?:href|src)="([^"#?:]+)(?:[#?][^"]*)?"')


@pytest.fixture(scope="module")
def site() -> Iterator[Path]:
    """The site as Zensical builds it, sealed."""
    shutil.rmtree(BUILT, ignore_errors=True)
    command = [sys.executable, "-m", "publish.zensical", str(BUILT)]
    env = staged_environment(ROOT)
    done = subprocess.run(
        command, cwd=ROOT, env=env, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "pages sealed" in done.stdout
    yield BUILT
    shutil.rmtree(BUILT)


def read_pages(site: Path) -> Mapping[str, str]:
    """What each page says, by its address."""
    pages = {path.relative_to(site).as_posix(): path for path in site.rglob("index.html")}
    return {name: read_words(path.read_text(encoding="utf-8")) for name, path in pages.items()}


def read_words(html: str) -> str:
    article = ARTICLE.search(html)
    return " ".join(unescape(TAG.sub(" ", NO_WORDS.sub("", article[0]))).split()) if article else ""


def test_every_page_says_the_same(site: Path) -> None:
    ours, theirs = read_pages(SITE), read_pages(site)
    assert len(ours) > 80
    assert ours.keys() == theirs.keys()
    assert [name for name in ours if ours[name] != theirs[name]] == []


def test_what_our_own_words_link_to_is_there_as_far_as_it_is_in_ours(site: Path) -> None:
    assert set(list_dead_links(site)) - set(list_dead_links(SITE)) == set()


def list_dead_links(site: Path) -> Iterator[str]:
    for page in site.rglob("index.html"):
        if article := ARTICLE.search(page.read_text(encoding="utf-8")):
            for address in LINK.findall(article[0]):
                if not is_there(site, page, address):
                    yield f"{page.relative_to(site)}: {address}"


def is_there(site: Path, page: Path, address: str) -> bool:
    """True for a file of the site, and for a folder with a page in it; an address that leads out of it is neither."""
    target = (page.parent / address).resolve()
    return target.is_relative_to(site.resolve()) and (
        target.is_file() or (target / "index.html").is_file()
    )


def test_old_addresses_lead_on(site: Path) -> None:
    assert read_moved()
    for old in read_moved():
        assert (site / address_of(old) / "index.html").is_file()


def test_a_search_that_starts_in_the_themes_own_way_may_and_the_build_says_so(site: Path) -> None:
    html = (site / "index.html").read_text(encoding="utf-8")
    assert "worker-src blob: 'self'" in html
    assert "worker-src blob: 'self'" in (site / "_headers").read_text(encoding="utf-8")
