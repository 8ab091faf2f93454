"""What was said on both sides, ready to stand in a sentence."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from playbook.interview import Interview
from playbook.phrasing.asks import promised
from playbook.phrasing.deeds import missed, news, proof
from playbook.phrasing.frames import LeftOut, all_left
from playbook.phrasing.people import greet_of, is_interpreter
from playbook.phrasing.recall import learned, recalled, said_in_group
from playbook.phrasing.refusals import as_sentence, reason_to_say_no
from playbook.phrasing.repairs import not_here
from playbook.phrasing.results import outcome
from playbook.phrasing.tidy import is_empty
from playbook.tools.notes.dates import day_ahead
from playbook.tools.notes.meeting import CROWD
from playbook.tools.notes.typed import after_colon
from playbook.tools.notes.words import say
from playbook.tools.timeline.model import Situation


@dataclass(frozen=True, slots=True)
class Said:
    """What one person said: their words, and a sentence that reports them."""

    name: str
    said: str
    sentence: str = ""


def known_names(interview: Interview) -> tuple[str, ...]:
    """Names whose capitals stay in the middle of a sentence."""
    people = (each.name for each in interview.interviewers)
    return tuple(each for each in (*people, interview.contact_name, interview.employer) if each)


def is_one(interview: Interview) -> bool:
    """Whether one person was met, so that 'he' or 'she' can be nobody else; an interpreter counts as nobody."""
    met = [each for each in interview.interviewers if not is_empty(each.name)]
    return sum(not is_interpreter(each) for each in met) == 1


def from_outside(text: str) -> str:
    """What was said inside, as it is told outside; their own words in quotation marks stay."""
    return text if '"' in text or "“" in text else not_here(text)


def talk_facts(situation: Situation) -> dict[str, object]:
    """What was said on both sides, ready to stand in a sentence."""
    interview = situation.interview
    names, one = known_names(interview), is_one(interview)
    told = (interview.highlights, *(each.said for each in interview.interviewers))
    heard_more = not all(map(is_empty, told))
    heard = learned(
        from_outside(interview.learned), also=heard_more, one_person=one, names=names
    ).at("learned")
    short = interview.note_length == "short"
    added = missed(interview.missed, int(short), names=names).at("missed")
    newest = news(interview.news, names).at("news")
    to_send = promised(_promises(situation), names).at("promised")
    because = reason_to_say_no(interview.no_reason, names).at("no_reason")
    all_said, left = _all_said(interview, names)
    return {
        "all_said": all_said,
        "highlight": after_colon(interview.highlights),
        "learned": after_colon(interview.learned),
        "learned_own": "",
        "learned_sentence": heard.text,
        "missed": after_colon(interview.missed),
        "missed_sentence": added.text,
        "proofs": tuple(
            proof(each.did, each.result, names)
            for each in interview.proofs
            if not is_empty(each.did)
        ),
        "outcomes": tuple(
            outcome(each.result) for each in interview.proofs if not is_empty(each.did)
        ),
        "draws": after_colon(interview.draws),
        "draws_own": "",
        "promised": to_send.text.removeprefix("As promised, I will send you "),
        "promised_sentence": to_send.text,
        "news": after_colon(interview.news),
        "news_sentence": newest.text,
        "no_reason": after_colon(interview.no_reason),
        "no_because": because.text,
        "no_sentence": as_sentence(because.text),
        "left_for_all": all_left(heard, added, newest, to_send, because),
        "left_in_group": left,
    }


def _all_said(
    interview: Interview, names: tuple[str, ...]
) -> tuple[tuple[Said, ...], tuple[Any, ...]]:
    """What each of several people said, as a note to all of them reports it."""
    told = [
        (at, each)
        for at, each in enumerate(interview.interviewers)
        if not is_empty(each.name) and not is_empty(each.said)
    ]
    told = told if len(told) <= CROWD else []
    found: list[Said] = []
    left: list[LeftOut] = []
    for turn, (at, each) in enumerate(told):
        name = greet_of(each, interview)
        framed = (
            recalled("said", from_outside(each.said), names=names)
            if is_one(interview) or not name
            else said_in_group(name, from_outside(each.said), turn, names)
        ).at(f"interviewers.{at}.said")
        found.append(Said(name, after_colon(each.said), framed.text))
        left += framed.left
    return tuple(found), tuple(left)


def _promises(situation: Situation) -> tuple[tuple[str, str], ...]:
    """What is still to be sent, each with its day where the reader named one that is still ahead."""
    return tuple(
        (each.what, _by_day(each.by_on, situation))
        for each in situation.interview.promised
        if each.what and not each.sent_on
    )


def _by_day(on: date | None, situation: Situation) -> str:
    ahead = day_ahead(on, situation.today, situation.interview.country)
    return say(situation.rulebook, "by-day", last=ahead) if ahead else ""
