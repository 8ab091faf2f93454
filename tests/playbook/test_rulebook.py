"""What a tool reads of its own files through the rulebook is checked against the evidence."""

from dataclasses import dataclass, replace
from pathlib import Path

import pytest

from playbook.errors import ContentError
from playbook.own import own


@dataclass(frozen=True)
class LetterCheck:
    id: str
    text: str
    claims: tuple[str, ...] = ()


def table(folder: Path, claims: str) -> object:
    (folder / "checks.toml").write_text(f'[weak]\ntext = "Why?"\nclaims = {claims}\n', "utf-8")
    return replace(own(), package=folder).table(LetterCheck, "checks.toml")


def test_a_table_may_rest_on_claims_that_are_known(tmp_path: Path) -> None:
    known = next(iter(own().evidence.claims))
    assert table(tmp_path, f'["{known}"]') == {"weak": LetterCheck("weak", "Why?", (known,))}


def test_a_claim_that_nobody_knows_is_named_with_its_file_and_table(tmp_path: Path) -> None:
    with pytest.raises(
        ContentError, match=r"checks.toml \[weak\] claims: 'house/999' is not known"
    ):
        table(tmp_path, '["house/999"]')
