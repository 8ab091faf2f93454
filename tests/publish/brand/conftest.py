import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from runtime.files import read_folder

ROOT = Path(__file__).parents[3]
FILES = {
    "brand.yml": """\
INHERIT: mkdocs.yml
site_name: After the interview, by Example College
extra:
  brand:
    name: Example College Career Center
    address: 12 Main Street, Springfield
    logo: logo.svg
    palette:
      light:
        accent: "#7a0019"
      dark:
        accent: "#f0a0a8"
    contact: {email: careers@example.edu, phone: +1 555 0100}
    booking: https://book.example.edu
    hours: 9 to 4
    country: US
    region: OH
    kiosk: false
    hide_plays:
      - the-one-call
""",
    "brand/assets/logo.svg": '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9z"/></svg>',
    "brand/rules/timeline.toml": """\
[check-in-gap]
value = 7
source = "our house rule"
decided_by = "Maria Lopez, director"
decided_on = 2026-11-02
instead_of = 5
reason = "Employers near us need a week."
""",
    "brand/disagreements.toml": """\
[D7]
takes = "Once, a week after their date."
why = "Employers near us ask for that."
decided_by = "Maria Lopez, director"
decided_on = 2026-11-02
""",
    "brand/slots/home.md": """\
Walk in on Fridays, or {{ centre.hours }}.
See [the check-in](plays/waiting/the-check-in.md).
""",
    "brand/sources.toml": """\
[our-fair]
title = "What employers told us at the fair"
what = "We asked 31 of them."
strength = "survey"
""",
    "brand/claims.toml": """\
["our-fair/1"]
kind = "time"
text = "Wait a week."
""",
    "brand/spelling.toml": '"recruiter" = "headhunter"\n',
    "docs/local/plays/waiting/call-us.md": """\
---
title: Call us
phase: waiting
order: 1
moment: within the week
takes: 2 minutes
claims:
  - our-fair/1
owner: Example College
checked_on: 2026-11-02
review_by: 2036-11-02
description: Let us know how it went.
---

# Call us

{{ play_head() }}

{{ evidence() }}
""",
    "docs/local/rooms.md": "# Our rooms\n\nBack to [the start](../index.md).\n",
}


@pytest.fixture(scope="session")
def upstream(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """The pages of this repository. Every copy shares their files, so no test writes into one."""
    root = tmp_path_factory.mktemp("upstream")
    skip = shutil.ignore_patterns("local")
    shutil.copytree(ROOT / "docs", root / "docs", ignore=skip)
    for name in ("mkdocs.yml", "CHANGELOG.md"):
        shutil.copy(ROOT / name, root)
    before = read_folder(root)
    yield root
    assert read_folder(root) == before, "a test wrote into a file that all copies share"


@pytest.fixture
def copy(upstream: Path, tmp_path: Path) -> Path:
    """A centre's copy in which everything is right."""
    root = tmp_path / "copy"
    shutil.copytree(upstream, root, copy_function=os.link)
    for name, text in FILES.items():
        file = root / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, encoding="utf-8")
    return root
