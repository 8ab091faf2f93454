"""From the record to sentences: each part in the wording that the reader chose, filled with what was typed only."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from playbook.content import read_all
from playbook.errors import ContentError
from playbook.interview import Interview
from playbook.memory import remembered
from playbook.render import fill
from playbook.tools.closing_statement.model import PartWords, Spoken, Wording
from playbook.tools.closing_statement.typed import Typed, stumbles, typed, typed_proof

FOLDER = files("playbook.tools.closing_statement")
MOST_NAMES = 3
"""People thanked by name; a longer list is a roll call."""
OWN = Wording("own", "", "{{ own }}")
"""The wording of a part that the reader wrote as a sentence of their own."""


@cache
def part_words() -> Mapping[str, PartWords]:
    """The parts of a statement in the order in which they are said (parts.toml)."""
    return read_all(PartWords, FOLDER / "parts.toml")


@cache
def wordings() -> tuple[Wording, ...]:
    """Every way of saying every part (wordings.toml). Raises ContentError for a part that doesn't exist."""
    found = read_all(Wording, FOLDER / "wordings.toml")
    for each in found.values():
        if each.part not in part_words():
            raise ContentError(f"wordings.toml [{each.id}]: there is no part '{each.part}'")
    return tuple(found.values())


def has_begun(interview: Interview) -> bool:
    """Whether anything was typed that belongs to a statement. A thank-you alone is none."""
    given = (interview.needs, interview.learned, interview.draws, interview.sure)
    return any(given) or any(proof.did for proof in interview.proofs)


def say(part: PartWords, interview: Interview) -> tuple[Spoken, ...]:
    """Every way of saying this part, the chosen one first; none where nothing was typed for it."""
    own = _own_sentence(part, interview)
    if own:
        return (Spoken(OWN, own),)
    facts = _facts(part, interview)
    if facts is None:
        return ()
    ways = [each for each in wordings() if each.part == part.id and _suits(each, interview)]
    chosen = {row.wording for row in interview.openings if row.part == part.id}
    ways.sort(key=lambda way: way.id not in chosen)
    return tuple(Spoken(way, sentences(fill(way.text, **facts))) for way in ways)


@remembered()
def sentences(text: str) -> tuple[str, ...]:
    """The lines of a filled wording, each a sentence to say."""
    return tuple(" ".join(line.split()) for line in text.splitlines() if line.strip())


def source_words(part: PartWords, interview: Interview) -> tuple[str, ...]:
    """What the reader typed for this part, as it goes on in the sentence: the key words come from here."""
    if part.id == "proofs":
        return tuple(f"{proof.did} {proof.result}" for proof in interview.proofs if proof.did)
    if part.id in ("ask", "thanks"):
        return ()
    text = getattr(interview, part.field)
    return (typed(text, part).text,) if text else ()


def half_sentences(part: PartWords, interview: Interview) -> tuple[str, ...]:
    """What the reader typed for this part after which our sentence hardly goes on."""
    if part.id in ("ask", "thanks"):
        return ()
    told = (
        tuple(proof.did for proof in interview.proofs)
        if part.id == "proofs"
        else (getattr(interview, part.field),)
    )
    return tuple(each for each in told if stumbles(each, part))


def people(interview: Interview) -> list[str]:
    """Who is thanked by name, as the reader would greet them; nobody where it would be a roll call."""
    names = [each.greet or each.name for each in interview.interviewers if each.name]
    return names if len(names) <= MOST_NAMES else []


def _suits(wording: Wording, interview: Interview) -> bool:
    return wording.when in ("", interview.sure)


def _own_sentence(part: PartWords, interview: Interview) -> tuple[str, ...]:
    if part.id in ("proofs", "ask", "thanks"):
        return ()
    found: Typed = typed(getattr(interview, part.field), part)
    return (found.text,) if found.own else ()


def _facts(part: PartWords, interview: Interview) -> dict[str, Any] | None:
    """What fills the part's wordings; None where the reader hasn't typed it."""
    if part.id == "thanks":
        return {"people": people(interview)}
    if part.id == "ask":
        return {"employer": interview.employer} if interview.sure else None
    if part.id == "proofs":
        proofs = [typed_proof(proof, part) for proof in interview.proofs if proof.did]
        return {"proofs": proofs} if proofs else None
    words = getattr(interview, part.field)
    return {part.field: typed(words, part).text} if words else None
