"""`/.well-known/security.txt`: whom to write to about a weakness, and until when that is good (RFC 9116)."""

from collections.abc import Mapping
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from macros.plays import split_front_matter
from macros.view import in_words

FILE = ".well-known/security.txt"
PAGE = "about/security.md"
"""The page whose `review_by` is the day on which the file expires, from the top of docs/."""
SOON = timedelta(days=31)


def find_contact(extra: Mapping[str, Any]) -> str:
    """Return the address for reports as a URI, nothing where none is known.

    `extra` is that of the MkDocs file. A centre's `security` comes before its contact, and both before
    `security_contact`, which a host may pass on.
    """
    brand: Mapping[str, Any] = extra.get("brand") or {}
    contact: Mapping[str, Any] = brand.get("contact") or {}
    known = (brand.get("security"), contact.get("email"), contact.get("page"))
    address = next((str(each) for each in known if each), str(extra.get("security_contact") or ""))
    return address if not address or "://" in address else f"mailto:{address}"


def read_expiry(docs_dir: Path) -> date:
    """Return the day on which the file expires."""
    front, _ = split_front_matter((docs_dir / PAGE).read_text(encoding="utf-8"), PAGE)
    day: date = front["review_by"]
    return day


def write_security_txt(contact: str, expires: date, home: str) -> str:
    """Return the file. `home` is the address of the site where that is known, with a stroke at its end."""
    lines = [f"Contact: {contact}", f"Expires: {expires}T00:00:00Z", "Preferred-Languages: en"]
    if home:
        lines += [f"Canonical: {home}{FILE}", f"Policy: {home}{PAGE.removesuffix('.md')}/"]
    return "".join(f"{line}\n" for line in lines)


def add_security_txt(
    site: Path, extra: Mapping[str, Any], expires: date, today: date, home: str
) -> None:
    """Write the file into the site, unless nobody can be named or it would have expired.

    One of an earlier build goes: MkDocs leaves what is in a folder whose name starts with a dot.
    """
    (site / FILE).unlink(missing_ok=True)
    contact = find_contact(extra)
    if contact and today < expires:
        (site / FILE).parent.mkdir(exist_ok=True)
        (site / FILE).write_text(write_security_txt(contact, expires, home), encoding="utf-8")


def report(docs_dir: Path, today: date) -> list[str]:
    """Return a reminder from a month before security.txt expires."""
    expires = read_expiry(docs_dir)
    if today < expires - SOON:
        return []
    what = "has expired, and isn't published any more" if today >= expires else "expires"
    return [f"{FILE} {what}: look at {PAGE} again; its review_by is {in_words(expires)}"]
