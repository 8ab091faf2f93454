"""What the reader can tell of themselves: what they forgot to say, and their proofs, each of them once."""

from collections.abc import Sequence
from dataclasses import dataclass

from playbook.interview import Interview
from playbook.phrasing.additions import frame_missed
from playbook.phrasing.deeds import add_proof, frame_proof, is_told_in, with_also, with_count
from playbook.phrasing.frames import Framed, LeftOut, fill
from playbook.phrasing.tidy import is_empty, sentences, trim
from playbook.render import capitalized

MISSED = "missed"
PROOF = "proof"
NEWS = "news"
FEWEST_ALONE = 6
"""Words of a sentence about the reader that bear to stand alone."""
MOST_IN_ONE = 30
"""Words of one sentence with two deeds."""

TO_MENTION = ("I meant to ", "I didn't get to ", "I wanted to ")
"""How a sentence begins that says what was forgotten."""
ANNOUNCED = (
    *TO_MENTION,
    "I was too quick with ",
    "On the ",
    "My answer on ",
    "I should have mentioned ",
    "One thing I should have said: ",
)
"""The same, and how a few words begin that can't stand alone; a proof is no part of either."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A sentence about the reader: what they forgot to say, a proof or news; `path` is its field in the record.

    `lead` says whose it is, where it stands beside something of theirs: 'In my own work, '.
    """

    kind: str
    text: str
    path: str
    lead: str = ""


def deeds_of(
    interview: Interview, names: tuple[str, ...], turn: int = 0
) -> tuple[tuple[Deed, ...], tuple[LeftOut, ...]]:
    """Return the reader's deeds in the order in which they are told, and typed words that no sentence of ours holds.

    A proof that stands already in what they forgot to say is told there, with its number and what came of it.
    """
    added = frame_missed(interview.round.missed, turn, names=names).at("missed")
    text = added.text
    proofs: list[Deed] = []
    left = list(added.left)
    for at, each in enumerate(interview.statement.proofs):
        if is_empty(each.did):
            continue
        framed: Framed = frame_proof(each.did, each.result, names).at(f"proofs.{at}.did")
        left += framed.left
        if framed.text and text and is_told_in(framed.text, with_count(text, framed.text)):
            text = add_proof(text, framed.text, each.result)
        elif framed.text:
            proofs.append(Deed(PROOF, framed.text, f"proofs.{at}.did"))
    first = [Deed(MISSED, text, "missed")] if text else []
    return (*first, *proofs), tuple(left)


def tell_deeds(deeds: Sequence[Deed], turn: int, *, again: bool = False) -> tuple[str, str]:
    """Return what was forgotten, and the proofs, as one letter tells them after another; `again` after another deed."""
    forgot = " ".join(each.text for each in deeds if each.kind == MISSED)
    leads = [each.lead for each in deeds if each.kind == PROOF]
    proofs = [each.text for each in deeds if each.kind == PROOF]
    forgot = _with_lead(forgot, turn)
    together = _in_one(forgot, proofs[0]) if forgot and proofs and not leads[0] else ""
    if together:
        forgot, proofs, leads = together, proofs[1:], leads[1:]
    before = forgot or ("I" if again else "")
    for nth, each in enumerate(proofs):
        follows = before and each.startswith("I ")
        lead = leads[nth] if not follows or before.startswith(ANNOUNCED) else ""
        proofs[nth] = lead + (with_also(each) if follows else capitalized(each))
        before = each
    return forgot, " ".join(proofs)


def _with_lead(forgot: str, turn: int) -> str:
    """Return a few words about the reader so that they can stand alone: 'I didn't mention that I can butcher'."""
    short = forgot.startswith(("I ", "I'")) and len(forgot.split()) < FEWEST_ALONE
    return fill("missed-short", turn, x=trim(forgot)) if short else forgot


def _in_one(forgot: str, proof: str) -> str:
    """Return what was forgotten and a proof as one sentence, what came of it as the next; empty where it is too long.

    For example 'I'm a nurse with a degree in law, and I rewrote the course. Uptake went from 34 to 61.' What says that
    it was forgotten stands alone: the proof wasn't.
    """
    if len(sentences(forgot)) > 1 or len(sentences(proof)) > 1 or ", and " in forgot:
        return ""
    if not (forgot.startswith(("I ", "I'")) and proof.startswith("I ")) or forgot.startswith(
        ANNOUNCED
    ):
        return ""
    deed, came, result = proof.partition(", and ")
    if " and " in deed:
        return ""
    together = f"{trim(forgot)}, and {trim(deed)}."
    ending = f" {capitalized(result)}" if came else ""
    return f"{together}{ending}" if len(together.split()) <= MOST_IN_ONE else ""
