"""What somebody who listens hears: answers once they pause, mistakes once they leave a field, nothing a letter."""

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from playbook.tools import NAMES, get_tool
from tests.browser.conftest import TODAY
from tests.browser.sight import (
    expect_focus_in_sight,
    expect_heard,
    expect_to_hear,
    heard,
    listen,
)
from tests.browser.tool import area, expect_answer, field, open_more, say_when_it_ended

A_PAUSE = 2_500
ONE_FINGER = 300
NO_PAUSE_ENDS = """() => {
  window.ownTimeout = window.setTimeout
  window.setTimeout = (act, time) => time === 1500 ? -1 : ownTimeout(act, time)
}"""
"""The time that the announcer waits for never passes."""
HEAR_EARLY = """
window.heard = []
document.addEventListener('DOMContentLoaded', () => {
  const region = document.querySelector('[data-part=spoken]')
  const note = () => region.textContent && heard.push(region.textContent)
  new MutationObserver(note).observe(region, { childList: true })
})"""
COUNT_ANSWERS = """
window.answers = 0
window.Worker = class extends Worker {
  constructor(...given) {
    super(...given)
    this.addEventListener('message', ({ data }) => data.id && (answers += 1))
  }
}"""
GETTING_READY = "Getting ready. You can go on typing."
"""Said before the first answer where Python takes long to start."""
WELCOME = "today, Sunday 22 November. The best day has passed; it's still welcome."
"""Of a thank-you e-mail, two days after the interview."""
LATE = "Was due Friday 20 November. Do it today, Sunday 22 November, if you still can."
WITH_D: dict[str, Any] = {
    "ended_on": "2026-11-20",
    "ended_at": "18:30",
    "interviewers": [{"name": "D"}],
}


@dataclass(frozen=True)
class Listening:
    """What is heard of a record, and once `typed` has been added to one of its fields."""

    record: dict[str, Any]
    sentence: str
    path: str
    typed: str
    then: str


HEARD = {
    "timeline": Listening(
        WITH_D,
        f"Next: send a thank-you e-mail to D, {WELCOME}",
        "interviewers.0.name",
        "ana Whitlock",
        f"Next: send a thank-you e-mail to Dana Whitlock, {WELCOME}",
    ),
    "notes": Listening(
        WITH_D,
        "1 note fits now, 1 with something still to fill. 2 things are worth another look.",
        "my_name",
        "Li Wei",
        "1 note fits now. 2 things are worth another look.",
    ),
    "closing_statement": Listening(
        {"role": "nurse"},
        "28 words, about 13 seconds at an easy pace. That's short. "
        "Add one thing you've done that shows you can do this job.",
        "proofs.0.did",
        "rewrote the handover sheet for a ward of thirty beds",
        "39 words, about 18 seconds at an easy pace. That's short. "
        "Add what they need most from the person they hire.",
    ),
    "debrief": Listening(
        WITH_D,
        "2 things still to write down. 10 minutes is enough.",
        "interviewers.0.said",
        "We teach reading first",
        "1 thing still to write down. 10 minutes is enough.",
    ),
    "offer": Listening(
        {
            "contact_name": "T",
            "events": [{"kind": "offer", "on": "2026-11-20", "by_on": "2026-11-27"}],
        },
        f"Next: thank T for the offer. {LATE}",
        "contact_name",
        "om Hargreave",
        f"Next: thank Tom Hargreave for the offer. {LATE}",
    ),
    "your_plan": Listening(
        WITH_D,
        f"Next: send a thank-you e-mail to D, {WELCOME}",
        "interviewers.0.name",
        "ana Whitlock",
        f"Next: send a thank-you e-mail to Dana Whitlock, {WELCOME}",
    ),
    "my_interviews": Listening(
        WITH_D | {"employer": "M"},
        "1 interview has something due today. First, M: send a thank-you e-mail to D.",
        "employer",
        "aple Run",
        "1 interview has something due today. First, Maple Run: send a thank-you e-mail to D.",
    ),
}
"""What each tool says, on the Sunday after an interview or an offer on Friday."""


def test_every_tool_is_listened_to() -> None:
    assert tuple(HEARD) == tuple(NAMES)


def come_with(record: dict[str, Any]) -> str:
    """A script for a tab in which this was typed before, and which notes what is announced from the start."""
    entry = json.dumps(json.dumps(record))
    return f"sessionStorage.setItem('closing-playbook', {entry})\n{HEAR_EARLY}"


