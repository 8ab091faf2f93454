"""Put built files in place without touching those that did not change."""

from collections.abc import Mapping
from pathlib import Path


def replace_folder(target: Path, files: Mapping[str, bytes]) -> None:
    """Make the folder hold these files and no others, by relative path."""
    for name, content in files.items():
        write_if_changed(target / name, content)
    for path in sorted(target.rglob("*"), reverse=True):
        if path.is_dir() and not any(path.iterdir()):
            path.rmdir()
        elif path.is_file() and path.relative_to(target).as_posix() not in files:
            path.unlink()


def write_if_changed(path: Path, content: bytes) -> bool:
    """Write the file unless it holds this already; tell whether it was written."""
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True
