"""Offers worked out by hand: the dates of the clock, what is missing, the gap, the counter-offer, the sums."""

from collections.abc import Mapping
from datetime import date

import pytest

from playbook.interview import Offer
from playbook.own import own
from playbook.tool import Example
from playbook.tools import get_tool
from playbook.tools.notes.compose import compose
from playbook.tools.offer.amounts import PARTS, in_figures, percent, read_amount
from playbook.tools.offer.model import OfferAnswer
from playbook.tools.offer.pay import asked_pay, say_pay
from playbook.tools.offer.rules import compute, term_words
from tests.playbook.readers import answer_to, request_of, visible

EXAMPLES = {each.id: each for each in get_tool("offer").examples()}
OFFER = {"events": [{"kind": "offer", "on": "2026-11-20"}]}


def offer_of(record: Mapping[str, object]) -> OfferAnswer:
    return compute(request_of(record), own())


@pytest.mark.parametrize("example", EXAMPLES.values(), ids=EXAMPLES)
def test_the_examples_are_what_was_worked_out_by_hand(example: Example) -> None:
    answer = compute(request_of(example.record, example.today), own())
    expected = example.expected
    assert answer.clock
    assert answer.clock.decide_by == expected["decide_by"]
    for step in answer.clock.steps:
        if step.id in expected:
            days = {"best": step.best_on, "due": step.due_on}
            assert days == expected[step.id], step.id
    if "states" in expected:
        assert [str(step.state) for step in answer.clock.steps] == expected["states"]
    assert [term.id for term in answer.terms[0].missing] == expected["missing"]
    assert answer.pay
    assert (answer.pay.kind, in_figures(answer.pay.gap)) == (expected["pay"], expected["gap"])
    if "sums" in expected:
        assert answer.comparison
        assert list(answer.comparison.totals) == expected["sums"]
        assert answer.comparison.most == expected["most"]
        assert list(answer.comparison.left_out) == expected["left_out"]
    page = answer_to("offer", example.record, example.today)
    assert page["errors"] == {}
    assert expected["gap"] in page["text"]


def test_the_clock_is_the_timelines_own() -> None:
    record = OFFER | {"ended_on": "2026-11-06", "country": "US"}
    offer, timeline = answer_to("offer", record), answer_to("timeline", record)
    for line in ("ask for time until Monday 30 November", "Tell other employers"):
        assert line in offer["text"]
        assert line in timeline["text"]


def test_the_day_of_the_interview_is_not_needed() -> None:
    answer = offer_of(OFFER)
    assert answer.clock
    assert [step.id for step in answer.clock.steps][-1] == "offer-decide"


def test_without_an_offer_there_is_no_clock_but_the_list_to_ask_from() -> None:
    page = answer_to("offer", {"employer": "Mill"})
    assert page["status"].startswith("No offer yet")
    assert all(term.ask in page["html"] for term in term_words(own()).values())


def test_once_decided_nothing_is_next() -> None:
    events = [*OFFER["events"], {"kind": "decided", "on": "2026-11-21"}]
    assert answer_to("offer", {"events": events})["status"] == "You have decided. This is done."


def test_a_counter_offer_made_is_ticked_off() -> None:
    events = [*OFFER["events"], {"kind": "countered", "on": "2026-11-21"}]
    answer = offer_of({"events": events})
    assert answer.clock
    states = {step.id: str(step.state) for step in answer.clock.steps}
    assert states["offer-counter"] == "done"
    assert states["offer-decide"] != "done"


def test_the_newest_offer_is_the_one_that_counts() -> None:
    events = [{"kind": "offer", "on": "2026-11-10"}, {"kind": "offer", "on": "2026-11-20"}]
    answer = offer_of({"events": events})
    assert answer.clock
    assert answer.clock.decide_by.isoformat() == "2026-11-27"


def test_an_answer_wanted_the_next_morning_leaves_no_day_for_a_counter_offer() -> None:
    events = [{"kind": "offer", "on": "2026-11-19", "by_on": "2026-11-20"}]
    record = {"events": events}
    text = answer_to("offer", record, date(2026, 11, 20))["text"]
    assert "no full business day" in text
    assert "ask today, Friday 20 November, or ask for more time first." in text
    assert "no full business day" not in answer_to("offer", record, date(2026, 11, 21))["text"]


