"""People are greeted as a person would greet them, and nobody by a name that isn't there."""

import pytest

from playbook.phrasing.greet import greeting

GREETED = [
    ("Karen Holt", "Karen", "Karen", "Karen Holt"),
    ("Dr Imran Sheikh", "Dr Sheikh", "Imran", "Dr Sheikh"),
    ("Josie (HCA)", "Josie", "Josie", "Josie"),
    ("Prof. Suresh Kumar", "Professor Kumar", "Suresh", "Professor Kumar"),
    ("PD Dr. Jürgen von der Heydt", "Dr von der Heydt", "Jürgen", "Dr von der Heydt"),
    ("ir. Joost van den Berg", "Joost", "Joost", "Joost van den Berg"),
    ("Sir Max Hillcroft KC", "Sir Max", "Sir Max", "Sir Max"),
    ("Hon. Thomas Ridge", "Thomas", "Thomas", "Thomas Ridge"),
    ('Robert "Bob" Castellano', "Bob", "Bob", "Robert Castellano"),
    ("Dana Whitlock MBA PMP", "Dana", "Dana", "Dana Whitlock"),
    ("Mary Smith Jr.", "Mary", "Mary", "Mary Smith"),
    ("Sam from HR", "Sam", "Sam", "Sam"),
    ("Divya HR", "Divya", "Divya", "Divya"),
    ("WHITLOCK, Dana", "Dana", "Dana", "Dana Whitlock"),
    ("van den Berg, Joost", "Joost", "Joost", "Joost van den Berg"),
    ("Park Seo-yeon 책임", "Park Seo-yeon", "Park Seo-yeon", "Park Seo-yeon"),
    ("Dana?", "Dana", "Dana", "Dana"),
    ("she said her name was Kay", "Kay", "Kay", "Kay"),
    ("gareth", "Gareth", "Gareth", "Gareth"),
    ("jennifer lopez-smith", "Jennifer", "Jennifer", "Jennifer Lopez-Smith"),
    ("MS. GRACE DELA CRUZ", "Ms Dela Cruz", "Grace", "Ms Dela Cruz"),
    ("Greg P.", "Greg", "Greg", "Greg P."),
    ("Siobhán Ní Bhriain", "Siobhán", "Siobhán", "Siobhán Ní Bhriain"),
    ("Mrs MacLeod", "Mrs MacLeod", "Mrs MacLeod", "Mrs MacLeod"),
    ("Doña Carmen Ruiz", "Doña Carmen", "Doña Carmen", "Doña Carmen"),
    ("Wiremu Te Awe Awe", "Wiremu", "Wiremu", "Wiremu Te Awe Awe"),
    ("Sister Mary Okafor", "Sister Okafor", "Mary", "Sister Okafor"),
    ("Dr. Alasdair Greig, OBE", "Dr Greig", "Alasdair", "Dr Greig"),
    ("Amélie Gagnon-Tremblay (she/her)", "Amélie", "Amélie", "Amélie Gagnon-Tremblay"),
    ("Dr. Wei Zhang, PhD, CFA", "Dr Zhang", "Wei", "Dr Zhang"),
    ("Prof. Dr. Jörg Weiß", "Professor Weiß", "Jörg", "Professor Weiß"),
    ("李明", "李明", "李明", "李明"),
    ("د. ليلى حسن", "د. ليلى حسن", "د. ليلى حسن", "د. ليلى حسن"),
    ("Sukarno", "Sukarno", "Sukarno", "Sukarno"),
    (
        "Karen Holt and Dr Imran Sheikh",
        "Karen and Dr Sheikh",
        "Karen and Imran",
        "Karen Holt and Dr Sheikh",
    ),
    ("Em. prof. Piet Kuiper", "Professor Kuiper", "Piet", "Professor Kuiper"),
]


@pytest.mark.parametrize(("name", "usual", "first", "titled"), GREETED)
def test_a_name_is_greeted_in_each_style(name: str, usual: str, first: str, titled: str) -> None:
    assert greeting(name) == usual
    assert greeting(name, "first") == first
    assert greeting(name, "title") == titled


@pytest.mark.parametrize(
    "nobody",
    [
        "HR",
        "?",
        "n/a",
        "-",
        "I don't know",
        "the ward manager",
        "hiring manager",
        "dana.whitlock@bw.example",
        "idk",
        "TBC",
    ],
)
def test_what_is_no_name_greets_nobody(nobody: str) -> None:
    assert greeting(nobody) == ""


def test_a_title_has_a_full_stop_where_it_is_written_so() -> None:
    assert greeting("Dr Imran Sheikh", "", "US") == "Dr. Sheikh"
    assert greeting("Ms. Lee", "", "GB") == "Ms Lee"


def test_where_a_family_name_comes_first_the_whole_name_is_said() -> None:
    assert greeting("Zhang Wei", "", "CN") == "Zhang Wei"
    assert greeting("Zhang Wei", "first", "KR") == "Zhang Wei"
    assert greeting("Zhang Wei", "", "GB") == "Zhang"


