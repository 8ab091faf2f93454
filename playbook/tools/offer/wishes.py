"""What would make an offer a yes, as a counter-offer names it."""

import re

from playbook.interview import Interview
from playbook.tools.closing_statement.typed import small_first

ASKED = re.compile(
    r"(?:i(?:['’]d| would) like(?: to have| to ask for)?|i(?:['’]d| would)? ask for|i want)\s+(?=\S)",
    re.IGNORECASE,
)
"""What a reader may type before a wish, which our own words say already."""


def wishes(interview: Interview) -> list[str]:
    """Each wish ready to be listed after a colon: without 'I'd ask for', a keyboard's capital, and its full stop."""
    return [said for each in interview.wishes if (said := _listed(each.what))]


def _listed(wish: str) -> str:
    run = " ".join(wish.split())
    begun = ASKED.match(run)
    return small_first(run[begun.end() :] if begun else run, "everyday").rstrip(" .,;")
