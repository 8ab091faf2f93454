"""What Python's own functions say of themselves among the WebAssembly's constants: no program reads it.

CPython writes each of these texts with the function's signature before it, and so they are known by
their form. One goes only where nothing points into it, neither another constant nor a function of the
small Python. To ask for it gives None then, as with a function that nobody has described.
"""

import re
from collections.abc import Collection

from runtime.reads import list_constants
from runtime.wasm import DATA, read_bodies, read_sections, read_segments

DESCRIBED = re.compile(rb"(?<=\0)\w+\([^\0]*\)\n--\n\n[^\0]*(?=\0)")
WORD = 4


def list_docs(module: bytes, functions: Collection[int]) -> list[tuple[int, int]]:
    """Return address and size of each such text; the functions are those that stay, and count as in runtime/wasm.py."""
    sections = list(read_sections(module))
    memory = read_constants(next(content for kind, content in sections if kind == DATA))
    bodies = read_bodies(sections)
    inside = {number for each in functions for number in list_constants(bodies[each])}
    pointers = set(memoryview(memory).cast("I"))
    docs = [(match.start(), len(match[0])) for match in DESCRIBED.finditer(memory)]
    return [
        (address, size)
        for address, size in docs
        if inside.isdisjoint(range(address, address + size + 1))
        and pointers.isdisjoint(range(address + 1, address + size + 1))
    ]


def read_constants(data: bytes) -> bytearray:
    """Return the memory as a start fills it."""
    segments = list(read_segments(data))
    end = max(address + size for address, _, size in segments)
    memory = bytearray(-(-end // WORD) * WORD)
    for address, start, size in segments:
        memory[address : address + size] = data[start : start + size]
    return memory
