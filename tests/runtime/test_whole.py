"""The whole Python is stock Pyodide: what it asks for, the wheels of the rules."""

import io
import json
import shutil
import subprocess
import tomllib
import zipfile
from collections.abc import Callable, Mapping
from hashlib import sha256
from importlib import metadata
from pathlib import Path

import pytest

from playbook.boundary import run
from playbook.tools import NAMES
from runtime import bundle, small
from runtime.files import ROOT, STAGED, read_folder
from runtime.node import find_node
from runtime.small import Trial, empty_lock
from runtime.whole import DEPENDENCIES, LOCK, STDLIB, build_packages, pack_installed, run_module
from tests.browser.runtime import REQUEST, list_examples, listed

PACKAGES = bundle.PACKAGES
ASK_STOCK = """
import { loadPyodide } from PYODIDE
const python = await loadPyodide({ lockFileURL: LOCK, packages: ['closing-playbook'] })
const { run } = python.pyimport('playbook.boundary')
process.stdout.write(JSON.stringify(ASKED.map(([tool, request]) => run(tool, request))))
"""
FIRST = ("timeline", json.dumps(REQUEST))


@pytest.fixture(scope="module")
def packages() -> dict[str, bytes]:
    """The wheels and their lock file, as `make test` built them."""
    files = read_folder(PACKAGES)
    assert files, "there are no packages: run `make test`, which builds them first"
    return files


def open_wheel(packages: Mapping[str, bytes], name: str) -> zipfile.ZipFile:
    [wheel] = [content for file, content in packages.items() if file.startswith(f"{name}-")]
    return zipfile.ZipFile(io.BytesIO(wheel))


def test_the_same_rules_give_the_same_wheels(packages: Mapping[str, bytes]) -> None:
    assert build_packages(bundle.PYODIDE, STAGED) == packages


def test_the_wheels_hold_everything_that_the_rules_read(packages: Mapping[str, bytes]) -> None:
    names = set(open_wheel(packages, "closing_playbook").namelist())
    folder = bundle.RULES
    read = {".py", ".toml", ".jinja", ".json"}
    data = {
        path.relative_to(STAGED).as_posix() for path in folder.rglob("*") if path.suffix in read
    }
    assert data <= names
    assert not [name for name in names if "__pycache__" in name]


def test_a_centres_numbers_go_into_the_wheel(tmp_path: Path) -> None:
    staged = tmp_path / "build"
    left_out = shutil.ignore_patterns("__pycache__", "*.json", "docs", "macros")
    shutil.copytree(STAGED, staged, ignore=left_out)
    (staged / "playbook/brand/rules.toml").write_text("# a centre's\n")
    wheel = open_wheel(build_packages(bundle.PYODIDE, staged), "closing_playbook")
    assert wheel.read("playbook/brand/rules.toml") == b"# a centre's\n"


def test_wheels_of_others_are_pure_and_whole_and_bring_their_licence(
    packages: Mapping[str, bytes],
) -> None:
    for name in DEPENDENCIES:
        wheel = open_wheel(packages, name)
        assert wheel.testzip() is None
        names = wheel.namelist()
        assert not [each for each in names if each.endswith((".so", ".pyd", ".c", ".pyc"))]
        [licence] = [file for file in metadata.files(name) or () if "licenses" in file.parts]
        assert wheel.read(licence.as_posix()) == licence.read_binary()


def test_the_lock_lists_our_packages_only_with_their_hashes(packages: Mapping[str, bytes]) -> None:
    lock = json.loads(packages[LOCK])
    assert sorted(lock["packages"]) == ["closing-playbook", *sorted(DEPENDENCIES)]
    for entry in lock["packages"].values():
        assert entry["sha256"] == sha256(packages[entry["file_name"]]).hexdigest()
    version = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]["version"]
    assert lock["packages"]["closing-playbook"]["version"] == version
    own = json.loads((bundle.PYODIDE / LOCK).read_text())
    assert lock["info"] == own["info"]
    assert listed()["lock"] == lock


def test_a_page_starts_what_pyodide_ships(packages: Mapping[str, bytes]) -> None:
    scripts = ["pyodide.mjs", "pyodide.asm.mjs", "pyodide.asm.wasm"]
    wheels = [name for name in packages if name.endswith(".whl")]
    assert list(listed()["whole"]) == [*scripts, STDLIB, *wheels]


def test_a_tool_that_stops_says_what_it_said(tmp_path: Path) -> None:
    with pytest.raises(SystemExit, match="pyodide_cli stopped:"):
        run_module("pyodide_cli", "lockfile", "add-wheels", str(tmp_path / "none.whl"))
    with pytest.raises(metadata.PackageNotFoundError):
        pack_installed("no-such-package", tmp_path)


