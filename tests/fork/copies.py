"""Copies of the project as centres have them: made, staged, built and asked."""

import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

from publish.calendars import CALENDARS
from runtime.bundle import LIST
from runtime.whole import PROJECT

ROOT = Path(__file__).parents[2]
CENTRES = Path(__file__).parent / "centres"
type Build = Callable[[str], Path]


def copy_tree(target: Path) -> None:
    """The files that a build reads, without any centre's, and what `make` made that takes long."""
    skip = shutil.ignore_patterns("*cache*", "local")
    for name in ("docs", "macros", "playbook", "publish", "runtime"):
        shutil.copytree(ROOT / name, target / name, ignore=skip)
    for name in ("mkdocs.yml", "CHANGELOG.md", "requirements.lock", "package-lock.json", *PROJECT):
        shutil.copy(ROOT / name, target)
    copy_made(target)


def copy_made(target: Path) -> None:
    """Put the calendars and the list of the runtime's files into the staged tree of a copy."""
    made = (*CALENDARS.glob("*.json"), LIST)
    for path in made:
        place = target / path.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)


def run(root: Path, *module: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *module], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def staged_environment(root: Path) -> dict[str, str]:
    """Where Python looks for modules so that it takes a copy's staged rules."""
    places = os.pathsep.join((str(root / "build"), str(root)))
    return {**os.environ, "PYTHONSAFEPATH": "1", "PYTHONPATH": places}


def run_staged(root: Path, *module: str, given: str = "") -> str:
    """What a module of this copy says that takes its staged rules."""
    done = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=root,
        env=staged_environment(root),
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(root: Path) -> Path:
    """The sealed site of the copy in this folder."""
    run(root, "publish.stage")
    run_staged(root, "publish.site.export_json")
    site = root / "site"
    options = ["--strict", "--config-file", "build/mkdocs.yml", "--site-dir", str(site)]
    run_staged(root, "mkdocs", "build", *options)
    run_staged(root, "publish.site.seal", str(site))
    return site


def read_words(page: Path) -> str:
    html = re.sub(r"<script.*?</script>", " ", page.read_text("utf-8"), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def list_links(site: Path, page: Path) -> list[str]:
    """Where the links of a page lead within the site, from its top."""
    file = page if page.suffix else page / "index.html"
    hrefs = re.findall(r'<a [^>]*?href="([^":#]*)["#]', file.read_text("utf-8"))
    at = file.parent.relative_to(site).as_posix()
    return [f"{posixpath.normpath(posixpath.join(at, href))}/" for href in hrefs]


def answer(folder: Path, tool: str, request: dict[str, Any]) -> dict[str, Any]:
    """What the rules in this folder say: the staged tree of a copy, or wherever its package is."""
    done = subprocess.run(
        [sys.executable, "-m", "playbook", "run", tool],
        cwd=folder,
        input=json.dumps(request),
        capture_output=True,
        text=True,
        check=True,
    )
    page: dict[str, Any] = json.loads(done.stdout)
    assert page["errors"] == {}
    return page
