"""Values as people, clipboards and other programs put them into fields: drawn by a field's kind alone."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from random import Random
from typing import Any
from unicodedata import category

from playbook.fields import Field
from playbook.own import own
from tests.small.written import read_texts

ALPHABETS = (
    "abcdefghijklmnopqrstuvwxyz",
    "ABCDEFGHIJKLMNOPQRSTUVWXYZ abc",
    "0123456789.,-/:",
    "àçéîñõüßøåæþðŸ",
    "ŁłŞşİıĐđŐőčř",
    "αβγδεζΣςΩ",
    "абвгдЖЩЫя",
    "ابتثجحخدنورةلا",
    "אבגדהשלום",
    "नमस्तेआप",
    "王芳李明面试官",
    "ひらがなカタカナｶﾅ",
    "한글면접관각",
    "🙂👩🏽‍🔬🇬🇧🎉𝒟𝔞𝟙",
    "e\u0301\u0316n\u0303A\u030a",
    "\x00\x07\x1b\x7f\x85\u200b\u200e\u202a\u202e\u2066\u2069\ufeff\ufffe",
    "\t\n\r\x0b\x0c\x1c\x1d\x1e\x85\u2028\u2029\u00a0\u202f\u3000",
    "\ud83d\udc4d\ud800",
    "\ue000\U000f0000\U0010ffff",
    "ﬁﬂ½²Ⅷ①㎏ǅŉẞ",
    "٠١٢٣٤٥٦٧٨٩०१२３４５",
    "!?…—–-‘’“”«»„'\"()[]{}<>&%$#@*_/\\|~^`+=;:",
)
LINE_ENDS = ("\n", "\r\n", "\r", "\n\n", "\x0b", "\x0c", "\x85", "\u2028", "\u2029")
CURRENCIES = (
    "£",
    "$",
    "€",
    "¥",
    "₹",
    "₩",
    "₽",
    "₺",
    "zł",
    "kr",
    "CHF",
    "USD",
    "R$",
    "A$",
    "د.إ",
    "",
)
TERMS = (
    "", " a year", "/year", " p.a.", " per annum", " an hour", "/hr", "/h", " im Monat", " par mois",
    " a month", " pro rata", " before tax", " net", " brutto", "k", " k", "K a year", " LPA", " plus bonus",
    " (32 hrs)", " Band 5", " OTE", " €", " EUR", " zł/mies.", " 万円", " + 10%", "%", " or so", "ish",
)  # fmt: skip
MARKS = (",", ".", "'", "’", " ", "\u00a0", "\u202f", "٬", "")
DIGITS = ("0123456789", "٠١٢٣٤٥٦٧٨٩", "०१२३४५६७८९", "０１２３４５６７８９")
ADDRESSES = (
    "dana@example.com", "d.o'hara+jobs@mail.example.co.uk", "dana@bücher.example", "Dana <d@example.org>",
    "a@x; b@y.example", "mailto:d@example.com", "nobody", "a@b", "د@مثال.إختبار",
)  # fmt: skip
PHONES = ("07700 900123", "+44 (0)113 496 0123", "(555) 010-0199", "ext. 12", "٠١٢٣", "no number")
SENSELESS: tuple[Any, ...] = (
    None, True, False, 0, -7, 31.5, 10**30, 1e308, -0.0, [], {}, [""], [[]], {"a": {"b": [1]}}, ["x"] * 60, "x" * 6000,
)  # fmt: skip
MONTHS = (
    "Jan",
    "january",
    "FEB",
    "March",
    "april",
    "May",
    "juin",
    "jul",
    "Aug.",
    "Sept",
    "October",
    "Nov",
    "décembre",
)
FIRST_DAY, DAYS = date(2000, 1, 1), 36_525


def draw_value(field: Field, today: date, random: Random) -> Any:
    """Some value for a field: now and then one that makes no sense there."""
    if random.random() < 0.03:
        return random.choice(SENSELESS)
    if field.kind == "list":
        return draw_rows(field, today, random)
    if field.kind == "choice" and random.random() < 0.95:
        return random.choice([*(choice.value for choice in field.choices), ""])
    return KINDS.get(field.kind, draw_text)(today, random)


def draw_rows(field: Field, today: date, random: Random) -> list[dict[str, Any]]:
    """The rows of a list, mostly few."""
    count = random.choice((0, 1, 1, 2, 2, 3, 8, 52 if random.random() < 0.1 else 4))
    return [
        {each.id: draw_value(each, today, random) for each in field.fields if random.random() < 0.8}
        for _ in range(count)
    ]


def draw_text(today: date, random: Random) -> str:
    """A text of any shape."""
    shapes: Sequence[Callable[[date, Random], str]] = (
        draw_written, draw_written, draw_words, draw_words, draw_letters, draw_lines, draw_amount, draw_when,
        draw_anything,
    )  # fmt: skip
    text = random.choice(shapes)(today, random)
    change = random.choice(CHANGES) if random.random() < 0.3 else None
    return change(text, random) if change else text


def draw_written(_: date, random: Random) -> str:
    """A text that stands in a data file, or one with something around it."""
    text = random.choice(read_texts())
    return random.choice(("{}", "{}", "{}.", "They said: {}!", "{} - and {}", "“{}”")).replace(
        "{}", text
    )


def draw_words(_: date, random: Random) -> str:
    """Words of the data files in any order."""
    count = random.choice((1, 2, 3, 5, 12, 40))
    words = (random.choice(random.choice(read_texts()).split() or [""]) for _ in range(count))
    return random.choice((" ", " ", " ", ", ", "  ")).join(words)


def draw_letters(_: date, random: Random) -> str:
    """Letters of one script, or of two."""
    letters = "".join(random.sample(ALPHABETS, random.choice((1, 1, 2))))
    return "".join(random.choices(letters, k=random.choice((1, 2, 7, 30, 299, 301))))


def draw_anything(_: date, random: Random) -> str:
    """Any characters at all, but none that a newer Unicode than this Python's may have."""
    drawn = (chr(random.randrange(random.choice((0x80, 0x800, 0x110000)))) for _ in range(40))
    return "".join(each for each in drawn if category(each) != "Cn")[: random.randrange(40)]


