"""Tables among the WebAssembly's constants that only functions read which the small Python lacks.

Of Pyodide's constants, more than a quarter are tables for old encodings of Chinese, Japanese and Korean and for
the names of characters. tables.json says where each is and which functions read it, for one
WebAssembly; find_tables.py writes it.

A table goes only where none of its readers is in the small Python: a function that isn't there
can't read zeros by mistake, so what is left does what the whole one does, or stops.
"""

import json
import sys
from collections.abc import Collection
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

TABLES = Path(__file__).with_name("tables.json")


@dataclass(frozen=True, slots=True)
class Table:
    """Constants in a row: the address of the first, their size in bytes, and who reads them, by number."""

    address: int
    size: int
    readers: frozenset[int]


def read_tables(module: bytes) -> list[Table]:
    """Return the tables of this WebAssembly; none, and a warning, where the list is another one's."""
    listed = json.loads(TABLES.read_text(encoding="utf-8"))
    if listed["webassembly"] != sha256(module).hexdigest():
        print(
            "Warning: runtime/tables.json is of another Pyodide, so the small Python is larger than it need be."
            " `make tables` writes it anew.",
            file=sys.stderr,
        )
        return []
    return [Table(address, size, frozenset(readers)) for address, size, readers in listed["tables"]]


def list_unread(module: bytes, functions: Collection[int]) -> list[tuple[int, int]]:
    """Return address and size of each table that none of these functions reads; they count as in runtime/wasm.py."""
    return [
        (table.address, table.size)
        for table in read_tables(module)
        if table.readers.isdisjoint(functions)
    ]
