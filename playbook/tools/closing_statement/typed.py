"""From what was typed to words that go on in the middle of a sentence: nothing added, nothing said twice."""

import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from playbook.content import read_toml
from playbook.interview import Proof
from playbook.memory import remembered
from playbook.render import capitalized
from playbook.tools.closing_statement.model import PartWords
from playbook.whole_words import is_in_word

STOPS = ".!?…。！？"
THE_COMMUTE = ("the", "commute")
"""Words that name a thing and say nothing about it."""
DOING = re.compile(r"[a-z]{3,}ing\b")
"""A word such as "managing", which can't follow "I" or "who" by itself; "bring" can."""


@dataclass(frozen=True, slots=True)
class Typed:
    """What the reader typed for a part. `own`: it is a sentence of its own and is said as it stands."""

    text: str
    own: bool = False


@dataclass(frozen=True, slots=True)
class TypedProof:
    """One proof ready to be said: "I did this", its result, and how the sentence ends."""

    did: str
    result: str
    stop: str
    own: bool


@remembered()
def typed(text: str, part: PartWords) -> Typed:
    """The reader's words as this part goes on with them."""
    text = " ".join(text.split())
    if _begins(text, part.own):
        return Typed(_sentence(text), own=True)
    text = _without(text, part.drop).rstrip(f" ,;:{STOPS}")
    is_noun = part.noun and (text[:1].isdigit() or _begins(text, part.noun))
    return Typed((part.noun_lead if is_noun else part.lead) + small_first(text, part.first))


@remembered()
def typed_proof(proof: Proof, part: PartWords) -> TypedProof:
    """A proof with its result. A result that is a sentence of its own follows as one."""
    did = typed(proof.did, part)
    text, stop = ended(did.text)
    result = " ".join(proof.result.split())
    if _is_sentence(result) and not _begins(result, ("and",)):
        return TypedProof(text, "", f"{stop} {result}", did.own)
    result = _without(result, ("and",)).rstrip(f" ,;:{STOPS}")
    return TypedProof(text, small_first(result, "everyday"), stop, did.own)


@remembered()
def stumbles(text: str, part: PartWords) -> bool:
    """Whether our sentence hardly goes on with these words: they name a thing only, or begin as it can't go on.

    Only sure signs count, and only in English: a sentence that sounds right is never named.
    """
    told = typed(text, part)
    words = plain(told.text.removeprefix(part.lead)).split()
    if told.own or not words or not text.isascii():
        return False
    if _begins(" ".join(words), part.stumbles):
        return True
    if part.lead:
        return told.text.startswith(part.lead) and DOING.match(words[0]) is not None
    return len(words) == 1 or (len(words) == len(THE_COMMUTE) and words[0] in everyday("thing"))


def ended(text: str) -> tuple[str, str]:
    """A sentence without its full stop, and the full stop it has or gets."""
    bare = text.rstrip(f" ,;:{STOPS}")
    stop = text[len(bare) :].strip(" ,;:")
    return bare, stop or "."


def _sentence(text: str) -> str:
    """The text with a capital and a full stop."""
    bare, stop = ended(text)
    return capitalized(bare) + stop


def plain(text: str) -> str:
    """The text for comparing: small letters, straight apostrophes."""
    return text.replace("’", "'").casefold()


@cache
def everyday(kind: str) -> frozenset[str]:
    """Everyday words: those that start a phrase ("first"), or those that aren't key words ("small")."""
    table = read_toml(files("playbook.tools.closing_statement") / "everyday.toml")
    return frozenset(table[kind]["words"].split())


def _begins(text: str, beginnings: tuple[str, ...]) -> str:
    """The longest of these beginnings that the text has, as whole words."""
    said = plain(text)
    fitting = (
        each
        for each in beginnings
        if said.startswith(each) and not is_in_word(said[len(each) :][:1], "'")
    )
    return max(fitting, key=len, default="")


def _without(text: str, beginnings: tuple[str, ...]) -> str:
    return text[len(_begins(text, beginnings)) :].lstrip(" ,:")


def small_first(text: str, first: str) -> str:
    """The text with a small first letter where the capital came from the keyboard."""
    word, _, _ = text.partition(" ")
    keeps = word == "I" or word.startswith(("I'", "I’")) or not word[1:].islower()
    if not first or (keeps and len(word) > 1) or word == "I":
        return text
    if first == "everyday" and plain(word).strip(",") not in everyday("first"):
        return text
    return text[:1].lower() + text[1:]


def _is_sentence(text: str) -> bool:
    return len(text.split()) > 1 and text[0].isupper() and text[-1] in STOPS
