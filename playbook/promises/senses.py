"""What a word stands for where it stands: is June a month or a colleague, is 4 a day or four candidates?"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import takewhile

from playbook.promises.clock import without_clock
from playbook.promises.dashes import with_commas
from playbook.promises.lexicon import Item
from playbook.promises.month_names import NAMES, SUBJECTS, is_month
from playbook.promises.number_pairs import read_pairs
from playbook.promises.numerals import HEADS, is_numeral, numeral

_SHORT_DAYS = {"sat": 5, "sun": 6}
_BEFORE_SHORT_DAYS = frozenset("on by next this or before after until till and to".split())
_OCCASIONS = frozenset(
    "party parties do lunch dinner drinks meal market markets fair rush quiz concert play show sale sales bonus card"
    " cards jumper tree ball campaign shopping".split()
)
"""'The Christmas party' isn't Christmas."""
_OPENERS = frozenset(
    "so ok okay right yeah yes well um uh er and hi hey basically alright anyway".split()
)
_VERBS = frozenset(
    "make need want like hope expect aim decide say phone ring be have get love prefer send give offer know".split()
)
_DAYS = frozenset({"weekday", "near", "nth-day", "month", "iso", "numeric", "full-year"})
_FIRST_DAYS = 4
"""The first to the fourth are more often no days: 'the second interview'."""
_PERSONS = frozenset("youre are im is hes shes were".split())
_DAYS_A_MONTH = 31
_GOES_ON = frozenset({"unit", "weekday", "half", "full", "which", "to-last", "thing", "month"})


def _without_opener(row: Sequence[Item]) -> Sequence[Item]:
    """Leave out the 'so' of 'OK, so' at the head of a text: it concludes nothing."""
    opens = takewhile(lambda item: item.text in _OPENERS or item.stands_for("comma"), row)
    head = len([*opens])
    return [*(item for item in row[:head] if item.text != "so"), *row[head:]]


def settle(row: Sequence[Item]) -> list[Item]:
    """Return the items again, each with only what it can stand for where it stands; times of day left out."""
    row = with_commas(_without_opener(row))
    settled: list[Item] = []
    for at, item in enumerate(row):
        before = settled[-1] if settled else None
        after = row[at + 1] if at + 1 < len(row) else None
        beyond = row[at + 2] if at + 2 < len(row) else None
        named = before and (
            before.article or (len(settled) > 1 and settled[-2].stands_for("bound"))
        )
        if named and before and before.stands_for("unit", "day") and _is_date(item):
            day = int(item.text)
            settled[-1] = replace(item, classes={"nth-day": day, "nth": day}, article=True)
        elif is_numeral(item.text) and not item.classes.keys() - {"number"}:
            settled += numeral(item, before, _seen(after))
        else:
            named = len(settled) > 1 and _follows_name(settled[-2], settled[-1])
            settled.append(
                _word(item, before, _seen(after), beyond) if not named else _without_month(item)
            )
    return without_clock(read_pairs(settled))


def _is_date(item: Item) -> bool:
    """Recognise 'The day 15', as a Spanish speaker says it."""
    return item.text.isdecimal() and item.text.isascii() and 0 < int(item.text[:3]) <= _DAYS_A_MONTH


def _follows_name(somebody: Item, link: Item) -> bool:
    """Recognise 'Ask for June or Jan', 'Kind regards, June'."""
    if link.text == ",":
        return somebody.stands_for("role", "person")
    return link.text in {"or", "and"} and somebody.text in NAMES and "month" not in somebody.classes


def _without_month(item: Item) -> Item:
    return replace(
        item, classes={name: item.classes[name] for name in item.classes if name != "month"}
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
    if "month" in item.classes and not is_month(item, before, after, beyond):
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


def _is_we_would(item: Item, before: Item | None, after: Item | None, _beyond: Item | None) -> bool:
    """Recognise 'And wed tell you on Monday', typed without its apostrophe."""
    led = before is not None and not {"bound", "which", "weekday", "of"}.isdisjoint(before.classes)
    goes_on = after is not None and (after.text in _VERBS or after.stands_for("role", "answer"))
    return item.text == "wed" and not led and goes_on


def _is_what_for(item: Item, before: Item | None, after: Item | None, _beyond: Item | None) -> bool:
    """Recognise 'We break up for Christmas on the 18th'."""
    led = before is not None and before.text == "for"
    return "feast" in item.classes and led and after is not None and after.text == "on"


def _is_because(item: Item, _before: Item | None, after: Item | None, beyond: Item | None) -> bool:
    """Recognise 'Since Monday's the deadline, we'd call you Wednesday'."""
    is_verb = beyond is not None and beyond.text == "is"
    return item.text == "since" and after is not None and (after.owns or is_verb)


def _is_their_time(
    item: Item, before: Item | None, _after: Item | None, _beyond: Item | None
) -> bool:
    """Recognise '8am Tuesday, your time'; 'thanks for your time' names none."""
    return item.text == "your time" and before is not None and not _DAYS.isdisjoint(before.classes)


def _is_start_of_work(
    item: Item, before: Item | None, after: Item | None, _beyond: Item | None
) -> bool:
    """Recognise 'Offer in July, start August', 'with a 12 July start'."""
    if item.text != "start" or item.article:
        return False
    leads = before.classes if before else {"stop": 1}
    opens = not {"comma", "stop", "and"}.isdisjoint(leads)
    names = after is not None and (bool(_DAYS & after.classes.keys()) or is_numeral(after.text))
    is_one = before is not None and before.text == "a"
    dated = is_one or not {"month", "nth-day", "digits", "numeric"}.isdisjoint(leads)
    ends = after is None or not {"comma", "stop", "break", "if"}.isdisjoint(after.classes)
    return (opens and names) or (dated and ends)


def _is_about(item: Item, _before: Item | None, after: Item | None, _beyond: Item | None) -> bool:
    """Recognise 'Round the end of next week'."""
    return item.text == "round" and after is not None and after.article


def _is_turn(item: Item, before: Item | None, after: Item | None, _beyond: Item | None) -> bool:
    """Recognise 'You're next', 'the answer is coming this week'."""
    if item.text == "coming":
        return after is not None and after.stands_for("which", "this", "next")
    ends = after is None or "stop" in after.classes
    return item.text == "next" and before is not None and before.text in _PERSONS and ends


_OTHERWISE: tuple[
    tuple[Callable[[Item, Item | None, Item | None, Item | None], bool], dict[str, int | str]], ...
] = (
    (_is_but, {"break": 1}),
    (_is_letter_post, {}),
    (_is_occasion, {"role": "meeting"}),
    (_is_we_would, {}),
    (_is_what_for, {"role": "absence"}),
    (_is_because, {"break": 1}),
    (_is_their_time, {"clock": "time"}),
    (_is_start_of_work, {"role": "start"}),
    (_is_about, {"bound": "around"}),
    (_is_turn, {}),
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
    if after is not None and after.text in {"one", "ones"}:
        return False
    if after is not None and after.text == "of":
        return beyond is not None and not {"month", "which", "unit"}.isdisjoint(beyond.classes)
    if after is None or after.text in SUBJECTS:
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
