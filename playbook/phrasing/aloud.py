"""What the reader would like to add, as they say it themselves at the end of a talk."""

from playbook.memory import remembered
from playbook.phrasing.beginnings import FORGOT
from playbook.phrasing.deeds import deed_of, with_i_am
from playbook.phrasing.frames import Framed
from playbook.phrasing.pieces import left_out, start, why_not, with_subject
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.somebody import without_they
from playbook.phrasing.tidy import bare
from playbook.phrasing.unsaid import why_unsaid
from playbook.render import capitalized


@remembered()
def aloud(name: str, text: str, names: tuple[str, ...] = ()) -> tuple[Framed, ...]:
    """Return what the reader would like to add, as they say it: for each sentence itself, or why it is left out."""
    pieces, left = start(name, text, spoken=True)
    found = [_said_aloud(name, piece, names) for piece in pieces]
    return (*found, *([Framed("", left)] if left else []))


def _said_aloud(name: str, piece: str, names: tuple[str, ...]) -> Framed:
    forgot = FORGOT.match(piece)
    words = with_i_am(bare(piece[forgot.end() :] if forgot else piece))
    why = why_unsaid(words)
    if why:
        return Framed("", (left_out(name, piece, why),))
    shape = shape_of(words, Shape.DID)
    whole = shape in (Shape.CLAUSE, Shape.THAT, Shape.DID)
    deed = with_subject(words, shape, names) if whole else deed_of(words, names)
    if not deed:
        return Framed("", (left_out(name, piece, why_not(shape)),))
    clear = without_they(deed)
    return (
        Framed(f"{capitalized(clear)}.") if clear else Framed("", (left_out(name, piece, "who"),))
    )
