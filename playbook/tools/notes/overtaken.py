"""What time has overtaken in a note: a visit since the talk, a day of theirs that has passed, news that was told."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from playbook.phrasing.news import frame_news
from playbook.phrasing.tidy import sentences
from playbook.plan.model import Plan, Situation
from playbook.tools.notes.model import Note, Recipient
from playbook.tools.notes.visits import last_visit_of, may_have_come, visit_ahead

_WEEKDAY = re.compile(r"\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b", re.IGNORECASE)
_DATED = re.compile(r"\d|\b(?:next|this|coming|week|first|last)\b", re.IGNORECASE)
"""What says which Friday it is."""
ASKS_FOR_NEWS = ("check-in-1", "check-in-2", "phone-script", "voicemail")
"""Notes with a question that can as well be asked when they meet."""
AWAITS = (*ASKS_FOR_NEWS, "news-update")
"""Notes that say by when the reader was to hear."""
_THANKS = ("Thank you", "Thanks")
"""How a sentence of ours begins that thanks."""
AFTER_VISIT = (
    *AWAITS,
    "stay-in-touch",
    "feedback-request",
    "rejection-thanks",
    "decline",
    "withdraw",
    "offer-thanks",
)
"""Notes that thank for a visit since the talk, where there was one."""
THANKS = ("thank-you-email", "thank-you-group", "thank-recruiter")
"""Thanks that say when the reader expects to hear, while that is ahead."""
TELLS_NEWS = {"check-in-1": "news-told", "news-update": "news-twice"}
"""Later notes that tell what is new, each with what is said where the thank-you has told it."""


@dataclass(frozen=True, slots=True)
class Overtaken:
    """A check that time has made worth a look, the field that helps, and the facts of its sentence."""

    check: str
    path: str = ""
    facts: Mapping[str, object] = field(default_factory=dict)


def overtaken(note: Note, plan: Plan) -> Iterator[Overtaken]:
    """Yield what time has overtaken in a note with our wording."""
    kind, situation = note.kind.id, plan.situation
    if kind in AFTER_VISIT and may_have_come(situation):
        yield from _visit_since(note, situation)
    if kind in ASKS_FOR_NEWS and visit_ahead(situation):
        yield Overtaken("visit-ahead", "promised")
    if kind in (*AWAITS, *THANKS) and _is_gone(plan):
        yield from _day_gone(kind, plan)
    if kind in TELLS_NEWS and was_told(plan.situation, note.recipient) and _tells_now(kind, plan):
        yield Overtaken(TELLS_NEWS[kind], "news")


def _visit_since(note: Note, situation: Situation) -> Iterator[Overtaken]:
    """Yield that a visit was to take place since: in the words of a note that names it, else as what could be added."""
    visit = last_visit_of(situation)
    if visit is None:
        yield Overtaken("visit-since", "promised", {"thing": "", "thanked": False})
        return
    thing = visit.thing or "visit"
    every = (each for line in note.text.splitlines() for each in sentences(line))
    naming = [each for each in every if f"the {thing}" in each]
    if naming:
        thanked = any(each.startswith(_THANKS) for each in naming)
        yield Overtaken("visit-since", "promised", {"thing": thing, "thanked": thanked})


def _is_gone(plan: Plan) -> bool:
    """Return whether the last day that they named has passed."""
    expected = plan.situation.expected
    return expected.given and expected.last_on < plan.situation.today


def _day_gone(kind: str, plan: Plan) -> Iterator[Overtaken]:
    """Yield which day we took theirs for, where it may be another; beside thanks, that it has passed."""
    situation = plan.situation
    on, today = situation.expected.last_on, situation.today
    if _is_bare_day(plan):
        words = situation.interview.round.promise.strip()
        yield Overtaken("which-day", "promise", {"quoted": words, "on": on, "today": today})
    elif kind in THANKS:
        yield Overtaken("day-gone", "", {"on": on, "today": today})


def _is_bare_day(plan: Plan) -> bool:
    """Return whether all that they named is a day of the week."""
    named, answered = plan.situation.interview.round, plan.situation.last("answered")
    settled = named.promise_on or (answered and answered.by_on)
    return not settled and bool(_WEEKDAY.search(named.promise) and not _DATED.search(named.promise))


def was_told(situation: Situation, to: Recipient) -> bool:
    """Return whether the thank-you that was sent to this person had the reader's news, as we write it."""
    return to.path != "contact" and situation.last("thank-you-sent") is not None


def _tells_now(kind: str, plan: Plan) -> bool:
    """Return whether this note tells the news."""
    situation = plan.situation
    tells = kind == "news-update" or situation.last("check-in-sent") is None
    return tells and bool(frame_news(situation.interview.news).text)
