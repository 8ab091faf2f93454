"""Two numbers side by side: hours of work (9-5), a day and a month (7-6), a time of day, one of three rounds."""

from collections.abc import Callable
from dataclasses import replace

from playbook.promises.around import unknown
from playbook.promises.lexicon import Item

_OCLOCK, _DAYS_A_MONTH = 12, 31
_LEADS_CLOCK = frozenset("at by before after until till about around since".split())
_NAMED = frozenset({"weekday", "near"})
_PARTS = frozenset({"comma", "clock", "filler"})


def read_pairs(row: list[Item]) -> list[Item]:
    """Return the items again, with pairs of numbers read as what they are, and without numbers that count things."""
    settled = list(row)
    for at in range(len(row) - 2):
        one, middle, two = settled[at : at + 3]
        if not (one.stands_for("number") and two.stands_for("number")):
            continue
        before = row[at - 1] if at else None
        after = row[at + 3] if at + 3 < len(row) else None
        for matches, classes in _PAIRS:
            if matches(one, middle, two, before, after):
                settled[at] = replace(one, classes=classes(one, two))
                settled[at + 1] = replace(middle, classes={})
                settled[at + 2] = replace(
                    two, classes={} if "numeric" in settled[at].classes else settled[at].classes
                )
                break
    return _without_things(settled)


type _Matches = Callable[[Item, Item, Item, Item | None, Item | None], bool]


def _counts(after: Item | None) -> bool:
    return after is not None and not {"unit", "month", "nth", "thing"}.isdisjoint(after.classes)


def _is_working_day(
    one: Item, middle: Item, two: Item, before: Item | None, after: Item | None
) -> bool:
    """Recognise hours of work, '9-5' or 'nine to five': the first number is the greater."""
    joined = middle.stands_for("dash") or middle.text == "to"
    after_month = before is not None and "month" in before.classes
    return (
        joined
        and not _counts(after)
        and not after_month
        and int(one.classes["number"]) > int(two.classes["number"])
    )


def _is_between_hours(
    one: Item, middle: Item, two: Item, before: Item | None, after: Item | None
) -> bool:
    """Recognise a time of day beside a day: 'between 2 and 3'."""
    led = before is not None and before.text in {"between", "from"}
    joined = middle.text in {"and", "to"} or middle.stands_for("dash")
    ordinary = all(int(each.classes["number"]) <= 12 for each in (one, two))  # noqa: PLR2004  # hours of a clock
    return (
        led
        and joined
        and ordinary
        and (after is None or after.text == "on" or not _counts(after))
        and not (
            after is not None
            and {"of", "nth-day", "comma", "and"}
            & after.classes.keys() - ({"of"} if after.text == "on" else set())
        )
    )


def _is_one_of(
    _one: Item, middle: Item, two: Item, _before: Item | None, after: Item | None
) -> bool:
    """Recognise 'Interview 2 of 3'."""
    return middle.text in {"of", "out of"} and not _counts(after) and two.text not in {"a", "an"}


_PAIRS: tuple[tuple[_Matches, Callable[[Item, Item], dict[str, int | str]]], ...] = (
    (_is_between_hours, lambda _one, _two: {"clock": "time"}),
    (_is_one_of, lambda _one, _two: {"thing": 1}),
    (_is_working_day, lambda _one, _two: {"role": "length"}),
)


def _without_things(row: list[Item]) -> list[Item]:
    """Read numbers that count things ("4 more candidates") as no time, and hours beside a day as times of day."""
    return [_counted_or_clock(row, at) for at in range(len(row))]


def _counted_or_clock(row: list[Item], at: int) -> Item:
    item = row[at]
    if item.text.isdigit() and item.stands_for("number") and _counts_later(row, at):
        return replace(item, classes={"thing": 1})
    return replace(item, classes={"clock": "time"}) if _is_hour_beside_a_day(row, at) else item


def _counts_later(row: list[Item], at: int) -> bool:
    following = row[at + 1 : at + 3]
    plural = bool(following) and following[0].text.endswith("s") and following[0].text.isalpha()
    if plural and (unknown(following[:1]) or _is_no_day(row[at], following[0])):
        return True  # '12 GCSEs', '214 applications'
    for item in following:
        if item.stands_for("thing") and not item.stands_for("unit"):
            return True
        if item.classes or not item.text.isalpha():
            return False
    return False


def _is_no_day(item: Item, after: Item) -> bool:
    return int(item.classes["number"]) > _DAYS_A_MONTH and "unit" not in after.classes


def _is_hour_beside_a_day(row: list[Item], at: int) -> bool:
    """Recognise 'Friday afternoon, about three', 'by five tomorrow', 'Thursday after 2'."""
    item = row[at]
    hour = item.classes.get("number")
    after = row[at + 1] if at + 1 < len(row) else None
    if not isinstance(hour, int) or not 0 < hour <= _OCLOCK or at == 0 or _counts(after):
        return False
    if row[at - 1].text not in _LEADS_CLOCK or item.text in {"a", "an"}:
        return False
    behind = next((each for each in row[at + 1 : at + 3] if "filler" not in each.classes), None)
    before = next(
        (each for each in reversed(row[: at - 1]) if _PARTS.isdisjoint(each.classes)), None
    )
    return any(
        each is not None and not _NAMED.isdisjoint(each.classes) for each in (behind, before)
    )
