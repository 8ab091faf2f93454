import gzip
import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from pathlib import Path

import pytest

from playbook.boundary import run
from playbook.tools import NAMES
from publish import bundle, library
from publish.glue import cut_glue
from publish.program import join_program
from publish.requests import list_requests
from publish.tree import replace_folder
from publish.wasm import cut
from tests.browser.runtime import expand, listed

ROOT = Path(__file__).parents[2]
BUILT = ROOT / bundle.TARGET


@pytest.fixture(scope="module")
def runtime() -> dict[str, bytes]:
    """The runtime that `make test` built."""
    files = library.read_folder(BUILT)
    assert files, "there is no runtime: run `make test`, which builds it first"
    return files


@pytest.fixture(scope="module")
def modules() -> dict[str, bytes]:
    """What the small library holds, by name."""
    archive = zipfile.ZipFile(io.BytesIO(expand("small", "library")))
    return {name: archive.read(name) for name in archive.namelist()}


@pytest.fixture(scope="module")
def small(modules: Mapping[str, bytes]) -> library.Start:
    """The small start, as it is laid out."""
    whole = library.read_whole(bundle.PYODIDE, bundle.RULES)
    glue, _ = cut_glue(whole.glue.decode(), whole.loader.decode())
    return library.Start(
        whole.loader, glue.encode(), expand("small", "python"), library.pack(modules)
    )


def try_out(*asked: tuple[str, str]) -> library.Trial:
    data = bundle.read_calendars(bundle.RULES / "calendars")
    answers = [run(*each) for each in asked]
    return library.Trial(asked, answers, data, library.empty_lock(bundle.PYODIDE))


def test_the_same_files_give_the_same_bytes(small: library.Start) -> None:
    trial = bundle.try_everything(bundle.read_calendars(bundle.RULES / "calendars"))
    assert library.make_small(bundle.PYODIDE, bundle.RULES, trial) == small


def test_what_is_kept_is_not_made_again(
    runtime: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "make_small", lambda *_: pytest.fail("made again"))
    files, _ = bundle.build()
    assert files == runtime


def test_every_file_has_its_content_in_its_name(runtime: Mapping[str, bytes]) -> None:
    named = {each["file"] for start in ("small", "whole") for each in listed()[start].values()}
    assert set(runtime) == named | set(listed()["data"].values())
    for name, content in runtime.items():
        assert f".{hashlib.sha256(content).hexdigest()[:12]}." in name


def test_a_start_stays_small() -> None:
    sizes = {part: each["bytes"] for part, each in listed()["small"].items()}
    assert list(sizes) == ["program", "python", "library"]
    assert sum(sizes.values()) < 3_350_000


def test_for_live_reload_only_the_whole_one_is_bundled() -> None:
    files, text = bundle.build(only_whole=True)
    assert "export const small = null\n" in text
    assert len([name for name in files if name.endswith(".bin")]) == 3