def heard_of_answers(page: Page) -> list[str]:
    """What has been announced but that Python is getting ready, which a slow machine may say in the same breath."""
    announced = (words.replace(GETTING_READY, "").strip() for words in heard(page))
    return [words for words in announced if words]


def come_to_rest(page: Page) -> None:
    """Say when it ended, and listen from when the answer to that has been heard."""
    listen(page)
    say_when_it_ended(page)
    expect_to_hear(page, WELCOME, after=0)
    listen(page)


def test_the_region_is_there_before_anything_is_said_and_the_only_one(timeline: Page) -> None:
    spoken = area(timeline, "spoken")
    expect(spoken).to_have_role("status")
    expect(spoken).to_be_attached()
    assert spoken.evaluate("each => each.checkVisibility({ visibilityProperty: true })")
    assert not spoken.evaluate("each => each.closest('[hidden], [aria-hidden=true]')")
    live = timeline.locator("playbook-tool :is([role=status], [role=log], [aria-live])")
    assert live.evaluate_all("all => all.filter((each) => each.checkVisibility()).length") == 1


def test_the_first_answer_after_typing_is_heard(timeline: Page) -> None:
    listen(timeline)
    field(timeline, "ended_on").press_sequentially("11202026")
    expect_to_hear(timeline, WELCOME, after=0)
    assert len([words for words in heard(timeline) if WELCOME in words]) == 1


def test_leaving_the_field_says_the_answer_at_once(timeline: Page) -> None:
    come_to_rest(timeline)
    timeline.evaluate(NO_PAUSE_ENDS)
    try:
        field(timeline, "promise").press_sequentially("by Friday")
        field(timeline, "promise").press("Tab")
        expect_to_hear(timeline, "We read: by Friday 27 November.", after=0)
    finally:
        timeline.evaluate("void (window.setTimeout = window.ownTimeout)")


@pytest.mark.parametrize("tool", NAMES)
def test_the_first_answer_after_coming_back_is_heard(visit: Callable[..., Page], tool: str) -> None:
    case = HEARD[tool]
    page = visit(
        f"tools/{get_tool(tool).page}/",
        prepare=lambda page: page.add_init_script(come_with(case.record)),
    )
    expect_answer(page)
    expect_to_hear(page, case.sentence, after=0)
    assert heard_of_answers(page) == [case.sentence]


@pytest.mark.parametrize("tool", NAMES)
def test_the_first_answer_after_opening_a_plan_is_heard_with_its_name(
    visit: Callable[..., Page], tool: str
) -> None:
    """Also where it's the answer that was heard before, since another file might have had another one."""
    case = HEARD[tool]
    page = visit(f"tools/{get_tool(tool).page}/")
    plan = {"format": "closing-playbook/plan", "version": 1, "record": case.record}
    opened = f"Plan opened: plan.json {case.sentence}"
    listen(page)
    for number in (1, 2):
        before = len(heard(page))
        area(page, "open").set_input_files(
            {
                "name": "plan.json",
                "mimeType": "application/json",
                "buffer": json.dumps(plan).encode(),
            }
        )
        expect_to_hear(page, opened, after=before)
        assert heard_of_answers(page) == [opened] * number


def test_how_a_promise_in_a_plan_is_read_is_heard_after_its_answer(timeline: Page) -> None:
    plan = {"format": "closing-playbook/plan", "version": 1}
    plan |= {"record": WITH_D | {"promise": "by Friday"}}
    listen(timeline)
    area(timeline, "open").set_input_files(
        {"name": "plan.json", "mimeType": "application/json", "buffer": json.dumps(plan).encode()}
    )
    next_step = f"Next: send a thank-you e-mail to D, {WELCOME}"
    read = "We read: by Friday 27 November. Is that right?"
    opened = f"Plan opened: plan.json {next_step} {read}"
    expect_to_hear(timeline, opened, after=0)
    assert heard_of_answers(timeline) == [opened]


def test_a_file_that_is_no_plan_is_heard(timeline: Page, tmp_path: Path) -> None:
    (tmp_path / "cat.json").write_text("a cat")
    listen(timeline)
    area(timeline, "open").set_input_files(tmp_path / "cat.json")
    wrong = "This file isn't a plan from this playbook. Choose the plan.json that you saved here."
    expect_to_hear(timeline, wrong, after=0)
    assert heard_of_answers(timeline) == [f"Worth another look: {wrong}"]


