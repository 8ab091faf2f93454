"""What the files for GitHub, GitLab and Netlify do, with a `make` that only notes what it's asked for."""

import json
import os
import shutil
import subprocess
import sys
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).parents[2]
MAKE = """#!/bin/sh
[ "$1" = site ] && mkdir site && touch site/index.html
for word; do case $word in SITE_URL=*) SITE_URL=${word#SITE_URL=} ;; esac; done
echo "$SITE_URL" > address
"""

MISSPELT = "f\N{LATIN SMALL LETTER A}le"
"""Portuguese for 'speak', and misspelled English; written so that this file isn't."""

type Recipe = tuple[str, Mapping[str, str], str]
"""The commands, the environment that they're given, and the folder that is published."""


def read_github(address: str) -> Recipe:
    workflow = yaml.safe_load((ROOT / ".github/workflows/publish.yml").read_text("utf-8"))
    steps = workflow["jobs"]["publish"]["steps"]
    build = next(step for step in steps if "run" in step)
    upload = next(step for step in steps if "upload-pages" in step.get("uses", ""))
    asked = {"SITE_URL": build["env"]["SITE_URL"]}
    asked["SITE_URL"] = asked["SITE_URL"].replace("${{ steps.pages.outputs.base_url }}", address)
    return build["run"], asked, upload["with"]["path"]


def read_gitlab(address: str) -> Recipe:
    job = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["pages"]
    (folder,) = job["artifacts"]["paths"]
    commands = [each for each in job["script"] if "publish.brand check" not in each]
    return "\n".join(commands), {"CI_PAGES_URL": address}, folder


def read_netlify(address: str) -> Recipe:
    build = tomllib.loads((ROOT / "netlify.toml").read_text("utf-8"))["build"]
    return build["command"], {"URL": address}, build["publish"]


def follow(recipe: Recipe, place: Path) -> str:
    """Run the commands as the host does. Return the address that the site is built for."""
    commands, environment, folder = recipe
    make = place / "bin/make"
    make.parent.mkdir()
    make.write_text(MAKE)
    make.chmod(0o755)
    subprocess.run(
        [shutil.which("bash") or "bash", "-e", "-c", commands],
        cwd=place,
        env={"PATH": f"{make.parent}:{os.environ['PATH']}", **environment},
        check=True,
    )
    assert (place / folder / "index.html").is_file()
    return (place / "address").read_text().strip()


@pytest.mark.parametrize("read", [read_github, read_gitlab, read_netlify])
def test_a_host_builds_the_site_for_its_own_address(
    read: Callable[[str], Recipe], tmp_path: Path
) -> None:
    address = "https://college.example.org/playbook"
    assert follow(read(address), tmp_path) == f"{address}/"


@pytest.mark.parametrize("read", [read_gitlab, read_netlify])
def test_a_hosts_runner_on_ones_own_machine_knows_no_address_and_gives_none(
    read: Callable[[str], Recipe], tmp_path: Path
) -> None:
    assert follow(read(""), tmp_path) == ""


def test_gitlab_looks_over_a_copy_before_it_publishes_and_keeps_what_it_fetched() -> None:
    job = yaml.safe_load((ROOT / ".gitlab-ci.yml").read_text("utf-8"))["pages"]
    assert [each.split()[-1] for each in job["script"]][1:] == ["check", "public"]
    assert set(job["cache"]["paths"]) == {".venv/", "node_modules/", ".cache/"}
    assert set(job["cache"]["key"]["files"]) == {"requirements.lock", "package-lock.json"}


BUILD = """
const plugin = require(process.argv[1])
const asked = []
const note = (what) => async (paths) => asked.push([what, paths])
const utils = { cache: { restore: note('restore'), save: note('save') } }
const main = async () => {
  await plugin[process.argv[2]]({ utils })
  console.log(JSON.stringify(asked))
}
main()
"""
"""A build of Netlify, as far as the plug-in sees it."""


def build_on_netlify(place: Path, when: str) -> object:
    package = tomllib.loads((ROOT / "netlify.toml").read_text("utf-8"))["plugins"][0]["package"]
    command = [str(ROOT / ".venv/bin/node"), "-e", BUILD, f"{ROOT}{package}/index.js", when]
    run = subprocess.run(command, cwd=place, capture_output=True, text=True, check=True)
    return json.loads(run.stdout)


@pytest.mark.parametrize("is_changed", [False, True], ids=["as-it-was", "changed"])
def test_netlify_keeps_what_was_fetched_until_a_lock_file_changes(
    tmp_path: Path, *, is_changed: bool
) -> None:
    ready, locks = (".venv/ready", "node_modules/ready"), ("requirements.lock", "package-lock.json")
    for name in (*ready, *locks):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text(name)
    cached = [".venv", "node_modules", ".cache"]
    assert build_on_netlify(tmp_path, "onPostBuild") == [["save", cached]]
    for name in ready:
        os.utime(tmp_path / name, (1_000_000_000, 1_000_000_000))
    if is_changed:
        (tmp_path / "package-lock.json").write_text("another")
    assert build_on_netlify(tmp_path, "onPreBuild") == [["restore", cached]]
    lock = (tmp_path / "requirements.lock").stat().st_mtime
    is_current = [(tmp_path / name).stat().st_mtime >= lock for name in ready]
    assert is_current == [not is_changed] * 2


def test_netlify_starts_with_nothing_kept(tmp_path: Path) -> None:
    for name in ("requirements.lock", "package-lock.json"):
        (tmp_path / name).write_text(name)
    build_on_netlify(tmp_path, "onPreBuild")
    assert not (tmp_path / ".venv").exists()


@pytest.mark.parametrize("left", [".netlify/netlify.toml", ".gitlab-ci-local/x", "public/x"])
def test_what_such_a_runner_leaves_is_not_part_of_the_copy(left: str, tmp_path: Path) -> None:
    shutil.copy(ROOT / ".gitignore", tmp_path)
    git = shutil.which("git") or "git"
    subprocess.run([git, "init", "--quiet"], cwd=tmp_path, check=True)
    done = subprocess.run([git, "check-ignore", "--quiet", left], cwd=tmp_path, check=False)
    assert done.returncode == 0


def test_a_centres_own_language_is_no_misspelling(tmp_path: Path) -> None:
    shutil.copy(ROOT / "pyproject.toml", tmp_path)
    for name in ("brand.yml", "brand/slots/home.md", "docs/local/fale-conosco.md", "docs/ours.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_text(MISSPELT, encoding="utf-8")
    command = [sys.executable, "-m", "codespell_lib"]
    output = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert [line.partition(":")[0] for line in output.stdout.splitlines()] == ["./docs/ours.md"]
