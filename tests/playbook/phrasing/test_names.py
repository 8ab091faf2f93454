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


def around(name: tuple[str, str]) -> st.SearchStrategy[str]:
    """Return what people type around a name, with the name in it."""
    titles = st.lists(st.sampled_from(TITLES), max_size=2)
    behind = st.lists(st.sampled_from(BEHIND), max_size=3)
    return st.builds(
        lambda before, aside, place, letters: ", ".join(
            [" ".join(" ".join([*before, *name, aside, place]).split()), *letters]
        ),
        titles,
        st.sampled_from(ASIDES),
        st.sampled_from(FROM),
        behind,
    )


@given(
    st.data(),
    st.tuples(st.sampled_from(GIVEN), st.sampled_from(FAMILY)),
    st.sampled_from(("GB", "US", "IN", "NG", "DE", "IE")),
    st.sampled_from(("", "first", "title")),
)
def test_the_name_in_a_greeting_is_of_typed_words_that_stand_for_nothing_else(
    data: st.DataObject, name: tuple[str, str], country: str, style: str
) -> None:
    typed = data.draw(around(name))
    greeted = greeting(typed, style, country)
    named = next(each for each in (" ".join(name), *name) if greeted.endswith(each))
    before = greeted.removesuffix(named)
    assert before == "" or (typed.startswith(TITLES) and has_title(greeted))


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
    "titled",
    ["Mdm Sharifah", "Puan Sri Rohani", "Ms. Kim and Ms. Ruiz", "Engr. Adekoya", "Pooja ma'am"],
)
def test_a_title_makes_a_letter_begin_with_dear(titled: str) -> None:
    assert has_title(titled)


@pytest.mark.parametrize("greeted", ["Boon Keat", "Karen and Josie", "Tanaka-san", "Dean"])
def test_a_name_alone_is_no_title(greeted: str) -> None:
    assert not has_title(greeted)
