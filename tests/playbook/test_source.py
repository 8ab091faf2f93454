"""Nothing in the rules is compiled while somebody is answered: the small Python in the browser has no compiler.

Looked for in the source of every module, so that it holds for whatever anybody types.
"""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.playbook.readers import ROOT

SOURCES = sorted((ROOT / "playbook").rglob("*.py"))
OF_PATTERNS = frozenset(
    {"compile", "search", "match", "fullmatch", "split", "findall", "finditer", "sub", "subn"}
)
RUNS_TEXT = frozenset({"eval", "exec", "compile", "__import__"})
ONE_PLACE = {
    "from_string": "playbook/render.py",
    "get_template": "playbook/render.py",
    "import_module": "playbook/tools/__init__.py",
}
"""What compiles a template or loads a module, and the one module in which it may stand: there, the build tries all."""
WITH_JSON = ("playbook/strict_json.py", "playbook/calendars/__init__.py", "playbook/__main__.py")
"""The modules that read or write JSON by themselves: any other would let in, or out, what isn't JSON."""
BY_VALUE = frozenset(
    {"decimal", "fractions", "locale", "gettext", "string.templatelib", "statistics"}
)
"""Modules that go other ways for other values, or on other machines."""


class Finder(ast.NodeVisitor):
    """Finds in a module what is compiled inside a function from what isn't a constant."""

    def __init__(self, tree: ast.Module, path: str) -> None:
        self.faults: list[str] = []
        self._path = path
        self._function: list[str] = []
        self._constants = {each for node in tree.body for each in assigned(node)}
        self._at_import = called_at_import_only(tree) | made_once(tree)
        self.visit(tree)

    def visit_FunctionDef(self, node: ast.FunctionDef) -> None:
        """Go into a function; one that only an import calls is as good as the module's own text."""
        for decorator in (*node.decorator_list, *node.args.defaults):
            self.visit(decorator)
        inside = [] if node.name in self._at_import else [node.name]
        self._function += inside
        for each in node.body:
            self.visit(each)
        del self._function[len(self._function) - len(inside) :]

    def visit_Lambda(self, node: ast.Lambda) -> None:
        """Go into a function without a name."""
        self._function.append("lambda")
        self.generic_visit(node)
        self._function.pop()

    def visit_Import(self, node: ast.Import) -> None:
        """Look at the modules."""
        self._check_modules([each.name for each in node.names], node)

    def visit_ImportFrom(self, node: ast.ImportFrom) -> None:
        """Look at the module."""
        self._check_modules([node.module or ""], node)

    def visit_Call(self, node: ast.Call) -> None:
        """Look at what is called."""
        self.generic_visit(node)
        name = name_of(node.func)
        last = name.rpartition(".")[2]
        if name.startswith("re.") and last in OF_PATTERNS and self._function:
            self._check_pattern(node)
        if name in RUNS_TEXT:
            self._say(node, f"{name} runs a text")
        if name in {"json.loads", "json.dumps"} and not self._path.endswith(WITH_JSON):
            self._say(node, f"{name} takes what isn't JSON: use playbook.strict_json")
        if last in ONE_PLACE and not self._path.endswith(ONE_PLACE[last]):
            self._say(node, f"{last} stands in {ONE_PLACE[last]} only")

    def _check_pattern(self, node: ast.Call) -> None:
        given = [*node.args, *(each.value for each in node.keywords)]
        if not all(
            isinstance(each, ast.Constant) or name_of(each) in self._constants for each in given[:1]
        ):
            self._say(node, "a pattern is made while somebody is answered")
        if name_of(node.func) in {"re.sub", "re.subn"} and any(map(has_escape, given[1:2])):
            self._say(node, "what is put in has an escape, which is compiled: use a function")

    def _check_modules(self, names: list[str], node: ast.stmt) -> None:
        for name in names:
            if name in BY_VALUE:
                self._say(node, f"{name} takes other ways for other values")

    def _say(self, node: ast.expr | ast.stmt, what: str) -> None:
        self.faults.append(f"{self._path}:{node.lineno}: {what}")