def test_a_pyodide_that_cannot_be_cut_starts_whole(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def refuse(*_: object) -> None:
        raise ValueError("the glue doesn't assign its exports as it did")

    monkeypatch.setattr(bundle, "CACHE", tmp_path)
    monkeypatch.setattr(bundle, "make_small", refuse)
    monkeypatch.setattr(bundle, "try_everything", lambda _: None)
    _, text = bundle.build()
    assert "export const small = null\n" in text
    assert "start with the whole Python" in capsys.readouterr().out


def test_pyodide_is_left_with_no_package_to_ask_for() -> None:
    assert listed()["lock"]["packages"] == {}
    assert listed()["lock"]["info"]["python"] == "3.14.2"


def test_the_small_library_is_compiled_and_holds_only_what_is_used(
    modules: Mapping[str, bytes],
) -> None:
    assert {"typing.pyc", "jinja2/sandbox.pyc", "markupsafe/_native.pyc", "textwrap.pyc"} <= set(
        modules
    )
    assert not [name for name in modules if name.endswith((".py", ".so", ".c"))]
    unused = ("sqlite3/", "unittest/", "email/", "http/", "logging/", "pickle", "argparse", "dis.")
    assert not [name for name in modules if name.startswith(unused)]


def test_rules_come_with_their_data_and_without_command_line_and_calendars(
    modules: Mapping[str, bytes],
) -> None:
    rules = {name.removeprefix("site-packages/playbook/") for name in modules if "playbook" in name}
    assert {"boundary.pyc", "fields.toml", "calendars/index.json"} <= rules
    assert {f"tools/{name}/examples.toml" for name in NAMES} <= rules
    assert not rules & {"__main__.pyc", "calendars/GB.json"}


def test_tables_and_templates_come_prepared(modules: Mapping[str, bytes]) -> None:
    assert modules["site-packages/playbook/tools/timeline/view.html.jinja"] == b""
    assert modules["site-packages/playbook/fields.toml"].startswith(b"#")


def test_a_function_that_never_ran_is_cut_from_its_module(modules: Mapping[str, bytes]) -> None:
    whole = (bundle.PYODIDE / library.STDLIB, "textwrap.py")
    source = zipfile.ZipFile(whole[0]).read(whole[1])
    assert b"def shorten" in source
    assert len(modules["textwrap.pyc"]) < len(compile(source, "textwrap.py", "exec").co_code) * 40
    assert b"Unprepared" in modules["textwrap.pyc"]


def test_licences_travel_with_the_code(modules: Mapping[str, bytes]) -> None:
    assert {"licenses/jinja2/LICENSE.txt", "licenses/markupsafe/LICENSE.txt"} <= set(modules)


def test_calendars_are_files_of_their_own(runtime: Mapping[str, bytes]) -> None:
    assert len(listed()["data"]) > 60
    for name, file in listed()["data"].items():
        assert runtime[file] == Path("playbook", name).read_bytes()


@pytest.mark.parametrize(
    ("lost", "said"),
    [
        ("difflib.pyc", "No module named 'difflib'"),
        ("site-packages/playbook/plan.pyc", "No module named 'playbook.plan'"),
        ("site-packages/playbook/tools/timeline/view.txt.jinja", "view.txt.jinja"),
    ],
)
def test_what_is_missing_from_the_library_stops_the_build(
    small: library.Start, modules: Mapping[str, bytes], lost: str, said: str
) -> None:
    assert lost in modules
    rest = {name: content for name, content in modules.items() if name != lost}
    start = library.Start(small.loader, small.glue, whole_wasm(), library.pack(rest))
    with pytest.raises(SystemExit, match=said):
        library.check(start, try_out(*list_requests()[:3]))


def whole_wasm() -> bytes:
    """Pyodide's own, which can say what is wrong."""
    return (bundle.PYODIDE / library.WASM).read_bytes()


def test_a_function_missing_from_the_webassembly_stops_the_build(small: library.Start) -> None:
    hollow = cut(small.python, used=(), exported=())
    start = library.Start(small.loader, small.glue, hollow, small.library)
    with pytest.raises(SystemExit, match=r"answer\.mjs stopped"):
        library.check(start, try_out(list_requests()[0]))


def test_an_answer_that_differs_stops_the_build() -> None:
    trial = try_out(list_requests()[0])
    wrong = [answer.replace("20", "21") for answer in trial.expected]
    with pytest.raises(SystemExit, match="Pyodide answers timeline otherwise"):
        trial.compare(wrong, "Pyodide")


def test_requests_take_every_way_through_every_tool() -> None:
    asked = list_requests()
    answers = [json.loads(run(*each)) for each in asked]
    for name in NAMES:
        mine = [answer for (tool, _), answer in zip(asked, answers, strict=True) if tool == name]
        assert sum(bool(answer["html"]) for answer in mine) > 20
        assert sum(bool(answer["errors"]) for answer in mine) > 20
        assert any(answer["record"] for answer in mine)
        assert any(answer["choices"]["region"] for answer in mine if answer["choices"])


def test_requests_are_the_same_each_time() -> None:
    assert list_requests() == list_requests()


def test_a_pyodide_that_exports_otherwise_stops_the_build() -> None:
    with pytest.raises(SystemExit, match="see how it exports now"):
        join_program(b"export { create as default }", b"export { load as loadPyodide }")


def test_files_travel_compressed_and_the_same_each_time(small: library.Start) -> None:
    packed = bundle.compress(small)
    assert gzip.decompress(packed["python"]) == small.python
    assert packed == bundle.compress(small)


def test_what_is_compressed_once_is_kept_until_it_is_not_needed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bundle, "COMPRESSED", tmp_path)
    first, second = bundle.compress_once(b"first"), bundle.compress_once(b"second")
    monkeypatch.setattr(gzip, "compress", lambda *_, **__: pytest.fail("compressed again"))
    assert bundle.compress_once(b"first") == first
    bundle.forget_others([second])
    assert [path.read_bytes() for path in tmp_path.iterdir()] == [second]


def test_what_is_no_longer_built_disappears(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/old.json").write_text("old")
    (tmp_path / "kept.json").write_text("kept")
    before = (tmp_path / "kept.json").stat().st_mtime_ns
    replace_folder(tmp_path, {"kept.json": b"kept", "new/a.json": b"a"})
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert files == {"kept.json", "new", "new/a.json"}
    assert (tmp_path / "kept.json").stat().st_mtime_ns == before
