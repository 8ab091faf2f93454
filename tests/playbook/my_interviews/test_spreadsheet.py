"""My interviews as a spreadsheet, and spreadsheets of others: nothing is guessed, lost or computed."""

import csv
import json
from io import StringIO
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.boundary import run

TODAY = "2026-11-30"


def ask(record: object, *sheets: str) -> dict[str, Any]:
    asked = {"record": record, "today": TODAY, **({"plans": sheets} if sheets else {})}
    answer: dict[str, Any] = json.loads(run("my_interviews", json.dumps(asked)))
    return answer


def opened(sheet: str) -> list[dict[str, Any]]:
    """Return the applications of a sheet by their employers and jobs, without their numbers."""
    record = ask({}, sheet)["record"]
    rows = [
        {key: each[key] for key in each if key not in ("plan_id", "applications")}
        for each in (record, *record.get("applications", []))
    ]
    return sorted(rows, key=lambda each: (each.get("employer", ""), each.get("role", "")))


def why(sheet: str) -> str:
    complaint: str = ask({}, sheet)["errors"].get("plans", "")
    return complaint.removeprefix("File 1: ")


def written(record: object) -> str:
    text: str = next(each for each in ask(record)["downloads"] if each["name"] == "spreadsheet")[
        "text"
    ]
    return text


def cells(text: str) -> list[list[str]]:
    return list(csv.reader(StringIO(text.removeprefix("\ufeff"), newline="")))


MILL = {"employer": "Mill", "role": "Welder", "ended_on": "2026-11-03"}


@pytest.mark.parametrize(
    "sheet",
    [
        "Employer,Job,Interview date\nMill,Welder,2026-11-03\n",
        "\ufeffEmployer;Job;Interview date\r\nMill;Welder;2026-11-03\r\n",
        "Company\tPosition\tDate\nMill\tWelder\t2026-11-03",
        "sep=;\nCompany;Position;Date\nMill;Welder;2026-11-03",
        "My search,,\n,,\nORGANISATION,Job title:,Interviewed on\n\nMill,Welder,3 Nov 2026\n",
        '"Date","Role","Company name"\r"Tue, Nov 3, 2026","Welder","Mill"\r',
        '"Role", "Employer", "Date"\n"Welder", "Mill", "2026/11/03 14:30"\n',
        "employer|job|date\nMill|Welder|3-Nov-26\n",
    ],
)
def test_columns_separators_and_days_of_many_programs(sheet: str) -> None:
    assert opened(sheet) == [MILL]
    assert why(sheet) == ""


def test_quotes_commas_and_line_breaks_stay_in_their_cell() -> None:
    sheet = 'Employer,Job\n"Smith, Jones ""& Co""","Welder,\nsecond shift"\n'
    assert opened(sheet) == [{"employer": 'Smith, Jones "& Co"', "role": "Welder,\nsecond shift"}]


def test_a_day_that_one_other_explains_is_read_its_way() -> None:
    sheet = "Employer,Date\nA,03/04/2026\nB,25/04/2026\n"
    assert [each["ended_on"] for each in opened(sheet)] == ["2026-04-03", "2026-04-25"]
    sheet = "Employer,Date\nA,03/04/2026\nB,04/25/2026\n"
    assert [each["ended_on"] for each in opened(sheet)] == ["2026-03-04", "2026-04-25"]


def test_where_day_and_month_can_be_exchanged_the_reader_is_asked_once() -> None:
    record = ask({}, "Employer,Date\nA,03/04/2026\nB,05/06/26\nC,2026-11-13\n")["record"]
    answer = ask(record)
    question = "2 days in your list can be read in two ways. Is 03/04/2026 Friday 3 April or Wednesday 4 March?"
    assert question in answer["text"]
    assert question in answer["html"]
    assert question in answer["status"]
    for order, days in (
        ("day-first", ["2026-04-03", "2026-06-05", "2026-11-13"]),
        ("month-first", ["2026-03-04", "2026-05-06", "2026-11-13"]),
    ):
        done = ask(record | {"applications_do": {order: ""}})
        rows = [done["record"], *done["record"]["applications"]]
        assert sorted(each["ended_on"] for each in rows) == sorted(days)
        assert "two ways" not in done["text"]


def test_two_orders_in_one_column_settle_nothing() -> None:
    sheet = "Employer,Date\nA,03/04/2026\nB,25/04/2026\nC,04/25/2026\n"
    assert [each["ended_on"] for each in opened(sheet)] == [
        "03/04/2026",
        "2026-04-25",
        "2026-04-25",
    ]


@pytest.mark.parametrize("text", ["31/02/2026", "soon", "46115", "26-04-03", "03/04/1826"])
def test_what_is_no_day_stays_as_it_was_typed_and_is_named(text: str) -> None:
    sheet = f"Employer,Date\nA,{text}\n"
    assert opened(sheet) == [{"employer": "A", "ended_on": text}]
    assert why(sheet) == (
        "Row 2: we can't read the day. The interview is in your list; open it there and give the day."
    )


def test_rows_that_cannot_be_read_are_named_and_the_others_open() -> None:
    sheet = (
        'Employer,Job,Stage\nA,x\n"open,y\nB,y,,more\n,,Applied\nC,z\n"D"d,z\nE,"two\nlines"\nF,\n'
    )
    assert [each["employer"] for each in opened(sheet)] == ["A", "C", "E", "F"]
    assert why(sheet) == (
        "Rows 3 and 7: a quotation mark is missing or one too many, so we left them out. The others are open."
        " Row 4: there are more cells than columns, so we left it out. The others are open."
        " Row 5: there is no employer, no job and no day, so we left it out. The others are open."
    )


