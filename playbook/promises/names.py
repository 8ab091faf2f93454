"""Weekdays and months as people write them, short or misspelt."""

WEEKDAY = (
    r"(?:(?:mon(?:day)?|tue(?:s|sday)?|tusday|wed(?:s|nesday|ensday)?|wend?[ie]?sday|thu(?:r|rs|rsday)?"
    r"|thrusday|fri(?:day)?|firday|satur?day|sunday)s?"
    r"|(?:(?<=on )|(?<=by )|(?<=next )|(?<=this )|(?<=or )|(?<!.))(?:sat|sun))"
)
MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary|uary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sep(?:t|tember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
_WEEKDAYS = {
    "mon": 0, "tue": 1, "tus": 1, "wed": 2, "wen": 2, "thu": 3, "thr": 3, "fri": 4, "fir": 4,
    "sat": 5, "sun": 6,
}  # fmt: skip
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def weekday_number(name: str) -> int:
    """Monday = 0, from a full, short or misspelt name."""
    return _WEEKDAYS[name[:3]]


def month_number(name: str) -> int:
    """January = 1, from a full or short name."""
    return _MONTHS.index(name[:3]) + 1
