"""What was said on both sides, ready to stand in a sentence."""

from dataclasses import dataclass
from datetime import date

from playbook.interview import Interview
from playbook.phrasing.asks import frame_promises, is_visit
from playbook.phrasing.frames import Framed, LeftOut, all_left_out
from playbook.phrasing.learned import frame_learned
from playbook.phrasing.news import frame_news, news_since_talk
from playbook.phrasing.people import greet_of, is_interpreter
from playbook.phrasing.pieces import left_out
from playbook.phrasing.recall import frame_for_group, frame_talk
from playbook.phrasing.refusals import as_sentence, reason_to_say_no
from playbook.phrasing.repairs import one_not_other, without_here
from playbook.phrasing.tidy import is_empty
from playbook.phrasing.tone import is_practical
from playbook.phrasing.unfinished import find_unfinished
from playbook.plan.model import Situation
from playbook.record_rows import Interviewer
from playbook.tools.notes.dates import day_ahead
from playbook.tools.notes.meeting import CROWD
from playbook.tools.notes.own_deeds import deeds_of
from playbook.tools.notes.typed import after_colon
from playbook.tools.notes.visits import came_back, visit_ahead, visit_facts
from playbook.tools.notes.words import say


@dataclass(frozen=True, slots=True)
class Remark:
    """What one person said: their words, and a sentence that reports them."""

    name: str
    words: str
    sentence: str = ""


def known_names(interview: Interview) -> tuple[str, ...]:
    """Return names whose capitals stay in the middle of a sentence."""
    people = (each.name for each in interview.round.interviewers)
    return tuple(each for each in (*people, interview.contact.name, interview.employer) if each)


def is_one(interview: Interview) -> bool:
    """Return whether one person was met, so that 'he' or 'she' can be nobody else; an interpreter counts as nobody."""
    met = [each for each in interview.round.interviewers if not is_empty(each.name)]
    return sum(not is_interpreter(each) for each in met) == 1


def from_outside(text: str) -> str:
    """Return what was said inside, as it is told outside; their own words in quotation marks stay."""
    quoted = '"' in text or "“" in text
    return text if quoted else one_not_other(without_here(text))


def talk_facts(situation: Situation) -> dict[str, object]:
    """Return what was said on both sides, ready to stand in a sentence."""
    interview = situation.interview
    names, one = known_names(interview), is_one(interview)
    heard = frame_learned(
        from_outside(interview.statement.learned), one_person=one, names=names
    ).at("learned")
    deeds, unused = deeds_of(interview, names)
    newest = frame_news(interview.news, names).at("news")
    to_send = frame_promises(_promises(situation), names).at("promised")
    ahead = visit_ahead(situation)
    comes_for = str(visit_facts(situation)["visit_sentence"]) if ahead and not ahead.row else ""
    because = reason_to_say_no(interview.decision.no_reason, names).at("no_reason")
    all_said, left = _remarks(interview, names)
    unfinished = find_unfinished(interview.round.missed, names)
    return {
        "all_said": all_said,
        "highlight": after_colon(interview.round.highlights),
        "learned": after_colon(interview.statement.learned),
        "learned_own": "",
        "learned_sentence": heard.text,
        "missed": after_colon(interview.round.missed),
        "unfinished_on": unfinished.topic if unfinished else "",
        "deeds": deeds,
        "draws": after_colon(interview.statement.draws),
        "draws_own": "",
        "promised": to_send.text.removeprefix("As promised, I will send you "),
        "promised_sentence": " ".join(filter(None, (to_send.text, comes_for))),
        "news": after_colon(interview.news),
        "news_sentence": newest.text,
        "fresh_news": _since_talk(interview, names),
        "no_reason": after_colon(interview.decision.no_reason),
        "no_sentence": as_sentence(because.text),
        "comes_back": ahead is not None,
        "left_for_all": (*unused, *all_left_out(heard, newest, to_send, because)),
        "left_in_group": left,
    }


def _since_talk(interview: Interview, names: tuple[str, ...]) -> str:
    """Return what is new, as the thanks tell it: 'Since we met, I've passed the medical'; empty where nothing is."""
    met = interview.round.format in ("in-person", "video")
    return news_since_talk(interview.news, names).replace(
        "Since then", f"Since we {'met' if met else 'spoke'}", 1
    )


def _remarks(
    interview: Interview, names: tuple[str, ...]
) -> tuple[tuple[Remark, ...], tuple[LeftOut, ...]]:
    """Return what each of them said, to that one by name, as a note to all of them reports it."""
    people = [
        (at, each)
        for at, each in enumerate(interview.round.interviewers)
        if not is_empty(each.name) and not is_interpreter(each)
    ]
    if len(people) > CROWD:
        return (), ()
    turn, reported = 0, []
    for at, each in people:
        reported.append(_remark_of(at, each, turn, interview, names))
        turn += bool(reported[-1][1].text)
    reported = _without_hours(reported, interview)
    left = tuple(each for _, framed in reported for each in framed.left)
    return tuple(
        Remark(remark.name, remark.words, framed.text) for remark, framed in reported
    ), left


def _without_hours(
    reported: list[tuple[Remark, Framed]], interview: Interview
) -> list[tuple[Remark, Framed]]:
    """Return what each of them said; hours, pay and the like only where there is nothing else to come back to."""
    better = [each.text for _, each in reported if each.text and not is_practical(each.text)]
    if not better and is_empty(interview.round.highlights):
        return reported
    return [
        (remark, Framed("", (*each.left, left_out("said", remark.words, "practical"))))
        if is_practical(each.text)
        else (remark, each)
        for remark, each in reported
    ]


def _remark_of(
    at: int, person: Interviewer, turn: int, interview: Interview, names: tuple[str, ...]
) -> tuple[Remark, Framed]:
    """Return what one of them said, to that one by name; to the only one without it."""
    name, words = greet_of(person, interview), from_outside(person.said)
    alone = is_one(interview) or not name
    framed = (
        frame_talk("said", words, names=names)
        if alone
        else frame_for_group(name, words, turn, names)
    )
    return Remark(name, after_colon(person.said)), framed.at(f"interviewers.{at}.said")


def _promises(situation: Situation) -> tuple[tuple[str, str], ...]:
    """Return what is still to be sent, each with its day where that is still ahead; no visit that lies behind."""
    past = came_back(situation)
    return tuple(
        (each.what, _by_day(each.by_on, situation, visit=is_visit(each.what)))
        for each in situation.interview.round.promised
        if each.what and not each.sent_on and not (past and is_visit(each.what))
    )


def _by_day(on: date | None, situation: Situation, *, visit: bool) -> str:
    """Return until when a thing is sent, or on which day a visit is; empty where that has passed."""
    ahead = day_ahead(on, situation.today, situation.interview.office.country)
    if not ahead:
        return ""
    rulebook = situation.rulebook
    return say(rulebook, "on-day", day=ahead) if visit else say(rulebook, "by-day", last=ahead)
