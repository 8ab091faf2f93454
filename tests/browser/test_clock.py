"""The clocks of the closing statement: silent, the reader's to start and stop, and said to those who listen."""

from collections.abc import Callable
from datetime import datetime

import pytest
from playwright.sync_api import Locator, Page, expect

from tests.browser.conftest import TODAY
from tests.browser.sight import heard, listen
from tests.browser.tool import area, expect_answer, field

LATER = datetime.fromisoformat("2026-11-22T11:00:00Z")
SECOND = 1000
A_BREATH = 150
"""The region is empty for a moment before it says something."""


@pytest.fixture
def practising(visit: Callable[..., Page]) -> Page:
    """The closing statement with something to say, at a moment that stands still until the test lets time pass."""
    page = visit(
        "tools/closing-statement/",
        prepare=lambda page: page.clock.install(time=TODAY),
        reduced_motion="reduce",
    )
    field(page, "needs").fill("stays calm when the ward is full")
    field(page, "proofs.0.did").fill("ran a ward at night")
    expect_answer(page)
    card = area(page, "answer").locator("#closing-card")
    # nothing is owed when the clock stands still: an answer that is late by that clock would count as a failure
    expect(card).to_contain_text("calm")
    expect(card).to_contain_text("night")
    # nor may the answer wait to be announced: it would be said together with the first press
    expect(area(page, "spoken")).to_contain_text("words")
    page.clock.pause_at(LATER)
    page.clock.run_for(A_BREATH)
    return page


def clock(page: Page) -> Locator:
    """The clock to practise with."""
    return area(page, "answer").locator(".pb-practise [data-timer]")


def press(timer: Locator, name: str) -> None:
    timer.locator(f"[data-timer-do='{name}']").click()


def expect_time(timer: Locator, shown: str) -> None:
    expect(timer.locator("[data-timer-shows]")).to_have_text(shown)


def test_it_runs_stands_still_goes_on_and_starts_again(practising: Page) -> None:
    timer = clock(practising)
    press(timer, "start")
    practising.clock.run_for(65 * SECOND)
    expect_time(timer, "01:05")
    press(timer, "pause")
    practising.clock.run_for(30 * SECOND)
    expect_time(timer, "01:05")
    press(timer, "start")
    practising.clock.run_for(5 * SECOND)
    expect_time(timer, "01:10")
    press(timer, "reset")
    practising.clock.run_for(5 * SECOND)
    expect_time(timer, "00:00")


def test_at_60_80_and_90_seconds_it_says_a_sentence_once(practising: Page) -> None:
    timer, spoken = clock(practising), area(practising, "spoken")
    expect(spoken).to_have_attribute("role", "status")
    press(timer, "start")
    practising.clock.run_for(59 * SECOND)
    expect(spoken).to_have_text("The clock is running.")
    heard = []
    for seconds in (1, 20, 10):
        practising.clock.run_for(seconds * SECOND)
        expect(timer.locator("[data-timer-says]:not([hidden])")).to_have_count(1)
        practising.clock.run_for(A_BREATH)
        heard.append(spoken.inner_text())
    sentences = timer.locator("[data-timer-says]").all_text_contents()
    assert heard == [sentence.strip() for sentence in sentences]
    expect(timer).to_have_attribute("data-over", "")


def test_each_press_is_heard_and_no_second_between(practising: Page) -> None:
    timer = clock(practising)
    listen(practising)
    for name, seconds in (("start", 12), ("pause", 30), ("start", 3), ("reset", 0), ("reset", 0)):
        press(timer, name)
        practising.clock.run_for(A_BREATH)
        practising.clock.run_for(seconds * SECOND)
    assert heard(practising) == [
        "The clock is running.",
        "The clock stands at 00:12.",
        "The clock is running.",
        "The clock stands at 00:00.",
        "The clock stands at 00:00.",
    ]


@pytest.mark.parametrize(("length", "moments"), [("60", (30, 50, 60)), ("120", (90, 110, 120))])
def test_a_shorter_and_a_longer_statement_have_their_own_moments(
    practising: Page, length: str, moments: tuple[int, ...]
) -> None:
    practising.locator(".pb-tool-more > summary").click()
    field(practising, "statement_length").select_option(length)
    practising.clock.run_for(1 * SECOND)
    timer = clock(practising)
    expect(timer).to_have_attribute("data-limit", length)
    press(timer, "start")
    before = 0
    for at in moments:
        practising.clock.run_for((at - before) * SECOND)
        before = at
        expect(timer.locator("[data-timer-says]:not([hidden])")).to_have_attribute(
            "data-timer-says", str(at)
        )
    expect(timer).to_have_attribute("data-over", "")


def test_it_runs_on_while_the_reader_edits(practising: Page) -> None:
    press(clock(practising), "start")
    practising.clock.run_for(30 * SECOND)
    field(practising, "draws").fill("you train new people yourselves")
    practising.clock.run_for(1 * SECOND)
    expect(area(practising, "answer").locator("#closing-card")).to_contain_text("train")
    expect_time(clock(practising), "00:31")
    practising.clock.run_for(29 * SECOND)
    expect_time(clock(practising), "01:00")


def test_a_sample_read_aloud_gives_the_readers_own_pace(practising: Page) -> None:
    sample = area(practising, "answer").locator("#closing-own-pace")
    sample.locator("summary").click()
    press(sample.locator("[data-timer]"), "start")
    practising.clock.run_for(25 * SECOND)
    press(sample.locator("[data-timer]"), "stop")
    expect(field(practising, "own_rate_seconds")).to_have_value("25")
    expect(sample.locator("summary ~ p").last).to_contain_text("144 words")
    expect(sample).to_have_attribute("open", "")
    expect(sample.locator("[data-timer-do='stop']")).to_be_focused()


def test_it_makes_no_sound_and_nothing_moves(practising: Page) -> None:
    press(clock(practising), "start")
    practising.clock.run_for(5 * SECOND)
    assert practising.evaluate("document.getAnimations().length") == 0
    assert practising.locator("audio, video").count() == 0


def test_the_card_has_key_words_only_and_a_page_of_its_own(practising: Page) -> None:
    card = area(practising, "answer").locator("#closing-card")
    expect(card).to_contain_text("calm")
    expect(card).not_to_contain_text("You need somebody who")
    practising.emulate_media(media="print")
    expect(card).to_be_visible()
    expect(card).to_have_css("break-before", "page")
    expect(clock(practising)).to_be_hidden()


def test_today_moves_on_at_midnight_with_the_page_in_view(visit: Callable[..., Page]) -> None:
    before_midnight = datetime.fromisoformat("2026-11-22T23:57:00+00:00")
    page = visit("tools/timeline/", prepare=lambda page: page.clock.install(time=before_midnight))
    field(page, "ended_on").fill("2026-11-20")
    expect_answer(page)
    expect(area(page, "answer")).to_contain_text("today, Sunday 22 November", ignore_case=True)
    page.clock.fast_forward(5 * 60 * SECOND)
    expect(area(page, "answer")).to_contain_text("today, Monday 23 November", ignore_case=True)
    expect(field(page, "ended_on")).to_have_value("2026-11-20")
