"""What a web server has to send with the site's files, once, in the form that each of three servers reads.

`_headers` is for Netlify and Cloudflare, `.htaccess` for Apache, `web.config` for IIS. A server that reads none of
them serves the site all the same: each page carries its policy itself. `publish/nginx.conf` says the same by hand,
and a test compares them.
"""

import re
from collections.abc import Iterator, Mapping
from html import escape

Rules = Mapping[str, Mapping[str, str]]
"""Headers by the place that they are for: "/assets/tool/*.js", where * is anything."""
EVERYWHERE = "/*"
TYPES = {
    ".bin": "application/octet-stream",
    ".css": "text/css",
    ".gif": "image/gif",
    ".gz": "application/gzip",
    ".html": "text/html",
    ".ico": "image/x-icon",
    ".jpeg": "image/jpeg",
    ".jpg": "image/jpeg",
    ".js": "text/javascript",
    ".json": "application/json",
    ".map": "application/json",
    ".pdf": "application/pdf",
    ".png": "image/png",
    ".svg": "image/svg+xml",
    ".txt": "text/plain",
    ".webp": "image/webp",
    ".whl": "application/zip",
    ".woff2": "font/woff2",
    ".xml": "application/xml",
}
"""What the site's files are, by how their names end."""
ASK_FIRST = "no-cache"
"""Whatever has no rule on caching: a browser asks whether it changed before it uses its copy."""
HIDDEN = ("_headers", "web.config", ".htaccess")
"""What is for servers, and not for readers."""


def write_headers(rules: Rules) -> str:
    """Return the `_headers` file."""
    return "".join(
        "".join([f"{place}\n", *(f"  {name}: {value}\n" for name, value in headers.items())])
        for place, headers in rules.items()
    )


def write_htaccess(rules: Rules, home: str) -> str:
    """Return the `.htaccess` file; `home` is the path at which the site starts, empty where that isn't known.

    Everything in it is allowed where `AllowOverride FileInfo` is; without that, Apache reads none of it.
    """
    return "\n".join([*_list_htaccess_lines(rules, home), ""])


def _list_htaccess_lines(rules: Rules, home: str) -> Iterator[str]:
    yield "# Apache: what the site's files are, and what is sent with them. Written when the site is built."
    yield "AddDefaultCharset utf-8"
    if home:
        yield f"ErrorDocument 404 {home}404.html"
    yield "<IfModule mod_mime.c>"
    yield "  RemoveEncoding .gz"
    yield from (f"  AddType {kind} {ending}" for ending, kind in TYPES.items())
    yield "</IfModule>"
    yield "<IfModule mod_alias.c>"
    yield from (f'  RedirectMatch 404 "/{re.escape(name)}$"' for name in HIDDEN)
    yield "</IfModule>"
    yield "<IfModule mod_setenvif.c>"
    places = [place for place in rules if place != EVERYWHERE]
    yield from (
        f'  SetEnvIf Request_URI "{_as_pattern(place)}" site_place_{number}'
        for number, place in enumerate(places)
    )
    yield "</IfModule>"
    yield "<IfModule mod_headers.c>"
    for name, value in rules[EVERYWHERE].items():
        yield f'  Header always set {name} "{value.replace("%", "%%")}"'
    yield f'  Header set Cache-Control "{ASK_FIRST}"'
    for number, place in enumerate(places):
        for name, value in rules[place].items():
            yield f'  Header set {name} "{value}" env=site_place_{number}'
    yield "</IfModule>"


def _as_pattern(place: str) -> str:
    """Return a place as a pattern for the end of an address, wherever the site starts."""
    return ".*".join(map(re.escape, place.split("*"))) + "$"


def write_web_config(rules: Rules) -> str:
    """Return the `web.config` file. IIS knows folders and no endings, so a rule for one ending alone isn't in it."""
    every = dict(rules[EVERYWHERE])
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        "<!-- IIS: what the site's files are, and what is sent with them. Written when the site is built. -->",
        "<configuration>",
        "  <system.webServer>",
        "    <defaultDocument><files><clear /><add value='index.html' /></files></defaultDocument>",
        "    <httpErrors errorMode='Custom'>",
        "      <remove statusCode='404' />",
        "      <error statusCode='404' path='404.html' responseMode='File' />",
        "    </httpErrors>",
        "    <staticContent>",
        *_list_types(),
        "    </staticContent>",
        *_list_custom_headers(every | {"Cache-Control": ASK_FIRST}),
        "  </system.webServer>",
        *_list_folders(rules),
        "</configuration>",
    ]
    return "\n".join(lines) + "\n"


def _list_types() -> Iterator[str]:
    for ending, kind in TYPES.items():
        yield f"      <remove fileExtension='{ending}' /><mimeMap fileExtension='{ending}' mimeType='{kind}' />"


def _list_custom_headers(headers: Mapping[str, str]) -> Iterator[str]:
    yield "    <httpProtocol><customHeaders>"
    for name, value in headers.items():
        yield f'      <remove name="{name}" /><add name="{name}" value="{escape(value)}" />'
    yield "    </customHeaders></httpProtocol>"


def _list_folders(rules: Rules) -> Iterator[str]:
    for place, headers in rules.items():
        folder, _, ending = place.strip("/").rpartition("/")
        if ending == "*" and folder:
            yield f"  <location path='{folder}'><system.webServer>"
            yield from _list_custom_headers(headers)
            yield "  </system.webServer></location>"
