"""What a note may say: the record's answers as the slots of a template, ready to stand in a sentence."""

from collections.abc import Mapping
from typing import Any

from playbook.interview import Interview
from playbook.phrasing.agency import is_agency
from playbook.phrasing.frames import LeftOut
from playbook.phrasing.greet import AMERICAN, has_title, name_aloud
from playbook.phrasing.job import job_aloud, whole_job
from playbook.phrasing.names import name_as_signed
from playbook.phrasing.news import as_told_before, news_alone, news_since_talk
from playbook.phrasing.tone import is_practical
from playbook.plan.model import Plan, Situation
from playbook.rounds import met_earlier
from playbook.tools.notes.dates import offer_facts, report_of_time, waiting_facts
from playbook.tools.notes.forms import way_they_write
from playbook.tools.notes.job import job_facts, other_job_facts
from playbook.tools.notes.later import later_facts
from playbook.tools.notes.meeting import meeting_facts, others_met
from playbook.tools.notes.model import Kind, Recipient
from playbook.tools.notes.overtaken import was_told
from playbook.tools.notes.phone import in_groups
from playbook.tools.notes.shares import WAYS
from playbook.tools.notes.talk import known_names, talk_facts
from playbook.tools.notes.to_one import person_facts
from playbook.tools.notes.visits import visit_facts

FOR_THE_MAIN_PERSON = (
    "missed",
    "learned",
    "learned_own",
    "draws",
    "draws_own",
    "draws_sentence",
    "promised",
    "promised_sentence",
    "their_time",
    "hear_when",
)
"""Slots that only one note of several fills: the one to the person who decides about dates."""
FOR_THE_CONTACT = ("promised", "promised_sentence", "their_time", "hear_when")
"""Slots that only the note to the contact fills, where somebody who wasn't met set the interview up."""
SAYS_REFEREE = frozenset({"GB", "IE", "AU", "NZ", "ZA", "IM", "JE", "GG"})
"""Countries where whoever speaks for somebody is their referee, and not their reference."""
SENDS_LETTER = frozenset({"IN", "PK", "BD", "LK", "NP"})
"""Countries beside America where an offer comes as a letter that is signed."""
TURN_OF_KIND = {"thank-you-handwritten": 1}
"""How much further a kind of note is among the ways to say a thing, so that nobody reads one sentence twice."""


def plan_facts(plan: Plan) -> dict[str, object]:
    """Return the slots that are the same in every note of one plan."""
    interview = plan.situation.interview
    return {
        "stage": plan.stage,
        "scored": plan.situation.is_scored,
        "leaves_panel_alone": plan.situation.leaves_panel_alone,
        **meeting_facts(plan),
        **job_facts(interview, plan.situation.rulebook),
        **talk_facts(plan.situation),
        **waiting_facts(plan),
        **visit_facts(plan.situation),
        **offer_facts(plan),
        "my_name": name_as_signed(interview.me.name),
        "spoken_name": name_aloud(interview.me.name, interview.office.country) or interview.me.name,
        "my_phone": in_groups(interview.me.phone, interview.office.country),
        "spoken_phone": in_groups(interview.me.phone, interview.office.country),
        "my_email": interview.me.email,
        "my_line": interview.me.line,
        "sure": interview.statement.sure,
        "keen": interview.statement.sure != "not-sure",
        "agency": is_agency(interview),
        "referee": interview.office.country in SAYS_REFEREE,
        "american": interview.office.country in AMERICAN,
        "papers": _papers(interview.office.country),
        "by_email": interview.round.follow_up == "email",
        "their_way": way_they_write(interview.round.promise) if interview.me.phone else "",
    }


def _papers(country: str) -> str:
    """Return what an employer sends to be signed, as it is called in this country."""
    if country in AMERICAN or country in SENDS_LETTER:
        return "the offer letter"
    return "the employment agreement" if country == "NZ" else "the contract"


