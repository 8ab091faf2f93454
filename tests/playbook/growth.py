"""Whether something takes time that grows with the size of what it is given: by comparing, never by the clock alone."""

import time
from collections.abc import Callable

TIMES = 4
MOST = 2.5
"""How much longer than `TIMES` as long it may take."""
TRIES = 4
"""A machine that does other things meanwhile may be slow once, not each time."""


def grows_with_its_size[T](make: Callable[[int], T], use: Callable[[T], object], size: int) -> bool:
    """Whether four times as much takes about four times as long: what is quadratic takes sixteen times as long."""
    small, large = make(size), make(TIMES * size)
    return any(_measure(use, large) < TIMES * MOST * _measure(use, small) for _ in range(TRIES))


def _measure[T](use: Callable[[T], object], given: T) -> float:
    """Seconds of the processor that it takes at best."""
    runs = []
    for _ in range(5):
        start = time.process_time()
        use(given)
        runs.append(time.process_time() - start)
    return min(runs) + 0.001