@pytest.mark.parametrize(
    ("text", "value", "currency", "period"),
    [
        ("£31,500 a year", "31500", "£", "year"),
        ("£31,500 p.a.", "31500", "£", "year"),
        ("31,500/yr", "31500", "", "year"),
        ("£31,500 per annum gross", "31500", "£", "year"),
        ("2.900 € im Monat", "2900", "€", "month"),
        ("2,900 euros a month", "2900", "€", "month"),
        ("31 500 zł", "31500", "zł", ""),
        ("31'500 CHF", "31500", "chf", ""),
        ("12,00,000 INR", "1200000", "₹", ""),
        ("12 lakh", "1200000", "", ""),
        ("12 LPA", "1200000", "", "year"),
        ("Rs. 8 lakhs per annum", "800000", "₹", "year"),
        ("€31.500,50", "31500.50", "€", ""),
        ("$27.50 an hour", "27.50", "$", "hour"),
        ("$19.75/hr", "19.75", "$", "hour"),
        ("21.50 an hour", "21.50", "", "hour"),
        ("15,5 Euro/Stunde", "15.5", "€", "hour"),
        ("30k", "30000", "", ""),
        ("30 K EUR", "30000", "€", ""),
        ("$640,000 base", "640000", "$", ""),
        ("Band 5 bottom £31,049", "31049", "£", ""),
        ("١٢٬٠٠٠ ريال", "12000", "sar", ""),
        ("१२,००० रुपये", "12000", "₹", ""),
        ("0.125", "0.125", "", ""),
    ],
)
def test_an_amount_is_read_as_people_write_it(
    text: str, value: str, currency: str, period: str
) -> None:
    amount = read_amount(text)
    assert amount
    assert (amount.value, amount.currency, amount.period) == (
        round(float(value) * PARTS),
        currency,
        period,
    )


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("31,500", "31,500"),
        ("21.5", "21.50"),
        ("0.125", "0.13"),
        ("1.9999", "2.00"),
        ("0", "0"),
        ("12,34,567.891", "1,234,567.89"),
        ("9" * 60, f"{int('9' * 60):,}"),
        ("0.00001", "0"),
    ],
)
def test_an_amount_is_said_with_two_digits_after_the_point_or_none(text: str, read: str) -> None:
    amount = read_amount(text)
    assert amount
    assert in_figures(amount.value) == read


@pytest.mark.parametrize(
    ("share", "whole", "said_as"),
    [
        (1000, 30000, "3.3"),
        (2000, 30000, "6.7"),
        (1, 3, "33.3"),
        (1, 2000, "0.1"),
        (5, 0, "0.0"),
        (30000, 10000, "300.0"),
        (0, 7, "0.0"),
    ],
)
def test_a_share_has_one_digit_after_the_point(share: int, whole: int, said_as: str) -> None:
    assert percent(share * PARTS, whole * PARTS) == said_as


@pytest.mark.parametrize("text", ["", "a lot", "30 to 35", "40 hours, 2,900 euros", "about"])
def test_no_amount_or_more_than_one_is_none(text: str) -> None:
    assert read_amount(text) is None


@pytest.mark.parametrize(
    ("pay", "low", "high", "kind"),
    [
        ("30,000", "31,000", "33,000", "below"),
        ("31,000", "31,000", "33,000", "within"),
        ("32,999", "31,000", "33,000", "within"),
        ("33,000", "31,000", "33,000", "top"),
        ("30,000", "31,000", "", "below"),
        ("31,000", "", "31,000", "top"),
        ("£30,000 a year", "£16 an hour", "", "other-unit"),
        ("by agreement", "31,000", "", "not-a-number"),
    ],
)
def test_pay_beside_the_range(pay: str, low: str, high: str, kind: str) -> None:
    answer = offer_of({"offers": [{"pay": pay}], "range_from": low, "range_to": high})
    assert answer.pay
    assert answer.pay.kind == kind


def test_without_a_range_of_the_readers_own_there_is_no_gap_and_no_number_of_ours() -> None:
    page = answer_to("offer", {"offers": [{"pay": "£31,000"}]})
    assert "word what to ask" in page["html"]
    assert offer_of({"offers": [{"pay": "£31,000"}]}).counter == ""


def test_pay_at_the_top_of_the_range_is_no_reason_for_a_counter_offer() -> None:
    record = {"offers": [{"pay": "35,000"}], "range_from": "31,000", "range_to": "33,000"}
    assert offer_of(record).counter == ""
    assert "35,000" not in offer_of(record | {"wishes": [{"what": "a desk"}]}).counter


