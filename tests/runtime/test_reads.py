"""What a small module reads, said by the module itself: written by hand, run under Node."""

import json

import pytest

from runtime.node import BUILD
from runtime.reads import list_constants, push, trace
from runtime.wasm import read_bodies, read_sections
from tests.browser.runtime import pass_through_node

# one function (i32) -> i32: the byte at its argument plus 5, after 4 bytes were copied from 16 to 32
MODULE = bytes.fromhex(
    "0061736d01000000"
    "0106 01 60 01 7f 01 7f"
    "0302 01 00"
    "0404 01 70 00 01"
    "0503 01 00 01"
    "0712 03 01 66 00 00 01 74 01 00 06 6d656d6f7279 02 00"
    "0a13 01 11 00"
    "41 20 41 10 41 04 fc 0a 00 00"
    "20 00 2d 00 05 0b"
    "0b0b 01 00 41 10 0b 05 68656c6c6f"
)
RUN = """
const { hearReads } = await import(given[0])
const heard = []
const begin = await hearReads(Number(given[1]), (...each) => heard.push(each))
const { instance } = await WebAssembly.instantiate(fs.readFileSync(0))
const { f, t, memory } = instance.exports
begin(memory, t)
const result = f(27)
const copied = Buffer.from(memory.buffer, 32, 4).toString()
process.stdout.write(JSON.stringify({ heard, result, copied, places: t.length }))
"""


def test_it_says_what_it_reads_and_does_what_it_did() -> None:
    module, place = trace(MODULE)
    reads = (BUILD / "reads.mjs").as_uri()
    given = json.dumps([reads, str(place)])
    reply = json.loads(pass_through_node(f"const given = {given}\n{RUN}", module))
    assert reply["heard"] == [[16, 4, 0], [32, 1, 0]]
    assert reply["copied"] == "hell"
    assert reply["result"] == ord("h")
    assert reply["places"] == place + 2


def test_what_is_not_known_is_refused() -> None:
    with pytest.raises(ValueError, match="0xff"):
        trace(MODULE.replace(bytes.fromhex("2d00050b"), bytes.fromhex("ff00050b")))


def test_numbers_are_pushed_as_the_format_has_them() -> None:
    assert push(0) == bytes.fromhex("4100")
    assert push(63) == bytes.fromhex("413f")
    assert push(64) == bytes.fromhex("41c000")
    assert push(0xFFFFFFFF) == bytes.fromhex("417f")
    assert push(0x80000000) == bytes.fromhex("418080808078")


def test_a_number_that_may_be_an_address_is_a_constant_or_an_offset() -> None:
    [body] = read_bodies(list(read_sections(MODULE)))
    assert list(list_constants(body)) == [32, 16, 4, 5]
    assert list(list_constants(b"\0" + push(0xFFFFFF00) + bytes.fromhex("1a0b"))) == [0xFFFFFF00]
