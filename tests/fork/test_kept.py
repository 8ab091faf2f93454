"""What one build keeps in .cache/ for the next, where a copy is built plain and branded in turn."""

import shutil
from pathlib import Path

import pytest

from playbook.tools import NAMES
from tests.fork.copies import CENTRES, ROOT, copy_tree, run, run_staged

PLAIN, BRANDED = ("--plain",), ()


@pytest.fixture
def root(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795305600")
    monkeypatch.setenv("NO_MKDOCS_2_WARNING", "1")
    copy = tmp_path / "copy"
    copy_tree(copy)
    shutil.copytree(CENTRES / "millbrook", copy, dirs_exist_ok=True)
    (copy / "node_modules").symlink_to(ROOT / "node_modules")
    return copy


def read_tools(root: Path, options: tuple[str, ...]) -> dict[str, str]:
    """Build as `make site` does, without the small Python; return the pages of the tools."""
    run(root, "publish.stage", *options)
    run_staged(root, "publish.site.build", str(root / "site"), "whole")
    pages = {path: path.read_text("utf-8") for path in (root / "site/tools").rglob("*.html")}
    return {str(path): html for path, html in pages.items() if "pb-tool-example" in html}


def test_a_branded_page_never_shows_what_was_kept_of_a_plain_one_nor_the_other_way_round(
    root: Path,
) -> None:
    plain = read_tools(root, PLAIN)
    branded = read_tools(root, BRANDED)
    assert len(plain) == len(branded) == len(NAMES)
    assert read_tools(root, PLAIN) == plain
    shutil.rmtree(root / ".cache")
    assert read_tools(root, BRANDED) == branded
    differ = [path for path, html in plain.items() if said_in(html) != said_in(branded[path])]
    assert differ


def said_in(page: str) -> str:
    """The worked example of a tool's page."""
    return page[page.index("pb-tool-example") :].partition("</main>")[0]


def test_what_older_rules_wrote_is_replaced_before_anybody_reads_it(root: Path) -> None:
    stale = root / "build/playbook/brand/centre.toml"
    run(root, "publish.stage")
    stale.write_text('motto = "a key that the rules don\'t know"\n', "utf-8")
    run(root, "publish.stage")
    assert "motto" not in stale.read_text("utf-8")
    assert "Millbrook" in stale.read_text("utf-8")
