"""Why the reader would like this work, as they say it themselves at the end of the talk."""

import re

from playbook.memory import remembered
from playbook.phrasing.beginnings import NEAR_HOME
from playbook.phrasing.frames import Framed, put
from playbook.phrasing.pieces import left_out, start
from playbook.phrasing.reasons import drawn
from playbook.phrasing.refusals import as_sentence
from playbook.phrasing.tone import is_practical
from playbook.phrasing.unsaid import AVAILABLE, LEAVING

_CLOCK = re.compile(
    r"\b(?:close|open|start|finish|end)(?:s|es)? (?:at|on|by|early|before|after|sundays?|mondays?)\b",
    re.IGNORECASE,
)
"""When they close and open, which is a condition and no reason."""


@remembered()
def because_it_draws(text: str, *, one_person: bool = True) -> Framed:
    """Return why the reader would like this work, as it follows 'This job interests me': 'because I like …'."""
    pieces, left = start("draws", text, spoken=True)
    if not pieces:
        return Framed("", left)
    kind, words = drawn(pieces[0], one_person=one_person, names=())
    if (
        NEAR_HOME.search(words)
        or _CLOCK.search(words)
        or AVAILABLE.search(words)
        or is_practical(words)
    ):
        kind = "left-condition"
    elif LEAVING.search(words):
        kind = "left-private"
    rest = tuple(left_out("draws", each, "rest") for each in pieces[1:])
    if kind.startswith("left-"):
        missing = left_out("draws", pieces[0], kind.removeprefix("left-"))
        return Framed("", (*left, missing, *rest))
    return Framed(put(f"interest-{kind}", x=words), (*left, *rest))


def why_it_draws(because: str) -> str:
    """Return why the reader would like this work, as a sentence: 'You train people' for 'because you train people'."""
    if because.startswith("because of "):
        return f"What I like most is {because.removeprefix('because of ')}."
    return as_sentence(because)
