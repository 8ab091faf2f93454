"""What a letter that comes later carries from the form: one thing that is new, draws the reader or was talked about.

The thank-you has told all of it. So no two letters in a row come back to one thing, and what is new comes first.
"""

from collections.abc import Iterator

from playbook.interview import Interview
from playbook.phrasing.agency import is_agency
from playbook.phrasing.interest import because_it_draws
from playbook.phrasing.reasons import frame_draws, is_about_oneself
from playbook.phrasing.recall import frame_talk
from playbook.phrasing.recollection import BOAST, Recalled, in_brief, recall_later, worth_recalling
from playbook.phrasing.tidy import trim
from playbook.phrasing.tone import is_practical, is_sad
from playbook.plan.model import Situation
from playbook.tools.notes.model import Recipient
from playbook.tools.notes.talk import from_outside, is_one, known_names

AFTER_A_NO = ("rejection-thanks", "stay-in-touch")
"""Kinds of letters to somebody who has turned the reader down.

Each comes back to the next thing from the talk, or where there is no next one, to the first.
"""
CHECK_IN = "check-in-1"
"""The letter that asks for news with one thing that draws the reader, or was talked about; the second only asks."""
ONCE = ("decline",)
"""Kinds of letters that say no, and come back to the best thing of the talk."""
SAID_AGAIN = ("check-in-2", "news-update")
"""Kinds of letters whose reader has had another one that said how much the job is wanted."""
AGAIN = "Thank you again for "
"""How a sentence begins that thanks once more for what was done or shown."""
GOOD = 1
"""The last rank of what is about the work and good to hear."""
STILL = {"sure": "I would still very much like", "": "I would still like"}
"""How much the reader wants the job now, by their answer."""


def later_facts(situation: Situation, to: Recipient, kind: str, newest: str) -> dict[str, object]:
    """Return what this kind of letter comes back to, and that the job is still wanted; `newest` is the reader's news.

    `recalled_sentence` is empty where a letter is better without.
    """
    back = _comes_back_to(situation.interview, to, newest) if kind == CHECK_IN else ""
    recalled = _recalled(situation.interview, to, kind)
    first, _, rest = back.partition(". ")
    again = next((each for each in (recalled, f"{first}.") if each.startswith(AGAIN)), "")
    back = rest if again and kind == CHECK_IN else back
    return {
        "recalled_sentence": recalled,
        "thanks_again": again and f", and for {trim(again.removeprefix(AGAIN))}",
        "still": _still_wants(situation.interview, kind),
        "still_wants": back or _still_wants(situation.interview, kind),
        "still_short": _still_wants(situation.interview).replace("the job", "it"),
        "still_with_you": _still_with_you(situation.interview),
        "still_because": _still_because(situation.interview),
        "comes_back_to": bool(back),
    }


def _still_wants(interview: Interview, kind: str = "") -> str:
    """Return that the reader still wants the job, as far as they said so; in other words where it is said again."""
    if not interview.statement.sure:
        return f"{_i_would(interview)} still like the job."
    if interview.statement.sure == "sure" and kind in SAID_AGAIN:
        return f"{_i_would(interview)} still very much like the job."
    very = "very " if interview.statement.sure == "sure" else ""
    i_am = "I am" if _is_formal(interview) else "I'm"
    return f"{i_am} still {very}interested in the job."


def _comes_back_to(interview: Interview, to: Recipient, newest: str) -> str:
    """Return what the first check-in comes back to, with the wish; empty where it tells news or has nothing."""
    if newest or is_agency(interview):
        return ""
    return next(_reasons(interview, to), "")


def _reasons(interview: Interview, to: Recipient) -> Iterator[str]:
    """Yield what draws the reader, then what was talked about, each as one thing with the wish."""
    if drawn := _still_drawn(interview):
        yield drawn
    if not to.path.startswith("interviewers"):
        return
    every = things_to_recall(interview, to)
    good = [each for each in every if each.rank <= GOOD]
    if not every and (talked := _talked_about(interview)):
        yield f"{talked} {_still_wants(interview)}"
    for each in (good or every)[:1]:
        sentence = recall_later(each)
        wants = _still_wants(interview)
        joins = ", and " not in sentence and not sentence.startswith(AGAIN)
        yield f"{sentence.rstrip('.')}, and {wants}" if joins else f"{sentence} {wants}"


def _talked_about(interview: Interview) -> str:
    """Return what was talked about as the thank-you told it, where it is about no hours and no loss."""
    text = from_outside(interview.round.highlights)
    one, names = is_one(interview), known_names(interview)
    sentence = frame_talk("highlights", text, one_person=one, names=names).text
    return "" if is_practical(sentence) or is_sad(sentence) else sentence


def _still_drawn(interview: Interview) -> str:
    """Return what draws the reader and that they still want the job; empty where it is about themselves alone."""
    text, one = interview.statement.draws, is_one(interview)
    wish = STILL.get(interview.statement.sure, "")
    because = because_it_draws(text, one_person=one).text
    if not (wish and because) or is_about_oneself(because):
        return ""
    wish = wish if _is_formal(interview) else wish.replace("I would", "I'd")
    sentence = frame_draws(text, wish=wish, one_person=one, names=known_names(interview)).text
    return sentence if wish in sentence else ""


def _still_with_you(interview: Interview) -> str:
    """Return that the reader would still like to work there; empty where they are unsure."""
    wish = STILL.get(interview.statement.sure, "")
    wish = wish if _is_formal(interview) else wish.replace("I would", "I'd")
    return wish and f"{wish} to work with you."


def _still_because(interview: Interview) -> str:
    """Return what drew the reader, as it follows that they would like to work there; nothing of their own life."""
    because = because_it_draws(interview.statement.draws, one_person=is_one(interview)).text
    return "" if is_about_oneself(because) or BOAST.search(because) else because


def _is_formal(interview: Interview) -> bool:
    return interview.note.tone == "formal"


def _i_would(interview: Interview) -> str:
    return "I would" if _is_formal(interview) else "I'd"


def _recalled(interview: Interview, to: Recipient, kind: str) -> str:
    if kind not in (*AFTER_A_NO, *ONCE) or is_agency(interview):
        return ""
    good = _good(interview, to)
    left = good[AFTER_A_NO.index(kind) :] if kind in AFTER_A_NO else good
    return recall_later((left or good)[0]) if good else ""


def _good(interview: Interview, to: Recipient) -> list[Recalled]:
    """Return what is about the work and good to hear, and no boast, each in a few words, the best first."""
    every = things_to_recall(interview, to)
    good = (in_brief(each) for each in every if each.rank <= GOOD and each.after_a_no)
    return [each for each in good if each.words]


def things_to_recall(interview: Interview, to: Recipient) -> tuple[Recalled, ...]:
    """Return what was talked about and told that a letter to this person may come back to, the best first."""
    names, one = known_names(interview), is_one(interview)
    typed = [("highlights", interview.round.highlights), ("learned", interview.statement.learned)]
    people = list(enumerate(interview.round.interviewers))
    typed += [("said", each.said) for at, each in people if to.path == f"interviewers.{at}"]
    own = to.path.startswith("interviewers")
    others = [] if own else [("said", each.said) for _, each in people]
    every = [
        each
        for name, text in (*typed, *others)
        for each in worth_recalling(name, from_outside(text), one_person=one, names=names)
        if own or each.kind != "own"
    ]
    return tuple(sorted(every, key=lambda each: each.rank))
