"""What is attached to a release: whole, the same each time, and readable by programs that aren't ours."""

import json
import shutil
import subprocess
import tarfile
from datetime import date
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from macros.components import PACKAGE_LOCK, REQUIREMENTS, read_npm_packages, read_requirements
from macros.release import Release
from publish.release.__main__ import list_sums, pack_site
from publish.release.bom import write_bom
from publish.release.notes import refuse_unready, write_notes

ROOT = Path(__file__).parents[3]
PUBLISHED = Release("1.2.0", date(2027, 2, 1))
TODAY = date(2027, 2, 1)


@pytest.fixture
def site(tmp_path: Path) -> Path:
    folder = tmp_path / "site"
    for name in ("index.html", ".well-known/security.txt", "about/index.html"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).write_text(name)
    return folder


def test_the_bill_of_materials_is_as_its_schema_says_and_the_same_each_time() -> None:
    bom = write_bom(PUBLISHED, TODAY, ROOT)
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(bom) is None
    assert write_bom(PUBLISHED, TODAY, ROOT) == bom


def test_it_names_every_package_of_both_lock_files_and_whether_it_is_shipped() -> None:
    table = json.loads(write_bom(PUBLISHED, TODAY, ROOT))
    assert table["metadata"]["component"]["version"] == "1.2.0"
    entries = {entry["bom-ref"]: entry for entry in table["components"]}
    by_address = {entry.get("purl", ""): entry for entry in table["components"]}
    for name, locked in read_requirements(ROOT / REQUIREMENTS).items():
        assert any(each.startswith(f"pkg:pypi/{name}@{locked.version}") for each in by_address), (
            name
        )
    scoped = "pkg:npm/%40biomejs/biome@"
    assert any(each.startswith(scoped) for each in by_address)
    assert len(read_npm_packages(ROOT / PACKAGE_LOCK)) == sum(
        "pkg:npm" in each for each in by_address
    )
    assert (entries["pyodide"]["scope"], entries["pypi:mypy"]["scope"]) == ("required", "excluded")
    assert entries["pyodide"]["licenses"] == [{"license": {"id": "MPL-2.0"}}]
    assert len(entries["pyodide"]["hashes"][0]["content"]) == 128
    within = {each["ref"]: set(each.get("dependsOn", ())) for each in table["dependencies"]}
    assert {"python", "zlib"} <= within["pyodide"] <= set(entries)
    assert "python" not in within["closing-playbook"]


def test_the_archive_unpacks_to_the_site_and_is_the_same_each_time(
    tmp_path: Path, site: Path
) -> None:
    packed = pack_site(site, "guide-1.2.0")
    file = tmp_path / "site.tar.gz"
    file.write_bytes(packed)
    with tarfile.open(file) as archive:
        archive.extractall(tmp_path / "out", filter="data")
    unpacked = tmp_path / "out/guide-1.2.0"
    assert (unpacked / ".well-known/security.txt").read_text() == ".well-known/security.txt"
    assert {path.name for path in unpacked.rglob("*.html")} == {"index.html"}
    shutil.copytree(site, tmp_path / "again")
    assert pack_site(tmp_path / "again", "guide-1.2.0") == packed
    assert packed[4:8] == bytes(4)  # the time of packing, which gzip would write there


def test_the_checksums_are_read_by_sha256sum(site: Path) -> None:
    sums = list_sums(site)
    command = [shutil.which("sha256sum") or shutil.which("shasum") or "sha256sum", "--check", "-"]
    run = subprocess.run(command, cwd=site, input=sums, capture_output=True, text=True, check=False)
    assert (run.returncode, run.stdout.count(": OK")) == (0, 3)
    (site / "index.html").write_text("changed")
    run = subprocess.run(command, cwd=site, input=sums, capture_output=True, text=True, check=False)
    assert run.returncode == 1


CHANGELOG = """\
# Changelog

## 1.2.0 (2027-02-01)

- A new tool.
  Nothing to do.

### For copies

- Nothing.

## 1.1.0 (2027-01-01)

- Older.
"""


def test_the_notes_are_the_newest_part_of_the_changelog(tmp_path: Path) -> None:
    (tmp_path / "CHANGELOG.md").write_text(CHANGELOG)
    notes = write_notes(tmp_path, PUBLISHED, "us/guide")
    assert notes.startswith("- A new tool.\n  Nothing to do.\n\n### For copies\n\n- Nothing.\n")
    assert "Older" not in notes
    assert "--repo us/guide" in notes
    assert "closing-playbook-site-1.2.0.tar.gz" in notes


@pytest.mark.parametrize(
    ("release", "tags", "why"),
    [
        (Release("1.2.0", None), set(), r"put today's date into its heading, as in '## 1\.2\.0"),
        (Release("1.2.0", date(2027, 2, 2)), set(), "2027-02-02 is still to come"),
        (PUBLISHED, {"v1.2.0", "v1.1.0"}, r"There is a release 1\.2\.0 already"),
    ],
)
def test_what_cannot_be_released_says_what_to_do(
    release: Release, tags: set[str], why: str
) -> None:
    with pytest.raises(SystemExit, match=why):
        refuse_unready(release, TODAY, tags)


def test_a_dated_part_without_a_tag_can_be_released() -> None:
    refuse_unready(PUBLISHED, TODAY, {"v1.1.0"})
