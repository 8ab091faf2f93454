"""What the tests of copies share."""

import fcntl
import os
import shutil
from pathlib import Path

import pytest

from tests.fork.copies import CENTRES, Build, build, copy_tree
from tests.fork.repositories import NOTES, RULE, commit, git, start_repository


@pytest.fixture(scope="session")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The copy of a centre with its site, built once for all files of tests and all that run at the same time."""
    own = tmp_path_factory.getbasetemp()
    shared = own.parent if "PYTEST_XDIST_WORKER" in os.environ else own

    def build_once(name: str) -> Path:
        root = shared / name
        with (shared / f"{name}.lock").open("w") as lock:
            fcntl.flock(lock, fcntl.LOCK_EX)
            if not (root / "built").exists():
                shutil.rmtree(root, ignore_errors=True)
                copy_tree(root)
                shutil.copytree(CENTRES / name, root, dirs_exist_ok=True)
                build(root)
                (root / "built").touch()
        return root

    return build_once


@pytest.fixture
def upstream(tmp_path: Path) -> Path:
    """A small upstream with one release."""
    root = start_repository(tmp_path / "upstream")
    files = {
        "CHANGELOG.md": "# Changelog\n\n## 0.1.0\n\n- It begins.\n",
        "docs/plays/waiting/the-check-in.md": "# The check-in\n",
        "docs/plays/waiting/the-one-call.md": "# The one call\n",
        "playbook/tools/timeline/rules.toml": RULE.format(5),
        "playbook/evidence/disagreements.toml": '[D7]\nquestion = "How often?"\n',
        f"{NOTES}/accept.txt.jinja": "Yes.\n",
        f"{NOTES}/decline.txt.jinja": "No.\n",
    }
    commit(root, files, "v0.1.0")
    return root


@pytest.fixture
def fork(upstream: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A centre's copy of it, with decisions of its own."""
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Dana")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "dana@example.org")
    root = tmp_path / "fork"
    git(tmp_path, "clone", "--quiet", str(upstream), str(root))
    git(root, "remote", "rename", "origin", "upstream")
    files = {
        "brand.yml": "INHERIT: mkdocs.yml\nextra:\n  brand:\n    hide_plays:\n      - the-one-call\n",
        "brand/rules/timeline.toml": "[check-in-gap]\nvalue = 7\n",
        "brand/disagreements.toml": '[D7]\ntakes = "Once."\n',
        "brand/slots/plays/the-check-in.md": "Come by.\n",
        "brand/templates/accept.txt.jinja": "Yes, please.\n",
        "brand/templates/decline.txt.jinja": "No, thank you.\n",
        "brand/templates/open-day.txt.jinja": "Thanks.\n",
    }
    commit(root, files)
    return root
