"""`python -m publish.brand`: check a career centre's files, and put them in place for the build."""

import argparse
import datetime
import os
from pathlib import Path

from publish.brand.check.annotate import say_on_github
from publish.brand.check.complaints import Complaint
from publish.brand.check.everything import check, find_settings_elsewhere
from publish.brand.check.keys import BRAND_FILE
from publish.brand.check.read import Brand
from publish.brand.put.compose import clear, compose
from publish.copy.overrides import find_changes

ROOT = Path()


def main() -> None:
    """Build (the default) or check. A mistake stops before anything is written."""
    parser = argparse.ArgumentParser(prog="python -m publish.brand", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("build", "check"), default="build")
    parser.add_argument("--plain", action="store_true", help="build the guide as upstream has it")
    asked = parser.parse_args()
    if asked.plain or not (ROOT / BRAND_FILE).is_file():
        if not asked.plain:
            refuse(list(find_settings_elsewhere(ROOT)))
        if asked.what == "build":
            clear(ROOT)
        return
    if asked.what == "build":
        build()
    else:
        brand, complaints = look()
        report(brand, [*complaints, *find_changes(ROOT)])


def build() -> None:
    """Put the brand in place for the build."""
    brand, _ = look()
    compose(ROOT, brand)


def look() -> tuple[Brand, list[Complaint]]:
    """The brand of this copy, and what is worth a look. Raises SystemExit for a mistake in it."""
    brand, complaints = check(ROOT, datetime.datetime.now(datetime.UTC).date())
    refuse(complaints)
    return brand, complaints


def refuse(complaints: list[Complaint]) -> None:
    """Raise SystemExit with everything that keeps the site from being built."""
    mistakes = [each for each in complaints if each.stops]
    stops = [str(each) for each in mistakes]
    if stops:
        say_on_github("To mend before your site is built", mistakes, os.environ)
        count = "one thing" if len(stops) == 1 else f"{len(stops)} things"
        head = f"Your site was not built: {count} to mend in your own files."
        raise SystemExit("\n".join([head, *(f"  {each}" for each in stops)]))


def report(brand: Brand, complaints: list[Complaint]) -> None:
    """Say what is worth a look and keeps nothing from being built."""
    if complaints:
        print("Worth a look, when you have a moment:")
        say_on_github("Worth a look, when you have a moment", complaints, os.environ)
    for each in complaints:
        print(f"  {each}")
    print(f"{brand.get('name')}: {BRAND_FILE} and brand/ are in order.")


if __name__ == "__main__":
    main()
