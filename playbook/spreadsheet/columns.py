"""What spreadsheets call the columns that we read, and the stages of an interview."""

from collections.abc import Mapping, Sequence

NAMES: Mapping[str, tuple[str, ...]] = {
    "employer": (
        "employer",
        "company",
        "company name",
        "name of company",
        "organisation",
        "organization",
        "firm",
        "business",
    ),
    "role": ("job", "job title", "role", "position", "title", "vacancy", "post"),
    "ended_on": (
        "day of the interview",
        "interview date",
        "date of interview",
        "date of the interview",
        "interview day",
        "interviewed on",
        "interview on",
        "interview",
        "date",
        "day",
    ),
    "stage": ("stage", "status", "state", "outcome", "result"),
}
"""The names of each column, those that say most first."""
OURS = ("next step", "on which day")
"""Columns of our own file that come from the dates: they're computed anew."""

STAGES: Mapping[str, str] = {
    "they said no": "rejected",
    "said no": "rejected",
    "no": "rejected",
    "rejected": "rejected",
    "rejection": "rejected",
    "unsuccessful": "rejected",
    "turned down": "rejected",
    "offer": "offer",
    "offered": "offer",
    "offer received": "offer",
    "job offer": "offer",
    "i decided": "decided",
    "decided": "decided",
    "accepted": "decided",
    "offer accepted": "decided",
    "declined": "decided",
    "offer declined": "decided",
    "withdrawn": "decided",
    "withdrew": "decided",
}
"""The event behind a stage."""
NO_EVENT = frozenset(
    {
        "interview ahead",
        "waiting",
        "next interview arranged",
        "their day has passed",
        "nothing more to ask",
        "closed",
        "interview",
        "interviewing",
        "interviewed",
        "interview scheduled",
        "scheduled",
        "applied",
        "screening",
        "phone screen",
        "in progress",
        "active",
        "open",
        "pending",
        "no answer",
        "no response",
        "first interview",
        "second interview",
        "third interview",
        "final interview",
        "final round",
    }
)
"""Stages that the dates say, or that are no event."""


def normal(cell: str) -> str:
    """Return the name of a column or stage so that the same ones are equal."""
    return " ".join(cell.replace("_", " ").casefold().strip(" ?:*.").split())


def find_columns(header: Sequence[str]) -> Mapping[str, int]:
    """Return the place of each column that we read; of two for one field, that whose name says most."""
    names = [normal(each) for each in header]
    places = {
        field: names.index(known)
        for field, all_known in NAMES.items()
        for known in reversed(all_known)
        if known in names
    }
    return places if places.keys() & {"employer", "role"} else {}


def unread(header: Sequence[str]) -> dict[int, str]:
    """Return the columns that we don't read, by their places."""
    used = set(find_columns(header).values())
    ours = OURS if set(OURS) <= {normal(each) for each in header} else ()
    return {
        at: name.strip()
        for at, name in enumerate(header)
        if at not in used and name.strip() and normal(name) not in ours
    }
