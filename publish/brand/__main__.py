"""`python -m publish.brand check`: check a career centre's files, and say what is worth a look."""

import argparse
import datetime
import os
from pathlib import Path

from publish.brand.check.annotate import say_on_github
from publish.brand.check.complaints import Complaint
from publish.brand.check.keys import BRAND_FILE
from publish.brand.check.read import Brand
from publish.brand.check.refuse import read_right_brand
from publish.copy.overrides import find_changes

ROOT = Path()


def main() -> None:
    """Check this copy; one without a brand has nothing to check."""
    parser = argparse.ArgumentParser(prog="python -m publish.brand", description=__doc__)
    parser.add_argument("what", nargs="?", choices=("check",))
    parser.parse_args()
    brand, complaints = read_right_brand(ROOT, datetime.datetime.now(datetime.UTC).date())
    if brand:
        report(brand, [*complaints, *find_changes(ROOT)])


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
