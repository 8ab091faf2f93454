"""The guide without a connection: saved whole, never older than the site, and removed without a trace."""

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, expect

from dev.programs import wait_for
from publish.site.offline import write_list
from tests.browser.conftest import SITE
from tests.browser.faults import (
    LET_GO,
    alter,
    break_off,
    hang,
    miss,
    show_portal,
)
from tests.browser.readers import Tab, open_tool, wait_until
from tests.browser.server import FAULTS, SERVED, UNREACHABLE, serve

PAGE = "tools/offline/"
PLAY = "plays/waiting/the-check-in/"
SAVE, REMOVE = "[data-part='save']", "[data-part='remove']"
SEES = "[...document.querySelectorAll('.pb-offline [data-words]')].find((each) => !each.hidden)?.dataset.words === '{}'"
COPIES = """async () => (await caches.keys()).filter((name) => name.includes('offline'))"""
WORKERS = "async () => (await navigator.serviceWorker.getRegistrations()).length"
RELEASE = """async (list) => {
  for (const name of await caches.keys()) {
    const copy = name.includes('offline') && (await (await caches.open(name)).match(list))
    if (copy) return (await copy.json()).release
  }
}"""
TEXT = "async () => document.querySelector('article').textContent"
FOCUSED = "async () => document.activeElement?.dataset.part"
CHANGE = """async (field, value) => {
  const control = Object.assign(document.querySelector(field), { value })
  control.dispatchEvent(new Event('input', { bubbles: true }))
}"""
ANSWERED = "document.querySelector('[data-part=status]').textContent.startsWith('Next: ')"
NEW = "A sentence of the next edition."


@pytest.fixture
def copied(tmp_path: Path) -> Path:
    """A site of which a new edition can come out."""
    return shutil.copytree(SITE, tmp_path / "site")


@pytest.fixture
def home(copied: Path) -> Iterator[str]:
    """Its address."""
    with serve(copied) as address:
        yield address
        UNREACHABLE.clear()
        FAULTS.clear()
        LET_GO.set()


@pytest.fixture
def saved(first_tab: Tab, home: str) -> Tab:
    """A reader who has saved the guide."""
    save(first_tab, home, "saved")
    return first_tab


def save(tab: Tab, home: str, words: str) -> None:
    """Press the button, and wait for the words."""
    tab.open(f"{home}{PAGE}")
    wait_until(tab, f'document.querySelector("{SAVE}")?.checkVisibility()')
    tab.click(SAVE)
    wait_until(tab, SEES.format(words))


def publish(site: Path) -> str:
    """Put the next edition of a play in the place of this one, and tell what the list calls it."""
    page = site / PLAY / "index.html"
    page.write_text(
        page.read_text(encoding="utf-8").replace("</article>", f"{NEW}</article>"), "utf-8"
    )
    write_list(site)
    return (site / "offline.json").read_text(encoding="utf-8").split('"')[3]


def read_release(tab: Tab, home: str) -> Any:
    return tab.run(RELEASE, f"{home}offline.json")


def test_pages_and_tools_open_without_a_connection(saved: Tab, home: str) -> None:
    UNREACHABLE.set()
    saved.open(f"{home}{PLAY}")
    assert "check-in" in saved.run(TEXT)
    open_tool(saved, f"{home}tools/timeline/")
    saved.run(CHANGE, "#field-ended_on", "2026-11-20")
    wait_until(saved, ANSWERED)


def test_with_a_connection_the_newest_page_is_seen_and_the_copy_follows(
    saved: Tab, home: str, copied: Path
) -> None:
    release = publish(copied)
    saved.open(f"{home}{PLAY}")
    assert NEW in saved.run(TEXT)
    wait_until(saved, f"await ({RELEASE})('{home}offline.json') === '{release}'")
    wait_until(saved, f"(await ({COPIES})()).length === 1")
    UNREACHABLE.set()
    saved.open(f"{home}{PLAY}")
    assert NEW in saved.run(TEXT)


