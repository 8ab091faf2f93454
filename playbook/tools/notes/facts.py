"""What a note may say: the record's answers as the slots of a template, ready to stand in a sentence."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from playbook.interview import Interview, Interviewer
from playbook.phrasing.asks import promised
from playbook.phrasing.capitals import usual_name
from playbook.phrasing.deeds import also, missed, news, outcome, proof
from playbook.phrasing.frames import Framed, LeftOut, all_left, put
from playbook.phrasing.greet import AMERICAN, has_title, read_name
from playbook.phrasing.job import role_in_subject, the_job, tidy_employer, tidy_role
from playbook.phrasing.people import greet_of, is_colleague, is_interpreter
from playbook.phrasing.reasons import draws, reason
from playbook.phrasing.recall import learned, recalled, said_in_group
from playbook.phrasing.repairs import not_here, usual_words
from playbook.phrasing.tidy import bare, flow, is_empty
from playbook.phrasing.when import letter_day, letter_when
from playbook.phrasing.words import says_same, words_of
from playbook.render import listed
from playbook.tools.notes.model import Kind, Recipient
from playbook.tools.notes.words import say
from playbook.tools.offer.counter import counter_sentences
from playbook.tools.offer.pay_range import range_ends
from playbook.tools.timeline.model import Expected, Plan, State, day_of

FOR_THE_MAIN_PERSON = (
    "missed",
    "missed_sentence",
    "learned",
    "learned_own",
    "learned_sentence",
    "draws",
    "draws_own",
    "draws_sentence",
    "promised",
    "promised_sentence",
    "their_time",
    "hear_when",
)
"""Slots that only one note of several fills: the one to the person who decides about dates."""
CROWD = 4
"""People whom one greeting can name; more are greeted together."""
A_WEEK = 7
SAYS_REFEREE = frozenset({"GB", "IE", "AU", "NZ", "ZA", "IM", "JE", "GG"})
"""Countries where whoever speaks for somebody is their referee, and not their reference."""
TURN_OF_KIND = {"thank-you-handwritten": 1, "stay-in-touch": 2}
"""How much further a kind of note is among the ways to say a thing, so that nobody reads one sentence twice."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one person said: their words, and a sentence that reports them."""

    name: str
    said: str
    sentence: str = ""


def plan_facts(plan: Plan) -> dict[str, object]:
    """The slots that are the same in every note of one plan."""
    interview = plan.situation.interview
    return {
        "stage": plan.stage,
        **_meeting(plan),
        **_job(interview),
        **_talk(interview, plan.situation.today),
        **_waiting(plan),
        **_offer(plan),
        "my_name": usual_name(interview.my_name),
        "spoken_name": read_name(interview.my_name).whole or interview.my_name,
        "my_phone": interview.my_phone,
        "my_email": interview.my_email,
        "my_line": interview.my_line,
        "sure": interview.sure,
        "agency": interview.contact_for == "agency",
        "referee": interview.country in SAYS_REFEREE,
        "american": interview.country in AMERICAN,
        "by_email": interview.follow_up == "email",
    }


