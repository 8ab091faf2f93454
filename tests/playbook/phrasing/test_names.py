"""What a letter calls people: a table written by hand (names.toml), and what holds for every name."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.phrasing.greet import greeting, has_title, name_aloud

TABLE = tomllib.loads((Path(__file__).parent / "names.toml").read_text(encoding="utf-8"))
ROWS = [
    [each.strip() for each in line.split("|")] for line in TABLE["greeted"].strip().splitlines()
]
TITLES = ("Dr.", "Prof.", "Engr.", "Mrs.", "Mdm.", "Capt.", "Shri.", "Dra.", "Rev.", "Mr", "Ms")
BEHIND = ("PBM", "Ph.D.", "M.Ed.", "B.Dent.Sc.", "MBA", "FNSE", "R.Eng", "Partner", "HR Manager")
ASIDES = ("(Retd)", "(she/her)", "(recruiter)", "(HCA)", "(agency)", "")
FROM = ("from L&D", "@ Talentgrove", "- HR", "with Acme", "at the depot", "")
GIVEN = ("Ruth", "Boon", "Chukwuemeka", "Thaís", "Jean-Luc", "Aoife", "Priya", "Zoë")
FAMILY = (
    "Abelmann",
    "O'Dowd",
    "St. Pierre",
    "van der Berg",
    "Garza-Whitfield",
    "McIlwaine",
    "Nwosu",
)


@pytest.mark.parametrize(("typed", "country", "greeted"), ROWS, ids=[row[0] for row in ROWS])
def test_people_everywhere_are_greeted_by_their_name(
    typed: str, country: str, greeted: str
) -> None:
    assert greeting(typed, "", country) == greeted


@given(
    st.lists(st.sampled_from(TITLES), max_size=2),
    st.sampled_from(GIVEN),
    st.sampled_from(FAMILY),
    st.lists(st.sampled_from(BEHIND), max_size=3),
    st.sampled_from(ASIDES),
    st.sampled_from(FROM),
    st.sampled_from(("GB", "US", "IN", "NG", "DE", "IE")),
    st.sampled_from(("", "first", "title")),
)
def test_the_name_in_a_greeting_is_of_typed_words_that_stand_for_nothing_else(
    titles: list[str],
    first: str,
    family: str,
    behind: list[str],
    aside: str,
    place: str,
    country: str,
    style: str,
) -> None:
    letters = "".join(f", {each}" for each in behind)
    typed = " ".join(" ".join([*titles, first, family, aside, place]).split()) + letters
    greeted = greeting(typed, style, country)
    named = (first, family, f"{first} {family}")
    assert greeted.endswith(named), typed
    before = greeted
    for each in sorted(named, key=len, reverse=True):
        before = before.removesuffix(each)
    assert before == "" or (titles and has_title(greeted)), typed


@pytest.mark.parametrize(
    ("typed", "country", "aloud"),
    [
        ("ENGR. CHUKWUEMEKA NWOSU, MNSE, R.ENG (COREN)", "NG", "Engr. Chukwuemeka Nwosu"),
        ("Megan Pugh x", "GB", "Megan Pugh"),
        ("Tan Hui Min (Audrey), FCA", "SG", "Audrey Tan Hui Min"),
        ("Xiaoyu (Sherry) Lin", "US", "Sherry Lin"),
        ("Chiara Benvenuti, PhD", "US", "Chiara Benvenuti"),
        ("Snehal D. Jadhav (DMLT, B.Sc.)", "IN", "Snehal D. Jadhav"),
        ("Mr Tariq Mahmood", "GB", "Tariq Mahmood"),
        ("robin tremblay-wu", "CA", "Robin Tremblay-Wu"),
        ("Jess T", "NZ", "Jess T"),
    ],
)
def test_on_the_phone_a_name_has_no_letters_behind_it(typed: str, country: str, aloud: str) -> None:
    assert name_aloud(typed, country) == aloud


@pytest.mark.parametrize(
    ("greeted", "titled"),
    [
        ("Mdm Sharifah", True),
        ("Puan Sri Rohani", True),
        ("Ms. Kim and Ms. Ruiz", True),
        ("Engr. Adekoya", True),
        ("Pooja ma'am", True),
        ("Tanaka-san", False),
        ("Boon Keat", False),
        ("Karen and Josie", False),
    ],
)
def test_a_title_makes_a_letter_begin_with_dear(greeted: str, titled: bool) -> None:
    assert has_title(greeted) is titled
