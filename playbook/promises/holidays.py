"""The public holidays of an office's calendar: what they are called, and the stretches that they make."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from playbook.business_days import Calendar, Closure
from playbook.memory import REQUESTS, remembered
from playbook.promises.lexicon import Lexicon
from playbook.promises.scene import Scene
from playbook.promises.spans import Span, day

_SHORTEST_NAME, _TWO_WORDS = 4, 2
_SEASON, _SOON = 14, 30
"""Days between the holidays of one season, and days until it begins."""


def public_holidays(calendar: Calendar) -> list[Closure]:
    """Return the days on which the office is closed by its calendar, without the reader's own, in order."""
    return sorted(
        (each for each in calendar.closures.values() if not each.own), key=lambda each: each.on
    )


def _plain_name(name: str) -> str:
    for text, better in (
        ("(observed)", ""),
        ("'", ""),
        ("’", ""),
        (".", ""),
        ("-", " "),
        ("/", " "),
    ):
        name = name.replace(text, better)
    return " ".join(name.lower().split())


@remembered(REQUESTS)
def holiday_names(calendar: Calendar) -> Lexicon:
    """Return the names of an office's public holidays as phrases, each with what `feast_of` finds it by."""
    known = sorted({each.name for each in public_holidays(calendar)})
    phrases: dict[tuple[str, ...], str] = {}
    for name in known:
        plain = _plain_name(name.split("(")[0])
        short = plain.removesuffix(" day") if len(plain.split()) > _TWO_WORDS else plain
        for each in (plain, plain.removesuffix(" holiday"), short):
            _enter(each, plain, phrases)
        if plain.startswith("saint "):
            phrases.setdefault(("st", *plain.split()[1:]), f"={plain}")
            phrases.setdefault(("st", *short.split()[1:]), f"={plain}")
    for name in known:  # of two holidays on one day each has its own name, where none is its own
        plain = _plain_name(name.split("(")[0])
        for each in plain.split(" and "):
            _enter(each, plain, phrases)
    return {phrase: {"feast": name} for phrase, name in phrases.items()}


def _enter(name: str, plain: str, phrases: dict[tuple[str, ...], str]) -> None:
    words = tuple(word for word in name.split() if word != "the")
    if len(words) > 1 or len(name) >= _SHORTEST_NAME:
        phrases.setdefault(words, f"={plain}")


def stretches_of(days: Iterable[date], apart: int = 1) -> tuple[Span, ...]:
    """Join days that follow on each other to stretches."""
    spans: list[Span] = []
    for on in sorted(days):
        if spans and (on - spans[-1].last_on).days <= apart:
            spans[-1] = Span(spans[-1].first_on, on)
        else:
            spans.append(day(on))
    return tuple(spans)


def days_called(calendar: Calendar, names: Iterable[str]) -> list[date]:
    """Return the days that the calendar calls so: by exactly that name, or else by one that begins or ends with it."""
    wanted = {_plain_name(each) for each in names}
    public = [
        (each.on, name)
        for each in public_holidays(calendar)
        for name in _plain_name(each.name.split("(")[0]).split(" and ")
    ]
    exact = [on for on, name in public if name in wanted or name.removesuffix(" holiday") in wanted]
    return exact or [on for on, name in public if any(each in name for each in wanted)]


def next_holiday(scene: Scene, *, soon: bool) -> tuple[Span, ...]:
    """Return the coming public holidays that fall on a day of work, weekends between them included."""
    days = [
        each.on
        for each in public_holidays(scene.calendar)
        if each.on >= scene.said_on and not each.usual and not scene.calendar.is_weekend(each.on)
    ]
    if soon:
        days = [on for on in days if (on - scene.said_on).days <= _SOON]
    return tuple(day(on) for on in days)


def other_season(scene: Scene) -> tuple[Span, ...] | None:
    """Return what 'the holidays' are where offices don't keep Christmas: the next run of holidays, if it is near."""
    public = public_holidays(scene.calendar)
    if not public or any("christmas" in each.name.lower() for each in public):
        return None
    ahead = [each.on for each in public if each.on >= scene.said_on]
    if not ahead or (ahead[0] - scene.said_on).days > _SOON:
        return ()
    season = stretches_of(ahead, _SEASON)[0]
    return (replace(season, size="holidays"),)