def test_a_mistake_is_heard_on_leaving_its_field_and_only_once(timeline: Page) -> None:
    come_to_rest(timeline)
    timeline.locator(".pb-tool-more > summary").click()
    email = field(timeline, "contact_email")
    email.press_sequentially("nobody")
    email.press("Tab")
    wrong = "'nobody' isn't an e-mail address. It looks like name@example.com."
    assert expect_heard(timeline, 1) == [f"Worth another look: Their e-mail address: {wrong}"]
    field(timeline, "interviewers.0.name").fill("Dana")
    field(timeline, "interviewers.0.name").press("Tab")
    [_, *later] = expect_heard(timeline, 2)
    assert later == [f"Next: send a thank-you e-mail to Dana, {WELCOME}"]


def test_the_same_mistake_in_two_rows_is_told_apart_in_the_list_and_aloud(
    visit: Callable[..., Page],
) -> None:
    people = [{"name": "Dana", "email": "dana"}, {"name": "Omar", "email": "omar@"}]
    page = visit(
        "tools/notes/",
        prepare=lambda page: page.add_init_script(come_with(WITH_D | {"interviewers": people})),
    )
    expect_answer(page)
    wrong = [
        f"Person {number}: E-mail address: '{typed}' isn't an e-mail address. It looks like name@example.com."
        for number, typed in ((1, "dana"), (2, "omar@"))
    ]
    expect(area(page, "errors").get_by_role("link")).to_have_text(wrong)
    expect_to_hear(page, " ".join(f"Worth another look: {each}" for each in wrong), after=0)


@pytest.mark.parametrize("tool", NAMES)
def test_nothing_is_said_while_somebody_types(visit: Callable[..., Page], tool: str) -> None:
    """At the pace of one finger, by the page's own clock; Python has answered every letter before the next."""
    case = HEARD[tool]

    def prepare(page: Page) -> None:
        page.clock.install(time=TODAY)
        page.add_init_script(f"{come_with(case.record)}\n{COUNT_ANSWERS}")

    page = visit(f"tools/{get_tool(tool).page}/", prepare=prepare)
    page.clock.run_for(A_PAUSE)
    expect_answer(page)
    page.clock.pause_at("2026-11-22T11:00:00Z")
    page.clock.run_for(A_PAUSE)
    open_more(page)
    page.evaluate("void window.heard.splice(0)")
    before = page.evaluate("window.answers")
    field(page, case.path).focus()
    page.keyboard.press("End")
    for number, letter in enumerate(case.typed, 1):
        page.keyboard.type(letter)
        page.clock.run_for(ONE_FINGER)
        page.wait_for_function("number => window.answers >= number", arg=before + number)
    assert heard(page) == []
    page.clock.run_for(A_PAUSE)
    assert expect_heard(page, 1) == [case.then]


def test_an_edit_that_changes_nothing_of_it_is_not_said(timeline: Page) -> None:
    come_to_rest(timeline)
    timeline.locator(".pb-tool-more > summary").click()
    field(timeline, "employer").press_sequentially("Aireside")
    field(timeline, "employer").press("Tab")
    timeline.wait_for_timeout(A_PAUSE)
    assert [words for words in heard(timeline) if WELCOME in words] == []


def test_done_today_keeps_the_place_and_says_what_comes_next(timeline: Page) -> None:
    timeline.set_viewport_size({"width": 1280, "height": 800})
    come_to_rest(timeline)
    done = area(timeline, "answer").get_by_role("button", name="Done today").last
    step = done.locator("xpath=ancestor::li").get_attribute("id")
    done.focus()
    timeline.keyboard.press("Enter")
    expect(timeline.locator(f"#{step}")).to_be_focused()
    expect_to_hear(timeline, WELCOME, after=0)


@pytest.mark.parametrize(
    "form", ["As a reply to their e-mail", "As a text message", "As a LinkedIn message"]
)
def test_a_note_in_another_form_keeps_the_place(visit: Callable[..., Page], form: str) -> None:
    """Under the second of two notes; in some forms a note has another name."""
    people = [{"name": "Dana Whitlock"}, {"name": "Ola Berg"}]
    store = json.dumps(json.dumps({**WITH_D, "interviewers": people, "my_name": "Amina Yusuf"}))
    page = visit(
        "tools/notes/",
        prepare=lambda page: page.add_init_script(
            f"sessionStorage['closing-playbook'] ??= {store}"
        ),
        viewport={"width": 390, "height": 844},
    )
    expect_answer(page)
    note = page.locator(".pb-note").nth(1)
    button = note.get_by_role("button", name=form)
    button.focus()
    page.keyboard.press("Enter")
    expect(button).to_have_count(0)
    expect(note).to_be_focused()
    expect_focus_in_sight(page)
