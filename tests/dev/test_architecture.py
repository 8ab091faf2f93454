"""The way of one request, as ARCHITECTURE.md tells it, is the way that a request takes."""

import json
import os
import re
import subprocess
import sys
from pathlib import Path

from tests.playbook.readers import ROOT

WAY = re.compile(r"^## The way of one request$(.*?)^No file comes twice", re.MULTILINE | re.DOTALL)
FILE = re.compile(r"`([\w/]+\.(?:py|js))`")
FOLDERS = ("", "docs/assets/tool", "playbook", "playbook/promises")
"""Where a file is that is named without its folder."""
REQUEST = {
    "record": {"ended_on": "2026-11-20", "promise": "by Friday", "country": "GB"},
    "today": "2026-11-21",
    "stamp": "2026-11-21T12:00:00Z",
    "previous": None,
}
NEVER_CALLED = {"playbook/interview.py"}
"""It only says what an interview is."""


def find(name: str) -> str:
    [path] = [
        path for folder in FOLDERS if (ROOT / (path := f"{folder}/{name}".lstrip("/"))).is_file()
    ]
    return path


def list_files() -> list[str]:
    way = WAY.search((ROOT / "ARCHITECTURE.md").read_text(encoding="utf-8"))
    assert way
    return [find(name) for name in FILE.findall(way[1])]


FOLLOW = """
import json, sys
from playbook.boundary import run

visited = {}

def note(frame, event, _):
    if event == "call":
        visited[frame.f_code.co_filename] = None

run("timeline", "{}")
sys.setprofile(note)
run("timeline", sys.argv[1])
sys.setprofile(None)
print(json.dumps(list(visited)))
"""
"""In a Python of its own, where no answer of another test is cached."""


def follow(request: object) -> list[str]:
    """The files of the rules in the order in which a request comes to each for the first time."""
    command = [sys.executable, "-c", FOLLOW, json.dumps(request)]
    paths = {"PYTHONSAFEPATH": "1", "PYTHONPATH": os.pathsep.join(sys.path)}
    written = subprocess.run(command, env=os.environ | paths, check=True, capture_output=True)
    parts = (path.rpartition("/playbook/") for path in json.loads(written.stdout))
    return [f"playbook/{path}" for _, is_ours, path in parts if is_ours]


def test_no_file_comes_twice() -> None:
    documented = list_files()
    assert len(documented) > 20
    assert sorted(documented) == sorted(set(documented))


def test_a_request_comes_to_each_in_this_order() -> None:
    ours = [
        name for name in list_files() if Path(name).suffix == ".py" and name not in NEVER_CALLED
    ]
    assert [name for name in follow(REQUEST) if name in ours] == ours