ONE, TWO, THREE = (
    f"There {count} that I would like to raise first."
    for count in ("is one thing", "are two things", "are three things")
)


@pytest.mark.parametrize(
    ("record", "lines"),
    [
        (
            {"wishes": [{"what": "three more days of holiday."}]},
            [ONE, "Could we talk about three more days of holiday?"],
        ),
        (
            {"range_from": "£31,000 p.a."},
            [ONE, "On pay, would £31,000 a year be possible?"],
        ),
        (
            {"range_from": "£31,000", "wish_reason": "I have led a team of eight"},
            [
                ONE,
                "On pay, would £31,000 a year be possible?",
                "I ask because I have led a team of eight.",
            ],
        ),
        (
            {"offers": [{"pay": "£30,000"}], "range_from": "31,000", "range_to": "33,000"},
            [ONE, "You have offered £30,000. Could we make it £33,000?"],
        ),
        (
            {"offers": [{"pay": "$21 an hour"}], "wishes": [{"what": "22.50 an hour"}]},
            [ONE, "You have offered $21 an hour. Could we make it $22.50?"],
        ),
        (
            {"offers": [{"pay": "10 lakhs p.a."}], "range_to": "12 LPA", "contact_for": "agency"},
            [ONE, "They have offered 10 lakh a year. Could they make it 12 lakh?"],
        ),
        (
            {"offers": [{"pay": "2.900 € im Monat"}], "range_to": "€3.100"},
            [ONE, "You have offered €2,900 a month. Could we make it €3,100?"],
        ),
        (
            {"offers": [{"pay": "$19.25/hr + $1 at night"}], "range_to": "20.50 an hour"},
            [ONE, "You have offered $19.25 an hour. Could we make it $20.50?"],
        ),
        (
            {"offers": [{"pay": "92'000 CHF pro Jahr (100%)"}], "range_to": "CHF 95'000"},
            [ONE, "You have offered CHF 92,000 a year. Could we make it CHF 95,000?"],
        ),
        (
            {"offers": [{"pay": "SAR 5,500"}], "range_to": "6500 riyals monthly"},
            [ONE, "You have offered SAR 5,500. Could we make it SAR 6,500 a month?"],
        ),
        (
            {"offers": [{"pay": "£425/day outside IR35"}], "range_to": "£475 per day"},
            [ONE, "On pay, would £475 a day be possible?"],
        ),
        (
            {"wishes": [{"what": "9.30 start"}, {"what": "step 3 instead of 2"}]},
            [
                TWO,
                "On pay, could I start on step 3?",
                "Could we also talk about a 9.30 start?",
            ],
        ),
        (
            {"wishes": [{"what": "monday to thursday"}, {"what": "compressed hours"}]},
            [TWO, "Could we talk about working Monday to Thursday and compressed hours?"],
        ),
        (
            {"wishes": [{"what": "£14/hr"}, {"what": "£15/hr after probation"}]},
            [ONE, "On pay, would £14 an hour be possible?"],
        ),
        (
            {"wishes": [{"what": "4-day week"}, {"what": "saturdays off please"}]},
            [TWO, "Could we talk about a 4-day week and having Saturdays off?"],
        ),
        (
            {
                "wishes": [{"what": "reduced teaching in year one"}, {"what": "sign on"}],
                "wish_reason": "based on my research",
            },
            [
                TWO,
                "Could we talk about reduced teaching in year one and a sign-on bonus?",
                "I ask based on my research.",
            ],
        ),
        (
            {"wishes": [{"what": "joining bonus"}, {"what": "top of the grade"}]},
            [TWO, "Could we talk about a joining bonus and the top of the grade?"],
        ),
        (
            {"wishes": [{"what": "a £2,000 signing bonus"}, {"what": "can i start at 10"}]},
            [
                TWO,
                "Could we talk about a £2,000 signing bonus?",
                "I would also like to ask whether I could start at 10.",
            ],
        ),
        (
            {"wishes": [{"what": "more money"}, {"what": "remote"}, {"what": "no weekends"}]},
            [
                THREE,
                "Could we talk about the pay?",
                "Could we also talk about remote working and having no weekends?",
            ],
        ),
        (
            {"wishes": [{"what": "30 days holiday"}, {"what": "4 days a week"}]},
            [TWO, "Could we talk about 30 days holiday and 4 days a week?"],
        ),
    ],
)
def test_a_counter_offer_reads_as_a_person_says_it(
    record: dict[str, object], lines: list[str]
) -> None:
    job = "the offer of the job" if "contact_for" in record else "offering me the job"
    before = [f"Thank you for {job}.", "I'd very much like to make it work."]
    assert offer_of(record).counter.splitlines() == before + lines


