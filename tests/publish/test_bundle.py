import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from playbook.boundary import run
from playbook.tools import NAMES
from publish import bundle, library
from publish.program import join_program
from publish.requests import list_requests
from publish.tree import replace_folder

BUILT = Path(__file__).parents[2] / bundle.TARGET


@pytest.fixture(scope="module")
def runtime() -> dict[str, bytes]:
    """The runtime that `make test` built."""
    files = sorted(path for path in BUILT.rglob("*") if path.is_file())
    assert files, "there is no runtime: run `make test`, which builds it first"
    return {path.relative_to(BUILT).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def manifest(runtime: Mapping[str, bytes]) -> dict[str, Any]:
    read: dict[str, Any] = json.loads(runtime["runtime.json"])
    return read


@pytest.fixture(scope="module")
def modules(runtime: Mapping[str, bytes], manifest: Mapping[str, Any]) -> dict[str, bytes]:
    """What the library holds, by name."""
    archive = zipfile.ZipFile(io.BytesIO(expand(runtime, manifest, "library")))
    return {name: archive.read(name) for name in archive.namelist()}


def expand(runtime: Mapping[str, bytes], manifest: Mapping[str, Any], name: str) -> bytes:
    return gzip.decompress(runtime[manifest["boot"][name]["file"]])


def test_the_same_files_give_the_same_bytes(runtime: dict[str, bytes]) -> None:
    assert bundle.build(bundle.PYODIDE, Path("playbook")) == runtime


def test_manifest_says_what_travels(
    runtime: Mapping[str, bytes], manifest: Mapping[str, Any]
) -> None:
    assert list(manifest) == ["version", "pyodide", "lock", "boot", "data"]
    assert list(manifest["boot"]) == ["program", "python", "library"]
    for entry in manifest["boot"].values():
        content = runtime[entry["file"]]
        assert entry["bytes"] == len(content)
        assert entry["sha256"] == hashlib.sha256(content).hexdigest()


def test_every_file_but_the_manifest_has_its_content_in_its_name(
    runtime: Mapping[str, bytes], manifest: Mapping[str, Any]
) -> None:
    named = {entry["file"] for entry in manifest["boot"].values()} | set(manifest["data"].values())
    assert set(runtime) == named | {"runtime.json"}
    for name in named:
        assert f".{hashlib.sha256(runtime[name]).hexdigest()[:12]}." in name


def test_a_start_stays_small(manifest: Mapping[str, Any]) -> None:
    assert sum(entry["bytes"] for entry in manifest["boot"].values()) < 5_200_000


def test_pyodide_is_left_with_no_package_to_ask_for(manifest: Mapping[str, Any]) -> None:
    assert manifest["lock"]["packages"] == {}
    assert manifest["lock"]["info"]["python"] == "3.14.2"


def test_library_is_compiled_and_holds_only_what_is_used(modules: Mapping[str, bytes]) -> None:
    assert {"typing.pyc", "jinja2/sandbox.pyc", "markupsafe/_native.pyc", "textwrap.pyc"} <= set(
        modules
    )
    assert not [name for name in modules if name.endswith((".py", ".so", ".c"))]
    unused = ("sqlite3/", "unittest/", "email/", "http/", "multiprocessing/", "pickle", "argparse")
    assert not [name for name in modules if name.startswith(unused)]


def test_rules_come_with_their_data_and_without_command_line_and_calendars(
    modules: Mapping[str, bytes],
) -> None:
    rules = {name.removeprefix("site-packages/playbook/") for name in modules if "playbook" in name}
    assert {"boundary.pyc", "fields.toml", "calendars/index.json"} <= rules
    assert {f"tools/{name}/examples.toml" for name in NAMES} <= rules
    assert not rules & {"__main__.pyc", "calendars/GB.json"}


def test_licences_travel_with_the_code(modules: Mapping[str, bytes]) -> None:
    assert {"licenses/jinja2/LICENSE.txt", "licenses/markupsafe/LICENSE.txt"} <= set(modules)


def test_calendars_are_files_of_their_own(
    runtime: Mapping[str, bytes], manifest: Mapping[str, Any]
) -> None:
    assert len(manifest["data"]) > 60
    for name, file in manifest["data"].items():
        assert runtime[file] == Path("playbook", name).read_bytes()


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        ("textwrap.pyc", "No module named 'textwrap'"),
        ("pprint.pyc", "No module named 'pprint'"),
        ("site-packages/playbook/plan.pyc", "No module named 'playbook.plan'"),
        ("site-packages/playbook/tools/timeline/view.txt.jinja", "view.txt.jinja"),
    ],
)
def test_what_is_missing_from_the_library_stops_the_build(
    runtime: Mapping[str, bytes], modules: Mapping[str, bytes], tmp_path: Path, lost: str, said: str
) -> None:
    bundle.unfold(runtime, bundle.PYODIDE, tmp_path)
    rest = {name: content for name, content in modules.items() if name != lost}
    (tmp_path / bundle.LIBRARY).write_bytes(library.pack(rest))
    with pytest.raises(SystemExit, match=said):
        library.check_library(tmp_path, list_requests()[:20], [])


def test_an_answer_that_differs_stops_the_build() -> None:
    asked = list_requests()[0]
    with pytest.raises(SystemExit, match="Pyodide answers timeline otherwise"):
        library.compare([asked], [run(*asked)], [run(*asked).replace("20", "21")], "Pyodide")


def test_requests_take_every_way_through_every_tool() -> None:
    asked = list_requests()
    answers = [json.loads(run(*each)) for each in asked]
    for name in NAMES:
        mine = [answer for (tool, _), answer in zip(asked, answers, strict=True) if tool == name]
        assert sum(bool(answer["html"]) for answer in mine) > 20
        assert sum(bool(answer["errors"]) for answer in mine) > 20
        assert any(answer["record"] for answer in mine)
        assert any(answer["choices"]["region"] for answer in mine if answer["choices"])


def test_a_stub_without_an_original_stops_the_build() -> None:
    with pytest.raises(SystemExit, match=r"no original for zipfile\.py"):
        library.replace_modules({"zipfile/__init__.py": b""}, {"zipfile.py": b""})


def test_a_pyodide_that_exports_otherwise_stops_the_build(tmp_path: Path) -> None:
    (tmp_path / "pyodide.asm.mjs").write_text("export { create as default }")
    with pytest.raises(SystemExit, match="see how it exports now"):
        join_program(tmp_path)


def test_what_is_no_longer_built_disappears(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/old.json").write_text("old")
    (tmp_path / "kept.json").write_text("kept")
    before = (tmp_path / "kept.json").stat().st_mtime_ns
    replace_folder(tmp_path, {"kept.json": b"kept", "new/a.json": b"a"})
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert files == {"kept.json", "new", "new/a.json"}
    assert (tmp_path / "kept.json").stat().st_mtime_ns == before