def draw_lines(today: date, random: Random) -> str:
    """A text of several lines, of any kind of line break."""
    makers = (draw_written, draw_words, draw_letters)
    parts = [
        random.choice(("", "- ", "* ", "1. ")) + random.choice(makers)(today, random)
        for _ in range(random.randrange(1, 7))
    ]
    return random.choice(LINE_ENDS).join(parts)


def draw_amount(_: date, random: Random) -> str:
    """An amount of any form and currency, or two of them."""
    one = draw_one_amount(random)
    return (
        one
        if random.random() < 0.8
        else one + random.choice(("-", " to ", " – ", "/", " or ")) + draw_one_amount(random)
    )


def draw_one_amount(random: Random) -> str:
    """A number with its marks, its currency and its terms."""
    separator = random.choice(MARKS)
    form = random.choice(("{:.0f}", "{:,.0f}", "{:.2f}", "{:,.2f}", "{:,.1f}", "{:.3f}"))
    number = form.format(
        random.choice(
            (
                0,
                7,
                21.5,
                999,
                1000,
                31_500,
                2_900_000,
                random.random() * 10 ** random.randrange(1, 12),
            )
        )
    )
    number = number.replace(",", separator).replace(".", random.choice((".", ".", ",", "٫")))
    number = number.translate(
        str.maketrans("0123456789", random.choice((DIGITS[0], DIGITS[0], *DIGITS)))
    )
    if random.random() < 0.03:
        number = random.choice(
            ("9" * 400, "1,00,000", "12,34,567.50", "-5", "+5", "1e9", "½", "1.", ".5", "0.000")
        )
    currency = random.choice(CURRENCIES)
    return random.choice(
        (currency + number, f"{currency} {number}", f"{number} {currency}")
    ) + random.choice(TERMS)


