"""The checks of a note by id (checks.toml), and a finding with its sentence filled."""

from collections.abc import Mapping
from dataclasses import dataclass

from playbook.rulebook import Rulebook
from playbook.tools.notes.model import Finding

BLOCKING = (
    "unfilled",
    "no-call",
    "no-call-to-colleague",
    "no-letter-to-colleague",
    "all-foreign",
    "only-one",
    "no-card",
    "no-card-visit",
    "news-twice",
)
"""Checks that keep a note back."""


@dataclass(frozen=True, slots=True)
class Check:
    """What a note is looked at for, in a sentence, with the claims it rests on (checks.toml)."""

    id: str
    text: str
    claims: tuple[str, ...]


def read_checks(rulebook: Rulebook) -> Mapping[str, Check]:
    """Return every check by id."""
    return rulebook.table(Check, "tools/notes/checks.toml")


def finding(rulebook: Rulebook, check: str, path: str = "", /, **facts: object) -> Finding:
    """Return a finding of this check, with its sentence filled."""
    text = rulebook.fill(read_checks(rulebook)[check].text, **facts)
    return Finding(check, text, path, check in BLOCKING)
