"""The one Jinja2 environment: sandboxed, strict about unknown names, escaping in HTML."""

import unicodedata
from collections.abc import Sequence
from datetime import date, time
from functools import cache
from importlib.resources import files

from jinja2 import FunctionLoader, StrictUndefined, Template, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment

from playbook.spelling import read_spelling

WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def fill(text: str, **facts: object) -> str:
    """A sentence of ours with its slots filled, as plain text.

    Raises jinja2.UndefinedError for a slot without a fact.
    """
    return _sentence(text).render(facts)


def view(name: str, **facts: object) -> str:
    """The template with this path inside the package, filled. `….html.jinja` escapes what it is given."""
    return _environment().get_template(name).render(facts)


def day(on: date, today: date | None = None) -> str:
    """A date said to a person: "Friday 27 November", with the year when it isn't this one."""
    said = f"{WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}"
    return said if today is not None and today.year == on.year else f"{said} {on.year}"


def short_day(on: date) -> str:
    """A date for an axis: "27 Nov"."""
    return f"{on.day} {MONTHS[on.month - 1][:3]}"


def isolated(text: str) -> str:
    """The text, kept from turning its surroundings around where it is written right to left."""
    if any(unicodedata.bidirectional(each) in ("R", "AL") for each in text):
        return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
    return text


def listed(items: Sequence[str], last: str = "and") -> str:
    """Items as a person says them: "Dana", "Dana and Li", "Dana, Li and Mr Okafor"."""
    *others, final = items or [""]
    return f"{', '.join(others)} {last} {final}" if others else final


def capitalized(text: str) -> str:
    """The text with a capital first letter; the others stay as they are."""
    return text[:1].upper() + text[1:]


def amount(count: int, unit: str) -> str:
    """A number with its unit in the plural of the rules: "2 business days", "1 business day"."""
    return f"{count} {unit.removesuffix('s') if count == 1 else unit}"


@pass_context
def _day(context: Context, on: date) -> str:
    today = context.get("today")
    return day(on, today if isinstance(today, date) else None)


@pass_context
def _nearby(context: Context, on: date) -> str:
    """A date said to a person who hears it today: "today", "tomorrow, Saturday 21 November"."""
    near = {0: "today", 1: f"tomorrow, {_day(context, on)}"}
    return near.get((on - context["today"]).days, _day(context, on))


def _clock(at: time) -> str:
    return at.isoformat("minutes")


@cache
def _environment() -> ImmutableSandboxedEnvironment:
    environment = ImmutableSandboxedEnvironment(
        loader=FunctionLoader(lambda name: (files("playbook") / name).read_text(encoding="utf-8")),
        undefined=StrictUndefined,
        autoescape=lambda name: name is not None and name.endswith(".html.jinja"),
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["playbook.spelled_templates.SpelledTemplates"] if read_spelling().words else (),
    )
    environment.filters |= {
        "amount": amount,
        "clock": _clock,
        "day": _day,
        "iso": date.isoformat,
        "capitalized": capitalized,
        "listed": listed,
        "nearby": _nearby,
        "short_day": short_day,
    }
    return environment


@cache
def _sentence(text: str) -> Template:
    return _environment().from_string(text)