SAME_YEAR = (
    "£31,500 a year|£31,500 p.a.|31,500/yr GBP|£31.5k per annum|31500 pounds yearly|GBP 31 500 pa"
)
SAME_HOUR = "$22.50 an hour|22.50 USD/hr|$22.5 p/h|22,50 dollars hourly|US$22.50 per hour"
SAME_LAKH = "₹12 lakh a year|12 lakh INR per annum|Rs. 12 lakhs p.a.|12 LPA ₹"
SAME_MONTH = "€2,900 a month net|2.900 euros per month net|2900 EUR/month netto|€2 900 net pcm"


@pytest.mark.parametrize("written", [SAME_YEAR, SAME_HOUR, SAME_LAKH, SAME_MONTH])
def test_pay_in_the_same_terms_is_said_the_same_way_however_it_was_typed(written: str) -> None:
    first, *others = written.split("|")
    for other in (first, *others):
        amount = asked_pay(other)
        assert amount, other
        assert say_pay(amount) == first


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("£28,000 to £32,000", "£32,000"),
        ("28-32k", "32,000"),
        ("between €30 and €35 an hour", "€35 an hour"),
        ("£350 a day", "£350 a day"),
        ("A$90k", "A$90,000"),
        ("£40 per class", "£40 a class"),
        ("pay rise to £35k", "£35,000"),
        ("8 000 zł a month", "8,000 zł a month"),
        ("CHF 95'000", "CHF 95,000"),
        ("1.25 crore", "1.25 crore"),
        ("12,00,000 INR", "₹12,00,000"),
        ("R25 000 pm", "R25,000 a month"),
        ("N450k", "₦450,000"),
        ("€5.500 per maand", "€5,500 a month"),
    ],
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
    ("figure", "offered", "asks"),
    [
        ("22 an hour", "", "stands there without its currency."),
        ("2900 net", "", "without its currency and its time"),
        ("€2,900 net", "", "without its time"),
        ("£31,049", "", "We read '£31,049' as £31,049 a year."),
        ("£16 an hour", "£2,700 a month", "can't be compared with '£2,700 a month'"),
        ("2,800 euros a month net", "3,000 euros a month gross", "can't be compared"),
        ("33,000", "30,000", "without its currency and its time"),
        ("£30,000", "£31,000", "as much or more"),
        ("$19", "$19.25/hr + $1 at night", "as much or more"),
        ("£31,000", "£31,000 to £35,000", "as much or more"),
        ("a lot more", "", "no single amount"),
        ("£35,000", "£30,000 or £32,000 or £34,000", "can't read how much"),
        ("£31,049 a year", "", ""),
        ("33,000", "£30,000 a year", ""),
        ("$22 an hour", "", ""),
        ("12 lakh", "", ""),
    ],
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
    [
        ("US", "22 an hour", "$22 an hour", ""),
        ("US", "22", "$22 an hour", "as $22 an hour"),
        ("US", "85000", "$85,000 a year", "as $85,000 a year"),
        ("FR", "2900 net", "€2,900 a month net", "as €2,900 a month net"),
        ("FR", "38k", "€38,000 a year", "as €38,000 a year"),
        ("IE", "2900 net", "€2,900 net", "without its time"),
        ("GB", "£31,049", "£31,049 a year", "as £31,049 a year"),
        ("CH", "6200", "CHF 6,200 a month", "as CHF 6,200 a month"),
        ("AU", "95k", "A$95,000 a year", "as A$95,000 a year"),
        ("IN", "12 lakh", "12 lakh", ""),
        ("IN", "45000", "₹45,000", "without its time"),
        ("PH", "25000 a month", "₱25,000 a month", ""),
        ("", "2900 net", "2,900 net", "without its currency and its time"),
    ],
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


