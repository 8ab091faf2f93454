"""What is thanked for with the talk itself, and the one thing done that a card has room for."""

from collections.abc import Sequence

from playbook.phrasing.aloud import without_that
from playbook.phrasing.frames import fill
from playbook.phrasing.recall import split_thanks
from playbook.phrasing.tidy import sentences, trim
from playbook.tools.notes.own_deeds import ANNOUNCED, FEWEST_ALONE, MISSED, TO_MENTION, Deed
from playbook.tools.notes.pairs import plain_deed

MOST_IN_TEXT = 19
"""Words of a point of the talk and a thing done, which a text message has room for."""
MOST_ON_CARD = 24
"""Words of a thing done that a card has room for."""


def thanks_of(point: str, talk: str) -> dict[str, object]:
    """Return what of these two is thanked for with the talk, which of them it was, and each without it."""
    thanks_for, rest = split_thanks(point)
    if thanks_for:
        return _thanks("said", thanks_for, rest, talk)
    thanks_for, rest = split_thanks(talk)
    if thanks_for:
        return _thanks("highlight", thanks_for, point, rest)
    return _thanks("", "", point, talk)


def _thanks(name: str, thanks_for: str, point: str, talk: str) -> dict[str, object]:
    after = {"said_after": point, "highlight_after": talk}
    return {"thanks_of": name, "thanks_for": thanks_for, **after}


def card_deed(own: Sequence[Deed], turn: int) -> str:
    """Return the one thing about the reader that a card has room for, what they forgot first; empty for none."""
    deeds = [each for each in _in_short(own, turn, "missed-short") if _fits_on_card(each)]
    whole = (each for each in deeds if len(each.split()) >= FEWEST_ALONE - 1)
    return next(whole, next(iter(deeds), ""))


def text_deed(own: Sequence[Deed], turn: int, point: str) -> str:
    """Return the one thing about the reader that a text message has room for beside a `point` of the talk.

    What they forgot to say comes first: it is what the other person doesn't know yet.
    """
    heard = trim(next(iter(sentences(point)), ""))
    room = MOST_IN_TEXT - len(without_that(next(iter(sentences(point)), "")).split())
    deeds = (
        each
        for each in _in_short(own, turn, "missed-texted")
        if _fits_on_card(each) and trim(each) != heard
    )
    return next((each for each in deeds if FEWEST_ALONE <= len(each.split()) <= room), "")


def _in_short(own: Sequence[Deed], turn: int, lead: str) -> list[str]:
    """Return each deed in one sentence; a few words that were forgotten with the words of ours that `lead` to them."""
    deeds = [next(iter(sentences(plain_deed(each, turn))), "") for each in own]
    return [
        fill(lead, turn, x=trim(text))
        if each.kind == MISSED and text.startswith("I") and len(text.split()) < FEWEST_ALONE - 1
        else text
        for each, text in zip(own, deeds, strict=True)
    ]


def _fits_on_card(deed: str) -> bool:
    """Return whether a card has room for this deed as a sentence of its own."""
    about_me = deed.startswith(("I", *ANNOUNCED)) and not deed.startswith(TO_MENTION)
    return about_me and len(deed.split()) <= MOST_ON_CARD
