"""A module written by hand: one memory, two functions, both exported (see the specification's binary format)."""

import pytest

from runtime.wasm import (
    blank,
    cut,
    read_exports,
    read_number,
    read_sections,
    watch,
    write_number,
    write_signed,
)

HEADER = bytes.fromhex("0061736d01000000")
TYPES = bytes.fromhex("01050160" + "00017f")  # () -> i32
FUNCTIONS = bytes.fromhex("0303020000")
MEMORY = bytes.fromhex("0503010001")  # one memory, of one page at least
EXPORTS = bytes.fromhex("0709" + "02" + "016100 00" + "016200 01")
LONG = b"\x41\x07" + b"\x1a\x41\x07" * 60  # i32.const 7, then sixty times: drop, i32.const 7
CODE_OF_A = bytes.fromhex("0500 41 07 0f 0b")  # i32.const 7, return
STOPS = bytes.fromhex("03" + "00000b")  # no locals, unreachable


def module(*, memories: bytes = MEMORY) -> bytes:
    body_of_b = b"\x00" + LONG + b"\x0b"
    code = b"\x02" + CODE_OF_A + write_number(len(body_of_b)) + body_of_b
    return (
        HEADER + TYPES + FUNCTIONS + memories + EXPORTS + b"\x0a" + write_number(len(code)) + code
    )


def exports_of(content: bytes) -> list[str]:
    sections = dict(read_sections(content))
    return [name for name, _, _ in read_exports(sections[7])]


def code_of(content: bytes) -> bytes:
    return dict(read_sections(content))[10]


def test_a_function_that_is_not_used_stops_the_machine() -> None:
    made = cut(module(), used={0}, exported={"a", "b"})
    assert code_of(made) == b"\x02" + CODE_OF_A + STOPS


def test_a_short_function_that_is_not_used_stops_it_too() -> None:
    made = cut(module(), used={1}, exported={"a", "b"})
    assert code_of(made) == b"\x02" + STOPS + code_of(module()).removeprefix(b"\x02" + CODE_OF_A)


def test_used_functions_stay() -> None:
    assert cut(module(), used={0, 1}, exported={"a", "b"}) == module()


def test_only_the_names_asked_for_stay() -> None:
    assert exports_of(cut(module(), used={0, 1}, exported={"b"})) == ["b"]


def test_each_function_that_is_watched_notes_that_it_ran() -> None:
    sections = dict(read_sections(watch(module())))
    assert sections[5] == bytes.fromhex("02" + "0001" + "0001")
    assert exports_of(watch(module())) == ["a", "b", "notes"]
    # i32.const 1 (the number), i32.const 1, i32.store8 in memory 1, then the body as it was
    assert bytes.fromhex("00" + "4101" + "4101" + "3a400100") + LONG in sections[10]


def test_a_module_with_two_memories_is_not_watched() -> None:
    with pytest.raises(ValueError, match="2 memories"):
        watch(module(memories=bytes.fromhex("0505020001" + "0001")))


SEGMENTS = bytes.fromhex(
    "03"
    "00 41 8008 0b 04 61626364"  # at 1024: abcd
    "01 02 7879"  # put nowhere at the start
    "00 41 8808 0b 03 656667"  # at 1032, after four zeros: efg
)
WITH_DATA = HEADER + MEMORY + b"\x0b" + write_number(len(SEGMENTS)) + SEGMENTS


@pytest.mark.parametrize(
    ("places", "left"),
    [
        ([(1024, 4)], ("00000000", "656667")),
        ([(1026, 2)], ("61620000", "656667")),
        ([(1026, 7)], ("61620000", "006667")),
        ([(1033, 100)], ("61626364", "650000")),
        ([(1000, 25)], ("00626364", "656667")),
        ([(1024, 1), (1034, 1)], ("00626364", "656600")),
        ([], ("61626364", "656667")),
    ],
)
def test_zeros_stand_where_constants_were(
    places: list[tuple[int, int]], left: tuple[str, str]
) -> None:
    first, second = map(bytes.fromhex, left)
    made = dict(read_sections(blank(WITH_DATA, places)))[11]
    assert made == SEGMENTS.replace(b"abcd", first).replace(b"efg", second)


def test_a_constant_that_is_nowhere_is_an_error() -> None:
    with pytest.raises(ValueError, match="0x404"):
        blank(WITH_DATA, [(1028, 4)])


def test_a_segment_of_an_unknown_kind_is_an_error() -> None:
    with pytest.raises(ValueError, match="a kind that isn't known"):
        blank(WITH_DATA.replace(b"\x01\x02xy", b"\x02\x00\x41\x00\x0b\x02xy"), [])


def test_what_is_no_module_is_refused() -> None:
    with pytest.raises(ValueError, match="not a WebAssembly module"):
        list(read_sections(b"<!doctype html>"))


@pytest.mark.parametrize(
    ("number", "unsigned", "signed"),
    [
        (0, "00", "00"),
        (63, "3f", "3f"),
        (64, "40", "c000"),
        (127, "7f", "ff00"),
        (128, "8001", "8001"),
    ],
)
def test_numbers_are_written_as_leb128(number: int, unsigned: str, signed: str) -> None:
    assert write_number(number).hex() == unsigned
    assert write_signed(number).hex() == signed
    assert read_number(write_number(number), 0) == (number, len(unsigned) // 2)
