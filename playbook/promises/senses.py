"""What a word stands for where it stands: is June a month or a colleague, is 4 a day or four candidates?"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from playbook.promises.clock import without_clock
from playbook.promises.lexicon import Item
from playbook.promises.numerals import HEADS, is_numeral, numeral

_SHORT_DAYS = {"sat": 5, "sun": 6}
_BEFORE_SHORT_DAYS = frozenset("on by next this or before after until till and to".split())
_NAMES = frozenset({"jan", "april", "may", "june", "august", "jun", "march", "mar"})
_WORDS = frozenset({"may", "march", "mar"})
"""Months that are verbs as well."""
_VERBS = frozenset("will can would has says might could should who called ll is".split())
_SUBJECTS = frozenset("we they i you he she it will to".split())
_BEFORE_MONTHS = frozenset(
    "in by of til till until before after from through during next this last since mid early late end and or"
    " to around about coming between come for beginning middle start".split()
)
_PLACES = frozenset("street road avenue lane square house court hall place drive".split())
_OCCASIONS = frozenset(
    "party parties do lunch dinner drinks meal market markets fair rush quiz concert play show sale sales bonus card"
    " cards jumper tree ball campaign shopping".split()
)
"""'The Christmas party' isn't Christmas."""
_OF_QUARTER = frozenset({"which", "unit", "full-year", "short-year", "month", "new-year"})
_NUMBERED = frozenset({"digits", "nth", "full-year", "short-year", "dash", "slash", "tens", "thru"})
_DAYS = frozenset({"weekday", "near", "nth-day", "month", "iso", "numeric", "full-year"})
_FIRST_DAYS = 4
"""The first to the fourth are more often no days: 'the second interview'."""
_AFTER_SAYING = frozenset({"comma", "stop", "filler", "bound", "and", "break"})
_PERSONS = frozenset("youre are im is hes shes were".split())
_DAYS_A_MONTH = 31
_GOES_ON = frozenset({"unit", "weekday", "half", "full", "which", "to-last", "thing", "month"})


def settle(row: Sequence[Item], said_on: date) -> list[Item]:
    """Return the items again, each with only what it can stand for where it stands; times of day left out."""
    settled: list[Item] = []
    for at, item in enumerate(row):
        before = settled[-1] if settled else None
        after = row[at + 1] if at + 1 < len(row) else None
        beyond = row[at + 2] if at + 2 < len(row) else None
        if before and before.stands_for("unit", "day") and before.article and _is_date(item):
            day = int(item.text)
            settled[-1] = replace(item, classes={"nth-day": day, "nth": day}, article=True)
        elif is_numeral(item.text) and not item.classes.keys() - {"number"}:
            settled += numeral(item, before, _seen(after), said_on)
        else:
            named = len(settled) > 1 and _follows_name(settled[-2], settled[-1])
            settled.append(
                _word(item, before, _seen(after), beyond) if not named else _without_month(item)
            )
    return without_clock(_of_three(settled))


def _is_date(item: Item) -> bool:
    """Recognise 'The day 15', as a Spanish speaker says it."""
    return item.text.isdecimal() and item.text.isascii() and 0 < int(item.text[:3]) <= _DAYS_A_MONTH


def _follows_name(somebody: Item, link: Item) -> bool:
    """Recognise 'Ask for June or Jan', 'Kind regards, June'."""
    if link.text == ",":
        return somebody.stands_for("role", "person")
    return (
        link.text in {"or", "and"} and somebody.text in _NAMES and "month" not in somebody.classes
    )


def _without_month(item: Item) -> Item:
    return replace(
        item,
        classes={name: item.classes[name] for name in item.classes if name != "month"},
    )


def _seen(after: Item | None) -> Item | None:
    """Return what follows, digits as digits."""
    if after is None or after.classes or not is_numeral(after.text):
        return after
    if after.text.isdigit():
        return replace(after, classes={"digits": int(after.text[:3])})
    return (
        replace(after, classes={"nth": 1}) if after.text[-2:] in {"st", "nd", "rd", "th"} else after
    )


def _word(item: Item, before: Item | None, after: Item | None, beyond: Item | None) -> Item:
    if item.text in _SHORT_DAYS and not item.classes:
        short = before is None or item.raw.istitle() or before.text in _BEFORE_SHORT_DAYS
        return replace(item, classes={"weekday": _SHORT_DAYS[item.text]} if short else {})
    for matches, classes in _OTHERWISE:
        if matches(item, before, after, beyond):
            return replace(item, classes=classes)
    if "month" in item.classes and not _is_month(item, before, after, beyond):
        return _without_month(item)
    return _number_word(item, before, after, beyond)


