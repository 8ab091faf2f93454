import base64
import gzip
import hashlib
import json
import struct
import tempfile
from collections.abc import Mapping
from dataclasses import dataclass, replace
from importlib import metadata
from pathlib import Path
from random import Random
from typing import Any

import pytest

from playbook.boundary import run
from playbook.tools import NAMES
from runtime import bundle
from runtime.files import pack, read_folder, replace_folder
from runtime.node import BROWSER
from runtime.sample_requests import list_requests
from runtime.scripts import join_program, read_decoder
from runtime.small import (
    Observed,
    Start,
    Trial,
    check,
    empty_lock,
    list_modules,
    observe,
    prepare,
    prune_memory,
    read_original,
    record,
    trim,
)
from runtime.wasm import cut
from runtime.whole import DEPENDENCIES
from tests.browser.runtime import (
    expand,
    files_of,
    listed,
    names_of,
    pass_through_node,
    small_start,
    units_of,
)

FILL = """
const { length, fill } = image.openImage(new Uint8Array(fs.readFileSync(given[0])))
const heap = new Uint8Array(length)
fill(heap, length)
process.stdout.write(heap)
"""
OPEN = """
const content = new Uint8Array(fs.readFileSync(0))
try {
  image.openImage(content)
  process.stdout.write('opened')
} catch ({ message }) {
  process.stdout.write(message)
}
"""
ENCODE_TWICE = """
const words = new Uint32Array(new Uint8Array(fs.readFileSync(0)).buffer)
const encode = (word, at) => image.deltaEncode(word, 0x10000 + 4 * at)
const once = words.map(encode)
const changed = once.filter((word, at) => word !== words[at]).length
const decoded = once.map(encode)
const isBack = decoded.every((word, at) => word === words[at])
process.stdout.write(JSON.stringify([changed, isBack]))
"""
ZSTANDARD = bytes.fromhex("28b52ffd")
CHECKSUM = 0b100
"""A flag in the byte that follows: four bytes of checksum stand at the end."""
WITNESSES = (
    ("difflib.pyc", b"lines to compare must be str", b"get_close_matches"),
    ("enum.pyc", b"new enumerations should be created as ", b"_iter_member_by_value_"),
)
"""A module, what stands only in a function of it that never runs, and what stands in one that does."""
ROOT = Path(__file__).parents[2]
BUILT = bundle.TARGET


@pytest.fixture(scope="module")
def runtime() -> dict[str, bytes]:
    """The runtime that `make test` built."""
    files = read_folder(BUILT)
    assert files, "there is no runtime: run `make test`, which builds it first"
    return files


@pytest.fixture(scope="module")
def everything() -> Trial:
    """All that may be asked, with this Python's answers."""
    return bundle.try_everything(bundle.read_calendars(bundle.RULES / "calendars"))


@dataclass(frozen=True)
class Watched:
    """What the library holds, by name, the start of which the image is made, and what ran while that was asked."""

    modules: Mapping[str, bytes]
    prepared: Start
    observed: Observed


def watch(trial: Trial) -> Watched:
    """The build's first steps, for what is asked here."""
    whole = read_original(bundle.PYODIDE, bundle.RULES)
    modules = record(whole, list_modules(bundle.PYODIDE, bundle.RULES), trial)
    prepared = prepare(whole, modules)
    return Watched(modules, prepared, observe(prepared, trial))


@pytest.fixture(scope="module")
def some(everything: Trial) -> Watched:
    """For one in fifty of all that may be asked, which takes seconds."""
    asked, expected = everything.asked[::50], everything.expected[::50]
    return watch(replace(everything, asked=asked, expected=expected))


@pytest.fixture(scope="module")
def modules(some: Watched) -> Mapping[str, bytes]:
    """What the library holds from which the image is made, by name."""
    return some.modules


@pytest.fixture(scope="module")
def whole_trial(everything: Trial) -> Watched:
    """For all that may be asked: some minutes."""
    return watch(everything)


@pytest.fixture(scope="module")
def small() -> Start:
    """The small start, as it is laid out."""
    return small_start()


@pytest.fixture(scope="module")
def memory(small: Start, tmp_path_factory: pytest.TempPathFactory) -> bytes:
    """Python's memory, as the page fills it from the image."""
    image = tmp_path_factory.mktemp("image") / "memory.bin"
    image.write_bytes(small.content)
    return run_image(FILL, str(image))


