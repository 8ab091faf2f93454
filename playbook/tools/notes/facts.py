"""What a note may say: the record's answers as the slots of a template, ready to stand in a sentence."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from playbook.interview import Interview, Interviewer, Proof
from playbook.render import day, listed
from playbook.tools.closing_statement.assemble import part_words
from playbook.tools.closing_statement.model import PartWords
from playbook.tools.closing_statement.typed import stumbles, typed, typed_proof
from playbook.tools.notes.model import Recipient
from playbook.tools.notes.phrasing import bare, flow, greeting, quoted, reason, sentence
from playbook.tools.notes.words import say
from playbook.tools.offer.pay_range import range_ends
from playbook.tools.offer.wishes import wishes
from playbook.tools.timeline.model import Expected, Plan, State, day_of

FOR_THE_MAIN_PERSON = (
    "missed",
    "learned",
    "learned_own",
    "draws",
    "draws_own",
    "promised",
    "their_time",
    "hear_when",
)
"""Slots that only one note of several fills: the one to the person who decides about dates."""
CROWD = 4
"""People whom one greeting can name; more are greeted together."""


@dataclass(frozen=True, slots=True)
class Said:
    """What one person said, ready to be quoted."""

    name: str
    said: str


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
        "my_name": interview.my_name,
        "my_phone": interview.my_phone,
        "my_email": interview.my_email,
        "my_line": interview.my_line,
        "sure": interview.sure,
    }


def letter_facts(
    same: Mapping[str, object], interview: Interview, to: Recipient, tone: str, length: str
) -> dict[str, object]:
    """Every slot that a template may use. An answer that wasn't given is an empty text.

    What is the same for everybody goes to the main person only, so that notes differ.
    """
    return {
        **same,
        **({} if to.main else dict.fromkeys(FOR_THE_MAIN_PERSON, "")),
        **_person(same, interview, to),
        **_other(interview, to),
        "tone": tone,
        "full": length != "short",
        "way": to.nth % 3,
        "turn": (to.nth + to.nth // 3) % 3,
        "last": (2 * to.nth + to.nth // 3) % 3,
        "greet": to.greet,
    }


def _meeting(plan: Plan) -> dict[str, object]:
    """When and how they talked."""
    situation = plan.situation
    interview = situation.interview
    people = [person for person in interview.interviewers if person.name]
    return {
        "when": _when(situation.ended_on, situation.today),
        "ended": day(situation.ended_on, situation.today),
        "meeting": say(_way_of_meeting(interview)),
        "thanked": situation.last("thank-you-sent") is not None,
        "people": _names(each for each in people if each.name != interview.contact_name),
        "several": len(people) > 1,
    }


def _person(same: Mapping[str, object], interview: Interview, to: Recipient) -> dict[str, object]:
    """What depends on whom the note is for: whether they met, what this person said."""
    at_talk = to.path.startswith("interviewers")
    met = at_talk or not interview.contact_name
    said = quoted(interview.interviewers[_row(to)].said) if at_talk else ""
    proofs: Any = same["proofs"]
    return {
        "met": met,
        "arranging": same["meeting"] if met else say("arranging"),
        "said": said,
        "highlight": same["highlight"] if to.main or not said else "",
        "proof": proofs[to.nth % len(proofs)] if proofs else "",
    }


def _row(to: Recipient) -> int:
    return int(to.path.rpartition(".")[2])


def _way_of_meeting(interview: Interview) -> str:
    if interview.format == "in-person":
        return "meeting"
    return "speaking" if interview.note_tone == "formal" else "talking"


def _when(ended_on: date, today: date) -> str:
    near = {today: "today", today - timedelta(days=1): "yesterday"}
    return say(near.get(ended_on, "on-day"), day=day(ended_on, today))


def _names(people: Iterable[Interviewer]) -> str:
    names = [person.greet or greeting(person.name) for person in people]
    return listed(names) if len(names) <= CROWD else ""


def _job(interview: Interview) -> dict[str, object]:
    """The job in the forms that a sentence needs; `about` is empty where neither job nor employer is known."""
    role = re.sub(r"^(the|an?)\s+", "", interview.role, flags=re.IGNORECASE)
    job = _job_at(role, interview.employer)
    return {
        "role": role,
        "employer": interview.employer,
        "the_role": _job_at(role, ""),
        "the_job": job,
        "about": job if role or interview.employer else "",
    }


def _job_at(role: str, employer: str) -> str:
    comma = "," if "," in role else ""
    named = say("role", role=role) if role else say("job")
    return say("job-at", job=f"{named}{comma}", employer=employer) if employer else named


def _other(interview: Interview, to: Recipient) -> dict[str, object]:
    """The job at another employer, in a note to that one."""
    if not to.path.startswith("other_employers"):
        return {"other_role": "", "other_job": ""}
    other = interview.other_employers[_row(to)]
    known = other.role or other.employer
    return {
        "other_role": other.role,
        "other_job": _job_at(other.role, other.employer) if known else "",
    }


def _talk(interview: Interview, today: date) -> dict[str, object]:
    """What was said on both sides, ready to stand in a sentence."""
    told = [each for each in interview.interviewers if each.name and each.said]
    return {
        "all_said": tuple(
            Said(each.greet or greeting(each.name), quoted(each.said))
            for each in told[: CROWD if len(told) <= CROWD else 0]
        ),
        "highlight": sentence(interview.highlights),
        **_clause("learned", "learned", interview.learned),
        "missed": sentence(interview.missed),
        "proofs": _proofs(interview.proofs),
        **_clause("draws", "interest", interview.draws),
        "promised": _promised(interview, today),
        "news": sentence(interview.news),
        "no_reason": reason(interview.no_reason),
    }


def _clause(slot: str, part: str, text: str) -> dict[str, object]:
    """Typed words that stand after a colon; in a slot of its own, a sentence that needs none of our words before it.

    Of "because of the team" only the team is left: our own words say the rest.
    """
    words = typed(flow(text), part_words()[part])
    said = sentence(words.text)
    if words.own:
        return {slot: "", f"{slot}_own": said}
    return {slot: said.removeprefix("of "), f"{slot}_own": ""}


def _proofs(proofs: tuple[Proof, ...]) -> tuple[str, ...]:
    """The reader's proofs to stand after a colon: each note takes the next one."""
    return tuple(_proof(each, part_words()["proofs"]) for each in proofs if each.did)


