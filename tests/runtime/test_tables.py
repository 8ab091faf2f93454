import json
from hashlib import sha256
from pathlib import Path

import pytest

from runtime import tables
from runtime.bundle import PYODIDE
from runtime.find_tables import find_tables, list_functions
from runtime.tables import Table, list_unread, read_tables
from runtime.wasm import DATA, find_constant, read_sections, read_segments
from runtime.whole import WASM
from tests.browser.runtime import small_start

MODULE = b"\0asm\1\0\0\0"
HERE = frozenset({1, 2})
"""Functions that are in the small Python."""


def write_list(path: Path, module: bytes) -> None:
    listed = {
        "webassembly": sha256(module).hexdigest(),
        "tables": [[1024, 512, [7, 9]], [4096, 256, [8]]],
    }
    path.write_text(json.dumps(listed))


def test_a_table_stays_where_one_of_its_readers_does(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(tables, "TABLES", tmp_path / "tables.json")
    write_list(tmp_path / "tables.json", MODULE)
    assert list_unread(MODULE, {1, 2}) == [(1024, 512), (4096, 256)]
    assert list_unread(MODULE, {1, 9}) == [(4096, 256)]
    assert list_unread(MODULE, {8, 9}) == []


def test_the_list_of_another_pyodide_is_not_believed(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(tables, "TABLES", tmp_path / "tables.json")
    write_list(tmp_path / "tables.json", b"another")
    assert list_unread(MODULE, set()) == []
    assert "`make tables`" in capsys.readouterr().err


def test_a_table_is_what_others_read_and_no_function_that_is_here() -> None:
    other, mine, both = frozenset({7}), frozenset({1}), frozenset({2, 7})
    readers = dict.fromkeys(range(100, 300), other) | {300: mine}
    readers |= dict.fromkeys(range(400, 600), both)
    assert list(find_tables(readers, HERE)) == [Table(1600, 3200, other)]


def test_a_table_has_the_readers_of_all_of_it() -> None:
    readers = dict.fromkeys(range(10, 100), frozenset({7}))
    readers |= dict.fromkeys(range(100, 210), frozenset({8, 9}))
    assert list(find_tables(readers, HERE)) == [Table(160, 3200, frozenset({7, 8, 9}))]


def test_what_nobody_read_joins_two_pieces_only_where_it_is_short() -> None:
    other = frozenset({7})
    near = dict.fromkeys([*range(150), *range(152, 300)], other)
    far = dict.fromkeys([*range(150), *range(160, 310)], other)
    assert list(find_tables(near, HERE)) == [Table(0, 4800, other)]
    assert list(find_tables(far, HERE)) == [Table(0, 2400, other), Table(2560, 2400, other)]


def test_a_row_that_somebody_here_reads_ends_a_table_though_it_is_short() -> None:
    other = frozenset({7})
    readers = dict.fromkeys(range(301), other) | {150: frozenset({1, 7})}
    assert list(find_tables(readers, HERE)) == [Table(0, 2400, other), Table(2416, 2400, other)]


def test_a_little_is_not_worth_a_line() -> None:
    assert list(find_tables(dict.fromkeys(range(120), frozenset({7})), HERE)) == []


def test_the_list_is_of_this_pyodide_and_its_tables_are_gone_from_the_small_python() -> None:
    listed = read_tables((PYODIDE / WASM).read_bytes())
    assert sum(table.size for table in listed) > 1_100_000
    python = small_start().python
    functions = list_functions(python)
    data = next(content for kind, content in read_sections(python) if kind == DATA)
    segments = list(read_segments(data))
    for table in listed:
        assert table.readers.isdisjoint(functions)
        for place in find_constant(segments, table.address, table.size):
            assert not any(data[place])
