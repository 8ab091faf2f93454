"""What a piece with digits stands for where it stands: a number, a day, a year, a time of day, or no time."""

from dataclasses import replace

from playbook.promises.lexicon import Item
from playbook.promises.spans import DECEMBER

_HOURS, _MINUTES, _DAYS = 24, 60, 31
_HOURS_A_WEEK = 60
_MOST_COUNTED, _MOST_DAYS = 999, 99
_YEARS = range(2000, 2100)
_FULL, _SHORT = 4, 2
"""Digits of a year, and of a minute or a short year."""
_OCLOCK = 12
_DATE_PARTS = 3
_ENDINGS = frozenset({"st", "nd", "rd", "th"})
_AT = frozenset({"at", "around", "about"})
_NEAR_CLOCK = frozenset({"at", "around", "by", "before", "after"})
_NAMES_A_DAY = frozenset(
    {"month", "numeric", "iso", "near", "full-year", "nth-day", "digits", "nth"}
)
_AFTER_A_DAY = _NAMES_A_DAY | {"weekday", "comma", "dash"}
HEADS = frozenset(
    "room flat apartment suite desk ext extension scored score grade level band version page gate platform"
    " round stage phase step part group ref option rated marked hours chapter section unit nr"
    " python java node django windows covid ios android aged age".split()
) | {"hours are", "out of"}
"""What a number names that isn't time: room 2.11, you scored 8/10."""
_NOTHING = {"thing": 1}


def numeral(item: Item, before: Item | None, after: Item | None) -> list[Item]:
    """Read an item with digits: the same with what it stands for. '2/3 weeks' becomes three items."""
    text = item.text
    if before and before.text in HEADS and not before.article:
        return [replace(item, classes=_NOTHING)]
    if text == "24/7":
        return [replace(item, classes=_NOTHING)]
    if text.isdigit():
        return [replace(item, classes=_number(text, item, before, after))]
    if text[-2:] in _ENDINGS and text[:-2].isdigit():
        counts = after is not None and after.stands_for("thing") and not after.article
        return [replace(item, classes=_NOTHING if counts else _ordinal(int(text[:-2])))]
    if text[0] in "'’":
        return [replace(item, classes={"short-year": int(text[1:])})]
    if ":" in text or any(letter.isalpha() for letter in text):
        return [replace(item, classes=_with_letters(text))]
    return _with_marks(item, before, after)


def is_numeral(text: str) -> bool:
    """Return whether an item is written with digits."""
    return any(letter in "0123456789" for letter in text)


def _ordinal(value: int) -> dict[str, int]:
    return {"nth": value, "nth-day": value}


def _with_letters(text: str) -> dict[str, int | str]:
    if text[:_FULL].isdigit() and "t" in text:
        return {"iso": text[:10]}
    if text[0] in "qh":
        return {"quarter-number" if text[0] == "q" else "half-number": int(text[1:])}
    return {"clock": "time"}


def _number(text: str, item: Item, before: Item | None, after: Item | None) -> dict[str, int | str]:
    value = int(text) if len(text) <= _FULL else _MOST_COUNTED + 1
    at = before is not None and before.text in _AT
    if len(text) == _FULL and value in _YEARS and not at:
        return {"full-year": value}
    clock = len(text) == _FULL and _is_clock(value // 100, value % 100)
    follows = after is not None and not {"weekday", "near"}.isdisjoint(after.classes)
    if clock and (text[0] == "0" or follows or (before and _leads_clock(before))):
        return {"clock": "time"}
    if value > _MOST_COUNTED or (
        _is_working_hours(value) and after and after.stands_for("unit", "hour")
    ):
        return {"thing": 1}
    if _is_oclock(value, before, after):
        return {"clock": "time"}
    return _counted(value, item, before, after)


def _is_working_hours(value: int) -> bool:
    """Return whether so many hours are rather those of a working week: 35 or 40, but not 36, 48 or 72."""
    return _HOURS < value < _HOURS_A_WEEK and value % _OCLOCK != 0


def _counted(
    value: int, item: Item, before: Item | None, after: Item | None
) -> dict[str, int | str]:
    classes: dict[str, int | str] = {"number": value}
    if value <= _MOST_DAYS:
        classes["digits"] = value
        ends = after is None or (after.classes and {"unit", "thing"}.isdisjoint(after.classes))
        led = before is not None and before.text == "on" and not _goes_on(after)
        if (item.article and ends) or led:
            classes["nth-day"] = value
    return classes


def _goes_on(after: Item | None) -> bool:
    return after is not None and {"comma", "stop", "break", "and", "or"}.isdisjoint(after.classes)


def _leads_clock(before: Item) -> bool:
    return before.text in {"at", "by"} or not _AFTER_A_DAY.isdisjoint(before.classes)


def _is_oclock(value: int, before: Item | None, after: Item | None) -> bool:
    """Recognise 'At 5', 'by 5 on Friday', 'before 10 tomorrow'."""
    if before is None or before.text not in _NEAR_CLOCK or not 0 < value <= _OCLOCK:
        return False
    day_or_noon = {"weekday", "clock"} & (after.classes.keys() if after else set())
    if after is not None and (after.text in {"on", "tomorrow", "today"} or day_or_noon):
        return True
    counts = {"unit", "month", "of", "or", "thru", "dash", "slash", "bound", "and", "thing"}
    return before.text == "at" and (after is None or counts.isdisjoint(after.classes))


def _is_clock(hour: int, minute: int) -> bool:
    return hour <= _HOURS and minute < _MINUTES


def _with_marks(item: Item, before: Item | None, after: Item | None) -> list[Item]:
    """Read digits with dots, slashes or hyphens between them."""
    numbers = item.text.translate({ord(separator): " " for separator in "-/."}).split()
    if len(numbers) == _DATE_PARTS:
        kind = "iso" if len(numbers[0]) == _FULL else "numeric"
        return [replace(item, classes={kind: item.text})]
    if len(numbers[1]) == _FULL:
        return [replace(item, classes={"month-year": item.text})]
    return _pair(item, numbers, before, after)


def _pair(item: Item, numbers: list[str], before: Item | None, after: Item | None) -> list[Item]:
    """Read two numbers, as in 9.30, 4/12 or 2/3: a time of day, a day, or from two to three."""
    one, two = int(numbers[0]), int(numbers[1])
    if after and after.stands_for("thing"):
        return [replace(item, classes=_NOTHING)]
    if after and (after.stands_for("unit") or (after.stands_for("month") and "." not in item.text)):
        return _amount(item, numbers)
    if "." in item.text and _reads_as_clock(numbers, one, two, before):
        return [replace(item, classes={"clock": "time"})]
    return [replace(item, classes={"numeric": item.text})]


def _amount(item: Item, numbers: list[str]) -> list[Item]:
    """Read '1.5 weeks' or '2/3 weeks'."""
    if "." in item.text:
        return [replace(item, classes={"decimal": float(item.text)})]
    low, high = (
        replace(item, text=each, classes={"number": int(each), "digits": int(each)})
        for each in numbers
    )
    return [low, replace(item, text="-", classes={"thru": 1, "dash": 1}), high]


def _reads_as_clock(numbers: list[str], one: int, two: int, before: Item | None) -> bool:
    """Return whether 9.30 is a time of day: no day at all, or behind one, or after 'at'."""
    if len(numbers[1]) != _SHORT or not _is_clock(one, two):
        return False
    if not (0 < two <= DECEMBER and 0 < one <= _DAYS):
        return True
    return before is not None and (
        before.text in _AT or not _NAMES_A_DAY.isdisjoint(before.classes)
    )
