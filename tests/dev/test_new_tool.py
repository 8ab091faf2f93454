"""A tool begun from the sample stands on a page of its own and answers, with nothing else to write."""

import json
import re
import shutil
from pathlib import Path

import pytest

from dev.new_tool import SAMPLE, begin, find_fault, list_files, rename
from tests.fork.copies import run_staged
from tests.playbook.readers import ROOT

NAME = "days_waited"
FOLDERS = ("playbook", "macros", "publish", "runtime", "dev", "docs")
REQUEST = {
    "record": {"ended_on": "2026-11-20", "country": "GB", "region": "ENG", "employer": "Mill"},
    "today": "2026-11-25",
}


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of the project in which a tool was begun as CONTRIBUTING says."""
    root = tmp_path_factory.mktemp("project")
    for name in FOLDERS:
        shutil.copytree(ROOT / name, root / name)
    for file in ROOT.iterdir():
        if file.is_file():
            shutil.copy(file, root)
    (root / "node_modules").symlink_to(ROOT / "node_modules")
    calendars = "build/playbook/calendars"
    shutil.copytree(ROOT / calendars, root / calendars)
    run_staged(root, "dev.new_tool", NAME)
    run_staged(root, "publish.stage", "--plain")
    return root


def test_the_sample_is_short_enough_to_read() -> None:
    texts = (file.read_text("utf-8") for file in SAMPLE.iterdir() if file.is_file())
    assert sum(len(text.splitlines()) for text in texts) <= 150


def test_the_new_tool_answers(project: Path) -> None:
    answer = json.loads(run_staged(project, "playbook", "run", NAME, given=json.dumps(REQUEST)))
    # from Friday 20 November: Monday, Tuesday and Wednesday; ten days end on Friday 4 December
    assert answer["status"] == "3 business days since you saw Mill. Wait until Friday 4 December."
    assert "days-waited-long-wait" in answer["html"]
    assert answer["errors"] == {}


def test_its_own_test_passes(project: Path) -> None:
    (project / "tests/__init__.py").touch()
    run_staged(project, "pytest", "-q", "-p", "no:cacheprovider", f"tests/playbook/{NAME}")


def test_it_has_a_page_with_its_form_its_example_and_its_number(project: Path) -> None:
    options = ["--quiet", "-f", "build/mkdocs.yml", "-d", str(project / "out")]
    run_staged(project, "mkdocs", "build", *options)
    page = (project / "out/tools/days-waited/index.html").read_text("utf-8")
    assert re.search('<playbook-tool [^>]*name="days_waited"', page)
    assert "5 business days since you saw Kirkgate Bakery" in page
    assert "Days after which a wait is long" in page
    menu = (project / "out/tools/timeline/index.html").read_text("utf-8")
    assert 'href="../days-waited/"' in menu


def test_its_code_is_formatted_and_typed(project: Path) -> None:
    folder = f"playbook/tools/{NAME}"
    run_staged(project, "ruff", "check", folder)
    run_staged(project, "ruff", "format", "--check", folder)
    run_staged(project, "mypy", folder)


@pytest.mark.parametrize("name", ["", "My tool", "my-tool", "2nd", "_x", "a__b", "../x"])
def test_a_name_that_no_module_can_have_is_refused(name: str) -> None:
    assert "is no name for a tool" in find_fault(name, ROOT)


def test_a_name_that_is_taken_is_refused() -> None:
    assert find_fault("offer", ROOT).startswith("There is a playbook/tools/offer/")
    assert find_fault("calendar_file", ROOT).startswith("There is a docs/tools/calendar-file.md")


def test_nothing_of_the_sample_keeps_its_name() -> None:
    for file in list_files("my_tool"):
        assert "sample" not in rename((SAMPLE / file).read_text("utf-8"), "my_tool").casefold()


def test_a_file_that_is_written_otherwise_is_named(tmp_path: Path) -> None:
    (tmp_path / "playbook/tools").mkdir(parents=True)
    (tmp_path / "playbook/tools/__init__.py").write_text("TOOLS = []\n")
    with pytest.raises(SystemExit, match=r"__init__\.py is written otherwise"):
        begin("my_tool", tmp_path)
