"""From the record to sentences: each part in the wording that the reader chose, filled with what was typed only."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from playbook.content import Sentence
from playbook.errors import ContentError
from playbook.interview import Interview
from playbook.memory import remembered
from playbook.phrasing.frames import Framed, LeftOut, all_left
from playbook.phrasing.interest import because_it_draws, why_it_draws
from playbook.phrasing.job import tidy_employer
from playbook.phrasing.needs import need
from playbook.phrasing.people import greet_of, is_internal, is_interpreter
from playbook.phrasing.recall import heard
from playbook.phrasing.tidy import ENDS, is_empty
from playbook.phrasing.tone import is_practical
from playbook.render import capitalized
from playbook.rulebook import Rulebook
from playbook.tools.closing_statement.deeds import deeds, is_enough, one_after_another
from playbook.tools.closing_statement.model import PartWords, Spoken, Wording

FOLDER = "tools/closing_statement"
MOST_NAMES = 3
"""People thanked by name; a longer list is a roll call."""
OWN = Wording("own", "", "{{ own }}")
"""The wording of a part that the reader wrote as a sentence of their own."""


def part_words(rulebook: Rulebook) -> Mapping[str, PartWords]:
    """Return the parts of a statement in the order in which they are said (parts.toml)."""
    return rulebook.table(PartWords, f"{FOLDER}/parts.toml")


@cache
def wordings(rulebook: Rulebook) -> tuple[Wording, ...]:
    """Return every way of saying every part (wordings.toml). Raises ContentError for a part that doesn't exist."""
    found = rulebook.table(Wording, f"{FOLDER}/wordings.toml")
    for each in found.values():
        if each.part not in part_words(rulebook):
            raise ContentError(f"wordings.toml [{each.id}]: there is no part '{each.part}'")
    return tuple(found.values())


def openings(rulebook: Rulebook) -> Mapping[str, Sentence]:
    """Return how a statement begins, by whether the reader is sure and how much follows (openings.toml)."""
    return rulebook.table(Sentence, f"{FOLDER}/openings.toml")


def has_begun(interview: Interview) -> bool:
    """Return whether enough can be said for the reader: without something done there is no statement."""
    more = has_words("needs", interview) or has_words("interest", interview)
    return is_enough(things_done(interview), more=more)


def things_done(interview: Interview) -> tuple[str, ...]:
    """Return what the reader has done, a sentence or two each."""
    return tuple(each.text for each in framed("proofs", interview) if each.text)


def has_words(part: str, interview: Interview) -> bool:
    """Return whether anything that the reader typed can be said in this part."""
    return any(each.text for each in framed(part, interview))


def say(part: PartWords, interview: Interview, rulebook: Rulebook) -> tuple[Spoken, ...]:
    """Return every way of saying this part, the chosen one first; none where nothing was typed for it."""
    own = _own_sentence(part, interview)
    if own:
        return (Spoken(OWN, own),)
    facts = _facts(part, interview)
    if facts is None:
        return ()
    ways = [each for each in wordings(rulebook) if each.part == part.id and _suits(each, interview)]
    chosen = {row.wording for row in interview.statement.openings if row.part == part.id}
    ways.sort(key=lambda way: way.id not in chosen)
    return tuple(Spoken(way, sentences(rulebook.fill(way.text, **facts))) for way in ways)


@remembered()
def sentences(text: str) -> tuple[str, ...]:
    """Return the lines of a filled wording, each a sentence to say."""
    lines = (" ".join(line.split()) for line in text.splitlines() if line.strip())
    return tuple(f"{line[:-1]}" if line.endswith("..") else line for line in lines)


def source_words(part: PartWords, interview: Interview) -> tuple[str, ...]:
    """Return what the reader typed for this part, as it goes on in the sentence: the key words come from here."""
    return tuple(each.text for each in framed(part.id, interview) if each.text)


def left_out(part: PartWords, interview: Interview) -> tuple[LeftOut, ...]:
    """Return what the reader typed for this part and none of our sentences can hold."""
    return all_left(*framed(part.id, interview))


def framed(part: str, interview: Interview) -> tuple[Framed, ...]:
    """Return the reader's words for this part, as they go on in a sentence.

    Several for proofs, one for any other part.
    """
    one = (
        sum(
            not is_empty(each.name) and not is_interpreter(each)
            for each in interview.round.interviewers
        )
        == 1
    )
    names = tuple(each.name for each in interview.round.interviewers if each.name)
    if part == "needs":
        return (need(interview.statement.needs),)
    if part == "proofs":
        return deeds(interview)
    if part == "learned":
        return (
            _follows(heard(interview.statement.learned, one_person=one, names=names), interview),
        )
    if part == "interest":
        return (because_it_draws(interview.statement.draws, one_person=one),)
    return ()


def _follows(learned: Framed, interview: Interview) -> Framed:
    """Return what they told the reader: it follows what they need, and is left out where that isn't said."""
    if not learned.text:
        return learned
    why = "condition" if is_practical(learned.text) else "no-need"
    if why == "no-need" and has_words("needs", interview):
        return learned
    return Framed("", (*learned.left, LeftOut("learned", interview.statement.learned, why)))


def people(interview: Interview) -> list[str]:
    """Return who is thanked by name, as the reader would greet them; nobody where it would be a roll call."""
    named = [
        each
        for each in interview.round.interviewers
        if not is_empty(each.name) and not is_interpreter(each)
    ]
    names = [name for each in named if (name := greet_of(each, interview))]
    return names if len(names) <= MOST_NAMES else []


def _suits(wording: Wording, interview: Interview) -> bool:
    return wording.when in ("", interview.statement.sure)


def _own_sentence(part: PartWords, interview: Interview) -> tuple[str, ...]:
    """Return a whole sentence that the reader typed where we asked for the end of one."""
    if part.id != "needs":
        return ()
    text = need(interview.statement.needs).text
    return (text,) if text.endswith(ENDS) else ()


def _facts(part: PartWords, interview: Interview) -> dict[str, Any] | None:
    """Return what fills the part's wordings; None where the reader hasn't typed it."""
    if part.id == "thanks":
        return {"people": people(interview)}
    if part.id == "ask":
        if not interview.statement.sure:
            return None
        return {
            "employer": tidy_employer(interview.employer),
            "draws": has_words("interest", interview),
            "internal": is_internal(interview),
        }
    found = list(source_words(part, interview))
    if not found:
        return None
    if part.id == "proofs":
        proofs = [capitalized(each) for each in found]
        return {"proofs": proofs, "also": one_after_another(proofs)}
    if part.id == "interest":
        return {"draws": found[0], "why": why_it_draws(found[0])}
    return {part.field: found[0]}
