"""What becomes of a file between a server and a reader: each sends something else in its place."""

from collections.abc import Callable
from http import HTTPStatus
from pathlib import Path
from threading import Event

from tests.browser.server import Files

Fault = Callable[[Files], None]

PORTAL = b"<!doctype html><title>Welcome</title><p>Sign in to use this network."
LET_GO = Event()
"""Set when a test is over: what hangs ends then."""
LONGEST = 120.0


def alter(files: Files) -> None:
    """Another byte in the middle."""
    content = bytearray(files.read_file())
    content[len(content) // 2] ^= 1
    files.send_instead(bytes(content))


def cut_short(files: Files) -> None:
    """Half of it, announced as all."""
    content = files.read_file()
    files.send_instead(content[: len(content) // 2])


def leave_empty(files: Files) -> None:
    """Nothing, announced as all."""
    files.send_instead(b"")


def show_portal(files: Files) -> None:
    """The page of a network that wants a password, as if it were the file."""
    files.send_instead(PORTAL)


def lead_to_sign_in(files: Files) -> None:
    """The address of such a page on the same host."""
    if "sign-in" in files.path:
        files.send_instead(PORTAL)
        return
    files.send_response(HTTPStatus.FOUND)
    files.send_header("Location", f"{files.path}?sign-in")
    files.end_headers()


def lengthen(files: Files) -> None:
    """All of it, and then more."""
    files.send_instead(files.read_file() + b"\n")


def send_part(files: Files) -> None:
    """The first half, as if only that had been asked for."""
    content = files.read_file()
    files.send_instead(content[: len(content) // 2], HTTPStatus.PARTIAL_CONTENT)


def serve_another(files: Files) -> None:
    """Another file of the same folder, as a server does that mixes two releases."""
    own = Path(files.translate_path(files.path))
    others = (each for each in own.parent.iterdir() if each.is_file() and each != own)
    files.send_instead(next(others).read_bytes())


def claim_to_be_packed(files: Files) -> None:
    """As it is, and called compressed."""
    content = files.read_file()
    files.send_response(HTTPStatus.OK)
    files.send_header("Content-Encoding", "gzip")
    files.send_header("Content-Length", str(len(content)))
    files.end_headers()
    files.wfile.write(content)


def break_off(files: Files) -> None:
    """Half of it, though all was announced."""
    content = files.read_file()
    files.send_instead(content[: len(content) // 2], size=len(content))
    files.close_connection = True


def miss(files: Files) -> None:
    """Not there."""
    files.send_instead(b"not here", HTTPStatus.NOT_FOUND)


def fail(files: Files) -> None:
    """Something is wrong with the server."""
    files.send_instead(b"oh no", HTTPStatus.INTERNAL_SERVER_ERROR)


def hang(files: Files) -> None:
    """The beginning, and nothing more."""
    content = files.read_file()
    files.send_instead(content[:100], size=len(content))
    LET_GO.wait(LONGEST)


def once(fault: Fault) -> Fault:
    """The fault at the first time, and the file from then on."""
    times = iter([fault])

    def answer(files: Files) -> None:
        next(times, Files.send_file)(files)

    return answer


CHANGED = (
    alter,
    cut_short,
    leave_empty,
    show_portal,
    lead_to_sign_in,
    lengthen,
    send_part,
    serve_another,
)
"""Faults after which something else is there."""
UNDELIVERED = (break_off, miss, fail, claim_to_be_packed)
"""Faults after which nothing is there."""
