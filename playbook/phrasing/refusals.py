"""Why the reader says no: as it goes on in a sentence, and as a sentence of its own."""

import re

from playbook.memory import remembered
from playbook.phrasing.frames import Framed
from playbook.phrasing.pieces import left_out
from playbook.phrasing.reasons import frame_reason
from playbook.render import capitalized

_BETTER = re.compile(
    r"\b(?:something|somewhere|someone|somebody|a|an|the|much|far) (?:\w+ )?better\b"
    r"|\bbetter[ -](?:offer|job|one|pay|paying|paid|place|company|employer|salary|money|deal|role|post|package)\b"
    r"|\b(?:more|higher) (?:money|pay|salary|upside|prestige)\b",
    re.IGNORECASE,
)
"""A comparison that hurts whoever is told it."""


_GOING_TO = re.compile(r"^(?:i['’]?m |i am )?(?:gonna|going to) (?=[a-z])", re.IGNORECASE)
"""What somebody is about to do: 'gonna rent a chair instead'."""
_MOVING = re.compile(r"^(?=(?:moving|staying|relocating|returning|going back)\b)", re.IGNORECASE)
"""What somebody is doing, typed without its 'I am': 'moving back to Hamilton'."""
_GOING_WITH = re.compile(
    r"^(?:i['’]?m |i am )?going with (?P<whom>[^,.;]+)(?:, (?:it['’]?s|which is) (?P<what>[^,.;]+))?[.]?$",
    re.IGNORECASE,
)
"""Whom somebody has chosen: 'going with the other depot, it's 10 minutes from mine'."""


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
    return frame_reason(
        "no_reason",
        _GOING_WITH.sub(_with_which, _MOVING.sub("I am ", _GOING_TO.sub("I am going to ", text))),
        names,
    )


def _with_which(match: re.Match[str]) -> str:
    """Rewrite 'going with the other depot, it's 10 minutes away' with its 'I am' and 'which is'."""
    where = f", which is {match['what']}" if match["what"] else ""
    return f"I am going with {match['whom']}{where}"
