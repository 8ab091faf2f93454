"""The one class of jinja2.nodes that a compiled template uses; the others are for the compiler.

From Jinja2 3.1.6, BSD-3-Clause, whose licence travels in the archive.
"""

from typing import Any

from unprepared import stand_in as __getattr__  # noqa: F401  # a module's own __getattr__


class EvalContext:
    """What holds while a template is filled."""

    def __init__(self, environment: Any, template_name: str | None = None) -> None:
        self.environment = environment
        escape = environment.autoescape
        self.autoescape = escape(template_name) if callable(escape) else escape
        self.volatile = False

    def save(self) -> dict[str, Any]:
        """Return what to go back to."""
        return self.__dict__.copy()

    def revert(self, old: dict[str, Any]) -> None:
        """Go back."""
        self.__dict__.clear()
        self.__dict__.update(old)
