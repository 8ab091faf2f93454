"""Find what the functions of a WebAssembly module call, without running them.

What a function calls by its number can be read in its instructions; what it calls through a
pointer can't. Only the instructions of Pyodide's compiler are known here: integers, floats, fixed
SIMD, bulk memory, references, tail calls and exceptions.
The format: https://webassembly.github.io/spec/core/binary/instructions.html
"""

from collections.abc import Collection, Iterator

from runtime.wasm import (
    EXPORTS,
    FUNCTION,
    GLOBAL,
    IMPORTS,
    MEMORY,
    MORE,
    TABLE,
    TAG,
    Section,
    end_of_locals,
    read_bodies,
    read_exports,
    read_number,
    read_sections,
)

CALL, RETURN_CALL = 0x10, 0x12
TABLE_OF_LABELS, TYPED_SELECT, BULK, SIMD = 0x0E, 0x1C, 0xFC, 0xFD
SECOND_MEMORY_FLAG = 0x40
"""In what is said of an access to memory: the number of the memory follows."""
NUMBERS_AFTER = {
    **dict.fromkeys((0x00, 0x01, 0x05, 0x0A, 0x0B, 0x0F, 0x19, 0x1A, 0x1B, 0xD1), 0),
    **dict.fromkeys(range(0x45, 0xC5), 0),
    **dict.fromkeys((0x02, 0x03, 0x04, 0x06, 0x07, 0x08, 0x09, 0x0C, 0x0D, 0x18), 1),
    **dict.fromkeys((CALL, RETURN_CALL, *range(0x20, 0x27), 0x3F, 0x40, 0x41, 0x42, 0xD0, 0xD2), 1),
    **dict.fromkeys((0x11, 0x13), 2),
}
"""How many numbers follow an instruction, by its first byte."""
BYTES_AFTER = {0x43: 4, 0x44: 8}
"""The bytes of a constant that is a float."""
ACCESSES = range(0x28, 0x3F)
BULK_NUMBERS = {
    **dict.fromkeys(range(8), 0),
    **dict.fromkeys((9, 11, 13, 15, 16, 17), 1),
    **dict.fromkeys((8, 10, 12, 14), 2),
}
SIMD_ACCESSES, SIMD_ACCESSES_OF_LANES = frozenset({*range(12), 92, 93}), range(84, 92)
SIMD_CONSTANTS, SIMD_LANES = (12, 13), range(21, 35)


def list_calls(body: bytes) -> Iterator[int]:
    """Yield the number of each function that a body calls by its number. Raises ValueError for another instruction."""
    for at, _ in list_instructions(body):
        if body[at] in (CALL, RETURN_CALL):
            yield read_number(body, at + 1)[0]


def list_instructions(body: bytes) -> Iterator[tuple[int, int]]:
    """Yield where each instruction of a body begins and ends. Raises ValueError for one that isn't known here."""
    at, end = end_of_locals(body), len(body)
    while at < end:
        following = skip(body, at)
        yield at, following
        at = following


def skip(body: bytes, at: int) -> int:
    """Return where the next instruction begins."""
    code = body[at]
    if code in NUMBERS_AFTER:
        return skip_numbers(body, at + 1, NUMBERS_AFTER[code])
    if code in ACCESSES:
        return skip_access(body, at + 1)
    if code in BYTES_AFTER:
        return at + 1 + BYTES_AFTER[code]
    if code in (TABLE_OF_LABELS, TYPED_SELECT):
        count, at = read_number(body, at + 1)
        return skip_numbers(body, at, count + (code == TABLE_OF_LABELS))
    if code in (BULK, SIMD):
        more, at = read_number(body, at + 1)
        return skip_bulk(body, at, more) if code == BULK else skip_simd(body, at, more)
    raise ValueError(f"there is an instruction that runtime/calls.py doesn't know: {code:#x}")


def skip_bulk(body: bytes, at: int, code: int) -> int:
    """Return where the next instruction begins after one that copies, fills or converts."""
    if code not in BULK_NUMBERS:
        raise ValueError(f"there is an instruction that runtime/calls.py doesn't know: fc {code}")
    return skip_numbers(body, at, BULK_NUMBERS[code])


def skip_simd(body: bytes, at: int, code: int) -> int:
    """Return where the next instruction begins after one on vectors."""
    if code in SIMD_ACCESSES:
        return skip_access(body, at)
    if code in SIMD_ACCESSES_OF_LANES:
        return skip_access(body, at) + 1
    if code in SIMD_CONSTANTS:
        return at + 16
    return at + (code in SIMD_LANES)


def skip_access(body: bytes, at: int) -> int:
    """Return where the next instruction begins after what is said of an access to memory."""
    alignment, at = read_number(body, at)
    return skip_numbers(body, at, 1 + bool(alignment & SECOND_MEMORY_FLAG))


def skip_numbers(body: bytes, at: int, count: int) -> int:
    """Return where so many numbers end."""
    for _ in range(count):
        while body[at] >= MORE:
            at += 1
        at += 1
    return at


def find_reached(module: bytes, ran: Collection[int], beyond: Collection[str]) -> frozenset[int]:
    """Return the functions that ran and all that they may call by their number, directly or through others.

    Nothing is followed into the exported functions with the names in `beyond`, unless they ran.
    Functions count as in `runtime.wasm.watch`. Raises ValueError for a name that isn't exported,
    and for a module that isn't WebAssembly as Pyodide's compiler writes it.
    """
    sections = list(read_sections(module))
    bodies, imported = read_bodies(sections), count_imported(sections)
    exported = {name: at - imported for name, at in read_exported_functions(sections)}
    if unknown := set(beyond) - exported.keys():
        raise ValueError(f"there is no function {', '.join(sorted(unknown))}")
    stops = {exported[name] for name in beyond}
    reached, new = set(ran), list(ran)
    while new:
        calls = {number - imported for number in list_calls(bodies[new.pop()])}
        following = {each for each in calls - reached - stops if each >= 0}
        reached |= following
        new.extend(following)
    return frozenset(reached)


def read_exported_functions(sections: Collection[Section]) -> Iterator[tuple[str, int]]:
    """Yield name and number of each function that is exported; those that are imported are counted, too."""
    content = next(content for kind, content in sections if kind == EXPORTS)
    for name, kind, entry in read_exports(content):
        if kind == FUNCTION:
            length, start = read_number(entry, 0)
            number, _ = read_number(entry, start + length + 1)
            yield name, number


def count_imported(sections: Collection[Section]) -> int:
    """Return how many functions the module imports: they are numbered before its own."""
    content = next((content for kind, content in sections if kind == IMPORTS), b"\0")
    count, at = read_number(content, 0)
    functions = 0
    for _ in range(count):
        for _ in ("module", "name"):
            length, start = read_number(content, at)
            at = start + length
        functions += content[at] == FUNCTION
        at = skip_import(content, at)
    return functions


def skip_import(content: bytes, at: int) -> int:
    """Return where what is said of an import's kind ends."""
    kind, at = content[at], at + 1
    if kind in (TABLE, MEMORY):
        at += kind == TABLE
        has_most = content[at] & 1
        return skip_numbers(content, at + 1, 1 + has_most)
    return at + 2 if kind == GLOBAL else skip_numbers(content, at, 1 + (kind == TAG))
