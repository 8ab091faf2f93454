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
from playbook.phrasing.lists import bullets
from playbook.phrasing.results import outcome
from playbook.phrasing.subjects import share_subject
from playbook.phrasing.tidy import bare, is_empty, small_first
from playbook.phrasing.tidy import sentences as typed_sentences
from playbook.phrasing.unsaid import AVAILABLE, why_unsaid
from playbook.phrasing.words import says_same, words_of

ONE_BREATH = 20
"""Words with which a sentence can still be announced (house/33)."""
NOT_YET = "I haven't mentioned yet that "
NEWS = "And I have some news: "
"""What comes before something else to tell, so that it isn't one more line of a list."""


def deeds(interview: Interview) -> tuple[Framed, ...]:
    """Return proofs, what the reader would like to add, and their news. What stands in two of them is said once."""
    names = tuple(each.name for each in interview.round.interviewers if each.name)
    added = list(aloud("missed", interview.round.missed, names))
    sentences: list[Framed] = []
    for row in _those_that_answer_first(each_proof(interview.statement.proofs), interview):
        done = _proof(row, names)
        at = _place_in(added, done)
        if at is None or _says_more(row, done):
            sentences.append(_contracted(done, row))
        else:
            added[at : at + 1] = _told_once(added[at], done, row)
    newest = aloud("news", interview.news, names)
    new = [each for each in newest if not _is_said(each, (*sentences, *added))]
    own_first = _answers(added, interview) and not _answers(sentences, interview)
    first = (
        (*added, *sentences) if own_first else (*sentences, *_announced(added, NOT_YET, sentences))
    )
    return _beside_something_done((*first, *_announced(new, NEWS, added or sentences)))


def each_proof(rows: tuple[Proof, ...]) -> tuple[Proof, ...]:
    """Return the proofs that were filled in; each thing of a list by itself, and the result with the last of them."""
    every: list[Proof] = []
    for row in rows:
        if row.did:
            *first, last = bullets(row.did)
            every += [*map(Proof, first), Proof(last, row.result)]
    return tuple(every)


def _those_that_answer_first(rows: tuple[Proof, ...], interview: Interview) -> list[Proof]:
    """Return proofs of what is needed or was heard before any others, so that need and proof stand side by side."""
    heard = _heard(interview)
    return sorted(rows, key=lambda row: not share_subject(heard, f"{row.did} {row.result}"))


def _heard(interview: Interview) -> str:
    remarks = (each.said for each in interview.round.interviewers)
    return " ".join((interview.statement.needs, interview.statement.learned, *remarks))


def _answers(sentences: list[Framed], interview: Interview) -> bool:
    """Return whether the first of these sentences is about something that is needed or was heard."""
    first = next((each.text for each in sentences if each.text), "")
    return share_subject(_heard(interview), first)


def _announced(new: list[Framed], lead: str, before: list[Framed]) -> list[Framed]:
    """Return what else there is to tell, the first of it with a few words before it where other things were told."""
    at = next(
        (at for at, each in enumerate(new) if each.text and not AVAILABLE.search(each.text)), None
    )
    if at is None or not any(each.text for each in before):
        return new
    text = new[at].text
    announced = f"{lead}{text if _begins_with_i(text) else small_first(text)}"
    if len(announced.split()) > ONE_BREATH:
        return new
    return [*new[:at], Framed(announced, new[at].left), *new[at + 1 :]]


def without_lead(text: str) -> str:
    """Return a deed without the words of ours before it."""
    return text.removeprefix(NOT_YET).removeprefix(NEWS)


def _contracted(done: Framed, row: Proof) -> Framed:
    """Return a deed with our own 'it is' as people say it."""
    ours = "it is" not in row.result.casefold()
    return Framed(done.text.replace(", and it is ", ", and it's "), done.left) if ours else done


def one_after_another(spoken: list[str]) -> list[str]:
    """Return things done as each follows the one before it: 'I also ran …', 'And I have …'."""
    return [_following(each, at) for at, each in enumerate(spoken)]


def _following(deed: str, at: int) -> str:
    """Return a sentence about anybody else, or with a 'not', stays as it is."""
    announced = deed.startswith((NOT_YET, NEWS))
    if not at or announced or not _begins_with_i(deed) or "not" in words_of(deed).all[:2]:
        return deed
    return also(deed) if at == 1 else f"And {deed}"


def _begins_with_i(sentence: str) -> bool:
    return words_of(sentence).at(0).partition("'")[0] == "i"


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