# Words that stand for something else beside certain others


def _is_but(item: Item, _before: Item | None, after: Item | None, _beyond: Item | None) -> bool:
    """Recognise 'But': it takes out a day only where one follows: 'any day but Monday'."""
    takes_out = after is not None and bool(_DAYS & after.classes.keys())
    return "except" in item.classes and item.text.endswith("but") and not takes_out


def _is_letter_post(
    item: Item, before: Item | None, _after: Item | None, _beyond: Item | None
) -> bool:
    """Recognise 'Through the post by the weekend': it says nothing of what is after it."""
    by = before is not None and before.text in {"by", "in", "class"}
    return item.text == "post" and (item.article or by)


def _is_occasion(
    item: Item, _before: Item | None, after: Item | None, _beyond: Item | None
) -> bool:
    """Recognise 'The Christmas party'."""
    return "feast" in item.classes and after is not None and after.text in _OCCASIONS


def _is_what_for(item: Item, before: Item | None, after: Item | None, _beyond: Item | None) -> bool:
    """Recognise 'We break up for Christmas on the 18th'."""
    led = before is not None and before.text == "for"
    return "feast" in item.classes and led and after is not None and after.text == "on"


def _is_saying(item: Item, _before: Item | None, after: Item | None, beyond: Item | None) -> bool:
    """Recognise 'It's Friday after all', but not 'after all the interviews'."""
    if item.text != "after" or after is None or after.text != "all":
        return False
    return beyond is None or bool(_AFTER_SAYING & beyond.classes.keys()) or beyond.text in _SUBJECTS


def _is_because(item: Item, _before: Item | None, after: Item | None, beyond: Item | None) -> bool:
    """Recognise 'Since Monday's the deadline, we'd call you Wednesday'."""
    is_verb = beyond is not None and beyond.text == "is"
    return item.text == "since" and after is not None and (after.owns or is_verb)


def _is_turn(item: Item, before: Item | None, after: Item | None, _beyond: Item | None) -> bool:
    """Recognise 'You're next', 'the answer is coming this week'."""
    if item.text == "coming":
        return after is not None and after.stands_for("which", "this", "next")
    ends = after is None or "stop" in after.classes
    return item.text == "next" and before is not None and before.text in _PERSONS and ends


def _is_share(item: Item, _before: Item | None, after: Item | None, beyond: Item | None) -> bool:
    """Recognise 'A quarter of the applicants': it is no quarter of a year."""
    if not item.stands_for("unit", "quarter") or after is None or after.text != "of":
        return False
    counts = beyond is not None and not beyond.text.isdigit()
    return counts and beyond is not None and beyond.classes.keys().isdisjoint(_OF_QUARTER)


_OTHERWISE: tuple[
    tuple[
        Callable[[Item, Item | None, Item | None, Item | None], bool],
        dict[str, int | str],
    ],
    ...,
] = (
    (_is_but, {"break": 1}),
    (_is_letter_post, {}),
    (_is_occasion, {"role": "meeting"}),
    (_is_what_for, {"role": "absence"}),
    (_is_saying, {"idiom": 1}),
    (_is_because, {"break": 1}),
    (_is_turn, {}),
    (_is_share, {}),
)


def _number_word(item: Item, before: Item | None, after: Item | None, beyond: Item | None) -> Item:
    """Return a number in words: a day, or how many of what isn't time."""
    counts_rounds = before is not None and before.text in {"is", "was"}
    if "nth" in item.classes and counts_rounds and int(item.classes["nth"]) <= _FIRST_DAYS:
        return item  # 'this week was the first': of the rounds, or of the month?
    if "nth" in item.classes and _is_day(item, after, beyond):
        return replace(item, classes={**item.classes, "nth-day": item.classes["nth"]})
    if (
        "number" in item.classes
        and before
        and before.text in HEADS
        and not (after and after.stands_for("unit"))
    ):
        return replace(item, classes={"thing": 1})
    if {"number", "some"} & item.classes.keys() and _counts_things(item, after, beyond):
        return replace(item, classes={"thing": 1})
    return item


