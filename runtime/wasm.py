"""Leave out of a WebAssembly module what nothing calls.

`watch` returns a module that notes in a memory of its own which of its functions have run.
`cut` returns one in which all other functions stop the machine (`unreachable`). Such a stop can't
be caught inside, so a module that is cut either does what the whole one does or stops, and whoever
started it starts the whole one instead. `blank` puts zeros where constants are that nothing reads.

Only sections are read, never instructions: both edits of code are at the beginning of a function.
The format: https://webassembly.github.io/spec/core/binary/
"""

from collections.abc import Collection, Iterable, Iterator

HEADER = b"\0asm\1\0\0\0"
CUSTOM, IMPORTS, MEMORIES, EXPORTS, CODE, DATA = 0, 2, 5, 7, 10, 11
FUNCTION, TABLE, MEMORY, GLOBAL, TAG = 0, 1, 2, 3, 4
UNREACHABLE = b"\x00\x00\x0b"
"""A body without locals: `unreachable`, `end`."""
NOTES = "notes"
PAGE = 65_536
SECOND_MEMORY = 1
MORE = 0x80
"""The highest bit of a byte of LEB128: more follows."""
I32_CONST, I32_STORE8, MEMORY_INDEX_FOLLOWS, END = 0x41, 0x3A, 0x40, 0x0B

Section = tuple[int, bytes]
Segment = tuple[int, int, int]
ACTIVE, PASSIVE = 0, 1


