"""What the pages are rendered with: one Jinja2 environment over macros/templates/."""

import re
from datetime import date
from functools import cache
from importlib.metadata import version
from pathlib import Path
from urllib.parse import urlsplit

from jinja2 import (
    Environment,
    FileSystemBytecodeCache,
    FileSystemLoader,
    StrictUndefined,
    pass_context,
)
from jinja2.runtime import Context
from markupsafe import Markup
from mkdocs.utils import get_relative_url
from pymdownx.slugs import slugify

COMPILED = Path(".cache/templates") / version("jinja2")
"""Where compiled templates are kept from one build to the next, each by its source."""
_COUNTED = re.compile(r"(?<=\d) (?=[^\W\d_])")
_NUMBER = re.compile(r"\+?[0-9]{5,15}")
_slug = slugify(case="lower")


def render(template: str, here: str, **data: object) -> Markup:
    """Return a template of macros/templates/ as HTML for the page at `here`.

    `here` is the page's place from the top of the site; the template's links lead from there.
    Blank lines are taken out, since a blank line would end the HTML block in Markdown.
    """
    html = _environment().get_template(f"{template}.jinja").render(here=here, **data)
    return Markup("\n".join(line for line in html.splitlines() if line.strip()))  # noqa: S704 - escaped by the template


def anchor(identifier: str) -> str:
    """Return the anchor of an id of ours: "closing-coach/13" stands at #closing-coach-13."""
    return identifier.replace("/", "-")


def in_words(day: date) -> str:
    """Return a date as it is said: "30 June 2027"."""
    return f"{day.day} {day:%B} {day.year}"


def together(words: str) -> str:
    """Put no-break spaces between numbers and what they count: "2 business days", "30 June"."""
    return _COUNTED.sub("\u00a0", words)


def sentence_start(words: str) -> str:
    """Return words with a capital, to stand at the start of a line."""
    return words[:1].upper() + words[1:]


def topic_anchor(topic: str) -> str:
    """Return the anchor of a topic on the page By topic, as Material's tags give it."""
    return f"tag:{_slug(topic, '-')}"


def host(url: str) -> str:
    """Return the site that an address leads to, as a reader knows it: "naceweb.org"."""
    return urlsplit(url).netloc.removeprefix("www.")


def dial(phone: str) -> str:
    """Return a phone number as a link dials it: "+44131…" for "+44 (0)131 …", nothing where it can't be read."""
    number = phone.replace("(0)", "") if phone.startswith("+") else phone
    digits = re.sub(r"[ \u00a0().-]", "", number)
    return digits if _NUMBER.fullmatch(digits) else ""


@cache
def _environment() -> Environment:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent / "templates"),
        optimized=False,  # what a filter makes of a constant isn't kept, since the filter may change
        undefined=StrictUndefined,
        autoescape=True,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    COMPILED.mkdir(parents=True, exist_ok=True)
    environment.bytecode_cache = FileSystemBytecodeCache(str(COMPILED))
    environment.filters.update(
        anchor=anchor,
        dial=dial,
        host=host,
        in_words=lambda day: together(in_words(day)),
        link=_link,
        sentence_start=sentence_start,
        together=together,
        topic_anchor=topic_anchor,
    )
    return environment


@pass_context
def _link(context: Context, target: str) -> str:
    return get_relative_url(target, context["here"])
