"""What a note may say: the record's answers as the slots of a template, ready to stand in a sentence."""

from collections.abc import Mapping
from typing import Any

from playbook.phrasing.capitals import usual_name
from playbook.phrasing.greet import AMERICAN, has_title, read_name
from playbook.tools.notes.dates import offer_facts, waiting_facts
from playbook.tools.notes.job import job_facts, other_job_facts
from playbook.tools.notes.meeting import meeting_facts
from playbook.tools.notes.model import Kind, Recipient
from playbook.tools.notes.talk import talk_facts
from playbook.tools.notes.to_one import person_facts
from playbook.tools.timeline.model import Plan, Situation

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
SAYS_REFEREE = frozenset({"GB", "IE", "AU", "NZ", "ZA", "IM", "JE", "GG"})
"""Countries where whoever speaks for somebody is their referee, and not their reference."""
SENDS_LETTER = frozenset({"IN", "PK", "BD", "LK", "NP"})
"""Countries beside America where an offer comes as a letter that is signed."""
TURN_OF_KIND = {"thank-you-handwritten": 1, "stay-in-touch": 2}
"""How much further a kind of note is among the ways to say a thing, so that nobody reads one sentence twice."""


def plan_facts(plan: Plan) -> dict[str, object]:
    """The slots that are the same in every note of one plan."""
    interview = plan.situation.interview
    return {
        "stage": plan.stage,
        **meeting_facts(plan),
        **job_facts(interview, plan.situation.rulebook),
        **talk_facts(plan.situation),
        **waiting_facts(plan),
        **offer_facts(plan),
        "my_name": usual_name(interview.my_name),
        "spoken_name": read_name(interview.my_name).whole or interview.my_name,
        "my_phone": interview.my_phone,
        "my_email": interview.my_email,
        "my_line": interview.my_line,
        "sure": interview.sure,
        "agency": interview.contact_for == "agency",
        "referee": interview.country in SAYS_REFEREE,
        "american": interview.country in AMERICAN,
        "papers": _papers(interview.country),
        "by_email": interview.follow_up == "email",
    }


def _papers(country: str) -> str:
    """What an employer sends to be signed, as it is called in this country."""
    if country in AMERICAN or country in SENDS_LETTER:
        return "the offer letter"
    return "the employment agreement" if country == "NZ" else "the contract"


def letter_facts(
    same: Mapping[str, object], situation: Situation, to: Recipient, kind: Kind
) -> dict[str, object]:
    """Every slot that a template may use. An answer that wasn't given is an empty text.

    What is the same for everybody goes to the main person only, so that notes differ. `left_out` are typed
    words that no sentence of ours can hold.
    """
    interview = situation.interview
    turn = to.turn + TURN_OF_KIND.get(kind.id, 0)
    slots = {
        **same,
        **({} if to.main else dict.fromkeys(FOR_THE_MAIN_PERSON, "")),
        **person_facts(same, situation, to, turn, both=kind.counted == "thank-you"),
        **other_job_facts(situation, to),
        "tone": interview.note_tone or "plain",
        "full": interview.note_length != "short",
        "offers_more": True,
        "way": to.nth % 3,
        "turn": to.turn,
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
