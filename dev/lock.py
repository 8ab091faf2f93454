"""Write the two lock files anew: hashes in, addresses out."""

import json
import subprocess
import sys
from pathlib import Path

GROUPS = ("site", "test", "check")


def list_commands(python: Path) -> list[list[str]]:
    """Return the commands that resolve the Python packages and the npm packages."""
    beside = python.parent
    groups = [word for name in GROUPS for word in ("--group", name)]
    uv = [str(beside / "uv"), "pip", "compile", "--quiet", "--upgrade", "--universal"]
    form = ["--python-version", "3.12", "--generate-hashes", "--no-header", "--no-emit-index-url"]
    out = [*groups, "pyproject.toml", "--output-file", "requirements.lock"]
    npm = [str(beside / "npm"), "update", "--package-lock-only", "--loglevel=error"]
    return [[*uv, *form, *out], npm]


def drop_addresses(lock: dict[str, object]) -> dict[str, object]:
    """Return an npm lock without where each package was fetched, or who asks for money where.

    Raises TypeError for another file.
    """
    packages = lock["packages"]
    if not isinstance(packages, dict):
        raise TypeError("package-lock.json has no table of packages")
    stripped = {
        name: {key: value for key, value in entry.items() if key not in {"resolved", "funding"}}
        for name, entry in packages.items()
    }
    return {**lock, "packages": stripped}


def main() -> None:
    """Resolve anew, then strip the npm lock."""
    for command in list_commands(Path(sys.executable)):
        subprocess.run(command, check=True)
    path = Path("package-lock.json")
    lock = drop_addresses(json.loads(path.read_text(encoding="utf-8")))
    path.write_text(json.dumps(lock, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
