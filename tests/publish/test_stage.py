"""What is built from: links to the sources, and what a centre's decisions make of them, in a folder of its own."""

import errno
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from publish.brand.check.read import read_brand
from publish.stage import stage
from runtime.files import ROOT, read_folder, write_if_changed

CENTRE = ROOT / "tests/fork/centres/millbrook"
SOURCES = {
    "docs/index.md": "# Ours\n",
    "docs/assets/playbook.css": ":root {}\n",
    "docs/plays/waiting/index.md": "# Waiting\n",
    "playbook/__init__.py": "",
    "playbook/brand/__init__.py": "",
    "playbook/calendars/__init__.py": "",
    "macros/__init__.py": "",
    "mkdocs.yml": "site_name: Ours\n",
    "README.md": "# Ours\n",
}


@pytest.fixture
def copy(tmp_path: Path) -> Path:
    """A small copy, that of nobody yet."""
    for name, text in SOURCES.items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(text, encoding="utf-8")
    return tmp_path


@pytest.fixture
def centres_copy(tmp_path: Path) -> Path:
    """The guide with the files of a career centre."""
    for name in ("docs", "playbook", "macros"):
        left_out = shutil.ignore_patterns("__pycache__", "local")
        shutil.copytree(ROOT / name, tmp_path / name, ignore=left_out)
    for name in ("mkdocs.yml", "README.md"):
        shutil.copy(ROOT / name, tmp_path)
    shutil.copytree(CENTRE, tmp_path, dirs_exist_ok=True)
    return tmp_path


def list_links(root: Path) -> set[str]:
    """The files of the staged tree that are links, each where it leads to."""
    links = [path for path in (root / "build").rglob("*") if path.is_symlink()]
    assert all(path.resolve() == root / path.relative_to(root / "build") for path in links)
    return {path.relative_to(root / "build").as_posix() for path in links}


def test_every_source_is_staged_as_it_is_and_an_edit_counts_at_once(copy: Path) -> None:
    stage(copy, None)
    assert list_links(copy) == SOURCES.keys()
    (copy / "docs/index.md").write_text("# Edited\n")
    assert (copy / "build/docs/index.md").read_text() == "# Edited\n"


def test_the_tree_can_be_moved(copy: Path) -> None:
    stage(copy, None)
    moved = copy.rename(copy.with_name("moved"))
    assert (moved / "build/docs/index.md").read_text() == "# Ours\n"


def test_a_new_source_joins_and_one_that_is_gone_leaves_and_what_was_made_stays(copy: Path) -> None:
    stage(copy, None)
    made = copy / "build/playbook/calendars/GB.json"
    made.write_text("{}")
    (copy / "docs/index.md").rename(copy / "docs/home.md")
    stage(copy, None)
    assert list_links(copy) == {*SOURCES, "docs/home.md"} - {"docs/index.md"}
    assert made.read_text() == "{}"


@pytest.mark.parametrize(
    "name", ["docs/.DS_Store", "playbook/__pycache__/a.pyc", "docs/.notes/a.md", "docs/a.md~"]
)
def test_what_is_hidden_or_compiled_is_no_source(copy: Path, name: str) -> None:
    (copy / name).parent.mkdir(exist_ok=True)
    (copy / name).touch()
    stage(copy, None)
    assert (name in list_links(copy)) == name.endswith("~")


def test_what_older_releases_built_among_the_sources_goes_with_a_word(
    copy: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    old = (
        *("docs/assets/runtime/memory.1.bin", "docs/assets/tool/files.js", "docs/playbook.json"),
        *("docs/pyodide/pyodide-lock.json", "docs/assets/brand/brand.css", "mkdocs.brand.yml"),
        *("playbook/brand/rules.toml", "playbook/brand/templates/a.txt.jinja"),
        "playbook/calendars/GB.json",
    )
    for name in old:
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).touch()
    stage(copy, None)
    assert list_links(copy) == SOURCES.keys()
    assert [name for name in old if (copy / name).exists()] == []
    assert [name for name in SOURCES if not (copy / name).exists()] == []
    assert "older release" in capsys.readouterr().out
    stage(copy, None)
    assert capsys.readouterr().out == ""


def test_nothing_is_written_into_the_sources_of_a_centres_copy(centres_copy: Path) -> None:
    before = read_folder(centres_copy)
    stage(centres_copy, read_brand(centres_copy)[0])
    shutil.rmtree(centres_copy / "build", ignore_errors=False)
    assert read_folder(centres_copy) == before


def test_the_guide_as_it_came_has_nothing_of_the_centre_also_after_a_branded_one(
    centres_copy: Path,
) -> None:
    build = centres_copy / "build"
    stage(centres_copy, None)
    plain = read_folder(build)
    stage(centres_copy, read_brand(centres_copy)[0])
    branded = read_folder(build)
    own = {"playbook/brand/centre.toml", "docs/assets/brand/brand.css", "brand/slots/home.md"}
    assert own <= branded.keys() - plain.keys()
    assert "docs/local/find-us.md" in branded.keys() - plain.keys()
    assert b"INHERIT: ../brand.yml" in branded["mkdocs.yml"]
    stage(centres_copy, None)
    assert read_folder(build) == plain


def test_staging_again_touches_nothing_that_did_not_change(centres_copy: Path) -> None:
    def read_times() -> dict[Path, int]:
        staged = (centres_copy / "build").rglob("*")
        return {path: path.lstat().st_mtime_ns for path in staged if not path.is_dir()}

    stage(centres_copy, read_brand(centres_copy)[0])
    before = read_times()
    stage(centres_copy, read_brand(centres_copy)[0])
    assert read_times() == before


def test_a_file_that_is_made_never_goes_through_a_link_to_a_source(copy: Path) -> None:
    stage(copy, None)
    write_if_changed(copy / "build/mkdocs.yml", b"site_name: Theirs\n")
    assert (copy / "mkdocs.yml").read_text() == "site_name: Ours\n"
    assert (copy / "build/mkdocs.yml").read_text() == "site_name: Theirs\n"
    stage(copy, None)
    assert (copy / "build/mkdocs.yml").read_text() == "site_name: Ours\n"


def test_a_disk_without_links_is_named_in_a_sentence(
    copy: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise OSError(errno.EPERM, "Operation not permitted")

    monkeypatch.setattr(Path, "symlink_to", refuse)
    with pytest.raises(SystemExit, match="Put this folder on your computer's own disk"):
        stage(copy, None)


def test_a_mistake_of_a_centres_stops_before_anything_is_changed(centres_copy: Path) -> None:
    (centres_copy / "brand.yml").write_text("site_name: Ours\nnonsense: 1\n")
    done = subprocess.run(
        [sys.executable, "-m", "publish.stage"],
        cwd=centres_copy,
        env={**os.environ, "PYTHONPATH": str(ROOT)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "Your site was not built" in done.stderr
    assert not (centres_copy / "build").exists()
