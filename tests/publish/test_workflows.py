"""The workflows for GitHub: pinned, with no more rights than they use, and quiet in a centre's copy."""

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

FOLDER = Path(__file__).parents[2] / ".github/workflows"
NAMES = sorted(path.name for path in FOLDER.glob("*.yml"))
PINNED = re.compile(r"[\w-]+/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+\b.*")
WRITES = {
    "publish.yml": {"publish": {"pages", "id-token"}},
    "release.yml": {"publish": {"contents", "id-token", "attestations"}},
}
"""The jobs that may change anything, and what."""
ONLY_OURS = "${{ hashFiles('brand.yml') == '' }}"
NOT_IN_A_FORK = "!github.event.repository.fork"


def read(name: str) -> dict[Any, Any]:
    workflow: dict[Any, Any] = yaml.safe_load((FOLDER / name).read_text(encoding="utf-8"))
    return workflow


def list_steps(name: str, job: str) -> list[dict[str, Any]]:
    steps: list[dict[str, Any]] = read(name)["jobs"][job]["steps"]
    return steps


@pytest.mark.parametrize("name", NAMES)
def test_each_action_is_pinned_by_its_commit_with_its_version_beside_it(name: str) -> None:
    text = (FOLDER / name).read_text(encoding="utf-8")
    used = re.findall(r"uses: (.*)", text)
    assert [each for each in used if not PINNED.fullmatch(each)] == []


def test_an_action_has_one_pin_everywhere() -> None:
    texts = [(FOLDER / name).read_text(encoding="utf-8") for name in NAMES]
    pins = {tuple(pin.split("@")) for text in texts for pin in re.findall(r"uses: (\S+)", text)}
    assert len({action for action, _ in pins}) == len(pins)


@pytest.mark.parametrize("name", NAMES)
def test_a_job_may_do_no_more_than_it_does(name: str) -> None:
    workflow = read(name)
    for job, table in workflow["jobs"].items():
        granted = table.get("permissions", workflow["permissions"])
        writes = {scope for scope, right in granted.items() if right == "write"}
        assert writes == WRITES.get(name, {}).get(job, set()), job
        assert table["timeout-minutes"] <= 60, job


@pytest.mark.parametrize("name", NAMES)
def test_no_checkout_leaves_a_key_behind(name: str) -> None:
    for job in read(name)["jobs"]:
        for step in list_steps(name, job):
            if "actions/checkout@" in step.get("uses", ""):
                assert step["with"]["persist-credentials"] is False, job


def test_what_may_write_a_release_runs_nothing_of_the_repository() -> None:
    steps = list_steps("release.yml", "publish")
    assert not any("checkout" in step.get("uses", "") for step in steps)
    runs = [step["run"].split()[0] for step in steps if "run" in step]
    assert runs == ["sha256sum", "mv", "gh"]
    order = [step.get("uses", step.get("run", "")).partition("@")[0] for step in steps]
    attested = order.index("actions/attest-build-provenance")
    assert attested < next(at for at, each in enumerate(order) if each.startswith("gh release"))


def test_a_release_is_tested_before_it_is_built() -> None:
    runs = [step["run"] for step in list_steps("release.yml", "build") if "run" in step]
    order = [runs.index(each) for each in ("make test", "make check", "make site PLAIN=--plain")]
    assert order == sorted(order)
    assert runs[-1] == ".venv/bin/python -m publish.release site dist"


def test_a_copy_runs_none_of_our_own_tests() -> None:
    for job in read("check.yml")["jobs"]:
        tests = [
            s for s in list_steps("check.yml", job) if s.get("run", "").endswith((" test", " unit"))
        ]
        assert [step["if"] for step in tests] == [ONLY_OURS], job
    for name in ("next.yml", "weekly.yml", "release.yml"):
        first = next(iter(read(name)["jobs"].values()))
        assert NOT_IN_A_FORK in first["if"], name
        assert all(
            NOT_IN_A_FORK in job.get("if", "") or "needs" in job
            for job in read(name)["jobs"].values()
        ), name


def test_a_copy_is_looked_over_where_it_is_published() -> None:
    runs = [step["run"] for step in list_steps("publish.yml", "publish") if "run" in step]
    assert runs == ["make site", ".venv/bin/python -m publish.brand check"]


def test_each_week_every_pinned_package_is_looked_up() -> None:
    workflow = read("weekly.yml")
    assert workflow[True]["schedule"][0]["cron"]  # YAML 1.1 takes the key 'on' for true
    runs = " ".join(s.get("run", "") for s in list_steps("weekly.yml", "weaknesses"))
    assert "pip_audit --strict" in runs
    assert "-r requirements.lock" in runs
    assert "npm audit --package-lock-only" in runs
