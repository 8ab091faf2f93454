"""Pay on a fixed scale, where nobody asks for any figure: 'Band 5', 'E13 step 3'."""

import re

from playbook.interview import Interview
from playbook.phrasing.frames import LeftOut
from playbook.phrasing.tidy import is_empty, trim
from playbook.tools.offer.pay import names_pay

_SCALE = re.compile(
    r"\b(?P<sort>band|grade|salary band|pay band|salary grade|pay grade|pay level) (?P<which>\d{1,2}[a-z]?|[a-k])\b"
    r"(?! (?:teacher|pupil|class|students?|maths?|steel|bolt|cover)s?\b)"
    r"|\b(?:spine points?|pay spine|pay scale|salary scale|pay matrix|tv[öo]d|tv-l)\b"
    r"|\b(?:gs-\d{1,2}|aps ?\d|el ?[12]\b|nhs band \d\w?|[ae]1?\d[ab]? (?:tv|stufe))\b",
    re.IGNORECASE,
)
_STEP = re.compile(
    r"^(?:(?:start|be|placed|to|on|at|in) )*(?P<step>(?:the )?(?:[a-z]{0,4}[ -]?(?:[a-z]{1,3} ?)?\d{1,2}[a-z]?"
    r"|band \d{1,2}[a-z]?|grade \w{1,2}|tv[öo]d[ -]\w+|tv-l \w+(?: \d+)?)?,? ?"
    r"(?:(?:spine |pay |salary )?(?:step|point)|stufe|erfahrungsstufe|increment|spine point) \d{1,2}[a-z]?)"
    r"(?: (?:instead of|not|rather than) (?:step |stufe |point )?\d{1,2})?$",
    re.IGNORECASE,
)
"""A step of a scale, and nothing else: 'GS-9 step 4', 'Band 6 point 2', 'TV-L E13 Stufe 3'."""


def scale_named(*typed: str) -> str:
    """Return the fixed scale that one of these texts names: 'Band 5'; 'the scale' where it has no name; else empty."""
    named = next((scale for each in typed if (scale := _SCALE.search(each))), None)
    if named is None:
        return ""
    return (
        f"{named['sort'].capitalize()} {named['which'].upper()}" if named["which"] else "the scale"
    )


def step_in(typed: str) -> str:
    """Return the step of a scale that this text asks for, as it was typed; empty where it asks for anything else."""
    named = _STEP.match(" ".join(typed.split()).rstrip(".?!"))
    return named["step"] if named else ""


def on_scale(interview: Interview, scale: str) -> tuple[LeftOut, ...]:
    """Return a remark on a figure for a job on a fixed scale, of which it may be the lowest point; none elsewhere.

    No figure of ours: each scale changes from year to year, and from country to country.
    """
    asked = interview.negotiation
    typed = next((each for each in (asked.range_to, asked.range_from) if not is_empty(each)), "")
    wished = next((each.what for each in asked.wishes if names_pay(each.what)), "")
    words = trim(typed or wished)
    if not (scale and words) or step_in(words):
        return ()
    named = scale if scale != "the scale" else "a fixed scale"
    return (LeftOut("pay", words, "on-scale", beside=named),)
