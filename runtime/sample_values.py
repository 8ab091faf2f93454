"""What a reader may type into one field: sensible, odd and senseless, in many languages."""

from datetime import date, timedelta
from random import Random
from typing import Any

from playbook.fields import Field
from playbook.own import own
from runtime.rule_texts import read_texts

ODD_VALUES: tuple[Any, ...] = (
    "",
    "?",
    7,
    None,
    [],
    ["?"],
    {"a": 1},
    [{}],
    "2026-02-30",
    "by the end of next week",
)
TEXTS = (
    "Dana Example",
    "Zoë O’Neill-Müller",
    "Łukasz 王芳",
    "نورة العتيبي 🙂",
    "<b>{{ 7 * 7 }}</b> & [name]\r\n\x00",
    "just checking in!!! I'm so sorry, " * 40,
    "long \u2028" * 2_000,
    "\ud83d",
    "07700 900123",
)
PROMISES = (
    "by Friday",
    "by the end of next week",
    "in two weeks",
    "the 14th",
    "mid-January",
    "Q1",
    "after Easter",
    "31.12.2026",
    "as soon as possible",
    "ＢＹ ＦＲＩＤＡＹ",
    "within ten business days, but not before 3 March 2028",
)
ODD_EMAILS = (
    "Regret that",
    "From: Jo\nDate: Tue, 24 Nov 2026 10:02:11 +0000\nSubject: Automatic reply\n\nUntil =FF=E2=80=99 Friday=20\n",
    "Von: Jo\nGesendet: Di, 31. November 2026\n\n<style>p{}</style><P>It&#39;s &nbsp;a &#x2019; &#0; &#1114112; no",
    "De : Jo\nEnvoyé : 4/12/26\n\nyou are un\u200bsuccessful\n\nOn 3 May\nJo\nwrote:\n> no",
    "> no",
    "On 3 May Jo wrote:\nNo",
)
"""Beginnings, layouts and leftovers of e-mails."""
AMOUNTS = tuple(
    form.format(number)
    for number in (
        "0", "7", "30", "950", "21.50", "21,5", "31,000", "31.000", "31 500", "30,500.75", "12,34,567", "31'500",
        "0.125", "١٢٬٠٠٠",
    )
    for form in ("{}", "£{} a year", "${}/hr", "{}k", "{} € im Monat", "from {} to 40,000")
)  # fmt: skip
"""Numbers in every form, each with every kind of words around it."""
TEXTUAL = frozenset({"text", "long-text", "message", "email", "tel", "number"})
"""Kinds of field in which anything may be typed."""


def draw(field: Field, today: date, random: Random) -> Any:
    """Return some value for a field: mostly of its kind, now and then none at all."""
    if random.random() < 0.05:  # noqa: PLR2004 - as likely as a mistake
        return random.choice(ODD_VALUES)
    if field.fields:
        return [
            {each.id: draw(each, today, random) for each in field.fields}
            for _ in range(random.choice((0, 1, 2, 8)))
        ]
    if field.choices:
        return random.choice([choice.value for choice in field.choices])
    kinds: dict[str, tuple[Any, ...]] = {
        "date": tuple(str(today + timedelta(days)) for days in (-9, -2, 0, 1, 30)),
        "time": ("09:00", "8:05", "18:30", "23:59", "25:00"),
        "yes-no": (True, False),
        "number": ("0", "1", "2", "3", "5", "5", "7", "130", "40 000", "31.5", "١٢", "-1"),
        "email": (
            "dana@example.com",
            "nobody",
            "Dana <dana@bücher.example>",
            "mailto:d%2B@x.example",
        ),
        "country": tuple(each.code for each in own().calendars.countries),
    }
    return random.choice(
        kinds.get(field.kind) or random.choice((TEXTS, PROMISES, AMOUNTS, read_texts()))
    )
