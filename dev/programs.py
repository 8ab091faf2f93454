"""Programs that run for a while: started, waited for, on a screen that nobody looks at, at a free port."""

import os
import signal
import socket
import subprocess
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path
from time import monotonic, sleep

from dev.browsers import find_screen
from dev.protocols import BrowserError

HERE = "127.0.0.1"
PATIENCE = 60.0
"""Seconds for a browser to start, a page to load or a script to answer."""
A_MOMENT = 0.05
NOWHERE = subprocess.DEVNULL


@contextmanager
def start(
    command: list[str], surroundings: Mapping[str, str] | None = None, *, output: int = NOWHERE
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a program for a while, with these variables of the environment; whatever it started ends with it."""
    variables = {**os.environ, **(surroundings or {})}
    with subprocess.Popen(
        command, env=variables, stdout=output, stderr=NOWHERE, start_new_session=True
    ) as process:
        try:
            yield process
        finally:
            with suppress(ProcessLookupError, PermissionError):  # all of it has ended
                os.killpg(process.pid, signal.SIGKILL)


@contextmanager
def draw_nowhere() -> Iterator[dict[str, str]]:
    """Yield what lets a program draw on a screen that nobody looks at; nothing on macOS, which has none."""
    program = find_screen()
    if sys.platform == "darwin" or program is None:
        yield {}
        return
    with start([str(program), "-displayfd", "1"], output=subprocess.PIPE) as screen:
        assert screen.stdout is not None
        yield {"DISPLAY": f":{screen.stdout.readline().decode().strip()}"}


def wait_for[T](find: Callable[[], T | None], process: subprocess.Popen[bytes] | None = None) -> T:
    """Return what is found, once a program has started where it takes one.

    Raises BrowserError where the program ends, or nothing is there after PATIENCE seconds.
    """
    until = monotonic() + PATIENCE
    while monotonic() < until:
        if program := find():
            return program
        if process and process.poll() is not None:
            raise BrowserError(f"{process.args!r} ended at once")
        sleep(A_MOMENT)
    name = repr(process.args) if process else "what was waited for"
    raise BrowserError(f"{name} was not there after {PATIENCE:.0f} seconds")


def read_port(file: Path) -> int | None:
    """Return the port that Firefox has written down."""
    text = file.read_text(encoding="utf-8") if file.is_file() else ""
    return int(text) if text else None


def try_port(port: int) -> bool:
    """Return whether somebody listens there."""
    try:
        connect(port).close()
    except OSError:
        return False
    return True


def connect(port: int) -> socket.socket:
    """Return a line to a port of this machine, more patient than what is asked there."""
    return socket.create_connection((HERE, port), timeout=2 * PATIENCE)


def find_free_port() -> int:
    """Return a port at which nobody listens."""
    with socket.create_server((HERE, 0)) as server:
        port: int = server.getsockname()[1]
    return port
