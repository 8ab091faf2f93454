"""Have a WebAssembly module say what it reads of its memory, and which function does.

`trace` returns a module that, before each load and in the place of each copy, calls through its own
table what build/tables.mjs puts there. Where the code isn't edited it is as before, and no function
gets another number.
The format: https://webassembly.github.io/spec/core/binary/
"""

from collections.abc import Iterator

from runtime.calls import (
    ACCESSES,
    BULK,
    SIMD,
    SIMD_ACCESSES,
    SIMD_ACCESSES_OF_LANES,
    list_instructions,
)
from runtime.wasm import (
    CODE,
    I32_CONST,
    MORE,
    end_of_locals,
    read_bodies,
    read_number,
    read_sections,
    write_bodies,
    write_number,
    write_sections,
)

TYPES, TABLES = 1, 4
FUNCTION_TYPE, I32 = 0x60, 0x7F
CALL_INDIRECT = 0x11
LOADS, SIMD_LOADS, COPY = range(0x28, 0x36), frozenset({*range(11), 92, 93}), 10
SIMD_USES = SIMD_ACCESSES | frozenset(SIMD_ACCESSES_OF_LANES)
NOTE_READ = bytes([FUNCTION_TYPE, 3, I32, I32, I32, 1, I32])
"""The type of what is called before a load: from an address, an offset and the function's number to the address."""
NOTE_COPY = bytes([FUNCTION_TYPE, 4, I32, I32, I32, I32, 0])
"""The type of what copies: to where, from where, how many bytes, and the function's number."""
HIGHEST = 1 << 31


def trace(module: bytes) -> tuple[bytes, int]:
    """Return the module that says what it reads, and the place in its table of what notes a read.

    What copies comes after it. Raises ValueError for an instruction that isn't known.
    """
    sections = list(read_sections(module))
    contents = dict(sections)
    types, start = read_number(contents[TYPES], 0)
    _, of_kind = read_number(contents[TABLES], 0)
    place, _ = read_number(contents[TABLES], of_kind + 2)
    more = {
        TYPES: write_number(types + 2) + contents[TYPES][start:] + NOTE_READ + NOTE_COPY,
        CODE: write_bodies(
            b"".join(trace_body(number, body, types, place))
            for number, body in enumerate(read_bodies(sections))
        ),
    }
    return write_sections((kind, more.get(kind, content)) for kind, content in sections), place


def trace_body(number: int, body: bytes, types: int, place: int) -> Iterator[bytes]:
    """Yield the pieces of the body of a function that notes what it reads."""
    yield body[: end_of_locals(body)]
    who = push(number)
    for at, end in list_instructions(body):
        if body[at] == BULK and read_number(body, at + 1)[0] == COPY:
            yield who + call(place + 1, types + 1)
            continue
        if access := find_access(body, at, LOADS, SIMD_LOADS):
            _, start = read_number(body, access)
            offset, _ = read_number(body, start)
            yield push(offset) + who + call(place, types)
        yield body[at:end]


def list_constants(body: bytes) -> Iterator[int]:
    """Yield each number in a body that may be an address: a constant, and the offset of an access to memory."""
    for at, _ in list_instructions(body):
        if body[at] == I32_CONST:
            yield read_signed(body, at + 1) % (2 * HIGHEST)
        elif access := find_access(body, at, ACCESSES, SIMD_USES):
            _, start = read_number(body, access)
            yield read_number(body, start)[0]


def find_access(body: bytes, at: int, plain: range, wide: frozenset[int]) -> int | None:
    """Return where it stands which memory an instruction uses; None for one that isn't among the plain or the wide."""
    if body[at] in plain:
        return at + 1
    if body[at] == SIMD:
        code, following = read_number(body, at + 1)
        return following if code in wide else None
    return None


def read_signed(body: bytes, at: int) -> int:
    """Return a number whose last byte has its sign."""
    value, end = read_number(body, at)
    negative = body[end - 1] & 0x40
    return value - (1 << 7 * (end - at)) if negative else value


def push(number: int) -> bytes:
    """Return the instruction that gives this number, which may be as large as an address."""
    value = number - 2 * HIGHEST if number >= HIGHEST else number
    written = bytearray([I32_CONST])
    while not -0x40 <= value < 0x40:  # noqa: PLR2004 - what seven bits hold, one of them the sign
        written.append(value & 0x7F | MORE)
        value >>= 7
    return bytes([*written, value & 0x7F])


def call(place: int, kind: int) -> bytes:
    """Return the instructions that call what stands at a place of the first table."""
    return push(place) + bytes([CALL_INDIRECT]) + write_number(kind) + b"\0"
