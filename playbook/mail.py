"""A note on its way out: a mailto link (RFC 6068), an e-mail draft (.eml), a link to a text message."""

import re
from binascii import b2a_qp
from collections.abc import Iterator, Sequence
from urllib.parse import quote

from playbook.address import in_ascii

LONGEST_MAILTO = 1600
"""Characters of a mailto link that every common mail program takes; some cut off what is longer."""
ENCODED_WORD = 55
"""Characters inside one encoded word, so that its line stays within 76, "Subject: " and all (RFC 2047, 2)."""
PLAIN_SUBJECT = 67
"""Characters of a subject that stand as they are beside "Subject: ", within 76 (as above)."""
_AS_IT_IS = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!*+-/")
"""What needs no encoding anywhere in a header (RFC 2047, 5)."""
_FROM = re.compile(r"^From ", re.MULTILINE)


def mailto(to: Sequence[str], subject: str, body: str) -> str:
    """Return a link that opens the reader's mail program with this note. Only to, subject and body are set."""
    addresses = ",".join(quote(_one_line(each), safe="@") for each in to)
    lines = "\r\n".join(body.splitlines())
    return f"mailto:{addresses}?subject={quote(_one_line(subject), safe='')}&body={quote(lines, safe='')}"


def sms(number: str, body: str) -> str:
    """Return a link that opens a text message with these words (RFC 5724).

    Without a number the reader chooses whom it goes to.


    The empty first field is for iOS, which takes nothing else before the text than "&".
    """
    digits = "".join(each for each in number if each.isdigit() and each.isascii())
    plus = "+" if number.strip().startswith("+") and digits else ""
    return f"sms:{plus}{digits}?&body={quote(body, safe='')}"


def is_too_long(link: str) -> bool:
    """Return whether mail programs may cut this link off."""
    return len(link) > LONGEST_MAILTO


def eml(to: Sequence[str], subject: str, body: str) -> str:
    """Return an unsent e-mail as a file: no sender, date or id, so that the mail program fills them in.

    An address with anything but ASCII before its @ is left for the reader to add: old mail programs can't read one.
    A line that begins with "From " is written as "=46rom ", because old mailboxes change it (RFC 2049, 3).
    """
    addresses = [address for each in to if (address := in_ascii(_one_line(each)))]
    lines = "\n".join(body.splitlines()) + "\n"
    text = b2a_qp(lines.encode(), quotetabs=False, istext=True).decode("ascii")
    text = _FROM.sub("=46rom=\n ", text)
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
    """Return the text without line breaks and other controls, so that it can't add a header of its own."""
    return " ".join(re.sub(r"[\x00-\x1f\x7f\x85\u2028\u2029]+", " ", text).split())


def _header(text: str) -> str:
    """Return a subject as it is, or in Q encoding: some mail programs cut padded base64 short."""
    if text.isascii() and "=?" not in text and len(text) <= PLAIN_SUBJECT:
        return text
    return "\r\n ".join(f"=?utf-8?q?{word}?=" for word in _words(text))


def _words(text: str) -> Iterator[str]:
    """Split the text into pieces that fit an encoded word (RFC 2047), between characters."""
    word = ""
    for each in text:
        encoded = _encoded(each)
        if len(word) + len(encoded) > ENCODED_WORD:
            yield word
            word = ""
        word += encoded
    yield word


def _encoded(character: str) -> str:
    if character in _AS_IT_IS:
        return character
    return "_" if character == " " else "".join(f"={octet:02X}" for octet in character.encode())
