"""Two audiences, two kinds of error: ours stops the build, the reader's stands beside the field."""


class ContentError(Exception):
    """A mistake in our own data or templates. The message names the file, the place and the right form."""


class FieldErrors(Exception):
    """What a reader typed can't be used as it is.

    `errors` maps a field's path ("interviewers.0.name") to a sentence for the reader.
    """

    def __init__(self, errors: dict[str, str]) -> None:
        super().__init__("; ".join(f"{path}: {message}" for path, message in errors.items()))
        self.errors = errors


class MissingData(Exception):
    """A data file that is fetched on demand isn't in place yet.

    `name` is its path inside the package, for example "calendars/GB.json".
    """

    def __init__(self, name: str) -> None:
        super().__init__(f"{name} is not in place")
        self.name = name
