"""Words that speak of somebody, as that person reads them."""

import pytest

from playbook.phrasing.named import as_they_read_it, is_named, with_name
from playbook.record_rows import Interviewer

CHAIRMAN = Interviewer(name="Mr Lim Boon Keat, PBM", title="Executive Chairman")
DIRECTOR = Interviewer(name="Engr. Babatunde Adekoya", title="Managing Director")
SHERRY = Interviewer(name="Xiaoyu (Sherry) Lin", title="Sr. Scientist")
PIERRE = Interviewer(name="Dr. Jean-Luc St. Pierre")


@pytest.mark.parametrize(
    ("person", "typed", "theirs"),
    [
        (CHAIRMAN, "the Chairman's willingness to be audited", "your willingness to be audited"),
        (DIRECTOR, "the MD's story of the bypass", "your story of the bypass"),
        (SHERRY, "how Sherry validates each lot", "how you validate each lot"),
        (SHERRY, "how Sherry watches the freezer", "how you watch the freezer"),
        (SHERRY, "the walk with Sherry", "the walk with you"),
        (PIERRE, "When Dr. St. Pierre asked me", "When you asked me"),
        (SHERRY, "how Sherry keeps her notes", "how you keep your notes"),
        (DIRECTOR, "Babatunde walking me through his bridge", "you walking me through your bridge"),
        (SHERRY, "how Ann keeps the freezer", "how Ann keeps the freezer"),
    ],
)
def test_somebody_reads_of_themselves_as_you(person: Interviewer, typed: str, theirs: str) -> None:
    assert as_they_read_it(person, typed) == theirs
    assert is_named(person, typed) == (theirs != typed)


def test_in_a_letter_to_all_a_place_has_its_name() -> None:
    text = with_name(CHAIRMAN, "Mr Lim", "the plan; the Chairman's willingness to be audited")
    assert text == "the plan; Mr Lim's willingness to be audited"
