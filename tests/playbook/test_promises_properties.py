"""What holds for every sentence about when, whoever says it: nothing is dropped, nothing denied is promised."""

import tomllib
from datetime import date, timedelta
from importlib.resources import files
from pathlib import Path
from time import process_time

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from bench.judged import sentence_cases
from playbook.business_days import Calendar
from playbook.content import read_toml
from playbook.promises import Promise, Reading, read_promise

MONDAY = date(2026, 11, 23)
PLAIN = Calendar()
TABLE = tomllib.loads(
    Path(__file__).with_name("promises_said").joinpath("stretches.toml").read_text(encoding="utf-8")
)
DATED = [words for words, right in TABLE["friday"]["reads"].items() if right[:1].isdigit()]
POLITE_BEFORE = [
    "Thanks for coming in. {}",
    "Thank you so much for your time today. {}",
    "It was great to meet you, {}",
    "We enjoyed meeting you. {}",
    "Lovely to meet you all! {}",
    "No problem at all, {}",
    "No worries: {}",
    "They said: {}",
    "Sorry for the wait this morning. {}",
    "Hope you had a good weekend. {}",
    "We were really impressed today. {}",
    "Thank you for coming to see us on Wednesday. {}",
    "I think {}",
    "OK, so basically {}",
    "We have seen six candidates so far. {}",
    "As discussed on the phone, {}",
]
POLITE_AFTER = [
    "{}. Thanks again!",
    "{}. Have a great evening.",
    "{}, if that's all right with you",
    "{}. Don't hesitate to call us.",
    "{}. Best wishes, Sam",
    "{}. No rush from our side.",
    "{}. Have a lovely weekend!",
    "{}. Safe travels home tonight!",
    "{}. Happy Thanksgiving!",
    "{}. Kind regards, June",
    "{}. Best wishes, May",
    "{}. Let me know if you have any questions.",
    "{}. You can reach me Monday to Friday, 9 to 5.",
    "{}. If anything changes, call me on 07700 900123.",
    "{}. Our office is at 12 March Street.",
    "{} if that suits you",
]
CLOCKS = [
    "at 17.00", "at 9.30", "14h30", "1700 hrs", "at half past two", "EOD", "COB", "at noon", "5 pm PST",
    "at 5pm", "at 17:30", "by close of business", "at 9.30am", "in the morning", "at 10 o'clock", "5 p.m.",
]  # fmt: skip
DAYS = [
    "Friday",
    "tomorrow",
    "4 December",
    "Friday 4 December",
    "the 4th",
    "Friday of next week",
    "2026-12-04",
]
MONTHS = (
    "January February March April May June July August September October November December".split()
)
WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday".split()
DENIALS = [
    "we won't have a decision {}",
    "don't expect to hear {}",
    "we can't let you know {}",
    "you won't hear from us {}",
    "I doubt we'll know {}",
    "it's unlikely that we'll decide {}",
    "we aren't going to decide {}",
    "there's no chance you'll hear {}",
]
near_days = st.integers(1, 40).map(lambda days: MONDAY + timedelta(days=days))
any_days = st.dates(MONDAY + timedelta(days=1), MONDAY + timedelta(days=360))


def read(words: str, said_on: date = MONDAY, month_first: bool | None = False) -> Promise:  # noqa: FBT001, FBT002
    return read_promise(words, said_on, PLAIN, month_first)


def spelled(on: date) -> str:
    return f"{on.day} {MONTHS[on.month - 1]}"


def days(promise: Promise) -> tuple[object, ...]:
    return promise.reading, promise.last_on, promise.options


@pytest.mark.parametrize("clause", POLITE_BEFORE + POLITE_AFTER)
def test_a_polite_clause_changes_no_day(clause: str) -> None:
    said_on = TABLE["friday"]["said_on"]
    changed = {
        words: days(polite)
        for words in DATED
        if days(polite := read(clause.format(words), said_on, None))
        != days(read(words, said_on, None))
    }
    assert changed == {}


@pytest.mark.parametrize("clock", CLOCKS)
@pytest.mark.parametrize("day", DAYS)
def test_a_time_of_day_changes_no_day(day: str, clock: str) -> None:
    assert days(read(f"{day} {clock}")) == days(read(day))
    assert days(read(f"we'll call you on {day}, {clock}")) == days(read(day))


