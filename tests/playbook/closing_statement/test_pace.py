import sys
import unicodedata

import pytest

from playbook.tools.closing_statement.pace import has_blanks

NAMED = ("CJK UNIFIED", "HIRAGANA", "KATAKANA", "THAI", "LAO", "KHMER", "MYANMAR")
ALSO = ("CJK COMPATIBILITY IDEOGRAPH", "HENTAIGANA", "HALFWIDTH KATAKANA", "COMBINING KATAKANA")
"""What else is written without blanks, and has a name that begins otherwise."""


def test_every_character_of_a_script_without_blanks_is_known_by_its_block() -> None:
    for number in range(sys.maxunicode + 1):
        name = unicodedata.name(chr(number), "")
        if name.startswith(NAMED):
            assert not has_blanks(f"We met {chr(number)}"), name
        elif name and not has_blanks(chr(number)):
            assert name.startswith((*ALSO, "COMBINING KATAKANA-HIRAGANA")), name


@pytest.mark.parametrize(
    "text", ["", "Zoë", "한국어 이름", "नमस्ते", "مرحبا", "Ελένη", "🙂", "“so”, – they…"]
)
def test_words_with_blanks_between_them_are_counted(text: str) -> None:
    assert has_blanks(text)
