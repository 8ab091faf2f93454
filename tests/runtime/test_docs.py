"""A small module with constants, written by hand."""

from runtime.docs import list_docs
from runtime.wasm import write_number
from tests.browser.runtime import small_start

DOC = b"name($self, /)\n--\n\nWhat it does."
TEXTS = b"\0\0\0\0abc\0" + DOC + b"\0a(b)\0"
PLACE = 1024 + 8
HERE = {0}


def module(number: int, words: bytes = b"") -> bytes:
    """One function, which has this number, and the texts from 1024 on with these words behind them."""
    value = number.to_bytes(3, "little")
    constant = bytes([value[0] & 0x7F | 0x80, (number >> 7) & 0x7F | 0x80, number >> 14])
    code = b"\x00\x41" + constant + b"\x0b"
    texts = TEXTS + bytes(-len(TEXTS) % 4) + words
    data = b"\x01\x00\x41\x80\x08\x0b" + write_number(len(texts)) + texts
    sections = [
        bytes.fromhex("01050160" + "00017f"),
        bytes.fromhex("03020100"),
        bytes.fromhex("0503010001"),
        b"\x0a" + write_number(len(code) + 2) + b"\x01" + write_number(len(code)) + code,
        b"\x0b" + write_number(len(data)) + data,
    ]
    return b"\0asm\1\0\0\0" + b"".join(sections)


def word(address: int) -> bytes:
    return address.to_bytes(4, "little")


def test_a_text_with_a_signature_before_it_is_no_use_though_its_table_points_to_it() -> None:
    assert list_docs(module(7), HERE) == [(PLACE, len(DOC))]
    assert list_docs(module(7, word(PLACE)), HERE) == [(PLACE, len(DOC))]


def test_it_stays_where_a_function_that_stays_points_to_it() -> None:
    for address in (PLACE, PLACE + 20, PLACE + len(DOC)):
        assert list_docs(module(address), HERE) == []
        assert list_docs(module(address), ()) == [(PLACE, len(DOC))]


def test_it_stays_where_another_constant_points_into_it() -> None:
    assert list_docs(module(7, word(PLACE + 19)), HERE) == []


def test_the_small_python_describes_none_of_its_functions() -> None:
    python = small_start().python
    assert python.count(b"\n--\n\n") < 250
