"""What each kind of setting may hold: a colour, a country, an address, a tone."""

import re
from difflib import get_close_matches
from urllib.parse import urlsplit

from publish.brand.check.colours import is_colour, normal
from publish.brand.check.complaints import did_you_mean
from publish.brand.check.keys import KINDS
from publish.brand.check.upstream import upstream

SPELLINGS = ("us", "gb", "ours")
_ALSO_CALLED = {
    **dict.fromkeys(("uk", "england", "scotland", "wales", "britain"), "united kingdom"),
    **dict.fromkeys(("usa", "america"), "united states"),
    **dict.fromkeys(("uae", "emirates"), "united arab emirates"),
}
"""What people write for a country that has another name in our list."""
_FORMS = {
    "type": re.compile(r"[\w\s,\"'-]+"),
    "weight": re.compile(r"[1-9]00(?: [1-9]00)?|normal|bold"),
    "style": re.compile(r"normal|italic"),
    "title": re.compile(r'[^<>"]+'),
    "email": re.compile(r"[^\s@<>:,;\"]+@[\w-]+(?:\.[\w-]+)+"),
    "upstream": re.compile(r"(?:https://|ssh://|git@)[^\s]+"),
}
_PAGE = re.compile(r"(?:docs/)?local/[\w./-]+\.md")


def is_right(raw: str, kind: str) -> bool:
    """Tell whether a setting of this kind may hold this."""
    text = raw.strip()
    if kind in _FORMS:
        return _FORMS[kind].fullmatch(text) is not None
    if kind == "colour":
        return is_colour(text)
    if kind == "address":
        return is_link(re.sub("^http://", "https://", text))
    if kind in ("link", "page"):
        return is_link(text) or (kind == "page" and _PAGE.fullmatch(text) is not None)
    if kind == "report":
        return is_link(text) or _FORMS["email"].fullmatch(text) is not None
    if kind in ("tone", "spelling"):
        return text.lower() in (read_tones() if kind == "tone" else SPELLINGS)
    if kind == "country":
        return text.upper() in _codes()
    return kind in ("text", "file")


def is_link(text: str) -> bool:
    """Tell whether this is a full address that starts with https://."""
    try:
        parts = urlsplit(text)
    except ValueError:  # half a bracket where the host stands
        return False
    return parts.scheme == "https" and bool(parts.netloc) and len(text.split()) == 1


def as_meant(text: str, kind: str) -> str:
    """Return what was typed in the one form that the build uses."""
    if kind == "colour":
        return normal(text)
    if kind == "tone":
        return read_tones()[text.lower()]
    if kind == "spelling":
        return text.lower()
    return text.upper() if kind == "country" else text


def explain_nothing(name: str, kind: str) -> str:
    """Return what to write where nothing stands behind the key."""
    if kind == "colour":
        return f"'{name}' is empty: a colour takes quotes, because YAML skips what follows a bare #"
    return f"'{name}' is empty; it takes {KINDS[kind]}, or leave the line out"


def read_tones() -> dict[str, str]:
    """Return the values of the tones in which notes can be written, by the names that their form has for them."""
    choices = upstream().fields["note_tone"].choices
    return {choice.label.lower(): choice.value for choice in choices}


def suggest_country(text: str) -> str:
    """Return the code that was meant by a country's name, or by a code that isn't one."""
    by_name = {each.name.lower(): each.code for each in upstream().calendars.countries}
    near = get_close_matches(_ALSO_CALLED.get(text.lower(), text.lower()), by_name, n=1, cutoff=0.8)
    hint = f"Did you mean '{by_name[near[0]]}'?" if near else did_you_mean(text, _codes())
    return hint if hint.startswith("Did") else "The codes are ISO 3166, like US, GB, QA."


def _codes() -> list[str]:
    return [each.code for each in upstream().calendars.countries]
