"""The rulebook of this copy: what the rules answer by where nobody names another one."""

from functools import cache

from playbook.rulebook import Rulebook, read_rulebook


@cache
def own() -> Rulebook:
    """Return the rulebook in this package, read once in a process. Raises ContentError for any mistake in it."""
    return read_rulebook()
