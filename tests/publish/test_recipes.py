"""What the files for GitHub, GitLab and Netlify do, with a `make` that only notes what it's asked for."""

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
    return "\n".join(job["script"]), {"CI_PAGES_URL": address}, folder


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
    said = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, check=False)
    assert [line.partition(":")[0] for line in said.stdout.splitlines()] == ["./docs/ours.md"]
