"""Which release a site is: read in one place, and said plainly where it's none."""

import shutil
import subprocess
import tomllib
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from macros import write_foot
from macros.release import Release, read_release
from playbook.errors import ContentError

ROOT = Path(__file__).parents[2]
BUILT_FOR = date(2026, 11, 30)


def write(folder: Path, changelog: str) -> Path:
    (folder / "CHANGELOG.md").write_text(changelog, encoding="utf-8")
    return folder


def test_the_newest_part_of_the_changelog_is_the_release(tmp_path: Path) -> None:
    place = write(
        tmp_path, "# Changelog\n\n## 0.3.0 (2027-02-01)\n\n- New.\n\n## 0.2.0 (2027-01-01)\n"
    )
    release = read_release(place)
    assert release == Release("0.3.0", date(2027, 2, 1))
    assert release.say(BUILT_FOR) == "Release 0.3.0 of 1 February 2027."


def test_what_is_no_release_says_so_with_its_day(tmp_path: Path) -> None:
    release = read_release(write(tmp_path, "# Changelog\n\n## 0.3.0 (not yet published)\n"))
    assert release.published_on is None
    line = "Edition of 30 November 2026, on the way to release 0.3.0."
    assert release.say(BUILT_FOR) == line


@pytest.mark.parametrize(
    "changelog",
    [
        "",
        "# Changelog\n",
        "## 0.3.0\n",
        "## Unreleased\n\n## 0.2.0 (2027-01-01)\n",
        "## 0.3 (2027-01-01)\n",
        "## 0.3.0 (soon)\n",
        "## 0.3.0 (not published)\n",
        "## 0.3.0 (2027-02-30)\n",
    ],
)
def test_a_heading_of_another_form_stops_with_the_right_one(tmp_path: Path, changelog: str) -> None:
    with pytest.raises(ContentError, match=r"CHANGELOG\.md: .*## 1\.2\.3 \(2027-02-01\)"):
        read_release(write(tmp_path, changelog))


def test_a_folder_without_a_changelog_says_what_is_missing(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match=r"CHANGELOG\.md"):
        read_release(tmp_path)


@pytest.mark.parametrize("own", ["Words under CC BY 4.0.", "Example College<br>From {release} %s."])
def test_the_foot_ends_with_the_release_whatever_stands_before(own: str) -> None:
    foot = write_foot(own, Release("0.3.0", date(2027, 2, 1)), BUILT_FOR)
    assert foot == f"{own} Release 0.3.0 of 1 February 2027."


def test_ours_is_the_version_of_the_package_and_was_not_published_in_the_future() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    release = read_release(ROOT)
    assert release.number == project["version"]
    assert release.published_on is None or release.published_on <= datetime.now(UTC).date()


def test_what_follows_a_release_does_not_call_itself_that_release() -> None:
    release = read_release(ROOT)
    git = [shutil.which("git") or "git", "-C", str(ROOT)]
    tag = ["rev-parse", "--verify", "--quiet", f"v{release.number}^{{commit}}"]
    tagged = subprocess.run([*git, *tag], capture_output=True, text=True, check=False).stdout
    here = subprocess.run([*git, "rev-parse", "HEAD"], capture_output=True, text=True, check=True)
    assert tagged in ("", here.stdout), "open the next part of CHANGELOG.md: see CONTRIBUTING.md"