@pytest.mark.parametrize(
    ("record", "line"),
    [
        (
            {"role": "Band 5 Staff Nurse, Ward 12", "range_from": "£31,049"},
            "On pay, which step of Band 5 would I start on? I was hoping for the step at £31,049 a year.",
        ),
        (
            {"role": "teacher, pay scale M4", "range_from": "£36,000"},
            "On pay, which step of the scale would I start on? I was hoping for the step at £36,000 a year.",
        ),
        (
            {"role": "grade 7 officer", "wishes": [{"what": "more money"}]},
            "Could we talk about the pay, and which step of Grade 7 I would start on?",
        ),
        (
            {"role": "Bandmaster", "range_from": "£31,049"},
            "On pay, would £31,049 a year be possible?",
        ),
    ],
)
def test_on_a_fixed_scale_the_step_is_asked_about(record: dict[str, object], line: str) -> None:
    assert line in offer_of(record).counter.splitlines()


@pytest.mark.parametrize(
    ("wish", "known"),
    [
        ("Sundays off", {"learned": "You close Sundays and Mondays"}),
        ("no nights at first", {"highlights": "nobody goes on nights in the first 6 weeks"}),
        ("a parking space", {"interviewers": [{"name": "Di", "said": "there is free parking"}]}),
        ("health insurance", {"offers": [{"benefits": "Health insurance, a bus pass"}]}),
        ("a start in March", {"offers": [{"start": "1 March"}]}),
        ("working from Leeds", {"offers": [{"place": "Leeds, days"}]}),
    ],
)
def test_what_the_record_shows_that_the_reader_has_is_asked_about_and_not_asked_for(
    wish: str, known: dict[str, object]
) -> None:
    answer = offer_of({"wishes": [{"what": wish}], **known})
    assert answer.counter == ""
    (left,) = answer.left
    assert (left.words, left.why, left.path) == (wish, "granted", "wishes.0.what")
    assert left.beside in str(known)
    assert left.beside in answer_to("offer", {"wishes": [{"what": wish}], **known})["text"]


@pytest.mark.parametrize(
    ("wish", "known"),
    [
        ("three more days of holiday", {"offers": [{"leave": "27 days of holiday"}]}),
        ("a start in March", {"offers": [{"start": "1 February"}]}),
        ("to work from home on Fridays", {"learned": "you work in two teams"}),
        ("no nights until March", {"highlights": "nobody goes on nights in the first 6 weeks"}),
        ("no nights in May", {"highlights": "how you settle a child on the first night"}),
        ("free parking", {"learned": "parking is £3 a day"}),
        ("a parking space", {"learned": "nobody gets a parking space"}),
        ("health insurance for my family", {"offers": [{"benefits": "health insurance"}]}),
        ("Sundays and Mondays off", {"learned": "you close on Sundays"}),
        ("flexible hours", {"learned": "the hours are 8 to 4"}),
        ("the paediatric course in the first year", {"learned": "nobody leaves in the first year"}),
    ],
)
def test_what_goes_beyond_it_or_only_shares_a_small_word_is_asked_for(
    wish: str, known: dict[str, object]
) -> None:
    assert wish.removeprefix("to ") in offer_of({"wishes": [{"what": wish}], **known}).counter


@pytest.mark.parametrize(
    ("wish", "known", "remarked"),
    [
        ("free parking", "parking is £3 a day", True),
        ("no nights until March", "nobody goes on nights in the first 6 weeks", True),
        ("three more days of holiday", "you get 27 days of holiday", False),
        ("a desk by the window", "you work in two teams", False),
    ],
)
def test_a_wish_that_may_be_granted_is_asked_for_with_a_remark(
    wish: str,
    known: str,
    remarked: bool,  # noqa: FBT001 - a table of examples
) -> None:
    answer = offer_of({"wishes": [{"what": wish}], "learned": known})
    assert wish in answer.counter
    assert [each.why for each in answer.left] == ["perhaps-granted"] * remarked


@pytest.mark.parametrize(
    ("reason", "why"),
    [
        ("i make 21 now", "now-paid"),
        ("My present post pays the same.", "now-paid"),
        ("I'm on 28k", "now-paid"),
        ("my current salary is 40", "now-paid"),
        ("my rent went up", "own-costs"),
        ("I have two kids to feed", "own-costs"),
    ],
)
def test_what_somebody_earns_or_has_to_pay_is_no_reason_that_we_write(
    reason: str, why: str
) -> None:
    answer = offer_of({"wishes": [{"what": "a desk"}], "wish_reason": reason})
    assert "because" not in answer.counter
    assert [(each.why, each.path) for each in answer.left] == [(why, "wish_reason")]


