"""The sealed site on a port of this machine, under a path of its own, with the headers of `_headers`."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from fnmatch import fnmatch
from functools import partial
from http import HTTPStatus
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Event, Thread
from typing import IO

BASE = "/closing-playbook/"
"""A project site lives under its project's name: a path from the root of the host would be wrong."""

TYPES = {
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".json": "application/json",
    ".zip": "application/zip",
}


SERVED: list[str] = []
"""The names of the files that browsers asked for, in their order."""
SPOILT: set[str] = set()
"""The names of files whose last byte arrives otherwise."""
INSTEAD: dict[str, bytes] = {}
"""What is sent in the place of files, by their names."""
UNREACHABLE = Event()
"""Set while no browser reaches the server."""
FAULTS: dict[str, Callable[["Files"], None]] = {}
"""How the server answers in the place of files, by their names: see faults.py."""

Headers = tuple[tuple[str, str, str], ...]
"""Place, name and value of each header that `_headers` asks for."""
NOT_STORED: Headers = (("*", "Cache-Control", "no-store"),)
"""Whatever a browser has nevertheless, a page has kept by itself."""


def read_headers(site: Path) -> Headers:
    """The headers that a host sends, and with which files."""
    headers, place = [], ""
    for line in (site / "_headers").read_text(encoding="utf-8").splitlines():
        if line.startswith(" "):
            name, _, value = line.strip().partition(": ")
            headers.append((place, name, value))
        else:
            place = line
    return tuple(headers)


class Files(SimpleHTTPRequestHandler):
    """Serves the site and nothing above it, silently."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

    def __init__(self, *args: object, headers: Headers, directory: str) -> None:
        self.sent_along = headers
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]  # the server passes three

    def translate_path(self, path: str) -> str:
        """The file behind an address; outside of the base path there is none."""
        if not path.startswith(BASE):
            return str(Path(self.directory) / "no such file")
        return super().translate_path("/" + path.removeprefix(BASE))

    def do_GET(self) -> None:
        """Send a file, or what stands in for it, and note it."""
        if UNREACHABLE.is_set():
            self.close_connection = True
            return
        name = self.path.partition("?")[0].rsplit("/")[-1]
        SERVED.append(name)
        if name in FAULTS:
            FAULTS[name](self)
        elif name in INSTEAD:
            self.send_instead(INSTEAD[name])
        else:
            super().do_GET()

    def send_instead(
        self, content: bytes, status: HTTPStatus = HTTPStatus.OK, *, size: int | None = None
    ) -> None:
        """Send this, with the headers of the file that was asked for, and maybe less than it announces."""
        self.send_response(status)
        self.send_header("Content-Type", self.guess_type(self.path))
        self.send_header("Content-Length", str(len(content) if size is None else size))
        self.end_headers()
        self.wfile.write(content)

    def send_file(self) -> None:
        """Send the file that was asked for, as it is."""
        super().do_GET()

    def read_file(self) -> bytes:
        """The content of the file that was asked for."""
        return Path(self.translate_path(self.path)).read_bytes()

    def copyfile(self, source: IO[bytes], outputfile: IO[bytes]) -> None:  # type: ignore[override]  # bytes only
        """Send the content of a file, or what a line made of it."""
        if self.path.rsplit("/")[-1] in SPOILT:
            content = source.read()
            outputfile.write(content[:-1] + bytes([content[-1] ^ 1]))
        else:
            super().copyfile(source, outputfile)

    def end_headers(self) -> None:
        """Send the site's own headers with each answer that they are meant for."""
        path = "/" + self.path.removeprefix(BASE).partition("?")[0]
        for place, name, value in self.sent_along:
            if fnmatch(path, place):
                self.send_header(name, value)
        super().end_headers()

    def log_message(self, *_: object) -> None:
        """Say nothing."""


class Server(ThreadingHTTPServer):
    """Doesn't mind a browser that closes a page while a file is on its way."""

    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing: what matters is seen in the browser."""


@contextmanager
def serve(site: Path, more: Headers = (), *, heeds: bool = True) -> Iterator[str]:
    """Yield the address of the site while it is served, with more headers than it asks for, or those alone."""
    headers = (read_headers(site) if heeds else ()) + more
    files = partial(Files, headers=headers, directory=str(site))
    with Server(("127.0.0.1", 0), files) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
