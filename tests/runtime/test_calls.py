"""A module written by hand, in which functions call each other (see the specification's binary format)."""

import pytest

from runtime import small
from runtime.bundle import PYODIDE
from runtime.calls import find_reached, list_calls
from runtime.wasm import read_bodies, read_sections, write_number
from runtime.whole import WASM

HEADER = bytes.fromhex("0061736d01000000")
TYPES = bytes.fromhex("01040160" + "0000")  # () -> ()
IMPORTS = bytes.fromhex("020701" + "016d" + "0166" + "0000")  # one function, m.f: number 0
CALLS_NOTHING = bytes.fromhex("00" + "41 8001" + "1a" + "0b")  # i32.const 128, drop


def calls(*numbers: int) -> bytes:
    """A body that calls these functions one after the other."""
    return b"\x00" + b"".join(b"\x10" + write_number(number) for number in numbers) + b"\x0b"


def module(*bodies: bytes, exported: dict[str, int] | None = None) -> bytes:
    """A module that imports one function and defines these, the first of them number 1."""
    sections = {
        1: TYPES[2:],
        2: IMPORTS[2:],
        3: write_number(len(bodies)) + bytes(len(bodies)),
        7: write_number(len(exported or {}))
        + b"".join(
            write_number(len(name)) + name.encode() + b"\x00" + write_number(number)
            for name, number in (exported or {}).items()
        ),
        10: write_number(len(bodies)) + b"".join(write_number(len(body)) + body for body in bodies),
    }
    parts = (bytes([kind]) + write_number(len(each)) + each for kind, each in sections.items())
    return HEADER + b"".join(parts)


def test_what_a_function_calls_is_reached_and_what_that_calls_too() -> None:
    made = module(calls(2), calls(3, 0), CALLS_NOTHING, calls(1))
    assert find_reached(made, {0}, ()) == {0, 1, 2}


def test_functions_that_call_each_other_end() -> None:
    assert find_reached(module(calls(2), calls(1)), {0}, ()) == {0, 1}


def test_nothing_is_followed_beyond_a_name() -> None:
    made = module(calls(2), calls(3), CALLS_NOTHING, exported={"far": 2})
    assert find_reached(made, {0}, ["far"]) == {0}
    assert find_reached(made, {0, 1}, ["far"]) == {0, 1, 2}


def test_a_name_that_is_not_exported_is_said() -> None:
    with pytest.raises(ValueError, match="no function near"):
        find_reached(module(CALLS_NOTHING), {0}, ["near"])


@pytest.mark.parametrize(
    "before",
    [
        "02 40 0b",  # block, end
        "0e 02 00 00 00",  # br_table of two and a default
        "11 00 00",  # call_indirect
        "1c 01 7f",  # select of a type
        "20 10 1a",  # local.get 16, which is also the byte of a call
        "28 02 10",  # i32.load, 16 further on
        "28 42 01 10",  # i32.load from the second memory
        "41 90 01 1a",  # i32.const 144
        "42 ff 10 1a",  # i64.const
        "43 10 10 10 10 1a",  # f32.const
        "44 10 10 10 10 10 10 10 10 1a",  # f64.const
        "fc 0a 00 00",  # memory.copy
        "fc 08 10 00",  # memory.init
        "fd 0c" + "10" * 16 + "1a",  # v128.const
        "fd 00 04 10",  # v128.load
        "fd 15 10",  # i8x16.extract_lane_s
        "fd 6e",  # i8x16.min_s, by two bytes: no number follows
        "d2 10 1a",  # ref.func 16
    ],
)
def test_no_number_in_an_instruction_is_taken_for_a_call(before: str) -> None:
    body = b"\x00" + bytes.fromhex(before) + b"\x10\x07\x0b"
    assert list(list_calls(body)) == [7]


def test_an_instruction_of_another_compiler_is_refused() -> None:
    with pytest.raises(ValueError, match="0x14"):
        list(list_calls(b"\x00\x14\x00\x0b"))


def test_every_function_of_pyodide_can_be_read() -> None:
    whole = (PYODIDE / WASM).read_bytes()
    bodies = read_bodies(read_sections(whole))
    assert sum(len(list(list_calls(body))) for body in bodies) > 5 * len(bodies)
    everything = find_reached(whole, range(len(bodies)), small.BEYOND)
    assert everything == frozenset(range(len(bodies)))
