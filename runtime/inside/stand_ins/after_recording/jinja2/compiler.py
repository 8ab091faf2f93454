"""Nothing: every template comes compiled, see prepared.py."""

from unprepared import stand_in as __getattr__  # noqa: F401  # a module's own __getattr__
