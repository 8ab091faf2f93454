"""From the record to sentences: each part in the wording that the reader chose, filled with what was typed only."""

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from playbook.content import Sentence
from playbook.errors import ContentError
from playbook.interview import Interview
from playbook.memory import remembered
from playbook.phrasing.interest import leads_to_job
from playbook.phrasing.job import short_employer
from playbook.phrasing.job_title import is_senior
from playbook.phrasing.needs import is_somebody
from playbook.phrasing.people import is_internal
from playbook.phrasing.points import Point
from playbook.phrasing.tidy import ENDS, is_empty
from playbook.phrasing.words import words_of
from playbook.rulebook import Rulebook
from playbook.tools.closing_statement.end import next_step, promise_aloud
from playbook.tools.closing_statement.model import PartWords, Spoken, Wording
from playbook.tools.closing_statement.telling import one_after_another
from playbook.tools.closing_statement.thread import Thread, is_joined, link_to, thread_of
from playbook.tools.closing_statement.typed import people, source_words

FOLDER = "tools/closing_statement"
SENTENCES = f"{FOLDER}/sentences.toml"
UNSAID = "unsaid"
"""How sure a reader is who hasn't said it."""
FEWEST_LINKED = 4
"""Words of a deed that bear a few words before it."""
_FOR_LATER = ("enough", "unanswered")
"""Why something of the talk isn't said now and may well be said at another time."""
OWN = Wording("own", "", "{{ own }}")
"""The wording of a part that the reader wrote as a sentence of their own."""


def part_words(rulebook: Rulebook) -> Mapping[str, PartWords]:
    """Return the parts of a statement in the order in which they are said (parts.toml)."""
    return rulebook.table(PartWords, f"{FOLDER}/parts.toml")


@cache
def wordings(rulebook: Rulebook) -> tuple[Wording, ...]:
    """Return every way of saying every part (wordings.toml). Raises ContentError for a part that doesn't exist."""
    typed = rulebook.table(Wording, f"{FOLDER}/wordings.toml")
    for each in typed.values():
        if each.part not in part_words(rulebook):
            raise ContentError(f"wordings.toml [{each.id}]: there is no part '{each.part}'")
    return tuple(typed.values())


def openings(rulebook: Rulebook) -> Mapping[str, Sentence]:
    """Return how a statement begins, by whether the reader is sure and how much follows (openings.toml)."""
    return rulebook.table(Sentence, f"{FOLDER}/openings.toml")


def has_heard(interview: Interview) -> bool:
    """Return whether something of the talk is said, or is left out for the length only."""
    thread = thread_of(interview)
    cut = any(name == "learned" and each.why in _FOR_LATER for name, each in thread.left)
    return bool(thread.remarks or thread.second or thread.asked or thread.liked) or cut


def in_order(rulebook: Rulebook, interview: Interview) -> tuple[PartWords, ...]:
    """Return the parts in the order of this statement: a need that no deed answers leads to the wish at its end."""
    thread, parts = thread_of(interview), tuple(part_words(rulebook).values())
    late = (
        {"needs"}
        if thread.open_need
        else {"learned"}
        if thread.asked and not thread.remarks
        else set()
    )
    ask = next(at for at, each in enumerate(parts) if each.id == "ask")
    first = tuple(each for each in parts[:ask] if each.id not in late)
    return (*first, *(each for each in parts[:ask] if each.id in late), *parts[ask:])


def say(
    section: PartWords, interview: Interview, today: date, rulebook: Rulebook
) -> tuple[Spoken, ...]:
    """Return every way of saying this part, the chosen one first; none where nothing was typed for it."""
    own = _own_sentence(section, interview)
    if own:
        return (Spoken(OWN, own),)
    facts = _facts(section.id, interview, today, rulebook)
    if facts is None:
        return ()
    ways = [
        each for each in wordings(rulebook) if each.part == section.id and _suits(each, interview)
    ]
    chosen = {row.wording for row in interview.statement.openings if row.part == section.id}
    ways.sort(key=lambda way: way.id not in chosen)
    ways_filled = (Spoken(way, sentences(rulebook.fill(way.text, **facts))) for way in ways)
    return tuple(each for each in ways_filled if each.sentences)


