"""Read the large tables of Python's own modules from end to end. Runs inside Pyodide, on Node.

They are read by every function of Python that reads them at all, so that it's known which those are.
"""

import _blake2
import _bz2
import _codecs_cn
import _codecs_hk
import _codecs_iso2022
import _codecs_jp
import _codecs_kr
import _codecs_tw
import _lzma
import _md5
import _sha1
import _sha2
import _sha3
import binascii
import unicodedata
import zlib
from contextlib import suppress
from itertools import product
from typing import Any

CODECS = {
    _codecs_cn: "gb2312 gbk gb18030 hz",
    _codecs_hk: "big5hkscs",
    _codecs_iso2022: "iso2022_jp iso2022_jp_1 iso2022_jp_2 iso2022_jp_2004 iso2022_jp_3 iso2022_jp_ext iso2022_kr",
    _codecs_jp: "cp932 euc_jis_2004 euc_jisx0213 euc_jp shift_jis shift_jis_2004 shift_jisx0213",
    _codecs_kr: "cp949 euc_kr johab",
    _codecs_tw: "big5 cp950",
}
CHARACTER_SETS = (
    "UTF-7 UTF-16 EUC-JP SHIFT_JIS ISO-2022-JP EUC-KR GB18030 GBK GB2312 BIG5 KOI8-R KOI8-U CP1047".split()
    + [f"ISO-8859-{number}" for number in range(1, 17)]
    + [f"CP{page}" for page in (437, 850, 866, *range(1250, 1259))]
)
"""What the C library's `iconv` knows."""
SURROGATES = range(0xD800, 0xE000)
CHARACTERS = "".join(chr(number) for number in range(0x110000) if number not in SURROGATES)
ASSIGNED = [each for each in CHARACTERS if unicodedata.category(each) not in {"Cn", "Co"}]
COMBINED = "か゚ ト゚ æ̀ ʌ́ Ê̄ Ê̌ ê̄ ê̌"
FORMS = ("NFC", "NFD", "NFKC", "NFKD")
OTHER_NAMES = ("LATIN SMALL LETTER GHA", "KEYCAP DIGIT ONE", "BELL", "no such name")
"""Of an alias, of a sequence, and of nothing."""
HASHES = (
    *(_blake2.blake2b, _blake2.blake2s, _md5.md5, _sha1.sha1),
    *(_sha2.sha224, _sha2.sha256, _sha2.sha384, _sha2.sha512, _sha3.sha3_256, _sha3.shake_128),
)
EVERY_BYTE = bytes(range(0x100)) * 0x100
LINE = (0x0A,)
EVERY_PAIR = b"".join(map(bytes, product(range(0x80, 0x100), range(0x100), LINE)))
EVERY_THREE = b"".join(map(bytes, product((0x8F,), range(0xA1, 0xFF), range(0xA1, 0xFF), LINE)))
EVERY_FOUR = b"".join(
    map(bytes, product(range(0x81, 0x85), range(0x30, 0x3A), range(0x81, 0xFF), range(0x30, 0x3A)))
)


def read_tables() -> None:
    """Read the names and properties of all characters, and every table of the codecs."""
    for character in ASSIGNED:
        if name := unicodedata.name(character, ""):
            unicodedata.lookup(name)
    for name in OTHER_NAMES:
        with suppress(KeyError):
            unicodedata.lookup(name)
    for database in (unicodedata, unicodedata.ucd_3_2_0):
        for character in ASSIGNED:
            read_properties(database, character)
    for module, names in CODECS.items():
        for name in names.split():
            read_codec(module.getcodec(name))
    read_checksums()


def read_checksums() -> None:
    """Compress, expand and hash: each has tables of its own."""
    for name in HASHES:
        name(EVERY_BYTE).digest(*([8] if name is _sha3.shake_128 else []))
    for size in range(1, 40):
        zlib.crc32(EVERY_BYTE[size:])
        binascii.crc32(EVERY_BYTE[size:])
    binascii.crc_hqx(EVERY_BYTE, 0)
    for level in range(10):
        zlib.decompress(zlib.compress(EVERY_BYTE, level))
    bzip = _bz2.BZ2Compressor()
    _bz2.BZ2Decompressor().decompress(bzip.compress(EVERY_BYTE) + bzip.flush())
    for check in (_lzma.CHECK_CRC32, _lzma.CHECK_CRC64, _lzma.CHECK_SHA256):
        xz = _lzma.LZMACompressor(check=check)
        _lzma.LZMADecompressor().decompress(xz.compress(EVERY_BYTE) + xz.flush())


def read_properties(database: Any, character: str) -> None:
    """Ask a database of Unicode for all that it knows of a character."""
    for ask in (database.name, database.decimal, database.digit, database.numeric):
        ask(character, None)
    for ask in (
        database.category,
        database.bidirectional,
        database.combining,
        database.decomposition,
        database.east_asian_width,
        database.mirrored,
    ):
        ask(character)
    for form in FORMS:
        database.normalize(form, character)


def read_codec(codec: Any) -> None:
    """Encode every character, and decode that again and all that may stand for one."""
    for text in (CHARACTERS, COMBINED):
        encoded, _ = codec.encode(text, "ignore")
        codec.decode(encoded, "ignore")
    for pieces in (EVERY_PAIR, EVERY_THREE, EVERY_FOUR):
        codec.decode(pieces, "ignore")
