"""What the reader has done, one thing after another, and whether it is enough for a statement."""

from playbook.interview import Interview, Proof
from playbook.phrasing.aloud import aloud
from playbook.phrasing.deeds import (
    add_proof,
    also,
    proof,
    stands_in,
    with_count,
)
from playbook.phrasing.frames import Framed, LeftOut
from playbook.phrasing.results import outcome
from playbook.phrasing.tidy import bare, is_empty
from playbook.phrasing.tidy import sentences as typed_sentences
from playbook.phrasing.unsaid import AVAILABLE, why_unsaid
from playbook.phrasing.words import says_same, words_of

FEWEST_ALONE = 8
"""Words that one thing done has at least where nothing else is said: with fewer it is a line, and no statement."""


def deeds(interview: Interview) -> tuple[Framed, ...]:
    """Return proofs, what the reader would like to add, and their news. What stands in two of them is said once."""
    names = tuple(each.name for each in interview.round.interviewers if each.name)
    added = list(aloud("missed", interview.round.missed, names))
    found: list[Framed] = []
    for row in interview.statement.proofs:
        if not row.did:
            continue
        done = _proof(row, names)
        at = _place_in(added, done)
        if at is None or _says_more(row, done):
            found.append(done)
        else:
            added[at : at + 1] = _told_once(added[at], done, row)
    newest = aloud("news", interview.news, names)
    new = [each for each in newest if not _is_said(each, (*found, *added))]
    return _beside_something_done((*found, *added, *new))


def is_enough(said: tuple[str, ...], *, more: bool) -> bool:
    """Return whether these things done are a statement, alone or with something `more` that is said about the job."""
    return bool(said) and (more or len(said) > 1 or len(said[0].split()) >= FEWEST_ALONE)


def one_after_another(said: list[str]) -> list[str]:
    """Return things done as each follows the one before it: 'I also ran …', 'And I have …'."""
    return [_following(each, at) for at, each in enumerate(said)]


def _following(deed: str, at: int) -> str:
    """Return a sentence about anybody else, or with a 'not', stays as it is."""
    first = words_of(deed).all
    about_reader = first[:1] and first[0].partition("'")[0] == "i"
    if not at or not about_reader or "not" in first[:2]:
        return deed
    return also(deed) if at == 1 else f"And {deed}"


def _proof(row: Proof, names: tuple[str, ...]) -> Framed:
    why = why_unsaid(row.did) or why_unsaid(f"I {row.did}")
    if why:
        rest = [LeftOut("result", row.result, why)] * (not is_empty(row.result))
        return Framed("", (LeftOut("did", row.did, why), *rest))
    return proof(row.did, row.result, names, spoken=True)


def _place_in(added: list[Framed], done: Framed) -> int | None:
    """Return the place of the sentence in which a proof stands already."""
    counted = (with_count(each.text, done.text) for each in added)
    return next((at for at, each in enumerate(counted) if stands_in(done.text, each)), None)


def _told_once(added: Framed, done: Framed, row: Proof) -> list[Framed]:
    """Return what the reader adds, with what came of the proof in it, a sentence each."""
    first, *others = typed_sentences(add_proof(added.text, done.text, row.result))
    return [Framed(first, (*added.left, *done.left)), *(Framed(each) for each in others)]


def _says_more(row: Proof, done: Framed) -> bool:
    """Return whether a proof says more than its deed and a sentence on what came of it."""
    lost = not (outcome(row.result) or is_empty(row.result) or done.left)
    return len(typed_sentences(row.did)) > 1 or lost


def _is_said(new: Framed, others: tuple[Framed, ...]) -> bool:
    return bool(new.text) and any(says_same(new.text, each.text) for each in others)


def _beside_something_done(every: tuple[Framed, ...]) -> tuple[Framed, ...]:
    """Put when somebody could start behind something they have done, and never alone."""
    comes = [each for each in every if AVAILABLE.search(each.text)]
    done = [each for each in every if each not in comes]
    if any(each.text for each in done):
        return (*done, *comes)
    return tuple(
        Framed("", (*each.left, LeftOut("missed", bare(each.text), "alone"))) if each.text else each
        for each in every
    )
