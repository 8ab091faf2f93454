"""The tools by name. To add one: a folder here with a TOOL, one name in NAMES, one page."""

from importlib import import_module

from playbook.tool import Tool

NAMES = ("timeline",)


def get_tool(name: str) -> Tool:
    """The tool with this name. Raises KeyError for a name that isn't in NAMES."""
    if name not in NAMES:
        raise KeyError(name)
    tool: Tool = import_module(f"playbook.tools.{name}").TOOL
    return tool
