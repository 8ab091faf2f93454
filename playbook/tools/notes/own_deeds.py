"""What the reader can tell of themselves: what they forgot to say, and their proofs, each of them once."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from playbook.interview import Interview
from playbook.phrasing.deeds import (
    add_proof,
    also,
    missed,
    of_several,
    own_words,
    proof,
    stands_in,
    with_count,
)
from playbook.phrasing.frames import Framed, LeftOut, put
from playbook.phrasing.tidy import bare, is_empty, sentences

MISSED = "missed"
PROOF = "proof"


@dataclass(frozen=True, slots=True)
class Deed:
    """A sentence about the reader: what they forgot to say, or a proof; `path` is its field in the record."""

    kind: str
    text: str
    path: str

    @property
    def in_short(self) -> "Deed":
        """Its first sentence, for somebody whose colleague hears the rest."""
        return replace(self, text=next(iter(sentences(self.text)), self.text))


def deeds_of(
    interview: Interview, names: tuple[str, ...], turn: int = 0
) -> tuple[tuple[Deed, ...], tuple[LeftOut, ...]]:
    """Return the reader's deeds in the order in which they are told, and typed words that no sentence of ours holds.

    A proof that stands already in what they forgot to say is told there, with its number and what came of it.
    """
    turn = 1 if interview.note.length == "short" else turn
    added = missed(interview.round.missed, turn, names=names).at("missed")
    text = added.text
    proofs: list[Deed] = []
    left = list(added.left)
    for at, each in enumerate(interview.statement.proofs):
        if is_empty(each.did):
            continue
        found: Framed = proof(each.did, each.result, names).at(f"proofs.{at}.did")
        left += found.left
        if found.text and text and stands_in(found.text, with_count(text, found.text)):
            text = add_proof(text, found.text, each.result)
        elif found.text:
            proofs.append(Deed(PROOF, found.text, f"proofs.{at}.did"))
    first = [Deed(MISSED, text, "missed")] if text else []
    return (*first, *proofs), tuple(left)


def as_told(deeds: Sequence[Deed], turn: int) -> tuple[str, str]:
    """Return what was forgotten, and the proofs, as one letter tells them after another."""
    forgot = " ".join(each.text for each in deeds if each.kind == MISSED)
    proofs = [each.text for each in deeds if each.kind == PROOF]
    if len(sentences(forgot)) + len(proofs) > 1 or forgot.count(" I ") > 1 + _counted_lead(forgot):
        forgot = of_several(forgot, turn)
    told = forgot
    for nth, each in enumerate(proofs):
        proofs[nth] = (
            also(each) if told and each.startswith("I ") else put("proof-lead", turn, x=each)
        )
        told = each
    return forgot, " ".join(proofs)


def _counted_lead(forgot: str) -> int:
    """Return 1 where the sentence begins with 'One thing I …', whose 'I' tells nothing."""
    return int(forgot.startswith("One thing I "))


def best_deed(interview: Interview, names: tuple[str, ...]) -> str:
    """Return one thing about the reader as a clause, without its full stop: a proof, else what they forgot to say."""
    proofs = (proof(each.did, each.result, names).text for each in interview.statement.proofs)
    first = next((each for each in proofs if each), "") or own_words(interview.round.missed, names)
    return bare(first) if len(sentences(first)) == 1 else ""