def letter_facts(
    same: Mapping[str, object], interview: Interview, to: Recipient, kind: Kind
) -> dict[str, object]:
    """Every slot that a template may use. An answer that wasn't given is an empty text.

    What is the same for everybody goes to the main person only, so that notes differ. `left_out` are typed
    words that no sentence of ours can hold.
    """
    turn = _turn(to) + TURN_OF_KIND.get(kind.id, 0)
    slots = {
        **same,
        **({} if to.main else dict.fromkeys(FOR_THE_MAIN_PERSON, "")),
        **_person(same, interview, to, turn, both=kind.counted == "thank-you"),
        **_other(interview, to),
        "tone": interview.note_tone or "plain",
        "full": interview.note_length != "short",
        "offers_more": True,
        "way": to.nth % 3,
        "turn": _turn(to),
        "last": (2 * to.nth + to.nth // 3) % 3,
        "greet": to.greet,
        "titled": has_title(to.greet),
    }
    told = [slots[f"{each}_sentence"] for each in ("highlight", "missed", "proof", "learned")]
    in_group: Any = slots["all_said"]
    ends = (slots["draws_sentence"], slots["promised_sentence"])
    return slots | {
        "sparse": sum(map(bool, (*told, slots["said_sentence"], *ends))) <= 1,
        "sparse_group": sum(map(bool, (*told, *ends, *(each.sentence for each in in_group)))) <= 1,
    }


def _turn(to: Recipient) -> int:
    """Which of several ways of saying a thing this note takes, so that no two notes are the same."""
    return (to.nth + to.nth // 3) % 3


def _meeting(plan: Plan) -> dict[str, object]:
    """When and how they talked."""
    situation = plan.situation
    interview = situation.interview
    named = [person for person in interview.interviewers if not is_empty(person.name)]
    people = [person for person in named if not is_interpreter(person)]
    return {
        "when": _when(situation.ended_on, situation.today, interview.country),
        "ended": _date_of_talk(situation.ended_on, situation.today, interview.country),
        "meeting": say(_way_of_meeting(interview)),
        "in_person": interview.format == "in-person",
        "thanked": situation.last("thank-you-sent") is not None,
        "people": _names(
            (each for each in people if each.name != interview.contact_name), interview
        ),
        "several": len(people) > 1,
        "many": len(people) > len(("one", "other")),
    }


def _person(
    same: Mapping[str, object], interview: Interview, to: Recipient, turn: int, *, both: bool
) -> dict[str, object]:
    """What depends on whom the note is for: whether they met, what this person said.

    `both`: what they said and what was talked about stand in one note.
    """
    at_talk = to.path.startswith("interviewers")
    met = at_talk or not interview.contact_name
    person = interview.interviewers[_row(to)] if at_talk else Interviewer()
    said = _said(person, turn, interview) if at_talk else Framed()
    tells_highlight = to.path != "contact" and (to.main or not said.text)
    in_group: Any = () if to.path else same["all_said"]
    also = (both and bool(said.text)) or any(each.sentence for each in in_group)
    talked = _highlight(interview, turn, also=also) if tells_highlight else Framed()
    proofs: Any = same["proofs"]
    added: Any = same["missed_sentence"]
    found = proofs[to.nth % len(proofs)] if proofs else Framed()
    twice = to.main and _stands_in(found.text, str(added))
    came = _outcome_of(same, to, added) if twice else ""
    found = Framed() if twice else found
    drawn = _draws(interview) if to.main else Framed()
    return {
        "met": met,
        "arranging": same["meeting"] if met else say("arranging"),
        "said": _after_colon(person.said),
        "said_sentence": said.text,
        "highlight": same["highlight"] if to.main or not said.text else "",
        "highlight_sentence": talked.text,
        "missed_sentence": same["missed_sentence"] if to.main else "",
        "proof": found.text,
        "proof_sentence": _as_example(found.text, to, added=str(added)) or came,
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


def _stands_in(proof_text: str, added: str) -> bool:
    """Whether what was done stands in the note already: in what the reader adds."""
    deed = re.split(r",? and |[.;,]", proof_text, maxsplit=1)[0]
    counted = {each for each in words_of(deed).all if each.isdigit()}
    again = says_same(deed, added) and counted <= set(words_of(added).all)
    return again or says_same(proof_text, added)


def _as_example(said: str, to: Recipient, *, added: str) -> str:
    """A proof as the note brings it in: 'I also ran the till' after something that the reader added."""
    if not said:
        return ""
    if to.main and added and said.startswith("I "):
        return also(said)
    return put("proof-lead", _turn(to), x=said)


def _outcome_of(same: Mapping[str, object], to: Recipient, added: str) -> str:
    """What came of a thing that stands in the note already; empty where that stands in it, too."""
    outcomes: Any = same["outcomes"]
    came: str = outcomes[to.nth % len(outcomes)]
    return "" if says_same(came, added) else came


def _left_for_all(same: Mapping[str, object], to: Recipient) -> tuple[Any, ...]:
    left: Any = same["left_for_all"]
    return left if to.main else ()


def _row(to: Recipient) -> int:
    return int(to.path.rpartition(".")[2])


def _known(interview: Interview) -> tuple[str, ...]:
    """Names whose capitals stay in the middle of a sentence."""
    people = (each.name for each in interview.interviewers)
    return tuple(each for each in (*people, interview.contact_name, interview.employer) if each)


def _is_one(interview: Interview) -> bool:
    """Whether one person was met, so that 'he' or 'she' can be nobody else; an interpreter counts as nobody."""
    met = [each for each in interview.interviewers if not is_empty(each.name)]
    return sum(not is_interpreter(each) for each in met) == 1


def _from_outside(text: str) -> str:
    """What was said inside, as it is told outside; their own words in quotation marks stay."""
    return text if '"' in text or "“" in text else not_here(text)


def _said(person: Interviewer, turn: int, interview: Interview) -> Framed:
    return recalled("said", _from_outside(person.said), turn, names=_known(interview))


def _highlight(interview: Interview, turn: int, *, also: bool) -> Framed:
    return recalled(
        "highlights",
        _from_outside(interview.highlights),
        turn,
        also=also,
        one_person=_is_one(interview),
        names=_known(interview),
    )


def _draws(interview: Interview) -> Framed:
    return draws(
        interview.draws,
        sure=interview.sure == "sure",
        one_person=_is_one(interview),
        names=_known(interview),
    )


def _way_of_meeting(interview: Interview) -> str:
    return "meeting" if interview.format == "in-person" else "speaking"


def _date_of_talk(ended_on: date, today: date, country: str) -> str:
    """The day of the talk; in America without its weekday, which would want commas on both sides."""
    said = letter_day(ended_on, today, country)
    return said.partition(", ")[2] if country in AMERICAN else said


def _when(ended_on: date, today: date, country: str) -> str:
    near = {today: "today", today - timedelta(days=1): "yesterday"}
    said = letter_day(ended_on, today, country)
    recent = 0 < (today - ended_on).days < A_WEEK
    named = said.split(" ")[0].rstrip(",") if recent else _date_of_talk(ended_on, today, country)
    return say(near.get(ended_on, "on-day"), day=named)


def _names(people: Iterable[Interviewer], interview: Interview) -> str:
    names = [name for person in people if (name := greet_of(person, interview))]
    return listed(names) if len(names) <= CROWD else ""


def _job(interview: Interview) -> dict[str, object]:
    """The job in the forms that a sentence needs; `about` is empty where neither job nor employer is known."""
    role, employer = tidy_role(interview.role), tidy_employer(interview.employer)
    internal = any(is_colleague(each) for each in interview.interviewers)
    job = _job_at(role, "" if internal and role else employer)
    return {
        "internal": internal,
        "role": role,
        "subject_role": role_in_subject(role) if role else "",
        "employer": employer,
        "the_role": the_job(role),
        "the_job": job,
        "about": job if role or employer else "",
    }


def _job_at(role: str, employer: str) -> str:
    return say("job-at", job=the_job(role), employer=employer) if employer else the_job(role)


def _other(interview: Interview, to: Recipient) -> dict[str, object]:
    """The job at another employer, in a note to that one."""
    if not to.path.startswith("other_employers"):
        return {"other_role": "", "other_job": ""}
    other = interview.other_employers[_row(to)]
    role, employer = tidy_role(other.role), tidy_employer(other.employer)
    return {"other_role": role, "other_job": _job_at(role, employer) if role or employer else ""}


def _after_colon(text: str) -> str:
    """Typed words with a full stop, to stand after a colon; empty for 'n/a'."""
    if is_empty(text):
        return ""
    run = usual_words(flow(text)).rstrip(" ,;:")
    return run if run.endswith((".", "!", "?", "…", '"', "”", "。", "！", "？", "؟")) else f"{run}."


def _talk(interview: Interview, today: date) -> dict[str, object]:
    """What was said on both sides, ready to stand in a sentence."""
    names, one = _known(interview), _is_one(interview)
    heard = learned(_from_outside(interview.learned), one_person=one, names=names).at("learned")
    short = interview.note_length == "short"
    added = missed(interview.missed, int(short), names=names).at("missed")
    newest = news(interview.news, names).at("news")
    to_send = promised(_promises(interview, today), names).at("promised")
    because = reason("no_reason", interview.no_reason, names).at("no_reason")
    all_said, left = _all_said(interview, names)
    return {
        "all_said": all_said,
        "highlight": _after_colon(interview.highlights),
        "learned": _after_colon(interview.learned),
        "learned_own": "",
        "learned_sentence": heard.text,
        "missed": _after_colon(interview.missed),
        "missed_sentence": added.text,
        "proofs": tuple(
            proof(each.did, each.result, names)
            for each in interview.proofs
            if not is_empty(each.did)
        ),
        "outcomes": tuple(
            outcome(each.result) for each in interview.proofs if not is_empty(each.did)
        ),
        "draws": _after_colon(interview.draws),
        "draws_own": "",
        "promised": to_send.text.removeprefix("As promised, I will send you "),
        "promised_sentence": to_send.text,
        "news": _after_colon(interview.news),
        "news_sentence": newest.text,
        "no_reason": _after_colon(interview.no_reason),
        "no_because": because.text,
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
            recalled("said", _from_outside(each.said), names=names)
            if _is_one(interview) or not name
            else said_in_group(name, _from_outside(each.said), turn, names)
        ).at(f"interviewers.{at}.said")
        found.append(Said(name, _after_colon(each.said), framed.text))
        left += framed.left
    return tuple(found), tuple(left)


def _promises(interview: Interview, today: date) -> tuple[tuple[str, str], ...]:
    """What is still to be sent, each with its day where the reader named one that is still ahead."""
    return tuple(
        (each.what, _by_day(each.by_on, today, interview.country))
        for each in interview.promised
        if each.what and not each.sent_on
    )


def _by_day(on: date | None, today: date, country: str) -> str:
    ahead = _ahead(on, today, country)
    return say("by-day", last=ahead) if ahead else ""


def _ahead(on: date | None, today: date, country: str) -> str:
    """A day as one still to come; empty where it has passed."""
    return letter_day(on, today, country) if on and on >= today else ""


def _waiting(plan: Plan) -> dict[str, object]:
    expected, today = plan.situation.expected, plan.situation.today
    interview = plan.situation.interview
    sent = plan.situation.last("check-in-sent")
    their_time = _time_of(expected, interview, today)
    return {
        "their_time": their_time,
        "hear_when": their_time if expected.last_on >= today else "",
        "wrote_on": letter_day(day_of(sent), today, interview.country) if sent else "",
    }


def _time_of(expected: Expected, interview: Interview, today: date) -> str:
    """The time they named, as it follows 'hear from you'; empty where they named none."""
    if not expected.given:
        return ""
    words = "" if interview.promise_on else expected.promise.words
    return letter_when(
        words, expected.first_on, expected.last_on, expected.said_on, today, interview.country
    )


def _offer(plan: Plan) -> dict[str, object]:
    """The offer's dates where they are still ahead, and what would make it a yes."""
    interview, today = plan.situation.interview, plan.situation.today
    country = interview.country
    decide = next((step for step in plan.steps if step.id == "offer-decide"), None)
    named = bool(decide and decide.facts["named"])
    decide_on = decide.due_on if decide else None
    own = next(iter(interview.offers), None)
    counter = counter_sentences(interview)
    return {
        "answer_by": _ahead(decide_on, today, country) if named else "",
        "answer_late": bool(named and decide and decide.state is State.LATE),
        "decide_by": _ahead(decide_on, today, country),
        "in_writing": bool(own and own.in_writing),
        "pay": _pay(interview),
        "wishes": counter.wishes,
        "wish_reason": _after_colon(interview.wish_reason),
        "counter_lines": counter.lines,
        "asks_several": counter.asks > 1,
        "counter_left": counter.left,
        "start_on": letter_day(interview.start_on, today, country) if interview.start_on else "",
        "agreed_pay": _term(own.pay) if own else "",
        "agreed_start": _term(own.start) if own and not interview.start_on else "",
        "agreed_hours": _term(own.place) if own else "",
    }


def _term(text: str) -> str:
    return "" if is_empty(text) else bare(usual_words(flow(text)))


def _pay(interview: Interview) -> str:
    first, last = map(bare, range_ends(interview))
    return say("range", first=first, last=last) if first and last else first or last
