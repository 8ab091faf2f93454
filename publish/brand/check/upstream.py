"""The guide as it came, whatever this copy decided: what a centre's own files are checked against."""

from functools import cache

from playbook.rulebook import NO_BRAND, Rulebook, read_rulebook
from publish.calendars import CALENDARS


@cache
def upstream() -> Rulebook:
    """Return upstream's own rulebook. Its files don't change while a brand is checked."""
    return read_rulebook(brand=NO_BRAND, calendars=CALENDARS)
