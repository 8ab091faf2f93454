"""The tools by name. To add one: a folder here with a TOOL, one name in NAMES, one page."""

from importlib import import_module
from typing import Any

from playbook.tool import Tool

NAMES = ("timeline", "notes", "closing_statement", "debrief", "offer", "your_plan", "my_interviews")


def folder_of(name: str) -> str:
    """Return the folder of a tool, whose page is called "closing-statement" where the folder is "closing_statement"."""
    return name.replace("-", "_")


def get_tool(name: str) -> Tool[Any]:
    """Return the tool with this name, that of its page or of its folder.

    Raises KeyError for one that isn't in NAMES.
    """
    folder = folder_of(name)
    if folder not in NAMES:
        raise KeyError(name)
    tool: Tool[Any] = import_module(f"playbook.tools.{folder}").TOOL
    return tool
