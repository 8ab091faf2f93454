"""What a built site carries that others made: each with its version, its licence and the text of that.

The list is `components.toml`. Versions come from the lock files, licence texts from the installed Python packages,
and from `licences/` for everything else.
"""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path

from playbook.content import read_all
from playbook.errors import ContentError

TABLE = Path(__file__).with_name("components.toml")
NOTICES = "notices.txt"
"""At the top of the site: the licences of what others made."""
TEXTS = Path(__file__).with_name("licences")
REQUIREMENTS, PACKAGE_LOCK = Path("requirements.lock"), Path("package-lock.json")
_LICENCE_FILE = re.compile(r"(?:licen[cs]e|copying|notice)[^/]*", re.IGNORECASE)
_RULER = "=" * 72


@dataclass(frozen=True, slots=True)
class Component:
    """One thing that others made; the head of components.toml says what each key means."""

    id: str
    name: str
    licence: str
    home: str
    what: str
    pip: str = ""
    npm: str = ""
    version: str = ""
    inside: str = ""
    copyright: str = ""
    texts: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Locked:
    """What a lock file knows of a package: its version, and the hashes of its archives."""

    version: str
    hashes: tuple[str, ...] = ()


def read_components() -> Mapping[str, Component]:
    """Return every component by its id. Raises ContentError for one that is inside of an unknown one."""
    components = read_all(Component, TABLE)
    for each in components.values():
        if each.inside and each.inside not in components:
            raise ContentError(f"{TABLE.name} [{each.id}] inside: there is no '{each.inside}'")
    return components


def find_locked(component: Component, root: Path = Path()) -> Locked:
    """Return what the lock files in this folder know of it. Raises ContentError where one ought to and doesn't."""
    if component.pip:
        known = read_requirements(root / REQUIREMENTS)
    elif component.npm:
        known = read_npm_packages(root / PACKAGE_LOCK)
    else:
        return Locked(component.version)
    name = component.pip or component.npm
    if name not in known:
        raise ContentError(f"{TABLE.name} [{component.id}]: no lock file has '{name}'")
    return known[name]


def read_requirements(file: Path) -> dict[str, Locked]:
    """Return the packages that pip installs, by name, each with the SHA-256 hashes of its archives."""
    entries = re.split(r"^(?=[A-Za-z0-9])", file.read_text(encoding="utf-8"), flags=re.MULTILINE)
    packages = {}
    for entry in entries:
        if match := re.match(r"([\w.-]+)==([^\s;\\]+)", entry):
            hashes = tuple(re.findall(r"--hash=sha256:([0-9a-f]{64})", entry))
            packages[match[1].lower()] = Locked(match[2], hashes)
    return packages


def read_npm_packages(file: Path) -> dict[str, Locked]:
    """Return the packages that npm installs, by name, each with its hash as npm writes it."""
    table = json.loads(file.read_text(encoding="utf-8"))["packages"]
    return {
        path.rpartition("node_modules/")[2]: Locked(entry["version"], (entry["integrity"],))
        for path, entry in table.items()
        if "integrity" in entry
    }


def read_texts(component: Component) -> list[str]:
    """Return the texts of its licence. Raises ContentError where it has neither a text nor a word on its copyright."""
    texts = [(TEXTS / f"{name}.txt").read_text(encoding="utf-8") for name in component.texts]
    texts = texts or [*_find_installed_texts(component)]
    if not texts and not component.copyright:
        raise ContentError(f"{TABLE.name} [{component.id}]: there is no text of its licence")
    return [text.strip() for text in texts]


def _find_installed_texts(component: Component) -> Iterator[str]:
    """Yield what the installed Python package has as its licence."""
    if component.pip:
        try:
            package = distribution(component.pip)
        except PackageNotFoundError:
            raise ContentError(f"{TABLE.name} [{component.id}]: it isn't installed") from None
        for path in package.files or ():
            if ".dist-info" in str(path) and _LICENCE_FILE.fullmatch(path.name):
                yield path.read_text(encoding="utf-8")


def write_notices() -> str:
    """Return the notices of everything that the site carries, as one text."""
    parts = [_HEAD.strip(), *map(_write_notice, read_components().values())]
    return f"\n\n{_RULER}\n".join(parts) + "\n"


_HEAD = """
What this site carries that others made

Closing Playbook itself: code under the MIT License, words under CC BY 4.0
(https://creativecommons.org/licenses/by/4.0/). What follows is the work of
others, each under the licence that stands with it.
"""


def _write_notice(component: Component) -> str:
    version = find_locked(component).version
    title = f"{component.name} {version}".strip()
    lines = [title, f"Licence: {component.licence}", component.home]
    return "\n\n".join(["\n".join(lines), component.copyright.strip(), *read_texts(component)])
