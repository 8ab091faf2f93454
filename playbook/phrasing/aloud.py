"""What the reader would like to add, as they say it themselves at the end of a talk; and words as people speak."""

import re

from playbook.memory import remembered
from playbook.phrasing.beginnings import FORGOT, WHICH_I_FORGOT
from playbook.phrasing.deeds import deed_of, with_i_am
from playbook.phrasing.frames import Framed
from playbook.phrasing.lexicon import verbs
from playbook.phrasing.pieces import left_out, split_typed, why_left_out, with_subject
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.somebody import without_they
from playbook.phrasing.tidy import trim
from playbook.phrasing.unsaid import why_unsaid
from playbook.render import capitalized

_SAID_THAT = re.compile(
    r"\b(said|told(?: (?:me|us|you))?|know|known|hope|hear|heard|mentioned) that (?=(?:I|you|we|they|he|she|it)\b)"
)
"""A 'that' that nobody says or texts: 'you said that you'd text me'."""


_CAN_SEND = re.compile(
    r",? (?:and )?i(?:['’]ll| can| could| will) (?:also )?(?:send|show|email|forward|share) .*$",
    re.IGNORECASE,
)
"""What can be sent afterwards, which belongs into a letter: 'the simplest one won, I can send the figure'."""
_THING_I_DID = re.compile(
    r"^the (?P<thing>(?:[a-z-]+ ){0,2}[a-z-]+) (?:that |which )?i (?P<did>[a-z]+)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
"""A thing by what the reader did with it: 'the rota I started in March'."""


_COMMA = re.compile(r",\s+(?=\S)")
_DEPENDS = re.compile(
    r"^(?:when|while|if|although|though|because|since|as|once|after|before|where|whenever|until|even)\b",
    re.IGNORECASE,
)
"""How a clause begins that another one follows in the same sentence."""
_OF_COURSE = re.compile(r"^(?:obviously|of course|to be honest|tbh)\b", re.IGNORECASE)
"""How somebody begins who excuses themselves."""
_NOBODY_ASKED = re.compile(
    r",? and (?:nobody|no[- ]one) (?:has )?(?:ever )?(?:asked|noticed|thanked|cared|said)\b.*$",
    re.IGNORECASE,
)
"""A grumble behind what was done."""
_UNFINISHED = re.compile(
    r"^.*\b(?:could(?:n['’]?t| not)|didn['’]?t|did not)(?: get to)? (?:complete|finish|end) (?:my|the|that) answer"
    r" (?:regarding|about|on|to) (?P<topic>[^-–:;,.]+?)(?: question)?\s*[-–:;,.]\s*I(?: would|['’]d) (?P<answer>.+)$",
    re.IGNORECASE,
)
"""An answer that was cut short, and the rest of it."""


def _as_deed(words: str) -> str:
    """Rewrite 'the rota I started in March' as 'I started the rota in March', which can be said alone."""
    thing = _THING_I_DID.match(words)
    if thing is None or thing["did"].casefold() not in verbs().past:
        return words
    return f"I {thing['did']} the {thing['thing']}{thing['rest']}"


def without_that(text: str) -> str:
    """Return our sentences as they are said or texted: 'You said you'd text me', not 'You said that you'd text me'."""
    return _SAID_THAT.sub(r"\1 ", text)


@remembered()
def frame_aloud(name: str, text: str, names: tuple[str, ...] = ()) -> tuple[Framed, ...]:
    """Return what the reader would like to add, as they say it: for each sentence itself, or why it is left out."""
    pieces, left = split_typed(name, WHICH_I_FORGOT.sub("", text), spoken=True)
    framed = [_frame_sentence(name, piece, names) for piece in pieces]
    return (*framed, *([Framed("", left)] if left else []))


def _whole_clauses(piece: str) -> tuple[str, ...]:
    """Return each clause of a sentence that has a comma for a full stop: 'I worked in Brazil, I am no beginner'."""
    for comma in _COMMA.finditer(piece):
        before, after = piece[: comma.start()], piece[comma.end() :]
        whole = [shape_of(_as_deed(trim(each)), Shape.DID) for each in (before, after)]
        lists = ":" in before or _DEPENDS.match(before)
        if whole == [Shape.CLAUSE, Shape.CLAUSE] and not lists:
            return (before, *_whole_clauses(after))
    return (piece,)


def _frame_sentence(name: str, piece: str, names: tuple[str, ...]) -> Framed:
    """Return what one sentence of the reader's adds, in as many sentences as it has clauses side by side."""
    if answer := _UNFINISHED.match(piece):
        return Framed(f"On {trim(answer['topic'])}, I'd {trim(answer['answer'])}.")
    clauses = _whole_clauses(_CAN_SEND.sub("", piece))
    every = [_frame_piece(name, each, names) for each in clauses]
    left = tuple(unused for each in every for unused in each.left)
    return Framed(" ".join(each.text for each in every if each.text), left)


def _frame_piece(name: str, piece: str, names: tuple[str, ...]) -> Framed:
    forgot = FORGOT.match(piece)
    if _OF_COURSE.match(piece):
        return Framed("", (left_out(name, piece, "private"),))
    piece = _NOBODY_ASKED.sub("", piece)
    words = _as_deed(with_i_am(trim(piece[forgot.end() :] if forgot else piece)))
    why = why_unsaid(words)
    if why:
        return Framed("", (left_out(name, piece, why),))
    shape = shape_of(words, Shape.DID)
    whole = shape in (Shape.CLAUSE, Shape.THAT, Shape.DID)
    deed = with_subject(words, shape, names) if whole else deed_of(words, names)
    if not deed:
        return Framed("", (left_out(name, piece, why_left_out(shape)),))
    clear = without_they(deed)
    return (
        Framed(f"{capitalized(clear)}.") if clear else Framed("", (left_out(name, piece, "who"),))
    )
