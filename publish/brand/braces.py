"""What went wrong between a centre's braces, in words that help to mend it."""

import traceback

from jinja2 import TemplateError

from playbook.errors import ContentError
from publish.brand.trial import TooLong

MISTAKES = (
    TemplateError,
    ContentError,
    ArithmeticError,
    AttributeError,
    LookupError,
    MemoryError,
    RuntimeError,
    TooLong,
    TypeError,
    ValueError,
)
"""What filling a template can raise."""


def say(error: BaseException) -> str:
    """What went wrong, where Jinja's own words wouldn't help; else nothing."""
    if isinstance(error, TooLong):
        return "it takes too long: a loop in it runs too often"
    if isinstance(error, MemoryError):
        return "it grows too large: a text or a list in it is far too long"
    return ""


def line_of(error: BaseException, name: str) -> int:
    """The line of the template of this name in which this went wrong; 0 where it isn't known."""
    frames = traceback.extract_tb(error.__traceback__)
    return next((each.lineno or 0 for each in reversed(frames) if each.filename == name), 0)
