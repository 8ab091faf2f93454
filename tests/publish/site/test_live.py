"""What `make look` says of a site that is sent rightly, and of one that a server or a program on the way spoils."""

import http.server
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from http import HTTPStatus
from pathlib import Path

import pytest

from publish.site.asking import NotReachedError, ask, read_home
from publish.site.live import look_over
from publish.site.policies import find_forbidden

SITE = Path(__file__).parents[3] / "site"
OWN = "default-src 'none'; script-src 'self' blob: 'wasm-unsafe-eval' 'sha256-a='; worker-src blob:"
RIGHT_TYPES = {
    ".bin": "application/octet-stream",
    ".js": "text/javascript",
    ".svg": "image/svg+xml",
    ".webp": "image/webp",
}

type Change = Callable[[str, int, dict[str, str], bytes], tuple[int, dict[str, str], bytes]]
"""Turns the path, status, headers and content of a right answer into what a bad server sends."""


class Handler(http.server.BaseHTTPRequestHandler):
    """A server that sends the site as it should be sent, but for what `change` does to it."""

    change: Change

    def do_GET(self) -> None:
        """Answer with a file, a folder's page, or the page for what isn't there."""
        path = self.path.lstrip("/")
        file = SITE / path / "index.html" if not path or path.endswith("/") else SITE / path
        status = HTTPStatus.OK if file.is_file() else HTTPStatus.NOT_FOUND
        content = (file if file.is_file() else SITE / "404.html").read_bytes()
        headers = {"Content-Type": RIGHT_TYPES.get(file.suffix, self.guess(file))}
        if path.startswith("pyodide/"):
            headers["Access-Control-Allow-Origin"] = "*"
        number, headers, content = self.change(path, status, headers, content)
        self.send_response(number)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    @staticmethod
    def guess(file: Path) -> str:
        """Return the type of a file of the other kinds."""
        kinds = {
            ".css": "text/css",
            ".json": "application/json",
            ".png": "image/png",
            ".txt": "text/plain",
        }
        return kinds.get(file.suffix, "text/html")

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002 - the name it has there
        """Say nothing."""


@contextmanager
def serve(change: Change) -> Iterator[str]:
    """Give the address of the site on a server that spoils it so."""
    handler = type("Spoiling", (Handler,), {"change": staticmethod(change)})
    with http.server.ThreadingHTTPServer(("127.0.0.1", 0), handler) as server:
        thread = threading.Thread(target=partial(server.serve_forever, poll_interval=0.05))
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}/"
        finally:
            server.shutdown()
            thread.join()


def as_it_is(
    _: str, status: int, headers: dict[str, str], content: bytes
) -> tuple[int, dict[str, str], bytes]:
    return status, headers, content


def serious(address: str) -> list[str]:
    return [str(each) for each in look_over(address)[1] if each.is_serious]


def test_a_site_that_is_sent_rightly_works() -> None:
    with serve(as_it_is) as address:
        asked, findings = look_over(address)
    assert asked >= 12
    assert [str(each) for each in findings if each.is_serious] == []
    assert any("without https" in str(each) for each in findings)
    assert not any("pyodide" in each.path for each in findings)