@pytest.mark.parametrize(
    "word", ["EOD", "COB", "close of business", "the end of the day", "noon", "5pm", "lunchtime"]
)
@pytest.mark.parametrize("day", DAYS)
def test_before_an_end_of_day_is_by_that_day(day: str, word: str) -> None:
    assert days(read(f"before {word} {day}")) == days(read(f"by {day}"))
    assert days(read(f"before {word} on {day}")) == days(read(f"by {day}"))


@given(one=any_days, two=any_days)
def test_of_two_days_the_later_counts_and_two_far_apart_are_asked_about(
    one: date, two: date
) -> None:
    for words in (
        "by {}, {} at the latest",
        "{} or {}",
        "{}, possibly {}",
        "by {}; {} if we're late",
    ):
        promise = read(words.format(f"{spelled(one)} {one.year}", f"{spelled(two)} {two.year}"))
        if abs((one - two).days) > 45:
            assert promise.options, words
        else:
            assert promise.options or promise.last_on == max(one, two), words


@given(on=any_days, weekday=st.sampled_from(WEEKDAYS))
def test_a_weekday_that_does_not_fit_its_day_is_asked_about(on: date, weekday: str) -> None:
    fits = WEEKDAYS[on.weekday()] == weekday
    for words in (f"{weekday} {spelled(on)} {on.year}", f"by {spelled(on)} {on.year} ({weekday})"):
        assert (read(words).reading is Reading.DATED) == fits, words


@given(on=near_days)
def test_day_and_month_that_can_be_exchanged_are_asked_about(on: date) -> None:
    exchangeable = on.day <= 12 and on.day != on.month
    assert bool(read(f"by {on.day}/{on.month}/{on.year}", month_first=None).options) == exchangeable


@pytest.mark.parametrize("denial", DENIALS)
@given(on=near_days)
@settings(max_examples=30)
def test_what_is_denied_is_never_promised(denial: str, on: date) -> None:
    for time in (f"by {spelled(on)}", f"on {spelled(on)}", f"before {spelled(on)}"):
        promise = read(denial.format(time))
        assert promise.last_on is None or promise.last_on > on - timedelta(days=1), time
        if not time.startswith("before"):
            assert promise.last_on is None or promise.last_on > on, time


@pytest.mark.parametrize("dash", [" - ", " – ", "—", " -- "])
@given(on=near_days)
@settings(max_examples=20)
def test_a_dash_behind_what_is_denied_is_a_comma(dash: str, on: date) -> None:
    tomorrow = on + timedelta(days=1)
    words = f"not {WEEKDAYS[on.weekday()]}{dash}{WEEKDAYS[tomorrow.weekday()]}"
    assert days(read(words)) == days(read(words.replace(dash, ", ")))
    assert read(f"not today{dash}tomorrow").last_on == MONDAY + timedelta(days=1)


@pytest.mark.parametrize("dash", [" - ", "-", " – ", "–"])
def test_a_dash_between_like_words_is_from_one_to_the_other(dash: str) -> None:
    assert read(f"Wednesday{dash}Friday").last_on == date(2026, 11, 27)
    assert read(f"3{dash}5 December").last_on == date(2026, 12, 5)
    assert read(f"two{dash}three weeks").last_on == date(2026, 12, 14)


@pytest.mark.parametrize(
    "words",
    [
        "we're not going to drag this out you'll know by {}",
        "I won't keep you it'll be {}",
        "not today probably {}",
        "it won't be this week it'll be {}",
    ],
)
@given(on=near_days)
@settings(max_examples=20)
def test_a_denial_that_may_be_over_is_asked_about(words: str, on: date) -> None:
    promise = read(words.format(spelled(on)))
    assert promise.reading is Reading.AMBIGUOUS
    assert on in promise.options


@pytest.mark.parametrize(
    ("words", "ahead"),
    [("in a week", 7), ("in two weeks", 14), ("a fortnight", 14), ("a week and a half", 11)],
)
@given(said_on=st.dates(date(2026, 1, 1), date(2027, 12, 31)))
@settings(max_examples=20)
def test_an_amount_ends_on_the_day_that_it_counts_to(words: str, ahead: int, said_on: date) -> None:
    assert read(words, said_on).last_on == said_on + timedelta(days=ahead)


