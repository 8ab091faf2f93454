"""What people type, in the plain form that the phrases are written for."""

import re
from collections.abc import Callable
from functools import cache

from playbook.promises.names import MONTH, WEEKDAY
from playbook.promises.spans import amounts

LONGEST = 1000
"""Characters. What somebody said about when fits on a line or two; a longer text isn't read."""

_NUMBERS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen"
    " sixteen seventeen eighteen nineteen twenty"
).split()
_TENS = {"thirty": 30, "forty": 40, "fifty": 50, "sixty": 60, "ninety": 90}
_ORDINALS = {"first": "1st", "second": "2nd", "third": "3rd", "fourth": "4th"}
_TIME = r"(?:\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m\.?|p\.m\.?|oclock)|\d{1,2}:\d{2}|noon|midday|lunchtime)"
_UNIT = r"(?:(?:business|working|work) )?(?:hour|day|week|month|year|fortnight)"
_MARKS = str.maketrans(
    dict.fromkeys("'’‘ʼ´`\"“”„«»*_", "")
    | dict.fromkeys("–—−‐‑", "-")
    | dict.fromkeys("()[]{}<>!?…\x00", " ")
    | {";": ",", ":": ":"}
)

type Rewrite = tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]]


def plain(words: str) -> str:
    """Lower case, no apostrophes, numbers as digits, 'a couple of' as '2-3', no time of day."""
    text = " ".join(words.translate(_MARKS).lower().split())
    for pattern, better in _rewrites():
        text = pattern.sub(better, text)
    return text


@cache
def _rewrites() -> tuple[Rewrite, ...]:
    few, couple, several = (_range(name) for name in ("few", "couple", "several"))
    numbers = {name: str(value) for value, name in enumerate(_NUMBERS)} | {
        name: str(value) for name, value in _TENS.items()
    }
    rows: list[tuple[str, str | Callable[[re.Match[str]], str]]] = [
        # short forms of an end
        (r"\be\.?o\.?([dwmy])\b\.?", lambda m: f"end of {_END_OF[m[1]]}"),
        (r"\b(?:c\.?o\.?b|close of (?:business|play)|end of (?:business|play))\b\.?", "end of day"),
        (r"\b(?:month|year|quarter)[ -]end\b", lambda m: f"end of {re.split('[ -]', m[0])[0]}"),
        # times of day: a promise is counted in days
        (rf"\bbefore (?={_TIME}\b)", "by "),
        (rf"\b(?:(?:at|around) )?{_TIME}\b(?: on\b)?", ""),
        (rf"\bend of (?:the )?day[ ,]+(?:on )?(?=(?:tomorrow|the \d|\d|{WEEKDAY}|{MONTH})\b)", ""),
        # short and hyphenated forms
        (r"\bnxt\b", "next"),
        (r"\bend-of-|\bnext-|\bthis-", lambda m: m[0].replace("-", " ")),
        (r"\b(\d{1,3}) ?h\b", r"\1 hours"),
        (r"\b(\d{1,3}) ?wk?s?\b", r"\1 weeks"),
        (r"\bwk\b", "week"),
        (r"\b(?:bus|biz)\.? days?\b|\bb\.?d\b\.?", "business days"),
        # turns of phrase
        (r"\b(?:once|twice|times) (?:a|per) (?:day|week|month)\b", ""),
        (r"\b(?:between now and|from now (?:until|till|to))\b", "by"),
        (r"\bthis side of\b", "before"),
        (
            r"\bbefore (?:we|they|you|everyone) (?:\w+ ){1,3}for (?=christmas|the |easter)",
            "before ",
        ),
        (
            r"\bthis(?: week)?,? (?:or|otherwise|if not|else) next(?: week)?\b",
            "this week or next week",
        ),
        (r"(?:^|(?<=, ))week on (?=[mtwfs])", "1 week on "),
        (r"\bday after (?!tom|that\b|next\b)(?=\w)", "1 day after "),
        (r"\b(?:next|following) (business|working) day\b", r"in 1 \1 day"),
        (r"\bweek before (?=\w)(?!last|next)", "week of "),
        # business days
        (r"\bweek days?\b", "weekdays"),
        (r"\bweekdays?\b", "business days"),
        (r"\b(business|working|work)-days?\b", r"\1 days"),
        # numbers and amounts
        (r"\b(" + "|".join(numbers) + r")\b", lambda m: numbers[m[1]]),
        (
            rf"\b(first|second|third|fourth)(?= (?:quarter|week|half|of {MONTH}|{WEEKDAY}))",
            lambda m: _ORDINALS[m[1]],
        ),
        (r"\b(?:a )?couple(?: of)?(?: more)?\b", couple),
        (r"\b(?:(?:a|the next|next|the coming|another) )?few(?: more)?\b", _keep_next(few)),
        (r"\b(?:a number of|several)\b", several),
        (rf"\b(?:in|within|over|during) the (?:next|coming) (?={_UNIT}\b)", "within 1 "),
        (rf"\b(?:a|an|1) ({_UNIT}) or 2\b", r"1-2 \1"),
        (rf"\b(?:a|an|another|the better part of a) (?={_UNIT}\b)", "1 "),
        (rf"\b(\d+) more (?={_UNIT})", r"\1 "),
        (rf"\b(\d+) ({_UNIT})s? or (?:so|thereabouts)\b", r"about \1 \2"),
        (rf"\b(?:next|coming) (?={_UNIT}s\b)", f"next {few} "),
        (r"(?<![-/.\d])(\d{1,3})(?:st|nd|rd|th)? (?:or|to) (?=\d{1,3}(?!\d|[-/.]\d))", r"\1-"),
        (rf"\b(\d+) ({_UNIT})s? and (?:a|1) half\b", _and_a_half),
        (rf"\b(\d+)(?: and (?:a|1) half|[.,]5) ({_UNIT})s?\b", _and_a_half),
        (r"\bhalf (?:a|1) year\b", "6 months"),
        (r"\bhalf (?:a|1) month\b", "2 weeks"),
        (r"\b1 fortnight\b", "2 weeks"),
        (r"\b(the |next )fortnight\b", r"\g<1>2 weeks"),
        # festivals
        (
            r"\b(?:xmas|x-mas|the festive (?:season|period)|christmas (?:break|holidays?|period|shutdown))\b",
            _festive,
        ),
        (r"\b(?:winter break|holiday season)\b", "the holidays"),
        (r"\b(after|around|about|over|and) (?:the )?new years?(?: day)?\b", r"\1 newyearsday"),
        *_NEGATIONS,
    ]
    return tuple((re.compile(pattern, re.ASCII), better) for pattern, better in rows)


