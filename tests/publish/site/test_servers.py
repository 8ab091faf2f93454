"""What the site's files tell three servers: asked of a real Apache and a real nginx, and read for IIS by a parser."""

import http.client
import os
import re
import socket
import subprocess
import tempfile
import xml.etree.ElementTree as ET
from collections.abc import Iterable, Iterator, Mapping
from contextlib import closing, contextmanager
from pathlib import Path
from threading import Timer

import pytest

from dev.browsers import find_apache, find_nginx
from publish.site.seal import FOR_A_YEAR, list_server_files
from publish.site.servers import TYPES

ROOT = Path(__file__).parents[3]
POLICY = "default-src 'none'; script-src 'self' 'sha256-AbC+/='"
FOLDER = "/careers/after interview/"
FILES = {
    "index.html": "text/html",
    "about/index.html": "text/html",
    "playbook.json": "application/json",
    "notices.txt": "text/plain",
    ".well-known/security.txt": "text/plain",
    "assets/playbook.12345678.css": "text/css",
    "assets/frame.js": "text/javascript",
    "assets/mark.svg": "image/svg+xml",
    "assets/pictures/a.webp": "image/webp",
    "assets/tool/form.12345678.js": "text/javascript",
    "assets/runtime/python.12345678.bin": "application/octet-stream",
    "assets/runtime/calendars/GB.12345678.json": "application/json",
    "pyodide/rules-1-py3-none-any.whl": "application/zip",
    "sitemap.xml": "application/xml",
    "sitemap.xml.gz": "application/gzip",
}
KEPT = re.compile(r"assets/(.*\.css|tool/.*\.js|runtime/.*)")
"""What may be kept for a year, written by hand."""
MODULES = (
    Path("/usr/lib/apache2/modules"),
    Path("/usr/libexec/apache2"),
    Path("/usr/lib64/httpd/modules"),
)
APACHE = """
ServerRoot {folder}
ServerName localhost
PidFile {folder}/apache.pid
ErrorLog /dev/stderr
LogLevel notice
Listen 127.0.0.1:{port}
{modules}
User #65534
Group #65534
DocumentRoot {folder}/www
TypesConfig /dev/null
AddEncoding x-gzip .gz
DirectoryIndex index.html
<Directory {folder}/www>
  AllowOverride FileInfo
  Require all granted
</Directory>
"""
NGINX = """
daemon off;
pid {folder}/nginx.pid;
error_log stderr notice;
{user}
events {{ }}
http {{
  access_log off;
  client_body_temp_path {folder}/body; proxy_temp_path {folder}/proxy; fastcgi_temp_path {folder}/fastcgi;
  uwsgi_temp_path {folder}/uwsgi; scgi_temp_path {folder}/scgi;
  {server}
}}
"""

LONGEST_START = 30
"""Seconds."""

type Answer = tuple[int, Mapping[str, str], bytes]


@pytest.fixture
def folder() -> Iterator[Path]:
    """A folder that a server's own user may read."""
    with tempfile.TemporaryDirectory() as name:
        Path(name).chmod(0o755)
        yield Path(name)


def write_site(place: Path, address: str) -> None:
    for name in FILES:
        (place / name).parent.mkdir(parents=True, exist_ok=True)
        (place / name).write_text(f"This is {name}")
    (place / "404.html").write_text("This page isn't here")
    for name, text in list_server_files(POLICY, address).items():
        (place / name).write_text(text, encoding="utf-8")


def find_port() -> int:
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port: int = free.getsockname()[1]
    return port


@contextmanager
def run_server(command: list[str], port: int, ready: str) -> Iterator[http.client.HTTPConnection]:
    """Run a server until the test is over, and give a connection once it has said that it's ready."""
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        too_long = Timer(LONGEST_START, server.kill)
        too_long.start()
        try:
            assert server.stdout is not None
            read_until(server.stdout, ready)
            too_long.cancel()
            with closing(http.client.HTTPConnection("127.0.0.1", port, timeout=30)) as connection:
                yield connection
        finally:
            too_long.cancel()
            server.terminate()


def read_until(log: Iterable[str], words: str) -> None:
    """Read what a server logs until it says this. One that ends before has said why."""
    lines = []
    for line in log:
        if words in line:
            return
        lines.append(line)
    pytest.fail("".join(lines))


def ask(server: http.client.HTTPConnection, path: str) -> Answer:
    server.request("GET", path.replace(" ", "%20"))
    response = server.getresponse()
    content = response.read()
    return response.status, {name.lower(): each for name, each in response.getheaders()}, content


@contextmanager
def run_apache(folder: Path) -> Iterator[http.client.HTTPConnection]:
    port, there = find_port(), next(path for path in MODULES if path.is_dir())
    names = (
        "mpm_event",
        "mpm_prefork",
        "unixd",
        "authz_core",
        "mime",
        "dir",
        "headers",
        "alias",
        "setenvif",
    )
    has = [name for name in names if (there / f"mod_{name}.so").is_file()]
    loaded = [name for name in has if name != "mpm_prefork" or "mpm_event" not in has]
    modules = "\n".join(f"LoadModule {name}_module {there}/mod_{name}.so" for name in loaded)
    conf = folder / "apache.conf"
    conf.write_text(APACHE.format(folder=folder, port=port, modules=modules))
    program = find_apache()
    assert program, "there is no Apache: run `make browser`"
    command = [str(program), "-f", str(conf), "-DFOREGROUND"]
    with run_server(command, port, "resuming normal operations") as server:
        yield server