@pytest.mark.parametrize(
    ("typed", "greeted"),
    [
        ("Fr. Brendan Daly", "Father Daly"),
        ("Pastor Karen Lund", "Pastor Lund"),
        ("Nurse Patty", "Nurse Patty"),
        ("Madam Wambui", "Madam Wambui"),
        ("Big Dave", "Big Dave"),
        ("Watch Manager Sue Dyer", "Sue"),
        ("Crew Cmdr Ali", "Commander Ali"),
    ],
)
def test_no_greeting_stops_at_a_title_or_a_byname(typed: str, greeted: str) -> None:
    assert greeting(typed, "", "GB") == greeted


def test_a_short_title_is_read_as_its_country_writes_it() -> None:
    assert greeting("Fr. Müller", "", "DE") == "Frau Müller"
    assert greeting("Fr. Murphy", "", "IE") == "Father Murphy"


@pytest.mark.parametrize(
    ("typed", "greeted"),
    [
        ("Dr. Cormac O'Dowd B.Dent.Sc.", "Dr O'Dowd"),
        ("Mrs. Dolores Garza-Whitfield, M.Ed.", "Mrs Garza-Whitfield"),
        ("Ruth Abelmann, Ph.D.", "Ruth"),
        ("Engr. (Dr.) Babatunde Adekoya, FNSE", "Engr. Adekoya"),
        ("Mr Lim Boon Keat, PBM", "Mr Keat"),
        ("Aoife Brennan, FCIArb", "Aoife"),
        ("Tom Price, CEng MIMechE", "Tom"),
        ("Snehal D. Jadhav (DMLT, B.Sc.)", "Snehal"),
        ("DIAZ, ANA", "Ana"),
        ("O'Neill, Ciara", "Ciara"),
        ("M. Jean DUPONT", "M. Jean Dupont"),
        ("LaShawn McDonald", "LaShawn"),
    ],
)
def test_letters_behind_a_name_are_no_name(typed: str, greeted: str) -> None:
    assert greeting(typed) == greeted


@pytest.mark.parametrize(
    ("typed", "greeted"),
    [
        ("Jeremy Fong, Partner, Calder & Fong Executive Search (agency)", "Jeremy"),
        ("Dana Whitlock, Head of People", "Dana"),
        ("Bianca @ Talentgrove (recruiter)", "Bianca"),
        ("Pooja mam", "Pooja"),
        ("Cerys x", "Cerys"),
        ("Ravi ji", "Ravi"),
    ],
)
def test_a_job_and_a_firm_behind_a_name_are_no_name(typed: str, greeted: str) -> None:
    assert greeting(typed) == greeted


@pytest.mark.parametrize(
    ("typed", "country", "greeted"),
    [
        ("Shri. R. Venkatesan", "IN", "Shri Venkatesan"),
        ("Smt. Lakshmi Iyer", "IN", "Smt. Iyer"),
        ("Engr. Tunde Bakare", "NG", "Engr. Bakare"),
        ("Alhaji Sani", "NG", "Alhaji Sani"),
        ("Mdm. Sharifah Alhadad", "SG", "Mdm Sharifah"),
        ("Mr Lim Boon Keat, PBM", "SG", "Mr Lim"),
        ("Ms Tan Hui Min", "MY", "Ms Tan"),
        ("Dr. Jean-Luc St. Pierre", "US", "Dr. St. Pierre"),
        ("Dra. Patrícia Moura", "BR", "Dra. Moura"),
        ("Er. Rakesh Gupta", "IN", "Er. Gupta"),
        ("Lt. Col. Brian Hayes (Ret.)", "GB", "Colonel Hayes"),
        ("Bc. Jana Nová", "CZ", "Jana"),
        ("Mevr. Jansen", "NL", "Mevr. Jansen"),
        ("Dato' Ismail bin Yahaya", "MY", "Dato' Ismail"),
        ("The Revd Canon Jane Fox", "GB", "Canon Fox"),
    ],
)
def test_a_title_of_the_country_is_said_with_the_name(
    typed: str, country: str, greeted: str
) -> None:
    assert greeting(typed, "", country) == greeted


@pytest.mark.parametrize(
    ("typed", "country", "greeted"),
    [
        ("R. Venkatesan", "IN", "R. Venkatesan"),
        ("W. Geddes", "GB", "W. Geddes"),
        ("Mr. K. Srinivasan", "IN", "Mr Srinivasan"),
        ("García López, María", "ES", "María"),
        ("Karen/Bob", "GB", "Karen and Bob"),
        ("Karen (manager) and Bob", "GB", "Karen and Bob"),
        ("Anna (HR and finance)", "GB", "Anna"),
        ("Amélie (she/her)", "GB", "Amélie"),
    ],
)
def test_an_initial_is_no_given_name_and_two_people_are_two(
    typed: str, country: str, greeted: str
) -> None:
    assert greeting(typed, "", country) == greeted
