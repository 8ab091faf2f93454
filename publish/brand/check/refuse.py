"""A centre's brand, once nothing in its files keeps the site from being built."""

import datetime
import os
from collections.abc import Iterable
from pathlib import Path

from publish.brand.check.annotate import say_on_github
from publish.brand.check.complaints import Complaint
from publish.brand.check.everything import check, find_settings_elsewhere
from publish.brand.check.keys import BRAND_FILE
from publish.brand.check.read import Brand


def read_right_brand(root: Path, today: datetime.date) -> tuple[Brand | None, list[Complaint]]:
    """Return the brand of the copy in this folder, None in one without, and what is worth a look.

    Raises SystemExit for a mistake in it, before anything is written.
    """
    if not (root / BRAND_FILE).is_file():
        refuse(find_settings_elsewhere(root))
        return None, []
    brand, complaints = check(root, today)
    refuse(complaints)
    return brand, complaints


def refuse(complaints: Iterable[Complaint]) -> None:
    """Raise SystemExit with everything that keeps the site from being built."""
    mistakes = [each for each in complaints if each.stops]
    stops = [str(each) for each in mistakes]
    if stops:
        say_on_github("To mend before your site is built", mistakes, os.environ)
        count = "one thing" if len(stops) == 1 else f"{len(stops)} things"
        head = f"Your site was not built: {count} to mend in your own files."
        raise SystemExit("\n".join([head, *(f"  {each}" for each in stops)]))
