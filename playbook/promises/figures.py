"""What the words around it make of an item: is 9.30 a time or a day, is June a month or a colleague?"""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from playbook.promises.lexicon import Item
from playbook.promises.spans import DECEMBER

_HOURS, _MINUTES, _LONGEST_MONTH, _DAYS = 24, 60, 31, 99
_NAMES = frozenset({"jan", "april", "may", "june", "august", "mar", "jun", "march", "sun", "dec"})
_VERBS = frozenset(
    "will can would has is said ll says may might could should and from going who at called".split()
)
_SINGLE_TIMES = frozenset(
    {
        "in",
        "by",
        "of",
        "til",
        "till",
        "until",
        "before",
        "after",
        "from",
        "through",
        "during",
        "next",
        "this",
        "last",
        "since",
        "mid",
        "early",
        "late",
        "end",
        "and",
        "or",
        "to",
        "around",
        "about",
        "coming",
        "between",
        "come",
        "is",
        "for",
        "beginning",
        "middle",
        "start",
    }
)
_SHORT_DAYS = {"sat": 5, "sun": 6}
_PLACES = frozenset(
    {
        "street",
        "road",
        "avenue",
        "lane",
        "square",
        "house",
        "st",
        "building",
        "court",
        "hall",
        "place",
    }
)


def settle(row: Sequence[Item], *, month_first: bool | None, said_on: date) -> list[Item]:
    """The items again, each with what it can stand for where it stands; times of day left out."""
    settled: list[Item] = []
    for at, item in enumerate(row):
        before = settled[-1] if settled else None
        after = row[at + 1] if at + 1 < len(row) else None
        settled.extend(_in_place(item, before, after, row, at, month_first, said_on))
    return _without_clock(_counted(settled))


def _in_place(
    item: Item, before: Item | None, after: Item | None, row: Sequence[Item], at: int,
    month_first: bool | None, said_on: date,  # noqa: FBT001  # it has three values
) -> list[Item]:  # fmt: skip
    text = item.text
    if (
        text[0].isdigit()
        or (text[0] in "'’" and len(text) == 3 and text[1:].isdigit())
        or (text[0] in "+$£€¥₹" and len(text) > 1)
    ):
        return _figure(item, before, after, month_first, said_on)
    if text in _SHORT_DAYS and not item.classes:
        short = (
            before is None
            or item.raw.istitle()
            or before.text in {"on", "by", "next", "this", "or", "before", "after", "until", "till"}
        )
        return [replace(item, classes={"weekday": _SHORT_DAYS[text]} if short else {})]
    if "month" in item.classes:
        return [_month_or_name(item, before, after)]
    if "nth" in item.classes and (after is None or not after.stands_for("thing")):
        day = int(item.classes["nth"]) > 4 or item.article
        alone = after is None or (
            not (
                {"plain", "unit", "weekday", "half", "full", "which", "to-last"}
                & after.classes.keys()
            )
            and bool(after.classes)
        )
        if day and alone:
            return [replace(item, classes={**item.classes, "nth-day": item.classes["nth"]})]
    return [item]


def _figure(
    item: Item,
    before: Item | None,
    after: Item | None,
    month_first: bool | None,
    said_on: date,
) -> list[Item]:
    text = item.text
    if before and before.text in _thing_heads() and not before.article and not _starts_time(after):
        return [replace(item, classes={"thing": 1})]
    if text.isdigit():
        return [_whole_number(item, before, after)]
    if text[-2:] in {"st", "nd", "rd", "th"} and text[:-2].isdigit():
        value = int(text[:-2])
        if after and after.stands_for("thing") and not after.article:
            return [replace(item, classes={"thing": 1})]
        return [replace(item, classes={"nth": value, "nth-day": value})]
    if text[0] in "'’":
        return [replace(item, classes={"short-year": int(text[1:])})]
    if ":" in text or any(letter.isalpha() for letter in text.removesuffix("z").replace("t", "")):
        return [replace(item, classes=_with_letters(text))]
    marks = [mark for mark in "-/." if mark in text.rstrip(".")]
    numbers = list(text.replace("/", " ").replace(".", " ").replace("-", " ").split())
    if not marks or not all(each.isdigit() for each in numbers):
        return [replace(item, classes={"thing": 1})]
    if len(numbers) == 3:
        return [replace(item, classes={"iso" if len(numbers[0]) == 4 else "numeric": text})]
    if len(numbers) == 2 and len(numbers[1]) == 4:
        return [replace(item, classes={"month-year": text})]
    if len(numbers) == 2 and len(numbers[0]) <= 2:
        return _pair(item, numbers, before, after, month_first, said_on)
    return [replace(item, classes={"thing": 1})]


def _starts_time(after: Item | None) -> bool:
    return after is not None and bool({"unit", "month", "some"} & after.classes.keys())


