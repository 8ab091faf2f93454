"""What a note says to one person: what they said, and what the reader adds for them."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from playbook.interview import Interview
from playbook.phrasing.frames import Framed, LeftOut
from playbook.phrasing.job import short_employer
from playbook.phrasing.people import is_colleague, is_interpreter
from playbook.phrasing.pieces import left_out
from playbook.phrasing.reasons import frame_draws
from playbook.phrasing.recall import frame_talk, good_point
from playbook.phrasing.tidy import is_empty, sentences, trim
from playbook.phrasing.tone import is_loss, is_maxim, is_need, is_practical
from playbook.plan.check_ins import contact
from playbook.plan.model import Situation
from playbook.record_rows import Interviewer
from playbook.tools.notes.group import in_group_of
from playbook.tools.notes.heard import Heard, join_heard
from playbook.tools.notes.model import Recipient
from playbook.tools.notes.own_deeds import NEWS, Deed, deeds_of, tell_deeds
from playbook.tools.notes.pairs import about_same, plain_deed, with_hinge
from playbook.tools.notes.shares import EVERYTHING, Share, share_out
from playbook.tools.notes.talk import from_outside, is_one, known_names
from playbook.tools.notes.talk_shares import talk_for
from playbook.tools.notes.thanked_for import card_deed, text_deed, thanks_of
from playbook.tools.notes.typed import after_colon
from playbook.tools.notes.words import say

ALSO = ("It was also ", "Thank you, too, ")
"""How a sentence begins that follows another thing from the talk."""


def person_facts(
    same: Mapping[str, object],
    situation: Situation,
    to: Recipient,
    turn: int,
    *,
    both: bool,
    card: bool = False,
) -> dict[str, object]:
    """Return what depends on whom the note is for: whether they met, what this person said, what is told to them.

    `both`: what they said and what was talked about stand in one note; on a `card`, no hours and pay.
    """
    interview = situation.interview
    at_talk = to.path.startswith("interviewers")
    met = at_talk or not (interview.contact.name or situation.leaves_panel_alone)
    person = interview.round.interviewers[to.row] if at_talk else Interviewer()
    remark = _frame_remark(person, turn, interview) if at_talk else Framed()
    every_share = _all_shares(same, situation)
    share = _share_of(to, every_share)
    learned = str(same["learned_sentence"]) if share.learned else ""
    in_group: Any = () if to.path else same["all_said"]
    heard = bool(remark.text) and not is_practical(person.said)
    deeds, _ = deeds_of(interview, known_names(interview), turn)
    own = _deeds_of_share(deeds, share)
    talks = talk_for(interview, to.row if at_talk else None, share, tuple(every_share))
    first_of = _frame_highlights(interview, turn, talks)
    heard_of = [remark.text, first_of.text, *(each.sentence for each in in_group)]
    own = with_hinge(own, " ".join(heard_of)) if both else own
    missed, proofs = tell_deeds(own, to.turn)
    more = bool(learned or missed or proofs or (first_of.text and not is_practical(first_of.text)))
    shown = remark.text if heard or not (card or (both and more)) else ""
    also = (both and bool(shown)) or any(each.sentence for each in in_group)
    talked = _frame_highlights(interview, turn, talks, also=also)
    better = not both or heard or bool(learned or missed or proofs)
    talked = _without_conditions("highlights", talked, interview.round.highlights, better=better)
    better = not both or more
    theirs = _without_conditions("said", remark, person.said, better=better)
    left_there: tuple[LeftOut, ...] = ()
    if not to.path:
        talked, learned, left_there = in_group_of(talked, learned, in_group, interview)
    first = next((each.text for each in deeds if each.kind == "proof"), "")
    after_i = _begins_with_i(f"{missed} {proofs}")
    point = good_point(from_outside(person.said), known_names(interview)) if to.main else ""
    point = "" if card and not talked.text else point
    reason = _frame_draws(interview, fact=point) if to.main else Framed()
    if both and point and f"hear that {point}." in reason.text:
        theirs = replace(theirs, text="")
    if (
        both
        and not theirs.text
        and talked.text.startswith(ALSO)
        and not any(each.sentence for each in in_group)
    ):
        talked = replace(talked, text=_frame_highlights(interview, turn, talks).text)
    if both and not card:
        theirs, talked = _work_first(theirs, talked, person.said, first_of.text, interview)
    fresh = str(same["fresh_news"]) if share.news else ""
    talked, fresh = _with_news(talked, fresh) if both and not card else (talked, fresh)
    one_point = next(
        filter(
            None, (theirs.text, talked.text, learned, *(plain_deed(each, turn) for each in own))
        ),
        "",
    )
    if both:
        alone = not (card or theirs.text or talked.text or learned or missed)
        proofs = _added(proofs) if alone else proofs
        together = join_heard(Heard(theirs.text, talked.text, "" if card else learned))
        theirs, talked = replace(theirs, text=together.point), replace(talked, text=together.talked)
        learned = learned if card else together.learned
    thanks = thanks_of(theirs.text, talked.text)
    return {
        "met": met,
        "arranging": same["meeting"] if met else say(situation.rulebook, "arranging"),
        "said": after_colon(person.said),
        "said_sentence": theirs.text,
        "only_conditions": is_practical(talked.text or theirs.text),
        "highlight": same["highlight"] if talks else "",
        "highlight_sentence": talked.text,
        "one_point": next(iter(sentences(one_point)), ""),
        **thanks,
        "card_deed": card_deed(own, turn) if card else "",
        "text_deed": text_deed(own, turn, str(thanks["thanks_for"]) or one_point)
        if to.main
        else "",
        "learned_sentence": learned,
        "missed_sentence": as_they_speak(missed, interview),
        "proof": first,
        "proof_sentence": as_they_speak(proofs, interview),
        "fresh_news": fresh,
        "proof_clause": trim(first) if first.count(". ") == 0 else "",
        "draws_sentence": as_they_speak(reason.text, interview),
        "ends_with_i": after_i and _begins_with_i(reason.text),
        "colleague": is_colleague(person),
        "interpreter": is_interpreter(person),
        "left_out": (
            *_left_for_all(same, to),
            *theirs.at(f"{to.path}.said").left,
            *talked.at("highlights").left,
            *reason.at("draws").left,
            *_untold(deeds, to, every_share),
            *left_there,
        ),
    }


def _deeds_of_share(deeds: Sequence[Deed], share: Share) -> list[Deed]:
    """Return the deeds that this letter tells."""
    return [deeds[at] for at in share.deeds if at < len(deeds)]


def _added(proofs: str) -> str:
    """Return a deed that nothing stands before in the letter, with words that lead to it."""
    return f"I should add that {proofs}" if proofs.startswith("I ") else proofs


def _work_first(
    point: Framed, talk: Framed, typed: str, work: str, interview: Interview
) -> tuple[Framed, Framed]:
    """Return what is about the work before what the reader may need themselves, such as an interpreter."""
    needs = is_need(typed) and not is_need(interview.round.highlights)
    if not (needs and talk.text and point.text.startswith("It was ")):
        return point, talk
    also = point.text.replace("It was ", "It was also ", 1)
    return replace(point, text=work), replace(talk, text=also)


def _with_news(talk: Framed, fresh: str) -> tuple[Framed, str]:
    """Return what was talked about with the news about the same thing, which then stands nowhere else."""
    alike = bool(talk.text and fresh) and about_same(talk.text, [Deed(NEWS, fresh, "news")])
    return (replace(talk, text=f"{talk.text} {fresh}"), "") if alike else (talk, fresh)


def _without_conditions(name: str, framed: Framed, typed: str, *, better: bool) -> Framed:
    """Return what was heard; hours, pay and the like only where there is nothing better to come back to."""
    if better and framed.text and is_practical(framed.text):
        return Framed("", (*framed.left, left_out(name, typed, "practical")))
    if better and is_loss(framed.text) and not is_maxim(typed):
        return Framed("", (*framed.left, left_out(name, typed, "private")))
    return framed


def _share_of(to: Recipient, every_share: Mapping[int, Share]) -> Share:
    """Return what of the talk, and of the reader's deeds, this note tells."""
    if to.path == "contact":
        return Share()
    if not to.path.startswith("interviewers"):
        return EVERYTHING
    return every_share.get(to.row, Share())


