"""A counter-offer in words: the figure, the wishes, and what is asked about instead."""

from pathlib import Path

import pytest

from playbook.content import read_toml
from playbook.own import own
from playbook.tools.notes.compose import compose
from playbook.tools.offer.amounts import in_figures
from playbook.tools.offer.pay import asked_pay, say_pay
from tests.playbook.offer.records import offer_of
from tests.playbook.readers import answer_to, request_of

CASES = read_toml(Path(__file__).with_suffix(".toml"))


def test_pay_at_the_top_of_the_range_is_no_reason_for_a_counter_offer() -> None:
    record = {"offers": [{"pay": "35,000"}], "range_from": "31,000", "range_to": "33,000"}
    assert offer_of(record).counter == ""
    assert "35,000" not in offer_of(record | {"wishes": [{"what": "a desk"}]}).counter


@pytest.mark.parametrize(("record", "lines"), CASES["a_counter_offer_reads_as_a_person_says_it"])
def test_a_counter_offer_reads_as_a_person_says_it(
    record: dict[str, object], lines: list[str]
) -> None:
    job = "the offer of the job" if "contact_for" in record else "offering me the job"
    before = [f"Thank you for {job}.", "I'd very much like to make it work."]
    assert offer_of(record).counter.splitlines() == before + lines


@pytest.mark.parametrize(
    ("typed", "sentence"), CASES["a_reason_is_told_as_one_tells_it_to_an_employer"]
)
def test_a_reason_is_told_as_one_tells_it_to_an_employer(typed: str, sentence: str) -> None:
    record = {"country": "GB", "range_to": "£16 ph", "wish_reason": typed}
    assert sentence in offer_of(record).counter.splitlines()


SAME_YEAR = (
    "£31,500 a year|£31,500 p.a.|31,500/yr GBP|£31.5k per annum|31500 pounds yearly|GBP 31 500 pa"
)
SAME_HOUR = "$22.50 an hour|22.50 USD/hr|$22.5 p/h|22,50 dollars hourly|US$22.50 per hour"
SAME_LAKH = "₹12 lakh a year|12 lakh INR per annum|Rs. 12 lakhs p.a.|12 LPA ₹"
SAME_MONTH = "€2,900 net a month|2.900 euros per month net|2900 EUR/month netto|€2 900 net pcm"


@pytest.mark.parametrize("written", [SAME_YEAR, SAME_HOUR, SAME_LAKH, SAME_MONTH])
def test_pay_in_the_same_terms_is_said_the_same_way_however_it_was_typed(written: str) -> None:
    first, *others = written.split("|")
    for other in (first, *others):
        amount = asked_pay(other)
        assert amount, other
        assert say_pay(amount) == first


@pytest.mark.parametrize(
    ("typed", "read"), CASES["a_wish_for_pay_is_known_by_its_words_and_the_upper_end_is_asked_for"]
)
def test_a_wish_for_pay_is_known_by_its_words_and_the_upper_end_is_asked_for(
    typed: str, read: str
) -> None:
    amount = asked_pay(typed)
    assert amount
    assert say_pay(amount) == read


@pytest.mark.parametrize(
    "typed",
    [
        *("9.30 start", "15", "30 days holiday", "4 days a week", "20 hours", "25 days"),
        *("a £2,000 signing bonus", "£2,000 more", "5% more", "a raise"),
    ],
)
def test_a_number_of_something_else_is_no_pay(typed: str) -> None:
    assert asked_pay(typed) is None


@pytest.mark.parametrize(
    ("figure", "offered", "asks"), CASES["what_a_figure_lacks_is_asked_beside_its_field"]
)
def test_what_a_figure_lacks_is_asked_beside_its_field(
    figure: str, offered: str, asks: str
) -> None:
    record = {"range_from": figure, "offers": [{"pay": offered}]}
    answer = answer_to("offer", record)
    assert asks in answer["errors"].get("range_from", "")
    assert bool(asks) == ("range_from" in answer["errors"])
    printed = not asks or "without its" in asks or "We read" in asks
    assert bool(offer_of(record).counter) == printed


@pytest.mark.parametrize(
    ("country", "figure", "asked", "remark"),
    CASES["the_country_gives_the_currency_and_the_size_the_time_where_it_is_sure"],
)
def test_the_country_gives_the_currency_and_the_size_the_time_where_it_is_sure(
    country: str, figure: str, asked: str, remark: str
) -> None:
    record = {"country": country, "range_from": figure}
    answer = offer_of(record)
    assert f"On pay, would {asked} be possible?" in answer.counter.splitlines()
    left = " ".join(each.text for each in answer.left)
    assert remark in left
    assert bool(left) == bool(remark)


