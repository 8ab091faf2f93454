"""Jobs and employers as sentences name them, from titles as people type and paste them (test_jobs.toml)."""

from pathlib import Path

import pytest

from playbook.content import read_toml
from playbook.phrasing.job import short_employer, the_job, tidy_employer, tidy_role, whole_job_at

CASES = read_toml(Path(__file__).with_suffix(".toml"))


@pytest.mark.parametrize(("typed", "named"), CASES["a_sentence_names_the_job_alone"])
def test_a_sentence_names_the_job_alone(typed: str, named: str) -> None:
    assert the_job(tidy_role(typed)) == named


@pytest.mark.parametrize(
    ("role", "employer", "named"), CASES["an_acceptance_confirms_all_that_the_title_says"]
)
def test_an_acceptance_confirms_all_that_the_title_says(
    role: str, employer: str, named: str
) -> None:
    assert whole_job_at(role, employer) == named


@pytest.mark.parametrize(("typed", "short", "whole"), CASES["a_note_leaves_the_legal_form_off"])
def test_a_note_leaves_the_legal_form_off(typed: str, short: str, whole: str) -> None:
    assert (short_employer(typed), tidy_employer(typed)) == (short, whole)
