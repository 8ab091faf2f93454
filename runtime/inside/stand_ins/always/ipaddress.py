"""Nothing: urllib.parse asks it about addresses in brackets, and we quote texts."""

from unprepared import stand_in as __getattr__  # noqa: F401  # a module's own __getattr__