@given(first=near_days, gap=st.integers(1, 6))
def test_a_second_weekday_comes_after_the_first(first: date, gap: int) -> None:
    second = first + timedelta(days=gap)
    one, two = f"{WEEKDAYS[first.weekday()]} {spelled(first)}", WEEKDAYS[second.weekday()]
    for words in (
        "by {}, {} at the latest",
        "by {}. {} at the latest.",
        "by {} ({} latest)",
        "{}, failing that {}",
    ):
        assert read(words.format(one, two)).last_on == second, words


@given(first=st.integers(2, 6), second=st.integers(1, 5))
def test_a_weekday_that_nothing_ties_to_the_day_before_it_is_asked_about(
    first: int, second: int
) -> None:
    early = MONDAY + timedelta(days=min(first - 1, second))
    one, two = WEEKDAYS[first], WEEKDAYS[early.weekday()]
    for words in ("{} is one idea, {} is another", "{} has been named, {} too", "{}... so, {}, hm"):
        promise = read(words.format(one, two))
        assert {early, early + timedelta(days=7)} <= {*promise.options}, words
    for words in ("{}, or {}", "{}, then {}", "we meet on {}, you'll hear on {}", "{}, {} tops"):
        assert read(words.format(one, two)).last_on == early + timedelta(days=7), words


ANSWERS = [
    "you'll hear from us {}",
    "we'll let you know {}",
    "expect a call {}",
    "we hope to decide {}",
    "an answer should reach you {}",
    "{}, I should think",
]
SPELLINGS = [
    "by {0.day} {1}",
    "on {2} {0.day} {1}",
    "by {1} {0.day}",
    "on {0.day} {1} {0.year}",
    "by {0}",
]
decoys = st.one_of(
    st.builds("you'd start on {}".format, any_days.map(spelled)),
    st.builds("it's a {} month contract".format, st.integers(2, 36)),
    st.builds("there's a {} week notice period".format, st.integers(2, 12)),
    st.builds("my number is 0{}".format, st.integers(10**9, 10**10 - 1)),
    st.builds("we're in room {}.{:02}".format, st.integers(1, 9), st.integers(1, 40)),
    st.builds("the pay is £{}k".format, st.integers(20, 99)),
    st.builds("the pay is ${},000 a year".format, st.integers(20, 199)),
    st.builds("there are {} other candidates".format, st.integers(2, 40)),
    st.builds("it's {} hours a week".format, st.integers(10, 45)),
    st.builds("you get {} days' holiday".format, st.integers(20, 35)),
    st.builds("it was your {} round".format, st.sampled_from(["first", "second", "third"])),
    st.builds("we moved here in {}".format, st.integers(1990, 2025)),
    st.builds("we use Python 3.{}".format, st.integers(9, 20)),
)


@given(
    on=near_days,
    answer=st.sampled_from(ANSWERS),
    spelling=st.sampled_from(SPELLINGS),
    decoy=decoys,
    order=st.sampled_from(["{0}. {1}.", "{1}. {0}.", "{0}, and {1}", "{1}, and {0}", "{1}; {0}"]),
)
@settings(max_examples=400)
def test_what_is_no_promise_changes_no_day_or_is_asked_about(
    on: date, answer: str, spelling: str, decoy: str, order: str
) -> None:
    promised = answer.format(spelling.format(on, MONTHS[on.month - 1], WEEKDAYS[on.weekday()]))
    words = order.format(promised, decoy)
    assert read(promised).last_on == on, promised
    assert read(words).reading is not Reading.DATED or read(words).last_on == on, words


@given(
    days=st.lists(near_days, min_size=2, max_size=4, unique=True),
    spelling=st.sampled_from(SPELLINGS),
    joint=st.sampled_from(
        [", or ", " or ", "; ", ". Or ", ", maybe ", ", possibly ", ", failing that "]
    ),
)
def test_no_reading_ends_before_the_latest_day_that_is_named(
    days: list[date], spelling: str, joint: str
) -> None:
    named = [spelling.format(on, MONTHS[on.month - 1], WEEKDAYS[on.weekday()]) for on in days]
    promise = read("you'll hear " + joint.join(named))
    assert promise.reading is not Reading.DATED or promise.last_on == max(days), promise.words


