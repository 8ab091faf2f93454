"""The answers to the worked examples, kept from one build to the next: most builds change words, not rules."""

import hashlib
import sys
from functools import cache
from importlib.metadata import version
from pathlib import Path

import playbook
from playbook.boundary import run

FOLDER = Path(".cache/answers")
"""One file a tool: a line that says what the answer was made of and what it is, and the answer."""
RULES = Path(playbook.__file__).parent


def ask(tool: str, request: str) -> str:
    """What `playbook.boundary.run` answers: as it is kept, where neither the rules nor the request are new."""
    kept = FOLDER / tool
    text = kept.read_text(encoding="utf-8") if kept.is_file() else ""
    known, _, answer = text.partition("\n")
    if known != mark(request, answer):
        answer = run(tool, request)
        kept.parent.mkdir(parents=True, exist_ok=True)
        kept.write_text(f"{mark(request, answer)}\n{answer}", encoding="utf-8")
    return answer


def mark(request: str, answer: str) -> str:
    """What no other answer has, no other request, and no other brand; nor has half of this one."""
    return hashlib.sha256(f"{mark_of_rules()} {request} {answer}".encode()).hexdigest()


@cache
def mark_of_rules() -> str:
    """What changes when anything does that an answer rests on: the rules, a centre's own, Python or Jinja2."""
    mark = hashlib.sha256(f"{sys.version} {version('jinja2')}".encode())
    for path in sorted(RULES.rglob("*")):
        if path.is_file() and path.suffix != ".pyc":
            mark.update(f"{path.relative_to(RULES)} {path.stat().st_size} ".encode())
            mark.update(path.read_bytes())
    return mark.hexdigest()


mark_of_rules()  # at once: it belongs to the rules as this process has imported them
