"""Names say what they hold: words that could mean anything become fewer, and never more."""

import ast
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from tests.playbook.readers import ROOT

VAGUE = frozenset({"said", "told", "found", "kept", "mark", "look", "part"})
"""Past participles and catch-alls: 'found' may be a match, a tool or a problem, and the name doesn't say which."""
OF_OTHERS = frozenset({"pytest.mark"})
"""Names that aren't ours to give."""
MOST = {
    "bench": 0,
    "dev": 0,
    "macros": 0,
    "playbook/phrasing": 12,
    "playbook/promises": 0,
    "playbook/tools/closing_statement": 28,
    "playbook/tools/notes": 27,
    "playbook/tools/offer": 5,
    "playbook": 6,
    "publish": 0,
    "runtime": 0,
    "tests": 12,
}
"""How often one of these words is a name in each folder, the rest of a folder in its own line. Only ever lower it."""
SLACK = 30
"""So many fewer, and the number is due to be lowered."""

SHARED = frozenset(
    "Amount Check CountryZones Deed Finding Group Item Kind Letter Phrase Rule Sentence Zone".split()
)
"""Class names of the sources that two modules have; zones are written here, and read there. Only ever remove one."""
SOURCES = ("bench", "dev", "macros", "playbook", "publish", "runtime")


def names(tree: ast.AST) -> Iterator[str]:
    for node in ast.walk(tree):
        match node:
            case ast.Attribute() if ast.unparse(node) in OF_OTHERS:
                pass
            case ast.Attribute(attr=name) | ast.Name(id=name) | ast.arg(arg=name):
                yield name
            case ast.keyword(arg=str(name)):
                yield name
            case (
                ast.FunctionDef(name=name)
                | ast.AsyncFunctionDef(name=name)
                | ast.ClassDef(name=name)
            ):
                yield name
            case ast.alias():
                yield node.asname or node.name.rpartition(".")[2]


def room_of(path: Path) -> str:
    """The most exact line of MOST that holds this file."""
    place = path.relative_to(ROOT).as_posix()
    return max((room for room in MOST if place.startswith(f"{room}/")), key=len)


def count_vague() -> Counter[str]:
    counted: Counter[str] = Counter(dict.fromkeys(MOST, 0))
    for top in {room.partition("/")[0] for room in MOST}:
        for file in (ROOT / top).rglob("*.py"):
            tree = ast.parse(file.read_text(encoding="utf-8"))
            counted[room_of(file)] += sum(name in VAGUE for name in names(tree))
    return counted


def test_vague_names_become_fewer_and_never_more() -> None:
    counted = count_vague()
    more = {room: counted[room] for room, most in MOST.items() if counted[room] > most}
    assert more == {}, "name each of these for what it is"
    fewer = {room: counted[room] for room, most in MOST.items() if counted[room] < most - SLACK}
    assert fewer == {}, "well done: write these numbers into MOST, so that they stay"


def test_every_kind_of_name_is_seen_and_no_word_in_a_text() -> None:
    source = '''
import kept.found as told
def part(said, *, look=1):
    """What was found."""
    mark = said.found
    f(look=mark, other="said")
'''
    counted = Counter(name for name in names(ast.parse(source)) if name in VAGUE)
    assert counted == {"told": 1, "part": 1, "said": 2, "look": 2, "mark": 2, "found": 1}


def test_a_class_name_has_one_meaning() -> None:
    by_name: dict[str, list[str]] = {}
    for file in (path for top in SOURCES for path in (ROOT / top).rglob("*.py")):
        if "stand_ins" in file.parts:  # they have the names of what they stand in for
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.ClassDef):
                by_name.setdefault(node.name, []).append(str(file))
    shared = {name: files for name, files in by_name.items() if len(files) > 1}
    assert {name: files for name, files in shared.items() if name not in SHARED} == {}
    assert set(shared) == SHARED, "well done: take it out of SHARED"
