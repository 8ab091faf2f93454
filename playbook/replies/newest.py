"""The newest of the e-mails in a pasted text: without its header, its signature, and the older ones below it."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cache
from importlib.resources import files

from playbook.content import read_toml
from playbook.replies.tidy import tidy

_HEADER = re.compile(r"[ \t*]*([^\W\d_][\w -]{0,20}?)[ \t*\xa0]*:[ \t*]*(.*)")
_WORDS = re.compile(r"[^\W\d_]+")
_NUMBERS = re.compile(r"[0-9]+")
_RULE = " \t-_=*—–"
_LINES_OF_ATTRIBUTION = 3
_LONGEST_ATTRIBUTION = 300
_HEADERS_TOGETHER = 4
"""So close together two lines of a header stand, where one of them says who wrote."""
_SHORTEST_YEAR = 1000


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest e-mail: its text, its subject, the day on which it was sent, and whether older ones stood below it."""

    text: str
    subject: str = ""
    sent_on: date | None = None
    has_older: bool = False


@dataclass(slots=True)
class _Reading:
    header: dict[str, str] = field(default_factory=dict)
    body: list[str] = field(default_factory=list)
    has_text: bool = False
    has_older: bool = False


@cache
def _table(name: str) -> Mapping[str, str]:
    """Return the names in a table of layout.toml, each with what it stands for."""
    table = read_toml(files(__package__) / "layout.toml")[name]
    return {each.strip(): key for key, names in table.items() for each in names.split(",")}


def newest_of(pasted: str, *, month_first: bool | None = None) -> Newest:
    """Return the newest e-mail of a pasted text. What stands below the line that quotes an older one isn't looked at.

    `month_first`: 4/12 in its header is 12 April; None where nobody knows, and then such a day isn't read.
    """
    reading = _read(tidy(pasted).splitlines())
    return Newest(
        text="\n".join(_without_end(reading.body)).strip(),
        subject=reading.header.get("subject", ""),
        sent_on=_day_in(reading.header.get("sent", ""), month_first=month_first),
        has_older=reading.has_older,
    )


def _read(lines: Sequence[str]) -> _Reading:
    reading = _Reading()
    for at, line in enumerate(lines):
        if not reading.has_text and (name := _own_header(lines, at, reading)):
            reading.header.setdefault(name, _value(line))
        elif not reading.has_text and _is_forwarded(line):
            reading.header.clear()
        elif _quotes(lines, at):
            reading.has_older = True
            break
        else:
            reading.body.append(line)
            reading.has_text = reading.has_text or bool(line.strip())
    return reading


def _own_header(lines: Sequence[str], at: int, reading: _Reading) -> str:
    """Return what this line gives as part of the header; a day that stands alone is one of the text: 'Date: 8 May'."""
    name = _header_name(lines, at)
    return name if name != "sent" or reading.header or _header_name(lines, at + 1) else ""


def _header_name(lines: Sequence[str], at: int) -> str:
    """Return what this line of a header gives ("from", "sent", "to" or "subject"); "" where it is none."""
    line = _HEADER.match(lines[at]) if at < len(lines) and ":" in lines[at] else None
    return _table("header").get(line[1].lower().strip(), "") if line else ""


def _value(line: str) -> str:
    header = _HEADER.match(line)
    return header[2].strip() if header else ""


def _is_forwarded(line: str) -> bool:
    return _table("rule").get(_bare(line)) == "forwarded"


def _bare(line: str) -> str:
    """Return the words of a line that is drawn around them: '----- Original Message -----'."""
    return line.strip(_RULE + ":").lower().replace("’", "'")


def _quotes(lines: Sequence[str], at: int) -> bool:
    """Return whether an older e-mail begins here."""
    line = lines[at].strip()
    if line.startswith(">") or _bare(line) in _table("rule"):
        return True
    return _begins_header(lines, at) or _attributes(lines, at)


def _begins_header(lines: Sequence[str], at: int) -> bool:
    """Recognise 'From: …' with 'Sent: …' or the like close below it."""
    if _header_name(lines, at) != "from":
        return False
    below = range(at + 1, min(at + _HEADERS_TOGETHER, len(lines)))
    return any(_header_name(lines, each) in {"sent", "to", "subject"} for each in below)


def _attributes(lines: Sequence[str], at: int) -> bool:
    """Recognise 'On Tue, 24 Nov 2026 at 10:02, Jo <jo@example.org> wrote:', also on two or three lines."""
    line = lines[at].strip()
    opens = line.partition(" ")[0].lower().strip(",.") in _table("attribution-opens")
    together = ""
    for each in lines[at : at + (_LINES_OF_ATTRIBUTION if opens else 1)]:
        together = f"{together} {each.strip()}"
        if each.rstrip().endswith(":"):
            words = {word.lower() for word in _WORDS.findall(together[:_LONGEST_ATTRIBUTION])}
            wrote = not words.isdisjoint(_table("wrote"))
            has_day = bool(_NUMBERS.search(together))
            return (
                len(together) < _LONGEST_ATTRIBUTION
                and wrote
                and (has_day or "@" in together or not opens)
            )
    return False


def _without_end(lines: Sequence[str]) -> Iterator[str]:
    """Yield the lines without the signature and the small print."""
    small_print = False
    for line in lines:
        bare = line.strip()
        if bare in {"--", "—"} or bare.lower().startswith(tuple(_table("device"))):
            return
        small_print = bool(bare) and (
            small_print or bare.lower().startswith(tuple(_table("small-print")))
        )
        if not small_print:
            yield line.rstrip()


def _day_in(sent: str, *, month_first: bool | None) -> date | None:
    """Return the day in 'Tue, 24 Nov 2026 10:02:11 +0000', '24.11.2026 10:02' or '2026-11-24'."""
    words = [word.lower() for word in _WORDS.findall(sent)]
    named = [month for word in words if (month := _month(word))]
    numbers = [int(each) for each in _NUMBERS.findall(sent)[:3] if len(each) <= len("2026")]
    if named and len(numbers) > 1:
        day, year = numbers[:2]
        return _date(year, named[-1], day)  # a weekday may begin as a month does: mardi
    if len(numbers) < len(("year", "month", "day")):
        return None
    if numbers[0] > _SHORTEST_YEAR:
        return _date(*numbers)
    one, other, year = numbers
    if month_first is None and one <= 12 and other <= 12 and one != other:  # noqa: PLR2004 - months of a year
        return None
    month_leads = one <= 12 and (bool(month_first) or other > 12)  # noqa: PLR2004
    return _date(year, one, other) if month_leads else _date(year, other, one)


def _month(word: str) -> int:
    """Return the number of the month that a word names or begins to name, 0 for any other word."""
    months = _table("month")
    return int(months.get(word[:4]) or months.get(word[:3]) or 0)


def _date(year: int, month: int, day: int) -> date | None:
    century = 2000 if year < 100 else 0  # noqa: PLR2004 - a year of two digits
    try:
        return date(year + century, month, day)
    except ValueError:
        return None
