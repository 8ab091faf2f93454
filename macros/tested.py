"""What the site promises, which tests try it, and what the newest whole run of them gave: for 'What we test'."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from playbook.content import read, read_all, read_toml
from playbook.errors import ContentError

PROMISES = Path(__file__).with_name("tested.toml")
RECORD = Path(__file__).with_name("results.toml")


@dataclass(frozen=True, slots=True)
class Assurance:
    """What a reader relies on; the head of tested.toml says what each key means."""

    id: str
    promise: str
    tried: str
    tests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """When a whole run of the tests ended, of which commit, and on what."""

    run_on: str
    commit: str
    python: str
    chromium: str
    firefox: str
    webkit: str

    @property
    def day(self) -> date:
        """The day of the run."""
        return date.fromisoformat(self.run_on)


@dataclass(frozen=True, slots=True)
class Module:
    """What a module's tests gave: how many passed, how many of these at the second try, and in which browsers."""

    passed: int = 0
    again: int = 0
    browsers: tuple[str, ...] = ()

    def __add__(self, other: "Module") -> "Module":
        return Module(
            self.passed + other.passed,
            self.again + other.again,
            tuple(sorted({*self.browsers, *other.browsers})),
        )


@dataclass(frozen=True, slots=True)
class Record:
    """A whole run of the tests, by module below tests/."""

    run: Run
    modules: Mapping[str, Module]

    @property
    def whole(self) -> Module:
        """All modules together."""
        return sum(self.modules.values(), Module())


def read_promises(file: Path = PROMISES) -> Mapping[str, Assurance]:
    """Return every promise by its id. Raises ContentError for one that no test stands behind."""
    promises = read_all(Assurance, file)
    for each in promises.values():
        if not each.tests:
            raise ContentError(f"{file.name} [{each.id}] tests: name the tests that try it")
    return promises


def read_record(file: Path = RECORD) -> Record:
    """Return the newest recorded run. Raises ContentError where the file isn't as `make results` writes it."""
    tables = read_toml(file)
    return Record(
        run=read(Run, tables["run"], f"{file.name} [run]"),
        modules={
            name: read(Module, table, f"{file.name} [{name}]")
            for name, table in tables["modules"].items()
        },
    )


def count_tests(promise: Assurance, record: Record) -> Module:
    """Return what the tests of a promise gave together; a folder stands for all modules in it."""
    return sum(
        (
            module
            for name, module in record.modules.items()
            if any(name == each or name.startswith(f"{each}/") for each in promise.tests)
        ),
        Module(),
    )
