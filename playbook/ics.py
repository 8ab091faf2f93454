"""A calendar file (RFC 5545) of all-day entries that block no time, invite nobody and keep their identity."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from unicodedata import category

from playbook.memory import remembered

LONGEST_LINE = 75
"""Octets in a line, without its end (RFC 5545, 3.1)."""
CONTROLS = ("Cc", "Zl", "Zp")
"""Unicode categories that could end a line."""
HEAD = (
    "BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Closing Playbook//Timeline//EN\r\n"
    "CALSCALE:GREGORIAN\r\n"
)
"""No METHOD: a file with one needs an organizer (RFC 5546, 3.2.1), and no calendar server takes it (RFC 4791, 4.1)."""
LARGEST_SEQUENCE = 2**31 - 1
"""The largest number that every program reads (RFC 5545, 3.3.8)."""
_INSIDE = 0b1000_0000
"""How each octet of a character but its first begins (UTF-8, RFC 3629)."""
_COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)


@dataclass(frozen=True, slots=True)
class Entry:
    """One day in the calendar. `uid` stays the same when the entry moves.

    At `remind_at` of that day the calendar reminds the reader; None for no reminder.
    """

    uid: str
    on: date
    title: str
    text: str = ""
    cancelled: bool = False
    remind_at: time | None = None


def sequence_after(newest: int, stamp: datetime) -> int:
    """Return the SEQUENCE of a file written at this moment: minutes since 2020, and more than `newest`.

    A later file outranks the one before it within the same minute, and also where the clock was put back. Where
    nobody knows of an earlier file (a plan on another device), the minutes alone put it above.
    """
    minutes = int((stamp - _COUNTED_FROM).total_seconds() // 60)
    return min(max(minutes, newest + 1, 0), LARGEST_SEQUENCE)


def calendar_file(entries: Iterable[Entry], stamp: datetime, newest: int = -1) -> str:
    """Return the entries as an iCalendar text with CRLF line ends.

    `stamp` is the moment of writing, in UTC; `newest` the SEQUENCE of the file before this one.
    """
    utc = stamp.astimezone(UTC).replace(tzinfo=None)
    moment = _digits(utc.isoformat(timespec="seconds")) + "Z"
    sequence = sequence_after(newest, stamp)
    written = f"DTSTAMP:{moment}\r\nLAST-MODIFIED:{moment}\r\nSEQUENCE:{sequence}\r\n"
    return f"{HEAD}{''.join(_entry(each, written) for each in entries)}END:VCALENDAR\r\n"


def fold(line: str) -> Iterator[str]:
    """Yield the line in parts of at most 75 octets, never cut inside a character.

    Each part but the first starts with a blank.
    """
    octets = line.encode()
    blank, start, room = "", 0, LONGEST_LINE
    while len(octets) - start > room:
        end = start + room
        while octets[end] & 0b1100_0000 == _INSIDE:
            end -= 1
        yield blank + octets[start:end].decode()
        blank, start, room = " ", end, LONGEST_LINE - 1
    yield blank + octets[start:].decode()


def escape(text: str) -> str:
    """Escape a text for an iCalendar value (RFC 5545, 3.3.11), without control characters."""
    escaped = text
    if not text.replace("\n", "").isprintable():
        escaped = "".join(each for each in text if each == "\n" or category(each) not in CONTROLS)
    for plain, marked in (("\\", "\\\\"), (";", "\\;"), (",", "\\,"), ("\n", "\\n")):
        escaped = escaped.replace(plain, marked)
    return escaped


def _entry(entry: Entry, written: str) -> str:
    what, when = _described(entry)
    return f"BEGIN:VEVENT\r\n{what}{written}{when}END:VEVENT\r\n"


@remembered()
def _described(entry: Entry) -> tuple[str, str]:
    """Return the lines of an entry before and after its DTSTAMP, so that they can be cached."""
    lines = [
        f"DTSTART;VALUE=DATE:{_digits(entry.on.isoformat())}",
        f"DTEND;VALUE=DATE:{_digits((entry.on + timedelta(days=1)).isoformat())}",
        f"SUMMARY:{escape(entry.title)}",
    ]
    if entry.text:
        lines.append(f"DESCRIPTION:{escape(entry.text)}")
    lines += ["CLASS:PRIVATE", "TRANSP:TRANSPARENT"]
    lines.append(f"STATUS:{'CANCELLED' if entry.cancelled else 'CONFIRMED'}")
    if entry.remind_at is not None:
        lines += _alarm(entry.title, entry.remind_at)
    return _folded([f"UID:{entry.uid}"]), _folded(lines)


def _alarm(title: str, at: time) -> list[str]:
    """Return the lines of a reminder, that long after the entry's day has begun (RFC 5545, 3.6.6)."""
    since_midnight = f"PT{at.hour}H{at.minute}M"
    return [
        "BEGIN:VALARM",
        "ACTION:DISPLAY",
        f"DESCRIPTION:{escape(title)}",
        f"TRIGGER:{since_midnight}",
        "END:VALARM",
    ]


def _digits(moment: str) -> str:
    """Return a date or a moment as iCalendar writes it, four digits of the year also before 1000."""
    return moment.replace("-", "").replace(":", "")


def _folded(lines: Iterable[str]) -> str:
    return "".join(f"{folded}\r\n" for line in lines for folded in fold(line))
