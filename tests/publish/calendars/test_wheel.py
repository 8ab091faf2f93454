import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[3]
NEEDED = ("pyproject.toml", "README.md", "LICENSE", "LICENSE-CONTENT")


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    """The wheel as it comes from a clone in which make has never run."""
    clone = tmp_path_factory.mktemp("clone")
    for name in NEEDED:
        shutil.copy(ROOT / name, clone)
    unbuilt = shutil.ignore_patterns("__pycache__")
    for folder in ("playbook", "publish"):
        shutil.copytree(ROOT / folder, clone / folder, ignore=unbuilt)
    command = [sys.executable, "-m", "hatchling", "build", "--target", "wheel"]
    subprocess.run(command, cwd=clone, check=True, capture_output=True)
    return zipfile.ZipFile(next(clone.glob("dist/*.whl")))


def test_wheel_holds_the_calendars_although_they_are_not_in_git(wheel: zipfile.ZipFile) -> None:
    names = set(wheel.namelist())
    assert {"playbook/calendars/GB.json", "playbook/calendars/index.json"} <= names


def test_wheel_holds_every_file_that_the_rules_read(wheel: zipfile.ZipFile) -> None:
    folder = ROOT / "playbook"
    data = {
        path.relative_to(ROOT).as_posix()
        for path in folder.rglob("*")
        if path.suffix in {".py", ".toml", ".jinja"}
    }
    assert data <= set(wheel.namelist())


def test_wheel_needs_jinja2_and_nothing_else(wheel: zipfile.ZipFile) -> None:
    metadata = next(name for name in wheel.namelist() if name.endswith("/METADATA"))
    lines = wheel.read(metadata).decode().splitlines()
    assert [line for line in lines if line.startswith("Requires-Dist")] == [
        "Requires-Dist: jinja2>=3.1.6"
    ]
    assert "Requires-Python: >=3.12" in lines