def _is_day(item: Item, after: Item | None, beyond: Item | None) -> bool:
    """Return whether an ordinal in words is a day of the month: 'by the fifteenth'."""
    if int(item.classes["nth"]) <= _FIRST_DAYS and not item.article:
        return False
    if after is not None and after.text == "of":
        return beyond is not None and not {"month", "which", "unit"}.isdisjoint(beyond.classes)
    if after is None or after.text in _SUBJECTS:
        return True
    return bool(after.classes) and _GOES_ON.isdisjoint(after.classes)


def _counts_things(item: Item, after: Item | None, beyond: Item | None) -> bool:
    """Recognise 'Three candidates', 'a few more people'."""
    if after is None or item.stands_for("number", 1):
        return False
    follows = [after, beyond] if not after.classes and after.text.isalpha() else [after]
    return any(
        each is not None and each.stands_for("thing") and not each.stands_for("unit")
        for each in follows
    )


def _is_month(item: Item, before: Item | None, after: Item | None, beyond: Item | None) -> bool:
    """Recognise where 'May' is a verb, June a colleague or March a street, and no month."""
    if after and after.text in _PLACES:
        return False
    numbered = after is not None and not _NUMBERED.isdisjoint(after.classes)
    led = before is not None and before.text.split()[-1] in _BEFORE_MONTHS
    dated = before is not None and not {
        "digits",
        "nth",
        "nth-day",
        "part",
        "which",
        "slash",
    }.isdisjoint(before.classes)
    if dated or (numbered and item.text not in _WORDS):
        return True
    if before and before.stands_for("role", "person"):
        return False
    if item.text == "may":
        return led or numbered or after is None or (before is None and not after.text.isalpha())
    if item.text in _WORDS:
        return led or numbered or before is None or before.text not in _SUBJECTS
    return led or item.text not in _NAMES or not _is_somebody(after, beyond)


def _is_somebody(after: Item | None, beyond: Item | None) -> bool:
    """Return whether what follows is what a person does: 'June will get back to you'."""
    if after is None:
        return False
    if after.text in {"will be", "is"}:
        return beyond is not None and (
            beyond.stands_for("role", "answer") or beyond.stands_for("open")
        )
    return after.text.split()[0] in _VERBS or after.stands_for("role", "answer")


# Three items: '4 more candidates', '9-5', 'Friday 7-6', 'between 2 and 3'


def _of_three(row: list[Item]) -> list[Item]:
    """Read pairs of numbers, which may be more than two numbers."""
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
                    two,
                    classes={} if "numeric" in settled[at].classes else settled[at].classes,
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


def _is_hyphened(
    one: Item, middle: Item, two: Item, before: Item | None, after: Item | None
) -> bool:
    """Recognise 'Friday 7-6': a day and a month with a hyphen."""
    named = before is not None and "weekday" in before.classes
    return (
        named
        and middle.stands_for("dash")
        and not _counts(after)
        and "digits" in one.classes
        and "digits" in two.classes
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


def _is_minutes_past(
    one: Item, middle: Item, _two: Item, before: Item | None, after: Item | None
) -> bool:
    """Recognise 'At five to six', 'by ten past three'."""
    led = middle.text == "past" or (before is not None and before.text in {"at", "by", "before"})
    minutes = int(one.classes["number"]) in {5, 10, 20, 25}
    return middle.text in {"to", "past"} and led and minutes and not _counts(after)


def _is_one_of(
    _one: Item, middle: Item, two: Item, _before: Item | None, after: Item | None
) -> bool:
    """Recognise 'Interview 2 of 3'."""
    return middle.text in {"of", "out of"} and not _counts(after) and two.text not in {"a", "an"}


_PAIRS: tuple[tuple[_Matches, Callable[[Item, Item], dict[str, int | str]]], ...] = (
    (_is_hyphened, lambda one, two: {"numeric": f"{one.text}/{two.text}"}),
    (_is_between_hours, lambda _one, _two: {"clock": "time"}),
    (_is_minutes_past, lambda _one, _two: {"clock": "time"}),
    (_is_one_of, lambda _one, _two: {"thing": 1}),
    (_is_working_day, lambda _one, _two: {"role": "length"}),
)


def _without_things(row: list[Item]) -> list[Item]:
    """Read numbers that count things ("4 more candidates") as no time."""
    return [
        replace(item, classes={"thing": 1})
        if "digits" in item.classes and _counts_later(row, at)
        else item
        for at, item in enumerate(row)
    ]


def _counts_later(row: list[Item], at: int) -> bool:
    for item in row[at + 1 : at + 3]:
        if item.stands_for("thing") and not item.stands_for("unit"):
            return True
        if item.classes or not item.text.isalpha():
            return False
    return False
