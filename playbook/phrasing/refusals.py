"""Why the reader says no: as it goes on in a sentence, and as a sentence of its own."""

import re

from playbook.memory import remembered
from playbook.phrasing.frames import Framed
from playbook.phrasing.pieces import left_out
from playbook.phrasing.reasons import frame_reason
from playbook.phrasing.repairs import usual_words
from playbook.render import capitalized

_BETTER = re.compile(
    r"\b(?:something|somewhere|someone|somebody|a|an|the|much|far) (?:\w+ )?better\b"
    r"|\bbetter[ -](?:offer|job|one|pay|paying|paid|place|company|employer|salary|money|deal|role|post|package)\b"
    r"|\b(?:more|higher) (?:money|pay|salary|upside|prestige)\b",
    re.IGNORECASE,
)
"""A comparison that hurts whoever is told it."""


_MOVING = re.compile(r"^(?=(?:moving|staying|relocating|returning|going back)\b)", re.IGNORECASE)
"""What somebody is doing, typed without its 'I am': 'moving back to Hamilton'."""
_GOING_WITH = re.compile(
    r"^(?:i(?:['’]?m| am)? )?(?:going|gone|went|go) (?:with|for) (?:the|an?|another|my) ",
    re.IGNORECASE,
)
"""Another job that the reader takes, by its name: 'going with the other depot'."""
_NEAR = re.compile(
    r"\b(?:\d+ ?min\w*|near\w*|clos\w+|round the corner|walk)\b.*\b(?:mine|me|my|home|house)\b|\bcloser\b|\bnearer\b",
    re.IGNORECASE,
)
_PLAN = re.compile(r"^(?:i(?:['’]?m| am)? )?(?:gonna|going to) (?P<what>[a-z].*)$", re.IGNORECASE)
"""What the reader will do instead: 'gonna rent a chair instead'."""


def as_sentence(because: str) -> str:
    """Return a reason as a sentence of its own: 'because I have moved' as 'I have moved.'; empty without one."""
    if because.startswith("because of "):
        return f"The reason is {because.removeprefix('because of ')}."
    if because.startswith("for "):
        return f"It is {because}."
    return f"{capitalized(because.removeprefix('because '))}." if because else ""


@remembered()
def reason_to_say_no(text: str, names: tuple[str, ...] = ()) -> Framed:
    """Return why the reader declines or withdraws, as it may be told; never what they found better elsewhere."""
    if _BETTER.search(text):
        return Framed("", (left_out("no_reason", text, "private"),))
    softer = _softer(text)
    return (
        Framed(softer) if softer else frame_reason("no_reason", _MOVING.sub("I am ", text), names)
    )


def _softer(text: str) -> str:
    """Return a reason that names a rival, or is typed as one speaks, as it may be told; empty for any other."""
    words = " ".join(text.split()).strip(" .!")
    if _GOING_WITH.match(words):
        near = " closer to home" if _NEAR.search(words) else ""
        return f"because I've decided on {'a job' if near else 'another job'}{near}"
    plan = _PLAN.match(words)
    return f"because I'm going to {usual_words(plan['what'])}" if plan else ""
