import json
import os
import re
import shutil
import subprocess
import tomllib
from pathlib import Path

from dev.lock import GROUPS, drop_addresses
from runtime.node import find_node

ROOT = Path(__file__).parents[2]
REQUIREMENTS = (ROOT / "requirements.lock").read_text(encoding="utf-8")
NPM_LOCK = (ROOT / "package-lock.json").read_text(encoding="utf-8")
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))


def test_every_python_package_has_a_version_and_a_hash() -> None:
    entries = re.split(r"\n(?=[a-z])", REQUIREMENTS)
    assert len(entries) > 40
    for entry in entries:
        assert re.match(r"[a-z0-9.-]+==\S+ .*\\\n    --hash=sha256:[0-9a-f]{64}", entry), entry


def test_every_npm_package_has_a_hash() -> None:
    packages = json.loads(NPM_LOCK)["packages"]
    assert len(packages) > 2
    assert all("integrity" in entry for name, entry in packages.items() if name)


def test_no_lock_names_a_host() -> None:
    for lock in (REQUIREMENTS, NPM_LOCK):
        assert "://" not in lock
        assert "--find-links" not in lock
        assert "index-url" not in lock


def test_every_package_asked_for_is_locked() -> None:
    groups = PYPROJECT["dependency-groups"]
    asked = [*PYPROJECT["project"]["dependencies"], *(w for name in GROUPS for w in groups[name])]
    for requirement in asked:
        name = re.split(r"[<>=!\[]", requirement, maxsplit=1)[0]
        assert re.search(rf"^{re.escape(name)}==", REQUIREMENTS, re.MULTILINE), name


def test_every_exact_pin_is_what_is_locked() -> None:
    for name in GROUPS:
        for pin in (w for w in PYPROJECT["dependency-groups"][name] if "==" in w):
            assert f"\n{pin} " in f"\n{REQUIREMENTS}", pin


def test_npm_lock_is_for_the_versions_in_package_json() -> None:
    package = json.loads((ROOT / "package.json").read_text(encoding="utf-8"))
    locked = json.loads(NPM_LOCK)["packages"]
    for name, version in {**package["dependencies"], **package["devDependencies"]}.items():
        assert locked[f"node_modules/{name}"]["version"] == version


def test_npm_brings_what_a_build_runs_also_where_a_host_calls_itself_production(
    tmp_path: Path,
) -> None:
    for name in ("package.json", "package-lock.json", ".npmrc"):
        shutil.copy(ROOT / name, tmp_path)
    listed = subprocess.run(
        [str(find_node().with_name("npm")), "ci", "--dry-run", "--offline"],
        cwd=tmp_path,
        env=os.environ | {"NODE_ENV": "production"},
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    for name in json.loads((ROOT / "package.json").read_text(encoding="utf-8"))["devDependencies"]:
        assert f"add {name} " in listed


def test_addresses_are_dropped_and_hashes_kept() -> None:
    entry = {"version": "1", "resolved": "https://x.test/a.tgz", "integrity": "sha512-a"}
    lock: dict[str, object] = {"lockfileVersion": 3, "packages": {"node_modules/a": entry}}
    pinned = {"version": "1", "integrity": "sha512-a"}
    assert drop_addresses(lock) == {"lockfileVersion": 3, "packages": {"node_modules/a": pinned}}
