"""Answers that are kept: the next keystroke changes little, so most of a page is what it was."""

from collections.abc import Callable
from functools import lru_cache, wraps
from typing import Any, Concatenate

PARTS = 256
"""Answers that one function keeps, unless it says otherwise: the largest page has 205 parts of a kind."""
REQUESTS = 4
"""Answers about whole requests that are kept: the reader's edit, and the one before it."""

APPLICATIONS = 512
"""Applications of which the newest answers are kept: more than there are in a file."""


def remembered[**P, T](most: int = PARTS) -> Callable[[Callable[P, T]], Callable[P, T]]:
    """Cache a pure function of hashable arguments (LRU, `most` results), so that memory stays bounded.

    The function takes immutable values only and looks at nothing else: the same values, the same answer.
    A rulebook is such a value, too. What the function raises isn't kept.
    """

    def keep(function: Callable[P, T]) -> Callable[P, T]:
        return lru_cache(maxsize=most, typed=True)(function)  # type: ignore[return-value]  # it takes what the function takes, as long as it is immutable

    return keep


def remembered_for_each[**P, T](
    function: Callable[Concatenate[str, P], T],
) -> Callable[Concatenate[str, P], T]:
    """Cache the newest answer of a pure function for each key, which is its first argument.

    A list of many applications is asked for with every keystroke, which changes one of them: that one's answer is
    replaced, and all others are there. What has a key is never as much as what was typed.
    """

    @lru_cache(maxsize=APPLICATIONS)
    def newest(_: str) -> list[Any]:
        return []

    @wraps(function)
    def answer(key: str, /, *given: P.args, **named: P.kwargs) -> T:
        slot = newest(key)
        if not slot or slot[0] != given:
            slot[:] = given, function(key, *given, **named)
        result: T = slot[1]
        return result

    return answer
