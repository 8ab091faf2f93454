"""What the reader typed for each part of the statement, as it goes on in a sentence."""

from playbook.interview import Interview
from playbook.phrasing.people import greets_of, is_interpreter
from playbook.phrasing.tidy import is_empty
from playbook.tools.closing_statement.thread import thread_of

MOST_NAMES = 3
"""People thanked by name; a longer list is a roll call."""
CONTENT = ("needs", "learned", "proofs", "interest")
"""Parts that are made of what the reader typed about the job and the talk."""


def has_begun(interview: Interview) -> bool:
    """Return whether there is anything to say: something of the work or the talk, or that the reader wants the job.

    Where all that was typed is in another language, there isn't.
    """
    if any(source_words(each, interview) for each in CONTENT):
        return True
    wants = interview.statement.sure or interview.role or interview.employer
    return bool(wants) and not is_foreign(interview)


def is_foreign(interview: Interview) -> bool:
    """Return whether something was left out because it isn't in English."""
    return any(each.why == "foreign" for _, each in thread_of(interview).left)


def source_words(section: str, interview: Interview) -> tuple[str, ...]:
    """Return what the reader typed for this part, as it goes on in the sentence: the key words come from here."""
    thread = thread_of(interview)
    words = {
        "needs": (thread.need or thread.open_need,),
        "learned": tuple(
            each.words for each in (*thread.remarks, *filter(None, [thread.second]), *thread.asked)
        ),
        "proofs": tuple(each.text for each in thread.deeds),
        "interest": (*thread.liked_words, thread.because),
    }
    return tuple(each for each in words.get(section, ()) if each)


def people(interview: Interview) -> list[str]:
    """Return who is thanked by name, as the reader would greet them; nobody where it would be a roll call."""
    named = [
        each
        for each in interview.round.interviewers
        if not is_empty(each.name) and not is_interpreter(each)
    ]
    names = greets_of(named, interview)
    return names if len(names) <= MOST_NAMES else []
