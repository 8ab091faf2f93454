"""What holds for any text at all that somebody pastes."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from playbook.interview import Office
from playbook.office import calendar_of
from playbook.own import own
from playbook.replies import Kind, Reply, read_reply
from tests.playbook.growth import grows_with_its_size
from tests.playbook.replies.test_mails import MAILS
from tests.playbook.replies.test_newest import QUOTES

TODAY = date(2026, 11, 26)
CALENDAR = calendar_of(Office("GB"), own().calendars)
WORDS = (
    "we you not won't offer pleased to the job unfortunately if interview second Friday 4 December at 14:00 please send"
    " references by decision yet . , ? \n > From: Sent: wrote: On -- = <p> &amp; \u200b decided other candidate"
).split(" ")
ANY_TEXT = st.one_of(st.text(), st.lists(st.sampled_from(WORDS), max_size=60).map(" ".join))
OWN_TEXT = st.sampled_from([each["text"] for each in MAILS])


def read(text: str) -> Reply:
    return read_reply(text, TODAY, CALENDAR, False)


@given(ANY_TEXT)
@settings(max_examples=300, deadline=None)
def test_any_text_gives_an_answer(text: str) -> None:
    reply = read(text)
    kinds = [each.kind for each in reply.proposals]
    assert kinds == sorted(set(kinds), key=list(Kind).index)
    assert not reply.is_sure or len(kinds) == 1
    ends = [place for each in reply.pieces for place in (each.start, each.end)]
    assert ends == sorted(ends)
    assert all(each.start < each.end <= len(reply.text) for each in reply.pieces)
    assert all(len(each.words) <= 300 and "\n" not in each.words for each in reply.proposals)
    assert all(each.day is None or each.day >= TODAY for each in reply.proposals)


@given(OWN_TEXT, st.sampled_from(QUOTES), ANY_TEXT)
@settings(max_examples=200, deadline=None)
def test_what_stands_below_a_quote_never_changes_the_answer(
    text: str, quote: str, old: str
) -> None:
    assert read(f"{text}\n\n{quote}\n{old}") == read(f"{text}\n\n{quote}\n")


@given(OWN_TEXT)
@settings(max_examples=100, deadline=None)
def test_small_letters_and_odd_blanks_change_nothing(text: str) -> None:
    plain = read(text)
    odd = read("\n\n" + text.replace(" ", "\u00a0") + "\u200b\n \n")
    assert [each.kind for each in odd.proposals] == [each.kind for each in plain.proposals]


@pytest.mark.parametrize(
    "piece",
    [
        "a", ".", ". ", "\n", "> a\n", "On 1\n", "On 1 wrote\n", "From: a\n", "x\nFrom: a\n\n\n", "<div ", "<style",
        "=\n", "&#", "=E2=80", "please send ", "if you are successful we will offer you the position ", "not ", "_",
        "a:", "Friday ", "A b:\n", "by Friday 4 December at 10am, ", "by Friday 4 December at 10am.\n",
    ],
)  # fmt: skip
def test_a_long_text_takes_no_longer_than_it_is_long(piece: str) -> None:
    assert grows_with_its_size(lambda length: (piece * length)[:length], read, 2_500)
