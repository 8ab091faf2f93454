"""What people simply type is answered by what every first visit fetches: nothing more comes because of it.

A file that only some inputs need costs megabytes and seconds, and the server could tell from the
request that such a thing was typed.
"""

import json
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import FilePayload, Page, expect

from playbook.plan_file import FORMAT
from tests.browser.runtime import names_of
from tests.browser.tool import area, expect_answer, field, say_when_it_ended

PHRASES = [
    "awesome",
    "is cool",
    "asap",
    "to whom it may concern",
    "I was so nervous",
    "you guys",
    "yeah",
]
PAYS = [
    ("30000", "£31,000 a year", "3.3"),
    ("30k", "31k", "3.3"),
    ("$16.00/hr", "$17.25/hr", "7.8"),
    ("21.50 an hour", "22 an hour", "2.3"),
    ("2.900 € im Monat", "3.000,50 € im Monat", "3.5"),
]
WHENS = [
    ("Monday or Tuesday", "Tuesday 24 November"),
    ("by year end", "31 December"),
    ("by Friday, 4 December 2026 at 17:00", "4 December"),
    ("by week 49", "4 December"),
]
PLAN = f'{{"format": "{FORMAT}", "version": 1, "saved_on": "2026-11-22", "record": RECORD}}'
ODD_PLANS = {
    "no number": ('{"ended_on": "2026-11-20", "employer": NaN}', "'NaN'"),
    "endless": ('{"ended_on": "2026-11-20", "employer": 1e400}', "'1e400'"),
    "deep": ('{"x": ' + "[" * 100_000, "nested too deeply"),
    "many keys": (json.dumps({f"employe{n}": "" for n in range(40_000)}), "40,000"),
}


@pytest.fixture
def fetched(visit: Callable[..., Page]) -> Iterator[Callable[[str], Page]]:
    """Opens a page; in the end, all that was fetched of Python is what everybody fetches."""
    files: set[str] = set()

    def listen(page: Page) -> None:
        page.on("request", lambda each: files.add(each.url.rsplit("/")[-1]))

    yield lambda path: visit(path, prepare=listen)
    assert {each for each in files if each.endswith(".bin")} == names_of("small")


def test_words_that_a_note_is_better_without_are_named(fetched: Callable[[str], Page]) -> None:
    page = fetched("tools/notes/")
    field(page, "interviewers.0.name").fill("Dana Whitlock")
    expect_answer(page)
    draft = area(page, "answer").locator("[data-draft]").first
    for phrase in PHRASES:
        draft.fill(f"Hello Dana,\n\nThank you. The team {phrase}.")
        expect(area(page, "answer")).to_contain_text(f"'{phrase}': ")


def test_a_pay_beside_a_range_is_counted(fetched: Callable[[str], Page]) -> None:
    page = fetched("tools/offer/")
    page.get_by_role("button", name="Add another offer").click()
    page.locator("details").evaluate_all("folds => folds.forEach((fold) => (fold.open = true))")
    for pay, range_from, percent in PAYS:
        field(page, "offers.0.pay").fill(pay)
        field(page, "range_from").fill(range_from)
        field(page, "range_from").blur()
        expect(area(page, "answer")).to_contain_text(f"{percent}%")


def test_days_are_read_as_people_say_them(fetched: Callable[[str], Page]) -> None:
    page = fetched("tools/timeline/")
    say_when_it_ended(page)
    for words, day in WHENS:
        field(page, "promise").fill(words)
        expect(area(page, "answer")).to_contain_text(day)


@pytest.mark.parametrize(("record", "words"), ODD_PLANS.values(), ids=ODD_PLANS)
def test_a_plan_that_cannot_be_read_is_said_at_once_and_the_form_goes_on(
    fetched: Callable[[str], Page], record: str, words: str
) -> None:
    page = fetched("tools/timeline/")
    say_when_it_ended(page)
    content = PLAN.replace("RECORD", record).encode()
    file: FilePayload = {"name": "plan.json", "mimeType": "application/json", "buffer": content}
    area(page, "open").set_input_files(file)
    expect(page.locator("#field-plan-error")).to_contain_text(words)
    field(page, "interviewers.0.name").fill("Dana Reyes")
    expect(area(page, "answer")).to_contain_text("Dana Reyes")
    expect(page.locator("#field-plan-error")).to_be_hidden()
