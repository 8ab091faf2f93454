"""What people type, in the plain form that the phrases are written for."""

import re
from collections.abc import Callable
from functools import cache

from playbook.promises.names import MONTH, WEEKDAY
from playbook.promises.numbers import (
    CARDINAL,
    HUNDREDS,
    LOW_ORDINALS,
    ORDINAL,
    write_hundreds,
    write_number,
)
from playbook.promises.spans import amounts

LONGEST = 1000
"""Characters. What somebody said about when fits on a line or two; a longer text isn't read."""

_TIME = r"(?:\d{1,2}(?:[:.]\d{2})? ?(?:am|pm|a\.m\.?|p\.m\.?|oclock)|\d{1,2}:\d{2}|noon|midday|lunchtime)"
_UNIT = r"(?:(?:business|working|work) )?(?:hour|day|week|month|year|fortnight)"
_NTH = r"(?:st|nd|rd|th)?"
_LOW = rf"(?P<low>{'|'.join(LOW_ORDINALS)})"
_LISTED = rf"(?<![-/.\d])(\d{{1,2}}){_NTH}"
_SOME = r"(?:few|couple(?: of)?|two|three)"
_BETWEEN = r"(?:(?:anything|anywhere|somewhere) )?(?:between|from)"
_OR_EVEN = r"(?:or|but|maybe|perhaps|possibly|probably|even|more likely)"
_AT_MOST = r"(?:at (?:the )?(?:very )?most|tops|max(?:imum)?)"
_COUNTED = rf"[-/.:]?\d|st|nd|rd|th| (?:{_UNIT}|{MONTH}|of)"
_THE_NEXT = r"(?:the )?(?:next|following|one after)\b(?! \w)"
_EARLY_NEXT = (
    r"\b(this|the) (week|month|quarter|year)\b([^.]{0,30} (?:or|to|into|and)"
    r"(?: maybe| perhaps| possibly| more likely| the| very)*"
    rf" (?:early|beginning of|start of|middle of|mid)(?: in)?) next\b(?! (?:{_UNIT}|{WEEKDAY}|{MONTH}|\d))"
)
"""'The end of this month or early next', which doesn't say next what."""
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
    rows: list[tuple[str, str | Callable[[re.Match[str]], str]]] = [
        # short forms of an end
        (r"\be\.?o\.?([dwmy])\b\.?", lambda m: f"end of {_END_OF[m[1]]}"),
        (
            r"\b(?:c\.?o\.?[bp]|close of (?:business|play)|end of (?:business|play))\b\.?",
            "end of day",
        ),
        (r"\b(?:month|year|quarter)[ -]end\b", lambda m: f"end of {re.split('[ -]', m[0])[0]}"),
        # times of day: a promise is counted in days
        (rf"\bbefore (?={_TIME}\b)", "by "),
        (rf"\b(?:(?:at|around) )?{_TIME}\b(?: on\b)?", ""),
        (rf"\bend of (?:the )?day[ ,]+(?:on )?(?=(?:tomorrow|the \d|\d|{WEEKDAY}|{MONTH})\b)", ""),
        # short and hyphenated forms
        (r"\bnxt\b", "next"),
        (r"\bend-of-|\bnext-|\bthis-", lambda m: m[0].replace("-", " ")),
        (
            r"\b(\d{1,3})/(?=\d{1,3} ?(?:h(?:ou)?rs?|h|days?|d|weeks?|wks?|w|mo(?:nth)?s?)\b)",
            r"\1-",
        ),
        (r"\b(\d{1,3}) ?h\b", r"\1 hours"),
        (r"\b(\d{1,3}) ?d\b", r"\1 days"),
        (r"\b(\d{1,3}) ?b\.?d\b\.?", r"\1 business days"),
        (r"\b(\d{1,3}) ?mos?\b", r"\1 months"),
        (r"\b(\d{1,3}) ?yrs?\b", r"\1 years"),
        (r"\b(\d{1,3}) ?wk?s?\b", r"\1 weeks"),
        (r"\bwk\b", "week"),
        (r"\bmid-?week (?:of )?(?=(?:next|this) week\b)", "mid "),
        (r"\b(?:bus|biz)\.? days?\b", "business days"),
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
        (rf"\b((?:this|next) ({WEEKDAY}),? or ){_THE_NEXT}", r"\g<1>1 week on \2"),
        (rf"\b(next week,? or ){_THE_NEXT}", r"\1the week after"),
        (r"\bbefore the (week|month|year) (?:is|has) \w+\b", r"by the end of this \1"),
        (_EARLY_NEXT, r"\1 \2\3 next \2"),
        (r"(?:^|(?<=, ))week (on|from) (?=[mtwfs])", r"1 week \1 "),
        (r"\bday after (?!tom|that\b|next\b)(?=\w)", "1 day after "),
        (r"\b(?:next|following) (business|working) day\b", r"in 1 \1 day"),
        (r"(?<!\ba )(?<!\bone )(?<!\b1 )\bweek before (?=\w)(?!last|next)", "week of "),
        (r"\bweek following (?=\w)", "week after "),
        (r"\bweek starting\b", "week of"),
        (r"\b(christmas|easter|thanksgiving) week\b", r"week of \1"),
        # the first and the last of a stretch
        (rf"\bfirst {_SOME} days (?:of|in) (?:the )?", "early "),
        (rf"\blast {_SOME} days (?:of|in) (?:the )?", "end of "),
        (r"\b(first (?:\w+ )?day of) the (week|month|quarter|year)\b", r"\1 next \2"),
        (r"\b(last (?:[\w ]+ )?(?:day|weeks) of) the (week|month|quarter|year)\b", r"\1 this \2"),
        # business days
        (r"\bweek days?\b", "weekdays"),
        (r"\bweekdays?\b", "business days"),
        (r"\b(business|working|work)-days?\b", r"\1 days"),
        # numbers and amounts
        (ORDINAL, write_number),
        (CARDINAL, write_number),
        (HUNDREDS, write_hundreds),
        (rf"\b{_LOW}(?= (?:quarter|week|half|of {MONTH}|{WEEKDAY}))", _write_low),
        (rf"(?<=\bthe ){_LOW}(?=$|[.,]| or\b| of (?:the|this|next) month)", _write_low),
        (rf"(?P<before>\b{MONTH}\.? (?:the )?){_LOW}\b", _write_low),
        (r"\b(?:a )?couple(?: of)?(?: more)?\b", couple),
        (r"\b(?:(?:a|the next|next|the coming|another) )?few(?: more)?\b", _keep_next(few)),
        (r"\b(?:a number of|several)\b", several),
        (rf"\b(?:in|within|over|during) the (?:next|coming) (?={_UNIT}\b)", "within 1 "),
        (rf"\b(?:a|an|1) ({_UNIT}) or 2\b", r"1-2 \1"),
        (rf"\b(?:a|an|1) ({_UNIT})s(?= time\b)", r"1 \1"),
        (rf"\b(?:a|an|another|the better part of a) (?={_UNIT}\b)", "1 "),
        (rf"\b(\d+) more (?={_UNIT})", r"\1 "),
        (rf"\b(\d+) ({_UNIT})s? or (?:so|thereabouts)\b", r"about \1 \2"),
        (rf"\b(\d+) ({_UNIT})s?,?(?: {_OR_EVEN})+ (\d{{1,2}})\b(?!{_COUNTED})", r"\1-\3 \2"),
        (rf"\b(\d+) ({_UNIT})s?,?(?: or)? (\d{{1,2}}) {_AT_MOST}\b", r"\1-\3 \2"),
        (rf"\b{_BETWEEN} (\d{{1,3}}) (?:and|or|to) (?=\d{{1,3}} {_UNIT})", r"\1-"),
        (rf"{_LISTED}(?:, ?\d{{1,2}}{_NTH})+,? (?:or|and) (?:the )?(?=\d{{1,2}}(?!\d))", r"\1-"),
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


def _write_low(match: re.Match[str]) -> str:
    return match.groupdict().get("before", "") + LOW_ORDINALS[match["low"]]


def _festive(match: re.Match[str]) -> str:
    return "christmas" if match[0].startswith("x") else "the holidays"


def _and_a_half(match: re.Match[str]) -> str:
    return f"{match[1]}-{int(match[1]) + 1} {match[2]}"


def _range(name: str) -> str:
    return f"{amounts()[name].low}-{amounts()[name].high}"


def _keep_next(few: str) -> Callable[[re.Match[str]], str]:
    return lambda m: f"next {few}" if "next" in m[0] or "coming" in m[0] else few
