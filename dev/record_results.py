"""Record what the newest whole run of the tests gave, for the page 'What we test': `make results`.

`make test` leaves its results in .cache/results, in the form that pytest gives other programs (JUnit's XML).
They are counted by module and written into macros/results.toml. A test that failed at first and passed the
second time is counted as such. Nothing is recorded of a run in which a test failed, or was skipped.
"""

import json
import platform
import re
import subprocess
import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from itertools import groupby
from pathlib import Path
from xml.etree import ElementTree

from dev.browsers import CHROMIUM, FIREFOX
from dev.webdriver import open_webkit

RESULTS = Path(".cache/results")
RECORD = Path("macros/results.toml")
BROWSERS = ("Chromium", "Firefox", "WebKit")
"""As the names of tests have them."""
_SAFARI = re.compile(r"Version/[\d.]+")
_IN_CHROMIUM = "browser"
"""The folder of tests that have a browser; where none is named it's Chromium."""


@dataclass(frozen=True, slots=True)
class Result:
    """How one test ended: its module below tests/, its name with its parameters, and whether it passed."""

    module: str
    name: str
    has_passed: bool

    @property
    def browsers(self) -> frozenset[str]:
        """The browsers that it was run in; none for a test without one."""
        named = frozenset(name for name in BROWSERS if name in self.name)
        return named or frozenset({"Chromium"} if self.module.startswith(_IN_CHROMIUM) else ())


def read_results(text: str) -> list[Result]:
    """Return the results of a run from JUnit's XML."""
    cases = ElementTree.fromstring(text).iter("testcase")  # noqa: S314 - of our own run
    return [
        Result(
            module=each.get("classname", "").removeprefix("tests.").replace(".", "/"),
            name=each.get("name", ""),
            has_passed=not any(child.tag in ("failure", "error", "skipped") for child in each),
        )
        for each in cases
    ]


def write_record(runs: Iterable[list[Result]], today: date, facts: Mapping[str, str]) -> str:
    """Return the record of runs, one after the other. What a later one ran anew counts as it ended there.

    `facts` say what the tests ran on. Raises SystemExit with the names of tests that didn't pass in the end.
    """
    last: dict[tuple[str, str], Result] = {}
    again = Counter[str]()
    for results in runs:
        for result in results:
            key = (result.module, result.name)
            again[result.module] += key in last
            last[key] = result
    failed = sorted(
        f"{module}::{name}" for (module, name), each in last.items() if not each.has_passed
    )
    if failed or not last:
        raise SystemExit("\n".join(["Nothing is recorded, because these didn't pass:", *failed]))
    run = [f'run_on = "{today}"', *(f'{name} = "{value}"' for name, value in facts.items())]
    tables = ["[run]", *run, "", "[modules]", *_list_modules(last.values(), again)]
    return "\n".join(
        ["# Written by `make results` after a whole run of `make test`.", "", *tables, ""]
    )


def _list_modules(results: Iterable[Result], again: Mapping[str, int]) -> Iterator[str]:
    by_module = groupby(sorted(results, key=_module_of), key=_module_of)
    for module, group in by_module:
        tests = list(group)
        browsers = sorted({name for each in tests for name in each.browsers})
        gave = f"passed = {len(tests)}, again = {again[module]}, browsers = {json.dumps(browsers)}"
        yield f'"{module}" = {{ {gave} }}'


def _module_of(result: Result) -> str:
    return result.module


def read_facts() -> dict[str, str]:
    """Return what the tests ran on: the commit, Python, and each browser with its version."""
    with open_webkit() as tab:
        user_agent = str(tab.run("async () => navigator.userAgent"))
    return {
        "commit": _ask("git", "rev-parse", "--short=12", "HEAD"),
        "python": platform.python_version(),
        "chromium": " ".join(_ask(str(CHROMIUM.find()), "--version").split()[:2]),
        "firefox": _ask(str(FIREFOX.find()), "--version"),
        "webkit": f"WebKitGTK as {_SAFARI.findall(user_agent)[0].replace('Version/', 'Safari ')}",
    }


def _ask(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()


def main() -> None:
    """Record the newest whole run."""
    files = [RESULTS / name for name in ("of-unit.xml", "of-tests.xml", "of-tests-again.xml")]
    *needed, again = files
    if not all(file.is_file() for file in needed):
        sys.exit("There are no results of a whole run: run `make test` first, without TESTS.")
    files = files if again.is_file() else needed
    runs = [read_results(file.read_text(encoding="utf-8")) for file in files]
    newest = datetime.fromtimestamp(files[-1].stat().st_mtime, UTC).date()
    RECORD.write_text(write_record(runs, newest, read_facts()), encoding="utf-8")
    print(f"{RECORD}: {sum(map(len, runs))} results")


if __name__ == "__main__":
    main()