@given(said_on=any_days, on=any_days)
def test_a_year_that_is_guessed_across_two_months_is_asked_about(said_on: date, on: date) -> None:
    """A day without its year, nearer behind than ahead, and too far behind to be a slip."""
    behind = min(
        (
            (said_on - on.replace(year=year)).days
            for year in (2026, 2027, 2028)
            if not (on.month == 2 and on.day == 29) and on.replace(year=year) <= said_on
        ),
        default=0,
    )
    if 60 < behind < 180:
        assert read(f"by {spelled(on)}", said_on).reading is not Reading.DATED


LEFTOVERS = ["17", "the 9th of", "Q3", "two", "Hanukkah", "in the spring", "42 days"]


@pytest.mark.parametrize("leftover", LEFTOVERS)
def test_a_word_of_time_that_fits_nowhere_is_asked_about(leftover: str) -> None:
    assert read(f"by Friday {leftover} cycle").reading is not Reading.DATED


PHRASES = sorted(
    phrase.strip()
    for table in read_toml(files("playbook.promises").joinpath("words.toml")).values()
    for phrases in table.values()
    for phrase in phrases.split(",")
)
MARKS = [
    *".,;:!?()[]/+-–—…'’\"“”„«»、。，；：？！「」؟،؛।‐‑·•@#&~±=*_|<>\n\t\u00a0\u200b\u200f\u202e",
    "'s",
    "ʼ",
]
FIGURES = (
    "0 1 2 4 12 15 31 32 99 100 2027 9999 10000 1/2 4/12 12.4. 2027-02-30 5pm 17:00 17.00 9.30 5th 21st 0th £20k"
    " €1,000 '27 07700900123 q1 h2 w/c ٣ 三 ½ ²"
).split()
SPOKEN = [case.words for case in sentence_cases("batches.toml")]
slices = st.builds(
    lambda words, start, length: words[start : start + length],
    st.sampled_from(SPOKEN),
    st.integers(0, 60),
    st.integers(1, 40),
)
texts = st.builds(
    lambda pieces, glue: glue.join(pieces),
    st.lists(
        st.sampled_from(PHRASES) | st.sampled_from(MARKS) | st.sampled_from(FIGURES) | slices,
        max_size=9,
    ),
    st.sampled_from([" ", "", "\n"]),
)


@given(
    words=texts | st.text(max_size=60),
    said_on=st.dates(date.min, date.max),
    weekend=st.frozensets(st.integers(0, 6)),
    month_first=st.none() | st.booleans(),
)
@settings(max_examples=500, deadline=None)
@example(words="\n25th", said_on=MONDAY, weekend=frozenset({5, 6}), month_first=None)
@example(words="jan \n is hard", said_on=MONDAY, weekend=frozenset({5, 6}), month_first=None)
@example(
    words="this time the week after next", said_on=MONDAY, weekend=frozenset(), month_first=None
)
@example(words="the hour after that", said_on=MONDAY, weekend=frozenset({5, 6}), month_first=None)
@example(words="ʼ by Friday", said_on=MONDAY, weekend=frozenset({5, 6}), month_first=None)
def test_no_text_at_all_raises_and_each_reading_is_whole(
    words: str,
    said_on: date,
    weekend: frozenset[int],
    month_first: bool | None,  # noqa: FBT001  # it has three values
) -> None:
    promise = read_promise(words, said_on, Calendar(weekend=weekend), month_first)
    assert promise == read_promise(words, said_on, Calendar(weekend=weekend), month_first)
    assert promise.words == words
    if promise.reading is Reading.DATED:
        assert promise.first_on is not None
        assert promise.last_on is not None
        assert said_on <= promise.first_on <= promise.last_on
    elif promise.reading is Reading.PAST:
        assert promise.last_on is not None
        assert promise.last_on < said_on
    else:
        assert promise.first_on is promise.last_on is None
    assert (promise.reading is Reading.AMBIGUOUS) == bool(promise.options)
    assert list(promise.options) == sorted(set(promise.options))


