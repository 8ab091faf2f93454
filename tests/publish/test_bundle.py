import io
import json
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from publish import bundle
from publish.tree import replace_folder


@pytest.fixture
def pyodide(tmp_path: Path) -> Path:
    folder = tmp_path / "pyodide"
    folder.mkdir()
    for name in bundle.PYODIDE_FILES:
        (folder / name).write_bytes(name.encode())
    lock = {"info": {"python": "3.14.2"}, "packages": {"numpy": {}}}
    (folder / "pyodide-lock.json").write_text(json.dumps(lock))
    (folder / "package.json").write_text('{"version": "314.0.7"}')
    return folder


@pytest.fixture
def playbook(tmp_path: Path) -> Path:
    folder = tmp_path / "playbook"
    (folder / "calendars").mkdir(parents=True)
    (folder / "__pycache__").mkdir()
    (folder / "__init__.py").write_text("ANSWER = 42\n")
    (folder / "rules.toml").write_text("")
    (folder / "calendars/index.json").write_text("[]")
    (folder / "calendars/GB.json").write_text("{}")
    (folder / "__pycache__/__init__.pyc").write_bytes(b"x")
    return folder


def list_zip(content: bytes) -> list[str]:
    return zipfile.ZipFile(io.BytesIO(content)).namelist()


def test_the_same_files_give_the_same_bytes_whatever_their_dates(
    pyodide: Path, playbook: Path
) -> None:
    first = bundle.build(pyodide, playbook)
    (playbook / "rules.toml").touch()
    (playbook / "rules.toml").chmod(0o600)
    assert bundle.build(pyodide, playbook) == first


def test_packages_hold_rules_and_data_but_neither_compiled_code_nor_country_calendars(
    pyodide: Path, playbook: Path
) -> None:
    names = list_zip(bundle.build(pyodide, playbook)["packages.zip"])
    assert [name for name in names if name.startswith("playbook/")] == [
        "playbook/__init__.py",
        "playbook/calendars/index.json",
        "playbook/rules.toml",
    ]
    assert {"jinja2/sandbox.py", "markupsafe/_native.py"} <= set(names)
    assert not [name for name in names if name.endswith((".so", ".pyd", ".pyc", ".c"))]


def test_licences_travel_with_the_code(pyodide: Path, playbook: Path) -> None:
    names = list_zip(bundle.build(pyodide, playbook)["packages.zip"])
    assert {"licenses/jinja2/LICENSE.txt", "licenses/markupsafe/LICENSE.txt"} <= set(names)


def test_manifest_names_each_file_with_its_size_and_hash(pyodide: Path, playbook: Path) -> None:
    files = bundle.build(pyodide, playbook)
    manifest = json.loads(files["runtime.json"])
    assert list(manifest["boot"]) == [
        *bundle.PYODIDE_FILES,
        "pyodide-lock.json",
        "packages.zip",
    ]
    assert manifest["pyodide"] == "314.0.7"
    # sha256 of "{}", as printf '{}' | sha256sum gives it
    digest = "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"
    assert manifest["data"] == {"calendars/GB.json": {"bytes": 2, "sha256": digest}}
    assert files["data/calendars/GB.json"] == b"{}"


def test_pyodide_is_left_with_no_package_to_ask_for(pyodide: Path, playbook: Path) -> None:
    lock = json.loads(bundle.build(pyodide, playbook)["pyodide-lock.json"])
    assert lock == {"info": {"python": "3.14.2"}, "packages": {}}


def test_packages_run_from_the_zip_alone(pyodide: Path, playbook: Path, tmp_path: Path) -> None:
    archive = tmp_path / "packages.zip"
    archive.write_bytes(bundle.build(pyodide, playbook)["packages.zip"])
    code = (
        f"import sys; sys.path.insert(0, {str(archive)!r})\n"
        "import playbook, jinja2, markupsafe._native\n"
        "assert all('packages.zip' in m.__file__ for m in (playbook, jinja2, markupsafe))\n"
        "print(jinja2.Template('{{ x|e }}').render(x='<'), playbook.ANSWER)"
    )
    command = [sys.executable, "-S", "-I", "-c", code]
    result = subprocess.run(command, capture_output=True, text=True, check=True)
    assert result.stdout == "&lt; 42\n"


def test_what_is_no_longer_built_disappears(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/old.json").write_text("old")
    (tmp_path / "kept.json").write_text("kept")
    before = (tmp_path / "kept.json").stat().st_mtime_ns
    replace_folder(tmp_path, {"kept.json": b"kept", "new/a.json": b"a"})
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert files == {"kept.json", "new", "new/a.json"}
    assert (tmp_path / "kept.json").stat().st_mtime_ns == before
