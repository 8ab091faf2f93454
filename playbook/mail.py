"""A note on its way out: a mailto link (RFC 6068) and an e-mail draft (.eml)."""

import re
from binascii import b2a_base64, b2a_qp
from collections.abc import Iterator, Sequence
from urllib.parse import quote

LONGEST_MAILTO = 1600
"""Characters of a mailto link that every common mail program takes; some cut off what is longer."""
ENCODED_WORD = 39
"""Bytes in one encoded word of a header, so that its line stays within 76 characters (RFC 2047)."""


def mailto(to: Sequence[str], subject: str, body: str) -> str:
    """A link that opens the reader's mail program with this note. Only to, subject and body are set."""
    addresses = ",".join(quote(_one_line(each), safe="@") for each in to)
    lines = "\r\n".join(body.splitlines())
    return f"mailto:{addresses}?subject={quote(_one_line(subject), safe='')}&body={quote(lines, safe='')}"


def is_too_long(link: str) -> bool:
    """Whether mail programs may cut this link off."""
    return len(link) > LONGEST_MAILTO


def eml(to: Sequence[str], subject: str, body: str) -> str:
    """An unsent e-mail as a file: no sender, date or id, so that the mail program fills them in.

    An address outside ASCII is left for the reader to add: old mail programs can't read one.
    """
    addresses = [_one_line(each) for each in to if each.isascii()]
    lines = "\n".join(body.splitlines()) + "\n"
    text = b2a_qp(lines.encode(), quotetabs=False, istext=True).decode("ascii")
    headers = [
        "X-Unsent: 1",
        *(["To: " + ",\r\n ".join(addresses)] if addresses else []),
        f"Subject: {_header(_one_line(subject))}",
        "MIME-Version: 1.0",
        "Content-Type: text/plain; charset=utf-8",
        "Content-Transfer-Encoding: quoted-printable",
    ]
    return "\r\n".join([*headers, "", *text.split("\n")])


def _one_line(text: str) -> str:
    """The text without line breaks and other controls, so that it can't add a header of its own."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f\x85\u2028\u2029]+", " ", text).split())


def _header(text: str) -> str:
    if text.isascii() and "=?" not in text:
        return text
    return "\r\n ".join(f"=?utf-8?b?{_base64(part)}?=" for part in _parts(text))


def _parts(text: str) -> Iterator[str]:
    """The text in pieces that fit an encoded word, no character cut in two."""
    part = ""
    for each in text:
        if len((part + each).encode()) > ENCODED_WORD:
            yield part
            part = ""
        part += each
    yield part


def _base64(text: str) -> str:
    return b2a_base64(text.encode(), newline=False).decode("ascii")
