"""Whatever an answer rests on is passed: nothing in the rules reads a file, or keeps one, behind its caller's back."""

import ast
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from playbook.spelling import Spelling
from tests.playbook.readers import ROOT

PACKAGE = ROOT / "playbook"
SOURCES = sorted(PACKAGE.rglob("*.py"))
LANGUAGE = (
    *("phrasing/", "promises/", "replies/newest.py", "replies/phrases.py"),
    "spreadsheet/columns.py",
)
"""What is read there is the same in every copy."""
READ_FILES = ("render.py", "rulebook.py", "tool.py")
"""Where the package is, where a rulebook starts from, and a tool's invented examples."""
CACHES = frozenset({"cache", "lru_cache", "remembered"})


def place(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


def takes_nothing(tree: ast.Module) -> Iterator[str]:
    """Yield the cached functions without a parameter: each would keep what it found for everybody."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef) and not ast.unparse(node.args):
            names = {ast.unparse(each).partition("(")[0] for each in node.decorator_list}
            if CACHES & names:
                yield node.name


def reads_files(tree: ast.Module) -> bool:
    return any(
        isinstance(each, ast.Call) and ast.unparse(each.func) == "files" for each in ast.walk(tree)
    )


@pytest.mark.parametrize("path", SOURCES, ids=place)
def test_what_is_cached_is_given_all_that_it_depends_on(path: Path) -> None:
    functions = list(takes_nothing(ast.parse(path.read_text("utf-8"))))
    if not place(path).startswith(LANGUAGE):
        assert functions == (["own"] if place(path) == "own.py" else [])


@pytest.mark.parametrize("path", SOURCES, ids=place)
def test_no_tool_looks_for_files_of_the_package_by_itself(path: Path) -> None:
    if not place(path).startswith((*LANGUAGE, *READ_FILES)):
        assert not reads_files(ast.parse(path.read_text("utf-8")))


def test_what_is_kept_for_everybody_is_noticed() -> None:
    source = "@cache\ndef rules():\n    return files('playbook')\n@remembered()\ndef of(rulebook):\n    return 1\n"
    assert list(takes_nothing(ast.parse(source))) == ["rules"]
    assert reads_files(ast.parse(source))


def test_a_sentence_that_holds_typed_words_has_none_that_others_spell_otherwise() -> None:
    """It's filled before anybody knows whose copy it is for."""
    lists = tomllib.loads((ROOT / "publish/brand/check/spelling.toml").read_text("utf-8"))
    spelling = Spelling(lists["both"] | lists["us"])
    frames = tomllib.loads((PACKAGE / "phrasing/frames.toml").read_text("utf-8"))
    filled = [way for frame in frames.values() for way in frame["ways"] if "{" in way]
    assert filled
    assert [way for way in filled if spelling.respell(way) != way] == []