def test_an_offer_without_a_currency_takes_that_of_the_country() -> None:
    record = {"country": "US", "offers": [{"pay": "100k base / 200k OTE"}], "range_to": "120k base"}
    assert "You have offered $100,000. Could we make it $120,000?" in offer_of(record).counter


def test_an_hourly_wish_is_a_figure_where_the_country_gives_its_currency() -> None:
    record = {"country": "US", "wishes": [{"what": "22 an hour"}]}
    assert "On pay, would $22 an hour be possible?" in offer_of(record).counter


@pytest.mark.parametrize(("record", "line"), CASES["on_a_fixed_scale_the_step_is_asked_about"])
def test_on_a_fixed_scale_the_step_is_asked_about(record: dict[str, object], line: str) -> None:
    assert line in offer_of(record).counter.splitlines()


def test_of_two_figures_one_is_named_and_the_other_said_to_be_left_out() -> None:
    record = {"range_to": "£36,000 a year", "wishes": [{"what": "£34k"}, {"what": "35000"}]}
    answer = offer_of(record)
    assert "£36,000" in answer.counter
    assert [each.words for each in answer.left] == ["£34k", "35000"]
    assert "34" not in answer.counter
    assert "35" not in answer.counter


@pytest.mark.parametrize(
    ("pay", "low", "high"), CASES["nobody_asks_for_what_is_already_offered_or_less"]
)
def test_nobody_asks_for_what_is_already_offered_or_less(pay: str, low: str, high: str) -> None:
    record = {"offers": [{"pay": pay}], "range_from": low, "range_to": high}
    assert offer_of(record).counter == ""


def test_a_counter_offer_names_no_day_that_has_passed() -> None:
    record = {"wishes": [{"what": "a desk"}], "events": [{"kind": "offer", "on": "2026-11-02"}]}
    assert "You'll have my answer" not in offer_of(record).counter


def test_a_reversed_range_is_named_and_no_words_are_made_of_it_as_it_stands() -> None:
    turned = {"range_from": "£40,000 a year", "range_to": "£35,000 a year"}
    page = answer_to("offer", turned)
    assert page["errors"] == {
        "range_to": "Your range ends at £35,000 a year, below where it begins, £40,000 a year. Check both."
    }
    assert "On pay, would £40,000 a year be possible?" in page["text"]
    offered = turned | {"offers": [{"pay": "£36,000 a year"}]}
    pay = offer_of(offered).pay
    assert pay
    assert (pay.kind, in_figures(pay.gap)) == ("within", "4,000")
    assert "Could we make it £40,000?" in offer_of(offered).counter


@pytest.mark.parametrize(
    ("low", "high", "named"), CASES["an_end_of_the_range_may_leave_out_what_the_other_says"]
)
def test_an_end_of_the_range_may_leave_out_what_the_other_says(
    low: str,
    high: str,
    named: bool,  # noqa: FBT001 - a table of examples
) -> None:
    errors = answer_to("offer", {"range_from": low, "range_to": high})["errors"]
    sentence = f"Your range ends at {high}, below where it begins, {low}. Check both."
    assert errors == ({"range_to": sentence} if named else {})


@pytest.mark.parametrize("tone", ["", "warm", "formal"])
@pytest.mark.parametrize("length", ["", "short"])
def test_a_counter_offer_is_the_same_in_the_note(tone: str, length: str) -> None:
    record = {
        "ended_on": "2026-11-06",
        "employer": "L'Ardoise",
        "role": "sous-chef (evenings)",
        "events": [
            {"kind": "offer", "on": "2026-11-20", "by_on": "2026-12-01"},
            {"kind": "offer-acknowledged", "on": "2026-11-20"},
        ],
        "follow_up": "email",
        "offers": [{"pay": "£30,000"}],
        "range_from": "£32,000",
        "wishes": [{"what": "a desk"}],
        "note_kind": "counter-offer",
        "note_tone": tone,
        "note_length": length,
        "interviewers": [{"name": "Dana"}],
        "my_name": "Luis",
        "my_phone": "0113 496 0000",
    }
    (note,) = compose(request_of(record), own()).notes
    note_text = " ".join(note.letter.body.partition(",")[2].split())
    thanks, _, rest = " ".join(offer_of(record).counter.split()).partition(". ")
    assert thanks.endswith("for offering me the job")
    assert rest == note_text.partition(". ")[2]
    assert ("still have my answer by Tuesday 1 December." in note_text) == (not length)