@pytest.mark.parametrize("fault", [alter, miss], ids=["altered", "missing"])
def test_an_edition_that_arrives_in_part_changes_nothing(
    first_tab: Tab, home: str, copied: Path, fault: Any
) -> None:
    save(first_tab, home, "saved")
    before = read_release(first_tab, home)
    (copied / "playbook.json").write_text("{}", encoding="utf-8")
    publish(copied)
    FAULTS["playbook.json"] = fault
    SERVED.clear()
    first_tab.open(f"{home}{PLAY}")
    wait_for(lambda: "playbook.json" in SERVED)
    wait_until(first_tab, f"(await ({COPIES})()).length === 1")
    assert read_release(first_tab, home) == before
    UNREACHABLE.set()
    first_tab.open(f"{home}{PLAY}")
    assert NEW not in first_tab.run(TEXT)


@pytest.mark.parametrize("fault", [alter, miss], ids=["altered", "missing"])
def test_a_first_copy_that_arrives_in_part_is_none_and_that_is_said(
    first_tab: Tab, home: str, fault: Any
) -> None:
    FAULTS["playbook.json"] = fault
    save(first_tab, home, "failed")
    assert first_tab.run(COPIES) == []
    assert first_tab.run(WORKERS) == 0
    FAULTS.clear()
    first_tab.click(SAVE)
    wait_until(first_tab, SEES.format("saved"))


@pytest.mark.parametrize("name", ["playbook.json"])
def test_a_file_that_never_comes_is_given_up_and_another_try_works(
    first_tab: Tab, home: str, copied: Path, name: str
) -> None:
    LET_GO.clear()
    worker = copied / "offline-worker.js"
    worker.write_text(worker.read_text("utf-8").replace("180_000", "2_000"), "utf-8")
    write_list(copied)
    FAULTS[name] = hang
    save(first_tab, home, "failed")
    assert name in SERVED
    assert first_tab.run(COPIES) == []
    FAULTS.clear()
    first_tab.click(SAVE)
    wait_until(first_tab, SEES.format("saved"))


@pytest.mark.parametrize("fault", [miss, alter, show_portal, break_off])
def test_where_the_worker_does_not_come_it_is_not_the_browser_that_refuses(
    first_tab: Tab, home: str, fault: Any
) -> None:
    FAULTS["offline-worker.js"] = fault
    save(first_tab, home, "failed")
    assert first_tab.run(WORKERS) == 0
    wait_until(first_tab, f'document.querySelector("{SAVE}").checkVisibility()')


def test_a_worker_that_never_comes_is_given_up(browser: Browser, home: str) -> None:
    LET_GO.clear()
    FAULTS["offline-worker.js"] = hang
    page = browser.new_page()
    page.clock.install()
    page.goto(home + PAGE)
    page.locator(SAVE).click()
    wait_for(lambda: "offline-worker.js" in SERVED)
    page.clock.fast_forward(200_000)
    expect(page.get_by_text("a file of the guide didn't arrive")).to_be_visible()
    page.close()


def test_removed_it_leaves_nothing(saved: Tab, home: str) -> None:
    assert saved.run(FOCUSED) == "state"
    saved.click(REMOVE)
    wait_until(saved, SEES.format("removed"))
    assert saved.run(COPIES) == []
    assert saved.run(WORKERS) == 0
    assert saved.run(FOCUSED) == "save"
    saved.open(f"{home}{PAGE}")
    wait_until(saved, SEES.format("none"))


def test_where_the_site_no_longer_offers_it_the_copy_goes(
    saved: Tab, home: str, copied: Path
) -> None:
    (copied / "offline.json").unlink()
    saved.open(f"{home}{PLAY}")
    wait_until(saved, f"(await ({COPIES})()).length === 0")
    wait_until(saved, f"await ({WORKERS})() === 0")
