"""The 'you' that is anybody: 'you get a buddy' is told to them as 'new staff get a buddy'."""

import re

from playbook.memory import remembered

_GIVEN = (
    r"(?:buddy|mentor|coach|trainer|tutor|preceptor|supervisor|induction|training|course|locker|laptop|uniform|desk|van"
    r"|phone|handover|placement|break|breaks|lunch|lunches|plan|review|reviews"
    r"|meal|meals|coffee|car|bike|allotment|vaccinations?|checks?)"
)
_ANYBODY = re.compile(
    r"\byou(?P<verb>(?: (?:get|receive|have)| are given|['’]re given)"
    r" (?=(?:an? |your own |two |three |\d+ |paid |free )?"
    rf"(?:[\w-]+ ){{0,2}}{_GIVEN}\b)"
    r"| (?:shadow|are paired with|get paired with|start (?:with|on|off)|begin (?:with|on)) )(?P<rest>[^.;]*)",
    re.IGNORECASE,
)
_NEW = re.compile(
    r"\b(?:first|new|buddy|mentor|induction|preceptor|shadow|start|begin|probation|paired)\b",
    re.IGNORECASE,
)
_OTHERS = re.compile(r"\b(?:they|we|us|our|their|them)\b", re.IGNORECASE)
"""Somebody else in what follows, who would be taken for the staff."""
_YOU = re.compile(r"\b(you|your|yourself|yours)\b", re.IGNORECASE)
_THEY = {"you": "they", "your": "their", "yourself": "themselves", "yours": "theirs"}


@remembered()
def for_anybody(text: str) -> str:
    """Return the text with whoever works there for a 'you' that is anybody."""
    return _ANYBODY.sub(_staff, text)


def _staff(match: re.Match[str]) -> str:
    if _OTHERS.search(match["rest"]):
        return match[0]
    who = "new staff" if _NEW.search(match[0]) else "staff"
    verb = match["verb"].replace("'re", " are").replace("’re", " are")
    rest = _YOU.sub(lambda each: _THEY[each[0].casefold()], match["rest"])
    return f"{who}{verb}{rest}"
