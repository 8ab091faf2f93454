"""What was noted of the talk, shared out: what speaks of one of the people met goes to that one, as 'you'."""

from collections.abc import Sequence

from playbook.interview import Interview
from playbook.phrasing.lists import parts_of_list
from playbook.phrasing.named import as_they_read_it, is_named, with_name
from playbook.phrasing.noted import pieces_of_talk
from playbook.phrasing.people import greet_of
from playbook.phrasing.tidy import trim
from playbook.tools.notes.shares import Share
from playbook.tools.notes.talk import from_outside


def talk_for(interview: Interview, row: int | None, share: Share, rows: Sequence[int]) -> str:
    """Return what was noted of the talk in general, as far as the letter to the person of this row tells it.

    Without a row it is for all of them, who are called by their names. `rows` are those who get a letter.
    """
    typed = interview.round.highlights
    people = interview.round.interviewers
    if row is None:
        for each in people:
            typed = with_name(each, greet_of(each, interview), typed)
        return from_outside(typed) if share.highlight else ""
    if not any(is_named(people[at], typed) for at in rows):
        return from_outside(_unnamed(typed, share))
    mine, of_nobody = [], []
    for piece in _pieces(typed):
        of = next((at for at in rows if is_named(people[at], piece)), None)
        if of == row:
            mine.append(as_they_read_it(people[row], piece))
        elif of is None:
            of_nobody.append(piece)
    last_thing = share.last_thing and not mine and len(of_nobody) > 1
    rest = of_nobody if share.highlight else of_nobody[-1:] if last_thing else []
    return from_outside("; ".join(filter(None, (*rest, *mine))))


def _pieces(typed: str) -> tuple[str, ...]:
    """Return what was noted, one thing after another."""
    pieces, _ = pieces_of_talk("highlights", typed)
    return tuple(trim(thing) for each in pieces for thing in parts_of_list(trim(each)))


def _unnamed(typed: str, share: Share) -> str:
    """Return all of it, or the last of several things, or nothing."""
    if share.highlight or not share.last_thing:
        return typed if share.highlight else ""
    pieces, _ = pieces_of_talk("highlights", typed)
    return pieces[-1].removeprefix("the fact ") if len(pieces) > 1 else ""
