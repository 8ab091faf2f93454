"""What an employer needs, as it follows 'You need': 'somebody who stays calm', 'a nurse', 'salt, not tweezers'."""

import re

from playbook.memory import remembered
from playbook.phrasing.frames import Framed
from playbook.phrasing.language import is_foreign
from playbook.phrasing.lexicon import verbs, words_named
from playbook.phrasing.person import to_them
from playbook.phrasing.pieces import left_out, start, why_not
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import bare, small_first, with_stop
from playbook.phrasing.words import words_of
from playbook.render import capitalized

_WHO = re.compile(
    r"^(?:(?:you|they|we) need )?(?:(?:somebody|someone|a person|people) )?(?:who|that)\s+(?=\S)"
    r"|^they need\s+(?=\S)",
    re.IGNORECASE,
)
_WITH = re.compile(r"^(?:somebody|someone) (?=with\b)", re.IGNORECASE)


@remembered()
def need(text: str) -> Framed:
    """What they need, to go on after 'You need'; a whole sentence of the reader's own ends with its full stop."""
    pieces, left = start("needs", text, spoken=True)
    if not pieces:
        return Framed("", left)
    rest = tuple(left_out("needs", each, "rest") for each in pieces[1:])
    piece = pieces[0]
    if is_foreign(piece):
        return Framed(with_stop(capitalized(piece)), (*left, *rest))
    who = _WHO.match(piece)
    words = bare(piece[who.end() :] if who else piece)
    said = _needed(words, after_who=bool(who)) or ""
    if not said:
        return Framed("", (*left, left_out("needs", piece, why_not(shape_of(words))), *rest))
    return Framed(said, (*left, *rest))


def _needed(words: str, *, after_who: bool) -> str | None:
    if _WITH.match(words):
        return small_first(words)
    shape = (
        Shape.THING
        if words.casefold() in words_named("small", "people")
        else shape_of(words, Shape.DOES)
    )
    small = to_them(small_first(words), by_reader=True)
    if small is None:
        return None
    first = words_of(words).at(0)
    if shape is Shape.CLAUSE and not after_who:
        return f"{capitalized(small)}."
    if shape is Shape.DOES:
        return f"somebody who {small}"
    if shape in (Shape.DO, Shape.TO_DO):
        deed = small.removeprefix("to ")
        return (
            f"somebody who is {deed[3:]}" if deed.startswith("be ") else f"somebody who can {deed}"
        )
    if shape is Shape.DOING and first in verbs().gerund:
        return f"somebody who can {verbs().gerund[first]}{small[len(first) :]}"
    if shape is Shape.QUALITY:
        return f"somebody who is {small}"
    return _thing_needed(small) if shape is Shape.THING else None


def _thing_needed(words: str) -> str | None:
    """A thing or a person that is needed, with what English wants before it."""
    found = words_of(words).all
    people = words_named("small", "people")
    if found[0] in words_named("small", "determiners") or found[0].isdigit():
        return words
    if found[0] in ("somebody", "someone", "people", "experience", "help"):
        return words
    person = next((each for each in found[:3] if each.removesuffix("s") in people), "")
    if person:
        an = "an" if words[:1].casefold() in "aeiou" else "a"
        return words if person.endswith("s") else f"{an} {words}"
    if " who " in words or ", not " in words:
        return words
    return f"somebody with {words}" if len(found) > 1 else None