def _of_kind(
    slots: Mapping[str, object], situation: Situation, to: Recipient, kind: Kind
) -> dict[str, object]:
    """Return the slots that depend on the kind: thanks for what was told, a card's line, news, what is recalled."""
    heard = [str(slots[each]) for each in ("said_after", "highlight_after", "learned_sentence")]
    heard = [each for each in heard if each and not is_practical(each)]
    own = "" if slots["thanks_for"] else next(iter(heard), "")
    names = known_names(situation.interview)
    told_news = situation.last("check-in-sent") is not None
    newest = "" if told_news and kind.id != "news-update" else str(slots["news_sentence"])
    return {
        "card_line": "" if slots["only_conditions"] else own,
        "news_sentence": _told_again(newest, slots, situation, to, kind),
        "news_alone": news_alone(newest),
        "since_sentence": news_since_talk(situation.interview.news, names)
        if newest and not was_told(situation, to)
        else "",
        **later_facts(situation, to, kind.id, newest),
    }


def _told_again(
    newest: str, slots: Mapping[str, object], situation: Situation, to: Recipient, kind: Kind
) -> str:
    """Return news as a check-in tells it to somebody whose thank-you had it: 'As I wrote, I passed the medical'."""
    wrote = kind.id == "check-in-1" and slots["thanked"] and was_told(situation, to)
    return as_told_before(newest) if wrote else newest


def _in_full(same: Mapping[str, object], to: Recipient, kind: Kind) -> dict[str, object]:
    """Return the job with all that its title says, for somebody who has several on their desk: '(Ward 12)'.

    Nobody hears brackets, so that on the phone only what is surely a place is said.
    """
    if kind.channel == "phone" and same["role"]:
        return {"the_role": job_aloud(str(same["role"]))}
    if to.path != "contact" or not same["role"]:
        return {}
    job, whole = str(same["the_role"]), whole_job(str(same["role"]))
    return {"about": str(same["about"]).replace(job, whole, 1), "the_role": whole}


def has_own_contact(interview: Interview) -> bool:
    """Return whether somebody set the interview up who wasn't met there."""
    met = {each.name for each in interview.round.interviewers}
    return bool(interview.contact.name) and interview.contact.name not in met


def letter_facts(
    same: Mapping[str, object], situation: Situation, to: Recipient, kind: Kind
) -> dict[str, object]:
    """Return every slot that a template may use. An answer that wasn't given is an empty text.

    What is the same for everybody goes to the main person only, so that notes differ. `left_out` are typed
    words that no sentence of ours can hold.
    """
    interview = situation.interview
    turn = to.turn + TURN_OF_KIND.get(kind.id, 0)
    to_talk = not to.path or to.path.startswith("interviewers")
    card = kind.channel == "post"
    elsewhere = to_talk and has_own_contact(interview)
    slots = {
        **same,
        **({} if to.main else dict.fromkeys(FOR_THE_MAIN_PERSON, "")),
        **({} if to.main or to.nth < WAYS else {"about": ""}),
        **(dict.fromkeys(FOR_THE_CONTACT, "") if elsewhere else {}),
        **person_facts(
            same, situation, to, turn, both=kind.counted == "thank-you" or card, card=card
        ),
        **other_job_facts(situation, to),
        **_in_full(same, to, kind),
        "others": others_met(interview, to.path),
        "tone": interview.note.tone or "plain",
        "full": interview.note.length != "short",
        "offers_more": True,
        "texted": False,
        "main": to.main,
        "told_when": report_of_time(situation, to, same),
        "way": to.nth % 3,
        "again": to_talk and to.name in met_earlier(interview),
        "turn": to.turn,
        "greet": to.greet,
        "titled": has_title(to.greet),
    }
    slots |= _of_kind(slots, situation, to, kind)
    if elsewhere and to.main and same["promised_sentence"]:
        promised_elsewhere = LeftOut(
            "promised", str(same["promised"]).rstrip("."), "elsewhere", "promised"
        )
        slots["left_out"] = (*slots["left_out"], promised_elsewhere)  # type: ignore[misc]
    sentences = [slots[f"{each}_sentence"] for each in ("highlight", "missed", "proof", "learned")]
    in_group: Any = slots["all_said"]
    ends = (slots["draws_sentence"], slots["promised_sentence"])
    return slots | {
        "sparse": sum(map(_told_in, (*sentences, slots["said_sentence"], *ends))) <= 1,
        "sparse_group": sum(
            map(_told_in, (*sentences, *ends, *(each.sentence for each in in_group)))
        )
        <= 1,
    }


def _told_in(sentence: object) -> int:
    """Return how many things a sentence tells, as far as it matters for a letter with hardly any."""
    text = str(sentence)
    return 0 if not text else 2 if ". " in text or ", and " in text else 1
