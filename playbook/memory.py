"""Answers that are kept: the next keystroke changes little, so most of a page is what it was."""

from collections.abc import Callable
from functools import lru_cache

PARTS = 1024
"""Answers that one function keeps, unless it says otherwise: the parts of a few pages."""
REQUESTS = 4
"""Answers about whole requests that are kept: the reader's edit, and the one before it."""

APPLICATIONS = 512
"""Answers that are kept for each of several applications: more than there are in most files."""


def remembered[**P, T](most: int = PARTS) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Cache a pure function of hashable arguments (LRU, `most` results), so that memory stays bounded.

    The function takes immutable values only and looks at nothing else: the same values, the same answer.
    A rulebook is such a value, too. What the function raises isn't kept.
    """

    def keep(function: Callable[P, T]) -> Callable[P, T]:
        return lru_cache(maxsize=most, typed=True)(function)  # type: ignore[return-value]  # it takes what the function takes, as long as it is immutable

    return keep
