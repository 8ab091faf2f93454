"""What a web server answers to a request for a file, as a browser that takes gzip asks."""

import gzip
import http.client
import ssl
from collections.abc import Mapping
from dataclasses import dataclass
from urllib.error import HTTPError, URLError
from urllib.parse import quote, urlsplit
from urllib.request import Request, urlopen

from publish.site.markup import read_markup

LONGEST_WAIT = 30
"""Seconds, for one file."""


class NotReachedError(Exception):
    """A site doesn't answer; the message says why, and what to try."""


@dataclass(frozen=True)
class Response:
    """What a server sent: headers by their names in lower case, and the content as it was before compression."""

    address: str
    status: int
    headers: Mapping[str, str]
    content: bytes

    @property
    def type(self) -> str:
        """What the server calls it, without its encoding."""
        return self.headers.get("content-type", "").partition(";")[0].strip().lower()

    @property
    def policy(self) -> str:
        """The policy in the page itself; empty where there is none, so that it isn't a page of the guide."""
        tags = read_markup(self.content.decode("utf-8", "replace")).tags
        metas = (tag.attributes for tag in tags if tag.name == "meta")
        policies = (
            each.get("content", "")
            for each in metas
            if each.get("http-equiv", "").lower() == "content-security-policy"
        )
        return next(policies, "")


def ask(address: str) -> Response:
    """Return what an address of `http` or `https` answers. Raises NotReachedError where nothing does."""
    headers = {"Accept-Encoding": "gzip", "User-Agent": "closing-playbook"}
    request = Request(address, headers=headers)  # noqa: S310 - read_home takes http and https alone
    try:
        with urlopen(request, timeout=LONGEST_WAIT) as response:  # noqa: S310 - the same
            return _read(response)
    except HTTPError as error:
        with error:
            return _read(error)
    except URLError as error:
        raise NotReachedError(f"{address} {_explain(error.reason)}") from error
    except (OSError, http.client.HTTPException) as error:
        raise NotReachedError(f"{address} {_explain(error)}") from error


def _read(response: http.client.HTTPResponse | HTTPError) -> Response:
    sent = response.headers
    headers = {name.lower(): ", ".join(sent.get_all(name, ())) for name in sent}
    content = response.read()
    if headers.get("content-encoding") == "gzip":
        content = gzip.decompress(content)
    return Response(response.url, response.status or 0, headers, content)


def _explain(reason: object) -> str:
    if isinstance(reason, ssl.SSLCertVerificationError):
        return (
            f"has a certificate that a browser doesn't take ({reason.verify_message}). "
            "Renew it, or have it made out to this name."
        )
    if isinstance(reason, ssl.SSLError):
        return "doesn't speak https. Try it with http:// in front, and get a certificate."
    if isinstance(reason, TimeoutError):
        return f"didn't answer within {LONGEST_WAIT} seconds. Try again, or ask whoever runs the server."
    if isinstance(reason, ConnectionRefusedError):
        return "refuses the connection. Check that the server runs, and the number after the colon."
    return f"can't be reached ({reason}). Check how the address is spelt, and your own connection."


def read_home(typed: str) -> str:
    """Return the address at which a site starts, with '/' at its end. Raises ValueError where it can't be one."""
    address = typed.strip()
    parts = urlsplit(address if "://" in address else f"https://{address}")
    if parts.scheme not in ("http", "https") or not parts.hostname:
        raise ValueError(
            f"SITE is '{typed}', and has to be the address of your site, as in "
            "make look SITE=https://interviews.example.edu/"
        )
    folder = quote(parts.path, safe="/%").removesuffix("index.html").rstrip("/")
    return f"{parts.scheme}://{parts.netloc}{folder}/"
