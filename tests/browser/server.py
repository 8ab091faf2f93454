"""The sealed site on a port of this machine, under a path of its own, with the headers of `_headers`."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread

BASE = "/closing-playbook/"
"""A project site lives under its project's name: a path from the root of the host would be wrong."""

TYPES = {
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".json": "application/json",
    ".zip": "application/zip",
}


def read_headers(site: Path) -> tuple[tuple[str, str], ...]:
    """The headers that a host sends with every file."""
    lines = (site / "_headers").read_text(encoding="utf-8").splitlines()
    pairs = (line.strip().partition(": ") for line in lines if line.startswith(" "))
    return tuple((name, value) for name, _, value in pairs)


class Files(SimpleHTTPRequestHandler):
    """Serves the site and nothing above it, silently."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | TYPES

    def __init__(self, *args: object, headers: tuple[tuple[str, str], ...], directory: str) -> None:
        self.sent_along = headers
        super().__init__(*args, directory=directory)  # type: ignore[arg-type]  # the server passes three

    def translate_path(self, path: str) -> str:
        """The file behind an address; outside of the base path there is none."""
        if not path.startswith(BASE):
            return str(Path(self.directory) / "no such file")
        return super().translate_path("/" + path.removeprefix(BASE))

    def end_headers(self) -> None:
        """Send the site's own headers with each answer."""
        for name, value in self.sent_along:
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
def serve(site: Path) -> Iterator[str]:
    """Yield the address of the site while it is served."""
    files = partial(Files, headers=read_headers(site), directory=str(site))
    with Server(("127.0.0.1", 0), files) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}{BASE}"
        server.shutdown()