def run_image(script: str, *words: str, given: bytes = b"") -> bytes:
    """What a line of Node makes of browser/image.mjs and some words."""
    image = (BROWSER / "image.mjs").as_uri()
    script = f"const image = await import({json.dumps(image)})\nconst given = {json.dumps(words)}\n{script}"
    return pass_through_node(script, given)


def try_out(*asked: tuple[str, str]) -> Trial:
    data = bundle.read_calendars(bundle.RULES / "calendars")
    answers = [run(*each) for each in asked]
    return Trial(asked, answers, data, empty_lock(bundle.PYODIDE))


@pytest.mark.slow
def test_the_same_files_give_the_same_bytes(
    small: Start, whole_trial: Watched, everything: Trial
) -> None:
    whole = read_original(bundle.PYODIDE, bundle.RULES)
    made = trim(whole, whole_trial.prepared, whole_trial.observed, everything)
    for piece in bundle.PARTS:
        assert getattr(made, piece) == getattr(small, piece), piece


def test_what_is_kept_is_not_made_again(
    runtime: Mapping[str, bytes], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(bundle, "make_small", lambda *_: pytest.fail("made again"))
    files, packages, _ = bundle.build()
    assert files == runtime
    assert packages == read_folder(bundle.PACKAGES)


class MadeAnew(Exception):
    """The small Python isn't the cached one."""


@pytest.mark.parametrize("folder", ["SAID", "EMAILS"])
def test_it_is_made_anew_where_other_sentences_are_asked(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, folder: str
) -> None:
    def make_anew(_: object) -> None:
        raise MadeAnew

    data = bundle.read_calendars(bundle.RULES / "calendars")
    monkeypatch.setattr(bundle, "try_everything", make_anew)
    assert bundle.find_small(data)
    monkeypatch.setattr(bundle, folder, tmp_path)
    with pytest.raises(MadeAnew):
        bundle.find_small(data)


def test_every_file_has_its_content_in_its_name(runtime: Mapping[str, bytes]) -> None:
    named = files_of("small") | files_of("whole")
    assert set(runtime) == {*named, *listed()["data"].values()}
    assert {name: len(runtime[name]) for name in named} == named
    for name, content in runtime.items():
        assert f".{hashlib.sha256(content).hexdigest()[:12]}." in name


def test_the_list_has_the_hash_of_every_file_as_it_travels_and_of_what_is_in_it(
    runtime: Mapping[str, bytes],
) -> None:
    assert listed()["integrity"] == {name: integrity_of(each) for name, each in runtime.items()}
    for start in ("small", "whole"):
        for piece, file in listed()[start].items():
            assert file["expanded"] == integrity_of(expand(start, piece))


def integrity_of(content: bytes) -> str:
    """As integrity attributes have it."""
    return f"sha256-{base64.b64encode(hashlib.sha256(content).digest()).decode()}"


@pytest.mark.slow
def test_the_builder_s_time_zone_is_nowhere_in_the_memory(
    some: Watched, everything: Trial, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Nor is anything else that is another one each time; the files cut from all that is asked: see the first test."""
    once = prune_memory(some.prepared, some.observed.seen, everything)
    monkeypatch.setenv("TZ", "America/St_Johns")
    asked, expected = everything.asked[::50], everything.expected[::50]
    again = watch(replace(everything, asked=asked, expected=expected))
    assert again.prepared == some.prepared
    assert prune_memory(again.prepared, again.observed.seen, everything) == once


def test_a_start_stays_small() -> None:
    """It was 3.27 MB before free memory was filled with zeros; names, jobs, new events and days away came since."""
    assert list(listed()["small"]) == ["program", "python", "memory"]
    assert sum(files_of("small").values()) < 3_285_000


def test_names_that_only_functions_mentioned_which_went_are_gone(
    memory: bytes, modules: Mapping[str, bytes]
) -> None:
    for module, name in (
        ("textwrap.pyc", b"reversed_chunks"),
        ("traceback.pyc", b"dp_end_offset"),
        ("encodings/__init__.pyc", b"create_win32_code_page_codec"),
    ):
        assert name in modules[module]
        assert name + b"\0" not in memory


def test_nothing_in_the_memory_is_counted(small: Start) -> None:
    lasting = struct.pack("<I", 5 << 28)
    assert small.content.count(lasting) > 50_000


def test_no_zeros_are_sent_for_what_the_memory_had_grown_by(small: Start) -> None:
    assert bytes(1 << 16) not in small.content


def test_the_decoder_is_what_the_package_brings(runtime: Mapping[str, bytes]) -> None:
    packed = runtime[listed()["decoder"]["file"]]
    assert gzip.decompress(packed) == read_decoder()
    assert read_decoder().startswith(b"\0asm")


def test_for_live_reload_only_the_whole_one_is_bundled() -> None:
    files, _, text = bundle.build(only_whole=True)
    assert "export const small = null\n" in text
    assert {name for name in files if name.endswith(".bin")} == names_of("whole")


def test_the_library_of_the_image_is_compiled_and_holds_only_what_is_used(
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


def test_a_function_that_never_ran_is_gone_from_the_memory(
    modules: Mapping[str, bytes], memory: bytes
) -> None:
    for module, never, runs in WITNESSES:
        assert never in modules[module]
        assert never not in memory
        assert runs in memory


def test_the_memory_knows_nothing_of_the_machine_that_made_it(memory: bytes) -> None:
    made_in = f"{tempfile.gettempdir()}/{tempfile.gettempprefix()}"
    for path in (made_in, *map(str, (ROOT, ROOT.resolve(), Path.home(), Path.cwd()))):
        assert path == "/" or path.encode() not in memory
    assert b"HOME=/home/pyodide\0" in memory


def test_the_memory_holds_what_the_image_says(memory: bytes) -> None:
    assert b"business day" in memory
    assert len(memory) % 65_536 == 0


def test_an_image_that_is_not_whole_is_refused(small: Start) -> None:
    image = small.content
    _, files = units_of(image)
    assert run_image(OPEN, given=image) == b"opened"
    assert run_image(OPEN, given=image[:files]) == b"opened"
    for size in (files - 1, len(image) // 2, 16):
        assert run_image(OPEN, given=image[:size]) == b"the image is not whole"
    for size in (15, 0):
        assert run_image(OPEN, given=image[:size]) == b"there is no image"


def test_pointers_that_were_encoded_are_decoded_by_the_same_function() -> None:
    drawn = Random(314)  # noqa: S311 - no secret
    near = [0x10000 + 4 * place + drawn.randrange(-1200, 1200) for place in range(4000)]
    marked = [0xF0000000 + drawn.randrange(-50, 2100) for _ in range(4000)]
    any_word = [drawn.randrange(1 << 32) for _ in range(4000)]
    for words, least in ((near, 3000), (marked, 3500), (any_word, 0)):
        given = struct.pack(f"<{len(words)}I", *words)
        changed, is_back = json.loads(run_image(ENCODE_TWICE, given=given))
        assert changed >= least
        assert is_back


def test_licences_travel_with_the_code(small: Start) -> None:
    for name in DEPENDENCIES:
        [licence] = [file for file in metadata.files(name) or () if "licenses" in file.parts]
        assert f"site-packages/licenses/{name}/{licence.name}".encode() in small.content
        assert licence.read_binary() in small.content


def test_calendars_are_files_of_their_own(runtime: Mapping[str, bytes]) -> None:
    assert len(listed()["data"]) > 60
    for name, file in listed()["data"].items():
        assert runtime[file] == (bundle.RULES / name).read_bytes()


@pytest.mark.parametrize(
    ("lost", "sentence"),
    [
        ("difflib.pyc", "No module named 'difflib'"),
        ("site-packages/playbook/plan_file.pyc", "No module named 'playbook.plan_file'"),
        ("site-packages/playbook/tools/timeline/view.txt.jinja", r"answer\.mjs stopped"),
    ],
)
@pytest.mark.slow
def test_what_is_missing_from_the_library_stops_the_build(
    whole_trial: Watched, lost: str, sentence: str
) -> None:
    assert lost in whole_trial.modules
    rest = {name: content for name, content in whole_trial.modules.items() if name != lost}
    prepared = replace(whole_trial.prepared, content=pack(rest))
    with pytest.raises(SystemExit, match=sentence):
        prune_and_check(prepared, whole_trial.observed.seen, try_out(*list_requests()[:3]))


def prune_and_check(prepared: Start, seen: object, trial: Trial) -> None:
    """What the build does once it knows what runs."""
    memory = prune_memory(prepared, seen, trial)
    check(replace(prepared, kind="memory", content=memory), trial)


@pytest.mark.parametrize(
    ("kind", "lost"),
    [("seen", "jinja2/runtime.py"), ("mentioned", "LoopContext"), ("imported", "playbook")],
)
@pytest.mark.slow
def test_what_is_missing_from_the_memory_stops_the_build(
    whole_trial: Watched, kind: str, lost: str
) -> None:
    seen: Any = whole_trial.observed.seen
    rest = [each for each in seen[kind] if lost not in (each if kind == "seen" else [each])]
    assert len(rest) < len(seen[kind])
    with pytest.raises(SystemExit, match=r"answer\.mjs stopped"):
        prune_and_check(whole_trial.prepared, seen | {kind: rest}, try_out(*list_requests()[:3]))


def test_a_function_missing_from_the_webassembly_stops_the_build(small: Start) -> None:
    hollow = cut(small.python, used=(), exported=())
    with pytest.raises(SystemExit, match=r"answer\.mjs stopped"):
        check(replace(small, python=hollow), try_out(list_requests()[0]))


def test_an_answer_that_differs_stops_the_build() -> None:
    trial = try_out(list_requests()[0])
    wrong = [answer.replace("20", "21") for answer in trial.expected]
    with pytest.raises(SystemExit, match="Pyodide answers timeline otherwise"):
        trial.compare(wrong, "Pyodide")


def test_requests_take_every_way_through_every_tool(everything: Trial) -> None:
    answers = [json.loads(answer) for answer in everything.expected]
    for name in NAMES:
        both = zip(everything.asked, answers, strict=True)
        mine = [answer for (tool, _), answer in both if tool == name]
        assert sum(bool(answer["html"]) for answer in mine) > 20
        assert sum(bool(answer["errors"]) for answer in mine) > 20
        assert any(answer["record"] for answer in mine)
        assert any(answer["choices"]["region"] for answer in mine if answer["choices"])


def test_requests_are_the_same_each_time() -> None:
    assert list_requests() == list_requests()


def test_a_pyodide_that_exports_otherwise_is_refused() -> None:
    with pytest.raises(SystemExit, match="loadPyodide"):
        join_program(
            b"function create() {}\nexport { create as default }",
            b"function load() {}\nexport { load }",
        )


def test_files_travel_compressed_and_the_same_each_time(
    runtime: Mapping[str, bytes], small: Start
) -> None:
    packed = bundle.compress(bundle.list_files(small))
    assert list(packed) == ["program", "python", "memory"]
    for piece, content in packed.items():
        assert content == runtime[listed()["small"][piece]["file"]]
    assert expand("small", "program") == join_program(small.glue, small.loader)


def test_what_is_compressed_anew_has_the_same_bytes_and_a_checksum(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    files = {"python": b"python", "memory": b"memory"}
    monkeypatch.setattr(bundle, "COMPRESSED", tmp_path / "one")
    once = bundle.compress(files)
    monkeypatch.setattr(bundle, "COMPRESSED", tmp_path / "other")
    assert bundle.compress(files) == once
    for content in once.values():
        assert content.startswith(ZSTANDARD)
        assert content[len(ZSTANDARD)] & CHECKSUM


def test_what_is_compressed_once_stays_in_the_cache_until_it_is_not_needed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(bundle, "COMPRESSED", tmp_path)
    first = bundle.compress({"python": b"first", "memory": b"both"})
    second = bundle.compress({"python": b"second", "memory": b"both"})
    assert len(list(tmp_path.iterdir())) == 3
    monkeypatch.setattr(bundle, "run_script", lambda *_, **__: pytest.fail("compressed again"))
    assert bundle.compress({"python": b"first", "memory": b"both"}) == first
    bundle.prune_cache(second.values())
    assert {path.read_bytes() for path in tmp_path.iterdir()} == set(second.values())


def test_what_is_no_longer_built_disappears(tmp_path: Path) -> None:
    (tmp_path / "data").mkdir()
    (tmp_path / "data/old.json").write_text("old")
    (tmp_path / "kept.json").write_text("kept")
    before = (tmp_path / "kept.json").stat().st_mtime_ns
    replace_folder(tmp_path, {"kept.json": b"kept", "new/a.json": b"a"})
    files = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert files == {"kept.json", "new", "new/a.json"}
    assert (tmp_path / "kept.json").stat().st_mtime_ns == before
