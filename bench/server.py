"""A good web server: brotli where it is worth it, and a year's caching, for us and for the peers alike."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from mimetypes import guess_type
from pathlib import Path
from queue import SimpleQueue
from threading import Thread

from runtime.node import run_script

TYPES = {
    ".mjs": "text/javascript",
    ".js": "text/javascript",
    ".wasm": "application/wasm",
    ".whl": "application/zip",
    ".py": "text/x-python",
}
COMPRESSED = frozenset({".html", ".css", ".js", ".mjs", ".wasm", ".zip", ".json", ".svg", ".py"})
LATEST = frozenset({".html", "runtime.json"})
"""What a reader asks for anew each time."""

ISOLATED = {
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Embedder-Policy": "require-corp",
    "Cross-Origin-Resource-Policy": "same-origin",
}
"""Without these PyScript's worker can't reach the page; the others don't mind."""

TOLD = "answered-after/"
"""A page that notes the time by itself asks for this, with its milliseconds."""

BROTLI = Path(__file__).with_name("brotli.mjs").resolve()

File = tuple[bytes, str, str]
"""Content, encoding and type."""


def read_files(folder: Path, cache: Path) -> dict[str, File]:
    """Return every file below the folder by its address, compressed once and kept in the cache."""
    paths = [path for path in sorted(folder.rglob("*")) if path.is_file()]
    worth = [path for path in paths if path.suffix in COMPRESSED]
    given = json.dumps(
        {"files": [str(path.resolve()) for path in worth], "cache": str(cache.resolve())}
    )
    brotli = dict(zip(worth, json.loads(run_script(BROTLI, given=given)), strict=True))
    return {
        path.relative_to(folder).as_posix(): (
            Path(brotli.get(path, path)).read_bytes(),
            "br" if path in brotli else "",
            TYPES.get(path.suffix) or guess_type(path.name)[0] or "application/octet-stream",
        )
        for path in paths
    }


class Server(ThreadingHTTPServer):
    """Counts what it sends; doesn't mind a browser that goes away."""

    daemon_threads = True
    sent = 0

    def __init__(self, files: dict[str, File]) -> None:
        self.files = files
        self.times: SimpleQueue[float] = SimpleQueue()
        super().__init__(("127.0.0.1", 0), Answers)

    def handle_error(self, *_: object) -> None:
        """Say nothing."""


class Answers(BaseHTTPRequestHandler):
    """Sends the files, and 304 for what the browser has."""

    protocol_version = "HTTP/1.1"
    server: Server

    def do_GET(self) -> None:
        """Send one file."""
        path = self.path.partition("?")[0].removeprefix("/")
        path = f"{path}index.html" if f"/{path}".endswith("/") else path
        if path.startswith(TOLD):
            self.server.times.put(float(path.removeprefix(TOLD)))
            self.answer(204, b"", {})
            return
        if path not in self.server.files:
            self.answer(404, b"", {})
            return
        content, encoding, kind = self.server.files[path]
        tag = f'"{hash(content):x}"'
        latest = path.endswith(tuple(LATEST))
        headers = {
            "Content-Type": kind,
            "ETag": tag,
            "Cache-Control": "no-cache" if latest else "public, max-age=31536000, immutable",
            **ISOLATED,
        } | ({"Content-Encoding": encoding} if encoding else {})
        if self.headers.get("If-None-Match") == tag:
            self.answer(304, b"", headers)
        else:
            self.answer(200, content, headers)

    def answer(self, status: int, content: bytes, headers: dict[str, str]) -> None:
        """Send it and count it."""
        self.send_response(status)
        for name, value in {**headers, "Content-Length": str(len(content))}.items():
            self.send_header(name, value)
        self.end_headers()
        self.wfile.write(content)
        self.server.sent += len(content)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@contextmanager
def serve(files: dict[str, File]) -> Iterator[tuple[Server, str]]:
    """Yield the server and its address."""
    with Server(files) as server:
        Thread(target=server.serve_forever, daemon=True).start()
        yield server, f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