PLAIN_TEXT = (
    "Thank you for coming in. We have two more people to see, and then the panel meets. You should hear from us by"
    " the end of next week, and if anything changes I'll let you know. "
) * 6
SLOWER = 12
"""How many times as long as a plain text any other of its length may take: a plain thousand characters take about
4 ms, and no thousand should take 50."""


def seconds(text: str) -> float:
    """How long the processor works on a thousand characters, the quickest of a few times."""
    taken = []
    for _ in range(4):
        began = process_time()
        read(text[:1000])
        taken.append(process_time() - began)
    return min(taken)


@given(pieces=st.lists(st.sampled_from([*PHRASES, *MARKS, *FIGURES]), min_size=1, max_size=4))
@settings(max_examples=40, deadline=None)
@example(pieces=["a"])
@example(pieces=["-"])
@example(pieces=["two weeks after"])
@example(pieces=["the 1st or 2nd of"])
@example(pieces=["next week of"])
def test_no_text_is_many_times_slower_than_a_plain_one(pieces: list[str]) -> None:
    assert seconds((" ".join(pieces) + " ") * 1000) < SLOWER * seconds(PLAIN_TEXT)


@given(
    on=near_days,
    answer=st.sampled_from(ANSWERS),
    spelling=st.sampled_from(SPELLINGS),
    before=st.sampled_from(["{}", *POLITE_BEFORE]),
    after=st.sampled_from(["{}", *POLITE_AFTER]),
    clock=st.sampled_from(["", *CLOCKS]),
)
@settings(max_examples=300)
def test_manners_and_times_of_day_change_no_generated_sentence(
    on: date, answer: str, spelling: str, before: str, after: str, clock: str
) -> None:
    day = spelling.format(on, MONTHS[on.month - 1], WEEKDAYS[on.weekday()])
    words = after.format(before.format(answer.format(f"{day} {clock}".strip())))
    assert read(words).last_on == on, words


@given(one=near_days, two=near_days)
def test_at_the_latest_never_stretches(one: date, two: date) -> None:
    for words in ("by {}, {} at the latest", "{}, latest {}", "{}, {} at the very latest"):
        promise = read(words.format(f"{spelled(one)} {one.year}", f"{spelled(two)} {two.year}"))
        assert promise.options or promise.last_on == two, promise.words


@pytest.mark.parametrize(
    "words",
    [
        "I'd be surprised if you didn't hear {}",
        "there's no way you won't hear {}",
        "I doubt we wouldn't know {}",
    ],
)
@given(on=near_days)
@settings(max_examples=30)
def test_what_is_denied_twice_is_promised_or_asked_about(words: str, on: date) -> None:
    promise = read(words.format(f"by {spelled(on)}"))
    assert promise.reading is not Reading.DATED or promise.last_on == on


@pytest.mark.parametrize(
    "words",
    [
        "if it goes past {} give me a nudge",
        "chase me after {}",
        "you'll hear before {} or when we're back",
        "any day except {}",
        "it's complicated on {}, so before",
        "before or after {}",
        "we hear from head office on {} and once we do I'll call you",
        "the next interview is on {} and after we decide",
        "your medical is on {} and results come out after 3 days",
        "it depends on the budget, which gets approved on {}",
    ],
)
@given(on=near_days)
@settings(max_examples=20)
def test_where_a_word_can_turn_the_day_around_we_ask(words: str, on: date) -> None:
    assert read(words.format(spelled(on))).reading is not Reading.DATED


@given(
    on=near_days,
    days_later=st.integers(1, 20),
    joint=st.sampled_from([", ", " and ", ". ", " but ", ": "]),
)
def test_a_later_time_that_is_over_first_is_asked_about(
    on: date, days_later: int, joint: str
) -> None:
    later = on + timedelta(days=days_later)
    words = (
        f"we decide by {spelled(later)} {later.year}{joint}you'll hear on {spelled(on)} {on.year}"
    )
    assert read(words).reading is not Reading.DATED, words