def _thing_heads() -> frozenset[str]:
    return frozenset(
        "room flat apartment suite desk ext extension scored score grade level band version page gate platform ref option rated marked hours chapter section covid windows unit nr".split()
    ) | {"hours are", "out of"}


def _with_letters(text: str) -> dict[str, int | str]:
    return (
        {"iso": text[:10]}
        if text[:4].isdigit() and "-" in text
        else {"clock": "time"}
        if text[-1] not in "k%"
        else {"thing": 1}
    )


def _whole_number(item: Item, before: Item | None, after: Item | None) -> Item:
    value = int(item.text) if len(item.text) < 7 else 10**7
    if len(item.text) == 4 and 2000 <= value < 2100:
        clock = before and before.text == "at"
        return replace(item, classes={"clock": "time"} if clock else {"full-year": value})
    if (
        len(item.text) in (3, 4)
        and _is_clock(value // 100, value % 100)
        and before
        and (
            (before.text in {"at", "by"} and len(item.text) == 4)
            or (
                {"month", "digits", "nth", "weekday", "full-year", "near", "comma", "dash"}
                & before.classes.keys()
                and len(item.text) == 4
            )
        )
    ):
        return replace(item, classes={"clock": "time"})
    if value > 999:
        return replace(item, classes={"thing": 1})
    if (
        before
        and before.text in {"at", "around", "by", "before", "after"}
        and value <= 12
        and (
            (after and (after.text in {"on", "tomorrow", "today"} or "weekday" in after.classes))
            or (
                before.text == "at"
                and (
                    after is None
                    or not {"unit", "month", "of", "or", "thru", "dash", "slash", "bound"}
                    & after.classes.keys()
                )
            )
        )
    ):
        return replace(item, classes={"clock": "time"})
    classes: dict[str, int] = {"number": value}
    if value <= _DAYS:
        classes["digits"] = value
        if item.article and (
            after is None or (not ({"unit", "thing"} & after.classes.keys()) and after.classes)
        ):
            classes["nth-day"] = value
    return replace(item, classes=classes)


def _is_clock(hour: int, minute: int) -> bool:
    return hour <= _HOURS and minute < _MINUTES


def _pair(
    item: Item, numbers: list[str], before: Item | None, after: Item | None,
    month_first: bool | None, said_on: date,  # noqa: FBT001
) -> list[Item]:  # fmt: skip
    """9.30, 4/12 or 2/3: a time of day, a day, or from two to three."""
    one, two = int(numbers[0]), int(numbers[1])
    if after and after.stands_for("unit") and not after.stands_for("thing"):
        if "." in item.text:
            return [replace(item, classes={"decimal": one + two / 10})]
        low = replace(item, text=numbers[0], classes={"number": one, "digits": one})
        high = replace(item, text=numbers[1], classes={"number": two, "digits": two})
        return [low, replace(item, text="-", classes={"thru": 1, "dash": 1}), high]
    if after and after.stands_for("thing"):
        return [replace(item, classes={"thing": 1})]
    if "." in item.text and _reads_as_time(numbers, one, two, before, said_on):
        return [replace(item, classes={"clock": "time"})]
    return [replace(item, classes={"numeric": item.text})]


def _reads_as_time(
    numbers: list[str], one: int, two: int, before: Item | None, said_on: date
) -> bool:
    if len(numbers[1]) != 2 or not _is_clock(one, two):
        return False
    if two > DECEMBER or one > _LONGEST_MONTH or one == 0 or two == 0:
        return True
    if before is None:
        return False
    if (
        before.text in {"at", "around", "about"}
        or {"month", "numeric", "iso", "near", "full-year", "nth-day", "digits"}
        & before.classes.keys()
    ):
        return True
    if "weekday" in before.classes:
        years = (said_on.year, min(said_on.year + 1, 9999))
        return all(_weekday(year, two, one) != before.classes["weekday"] for year in years)
    return False


def _weekday(year: int, month: int, day: int) -> int | None:
    try:
        return date(year, month, day).weekday()
    except ValueError:
        return None


def _month_or_name(item: Item, before: Item | None, after: Item | None) -> Item:
    """'May' the verb, June the colleague and March Street are no months."""
    rest = {name: value for name, value in item.classes.items() if name != "month"}
    numbered = {"digits", "nth", "full-year", "short-year", "dash", "slash", "tens"}
    day_before = before is not None and bool(
        {"digits", "nth", "nth-day", "part", "which", "quantity", "slash"} & before.classes.keys()
    )
    if after and after.text in _PLACES:
        return replace(item, classes={"thing": 1})
    if after and numbered & after.classes.keys() and item.text not in {"may", "march"}:
        return item
    if day_before:
        return item
    if before and before.stands_for("role", "person"):
        return replace(item, classes=rest)
    if item.text in {"may", "march", "mar", "jan", "april", "june", "jun", "august", "dec"}:
        subject = (
            after is not None
            and (after.text in _VERBS or after.stands_for("role", "answer"))
            and not (after.text in {"may", "and", "at", "from"} and item.text != "may")
        )
        led = (before is not None and before.text.split()[-1] in _SINGLE_TIMES) or (
            before is None and after is None
        )
        if item.text in {"march", "mar"}:
            verb = before is not None and (
                before.text in {"we", "they", "i", "you", "will"}
                or (not before.classes and before.text.isalpha() and not led)
            )
            return replace(item, classes=rest) if verb or (subject and not led) else item
        if item.text == "may":
            keep = (
                led
                or (after is not None and bool(numbered & after.classes.keys()))
                or (
                    before is None
                    and not subject
                    and after is not None
                    and bool({"or", "bound", "comma", "stop", "thru"} & after.classes.keys())
                )
            )
            return item if keep else replace(item, classes=rest)
        if subject and not led:
            return replace(item, classes=rest)
    return item


def _counted(row: list[Item]) -> list[Item]:
    """A number that counts things ("4 more candidates", "one of us") is no time."""
    kept: list[Item] = []
    for at, item in enumerate(row):
        if _is_hyphened_date(row, at):
            item = replace(item, classes={"numeric": f"{item.text}/{row[at + 2].text}"})
        elif (
            at > 1
            and "numeric" in kept[-1].classes
            and item.stands_for("dash")
            and row[at - 1].text.isdigit()
        ) or (
            at > 2
            and "numeric" in kept[-2].classes
            and row[at - 2].text.isdigit()
            and row[at - 1].stands_for("dash")
        ):
            item = replace(item, classes={})
        elif _is_working_day(row, at) or (
            (at and kept[-1].stands_for("role", "length") and kept[-1].text.isdigit())
            or (at > 1 and row[at - 2].text.isdigit() and kept[-2].stands_for("role", "length"))
        ):
            item = replace(item, classes={"role": "length"})
        elif {"number", "some", "nth", "digits"} & item.classes.keys() and _counts(row, at):
            item = replace(item, classes={"thing": 1})
        kept.append(item)
    return kept


def _is_hyphened_date(row: list[Item], at: int) -> bool:
    """'Friday 7-6': a day and a month with a hyphen."""
    if (
        at == 0
        or at + 2 >= len(row)
        or not (row[at - 1].stands_for("weekday") and row[at + 1].stands_for("dash"))
    ):
        return False
    after = row[at + 3] if at + 3 < len(row) else None
    follows = after is not None and {"month", "unit", "nth"} & after.classes.keys()
    return row[at].stands_for("digits") and row[at + 2].stands_for("digits") and not follows


def _is_working_day(row: list[Item], at: int) -> bool:
    """'9-5' and 'nine to five' are hours of work: the first number is the greater."""
    if at + 2 >= len(row) or not (
        row[at].stands_for("number") and row[at + 2].stands_for("number")
    ):
        return False
    between = row[at + 1].stands_for("dash") or row[at + 1].text == "to"
    after = row[at + 3] if at + 3 < len(row) else None
    months = {"month", "unit"} & (after.classes.keys() if after else set()) or (
        at and "month" in row[at - 1].classes
    )
    return (
        between
        and not months
        and int(row[at].classes["number"]) > int(row[at + 2].classes["number"])
    )


def _counts(row: list[Item], at: int) -> bool:
    for item in row[at + 1 : at + 4]:
        if item.stands_for("thing") and not item.stands_for("unit"):
            return True
        if item.classes.keys() - {"filler"} and not item.stands_for("number"):
            return False
        if not item.text.isalpha() or (len(item.text) > 2 and item.text.endswith("ing")):
            return False
    return False


def _without_clock(row: list[Item]) -> list[Item]:
    """Times of day left out; "before" one of them is "by" that day."""
    kept: list[Item] = []
    before = False
    for at, item in enumerate(row):
        if item.stands_for("clock", "end") and not _names_a_day(row):
            kept.append(replace(item, classes={"near": 0}, clock_before=True))
            continue
        if _is_time_of_day(row, at):
            before = True
            if kept:
                kept[-1] = replace(kept[-1], clock_after=True)
            continue
        if kept and kept[-1].clock_after and before and "clock-head" in item.classes:
            continue
        kept.append(replace(item, clock_before=before, article=item.article))
        before = False
    return kept


def _names_a_day(row: list[Item]) -> bool:
    return any(item.weight >= 1 and "clock" not in item.classes for item in row) or any(
        "unit" in item.classes for item in row
    )


def _is_time_of_day(row: list[Item], at: int) -> bool:
    item = row[at]
    if "clock" in item.classes:
        return True
    if "clock-head" in item.classes and at + 1 < len(row):
        return row[at + 1].stands_for("number") and not (
            at + 2 < len(row) and row[at + 2].stands_for("unit")
        )
    return (
        at > 0
        and "clock-head" in row[at - 1].classes
        and item.stands_for("number")
        and _is_time_of_day(row, at - 1)
    )