_END_OF = {"d": "day", "w": "week", "m": "month", "y": "year"}
_UNSAID = (
    r"(?:be|able|to|know|have|decide|hear|get|going|make|an?|1|answer|decision|any|news|anything"
    r"|back|from|us|you|it|happen|for|until|done|likely|again|another|the)"
)
_NOT = (
    r"(?:not|wont|cant|cannot|dont|doesnt|isnt|wouldnt|shouldnt|unlikely|never|nothing"
    r"|no (?:news|decision|answer|word|response|reply|feedback))"
)


def _unless_if(edge: str) -> Callable[[re.Match[str]], str]:
    """The edge instead of the negation; 'if you don't hear by Friday' still promises Friday."""
    return lambda m: m[0] if m["cond"] else edge


_COND = r"(?P<cond>\b(?:if|unless|in case)\b[^.]{0,40}?)?"
_NEGATIONS: tuple[tuple[str, str | Callable[[re.Match[str]], str]], ...] = (
    (r"\b(?:no|not) (?:later|more|longer) than\b", "by"),
    (r"\b(?:no|not) (?:earlier|sooner|less|fewer) than\b", "notbefore"),
    (
        rf"{_COND}\b{_NOT}\b[^.,]{{0,60}}?\b(?:before|until|till|til|prior to)\b(?! we\b| i\b)",
        _unless_if("notbefore"),
    ),
    (
        rf"{_COND}\b{_NOT}(?: {_UNSAID}){{0,8}} (?=(?:this|next|on|in|today|tomorrow|\d|{WEEKDAY}))",
        _unless_if("notin "),
    ),
)


def _festive(match: re.Match[str]) -> str:
    return "christmas" if match[0].startswith("x") else "the holidays"


def _and_a_half(match: re.Match[str]) -> str:
    return f"{match[1]}-{int(match[1]) + 1} {match[2]}"


def _range(name: str) -> str:
    return f"{amounts()[name].low}-{amounts()[name].high}"


def _keep_next(few: str) -> Callable[[re.Match[str]], str]:
    return lambda m: f"next {few}" if "next" in m[0] or "coming" in m[0] else few