@remembered()
def sentences(text: str) -> tuple[str, ...]:
    """Return the lines of a filled wording, each a sentence to say."""
    lines = (" ".join(line.split()) for line in text.splitlines() if line.strip())
    return tuple(f"{line[:-1]}" if line.endswith("..") else line for line in lines)


def is_typed(section: str, interview: Interview) -> bool:
    """Return whether the reader typed something for this part, wherever it is said."""
    typed = {"needs": interview.statement.needs, "learned": interview.statement.learned}
    typed |= {"interest": interview.statement.draws}
    proofs = section == "proofs" and any(
        not is_empty(each.did) for each in interview.statement.proofs
    )
    return proofs or not is_empty(typed.get(section, ""))


def _suits(wording: Wording, interview: Interview) -> bool:
    return not wording.when or (interview.statement.sure or UNSAID) in wording.when.split()


def _own_sentence(section: PartWords, interview: Interview) -> tuple[str, ...]:
    """Return a whole sentence that the reader typed where we asked for the end of one."""
    thread = thread_of(interview)
    text = (thread.need or thread.open_need) if section.id == "needs" else ""
    return (text,) if text.endswith(ENDS) else ()


def _facts(
    section: str, interview: Interview, today: date, rulebook: Rulebook
) -> dict[str, Any] | None:
    """Return what fills the part's wordings; None where the reader hasn't typed it."""
    thread = thread_of(interview)
    if section == "thanks":
        return {"people": people(interview), "question": _question(interview, today, rulebook)}
    if section == "ask":
        return _ask_facts(interview, thread, today)
    if not source_words(section, interview):
        return None
    if section == "proofs":
        return _proof_facts(thread, rulebook)
    if section == "learned":
        points_told = thread.remarks or thread.asked
        if not points_told:
            return None
        return {
            "words": points_told[0].words,
            "told": points_told[0].text,
        }
    if section == "interest":
        return {
            "draws": "" if is_joined(thread) else thread.because,
            "why": thread.why,
            "liked": thread.liked,
        }
    return {section: source_words(section, interview)[0]}


def _proof_facts(thread: Thread, rulebook: Rulebook) -> dict[str, Any]:
    """Return the deeds, one after another, with and without the words that lead to them."""
    point, second = next(iter(thread.remarks), None), thread.second
    links = [
        _link(point, thread.need if thread.answered else "", rulebook),
        _link(second, "", rulebook),
    ]
    between = second.text if second else ""
    first_is_long = len(thread.deeds[0].text.split()) >= FEWEST_LINKED
    return {
        "linked": one_after_another(
            thread.deeds, link=links[0] if first_is_long else "", between=between, then=links[1]
        ),
        "plain": one_after_another(thread.deeds, between=between),
        "each": [
            f"{between} {each.text}" if between and at == 1 else each.text
            for at, each in enumerate(thread.deeds)
        ],
    }


def _link(point: Point | None, needed: str, rulebook: Rulebook) -> str:
    link = link_to(point, needed)
    return rulebook.say(SENTENCES, f"link-{link}") if link else ""


def _question(interview: Interview, today: date, rulebook: Rulebook) -> str:
    """Return the question that stands last, so that they can answer it; empty for a reader who isn't sure."""
    if interview.statement.sure == "not-sure":
        return ""
    step, day = next_step(interview, today)
    return rulebook.say(SENTENCES, f"next-{step}", day=day)


def _ask_facts(interview: Interview, thread: Thread, today: date) -> dict[str, Any]:
    asked = thread.open_need or next((each.words for each in thread.asked), "")
    return {
        "employer": short_employer(interview.employer),
        "job": "this role" if is_senior(interview.role) else "this job",
        "so": not asked and (is_joined(thread) or leads_to_job(thread.because)),
        "wish": _wish(asked, is_remark=bool(thread.asked)),
        "internal": is_internal(interview),
        "promised": promise_aloud(interview, today),
        "near": thread.near,
    }


def _wish(asked: str, *, is_remark: bool) -> str:
    """Return whether the wish is to be the "person" they need, or to bring "that"; empty for the job as such."""
    if not asked or asked.endswith(ENDS):
        return ""
    if is_remark or is_somebody(asked):
        return "person"
    several = not {"somebody", "someone", "people"}.isdisjoint(words_of(asked).all)
    return "" if several else "that"
