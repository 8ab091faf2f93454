"""Where the notes begin: with a person or one thing from the talk; a talk without a day was today."""

from dataclasses import replace

from playbook.interview import Interview
from playbook.phrasing.tidy import is_empty
from playbook.record_keys import with_values
from playbook.tool import Request


def has_begun(interview: Interview) -> bool:
    """Return whether there is anything to write a note from."""
    if interview.round.ended_on or interview.note.drafts:
        return True
    people = (each.name for each in interview.round.interviewers)
    typed = (
        *people,
        interview.round.highlights,
        interview.round.missed,
        interview.debrief.talked_about,
    )
    return any(not is_empty(each) for each in typed)


def as_of_today(request: Request) -> Request:
    """Return the request with the day of the talk: today, where none is given."""
    if request.interview.round.ended_on:
        return request
    return replace(request, interview=with_values(request.interview, {"ended_on": request.today}))
