"""The notes of a release: its part of the changelog."""

import re
from datetime import date
from pathlib import Path

from macros.release import CHANGELOG, Release

_NEXT = re.compile(r"^## ", re.MULTILINE)
_HOW_TO_CHECK = """
## How to check what you got

```sh
sha256sum --check SHA256SUMS
gh attestation verify closing-playbook-site-{number}.tar.gz --repo {repository}
```

The bill of materials (CycloneDX) is `closing-playbook-{number}.cdx.json`.
"""


def refuse_unready(release: Release, today: date, tags: set[str]) -> None:
    """Raise SystemExit where this state can't be released, with what to do first."""
    if release.published_on is None:
        raise SystemExit(
            f"{CHANGELOG} says that {release.number} isn't published yet: put today's date into its heading, "
            f"as in '## {release.number} ({today})', and commit that first."
        )
    if release.published_on > today:
        raise SystemExit(f"{CHANGELOG}: {release.published_on} is still to come.")
    if f"v{release.number}" in tags:
        raise SystemExit(
            f"There is a release {release.number} already. Begin the next part of {CHANGELOG}."
        )


def write_notes(root: Path, release: Release, repository: str) -> str:
    """Return the notes as Markdown; `repository` is 'owner/name', for the commands."""
    text = (root / CHANGELOG).read_text(encoding="utf-8")
    newest = _NEXT.split(text)[1]
    body = newest.partition("\n")[2].strip()
    return f"{body}\n{_HOW_TO_CHECK.format(number=release.number, repository=repository)}"
