"""Pay on a fixed scale, where nobody asks for any figure: 'Band 5', 'E13 step 3'."""

import re

_SCALE = re.compile(
    r"\b(?P<sort>band|grade|salary band|pay band) (?P<which>\d{1,2}[a-z]?|[a-k])\b"
    r"|\b(?:spine points?|pay spine|pay scale|salary scale|tv[öo]d|tv-l)\b",
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