@pytest.mark.parametrize(
    "reason", ["I have two years of experience", "I trained your last two starters", "the commute"]
)
def test_another_reason_is_written(reason: str) -> None:
    counter = offer_of({"wishes": [{"what": "a desk"}], "wish_reason": reason}).counter
    assert f"{reason}." in counter


def test_of_two_figures_one_is_named_and_the_other_said_to_be_left_out() -> None:
    record = {"range_to": "£36,000 a year", "wishes": [{"what": "£34k"}, {"what": "35000"}]}
    answer = offer_of(record)
    assert "£36,000" in answer.counter
    assert [each.words for each in answer.left] == ["£34k", "35000"]
    assert "34" not in answer.counter
    assert "35" not in answer.counter


@pytest.mark.parametrize(
    ("pay", "low", "high"),
    [
        ("£31,049", "£31,049", ""),
        ("Band 5 bottom £31,049", "£31,049", ""),
        ("£33,000", "£31,000", "£33,000"),
        ("£2,700 a month", "£16 an hour", ""),
        ("2,900 euros a month", "€2,900 a month", ""),
        ("12 lakh", "11,00,000", ""),
        ("$22 an hour", "21.50 an hour", "22/hr"),
    ],
)
def test_nobody_asks_for_what_is_already_offered_or_less(pay: str, low: str, high: str) -> None:
    record = {"offers": [{"pay": pay}], "range_from": low, "range_to": high}
    assert offer_of(record).counter == ""


def test_a_counter_offer_names_no_day_that_has_passed() -> None:
    record = {"wishes": [{"what": "a desk"}], "events": [{"kind": "offer", "on": "2026-11-02"}]}
    assert "You'll have my answer" not in offer_of(record).counter


def criterion(what: str, weight: str, *given: str) -> dict[str, str]:
    points = {f"offer_{at}": value for at, value in enumerate(given, 1)}
    return {"what": what, "weight": weight, **points}


def test_the_sum_is_weight_times_points() -> None:
    answer = offer_of(
        {"criteria": [criterion("pay", "5", "6", "8"), criterion("way", "2", "9", "3")]}
    )
    assert answer.comparison
    assert answer.comparison.totals == (48, 46)
    assert answer.comparison.most == 70


def test_a_lead_that_one_step_could_turn_is_said_to_be_as_good_as_even() -> None:
    record = {"criteria": [criterion("pay", "5", "6", "8"), criterion("way", "2", "9", "3")]}
    assert "so the difference says little" in answer_to("offer", record)["text"]


def test_even_is_even() -> None:
    assert (
        "They have the same points."
        in answer_to("offer", {"criteria": [criterion("pay", "5", "6", "6")]})["text"]
    )


def test_points_beyond_the_scale_and_rows_without_a_weight_are_named() -> None:
    record = {"criteria": [criterion("pay", "5", "11", "6"), criterion("way", "", "3", "4")]}
    errors = answer_to("offer", record)["errors"]
    assert set(errors) == {"criteria.0.offer_1", "criteria.1.weight"}


def test_a_range_that_ends_below_its_beginning_is_named() -> None:
    errors = answer_to("offer", {"range_from": "33,000", "range_to": "31,000"})["errors"]
    assert list(errors) == ["range_to"]


def test_an_offer_keeps_its_number_when_the_row_before_it_is_empty() -> None:
    record = {"offers": [{}, {"employer": "Mill", "pay": "30,000"}]}
    answer = offer_of(record)
    assert [terms.number for terms in answer.terms] == [2]
    assert "Mill: 7 of 8 points" in answer_to("offer", record)["text"]


def test_more_offers_than_fit_are_said_to_be_left_out() -> None:
    record = {"offers": [{"employer": name} for name in "ABCD"]}
    assert "We compare the first 3." in answer_to("offer", record)["html"]


def test_every_point_of_the_list_is_a_field_of_an_offer_and_has_a_question() -> None:
    fields = set(Offer.__dataclass_fields__) - {"employer", "in_writing"}
    assert set(term_words(own())) == fields
    assert len(fields) == own().rules["terms-to-settle"].value
    assert all(term.ask.endswith("?") and term.claims for term in term_words(own()).values())


LATE = {"events": [{"kind": "offer", "on": "2026-11-12", "by_on": "2026-11-18"}]}