def _all_shares(same: Mapping[str, object], situation: Situation) -> Mapping[int, Share]:
    interview = situation.interview
    people = list(enumerate(interview.round.interviewers))
    decides = contact(situation)
    named = [at for at, each in people if not (is_empty(each.name) or is_interpreter(each))]
    main = next((at for at in named if people[at][1].name == decides), next(iter(named), 0))
    tells = {
        at: bool(_frame_remark(each, 0, interview).text) and not is_practical(each.said)
        for at, each in people
    }
    deeds: Any = same["deeds"]
    learned = bool(same["learned_sentence"])
    news = bool(same["fresh_news"])
    return share_out(interview, main, tells, deeds, learned=learned, news=news)


def _untold(
    deeds: Sequence[Deed], to: Recipient, every_share: Mapping[int, Share]
) -> tuple[LeftOut, ...]:
    """Return the deeds that no note has room for; they are named beside the main note."""
    if not to.main:
        return ()
    these = every_share.values() if to.path else [EVERYTHING]
    rows_told = {at for share in these for at in share.deeds}
    return tuple(
        LeftOut("missed" if each.kind == "missed" else "did", each.text, "rest", each.path)
        for at, each in enumerate(deeds)
        if at not in rows_told
    )


def _left_for_all(same: Mapping[str, object], to: Recipient) -> tuple[Any, ...]:
    left: Any = same["left_for_all"]
    return left if to.main else ()


def _frame_remark(person: Interviewer, turn: int, interview: Interview) -> Framed:
    return frame_talk("said", from_outside(person.said), turn, names=known_names(interview))


def _frame_highlights(interview: Interview, turn: int, talks: str, *, also: bool = False) -> Framed:
    return frame_talk(
        "highlights",
        talks,
        turn,
        also=also,
        one_person=is_one(interview),
        names=known_names(interview),
    )


def _begins_with_i(text: str) -> bool:
    """Return whether the last sentence begins with 'I', so that two more would be a row."""
    every_sentence = sentences(text.strip())
    return bool(every_sentence) and every_sentence[-1].startswith(("I ", "I'"))


WISHES = {"sure": "I would very much like", "": "I would like", "not-sure": ""}
"""How much the reader wants the job, by their answer; none is no doubt."""


def as_they_speak(text: str, interview: Interview) -> str:
    """Return words of ours as they are said aloud: 'I'd like'; in a formal letter as they are written out."""
    return text if interview.note.tone == "formal" else text.replace("I would ", "I'd ")


def _frame_draws(interview: Interview, *, fact: str) -> Framed:
    return frame_draws(
        interview.statement.draws,
        wish=as_they_speak(WISHES.get(interview.statement.sure, ""), interview),
        fact=fact,
        employer=short_employer(interview.employer),
        one_person=is_one(interview),
        names=known_names(interview),
    )
