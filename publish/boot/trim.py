"""Compile the modules that are in use. Runs inside Pyodide, on Node, so that the bytecode always fits."""

import marshal
import sys
from importlib.util import MAGIC_NUMBER, source_hash
from types import ModuleType

UNCHECKED_HASH = (0b01).to_bytes(4, "little")
"""PEP 552: the bytecode is valid by its name alone, whatever the source's date."""
BUILT_IN = (None, "built-in", "frozen", "javascript")


def compile_used(folders: list[str]) -> dict[str, bytes]:
    """Return the bytecode of each module in use that stands below one of these folders, by path."""
    return {
        f"{name}c": compile_module(name, module)
        for module in list(sys.modules.values())
        for folder in folders
        for name in list_names(module, f"{folder}/")
    }


def list_names(module: ModuleType, folder: str) -> list[str]:
    """Return the path of a module's file below the folder, or nothing."""
    origin = find_origin(module)
    return [origin.removeprefix(folder)] if origin and origin.startswith(folder) else []


def find_origin(module: ModuleType) -> str | None:
    """Return the source file of a module, or None where there is none."""
    origin = getattr(getattr(module, "__spec__", None), "origin", None)
    return None if origin in BUILT_IN else origin


def compile_module(name: str, module: ModuleType) -> bytes:
    """Return what a .pyc file holds."""
    assert module.__spec__ is not None
    source = module.__spec__.loader.get_data(find_origin(module))  # type: ignore[union-attr]  # every file loader has it
    code = compile(source, name, "exec", dont_inherit=True, optimize=2)
    return MAGIC_NUMBER + UNCHECKED_HASH + source_hash(source) + marshal.dumps(code)