def test_stock_pyodide_on_node_answers_as_cpython_does() -> None:
    asked = [(tool, request) for tool in NAMES for request in list_examples(tool)]
    script = (
        ASK_STOCK.replace("PYODIDE", json.dumps((bundle.PYODIDE / "pyodide.mjs").as_uri()))
        .replace("LOCK", json.dumps(str(PACKAGES / LOCK)))
        .replace("ASKED", json.dumps(asked))
    )
    done = subprocess.run(
        [str(find_node()), "--input-type=module", "--eval", script],
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    answers = json.loads(done.stdout[done.stdout.index("[") :])
    assert answers == [run(*each) for each in asked]


def rename_in_a_stub(copy: Path) -> None:
    """A stub no longer has what Pyodide takes from it."""
    stub = copy / "stand_ins" / "pyodide/webloop.py"
    text = stub.read_text()
    assert "_initialize_event_loop" in text
    stub.write_text(text.replace("_initialize_event_loop", "_start_event_loop"))


def add_a_stub_without_original(copy: Path) -> None:
    (copy / "stand_ins/no_such_module.py").write_text("")


def write_the_glue_otherwise(copy: Path) -> None:
    """As Pyodide 315 does."""
    glue = copy / "pyodide" / "pyodide.asm.mjs"
    was = "updateGOT(origExports);LDSO.init();loadDylibs();"
    text = glue.read_text()
    assert text.count(was) == 1
    now = "updateGOT(origExports);updateMemoryViews();LDSO.init();loadDylibs();"
    glue.write_text(text.replace(was, now))


def be_of_another_version(copy: Path) -> None:
    loader = copy / "pyodide" / "pyodide.mjs"
    version = json.loads((copy / "pyodide/package.json").read_text())["version"]
    text = loader.read_text()
    assert version in text
    loader.write_text(text.replace(version, "399.0.0"))


@pytest.mark.parametrize(
    ("spoil", "reason"),
    [
        (rename_in_a_stub, "_initialize_event_loop"),
        (add_a_stub_without_original, "no original for no_such_module.py"),
        (write_the_glue_otherwise, "the glue isn't written as it was"),
        (be_of_another_version, "399.0.0"),
    ],
)
def test_where_the_small_python_cannot_be_made_the_site_starts_whole_and_a_warning_says_why(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    spoil: Callable[[Path], None],
    reason: str,
) -> None:
    pyodide, stand_ins = tmp_path / "pyodide", tmp_path / "stand_ins"
    shutil.copytree(bundle.PYODIDE, pyodide)
    shutil.copytree(small.ALWAYS, stand_ins)
    spoil(tmp_path)
    monkeypatch.setattr(bundle, "PYODIDE", pyodide)
    monkeypatch.setattr(bundle, "CACHE", tmp_path / "cache")
    monkeypatch.setattr(small, "ALWAYS", stand_ins)
    monkeypatch.setattr(bundle, "try_everything", lambda _: ask_once(pyodide))
    _, _, text = bundle.build()
    assert "export const small = null\n" in text
    printed = capsys.readouterr().err
    assert printed.startswith("Warning: pages start with the whole Python")
    assert reason in printed
    assert not list((tmp_path / "cache").glob("*"))


def ask_once(pyodide: Path) -> Trial:
    data = {"calendars/none.json": b"{}"}  # a folder with nothing in it can't be laid out
    return Trial([FIRST], [run(*FIRST)], data, empty_lock(pyodide))


@pytest.mark.parametrize(
    "error", [ValueError("no"), SystemExit("no"), KeyError("no"), TimeoutError()]
)
def test_whatever_goes_wrong_there_is_a_site(
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    tmp_path: Path,
    error: BaseException,
) -> None:
    def stop(*_: object) -> None:
        raise error

    monkeypatch.setattr(bundle, "CACHE", tmp_path)
    monkeypatch.setattr(bundle, "make_small", stop)
    monkeypatch.setattr(bundle, "try_everything", lambda _: None)
    assert bundle.find_small({}) is None
    assert "Warning: pages start with the whole Python" in capsys.readouterr().err


def test_whoever_asks_for_the_small_one_hears_that_there_is_none(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """The workflow that tries the next Pyodide asks so."""
    monkeypatch.setattr(bundle, "build", lambda **_: ({}, {}, bundle.NO_SMALL))
    monkeypatch.setattr("sys.argv", ["bundle", "small"])
    with pytest.raises(SystemExit, match="no small Python"):
        bundle.main()


def test_rules_that_raise_stop_the_build(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No other Python would answer what these can't."""

    def fail(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(bundle, "CACHE", tmp_path)
    monkeypatch.setattr(bundle, "run", fail)
    with pytest.raises(ZeroDivisionError):
        bundle.find_small({})
