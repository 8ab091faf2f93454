"""A play leads to the tool that does its job, with the kind of note already chosen."""

import re
from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.tool import area, expect_answer, field, open_more


def test_the_check_in_is_chosen_for_who_comes_from_its_play(visit: Callable[..., Page]) -> None:
    page = visit("plays/waiting/the-check-in/")
    page.get_by_role("link", name="Write it now").first.click()
    kind = field(page, "note_kind")
    expect(kind).to_have_value("check-in-1")
    expect(page).not_to_have_url(re.compile("#"))
    expect(area(page, "errors")).to_be_hidden()

    open_more(page)
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)
    expect(area(page, "answer").locator("[data-draft]")).to_have_count(1)


def test_a_choice_of_the_reader_s_stays_after_a_reload(visit: Callable[..., Page]) -> None:
    page = visit("tools/notes/#note_kind=accept")
    kind = field(page, "note_kind")
    expect(kind).to_have_value("accept")
    kind.evaluate("field => field.closest('details') && (field.closest('details').open = true)")
    kind.select_option("decline")
    page.reload()
    expect(kind).to_have_value("decline")


def test_an_address_chooses_nothing_that_the_form_has_not(visit: Callable[..., Page]) -> None:
    for address in ("#note_kind=nonsense", "#employer=Mill", "#answer", "#="):
        page = visit(f"tools/notes/{address}")
        expect(field(page, "note_kind")).to_have_value("")
        expect(field(page, "employer")).to_have_value("")
