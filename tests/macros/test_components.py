"""What others made and the site carries: named with the version that is locked, and with its licence's text."""

import json
import re
import tomllib
from importlib.metadata import metadata
from pathlib import Path

import pytest

from macros.components import (
    Component,
    find_locked,
    read_components,
    read_npm_packages,
    read_requirements,
    read_texts,
    write_notices,
)
from playbook.errors import ContentError

ROOT = Path(__file__).parents[2]
COMPONENTS = read_components()
PYODIDE = ROOT / "node_modules/pyodide"
IN_PYTHON = {
    "zlib": b"zlibVersion",
    "bzip2": b"BZ2_bzDecompress",
    "xz": b"lzma_code",
    "zstandard-in-python": b"ZSTD_decompress",
    "sqlite": b"sqlite3_libversion",
    "libffi": b"ffi_call",
    "expat": b"XML_ParserCreate",
    "mpdecimal": b"PyInit__decimal",
    "hacl": b"Hacl_",
    "openssl": b"SSL_CTX_new",
    "readline": b"rl_readline_version",
    "ncurses": b"initscr",
    "mimalloc": b"mi_malloc",
    "gdbm": b"gdbm_open",
    "tcl": b"Tcl_Init",
}
"""A name that each library leaves in a program into which it was compiled."""


def make(pip: str = "") -> Component:
    return Component("other", "Other", "MIT", "https://other.example", "Nothing.", pip=pip)


@pytest.mark.parametrize("component", COMPONENTS.values(), ids=lambda each: each.id)
def test_each_has_its_licence_and_says_what_it_is_for(component: Component) -> None:
    assert component.home.startswith("https://")
    assert component.what.endswith(".")
    assert read_texts(component) or "public domain" in component.copyright


@pytest.mark.parametrize(
    "component", [each for each in COMPONENTS.values() if each.pip], ids=lambda each: each.id
)
def test_a_python_package_is_the_one_that_is_installed_under_the_licence_that_it_states(
    component: Component,
) -> None:
    installed = metadata(component.pip)
    assert installed["Version"] == find_locked(component, ROOT).version
    keys = ("License-Expression", "License", "Classifier")
    stated = " ".join(value for key in keys for value in installed.get_all(key) or ())
    assert component.licence.split("-")[0] in stated


def test_an_npm_package_has_the_licence_that_its_lock_file_states() -> None:
    lock = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    for each in COMPONENTS.values():
        if each.npm:
            assert lock[f"node_modules/{each.npm}"]["license"] == each.licence, each.id


def test_the_text_of_an_npm_package_is_the_one_that_it_comes_with() -> None:
    own = (ROOT / "node_modules/zstddec/LICENSE").read_text(encoding="utf-8").strip()
    assert read_texts(COMPONENTS["zstddec"]) == [own]
    assert not list((PYODIDE).glob("LICEN*"))  # it comes with none, so we add that of its licence


def test_every_npm_package_that_is_no_tool_of_the_build_is_named() -> None:
    wanted = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert {each.npm for each in COMPONENTS.values() if each.npm} == set(wanted)


def test_every_package_whose_data_or_code_goes_into_the_wheel_is_named() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    hook = project["tool"]["hatch"]["build"]["hooks"]["custom"]["dependencies"]
    names = {re.split(r"[=><]", each)[0] for each in (*hook, *project["project"]["dependencies"])}
    assert names - {each.pip for each in COMPONENTS.values()} == set()


def test_what_is_compiled_into_python_is_named_and_nothing_else() -> None:
    program = (PYODIDE / "pyodide.asm.wasm").read_bytes()
    there = {name for name, sign in IN_PYTHON.items() if sign in program}
    listed = {each.id for each in COMPONENTS.values() if each.inside == "pyodide"}
    assert there == listed - {"python", "emscripten"}


def test_python_and_emscripten_are_of_the_version_that_pyodide_states() -> None:
    info = json.loads((PYODIDE / "pyodide-lock.json").read_text(encoding="utf-8"))["info"]
    assert COMPONENTS["python"].version == info["python"]
    assert f"emscripten_{COMPONENTS['emscripten'].version.replace('.', '_')}" == info["platform"]


def test_the_notices_hold_each_text_after_its_name_and_version() -> None:
    notices = write_notices()
    assert re.search(r"^Pyodide \d+\.\d+\.\d+\nLicence: MPL-2\.0\n", notices, re.MULTILINE)
    assert "Mozilla Public License Version 2.0" in notices
    assert "Copyright (c) 2016-2025 Martin Donath" in notices
    for each in COMPONENTS.values():
        at = notices.index(f"\n{each.name}")
        assert all(notices.find(text, at) > at for text in read_texts(each)), each.id


def test_a_package_that_no_lock_file_has_stops_the_build() -> None:
    with pytest.raises(ContentError, match=r"components\.toml \[other\]: no lock file has 'other'"):
        find_locked(make(pip="other"), ROOT)


def test_one_without_a_text_stops_the_build() -> None:
    with pytest.raises(ContentError, match=r"\[other\]: there is no text of its licence"):
        read_texts(make())


def test_lock_files_are_read_with_their_hashes(tmp_path: Path) -> None:
    python = tmp_path / "requirements.lock"
    python.write_text(
        "alpha==1.2 ; python_version >= '3' \\\n    --hash=sha256:" + "a" * 64 + " \\\n"
        "    --hash=sha256:" + "b" * 64 + "\n    # via beta\nBeta.Two==3\n",
        encoding="utf-8",
    )
    packages = read_requirements(python)
    assert packages["alpha"].version == "1.2"
    assert packages["alpha"].hashes == ("a" * 64, "b" * 64)
    assert packages["beta.two"].version == "3"
    npm = tmp_path / "package-lock.json"
    entry = {"version": "4.5.6", "integrity": "sha512-x"}
    npm.write_text(json.dumps({"packages": {"": {}, "node_modules/@a/b": entry}}))
    assert read_npm_packages(npm)["@a/b"].version == "4.5.6"
