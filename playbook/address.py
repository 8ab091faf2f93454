"""E-mail addresses: as people paste them, and as an e-mail file can hold them."""

import re
import unicodedata
from encodings.punycode import punycode_encode
from urllib.parse import unquote

JOINERS = "\u200c\u200d"
"""They can't be seen either, but an address with them is another one (RFC 5892, A.1 and A.2)."""
LONGEST_LABEL = 63
"""Characters between two dots of a domain (RFC 1035, 2.3.4)."""
_NAME = r"[^\s@<>,;:\"()\[\].]+"
_ADDRESS = re.compile(rf"[^\s@<>,;:\"()\[\]]+@(?:{_NAME}\.)+{_NAME}")
_LINK = re.compile(r"mailto:([^\s?<>()\[\]]*)(?:\?[^\s<>()\[\]]*)?", re.IGNORECASE)
_BRACKETS = re.compile(r"[<(\[]([^<>()\[\]]*)[>)\]]")
_QUOTES = "'\"“”‘’«»"


def find_addresses(text: str) -> tuple[str, ...]:
    """Return the addresses in a text that is nothing but addresses, each once; none where it isn't.

    Taken as one address: "Dana <dana@example.org>", "mailto:dana@example.org?subject=Hi", "dana@example.org (work)".
    A name without brackets isn't cut off, because "dana whitfield@example.org" is more likely a slip.
    """
    plain = text if text.isascii() else _without_marks(unicodedata.normalize("NFKC", text))
    plain = _LINK.sub(lambda link: unquote(link[1]), plain)
    bracketed = [_bare(each) for each in _BRACKETS.findall(plain)]
    others = [_bare(each) for each in re.split(r"[\s,;]+", _BRACKETS.sub(" ", plain))]
    addresses = {each.casefold(): each for each in (*bracketed, *others) if _is_address(each)}
    has_words = any(each and not _is_address(each) for each in others)
    return () if has_words and not any(map(_is_address, bracketed)) else tuple(addresses.values())


def in_ascii(address: str) -> str:
    """Return the address with its domain as old mail programs read it (RFC 3492); empty where there is no such form.

    What stands before the @ has no form in ASCII.
    """
    local, _, domain = address.rpartition("@")
    if domain.isascii():
        return address if local.isascii() else ""
    labels = unicodedata.normalize("NFKC", domain).lower().replace("。", ".").split(".")
    written = [each if each.isascii() else _encoded(each) for each in labels]
    fits = local.isascii() and all(len(each) <= LONGEST_LABEL for each in written)
    return f"{local}@{'.'.join(written)}" if fits else ""


def _encoded(label: str) -> str:
    return f"xn--{punycode_encode(label).decode('ascii')}"


def _without_marks(text: str) -> str:
    """Return the text without what web pages and chats put into an address to break or direct a line."""
    marks = (each for each in text if unicodedata.category(each) == "Cf" and each not in JOINERS)
    return text.replace("。", ".").translate(dict.fromkeys(map(ord, marks)))


def _bare(text: str) -> str:
    """Return the text without quotation marks around it and the full stop of a sentence after it."""
    return text.strip().strip(_QUOTES).rstrip(f".{_QUOTES}")


def _is_address(text: str) -> bool:
    return text.isprintable() and _ADDRESS.fullmatch(text) is not None