def draw_when(today: date, random: Random) -> str:
    """A day or a span as people say it."""
    on = today + timedelta(random.randrange(-40, 400))
    count = random.choice((0, 1, 2, 3, 5, 10, 14, 30, 99, 12_345))
    forms = (
        f"{on:%A}",
        f"by {on:%A}, {on.day} {on:%B} {on.year} at 17:00",
        f"{on:%A}, {on:%B} {on.day}th",
        f"{on.day}.{on.month}.{on.year}",
        f"{on.month}/{on.day}/{on:%y}",
        f"{on.day} {random.choice(MONTHS)}",
        f"week {on.isocalendar().week}",
        f"{on:%A} or {on + timedelta(1):%A}",
        f"in {count} days",
        f"within {count} business days",
        f"{count}-{count + 3} weeks",
        f"the {on.day}th",
        f"by the end of {on:%B}",
        f"in {count} hours",
        f"{count} months",
        f"Q{on.month // 4 + 1} {on.year}",
        f"before {on.isoformat()}",
        f"{on:%a} {random.randrange(1, 13)}pm",
    )
    return (
        random.choice(("", "", "by ", "not before ", "around ", "we'll call you "))
        + random.choice(forms)
        + random.choice(("", "", ".", "!!", " at the latest"))
    )


def draw_date(today: date, random: Random) -> str:
    """A day of any year in range, mostly near the reader's; now and then none that there is."""
    if random.random() < 0.06:
        return random.choice(
            (
                "2026-02-30",
                "1999-12-31",
                "2100-01-01",
                "0000-00-00",
                "31.12.2026",
                "2026-1-1",
                "99999-01-01",
                "today",
                "२०२६-११-२०",
            )
        )
    if random.random() < 0.25:
        return str(FIRST_DAY + timedelta(random.randrange(DAYS)))
    return str(today + timedelta(random.choice((-30, -9, -5, -3, -2, -1, 0, 1, 2, 7, 30))))


def draw_time(_: date, random: Random) -> str:
    """A time of the day."""
    if random.random() < 0.1:
        return random.choice(("24:00", "half six", "6pm", "18.30", "1:60", "٠٩:٠٠"))
    hour, minute = f"{random.randrange(24):0{random.choice((1, 2))}d}", random.randrange(60)
    return f"{hour}:{minute:02d}{random.choice(('', '', ':30'))}"


def draw_number(_: date, random: Random) -> str:
    """A whole number as it's typed."""
    return random.choice(
        (
            str(random.randrange(12)),
            str(random.randrange(10**6)),
            "0",
            "-1",
            "40 000",
            "31.5",
            "1" * 7,
            "٣",
            "three",
            " 5 ",
        )
    )


def draw_country(_: date, random: Random) -> str:
    """A country's code, or what isn't one."""
    return random.choice(
        (*(each.code for each in own().calendars.countries), "XX", "gb", "United Kingdom")
    )


def draw_region(country: object, random: Random) -> str:
    """A region of this country, or what isn't one."""
    known = (
        [code for code, _ in own().calendars.regions(country)] if isinstance(country, str) else []
    )
    return random.choice((*known, "Scotland", "")) if random.random() < 0.9 else "SCTT"


KINDS: dict[str, Callable[[date, Random], Any]] = {
    "date": draw_date,
    "time": draw_time,
    "yes-no": lambda _, random: random.choice((True, True, False, "yes")),
    "number": draw_number,
    "email": lambda _, random: random.choice(ADDRESSES),
    "tel": lambda _, random: random.choice(PHONES),
    "country": draw_country,
}
CHANGES: tuple[Callable[[str, Random], str], ...] = (
    lambda text, _: text.upper(),
    lambda text, _: text.title(),
    lambda text, _: text.swapcase(),
    lambda text, _: f"  {text}  ",
    lambda text, _: (text + " ") * (310 // (len(text) + 1) + 1),
    lambda text, _: (text + "\n") * (5010 // (len(text) + 1) + 1),
    lambda text, random: text[: random.randrange(len(text) + 1)],
    lambda text, random: text.replace(" ", random.choice(ALPHABETS[15] + ALPHABETS[16])),
    lambda text, _: text[::-1],
    lambda text, random: (
        random.choice(random.choice(ALPHABETS)) + text + random.choice(random.choice(ALPHABETS))
    ),
)
