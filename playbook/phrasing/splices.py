"""Sentences that were typed with only a comma between them: 'the simplest one won, I can send the figure'."""

import re

from playbook.memory import remembered
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape

_OPENS = re.compile(
    r", (?=(?:I|I['’](?:m|ve|d|ll)|i|we|we['’](?:re|ve|d|ll)|it|it['’]s|that was|they|this is)\b"
    r"(?! ?(?:think|guess)\b))"
)
"""Where a sentence with a subject of its own may begin."""
_HANGS_ON = re.compile(
    r"^(?:and |but |so )?(?:when(?:ever)?|if|because|as|since|while|although|though|after|before|once|until"
    r"|where(?:ver)?|unless|whenever|even|whether)\b",
    re.IGNORECASE,
)
"""How a clause begins that needs the one behind it."""


@remembered()
def split_splices(text: str) -> tuple[str, ...]:
    """Return the sentences that a comma joins, each with its own subject and verb; the text alone where it is one.

    What begins with 'when', 'if' or 'in March' goes on behind its comma, so that it stays whole.
    """
    done: list[str] = []
    before = ""
    for each in _OPENS.split(text):
        whole = bool(before) and _is_whole(before)
        if whole and shape_of(each.rstrip(".!")) is Shape.CLAUSE:
            done.append(before)
            before = each
        else:
            before = f"{before}, {each}" if before else each
    return (*done, before)


def _is_whole(words: str) -> bool:
    """Return whether these words stand alone as a sentence."""
    return not _HANGS_ON.match(words) and shape_of(words, Shape.DID) in (Shape.CLAUSE, Shape.DID)
