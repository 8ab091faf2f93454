"""`python -m publish.release <site> <folder>`: what is attached to a release, from a built site.

Into the folder go the site as an archive, the wheel of the rules, the bill of materials, the notes and the
checksums. `python -m publish.release check` only says whether this state can be released, and
`python -m publish.release number` which number it has.
"""

import gzip
import hashlib
import io
import os
import shutil
import subprocess
import sys
import tarfile
from datetime import UTC, date, datetime
from pathlib import Path

from mkdocs.utils import get_build_datetime

from macros.release import Release, read_release
from publish.release.bom import NAME, write_bom
from publish.release.notes import refuse_unready, write_notes
from runtime.files import STAGED, read_folder
from runtime.whole import build_wheel

NOTES, SUMS = "NOTES.md", "SHA256SUMS"


def pack_site(site: Path, name: str) -> bytes:
    """Return the site as a .tar.gz in a folder of this name; the same files give the same bytes."""
    packed = io.BytesIO()
    with tarfile.open(fileobj=packed, mode="w", format=tarfile.PAX_FORMAT) as archive:
        for path, content in read_folder(site).items():
            entry = tarfile.TarInfo(f"{name}/{path}")
            entry.size, entry.mode = len(content), 0o644
            archive.addfile(entry, io.BytesIO(content))
    return gzip.compress(packed.getvalue(), mtime=0)


def list_sums(folder: Path) -> str:
    """Return the SHA-256 of each file of the folder, as `sha256sum --check` reads them."""
    sums = {
        name: hashlib.sha256(content).hexdigest() for name, content in read_folder(folder).items()
    }
    return "".join(f"{digest}  {name}\n" for name, digest in sorted(sums.items()))


def build(site: Path, folder: Path, release: Release, built_for: date) -> None:
    """Fill the folder."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir(parents=True)
    name = f"{NAME}-site-{release.number}"
    (folder / f"{name}.tar.gz").write_bytes(pack_site(site, name))
    build_wheel(STAGED, folder.resolve())
    bom = write_bom(release, built_for)
    (folder / f"{NAME}-{release.number}.cdx.json").write_text(bom, encoding="utf-8")
    (folder / SUMS).write_text(list_sums(folder), encoding="utf-8")
    repository = os.environ.get("GITHUB_REPOSITORY", "OWNER/REPOSITORY")
    (folder / NOTES).write_text(write_notes(Path(), release, repository), encoding="utf-8")


def list_tags() -> set[str]:
    """Return the tags of this repository."""
    git = [shutil.which("git") or "git", "tag", "--list"]
    return set(subprocess.run(git, capture_output=True, text=True, check=True).stdout.split())


def main() -> None:
    """Check, and build where a site and a folder are named."""
    release, today = read_release(Path()), datetime.now(UTC).date()
    refuse_unready(release, today, list_tags())
    if sys.argv[1:] == ["check"]:
        print(f"{release.number} can be released.")
    elif sys.argv[1:] == ["number"]:
        print(release.number)
    else:
        site, folder = map(Path, sys.argv[1:])
        build(site, folder, release, get_build_datetime().date())
        print(f"{folder}: {', '.join(sorted(path.name for path in folder.iterdir()))}")


if __name__ == "__main__":
    main()