@pytest.mark.parametrize(
    "words",
    [
        "the background check takes five days",
        "offers need approval, it is taking 7 working days normally",
        "once you share the papers the letter comes in 3 days",
        "it takes five days after you sign",
    ],
)
def test_an_amount_that_counts_from_a_day_nobody_names_is_asked_about(words: str) -> None:
    assert read(words).reading is not Reading.DATED


@given(on=near_days, unit=st.sampled_from(["week", "month", "fortnight"]))
def test_a_unit_that_belongs_to_no_time_is_asked_about(on: date, unit: str) -> None:
    words = f"by {spelled(on)}, in the frobnicated {unit}"
    assert read(words).reading is not Reading.DATED


@pytest.mark.parametrize(
    "words",
    [
        "by {}, because I'm away on {}",
        "you'll hear on {}, cause on {} I'm in court",
        "{}, since we have visitors on {}",
    ],
)
@given(on=near_days, why=near_days)
@settings(max_examples=20)
def test_a_clause_that_says_why_names_no_answer(words: str, on: date, why: date) -> None:
    promise = read(words.format(spelled(on), spelled(why)))
    assert promise.last_on == on
    assert promise.reading is Reading.DATED


@given(other=near_days, days_later=st.integers(1, 14))
def test_the_last_word_counts_where_nothing_ends_after_it(other: date, days_later: int) -> None:
    on = other + timedelta(days=days_later)
    for words in (
        "Sam thinks {}, but I'd say {}",
        "a trade fair on {}, so {}",
        "they've hoped for {} but I'd bank on {}",
    ):
        assert read(words.format(spelled(other), spelled(on))).last_on == on


@given(mine=near_days, days_later=st.integers(1, 14))
def test_somebody_elses_later_day_is_asked_about(mine: date, days_later: int) -> None:
    theirs = mine + timedelta(days=days_later)
    promise = read(f"I'd say {spelled(mine)}, but Sam thinks {spelled(theirs)}")
    assert promise.options == (mine, theirs)


@pytest.mark.parametrize("count", ["214 applications", "12 GCSEs", "40 CVs", "3 more people"])
@given(on=near_days)
@settings(max_examples=10)
def test_a_number_of_things_changes_no_day(count: str, on: date) -> None:
    assert read(f"we've had {count} and you'll hear by {spelled(on)}").last_on == on


@given(first=st.integers(1, 9), second=st.integers(1, 9))
def test_an_amount_after_another_is_added_to_it(first: int, second: int) -> None:
    promise = read(f"you'll hear in {first} days and then {second} days for the letter")
    assert promise.last_on in {None, MONDAY + timedelta(days=first + second)}


@pytest.mark.parametrize("again", ["of every month", "of each month", "every month"])
@given(number=st.integers(1, 28))
def test_what_happens_again_and_again_names_no_day(again: str, number: int) -> None:
    assert read(f"offers go out on the {number}th {again}").last_on is None


@pytest.mark.parametrize("start", ["with a {} start", "for a {} start", ", and it's a {} start"])
@given(on=near_days, days_later=st.integers(1, 60))
@settings(max_examples=20)
def test_a_start_behind_its_day_is_no_answer(start: str, on: date, days_later: int) -> None:
    work = on + timedelta(days=days_later)
    promise = read(f"you'll have the offer by {spelled(on)} {start.format(spelled(work))}")
    assert promise.last_on in {None, on}


@pytest.mark.parametrize(
    "words",
    [
        "you'll know by {} who goes on to the panel, which is on {}",
        "I'll let you know on {} who goes through, {} is for everybody else",
        "the offer would come on {} and you'd have until {} to decide",
    ],
)
@given(on=near_days, days_later=st.integers(1, 30))
@settings(max_examples=20)
def test_a_later_day_that_is_no_answer_is_left_aside_or_asked_about(
    words: str, on: date, days_later: int
) -> None:
    later = on + timedelta(days=days_later)
    assert read(words.format(spelled(on), spelled(later))).last_on in {None, on}


@given(on=near_days)
def test_what_may_come_sooner_on_a_condition_changes_no_day(on: date) -> None:
    promise = read(f"we'll ring you on {spelled(on)}, and if I know before that I'll write")
    assert promise.last_on == on
