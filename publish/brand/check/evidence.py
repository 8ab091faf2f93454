"""Check a centre's own sources and claims, and everything of the centre's that cites claims."""

from collections.abc import Collection, Iterator
from importlib.resources import files
from pathlib import Path

from playbook.brand import OWN
from playbook.content import read_toml
from playbook.evidence import CLAIM_KINDS, STRENGTHS, Claim, Source
from publish.brand.check.complaints import Complaint
from publish.brand.check.letters import TEXTS
from publish.brand.check.overlays import (
    CLAIMS_FILE,
    DISAGREEMENTS_FILE,
    SOURCES_FILE,
    find_rule_files,
)
from publish.brand.check.tables import Table, TableInFile, list_ids, look_at_table, read_tables

_MAY_CITE = ("brand/rules", "brand/slots", "docs/local", DISAGREEMENTS_FILE)


def read_claim_ids(root: Path) -> tuple[str, ...]:
    """Return the ids of every claim that a centre can cite: its own, and ours."""
    own = list_ids(root / CLAIMS_FILE, CLAIMS_FILE)
    return (*own, *read_toml(files("playbook.evidence") / "claims.toml"))


def find_evidence_faults(
    root: Path, known: Collection[str], questions: Collection[str]
) -> Iterator[Complaint]:
    """Yield what is wrong with a centre's sources and claims, and each citation of one that isn't there.

    `known` are the claims that there are, `questions` those on which sources disagree.
    """
    sources, complaints = read_tables(root / SOURCES_FILE, SOURCES_FILE)
    claims, more = read_tables(root / CLAIMS_FILE, CLAIMS_FILE)
    yield from (*complaints, *more)
    for id, table in sources.items():
        yield from _look_at_source(id, table, _place(root, SOURCES_FILE, id))
    known_sources = list_ids(root / SOURCES_FILE, SOURCES_FILE)
    for id, table in claims.items():
        place = _place(root, CLAIMS_FILE, id)
        yield from _look_at_claim(id, table, place, known_sources, questions)
    yield from _find_unknown_claims(root, known)
    yield from _find_unused(root, list(claims))


def _look_at_source(id: str, table: Table, place: TableInFile) -> Iterator[Complaint]:
    yield from look_at_table(Source, id, table, place)
    yield from place.find_unknown(table.get("strength"), STRENGTHS, "strength", "strength")
    if not id.startswith(OWN):
        yield place.complain(
            f"a source of yours is named like [{OWN}{id}], so that none of ours is"
        )
    if "centre" in table:
        yield place.complain("leave 'centre' out; each source here is yours", "centre")


def _look_at_claim(
    id: str, table: Table, place: TableInFile, sources: list[str], questions: Collection[str]
) -> Iterator[Complaint]:
    yield from look_at_table(Claim, id, table, place)
    yield from place.find_unknown(table.get("kind"), CLAIM_KINDS, "kind", "kind of claim")
    yield from place.find_unknown(table.get("against"), questions, "against", "question")
    source, stroke, number = id.partition("/")
    if not (stroke and number):
        example = sources[0] if sources else f"{OWN}spring-fair"
        yield place.complain(f'a claim is named for its source, like ["{example}/1"]')
    else:
        yield from place.find_unknown(source, sources, "", f"source in {SOURCES_FILE}")


def _find_unknown_claims(root: Path, known: Collection[str]) -> Iterator[Complaint]:
    for file in (*find_rule_files(root), root / DISAGREEMENTS_FILE):
        name = file.relative_to(root).as_posix()
        for id, table in read_tables(file, name)[0].items():
            place = _place(root, name, id)
            yield from place.find_unknown(table.get("claims"), known, "claims", "claim")


def _find_unused(root: Path, claims: list[str]) -> Iterator[Complaint]:
    files = [each for name in _MAY_CITE for each in (root / name, *(root / name).rglob("*"))]
    cited = "\n".join(
        each.read_text(encoding="utf-8")
        for each in files
        if each.is_file() and each.suffix in TEXTS
    )
    for id in claims:
        if id not in cited:
            message = "nothing of yours rests on this claim yet"
            yield _place(root, CLAIMS_FILE, id).complain(message, stops=False)


def _place(root: Path, name: str, id: str) -> TableInFile:
    return TableInFile(name, (root / name).read_text(encoding="utf-8"), id)
