"""Several rounds with one employer: a new one ends the waiting, begins empty, and nothing of those before is lost."""

import json
from datetime import date
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.boundary import run
from playbook.merging import contains, is_empty
from playbook.plan_file import FORMAT, VERSION, open_plan, save_plan
from playbook.record_rows import Event
from playbook.rounds import begin_next, can_go_back, go_back

FIRST: dict[str, Any] = {
    "plan_id": "m",
    "employer": "Mill",
    "role": "Welder",
    "ended_on": "2026-11-17",
    "promise": "by Friday",
    "follow_up": "email",
    "interviewers": [{"name": "Dana Whitlock", "email": "d@mill.example"}],
    "promised": [{"what": "my certificate", "by_on": "2026-12-02"}],
    "drafts": [{"key": "thank-you-email.0", "text": "Dear Dana", "made_from": "Dear Dana"}],
    "events": [{"kind": "thank-you-sent", "on": "2026-11-17"}],
}
ARRANGED = {"kind": "round-arranged", "on": "2026-11-24", "by_on": "2026-12-08"}
INVITED: dict[str, Any] = FIRST | {"events": [*FIRST["events"], ARRANGED]}
SECOND = dict(begin_next(INVITED))


def ask(tool: str, record: object, today: str) -> dict[str, Any]:
    answer: dict[str, Any] = json.loads(run(tool, json.dumps({"record": record, "today": today})))
    return answer


def pressed(record: dict[str, Any], name: str, today: str = "2026-11-25") -> dict[str, Any]:
    record = record | {"applications_do": {name: ""}}
    opened: dict[str, Any] = ask("timeline", record, today)["record"]
    return opened


def test_the_next_round_begins_empty_and_the_first_is_there_in_full() -> None:
    second = pressed(INVITED, "next-round")
    assert second == SECOND
    assert second["ended_on"] == "2026-12-08"
    assert second["follow_up"] == "email"
    assert not second.keys() & {"promise", "interviewers", "promised"}
    (before,) = second["earlier_rounds"]
    assert before == {
        key: FIRST[key] for key in ("interviewers", "ended_on", "promise", "follow_up", "promised")
    }
    assert [each["round"] for each in second["events"]] == ["1", "1"]
    assert [each["key"] for each in second["drafts"]] == ["1/thank-you-email.0"]
    assert pressed(second, "round-back") == INVITED


def test_an_arranged_round_ends_the_waiting_and_names_its_day() -> None:
    waiting = ask("timeline", FIRST, "2026-11-25")["text"]
    assert "Check in" in waiting
    text = ask("timeline", INVITED, "2026-11-25")["text"]
    assert "Your second interview is Tuesday 8 December." in text
    assert "Check in" not in text
    assert "my certificate" in text
    html = ask("timeline", INVITED, "2026-11-25")["html"]
    assert "Go on with your second interview" in html
    late = ask("timeline", INVITED, "2026-12-09")["text"]
    assert "Your second interview was Tuesday 8 December." in late


def test_thanks_budget_and_promise_belong_to_the_round() -> None:
    text = ask("timeline", SECOND, "2026-12-08")["text"]
    assert "This is your second interview with them. The first one was Tuesday 17 November." in text
    assert "You've met Dana Whitlock." in text
    assert "Send a thank-you e-mail" in text
    assert "Done on" not in text
    sent = [{"kind": "check-in-sent", "on": "2026-11-20", "round": "1"}]
    again = ask("timeline", SECOND | {"events": sent}, "2026-12-08")["text"]
    assert again == text


def test_what_was_promised_in_the_first_round_is_still_due_until_it_is_sent() -> None:
    html = ask("timeline", SECOND, "2026-11-30")["html"]
    assert "my certificate" in html
    assert "earlier_rounds.0.promised.0.sent_on" in html
    (before,) = SECOND["earlier_rounds"]
    sent = {**before, "promised": [{"what": "my certificate", "sent_on": "2026-11-30"}]}
    assert (
        "my certificate"
        not in ask("timeline", SECOND | {"earlier_rounds": [sent]}, "2026-11-30")["text"]
    )


def test_an_event_says_in_which_interview_it_was() -> None:
    answer = ask("timeline", SECOND, "2026-12-08")
    assert answer["choices"]["events.0.round"] == [["1", "The first interview"]]
    assert answer["errors"] == {}
    odd = ask(
        "timeline",
        SECOND | {"events": [{"kind": "called", "on": "2026-12-08", "round": "7"}]},
        "2026-12-08",
    )
    assert list(odd["errors"]) == ["events.0.round"]
    assert ask("timeline", INVITED, "2026-11-25")["choices"]["events.0.round"] == []


def test_an_arranged_round_without_its_day_asks_for_it() -> None:
    event = {"kind": "round-arranged", "on": "2026-11-24"}
    answer = ask("timeline", FIRST | {"events": [event]}, "2026-11-25")
    assert answer["errors"] == {
        "events.0.by_on": "By which date: choose the day of the next interview."
    }
    assert "Give the day of your second interview" in answer["text"]


