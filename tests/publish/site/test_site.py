"""The sealed site in site/, which `make test` builds before it runs the tests."""

import filecmp
import gzip
import hashlib
import json
import re
import subprocess
import sys
from datetime import date
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from macros.moved import address_of, read_moved
from publish.site.seal import seal
from runtime.files import ROOT
from tests.browser.runtime import RUNTIME, files_of, listed
from tests.fork.copies import staged_environment

SITE = ROOT / "site"
FRAMED = "embed/"
"""Where tools stand alone, for a frame in another website."""
OLD_ADDRESSES = [address_of(old) for old in read_moved()]


@pytest.fixture(scope="module")
def pages() -> dict[str, str]:
    """Every page by its address from the top of the site, but for those that only lead on."""
    files = sorted(SITE.rglob("*.html"))
    assert files, "there is no site: run `make test`, which builds it first"
    read = {address(path): path.read_text(encoding="utf-8") for path in files}
    return {name: html for name, html in read.items() if name not in OLD_ADDRESSES}


def address(path: Path) -> str:
    return path.relative_to(SITE).as_posix().removesuffix("index.html")


@pytest.fixture(scope="module")
def twin() -> dict[str, Any]:
    table: dict[str, Any] = json.loads((SITE / "playbook.json").read_text(encoding="utf-8"))
    return table