def hide(ending: str) -> Change:
    def change(
        path: str, status: int, headers: dict[str, str], content: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        return (404, headers, b"") if path.endswith(ending) else (status, headers, content)

    return change


@pytest.mark.parametrize("ending", [".bin", ".json", ".webp", ".svg"])
def test_a_server_that_hides_an_ending_is_told_which_and_its_type(ending: str) -> None:
    with serve(hide(ending)) as address:
        (complaint,) = serious(address)
    assert f"{ending} can't be had (status 404)" in complaint
    assert f"send files that end in {ending}" in complaint


def test_files_called_something_else_are_named() -> None:
    def change(
        path: str, status: int, headers: dict[str, str], content: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        return (
            status,
            headers | ({"Content-Type": "text/plain"} if path.endswith((".js", ".txt")) else {}),
            content,
        )

    with serve(change) as address:
        (complaint,) = serious(address)
    assert (
        ".js is called text/plain. Send files that end in .js with 'Content-Type: text/javascript'"
        in complaint
    )


def test_a_program_that_shortens_scripts_is_noticed() -> None:
    def change(
        path: str, status: int, headers: dict[str, str], content: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        return status, headers, content.strip() + b" " if path.endswith(".css") else content

    with serve(change) as address:
        (complaint,) = serious(address)
    assert (
        "doesn't arrive as it was built. Switch off whatever shortens or changes files" in complaint
    )


def test_a_page_in_the_place_of_a_file_is_noticed() -> None:
    page = (SITE / "404.html").read_bytes()

    def change(
        path: str, status: int, headers: dict[str, str], content: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        if path.endswith(".bin") or status == HTTPStatus.NOT_FOUND:
            return 200, {"Content-Type": "text/html"}, page
        return status, headers, content

    with serve(change) as address:
        complaints = serious(address)
    assert [each.partition(". ")[0].partition(" ")[2] for each in complaints] == [
        "is answered with a page",
        "isn't there, and the server answers as if it were (status 200)",
    ]


def test_a_policy_of_the_server_that_forbids_python_is_told_what_it_lacks() -> None:
    def change(
        _: str, status: int, headers: dict[str, str], content: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        policy = "default-src 'self'; script-src 'self' 'unsafe-inline'; img-src *"
        return status, headers | {"Content-Security-Policy": policy}, content

    with serve(change) as address:
        complaints = serious(address)
    (tool,) = [each for each in complaints if each.startswith("tools/timeline/")]
    assert "script-src blob: 'wasm-unsafe-eval'" in tool
    assert "img-src data:" in tool  # '*' is no 'data:'
    assert "sha256" not in tool  # 'unsafe-inline' lets our own scripts run


def test_a_page_kept_for_a_day_is_worth_a_look() -> None:
    def change(
        path: str, status: int, headers: dict[str, str], content: bytes
    ) -> tuple[int, dict[str, str], bytes]:
        return (
            status,
            headers | ({} if path else {"Cache-Control": "public, max-age=86400"}),
            content,
        )

    with serve(change) as address:
        findings = look_over(address)[1]
    (finding,) = [each for each in findings if "24 hours" in each.fault]
    assert not finding.is_serious


def test_what_is_no_site_of_ours_is_said_to_be_none() -> None:
    with serve(lambda *_: (200, {"Content-Type": "text/html"}, b"<h1>It works!</h1>")) as address:
        (complaint,) = serious(address)
    assert "isn't a page of the guide (status 200, text/html)" in complaint


def test_nobody_there_is_said_in_words() -> None:
    with serve(as_it_is) as address, pytest.raises(NotReachedError, match="doesn't speak https"):
        ask(address.replace("http:", "https:"))
    with pytest.raises(NotReachedError, match="refuses the connection"):
        ask(address)
    with pytest.raises(NotReachedError, match="can't be reached"):
        ask("http://no-such-host.invalid/")


@pytest.mark.parametrize(
    ("typed", "home"),
    [
        ("interviews.example.edu", "https://interviews.example.edu/"),
        (" http://example.edu/after interview ", "http://example.edu/after%20interview/"),
        ("https://example.edu/guide/index.html", "https://example.edu/guide/"),
    ],
)
def test_an_address_may_be_typed_as_people_do(typed: str, home: str) -> None:
    assert read_home(typed) == home


@pytest.mark.parametrize("typed", ["", "ftp://example.edu", "https://", "file:///etc/passwd"])
def test_what_is_no_address_is_refused_with_the_right_form(typed: str) -> None:
    with pytest.raises(ValueError, match="make look SITE=https://"):
        read_home(typed)


@pytest.mark.parametrize(
    ("header", "missing"),
    [
        ("frame-ancestors 'self'", []),
        ("script-src 'self' https: blob: 'unsafe-eval' 'unsafe-inline'", []),
        (
            "script-src https://example.edu blob: 'wasm-unsafe-eval' 'nonce-x' 'unsafe-inline'",
            [("script-src", "'sha256-a='")],
        ),
        ("default-src 'self'; script-src 'self' blob: 'wasm-unsafe-eval' 'sha256-a='", []),
        ("child-src 'none'", [("worker-src", "blob:")]),
        ("img-src *, worker-src 'self'", [("worker-src", "blob:")]),
        (
            "DEFAULT-SRC 'none'; worker-src blob:; worker-src 'none'",
            [("script-src", each) for each in OWN.split("; ")[1].split()[1:]],
        ),
    ],
)
def test_a_header_may_forbid_only_what_a_page_does_not_need(
    header: str, missing: list[tuple[str, str]]
) -> None:
    assert list(find_forbidden(header, OWN, "https://example.edu")) == missing
