"""A record is one flat table with keys that never change; an interview has each value with its noun."""

from datetime import date, time

import pytest

from playbook.interview import (
    Contact,
    DebriefAnswers,
    Decision,
    Interview,
    Me,
    Negotiation,
    NoteChoices,
    Office,
    OwnCalendar,
    Round,
    StatementWords,
)
from playbook.own import own
from playbook.plan_file import open_plan
from playbook.record import read_interview
from playbook.record_keys import Trait, leaves_of, value_of, with_values
from playbook.record_rows import (
    Away,
    Criterion,
    Draft,
    Event,
    InCalendar,
    Interviewer,
    Offer,
    Opening,
    OtherEmployer,
    OwnClosure,
    Postponed,
    Promised,
    Proof,
    Reference,
    Review,
    Wish,
)
from tests.playbook.readers import ROOT

ON = date(2026, 11, 20)
PLAN = (ROOT / "tests/playbook/plan_of_version_1.json").read_text(encoding="utf-8")
"""A plan file as the first version saved it, with something at every key. Keys are never taken out of it."""
SAVED = open_plan(PLAN).record
TALK = Round(
    interviewers=(Interviewer("Dana", "Head", "d@a.org", "one\ntwo", "Ms D"),),
    ended_on=ON,
    ended_at=time(18, 30),
    format="video",
    scored="not-sure",
    promise="by Friday",
    promise_on=ON,
    follow_up="email",
    promised=(Promised("my card", ON, ON),),
    postponed=(Postponed("check-in-1", ON),),
    highlights="the\nmill",
    missed="my\nlicence",
)
READ = Interview(
    plan_id="a1",
    employer="Mill",
    role="Miller",
    office=Office(
        "GB", "SCT", "Europe/London", "mon-fri", True, (OwnClosure(ON, ON, "stocktaking"),), True
    ),
    contact=Contact("Noor", "n@a.org", "0131", works_for="agency"),
    round=TALK,
    earlier_rounds=(TALK,),
    references=(Reference("Omar", "o@a.org"),),
    news="I passed.",
    their_email="Hi Sam,\nit's a no.",
    events=(Event("offer", ON, "yes", ON, "1"),),
    contact_on=ON,
    away=(Away("fri", ON, ON),),
    calendar=OwnCalendar(
        True, time(8, 30), (InCalendar("debrief-notes", ON, "Write", True, True, ON, "7"),)
    ),
    statement=StatementWords(
        needs="keeps calm",
        proofs=(Proof("ran it", "it ran"),),
        learned="they grow",
        draws="the river",
        sure="sure",
        length="60",
        own_rate_seconds="30",
        openings=(Opening("need", "plain"),),
    ),
    debrief=DebriefAnswers("the\nflour", "my\nnights", "the\ntour", "the\ntest", "a\nquestion"),
    reviews=(Review("Quay", ON, "a\nb", "c", "d"),),
    offers=(
        Offer("Mill", "20", "a\nb", "c\nd", "May", "here", "30", "6", "June", in_writing=True),
    ),
    negotiation=Negotiation("19", "22", (Wish("Fridays"),), "six years"),
    decision=Decision(
        criteria=(Criterion("peace", "5", "1", "2", "3"),),
        other_employers=(OtherEmployer("Quay", "Hand", "Li", "l@a.org"),),
        start_on=ON,
        no_reason="too far",
    ),
    at_hand="notes",
    me=Me("Sam", "s@a.org", "0132", "Miller"),
    note=NoteChoices(
        kind="accept",
        tone="warm",
        length="short",
        form="text",
        post_card=True,
        address_as="first",
        kept_private="it\nrained",
        drafts=(Draft("accept", "Yes.\nSam", "Dear\nDana"),),
    ),
)


def test_a_plan_of_the_first_version_opens_with_each_value_at_its_noun() -> None:
    assert read_interview(SAVED) == (READ, {})


def test_every_key_is_one_that_plans_are_saved_with() -> None:
    assert set(leaves_of(Interview)) == set(SAVED)


@pytest.mark.parametrize("key", SAVED)
def test_a_value_is_changed_where_it_is_read(key: str) -> None:
    changed = with_values(Interview(), {key: value_of(READ, key)})
    assert value_of(changed, key) == value_of(READ, key) != value_of(Interview(), key)
    others = {other for other in SAVED if value_of(changed, other) != value_of(Interview(), other)}
    assert others == {key}


def test_a_form_asks_for_every_key_and_for_no_other() -> None:
    fields = {id: field for id, field in own().fields.items() if field.kind != "plans"}
    assert set(fields) == set(leaves_of(Interview))
    for id, field in fields.items():
        rows = value_of(READ, id) if field.fields else ()
        for row in rows:
            assert [each.id for each in field.fields] == list(leaves_of(type(row)))


def test_a_text_may_have_several_lines_where_a_form_shows_several() -> None:
    for id, field in own().fields.items():
        kinds = {id: field} if not field.fields else {each.id: each for each in field.fields}
        table = value_of(READ, id)[0] if field.fields else READ
        for key, each in kinds.items():
            if each.kind not in ("hidden", "plans"):
                is_long = Trait.LONG in leaves_of(type(table))[key].traits
                assert is_long == (each.kind in ("long-text", "message")), (id, key)