def test_a_date_for_the_answer_that_has_passed_is_said_first_and_never_as_still_ahead() -> None:
    page = answer_to("offer", LATE)
    assert page["status"] == (
        "Their date for your answer, Wednesday 18 November, has passed. "
        "Call or write to them today, and ask whether the offer still stands."
    )
    assert "You could say: 'I'm sorry for the delay." in page["text"]
    for shown in (page["text"], visible(page["html"])):
        assert "They want your answer by" not in shown
        assert "have your answer by" not in shown


def test_a_usual_time_for_the_answer_that_has_passed_is_not_called_their_date() -> None:
    page = answer_to("offer", {"events": [{"kind": "offer", "on": "2026-11-12"}]})
    assert page["status"].startswith("You haven't answered yet. They named no date")
    assert "still stand" not in page["text"]
    for shown in (page["text"], visible(page["html"])):
        assert "ask for time until" not in shown
        assert "we plan with a date of our own" not in shown


def test_on_the_day_itself_and_once_decided_no_date_has_passed() -> None:
    today = {"events": [{"kind": "offer", "on": "2026-11-12", "by_on": "2026-11-22"}]}
    assert "has passed" not in answer_to("offer", today)["text"]
    decided = {"events": [*LATE["events"], {"kind": "decided", "on": "2026-11-18"}]}
    assert answer_to("offer", decided)["status"] == "You have decided. This is done."
    assert "has passed" not in answer_to("offer", decided)["text"]


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
    ("low", "high", "named"),
    [
        ("£33,000 a year", "£31,000", True),
        ("£33,000", "£31,000 a year", True),
        ("33,000 a year", "£31,000 a year", True),
        ("£31,000", "£33,000 a year", False),
        ("£33,000 a year", "€31,000 a year", False),
        ("£33,000 a year", "£16 an hour", False),
    ],
)
def test_an_end_of_the_range_may_leave_out_what_the_other_says(
    low: str,
    high: str,
    named: bool,  # noqa: FBT001 - a table of examples
) -> None:
    errors = answer_to("offer", {"range_from": low, "range_to": high})["errors"]
    sentence = f"Your range ends at {high}, below where it begins, {low}. Check both."
    assert errors == ({"range_to": sentence} if named else {})


def test_the_words_of_an_offer_are_read_for_a_date_as_promises_are() -> None:
    """Offered on Tuesday 24 November: 'by Friday 4 December' is their date, and it is still ahead on the 29th."""
    words = "let us know by friday 4 december"
    record = {"events": [{"kind": "offer", "on": "2026-11-24", "words": words}], "country": "GB"}
    answer = compute(request_of(record, date(2026, 11, 29)), own())
    assert answer.clock
    assert (answer.clock.named, answer.clock.passed) == (True, False)
    assert answer.clock.decide_by == date(2026, 12, 4)
    late = answer_to("offer", record, date(2026, 12, 5))
    assert "ask whether the offer still stands" in late["status"]


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
    said = " ".join(note.letter.body.partition(",")[2].split())
    assert " ".join(offer_of(record).counter.split()) == said
    assert ("give you my answer by Tuesday 1 December." in said) == (not length)


@pytest.mark.parametrize(
    ("words", "by"),
    [
        ("let us know by friday", date(2026, 11, 27)),
        ("we need an answer by the end of the week", date(2026, 11, 27)),
        ("get back to me in a couple of days", date(2026, 11, 27)),
        ("offer valid for 7 days", date(2026, 12, 1)),
        ("expires monday", date(2026, 11, 30)),
        ("deadline is december 1", date(2026, 12, 1)),
        ("start date 7 december, reply by 27 nov", date(2026, 11, 27)),
        ("until 3/12", date(2026, 12, 3)),
        ("take your time", None),
        ("no rush", None),
        ("sleep on it", None),
        ("let me know soon", None),
        ("we'd like you to start on 4 January", None),
        ("we're offering £30k", None),
    ],
)
def test_the_day_they_named_is_read_and_no_other_makes_the_offer_doubtful(
    words: str, by: date | None
) -> None:
    """Offered on Tuesday 24 November. Long after any day, only one that they named themselves can have passed."""
    record = {"country": "GB", "events": [{"kind": "offer", "on": "2026-11-24", "words": words}]}
    running = compute(request_of(record, date(2026, 11, 25)), own()).clock
    assert running
    assert running.named == (by is not None)
    assert by is None or running.decide_by == by
    late = answer_to("offer", record, date(2026, 12, 20))["text"]
    assert ("still stand" in late) == (by is not None)