@contextmanager
def run_nginx(folder: Path) -> Iterator[http.client.HTTPConnection]:
    port = find_port()
    ours = (ROOT / "publish/nginx.conf").read_text(encoding="utf-8")
    ours = ours.replace("listen 80;", f"listen 127.0.0.1:{port};")
    ours = ours.replace("root /var/www/closing-playbook;", f"root {folder}/www;")
    assert ours.count(str(folder)) == 1
    user = "user root;" if os.geteuid() == 0 else ""
    conf = folder / "nginx.conf"
    conf.write_text(NGINX.format(folder=folder, server=ours, user=user))
    program = find_nginx()
    assert program, "there is no nginx: run `make browser`"
    command = [str(program), "-e", "stderr", "-p", str(folder), "-c", str(conf)]
    with run_server(command, port, "start worker processes") as server:
        yield server


def check_file(answer: Answer, name: str) -> None:
    status, headers, content = answer
    assert (status, content.decode()) == (200, f"This is {name}")
    assert headers["content-type"].partition(";")[0] == FILES[name], name
    assert "content-encoding" not in headers, name
    assert headers["cache-control"] == (FOR_A_YEAR if KEPT.fullmatch(name) else "no-cache"), name
    assert headers["x-content-type-options"] == "nosniff"
    assert headers["referrer-policy"] == "no-referrer"
    assert headers["permissions-policy"].startswith("camera=()")
    assert headers.get("access-control-allow-origin", "") == (
        "*" if name.startswith("pyodide") else ""
    )


@pytest.mark.parametrize("base", ["/", FOLDER])
def test_apache_sends_what_the_build_says(folder: Path, base: str) -> None:
    write_site(folder / "www" / base.strip("/"), f"https://example.edu{base.replace(' ', '%20')}")
    with run_apache(folder) as server:
        for name in FILES:
            answer = ask(server, base + name)
            check_file(answer, name)
            assert answer[1]["content-security-policy"] == POLICY
        assert ask(server, f"{base}about/")[2] == b"This is about/index.html"
        assert "charset=utf-8" in ask(server, base)[1]["content-type"].lower()
        status, headers, content = ask(server, f"{base}nowhere/")
        assert (status, content) == (404, b"This page isn't here")
        assert headers["content-security-policy"] == POLICY
        for name in ("_headers", "web.config", ".htaccess"):
            assert ask(server, base + name)[0] in (403, 404), name


def test_apache_without_an_address_has_its_own_page_for_nothing(folder: Path) -> None:
    write_site(folder / "www", "")
    with run_apache(folder) as server:
        status, headers, content = ask(server, "/nowhere")
        assert (status, headers["x-content-type-options"]) == (404, "nosniff")
        assert b"additionally" not in content.lower()


@pytest.mark.parametrize("base", ["/", FOLDER])
def test_nginx_sends_the_same_but_for_the_policy_that_each_page_has(
    folder: Path, base: str
) -> None:
    write_site(folder / "www" / base.strip("/"), "")
    with run_nginx(folder) as server:
        for name in FILES:
            answer = ask(server, base + name)
            check_file(answer, name)
            assert "content-security-policy" not in answer[1]
        assert ask(server, f"{base}about/")[2] == b"This is about/index.html"
        for name in ("_headers", "web.config", ".htaccess"):
            assert ask(server, base + name)[0] == 404, name
        assert ask(server, f"{base}nowhere/")[0] == 404
        if base == "/":
            assert ask(server, "/nowhere/")[2] == b"This page isn't here"


def test_iis_reads_the_same_types_and_headers() -> None:
    config = ET.fromstring(list_server_files(POLICY, "")["web.config"])  # noqa: S314 - our own
    server = config.find("system.webServer")
    assert server is not None
    types = {
        each.attrib["fileExtension"]: each.attrib["mimeType"] for each in server.iter("mimeMap")
    }
    removed = {each.attrib["fileExtension"] for each in server.findall("staticContent/remove")}
    assert types == TYPES
    assert removed == set(types)  # adding one that IIS has already would stop the site
    sent = {
        each.attrib["name"]: each.attrib["value"]
        for each in server.iter("add")
        if "name" in each.attrib
    }
    assert sent["Content-Security-Policy"] == POLICY
    assert sent["X-Content-Type-Options"] == "nosniff"
    assert sent["Cache-Control"] == "no-cache"
    folders = {
        each.attrib["path"]: {
            header.attrib["name"]: header.attrib["value"] for header in each.iter("add")
        }
        for each in config.findall("location")
    }
    assert folders == {
        "assets/runtime": {"Cache-Control": FOR_A_YEAR},
        "pyodide": {"Access-Control-Allow-Origin": "*"},
    }
    error = server.find("httpErrors/error")
    assert error is not None
    assert error.attrib == {"statusCode": "404", "path": "404.html", "responseMode": "File"}


def test_each_kind_of_file_of_the_site_has_a_type() -> None:
    names = [path for path in (ROOT / "site").rglob("*") if path.is_file()]
    assert names, "there is no site: run `make test`, which builds it first"
    untyped = {path.suffix for path in names} - set(TYPES) - {".config"}
    assert untyped == {""}  # _headers and .htaccess