def test_what_happens_before_the_next_round_is_known() -> None:
    event = {"kind": "rejected", "on": "2026-11-27"}
    answer = ask("timeline", SECOND | {"events": [*SECOND["events"], event]}, "2026-11-28")
    assert answer["errors"] == {}
    assert "They said no." in answer["text"]


def test_the_list_says_which_interview_it_is() -> None:
    text = ask("my_interviews", INVITED, "2026-11-28")["text"]
    assert "The second interview. Tuesday 8 December." in text
    second = SECOND | {"earlier_rounds": [{"ended_on": "2026-11-17"}]}
    text = ask("my_interviews", second, "2026-11-28")["text"]
    assert "Mill, Welder, second interview" in text
    assert "The second interview. Tuesday 8 December." in text
    over = ask("my_interviews", INVITED, "2026-12-09")["text"]
    assert "Your second interview was Tuesday 8 December. Go on with that one." in over
    assert "Check in" not in over


def test_the_list_goes_on_with_a_next_interview_of_any_of_them() -> None:
    ward = {"plan_id": "w", "employer": "Ward", "ended_on": "2026-11-20"}
    record = ward | {"applications": [INVITED]}
    html = ask("my_interviews", record, "2026-11-28")["html"]
    assert 'id="next-round-m"' in html
    assert 'id="next-round-w"' not in html
    pressed_there = record | {"applications_do": {"next-round": "m"}}
    opened = ask("my_interviews", pressed_there, "2026-11-28")["record"]
    assert opened == SECOND | {"applications": [ward]}


def test_somebody_met_twice_is_told_nothing_twice() -> None:
    people = [{"name": "Dana Whitlock"}, {"name": "Li Wei"}]
    note = {"note_kind": "thank-you-email", "interviewers": people, "my_name": "Sam Ode"}
    for tone in ("", "warm", "formal"):
        for way in ("in-person", "phone"):
            same = note | {"note_tone": tone, "format": way}
            one = letters(
                INVITED | same | {"highlights": "you train your own people"}, "2026-11-17"
            )
            again = letters(SECOND | same | {"earlier_rounds": [INVITED | same]}, "2026-12-08")
            assert [each for each in sentences(one) if each in sentences(again)] == []
            assert "me again" in again


def letters(record: dict[str, Any], today: str) -> str:
    """Return the notes without what is said around them."""
    blocks = ask("notes", record, today)["text"].split("Subject: ")[1:]
    return "\n".join(each.partition("\nSam Ode")[0] for each in blocks)


def sentences(text: str) -> set[str]:
    lines = [each.strip() for line in text.splitlines() for each in line.split(". ")]
    return {each for each in lines if len(each.split()) > len("of a greeting".split())}


def test_plans_of_older_versions_open_and_are_saved_with_rounds() -> None:
    for version, body in (
        (1, {"record": FIRST}),
        (2, {"applications": [FIRST]}),
        (3, {"applications": [FIRST]}),
    ):
        old = json.dumps({"format": FORMAT, "version": version, "saved_on": "2026-11-20", **body})
        assert open_plan(old).record == FIRST
    saved = save_plan(SECOND, date(2026, 11, 30))
    assert json.loads(saved)["version"] == VERSION
    assert open_plan(saved).record == SECOND


TEXTS = st.sampled_from(["", "2026-11-17", "x", "مطحنة"])
ROUNDS = st.fixed_dictionaries(
    {"plan_id": st.just("a"), "ended_on": st.just("2026-11-17")},
    optional={
        "promise": TEXTS,
        "follow_up": st.sampled_from(["", "email", "none"]),
        "interviewers": st.lists(st.fixed_dictionaries({"name": TEXTS}), max_size=2),
        "events": st.lists(
            st.fixed_dictionaries(
                {"kind": st.sampled_from(["", "answered", "round-arranged", "odd"])},
                optional={"on": TEXTS, "by_on": TEXTS},
            ),
            max_size=3,
        ),
        "drafts": st.lists(st.fixed_dictionaries({"key": TEXTS}), max_size=2),
        "debrief": TEXTS,
    },
)


@given(ROUNDS)
def test_to_the_next_round_and_back_nothing_has_changed(record: dict[str, Any]) -> None:
    second = begin_next(record)
    assert can_go_back(second)
    back = go_back(second)
    assert contains(back, record)
    assert {key: each for key, each in back.items() if not is_empty(each)} == {
        key: each for key, each in record.items() if not is_empty(each)
    }


@settings(max_examples=60, deadline=None)
@given(ROUNDS, st.integers(1, 20))
def test_many_rounds_have_an_answer_each(record: dict[str, Any], count: int) -> None:
    for _ in range(count):
        record = dict(begin_next({**record, "ended_on": "2026-11-17"}))
    record["ended_on"] = "2026-11-18"
    answer = ask("timeline", record, "2026-11-19")
    assert answer["text"]
    assert ("interview 12" in answer["text"]) == (count == 11)


def test_a_row_of_an_earlier_round_stays_in_its_place() -> None:
    assert Event() == Event(round="")
    third = SECOND | {"events": [*SECOND["events"], {"kind": "called", "on": "2027-01-01"}]}
    assert list(ask("timeline", third, "2026-12-08")["errors"]) == ["events.2.on"]
