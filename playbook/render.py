"""The one Jinja2 environment: sandboxed, strict about unknown names, escaping in HTML."""

import unicodedata
from collections.abc import Callable, Sequence
from dataclasses import fields, is_dataclass
from datetime import date, time
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from typing import Any

from jinja2 import FunctionLoader, StrictUndefined, Template, TemplateNotFound, pass_context
from jinja2.runtime import Context
from jinja2.sandbox import ImmutableSandboxedEnvironment
from markupsafe import Markup

from playbook.memory import remembered
from playbook.spelling import AS_WRITTEN, Spelling

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
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth".split()
PACKAGE = files("playbook")
CLOCK_HOUR = "o'clock"
"""The unit of a rule whose number is an hour of the day."""
LONGEST_NAME = 60
"""Characters of a name that a message repeats."""
MOST_NAMED = 8
"""Names that one sentence repeats; the others are counted."""
_FIRST_STRONG_ISOLATE, _POP_ISOLATE = "\u2068", "\u2069"


def day(on: date, today: date | None = None) -> str:
    """Return a date said to a person: "Friday 27 November", with the year when it isn't this one."""
    words = f"{WEEKDAYS[on.weekday()]} {on.day} {MONTHS[on.month - 1]}"
    return words if today is not None and today.year == on.year else f"{words} {on.year}"


def short_day(on: date) -> str:
    """Return a date for an axis: "27 Nov"."""
    return f"{on.day} {MONTHS[on.month - 1][:3]}"


def isolated(text: str) -> str:
    """Wrap right-to-left text in Unicode isolates (U+2068, U+2069), so that the words around it keep their order."""
    if not text.isascii() and any(unicodedata.bidirectional(each) in ("R", "AL") for each in text):
        return f"{_FIRST_STRONG_ISOLATE}{text}{_POP_ISOLATE}"
    return text


def unisolated(text: str) -> str:
    """Return the text without the Unicode isolates that `isolated` adds."""
    return text.replace(_FIRST_STRONG_ISOLATE, "").replace(_POP_ISOLATE, "")


def listed(items: Sequence[str], last: str = "and") -> str:
    """Return items as a person says them: "Dana", "Dana and Li", "Dana, Li and Mr Okafor"."""
    *others, final = items or [""]
    return f"{', '.join(others)} {last} {final}" if others else final


def lines(text: str) -> list[str]:
    """Return the lines of a text that say anything."""
    return [words for line in text.splitlines() if (words := line.strip())]


def capitalized(text: str) -> str:
    """Return the text with a capital first letter; the others stay as they are."""
    return text[:1].upper() + text[1:]


def name_of_round(number: int) -> str:
    """Return which interview with one employer it is: "second interview", "interview 12"."""
    if number <= len(_ORDINALS):
        return f"{_ORDINALS[number - 1]} interview"
    return f"interview {number}"


def amount(count: int, unit: str) -> str:
    """Return a number with its unit in the plural of the rules: "2 business days", "1 business day", "21:00"."""
    return f"{count}:00" if unit == CLOCK_HOUR else f"{count} {unit_for(count, unit)}"


def within(value: int, unit: str) -> str:
    """Return a rule's number in words: "24 hours", "1 business day", "21:00", "the same day" for none."""
    if value == 0 and unit.endswith("days"):
        return "the same day"
    return amount(value, unit)


def unit_for(count: int, unit: str) -> str:
    """Return a unit, given in the plural, as it is said for this many: "1 business day", "1 word a minute"."""
    counted, per, span = unit.partition(" a ")
    return counted.removesuffix("s") + per + span if count == 1 else unit


@pass_context
def _day(context: Context, on: date, beside: date | None = None) -> str:
    """Return a date said to a person today, or `beside` another date: with the year where that is in another one."""
    today = beside or context.get("today")
    return day(on, today if isinstance(today, date) else None)