def read_text(html: str) -> str:
    """What a page says, without its tags."""
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def test_every_page_carries_the_policy_before_its_first_script(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        assert html.index("Content-Security-Policy") < html.index("<script"), name
        assert "default-src 'none'" in html, name


@pytest.mark.parametrize("old", OLD_ADDRESSES)
def test_an_old_address_leads_on_under_the_policy_and_stands_in_no_list(old: str) -> None:
    html = (SITE / old / "index.html").read_text(encoding="utf-8")
    assert html.index("Content-Security-Policy") < html.index('http-equiv="refresh"')
    assert "<script" not in html
    assert "<style" not in html
    leads_to = re.search(r'content="0; url=([^"]+)"', html)
    assert leads_to
    assert (SITE / old / leads_to[1] / "index.html").is_file()
    assert f"/{old}<" not in (SITE / "sitemap.xml").read_text(encoding="utf-8")
    assert f'"{old}' not in (SITE / "search/search_index.json").read_text(encoding="utf-8")


def test_no_page_mentions_a_font_or_script_host(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        assert not re.search(r"googleapis|gstatic|jsdelivr|unpkg|cdnjs", html), name


def test_search_dialog_has_a_name_on_every_page(pages: dict[str, str]) -> None:
    for name, html in pages.items():
        # without the site's address, and in a frame of another website, there is no menu and no search
        if name != "404.html" and not name.startswith(FRAMED):
            assert 'role="dialog" aria-label="' in html, name


def test_every_page_is_light_and_a_tool_weighs_little_more(pages: dict[str, str]) -> None:
    """A further page may cost 15 kB; what it loads besides its own words is there already.

    The evidence pages list everything that the guide rests on, and may cost 17.5 kB. A tool's page may cost 25.5 kB: it
    brings its whole form and a worked example, so that a reader has both before Python has come, and without it.
    """
    sizes = {name: len(gzip.compress(html.encode(), 9)) for name, html in pages.items()}
    tools = {name for name, html in pages.items() if "<playbook-tool" in html}
    assert len(tools) >= 6
    limits = {name: 17_500 if name.startswith("evidence/") else 14_700 for name in sizes}
    assert {name: sizes[name] for name in sizes.keys() - tools if sizes[name] > limits[name]} == {}
    assert {name: sizes[name] for name in tools if sizes[name] > 25_500} == {}


ELSEWHERE = {"PYTHONHASHSEED": "7", "TZ": "Pacific/Kiritimati", "LC_ALL": "C"}
"""Another machine: on this island it's tomorrow for 14 hours of each day."""


def test_the_same_commit_gives_the_same_bytes(tmp_path: Path) -> None:
    built_for = int.from_bytes((SITE / "sitemap.xml.gz").read_bytes()[4:8], "little")
    again = tmp_path / "again"
    options = ["build", "--strict", "--config-file", "build/mkdocs.yml", "--site-dir", str(again)]
    subprocess.run(
        [sys.executable, "-m", "mkdocs", "--quiet", *options],
        cwd=ROOT,
        env={**staged_environment(ROOT), **ELSEWHERE, "SOURCE_DATE_EPOCH": str(built_for)},
        check=True,
    )
    seal(again)
    names = {path.relative_to(SITE) for path in SITE.rglob("*") if path.is_file()}
    assert {path.relative_to(again) for path in again.rglob("*") if path.is_file()} == names
    differ = [name for name in names if not filecmp.cmp(SITE / name, again / name, shallow=False)]
    assert differ == []


def test_runtime_in_the_site_is_what_its_list_says() -> None:
    for name, size in (files_of("small") | files_of("whole")).items():
        content = (RUNTIME / name).read_bytes()
        assert name.split(".")[1] == hashlib.sha256(content).hexdigest()[:12]
        assert size == len(content)
    assert [name for name in listed()["data"].values() if not (RUNTIME / name).is_file()] == []


def test_scripts_of_the_tools_are_one_set(pages: dict[str, str]) -> None:
    folder = SITE / "assets/tool"
    scripts = {path.name: path.read_text(encoding="utf-8") for path in folder.glob("*.js")}
    imported = {
        name for text in scripts.values() for name in re.findall(r"from '\./([^']+)'", text)
    }
    loaded = set(re.findall(r"assets/tool/([^\"?]+\.js)", pages["tools/timeline/"]))
    assert imported | loaded == set(scripts) == loaded
    for name, text in scripts.items():
        assert name.split(".")[1] == hashlib.sha256(text.encode()).hexdigest()[:12]


def test_twin_has_the_keys_that_its_page_documents(twin: dict[str, Any]) -> None:
    page = (ROOT / "docs/about/playbook-json.md").read_text(encoding="utf-8")
    rows = re.findall(r"^- `([\w$]+)`: (.*)$", page, re.MULTILINE)
    assert [key for key, _ in rows] == list(twin)
    for key, entries in rows:
        if not isinstance(twin[key], list):
            continue
        documented = re.findall(r"`([\w-]+)`", entries)
        for entry in twin[key]:
            assert sorted(entry) == sorted(documented), key


def test_every_play_in_the_twin_has_its_page_and_every_page_of_a_play_is_in_the_twin(
    twin: dict[str, Any], pages: dict[str, str]
) -> None:
    plays = {play["url"]: play for play in twin["plays"]}
    assert {name for name in pages if re.fullmatch(r"plays/[\w-]+/[\w-]+/", name)} == set(plays)
    for url, play in plays.items():
        assert play["title"] in read_text(pages[url]), url


def list_below(heading: str, html: str) -> list[str]:
    """The items of the list below a heading of a play's page, in words."""
    below = html[html.index(f'<h2 id="{heading}">') :].split("</h2>", 1)[1]
    items = re.search(r"<(ol|ul)>(.*?)</\1>", below, re.DOTALL)
    assert items, heading
    return [read_text(item) for item in re.findall(r"<li>(.*?)</li>", items[2], re.DOTALL)]


def read_markdown(text: str) -> str:
    """What a line of Markdown says: no mark of a list, no targets of links, no emphasis."""
    return " ".join(re.sub(r"^\s*- |\]\([^)]*\)|\*\*|(?<!\w)[\[*]|\*(?!\w)", "", text).split())


def test_the_twin_has_the_words_of_every_play_as_its_page_says_them(
    twin: dict[str, Any], pages: dict[str, str]
) -> None:
    headings = {"do": "do", "say": "say", "avoid": "avoid", "otherwise": "if-it-goes-differently"}
    for play in twin["plays"]:
        html = pages[play["url"]]
        for key, heading in headings.items():
            lines = [tight(read_markdown(item)) for item in play[key]]
            assert lines == [tight(item) for item in list_below(heading, html)], play["id"]
            assert len(lines) >= 2, (play["id"], key)
        page = tight(read_text(html))
        for line in (*play["why"].splitlines(), *play["note"].splitlines()):
            assert tight(read_markdown(line)) in page, play["id"]
        assert re.findall(r'<figure class="pb-figure" id="([^"]+)"', html) == play["figures"]


def tight(text: str) -> str:
    """A text without its spaces: a tag taken out leaves one behind."""
    return re.sub(r"\s", "", text)


def test_the_twin_has_the_other_pages_with_words_of_their_own(
    twin: dict[str, Any], pages: dict[str, str]
) -> None:
    texts = {page["url"]: page["text"] for page in twin["pages"]}
    assert {"corridor/", "evidence/drift/", "handouts/workshop/", "plays/waiting/"} <= set(texts)
    assert set(texts) <= set(pages)
    questions = re.findall(r"^(.+\?)\n: ", texts["handouts/questions/"], re.MULTILINE)
    assert len(questions) >= 40
    assert not [url for url, text in texts.items() if "{{" in text or ".md)" in text]


def test_topics_are_few_shared_and_lead_from_the_foot_of_a_play_to_their_list(
    twin: dict[str, Any], pages: dict[str, str]
) -> None:
    listed = set(re.findall(r'id="(tag:[^"]+)"', pages["tags/"]))
    topics = [topic for play in twin["plays"] for topic in play["tags"]]
    assert len(listed) <= 20
    assert min(topics.count(topic) for topic in topics) >= 2
    for play in twin["plays"]:
        linked = re.findall(r'href="../../../tags/#([^"]+)"', pages[play["url"]])
        assert len(linked) == len(play["tags"]) >= 1, play["id"]
        assert set(linked) <= listed, play["id"]


def test_every_claim_source_figure_and_disagreement_stands_on_its_page(
    twin: dict[str, Any], pages: dict[str, str]
) -> None:
    for kind, words in (
        ("claims", "text"),
        ("sources", "title"),
        ("figures", "value"),
        ("disagreements", "question"),
    ):
        page = read_text(pages[f"evidence/{kind}/"])
        page = page.lower()  # a figure begins with a capital on its card
        assert [entry["id"] for entry in twin[kind] if entry[words].lower() not in page] == []


def test_every_rule_stands_on_its_page_with_its_number(
    twin: dict[str, Any], pages: dict[str, str]
) -> None:
    page = pages["evidence/rules/"]
    for rule in twin["rules"]:
        assert f'id="{rule["id"]}"' in page, rule["id"]


def test_ids_in_the_twin_lead_somewhere(twin: dict[str, Any]) -> None:
    known = {
        key: {entry.get("id", entry.get("name")) for entry in twin[key]}
        for key in ("plays", "claims", "disagreements", "rules", "tools", "sources", "phases")
    }
    for play in twin["plays"]:
        assert play["phase"] in known["phases"]
        for key in ("claims", "disagreements", "rules", "tools"):
            assert set(play[key]) <= known[key], play["id"]
    for claim in twin["claims"]:
        assert claim["source"] in known["sources"]
        for key in ("plays", "rules"):
            assert set(claim["used_by"][key]) <= known[key], claim["id"]


def test_every_tool_in_the_twin_has_its_page(twin: dict[str, Any], pages: dict[str, str]) -> None:
    for tool in twin["tools"]:
        assert f'name="{tool["name"]}"' in pages[tool["url"]]


def test_plays_stand_in_the_menu_in_the_order_of_the_way(twin: dict[str, Any]) -> None:
    config = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    listed = re.findall(r"- (plays/[\w-]+/[\w-]+)\.md", config)
    assert [f"{name}/" for name in listed if not name.endswith("/index")] == [
        play["url"] for play in twin["plays"]
    ]


def test_every_page_and_the_twin_say_the_same_release(
    twin: dict[str, Any], pages: dict[str, str]
) -> None:
    number, day = twin["release"], date.fromisoformat(twin["date"])
    release = f"Edition of {day.day} {day:%B} {day.year}, on the way to release {number}."
    if twin["released_on"]:
        release = f"Release {number} of "
    foots = {
        name: html[html.index("pb-hint" if name.startswith(FRAMED) else "md-copyright") :]
        for name, html in pages.items()
        if name != "404.html"
    }
    assert [name for name, foot in foots.items() if release not in read_text(foot)] == []
    assert release in read_text(pages["about/"][: pages["about/"].index("md-copyright")])
