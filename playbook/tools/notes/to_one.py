"""What a note says to one person: what they said, and what the reader adds for them."""

from collections.abc import Mapping
from typing import Any

from playbook.interview import Interview, Interviewer
from playbook.phrasing.deeds import also, stands_in, with_count
from playbook.phrasing.frames import Framed, put
from playbook.phrasing.people import is_colleague, is_interpreter
from playbook.phrasing.pieces import left_out
from playbook.phrasing.reasons import draws
from playbook.phrasing.recall import is_practical, recalled
from playbook.phrasing.tidy import bare, sentences
from playbook.phrasing.words import says_same
from playbook.plan.model import Situation
from playbook.tools.notes.model import Recipient
from playbook.tools.notes.talk import from_outside, is_one, known_names
from playbook.tools.notes.typed import after_colon
from playbook.tools.notes.words import say


def person_facts(
    same: Mapping[str, object], situation: Situation, to: Recipient, turn: int, *, both: bool
) -> dict[str, object]:
    """What depends on whom the note is for: whether they met, what this person said.

    `both`: what they said and what was talked about stand in one note.
    """
    interview = situation.interview
    at_talk = to.path.startswith("interviewers")
    met = at_talk or not interview.contact_name
    person = interview.interviewers[to.row] if at_talk else Interviewer()
    said = _said(person, turn, interview) if at_talk else Framed()
    if not both and is_practical(person.said):
        said = Framed("", (left_out("said", person.said, "practical"),))
    tells_highlight = to.path != "contact" and (to.main or not said.text)
    in_group: Any = () if to.path else same["all_said"]
    also = (both and bool(said.text)) or any(each.sentence for each in in_group)
    talked = _highlight(interview, turn, also=also) if tells_highlight else Framed()
    proofs: Any = same["proofs"]
    found = proofs[to.nth % len(proofs)] if proofs else Framed()
    added = with_count(str(same["missed_sentence"]), found.text)
    twice = to.main and stands_in(found.text, added)
    if twice:
        added, found = _with_outcome(added, _outcome_of(same, to, added)), Framed()
    drawn = _draws(interview) if to.main else Framed()
    return {
        "met": met,
        "arranging": same["meeting"] if met else say(situation.rulebook, "arranging"),
        "said": after_colon(person.said),
        "said_sentence": said.text,
        "highlight": same["highlight"] if to.main or not said.text else "",
        "highlight_sentence": talked.text,
        "missed_sentence": added if to.main else "",
        "proof": found.text,
        "proof_sentence": _as_example(found.text, to, added=added),
        "proof_clause": bare(found.text) if found.text.count(". ") == 0 else "",
        "draws_sentence": drawn.text,
        "colleague": is_colleague(person),
        "interpreter": is_interpreter(person),
        "left_out": (
            *_left_for_all(same, to),
            *said.at(f"{to.path}.said").left,
            *talked.at("highlights").left,
            *drawn.at("draws").left,
            *(left for at, each in enumerate(proofs) for left in each.at(f"proofs.{at}.did").left),
        ),
    }


def _as_example(said: str, to: Recipient, *, added: str) -> str:
    """A proof as the note brings it in: 'I also ran the till' after something that the reader added."""
    if not said:
        return ""
    if to.main and added and said.startswith("I "):
        return also(said)
    return put("proof-lead", to.turn, x=said)


def _outcome_of(same: Mapping[str, object], to: Recipient, added: str) -> str:
    """What came of a thing that stands in the note already; empty where that stands in it, too."""
    outcomes: Any = same["outcomes"]
    came: str = outcomes[to.nth % len(outcomes)]
    return "" if says_same(came, added) else came


def _with_outcome(added: str, came: str) -> str:
    """What the reader adds, and behind its first sentence what came of it."""
    first, *rest = sentences(added)
    return " ".join(each for each in (first, came, *rest) if each)


def _left_for_all(same: Mapping[str, object], to: Recipient) -> tuple[Any, ...]:
    left: Any = same["left_for_all"]
    return left if to.main else ()


def _said(person: Interviewer, turn: int, interview: Interview) -> Framed:
    return recalled("said", from_outside(person.said), turn, names=known_names(interview))


def _highlight(interview: Interview, turn: int, *, also: bool) -> Framed:
    return recalled(
        "highlights",
        from_outside(interview.highlights),
        turn,
        also=also,
        one_person=is_one(interview),
        names=known_names(interview),
    )


def _draws(interview: Interview) -> Framed:
    return draws(
        interview.draws,
        sure=interview.sure == "sure",
        one_person=is_one(interview),
        names=known_names(interview),
    )