def test_columns_and_stages_that_nobody_knows_are_named() -> None:
    sheet = "Employer,Salary,Link,Stage\nA,£3,,Ghosted\nB,,,waiting\n"
    assert why(sheet) == (
        "We don't know this stage, so add what has happened yourself: 'Ghosted' (row 2)."
        " We didn't read this column: Salary."
    )


def test_a_stage_becomes_what_has_happened_and_its_day_is_asked_for() -> None:
    sheet = (
        "Employer,Date,Status\nA,2026-11-03,Rejected\nB,2026-11-03,Offer\nC,2026-11-03,Withdrawn\n"
    )
    assert [each["events"] for each in opened(sheet)] == [
        [{"kind": "rejected"}],
        [{"kind": "offer"}],
        [{"kind": "decided"}],
    ]
    text = ask({}, sheet)["text"]
    assert "Check in" not in text
    assert text.count("say on which day that happened") == 3


@pytest.mark.parametrize(
    ("sheet", "words"),
    [
        ("a cat", "This file isn't a plan"),
        ("one,two\n1,2\n", "We found no column for the employer or the job."),
        ("Employer,Job\n" + "A,b\n" * 501, "This spreadsheet has more than 500 rows."),
        ("Employer,Job\n" + "," * 1_900_000, "This spreadsheet has more than 500 rows."),
        ("Employer,Job\n" + "\n" * 20_000, "This spreadsheet has more than 500 rows."),
    ],
)
def test_a_file_that_is_no_list_is_refused(sheet: str, words: str) -> None:
    answer = ask(MILL, sheet)
    assert answer["errors"]["plans"].startswith(f"File 1: {words}")
    assert "Mill" in answer["text"]


def test_formulas_are_defused_on_the_way_out_and_text_on_the_way_in() -> None:
    for odd in ("=cmd()", "+44", "-1", "@x", "'=quoted", "''+x", "=1;=2"):
        text = written({"employer": odd, "ended_on": "2026-11-03"})
        assert cells(text)[1][0] == f"'{odd}"
        assert ask({}, text)["record"]["employer"] == odd
    assert opened("Employer,Job\n=HYPERLINK(1),+x\n") == [
        {"employer": "=HYPERLINK(1)", "role": "+x"}
    ]


def test_what_is_written_says_where_each_stands() -> None:
    other = {"employer": "Ward", "ended_on": "2026-11-20", "promise_on": "2026-12-04"} | {
        "events": [
            {"kind": each, "on": "2026-11-21"} for each in ("thank-you-sent", "notes-written")
        ]
    }
    said_no = {"employer": "Yard", "ended_on": "2026-11-02"} | {
        "events": [
            {"kind": "rejected", "on": "2026-11-10"},
            {"kind": "feedback-asked", "on": "2026-11-11"},
        ]
    }
    rows = cells(written(MILL | {"applications": [other | {"plan_id": "b"}, said_no]}))
    assert rows == [
        ["Employer", "Job", "Interview date", "Stage", "Next step", "On which day"],
        ["Mill", "Welder", "2026-11-03", "Their day has passed", "Check in", "2026-11-30"],
        ["Ward", "", "2026-11-20", "Waiting", "Check in", "2026-12-08"],
        ["Yard", "", "2026-11-02", "They said no", "", ""],
    ]


TEXTS = st.one_of(
    st.sampled_from(
        ["", "Mill", "=cmd()", "'@x", "a;b", 'q"q', "مطحنة", "x\ty", "A,\nB", "-", "'"]
    ),
    st.text(max_size=12),
)
DAYS = st.sampled_from(
    ["", "2026-11-03", "2026-11-20", "2027-01-04", "03/04/2026", "25/04/2026", "soon", "?"]
)
EVENTS = st.lists(
    st.fixed_dictionaries(
        {"kind": st.sampled_from(["", "rejected", "offer", "decided", "answered", "odd"])},
        optional={"on": st.sampled_from(["", "2026-11-25", "2027-02-01"])},
    ),
    max_size=3,
)
INTERVIEWS = st.lists(
    st.fixed_dictionaries({"employer": TEXTS, "role": TEXTS, "ended_on": DAYS, "events": EVENTS}),
    min_size=1,
    max_size=5,
)

PIECES = st.sampled_from([*'Emp,;\t|"\n\r= ', "Employer", "Job", "Date", "1/2/2026", "\n"])


@settings(max_examples=150, deadline=None)
@given(INTERVIEWS)
def test_written_and_read_again_nothing_has_changed(rows: list[dict[str, Any]]) -> None:
    numbered = [{**row, "plan_id": str(number)} for number, row in enumerate(rows)]
    record = {**numbered[0], "applications": numbered[1:]}
    before = ask(record)
    again = ask(record, written(record))
    assert again["text"] == before["text"]
    assert len(again["record"].get("applications", [])) <= len(numbered) - 1
    assert "plans" not in again["errors"] or "day" in again["errors"]["plans"]


@settings(max_examples=150, deadline=None)
@given(st.lists(PIECES).map("".join))
def test_whatever_a_file_says_something_readable_comes_back(sheet: str) -> None:
    answer = ask(MILL, sheet)
    assert "Mill" in answer["text"]
    assert "Traceback" not in str(answer["errors"])
    once = answer["record"] or MILL
    assert (ask(once, sheet)["record"] or once) == once
