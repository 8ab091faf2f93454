"""Two audiences, two kinds of error: ours stops the build, the reader's stands beside the field."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


class ContentError(Exception):
    """A mistake in our own data or templates. The message names the file, the place and the right form."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that a reader typed can't be used as it is: the id of a message, and the facts that it names."""

    message: str
    facts: Mapping[str, Any]


Problems = dict[str, Problem]
"""What can't be used, by the path of its field ("interviewers.0.name")."""


class MissingData(Exception):
    """A data file that is fetched on demand isn't in place yet.

    `name` is its path inside the package, for example "calendars/GB.json".
    """

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not in place")
        self.name = name
