"""Try out what stands in a centre's braces, in a process that may neither work on and on nor take all memory."""

import resource
import signal
import warnings
from collections.abc import Callable, Iterable
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from types import FrameType
from typing import NoReturn

from publish.brand.check.complaints import Complaint

MOST_SECONDS = 2.0
"""What one file may take of the processor; a note takes some hundredths of it."""
MOST_BYTES = 800_000_000
"""What all files may take of the memory, besides what the process has already that tries them out."""
PATIENCE = 30.0
"""Seconds on the clock until a file that keeps even `MOST_SECONDS` from being noticed is given up."""
SILENT = "it takes too long or grows too large, and nothing tells in which line"
_FORK = get_context("fork")
_PAGES = Path("/proc/self/statm")
"""Where Linux says how many pages a process has, those of its data in the sixth place."""

Look = Callable[[str], Iterable[Complaint]]
"""What finds the mistakes in the file of a name."""


class TooLong(Exception):
    """Rendering takes more time than anybody would wait."""


def try_out(names: Iterable[str], check: Look) -> list[Complaint]:
    """Try these files out with `check` in a child process; a file on which it dies or hangs gets a complaint."""
    left, everything = list(names), list[Complaint]()
    while left:
        answers, sender = _FORK.Pipe(duplex=False)
        process = _FORK.Process(target=_work, args=(tuple(left), check, sender), daemon=True)
        with warnings.catch_warnings(category=DeprecationWarning, action="ignore"):
            process.start()  # warns where other threads run: none has anything that the work needs
        sender.close()
        while left and (complaints := _next_of(answers)) is not None:
            everything += complaints
            left.pop(0)
        answers.close()
        process.kill()
        process.join()
        if left:
            everything.append(Complaint(left.pop(0), 0, SILENT))
    return everything


def _next_of(answers: Connection) -> list[Complaint] | None:
    """Return the worker's findings about the next file; None where it died or ran out of time."""
    try:
        complaints: list[Complaint] | None = answers.recv() if answers.poll(PATIENCE) else None
    except EOFError:
        return None
    return complaints


def _work(names: Iterable[str], check: Look, sender: Connection) -> None:
    soft, hard = resource.getrlimit(resource.RLIMIT_DATA)
    most = MOST_BYTES + _bytes_already()
    if soft == resource.RLIM_INFINITY or soft > most:
        resource.setrlimit(resource.RLIMIT_DATA, (most, hard))
    signal.signal(signal.SIGPROF, _stop)
    for name in names:
        signal.setitimer(signal.ITIMER_PROF, MOST_SECONDS, MOST_SECONDS)
        complaints = list(check(name))
        signal.setitimer(signal.ITIMER_PROF, 0)
        sender.send(complaints)


def _bytes_already() -> int:
    """Return what counts for the limit in this process by now: also what it was given and hasn't used yet."""
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024
    try:
        pages = int(_PAGES.read_text(encoding="ascii").split()[5])
    except OSError:
        return used
    return max(used, pages * resource.getpagesize())


def _stop(_number: int, _frame: FrameType | None) -> NoReturn:
    raise TooLong