def watch(module: bytes) -> bytes:
    """Return the module with a second memory, exported as `notes`: byte n is 1 once function n has run.

    Functions count from the first that the module defines itself. Raises ValueError for a module
    that isn't WebAssembly or has another number of memories than one.
    """
    sections = list(read_sections(module))
    bodies = read_bodies(sections)
    pages = -(-len(bodies) // PAGE)
    return write_sections(
        (kind, watched_section(kind, content, bodies, pages)) for kind, content in sections
    )


def watched_section(kind: int, content: bytes, bodies: list[bytes], pages: int) -> bytes:
    """Return a section of the module that is watched."""
    if kind == MEMORIES:
        count, start = read_number(content, 0)
        if count != 1:
            raise ValueError(f"the module has {count} memories, not one")
        return write_number(2) + content[start:] + b"\x00" + write_number(pages)
    if kind == EXPORTS:
        entries = [entry for _, _, entry in read_exports(content)]
        name = write_number(len(NOTES)) + NOTES.encode()
        return write_vector([*entries, name + bytes([MEMORY, SECOND_MEMORY])])
    if kind == CODE:
        return write_bodies(note_start(number, body) for number, body in enumerate(bodies))
    return content


def note_start(number: int, body: bytes) -> bytes:
    """Return the body with `notes[number] = 1` at its start."""
    start = end_of_locals(body)
    where = bytes([I32_CONST]) + write_signed(number)
    store = bytes([I32_CONST, 1, I32_STORE8, MEMORY_INDEX_FOLLOWS, SECOND_MEMORY, 0])
    return body[:start] + where + store + body[start:]


def cut(module: bytes, used: Collection[int], exported: Collection[str]) -> bytes:
    """Return the module with the bodies of used functions, and only these names exported.

    The names are those of functions and values. `used` counts as in `watch`. Tables, memories and tags stay exported.
    """
    bodies = read_bodies(list(read_sections(module)))
    remaining = [body if number in used else UNREACHABLE for number, body in enumerate(bodies)]

    def edit(kind: int, content: bytes) -> bytes:
        if kind == CODE:
            return write_bodies(remaining)
        if kind == EXPORTS:
            return write_vector(
                [
                    entry
                    for name, what, entry in read_exports(content)
                    if what not in {FUNCTION, GLOBAL} or name in exported
                ]
            )
        return content

    return write_sections((kind, edit(kind, content)) for kind, content in read_sections(module))


def blank(module: bytes, places: Iterable[tuple[int, int]]) -> bytes:
    """Return the module with zeros in the place of these constants, each given by its address and size in bytes.

    Zeros cost next to nothing once a module is compressed. Raises ValueError where nothing is at a place.
    """
    sections = list(read_sections(module))
    data = bytearray(next(content for kind, content in sections if kind == DATA))
    segments = list(read_segments(bytes(data)))
    for address, size in places:
        ranges = list(find_constant(segments, address, size))
        if not ranges:
            raise ValueError(f"no constant is at {address:#x}")
        for each in ranges:
            data[each] = bytes(each.stop - each.start)
    return write_sections((kind, bytes(data) if kind == DATA else each) for kind, each in sections)


def find_constant(segments: Iterable[Segment], address: int, size: int) -> Iterator[slice]:
    """Yield where in the section these bytes of the memory are; what no segment holds is zero as it is."""
    for first, start, length in segments:
        low, high = max(first, address), min(first + length, address + size)
        if low < high:
            yield slice(start + low - first, start + high - first)


def read_segments(content: bytes) -> Iterator[Segment]:
    """Yield address in the memory, place in the section, and size of each segment that a start puts into the memory."""
    count, at = read_number(content, 0)
    for _ in range(count):
        flag, at = read_number(content, at)
        address = None
        if flag == ACTIVE and content[at] == I32_CONST:
            address, at = read_number(content, at + 1)
            at += content[at] == END
        elif flag != PASSIVE:
            raise ValueError("the module has a segment of a kind that isn't known here")
        size, at = read_number(content, at)
        if address is not None:
            yield address, at, size
        at += size


def read_sections(module: bytes) -> Iterator[Section]:
    """Yield kind and content of each section. Raises ValueError for what isn't WebAssembly."""
    if not module.startswith(HEADER):
        raise ValueError("this is not a WebAssembly module")
    at = len(HEADER)
    while at < len(module):
        size, start = read_number(module, at + 1)
        yield module[at], module[start : start + size]
        at = start + size


def write_sections(sections: Iterable[Section]) -> bytes:
    """Return the module of these sections."""
    return HEADER + b"".join(
        bytes([kind]) + write_number(len(content)) + content for kind, content in sections
    )


def read_bodies(sections: Iterable[Section]) -> list[bytes]:
    """Return the body of each function that the module defines."""
    code = next(content for kind, content in sections if kind == CODE)
    count, at = read_number(code, 0)
    bodies = []
    for _ in range(count):
        size, start = read_number(code, at)
        at = start + size
        bodies.append(code[start:at])
    return bodies


def write_bodies(bodies: Iterable[bytes]) -> bytes:
    """Return the section with these bodies."""
    return write_vector([write_number(len(body)) + body for body in bodies])


def read_exports(content: bytes) -> Iterator[tuple[str, int, bytes]]:
    """Yield name, kind and bytes of each export."""
    count, at = read_number(content, 0)
    for _ in range(count):
        size, start = read_number(content, at)
        end = start + size
        _, following = read_number(content, end + 1)
        yield content[start:end].decode(), content[end], content[at:following]
        at = following


def end_of_locals(body: bytes) -> int:
    """Return where the instructions of a body begin."""
    groups, at = read_number(body, 0)
    for _ in range(groups):
        _, at = read_number(body, at)
        at += 1
    return at


def write_vector(items: Collection[bytes]) -> bytes:
    """Return the items with their number before them."""
    return write_number(len(items)) + b"".join(items)


def read_number(content: bytes, at: int) -> tuple[int, int]:
    """Return an unsigned LEB128 number and where the next thing begins."""
    value = shift = 0
    while True:
        byte = content[at]
        at += 1
        value |= (byte & 0x7F) << shift
        shift += 7
        if byte < MORE:
            return value, at


def write_number(value: int) -> bytes:
    """Return an unsigned number as LEB128."""
    written = bytearray()
    while value >= MORE:
        written.append(value & 0x7F | MORE)
        value >>= 7
    return bytes([*written, value])


def write_signed(value: int) -> bytes:
    """Return a number that isn't negative as signed LEB128: the highest bit of the last byte is a sign."""
    plain = write_number(value)
    return plain[:-1] + bytes([plain[-1] | MORE, 0]) if plain[-1] & 0x40 else plain