def _proof(proof: Proof, part: PartWords) -> str:
    """A proof as a sentence; words after which "I" makes none, as they were typed."""
    told = typed_proof(proof, part)
    did = told.did.removeprefix(part.lead) if stumbles(proof.did, part) else told.did
    return f"{did}{say('and-result', result=told.result) if told.result else ''}{told.stop}"


def _promised(interview: Interview, today: date) -> str:
    """What is still to be sent, each with its day where the reader named one that is still ahead."""
    return sentence(
        listed(
            [
                say("thing-by", thing=bare(each.what), by=_ahead(each.by_on, today))
                for each in interview.promised
                if each.what and not each.sent_on
            ]
        )
    )


def _ahead(on: date | None, today: date) -> str:
    """A day as one still to come; empty where it has passed."""
    return day(on, today) if on and on >= today else ""


def _waiting(plan: Plan) -> dict[str, object]:
    expected, today = plan.situation.expected, plan.situation.today
    sent = plan.situation.last("check-in-sent")
    their_time = _time_of(expected, today)
    return {
        "their_time": their_time,
        "hear_when": their_time if expected.last_on >= today else "",
        "wrote_on": day(day_of(sent), today) if sent else "",
    }


def _time_of(expected: Expected, today: date) -> str:
    """The time they named: "by" its day, or between its first and last; empty where they named none."""
    if not expected.given:
        return ""
    exact = expected.first_on in (expected.last_on, expected.said_on)
    last, first = day(expected.last_on, today), day(expected.first_on, today)
    return say("by-day", last=last) if exact else say("between-days", first=first, last=last)


def _offer(plan: Plan) -> dict[str, object]:
    """The offer's dates where they are still ahead, and what would make it a yes."""
    interview, today = plan.situation.interview, plan.situation.today
    offer = plan.situation.last("offer")
    decide = next((step for step in plan.steps if step.id == "offer-decide"), None)
    own = next(iter(interview.offers), None)
    named_on = offer.by_on if offer else None
    return {
        "answer_by": _ahead(named_on, today),
        "answer_late": bool(named_on and decide and decide.state is State.LATE),
        "decide_by": _ahead(decide.due_on if decide else None, today),
        "in_writing": bool(own and own.in_writing),
        "pay": _pay(interview),
        "wishes": listed(wishes(interview)),
        "wish_reason": reason(interview.wish_reason),
        "start_on": day(interview.start_on, today) if interview.start_on else "",
    }


def _pay(interview: Interview) -> str:
    first, last = map(bare, range_ends(interview))
    return say("range", first=first, last=last) if first and last else first or last
