"""Find the tables that the small Python doesn't read, and write them into tables.json: `make tables`.

Some of what readers may ask is asked of a Python whose WebAssembly says what it reads (reads.py), and
each table of Python's own is read from end to end by whatever reads it (build/tables.mjs). What no
function of the small Python read, and another one did, is a table. Takes a few minutes, once for a Pyodide.
"""

import json
import tempfile
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import replace
from hashlib import sha256
from itertools import pairwise
from pathlib import Path

from runtime.bundle import PYODIDE, RULES, find_small, read_calendars, try_everything
from runtime.files import write_if_changed
from runtime.node import BUILD, run_script
from runtime.reads import list_constants, trace
from runtime.small import Start, Trial, lay_out, list_modules, prepare, read_original, record
from runtime.tables import TABLES, Table
from runtime.wasm import DATA, UNREACHABLE, read_bodies, read_sections, read_segments

UNIT = 16
"""Bytes: as build/tables.mjs counts."""
ONE_OF = 10
"""So many requests, and one of them is asked: all are, once the tables are gone."""
GAP, SMALLEST = 4, 128
"""In units: what nobody read between two parts of a table, and the smallest worth a line."""
NUMBERS = frozenset(
    {0xE2080, 0xF0000, 0xF0200, 999_999, 1_000_000, 1_000_003, 0xFFC00, 0xFFFFF, 0x100000, 0x10BDC0, 0x10FFFF}
    | {0x110000, 0x120000, 0x1E0000, 0x1F7FFF, 0x200000, 3_652_425}
)  # fmt: skip
"""Constants of functions that could be addresses and are numbers: of Unicode, of time, masks. Looked at one by one."""

Readers = Mapping[int, frozenset[int]]
"""The functions that read a unit, by its number."""


def observe_reads(whole: Start, trial: Trial, end: int) -> Readers:
    """Return which functions read the constants below an address while some is asked and each table is read."""
    modules = record(whole, list_modules(PYODIDE, RULES), trial)
    own = {"tables.py": (BUILD / "tables.py").read_bytes()}
    module, place = trace(whole.python)
    start = replace(prepare(whole, {**modules, **own}), python=module)
    with tempfile.TemporaryDirectory() as folder:
        lay_out(start, trial.lock, trial.data, Path(folder))
        asked = json.dumps(trial.asked[::ONE_OF])
        reply = json.loads(run_script("tables.mjs", folder, str(place), str(end), given=asked))
    readers: dict[int, set[int]] = defaultdict(set)
    for reader, units in reply.items():
        for unit in units:
            readers[unit].add(int(reader))
    return {unit: frozenset(each) for unit, each in readers.items()}


def find_tables(readers: Readers, functions: frozenset[int]) -> Iterator[Table]:
    """Yield the tables that are read by others than these functions only."""
    units = sorted(unit for unit, each in readers.items() if each.isdisjoint(functions))
    ends = [
        at
        for at, (unit, following) in enumerate(pairwise(units), 1)
        if any(between in readers for between in range(unit + 1, following))
        or following - unit > GAP
    ]
    for first, last in pairwise([0, *ends, len(units)]):
        low, high = units[first], units[last - 1] + 1
        if high - low >= SMALLEST:
            every = frozenset().union(*(readers[unit] for unit in units[first:last]))
            yield Table(low * UNIT, (high - low) * UNIT, every)


def list_numbers(module: bytes) -> frozenset[int]:
    """Return every number in the functions that weren't cut from a WebAssembly and that may be an address."""
    bodies = read_bodies(list(read_sections(module)))
    return frozenset(number for body in bodies for number in list_constants(body)) - NUMBERS


def list_functions(module: bytes) -> frozenset[int]:
    """Return the numbers of the functions that weren't cut from a WebAssembly."""
    bodies = read_bodies(list(read_sections(module)))
    return frozenset(number for number, body in enumerate(bodies) if body != UNREACHABLE)


def find_end(module: bytes) -> int:
    """Return the address behind the last of its constants."""
    data = next(content for kind, content in read_sections(module) if kind == DATA)
    return max(address + size for address, _, size in read_segments(data))


def main() -> None:
    """Write tables.json. Raises SystemExit where there is no small Python to begin with."""
    data = read_calendars(RULES / "calendars")
    small = find_small(data)
    if small is None:
        raise SystemExit("There is no small Python: see the warning above.")
    whole = read_original(PYODIDE, RULES)
    readers = observe_reads(whole, try_everything(data), find_end(whole.python))
    addresses = list_numbers(small.python)
    tables = []
    for table in find_tables(readers, list_functions(small.python)):
        inside = addresses.intersection(range(table.address, table.address + table.size))
        if inside:
            numbers = ", ".join(map(hex, sorted(inside)))
            print(f"{table.address:#x} stays: a function has {numbers}. Are these addresses?")
        else:
            tables.append(table)
    rows = [json.dumps([each.address, each.size, sorted(each.readers)]) for each in tables]
    digest, listed = sha256(whole.python).hexdigest(), ",\n".join(f"  {row}" for row in rows)
    write_if_changed(TABLES, f'{{"webassembly": "{digest}", "tables": [\n{listed}\n]}}\n'.encode())
    print(f"{len(tables)} tables, {sum(each.size for each in tables):,} bytes")


if __name__ == "__main__":
    main()
