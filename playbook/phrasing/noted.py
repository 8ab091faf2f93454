"""What was noted of the talk, one thing after another, before anything is made of it."""

import re

from playbook.phrasing.beginnings import DONE_FOR_ME
from playbook.phrasing.frames import LeftOut
from playbook.phrasing.lists import LONGEST_THING, parts_of_list
from playbook.phrasing.pieces import EXCLAIMS, split_typed
from playbook.phrasing.reported import SPOKEN_OF
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import lower_first, trim

_LET_ME = re.compile(
    r"^(?:(?P<how>[^,.;]+), (?:and )?)?(?P<who>you|they|he|she) (?P<did>(?:let|showed|gave) me(?: [a-z]+)?) (?:it|them)"
    r"(?P<rest>\b.*)$",
    re.IGNORECASE,
)
"""What somebody was let do with a thing that was named before: '48 hours, and you let me taste it'."""
_THEN_SOMEBODY = re.compile(
    r"(?:,| and|, and) (?=(?:i|he|she|they|you|it|we|that) )", re.IGNORECASE
)
_LASTS = re.compile(r"^(?P<count>\d+) (?P<unit>hour|day|week|month|year)s?$", re.IGNORECASE)
_AND_THAT = " and that "
"""What joins what was said to a thing: 'your colour bar, and that you don't hurry'."""
_AND_HOW = re.compile(r",? and (?=(?:how|why) [A-Z])")
"""Where another thing begins, told of somebody by name: 'that you run QC, and how Dr. Rao asked me to try'."""
_NEXT_THING = re.compile(r", (?=(?:and )?(?:the|your|their|how|why|that|[a-z]+ing) )")
"""Where the next thing of a list begins, however long: 'the weld test, how they check every seam'."""
_AND_THAT_LAST = re.compile(r", (?:and )?that ")
"""Where a fact follows things, which is told by itself."""
_IT_WAS_GOOD = re.compile(
    r", (?:it|that|this|which) was (?:an? )?(?:very |really |so )?(?:good|great|nice|lovely|interesting|useful"
    r"|wonderful|fun|amazing|kind)(?: (?:experience|moment|touch|idea|thing|time))?$",
    re.IGNORECASE,
)
"""How the reader found what stands before it, which the sentence says."""
_AND_THE_FACT = " and the fact "
"""What joins a second thing of another kind to the first: 'how they train, and the fact you get a buddy'."""


def pieces_of_talk(name: str, text: str) -> tuple[tuple[str, ...], tuple[LeftOut, ...]]:
    """Return what was noted of the talk, one thing after another, and what of it is left out at once."""
    pieces, left = split_typed(name, text)
    pieces = _with_what_it_was(tuple(each for piece in pieces for each in _one_by_one(piece)))
    return as_one_list(tuple(split for each in pieces for split in split_piece(each))), left


def _one_by_one(piece: str) -> tuple[str, ...]:
    """Split 'he let me try the grill and he gave me pie' into what was done for the reader, one after another."""
    if not DONE_FOR_ME.match(piece):
        return (piece,)
    return tuple(each for each in _THEN_SOMEBODY.split(trim(piece)) if not EXCLAIMS.match(each))


def _with_what_it_was(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Rewrite 'Your stock. 48 hours, and you let me taste it' as 'you let me taste your 48-hour stock'."""
    if (
        len(pieces) != len(("thing", "what was done"))
        or shape_of(trim(pieces[0])) is not Shape.THING
    ):
        return pieces
    done = _LET_ME.match(trim(pieces[1]))
    if done is None:
        return pieces
    thing = lower_first(trim(pieces[0]))
    lasts = _LASTS.match(done["how"] or "")
    first, space, rest = thing.partition(" ")
    if lasts and space:
        thing = f"{first} {lasts['count']}-{lasts['unit'].lower()} {rest}"
    whole = f"{done['who']} {done['did']} {thing}{done['rest']}"
    return (whole,) if lasts or not done["how"] else (whole, done["how"])


def split_piece(piece: str) -> tuple[str, ...]:
    """Split 'how they train people and the fact you get a buddy' into two; of a list, the things and each other one."""
    piece = _IT_WAS_GOOD.sub("", trim(piece))
    first, *others = _AND_HOW.split(piece)
    if others:
        return (first, *others)
    listed = _NEXT_THING.split(piece)
    joined = any(" and " in each.removeprefix("and ") for each in listed) or _AND_THAT_LAST.search(
        piece
    )
    if len(listed) > 1 and not joined and len(parts_of_list(piece)) == 1:
        parts = tuple(each.removeprefix("and ") for each in listed)
        if all(shape_of(each) in SPOKEN_OF for each in parts):
            return ("; ".join(parts),)
    before, join, after = piece.partition(_AND_THE_FACT)
    if not join and shape_of(trim(piece.partition(_AND_THAT)[0])) in SPOKEN_OF:
        before, join, after = piece.partition(_AND_THAT)
    if join:
        return before, f"the fact that {after.removeprefix('that ')}"
    parts = parts_of_list(trim(piece))
    things = [each for each in parts if shape_of(each) in SPOKEN_OF]
    others = [each for each in parts if shape_of(each) not in SPOKEN_OF]
    return ("; ".join(things), *others) if things and others else (piece,)


def as_one_list(pieces: tuple[str, ...]) -> tuple[str, ...]:
    """Join things typed as sentences of a word or two to one list: 'Silk. Velvet. The old machines'."""
    plain = [trim(each) for each in pieces]
    short = all(
        shape_of(each) is Shape.THING and len(each.split()) <= LONGEST_THING for each in plain
    )
    return ("; ".join(plain),) if len(plain) > 1 and short else pieces
