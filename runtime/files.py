"""Files as names and contents: read, packed, hashed, and put in place without touching those that did not change."""

import base64
import hashlib
import io
import zipfile
from collections.abc import Mapping
from pathlib import Path

Files = dict[str, bytes]
ROOT = Path(__file__).parents[1]
STAGED = ROOT / "build"
"""The staged tree, from which everything is built: see publish/stage.py."""
EPOCH = (1980, 1, 1, 0, 0, 0)
"""The first day of a zip file's calendar."""


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
    """Write the file unless it holds this already; tell whether it was written. A link is replaced, not followed."""
    if path.is_symlink():
        path.unlink()
    if path.is_file() and path.read_bytes() == content:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
    return True


def pack(files: Mapping[str, bytes]) -> bytes:
    """Return an archive that depends on nothing but names and contents; the whole is compressed later."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(files):
            entry = zipfile.ZipInfo(name, EPOCH)
            entry.create_system = 3
            entry.external_attr = 0o644 << 16
            archive.writestr(entry, files[name])
    return buffer.getvalue()


def read_zip(path: Path) -> Files:
    """Return what an archive holds."""
    with zipfile.ZipFile(path) as archive:
        return {name: archive.read(name) for name in archive.namelist() if not name.endswith("/")}


def read_folder(folder: Path) -> Files:
    """Return what a folder holds, by path."""
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in paths}


def digest(content: bytes) -> str:
    """Return a SHA-256 in the form that policies and integrity attributes take."""
    return "sha256-" + base64.b64encode(hashlib.sha256(content).digest()).decode()
