"""Weekdays and days near by: Friday, next Monday or Tuesday, tomorrow, the weekend."""

from datetime import date, timedelta

from playbook.promises.edges import Scene, bounded
from playbook.promises.festivals import FESTIVAL
from playbook.promises.found import Found, Phrase, Row
from playbook.promises.names import MONTH, WEEKDAY, weekday_number
from playbook.promises.spans import DAYS_A_WEEK, Span, day, week_days

_A_WEEK = timedelta(days=DAYS_A_WEEK)
_WEEKS_ON = {"week": 1, "after next": 1, "fortnight": 2}


def _read_in_week(phrase: Phrase, scene: Scene, previous: Found | None) -> Found:
    """'Monday or Tuesday next week': inside the week that is named with it."""
    base, steps = scene.said_on, 0 if phrase["in"] == "this week" else 1
    if phrase["in"].endswith("after next"):
        steps = 2
    elif previous and previous.spans and phrase["in"] != "next week":
        base = previous.spans[-1].last_on
    week = week_days(base, scene.weekend, steps)
    return Found((_inside(week, phrase),), week=tuple(week), ranged=bool(phrase["two"]))


def _read_weekday(phrase: Phrase, scene: Scene, previous: Found | None) -> Found:
    """The next such day, never today; or that day of the week that was named just before."""
    which, weeks = phrase.said("which"), _WEEKS_ON.get(phrase.said("on"), 0)
    if previous and previous.week and not which and not weeks:
        return Found((_inside(list(previous.week), phrase),), week=previous.week, refines=True)
    on = _next_weekday(_since(scene, previous, phrase), weekday_number(phrase["one"]))
    last = _next_weekday(on, weekday_number(phrase["two"])) if phrase["two"] else on
    if which == "last":
        return Found((day(_last_weekday(scene.said_on, on)),))
    if which == "next" and on in week_days(scene.said_on, scene.weekend):
        last += _A_WEEK
    return Found((Span(on, last).moved(weeks * DAYS_A_WEEK),), ranged=bool(phrase["two"]))


def _since(scene: Scene, previous: Found | None, phrase: Phrase) -> date:
    """In 'Friday or Monday' and 'we meet on Thursday and call on Monday', Monday comes after."""
    if previous and previous.link and previous.spans[-1].size == "day" and not phrase.said("which"):
        return max(scene.said_on, previous.spans[-1].last_on)
    return scene.said_on


def _inside(week: list[date], phrase: Phrase) -> Span:
    on = next(each for each in week if each.weekday() == weekday_number(phrase["one"]))
    return Span(on, _next_weekday(on, weekday_number(phrase["two"])) if phrase["two"] else on)


def _next_weekday(after: date, weekday: int) -> date:
    return after + timedelta(days=(weekday - after.weekday() - 1) % DAYS_A_WEEK + 1)


def _last_weekday(said_on: date, coming: date) -> date:
    return coming - _A_WEEK * (2 if coming - said_on == _A_WEEK else 1)


def _read_some(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    """Two Fridays from now: the second one that comes."""
    on = _next_weekday(scene.said_on, weekday_number(phrase["one"]))
    return Found((day(on + _A_WEEK * (int(phrase["count"]) - 1)),))


def _read_beside(phrase: Phrase, _scene: Scene, _previous: Found | None) -> Found:
    """The Monday after what follows, or the last one before it."""
    wanted = weekday_number(phrase["one"])

    def modify(span: Span) -> Span:
        if phrase["way"] != "before":
            return day(_next_weekday(span.last_on, wanted))
        return day(_next_weekday(span.first_on - _A_WEEK - timedelta(days=1), wanted))

    return Found(modify=modify)


def _read_near(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    on = scene.said_on + timedelta(days=_days_to(phrase["near"]))
    return Found((day(on + _A_WEEK if phrase.said("week") else on),))


def _days_to(words: str) -> int:
    if "after tom" in words:
        return 2
    if words == "yesterday":
        return -1
    return int(words.startswith(("tom", "tm", "morning", "overnight")))


def _read_day_after(_phrase: Phrase, scene: Scene, previous: Found | None) -> Found:
    base = previous.spans[-1].last_on if previous and previous.spans else scene.said_on
    return Found((day(base + timedelta(days=1)),))


def _read_after_that(_phrase: Phrase, scene: Scene, previous: Found | None) -> Found:
    if not (previous and previous.spans):
        return Found()
    return Found((bounded(previous.spans[-1], "after", scene),))


def _read_weekend(phrase: Phrase, scene: Scene, _previous: Found | None) -> Found:
    """The closed days that come next; 'next weekend' can be those or the ones a week later.

    So can 'the weekend after next', a week on.
    """
    ahead = [scene.said_on + timedelta(days=each) for each in range(2 * DAYS_A_WEEK)]
    first = next((on for on in ahead if on.weekday() in scene.weekend), scene.said_on)
    last = first
    while (
        last + timedelta(days=1) in ahead and (last + timedelta(days=1)).weekday() in scene.weekend
    ):
        last += timedelta(days=1)
    if phrase.said("which") == "next" or phrase.said("after"):
        last += _A_WEEK
    return Found((Span(first, last, "weekend").moved(DAYS_A_WEEK if phrase.said("after") else 0),))


_DAYS = (
    rf"(?P<one>{WEEKDAY})\b"
    r"(?:(?:,? (?:or|and) |, ?| to | through | until | ?- ?|/)(?:on |the )?"
    rf"(?P<two>{WEEKDAY})\b)?"
)
_NEAR = (
    r"(?P<near>(?:later )?today|tonight|this (?:morning|afternoon|evening)|end of (?:the )?day"
    r"|day after tom+or+ow|(?<=in the )morning|tom+or+ow|tmrw|tmw|tmr|yesterday|overnight)"
)

IN_WEEK: tuple[Row, ...] = (
    (
        (
            rf"{_DAYS},? (?:of |in )?(?:the )?"
            r"(?P<in>(?:this|next|following) week|week after(?: next| that)?)"
        ),
        _read_in_week,
    ),
)
BESIDE: tuple[Row, ...] = (
    (
        (
            rf"(?:(?:1st|next) )?(?P<one>{WEEKDAY}) (?P<way>after|before|following)"
            rf"(?= (?:the )?(?:\d{{1,2}}(?:st|nd|rd|th)|\d{{1,2}} {MONTH}\b|{MONTH}\b|{FESTIVAL}))"
        ),
        _read_beside,
    ),
)
ROWS: tuple[Row, ...] = (
    (rf"(?P<count>[1-9]) (?P<one>{WEEKDAY})(?<=s)(?: from (?:now|today)| away)?", _read_some),
    (
        (
            rf"(?:(?P<which>this(?: coming)?|next|coming|last) )?{_DAYS}"
            r"(?:,? (?P<on>week\b|fortnight|after next))?"
        ),
        _read_weekday,
    ),
    (rf"{_NEAR}(?P<week> week\b)?", _read_near),
    (r"(?:next|following) day|day after(?: that)?", _read_day_after),
    (r"after (?:that|then)|afterwards?|thereafter", _read_after_that),
    (r"(?:(?P<which>this|next|coming) )?weekend(?P<after> after next)?", _read_weekend),
)
