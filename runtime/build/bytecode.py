"""Compile the modules that are in use. Runs inside Pyodide, on Node, so that the bytecode always fits."""

import sys
from importlib.util import MAGIC_NUMBER, source_hash
from pathlib import Path
from types import ModuleType

from sitecustomize import shorten, write_code, write_prepared

UNCHECKED_HASH = (0b01).to_bytes(4, "little")
"""PEP 552: the bytecode is valid by its name alone, whatever the source's date."""
NOT_FILES = (None, "built-in", "frozen", "javascript")


SHORTENED = frozenset({".toml", ".jinja"})


def collect(rules: str, more: dict[str, str]) -> dict[str, bytes]:
    """Return the files of the archive after a run: compiled modules, data files and recorded tables.

    `rules` is the folder of the playbook package; `more` are modules that only a later run needs.
    """
    folder = Path(rules)
    data = {
        f"site-packages/playbook/{path.relative_to(folder)}": path.read_bytes()
        for path in folder.rglob("*")
        if path.suffix in SHORTENED
    }
    library = next(path for path in sys.path if path.endswith(".zip"))
    return {
        **compile_used({library: "", str(folder.parent): "site-packages/"}),
        **{f"{name}c": compile_source(name, source.encode()) for name, source in more.items()},
        **shorten(data),
        **write_prepared(),
    }


def compile_used(folders: dict[str, str]) -> dict[str, bytes]:
    """Return the bytecode of each module in use that stands below one of these folders.

    By its path there, after what the folder is given to stand before it.
    """
    return {
        f"{before}{name}c": compile_source(name, read_source(module))
        for module in list(sys.modules.values())
        for folder, before in folders.items()
        for name in list_names(module, f"{folder}/")
    }


def list_names(module: ModuleType, folder: str) -> list[str]:
    """Return the path of a module's file below the folder, or nothing."""
    origin = find_origin(module)
    return [origin.removeprefix(folder)] if origin and origin.startswith(folder) else []


def find_origin(module: ModuleType) -> str | None:
    """Return the source file of a module, or None where there is none."""
    origin = getattr(getattr(module, "__spec__", None), "origin", None)
    return None if origin in NOT_FILES else origin


def read_source(module: ModuleType) -> bytes:
    """Return the text of a module."""
    assert module.__spec__ is not None
    return module.__spec__.loader.get_data(find_origin(module))  # type: ignore[union-attr]  # every file loader has it


def compile_source(name: str, source: bytes) -> bytes:
    """Return what a .pyc file holds."""
    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    return MAGIC_NUMBER + UNCHECKED_HASH + source_hash(source) + write_code(code)
