"""When, how and with whom the reader talked, as a template says it."""

from collections.abc import Iterable
from datetime import date

from playbook.interview import Interview
from playbook.phrasing.greet import AMERICAN
from playbook.phrasing.people import greets_of, is_interpreter
from playbook.phrasing.tidy import is_empty
from playbook.phrasing.when import letter_day
from playbook.plan.model import Plan, Situation
from playbook.record_rows import Interviewer
from playbook.render import listed
from playbook.tools.notes.words import say

CROWD = 4
"""People whom one greeting can name; more are greeted together."""
A_WEEK = 7


def meeting_facts(plan: Plan) -> dict[str, object]:
    """Return when and how they talked."""
    situation = plan.situation
    interview = situation.interview
    named = [person for person in interview.round.interviewers if not is_empty(person.name)]
    people = [person for person in named if not is_interpreter(person)]
    return {
        "when": _when(situation),
        "on_the_day": _on_the_day(situation),
        "ended": date_in_text(situation.ended_on, situation.today, interview.office.country),
        "meeting": say(situation.rulebook, _way_of_meeting(interview)),
        "in_person": interview.round.format == "in-person",
        "thanked": situation.last("thank-you-sent") is not None,
        "people": _names(
            (each for each in people if each.name != interview.contact.name), interview
        ),
        "people_or": _names(
            (each for each in people if each.name != interview.contact.name), interview, "or"
        ),
        "several": len(people) > 1,
        "many": len(people) > len(("one", "other")),
    }


def _way_of_meeting(interview: Interview) -> str:
    """Return the word for the talk: in a room, on a screen or with an interpreter people met, else they spoke."""
    signed = any(is_interpreter(each) for each in interview.round.interviewers)
    return "meeting" if signed or interview.round.format in ("in-person", "video") else "speaking"


def date_in_text(on: date, today: date, country: str) -> str:
    """Return a day within a sentence; in America without its weekday, which would want commas on both sides."""
    said = letter_day(on, today, country)
    return said.partition(", ")[2] if country in AMERICAN else said


def _when(situation: Situation) -> str:
    """Return 'today', or the day by its name: 'yesterday' is no longer true of a letter that waits for a night."""
    if situation.ended_on == situation.today:
        return say(situation.rulebook, "today")
    return _on_the_day(situation)


def _on_the_day(situation: Situation) -> str:
    """Return the day by its name, for a card: on paper that arrives days later, 'today' is no longer true."""
    ended_on, today, country = (
        situation.ended_on,
        situation.today,
        situation.interview.office.country,
    )
    recent = 0 <= (today - ended_on).days < A_WEEK
    weekday = letter_day(ended_on, today, country).split(" ")[0].rstrip(",")
    return say(
        situation.rulebook,
        "on-day",
        day=weekday if recent else date_in_text(ended_on, today, country),
    )


def others_met(interview: Interview, path: str) -> str:
    """Return whoever was met beside the person of this row, as a letter names them; empty for an interpreter."""
    return _names(
        (
            each
            for at, each in enumerate(interview.round.interviewers)
            if path != f"interviewers.{at}" and not is_empty(each.name) and not is_interpreter(each)
        ),
        interview,
    )


def _names(people: Iterable[Interviewer], interview: Interview, last: str = "and") -> str:
    names = greets_of(people, interview)
    return listed(names, last) if len(names) <= CROWD else ""