@pass_context
def _nearby(context: Context, on: date) -> str:
    """Format a date with "today, " or "tomorrow, " before it; the date itself stays true when read later."""
    near = {0: "today, ", 1: "tomorrow, "}
    return near.get((on - context["today"]).days, "") + _day(context, on)


def _clock(at: time) -> str:
    return at.isoformat("minutes")


class _Environment(ImmutableSandboxedEnvironment):
    """A sandbox that lets templates read the fields of our own frozen dataclasses without a check for each access."""

    def getattr(self, obj: Any, attribute: str) -> Any:
        if attribute in _fields[type(obj)]:
            return getattr(obj, attribute)
        return super().getattr(obj, attribute)


class _Fields(dict[type, frozenset[str]]):
    """The public fields of each dataclass; none of any other type."""

    def __missing__(self, kind: type) -> frozenset[str]:
        known = fields(kind) if is_dataclass(kind) else ()
        self[kind] = frozenset(each.name for each in known if not each.name.startswith("_"))
        return self[kind]


_fields = _Fields()


def read_template(name: str, package: Traversable = PACKAGE) -> str:
    """Return the source of the template with this path inside a package of rules.

    Raises jinja2.TemplateNotFound for any other file: a centre's note names what it builds on.
    """
    if not name.endswith(".jinja") or name.startswith("/") or ".." in name.split("/"):
        raise TemplateNotFound(name)
    return (package / name).read_text(encoding="utf-8")


type Source = str | tuple[str, str, None]
"""A template's text, with the name that stands for it in a traceback where there is to be one."""


class Writer:
    """Fills our own sentences and templates, in one spelling; `load` gives a template's text by its path."""

    def __init__(self, load: Callable[[str], Source], spelling: Spelling) -> None:
        self._environment = make_environment(load, spelling)

    def fill(self, text: str, /, **facts: object) -> str:
        """Return a sentence of ours with its slots filled, as plain text.

        A fact is a text, a number, a date, or a list of them. Raises jinja2.UndefinedError for a slot without a fact.
        """
        if "{" not in text:
            return text
        return _filled(self, text, **{name: _fixed(fact) for name, fact in facts.items()})

    def view(self, name: str, /, **facts: object) -> str:
        """Return the template with this path, filled. `….html.jinja` escapes what it is given."""
        return self._environment.get_template(name).render(facts)

    def fragment(self, name: str, /, **facts: object) -> Markup:
        """Return a template filled to stand as it is in another one."""
        return Markup(self.view(name, **facts))  # noqa: S704 - escaped by its template

    def sentence(self, text: str) -> Template:
        """Return a sentence as a template, to be filled again and again."""
        return self._environment.from_string(text)


def make_environment(
    load: Callable[[str], Source], spelling: Spelling = AS_WRITTEN
) -> ImmutableSandboxedEnvironment:
    """Return the environment for every template, which `load` finds by its path: sandboxed, StrictUndefined."""
    environment = _Environment(
        loader=FunctionLoader(load),
        undefined=StrictUndefined,
        autoescape=lambda name: name is not None and name.endswith(".html.jinja"),
        trim_blocks=True,
        lstrip_blocks=True,
        extensions=["playbook.spelled_templates.SpelledTemplates"] if spelling.words else (),
    )
    environment.extend(spelling=spelling)
    environment.filters |= {
        "amount": amount,
        "clock": _clock,
        "day": _day,
        "iso": date.isoformat,
        "capitalized": capitalized,
        "lines": lines,
        "listed": listed,
        "nearby": _nearby,
        "short_day": short_day,
        "within": within,
    }
    return environment


def _fixed(fact: object) -> object:
    return tuple(fact) if isinstance(fact, list) else fact


@remembered()
def _filled(writer: Writer, text: str, /, **facts: object) -> str:
    return _sentence(writer, text).render(facts)


@cache
def _sentence(writer: Writer, text: str) -> Template:
    return writer.sentence(text)


PLAIN = Writer(read_template, AS_WRITTEN)
"""Fills what is the same in every copy, such as a sentence that holds typed words."""
