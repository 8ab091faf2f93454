"""How high a page stands among what the search finds: what to do first, where it comes from and how we work last."""

from collections.abc import Mapping
from typing import Any

_BOOSTS = (
    ("plays/", 8.0),
    ("corridor.md", 4.0),
    ("tools/", 4.0),
    ("handouts/", 2.0),
    ("evidence/", 0.00001),
    ("about/", 0.00001),
)
"""By where a page is. A word in a title counts a thousand times as much as one in the text, so a page about our
sources or our work is held back by a hundred times that: no play is found below it."""
_OTHERS = 1.0
_OWN = "local/"


def place_in_search(source: str, search: Mapping[str, Any]) -> dict[str, Any]:
    """Return what the page at `source`, below docs/, tells the search; its own `boost` multiplies the usual one.

    A career centre's own page stands where one of ours in that folder would.
    """
    where = source.removeprefix(_OWN)
    usual = next((boost for start, boost in _BOOSTS if where.startswith(start)), _OTHERS)
    if where.startswith("plays/") and where.endswith("/index.md"):
        usual = _OTHERS
    return {**search, "boost": usual * search.get("boost", 1)}
