"""The list by which the site is saved for readers without a connection."""

import base64
import hashlib
import json
import re
from pathlib import Path

from macros.view import render
from publish.site.offline import write_list
from publish.site.seal import seal
from tests.publish.site.test_seal import read_policy, write_site

SITE = Path(__file__).parents[3] / "site"
PAGE = "tools/offline/"
OFFERS = '<script type="module" src="assets/offline.js"></script>'


def read_list(site: Path = SITE) -> dict[str, dict[str, int | str]]:
    files: dict[str, dict[str, int | str]] = json.loads((site / "offline.json").read_bytes())[
        "files"
    ]
    return files


def offer(site: Path) -> None:
    """A page that offers to save the site."""
    write_site(site, body=OFFERS)
    for name in ("assets/offline.js", "offline-worker.js"):
        (site / name).write_text("// nothing")


def test_each_page_of_the_guide_and_all_that_it_loads_is_in_it() -> None:
    files = read_list()
    assert {
        "",
        PAGE,
        "plays/waiting/the-check-in/",
        "tools/timeline/",
        "search/search_index.json",
    } <= files.keys()
    for page in ("index.html", "tools/timeline/index.html", "plays/outcome/negotiate/index.html"):
        html = (SITE / page).read_text(encoding="utf-8")
        loaded = re.findall(r'<(?:script|link|img)\b[^>]*?(?:src|href)="([^":?#]+)[^":]*"', html)
        places = {((SITE / page).parent / each).resolve() for each in loaded}
        paths = {place.relative_to(SITE).as_posix() for place in places if place.is_file()}
        assert paths
        assert paths <= files.keys() | {"index.html"}


def test_the_small_python_is_in_it_and_the_whole_one_is_not() -> None:
    runtime = [
        path.split("/")[-1].split(".")[0]
        for path in read_list()
        if path.startswith("assets/runtime/")
    ]
    assert {"memory", "program", "python", "decoder", "GB"} <= set(runtime)
    assert not [
        name
        for name in runtime
        if name.startswith(("pyodide", "python_stdlib", "closing_playbook"))
    ]


def test_each_file_stands_with_its_hash_and_its_size() -> None:
    for path, file in read_list().items():
        content = (
            SITE / path / "index.html" if path.endswith("/") or not path else SITE / path
        ).read_bytes()
        digest = base64.b64encode(hashlib.sha256(content).digest()).decode()
        assert file == {"hash": f"sha256-{digest}", "bytes": len(content)}, path


def test_the_worker_stands_with_its_hash() -> None:
    digest = base64.b64encode(hashlib.sha256((SITE / "offline-worker.js").read_bytes()).digest())
    listed = json.loads((SITE / "offline.json").read_bytes())
    assert listed["worker"] == f"sha256-{digest.decode()}"


def test_what_the_page_says_of_its_size_is_so() -> None:
    text = (SITE / PAGE / "index.html").read_text(encoding="utf-8")
    stated = re.search(r"about (\d+) megabytes", text)
    assert stated
    bytes_saved = sum(int(each["bytes"]) for each in read_list().values())
    assert abs(int(stated[1]) - bytes_saved / 1_000_000) < 1


def test_another_edition_has_another_name(tmp_path: Path) -> None:
    offer(tmp_path)
    names = set()
    for words in ("one", "two", "one"):
        (tmp_path / "notices.txt").write_text(words)
        write_list(tmp_path)
        names.add(json.loads((tmp_path / "offline.json").read_bytes())["release"])
    assert len(names) == 2


def test_only_the_page_that_offers_it_may_start_a_worker_from_a_file(tmp_path: Path) -> None:
    offer(tmp_path)
    (tmp_path / "other.html").write_text((tmp_path / "index.html").read_text().replace(OFFERS, ""))
    seal(tmp_path)
    workers = {
        name: read_policy((tmp_path / name).read_text())["worker-src"]
        for name in ("index.html", "other.html")
    }
    assert workers == {"index.html": "blob: 'self'", "other.html": "blob:"}


def test_on_computers_that_many_people_share_it_is_not_offered(tmp_path: Path) -> None:
    html = render("offline", PAGE, kiosk=True)
    assert "nothing can be saved" in html
    assert "<button" not in html
    write_site(tmp_path, body=html)
    seal(tmp_path)
    assert not (tmp_path / "offline.json").exists()
