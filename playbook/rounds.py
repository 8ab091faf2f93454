"""Another round with the same employer: the newest one has its fields in the record, the earlier ones stand in a list.

So every tool works on the newest round as it works on an only one, and nothing of an earlier one is lost.
"""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from playbook.interview import Interview, Round
from playbook.merging import Application, is_empty, with_id
from playbook.record import MOST_ROWS
from playbook.record_keys import leaves_of

EARLIER = "earlier_rounds"
ARRANGED = "round-arranged"
"""The kind of event that says that there'll be another round; its `by_on` is the day."""
_STAYS = ("follow_up",)
"""What they said in one round and goes on to hold in the next."""
_BETWEEN = "/"
"""Stands between the number of a round and the key of a note that was worded in it."""


def begin_next(application: Application) -> Application:
    """Return an application in its next round: on the day that was arranged, where they said one, and else empty.

    What has happened so far belongs to the round before, and so do the reader's own wordings of its notes.
    """
    numbered = with_id(application)
    earlier = _rows(numbered, EARLIER)
    if len(earlier) >= MOST_ROWS or is_empty(numbered.get("ended_on")):
        return application
    number = str(len(earlier) + 1)
    keys = leaves_of(Round)
    before = {key: numbered[key] for key in keys if not is_empty(numbered.get(key))}
    rest = {key: each for key, each in numbered.items() if key not in keys or key in _STAYS}
    arranged = [each for each in _rows(numbered, "events") if _is_arranged(each)]
    days = [each["by_on"] for each in arranged if not is_empty(each.get("by_on"))]
    return {
        **rest,
        **({"ended_on": days[-1]} if days else {}),
        **_changed(numbered, "events", lambda each: _in_round(each, number)),
        **_changed(numbered, "drafts", lambda each: _drafted_in(each, number)),
        EARLIER: [*earlier, before],
    }


def go_back(application: Application) -> Application:
    """Return an application as it was before `begin_next`; itself where that isn't possible any more."""
    if not can_go_back(application):
        return application
    *earlier, before = _rows(application, EARLIER)
    number = str(len(earlier) + 1)
    newest = {*leaves_of(Round), EARLIER}
    rest = {key: each for key, each in application.items() if key not in newest}
    return {
        **rest,
        **before,
        **_changed(application, "events", lambda each: _in_newest(each, number)),
        **_changed(application, "drafts", lambda each: _drafted_in_newest(each, number)),
        **({EARLIER: earlier} if earlier else {}),
    }


def can_go_back(application: Application) -> bool:
    """Return whether there's an earlier round, and nothing but the day is known of the newest one."""
    known = set(leaves_of(Round)) - {"ended_on", *_STAYS}
    return bool(_rows(application, EARLIER)) and all(
        is_empty(application.get(key)) for key in known
    )


def is_untouched(talk: Round) -> bool:
    """Return whether nothing but the day is known of a round, as `can_go_back` asks for."""
    return replace(talk, ended_on=None, follow_up="") == Round()


def met_earlier(interview: Interview) -> tuple[str, ...]:
    """Return the names of those whom the reader met in earlier rounds, each once."""
    rounds = interview.earlier_rounds
    names = [each.name for talk in rounds for each in talk.interviewers if each.name]
    return tuple(dict.fromkeys(names))


def _rows(application: Application, key: str) -> list[dict[str, Any]]:
    rows = application.get(key)
    return [each for each in rows if isinstance(each, dict)] if isinstance(rows, list) else []


def _changed(application: Application, key: str, change: Any) -> Mapping[str, Any]:
    """Return a list of an application with each of its rows changed; nothing where it has none."""
    rows = application.get(key)
    if not isinstance(rows, list):
        return {}
    return {key: [change(each) if isinstance(each, dict) else each for each in rows]}


def _is_arranged(event: Mapping[str, Any]) -> bool:
    return event.get("kind") == ARRANGED and is_empty(event.get("round"))


def _in_round(event: Mapping[str, Any], number: str) -> Mapping[str, Any]:
    return event if is_empty(event) or event.get("round") else {**event, "round": number}


def _in_newest(event: Mapping[str, Any], number: str) -> Mapping[str, Any]:
    if event.get("round") != number:
        return event
    return {key: each for key, each in event.items() if key != "round"}


def _drafted_in(draft: Mapping[str, Any], number: str) -> Mapping[str, Any]:
    key = draft.get("key")
    if not isinstance(key, str) or _BETWEEN in key:
        return draft
    return {**draft, "key": f"{number}{_BETWEEN}{key}"}


def _drafted_in_newest(draft: Mapping[str, Any], number: str) -> Mapping[str, Any]:
    key, start = draft.get("key"), f"{number}{_BETWEEN}"
    if not isinstance(key, str) or not key.startswith(start):
        return draft
    return {**draft, "key": key.removeprefix(start)}
