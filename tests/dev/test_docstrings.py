"""Whoever calls a public function reads in its docstring what it raises."""

import ast
from collections import Counter
from collections.abc import Iterator

from tests.playbook.readers import ROOT

SILENT = {"playbook/promises": 9, "runtime": 9}
"""How many functions of a folder still don't say so. Only ever lower it."""
FOLDERS = ("dev", "macros", "playbook", "publish", "runtime")
SAYING = ("Raise", "raise", "Stop", "stop", "fail")


def list_silent(tree: ast.AST) -> Iterator[str]:
    """The public functions in which something is raised that the docstring doesn't speak of."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
            raised = any(isinstance(each, ast.Raise) and each.exc for each in ast.walk(node))
            words = ast.get_docstring(node)
            if raised and words and not any(each in words for each in SAYING):
                yield node.name


def count_silent() -> Counter[str]:
    counted = Counter[str]()
    for file in (path for folder in FOLDERS for path in (ROOT / folder).rglob("*.py")):
        place = file.relative_to(ROOT).as_posix()
        room = next((room for room in SILENT if place.startswith(f"{room}/")), place)
        counted[room] += len(list(list_silent(ast.parse(file.read_text(encoding="utf-8")))))
    return counted


def test_what_a_function_raises_stands_in_its_docstring() -> None:
    counted = count_silent()
    assert {room: number for room, number in counted.items() if number > SILENT.get(room, 0)} == {}


def test_a_function_that_keeps_it_to_itself_is_seen() -> None:
    source = '''
def silent():
    """Return it."""
    raise ValueError

def open_about_it():
    """Return it. Raises ValueError."""
    raise ValueError
'''
    assert list(list_silent(ast.parse(source))) == ["silent"]
