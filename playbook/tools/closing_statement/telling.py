"""Things done, told one after another: what leads to the first, and two short ones in a sentence."""

from dataclasses import replace

from playbook.phrasing.deeds import with_also
from playbook.phrasing.frames import LeftOut
from playbook.phrasing.tidy import trim
from playbook.phrasing.words import words_of
from playbook.tools.closing_statement.deeds import Deed, begins_with_i

ONE_BREATH = 20
"""Words with which a sentence can still be announced or joined to another (house/33)."""
SHORT = 10
"""Words of a deed that can share a sentence with another."""


def in_groups(deeds: tuple[Deed, ...]) -> tuple[Deed, ...]:
    """Return the deeds, two short ones that follow each other as one: 'I helped my uncle, and I'm good at maths'."""
    groups: list[Deed] = []
    alone = False
    for deed in deeds:
        one = _in_one_sentence(groups[-1], deed) if alone else ""
        if one:
            groups[-1] = replace(groups[-1], lines=(one,), typed=_both(groups[-1], deed))
            alone = False
        else:
            groups.append(deed)
            alone = len(deed.lines) == 1
    return tuple(groups)


def _both(first: Deed, second: Deed) -> LeftOut:
    return replace(first.typed, words=f"{first.typed.words}; {second.typed.words}")


def _in_one_sentence(first: Deed, second: Deed) -> str:
    """Return two deeds in one sentence; empty where it would be long, or isn't about the reader."""
    if len(second.lines) > 1:
        return ""
    one, other = first.lines[0], second.lines[0]
    begin = begins_with_i(one) and begins_with_i(other)
    plain = not any(join in one for join in (",", " and ", ":")) and ", " not in other
    short = len(one.split()) <= SHORT and len(other.split()) <= SHORT
    return f"{trim(one)}, and {other}" if begin and plain and short else ""


def one_after_another(
    deeds: tuple[Deed, ...], *, link: str = "", between: str = "", then: str = ""
) -> list[str]:
    """Return the lines that tell these deeds.

    `link` leads to the first of them from what was asked or told. What was told `between` them is answered by the
    second, to which `then` leads.
    """
    lines: list[str] = []
    for place, deed in enumerate(deeds):
        first, *rest = deed.lines
        if place == 1 and between:
            lines += [between, *_linked(then, first)]
        else:
            lines += [_following(first, place)] if place else _linked(link, first)
        lines += rest
    return lines


def _linked(link: str, first: str) -> list[str]:
    """Return the first deed behind the words that lead to it."""
    if not link:
        return [first]
    together = f"{link}: {first}"
    short = len(together.split()) <= ONE_BREATH and ":" not in first
    return [together] if short else [f"{link}.", first]


def _following(deed: str, place: int) -> str:
    """Return a deed as it follows another; a sentence about anybody else, or with a 'not', stays as it is."""
    if not begins_with_i(deed) or "not" in words_of(deed).all[:2]:
        return deed
    return with_also(deed) if place == 1 else f"And {deed}"