def assigned(node: ast.stmt) -> Iterator[str]:
    """Yield the names that a statement gives a value."""
    targets = node.targets if isinstance(node, ast.Assign) else [getattr(node, "target", None)]
    yield from (name_of(each) for each in targets if isinstance(each, ast.Name))


def called_at_import_only(tree: ast.Module) -> frozenset[str]:
    """The private functions of a module that nothing calls but its own top level."""
    functions = {
        each.name: each
        for each in tree.body
        if isinstance(each, ast.FunctionDef)
        and each.name.startswith("_")
        and not each.decorator_list
    }
    inside = [
        node
        for each in ast.walk(tree)
        if isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        for node in ast.walk(each)
        if isinstance(node, ast.Name)
    ]
    return frozenset(functions) - {node.id for node in inside}


def made_once(tree: ast.Module) -> frozenset[str]:
    """The functions that are given nothing and keep their answer: the same for everybody, and in the image."""
    return frozenset(
        each.name
        for each in tree.body
        if isinstance(each, ast.FunctionDef)
        and not ast.unparse(each.args)
        and [name_of(decorator) for decorator in each.decorator_list] == ["cache"]
    )


def name_of(node: ast.AST | None) -> str:
    """A name with the names before its points; empty for anything else."""
    if isinstance(node, ast.Name):
        return node.id
    if isinstance(node, ast.Attribute):
        return f"{name_of(node.value)}.{node.attr}"
    return ""


def has_escape(node: ast.AST | None) -> bool:
    """Whether a text has a backslash in it."""
    return isinstance(node, ast.Constant) and isinstance(node.value, str) and "\\" in node.value


def faults(source: str, path: str = "playbook/example.py") -> list[str]:
    """What a module compiles while somebody is answered."""
    return Finder(ast.parse(source), path).faults


@pytest.mark.parametrize("path", SOURCES, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_nothing_is_compiled_while_somebody_is_answered(path: Path) -> None:
    name = path.relative_to(ROOT).as_posix()
    assert faults(path.read_text(encoding="utf-8"), name) == []


@pytest.mark.parametrize(
    "body",
    [
        "re.search(rf'(?<!\\w){phrase}', text)",
        "re.search(phrase, text)",
        "re.search('a' + phrase, text)",
        "re.compile('|'.join(phrases)).match(text)",
        "re.sub(pattern=phrase, repl='', string=text)",
        "re.sub('(a)', r'\\1b', text)",
        "(lambda: re.match(phrase, text))()",
        "eval(text)",
        "environment.from_string(text)",
        "import_module(text)",
        "json.loads(text)",
    ],
)
def test_what_would_be_compiled_is_noticed(body: str) -> None:
    source = f"import re\n\ndef look(phrase, phrases, text, environment):\n    return {body}\n"
    assert len(faults(source)) == 1


@pytest.mark.parametrize(
    "source",
    [
        "import re\nWORD = re.compile(rf'{A}b')\ndef look(text):\n    return WORD.search(text)\n",
        "import re\nWORD = 'a'\ndef look(text):\n    return re.search(WORD, text)\n",
        "import re\ndef look(text):\n    return re.search('a|b', text)\n",
        "import re\ndef _make(words):\n    return re.compile('|'.join(words))\nWORD = _make(['a'])\n",
        "import re\n@cache\ndef make():\n    return re.compile('|'.join(read()))\n",
    ],
)
def test_what_an_import_compiles_is_no_fault(source: str) -> None:
    assert faults(source) == []


@pytest.mark.parametrize(
    "source",
    [
        "from decimal import Decimal\n",
        "import locale\n",
        "import re\n@cache\ndef _make(words):\n    return re.compile(words)\nA = _make('a')\n",
        "import re\ndef _make(words):\n    return re.compile(words)\ndef look(text):\n    return _make(text)\n",
    ],
)
def test_what_only_some_values_reach_is_noticed(source: str) -> None:
    assert len(faults(source)) == 1
