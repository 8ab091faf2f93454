"""Run our scripts under Node, which the project's own environment brings."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOM = Path(__file__).parent
BROWSER, INSIDE, BUILD = ROOM / "browser", ROOM / "inside", ROOM / "build"
"""Scripts by where they run: in the reader's browser, inside Python there, or once, at a build."""
MOST_SECONDS = 900
"""For one script, on a machine that does much else meanwhile."""
EVERYWHERE = {"TZ": "UTC"}
"""What would else differ from one machine to the next, and be seen in the memory that a build copies."""


def find_node() -> Path:
    """Return the Node of this environment, else the machine's. Raises SystemExit when there is none."""
    own = Path(sys.executable).with_name("node")
    path = str(own) if own.is_file() else shutil.which("node")
    if path is None:
        raise SystemExit("There is no Node here: run make again, or `make clean` first.")
    return Path(path)


def run_script(script: str | Path, *words: str, given: str) -> str:
    """Return what a script of ours says about what it is given. A name alone is one of the build's.

    Raises SystemExit with its complaint.
    """
    done = subprocess.run(
        [str(find_node()), str(BUILD / script), *words],
        env={**os.environ, **EVERYWHERE},
        input=given,
        capture_output=True,
        encoding="utf-8",
        timeout=MOST_SECONDS,
        check=False,
    )
    if done.returncode != 0:
        raise SystemExit(f"{Path(script).name} stopped:\n{done.stderr}")
    return done.stdout
