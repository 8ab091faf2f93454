"""What is still ahead: the time they named, the answer to an offer, what was agreed."""

import re
from collections.abc import Mapping
from datetime import date

from playbook.business_days import day_to_answer
from playbook.interview import Interview
from playbook.phrasing.agency import is_agency
from playbook.phrasing.names import read_name
from playbook.phrasing.people import greet_of
from playbook.phrasing.tidy import trim
from playbook.phrasing.unsaid import thing_to_arrange, what_to_arrange, words_to_arrange
from playbook.phrasing.when import letter_day, letter_when
from playbook.plan.model import Expected, Plan, Situation, State, day_of
from playbook.render import MONTHS, listed
from playbook.rulebook import Rulebook
from playbook.tools.notes.meeting import date_in_text
from playbook.tools.notes.model import Recipient
from playbook.tools.notes.typed import after_colon
from playbook.tools.notes.words import say
from playbook.tools.offer.agreed import agreed_facts
from playbook.tools.offer.counter import counter_sentences
from playbook.tools.offer.matters import draws_because, terms_in_order
from playbook.tools.offer.pay_range import range_ends
from playbook.whole_words import find_whole

ALMOST_A_YEAR = 300
"""Days after which a month's name alone might mean another year."""


def day_ahead(on: date | None, today: date, country: str) -> str:
    """Return a day as one still to come; empty where it has passed."""
    return letter_day(on, today, country) if on and on >= today else ""


_GIVE_IT = re.compile(
    r"^(?:please )?(?:gimme|give (?:me|us|it))(?: about)? (?P<time>(?:an?|one|two|three|four|\d+|a few|a couple of)"
    r" (?:days?|weeks?|month))\b",
    re.IGNORECASE,
)
"""A wait that was asked for, and no day: 'gimme a week'."""


_WAYS = {
    "text": "text",
    "txt": "text",
    "message": "message",
    "whatsapp": "message",
    "call": "call",
    "ring": "ring",
}
_WAY = re.compile(
    rf"(?:\b(?:he|she|they|you|it)['’]?ll|\bwill|\bwould|\b(?:he|she|they)['’]?d|\bgoing to|\bto) "
    rf"({'|'.join(_WAYS)})\b"
    r"(?! (?:back )?(?:you|them|in)\b)",
    re.IGNORECASE,
)
"""How they said they would answer: 'he'll text me', 'they will ring'."""


def report_of_time(situation: Situation, to: Recipient, same: Mapping[str, object]) -> str:
    """Return what was said about when, by whom it was said, without its full stop; empty where no time was named."""
    interview = situation.interview
    when = str(same["their_time"])
    asked = _asks_to_wait(situation)
    who = _teller(situation, to, several=bool(same["several"]))
    if asked and situation.expected.given:
        asks = "I was asked" if who == "I was told" else f"{who.removesuffix(' said')} asked me"
        return f"{asks} to give it {asked['time'].lower()}"
    if not when:
        return _way_without_day(situation, who)
    would = "would" if interview.note.tone == "formal" else "'d"
    return f"{who} {'that I ' if would[0] == 'w' else 'I'}{would} hear {when}"


def _way_without_day(situation: Situation, who: str) -> str:
    """Return how they said they would answer, where they named no day: 'I know that you said you'd text me'."""
    interview = situation.interview
    if situation.expected.given or is_agency(interview):
        return ""
    way = _WAY.search(interview.round.promise)
    if way is None or who not in ("You said", "I was told"):
        return ""
    if who == "You said":
        would = "you would" if interview.note.tone == "formal" else "you'd"
        return f"I know that you said {would} {_WAYS[way[1].casefold()]} me"
    return f"I was told that somebody would {_WAYS[way[1].casefold()]} me"


def _asks_to_wait(situation: Situation) -> re.Match[str] | None:
    """Return the wait that they asked for, where they haven't named a day since."""
    interview, answered = situation.interview, situation.last("answered")
    if interview.round.promise_on or (answered and answered.by_on):
        return None
    return _GIVE_IT.match(interview.round.promise.strip())


def _teller(situation: Situation, to: Recipient, *, several: bool) -> str:
    """Return who said it: whoever the reader names, else the only person met; an agency reports it."""
    interview = situation.interview
    if is_agency(interview):
        return "They said"
    words = interview.round.promise.casefold()
    for at, each in enumerate(interview.round.interviewers):
        first = read_name(each.name).given
        if first and find_whole(first.casefold(), words) >= 0:
            here = to.path == f"interviewers.{at}"
            return "You said" if here else f"{greet_of(each, interview)} said"
    apart = bool(interview.contact.name) or situation.leaves_panel_alone
    met = to.path.startswith("interviewers") or not apart
    return "You said" if met and not several else "I was told"


def waiting_facts(plan: Plan) -> dict[str, object]:
    """Return the time that they named, and when the reader last wrote."""
    expected, today = plan.situation.expected, plan.situation.today
    interview = plan.situation.interview
    sent = plan.situation.last("check-in-sent")
    their_time = _time_of(expected, interview, today)
    return {
        "their_time": their_time,
        "hear_when": ""
        if expected.last_on < today or _asks_to_wait(plan.situation)
        else their_time,
        "new_day": _new_day(plan.situation),
        "overdue": expected.given and expected.last_on < today,
        "still_waiting": expected.last_on >= today,
        "day_passed": expected.given
        and expected.last_on < today
        and not _asks_to_wait(plan.situation),
        "long_ago": _long_ago(plan.situation.ended_on, today, interview.office.country),
        "wrote_on": date_in_text(day_of(sent), today, interview.office.country) if sent else "",
    }


def _new_day(situation: Situation) -> str:
    """Return the day that they named in their answer, as it follows 'hear from you'; empty without one ahead."""
    answered = situation.last("answered")
    named = answered.by_on if answered else None
    ahead = day_ahead(named, situation.today, situation.interview.office.country)
    return f"by {ahead}" if ahead else ""


def _long_ago(ended_on: date, today: date, country: str) -> str:
    """Return a talk of some time ago by its month, as people remember it: 'in November'."""
    same_month = (ended_on.year, ended_on.month) == (today.year, today.month)
    if same_month or (today - ended_on).days > ALMOST_A_YEAR:
        return f"on {letter_day(ended_on, today, country)}"
    return f"in {MONTHS[ended_on.month - 1]}"


def _time_of(expected: Expected, interview: Interview, today: date) -> str:
    """Return the time they named, as it follows 'hear from you'; empty where they named none."""
    if not expected.given:
        return ""
    words = "" if interview.round.promise_on else expected.promise.words
    return letter_when(
        words,
        expected.first_on,
        expected.last_on,
        expected.said_on,
        today,
        interview.office.country,
    )


def offer_facts(plan: Plan) -> dict[str, object]:
    """Return the offer's dates where they are still ahead, and what would make it a yes."""
    interview, today = plan.situation.interview, plan.situation.today
    country = interview.office.country
    decide = next((step for step in plan.steps if step.id == "offer-decide"), None)
    named = bool(decide and decide.facts["named"])
    due_on = decide.due_on if decide else None
    decide_on = due_on and day_to_answer(due_on, today, plan.situation.calendar)
    own = next(iter(interview.offers), None)
    rulebook = plan.situation.rulebook
    counter = counter_sentences(interview, rulebook)
    return {
        "answer_by": day_ahead(decide_on, today, country) if named else "",
        "due_by": day_ahead(due_on, today, country) if named else "",
        "answer_late": bool(named and decide and decide.state is State.LATE),
        "decide_by": day_ahead(decide_on, today, country),
        "in_writing": bool(own and own.in_writing),
        "pay": _pay(interview, rulebook),
        "wishes": counter.wishes,
        "wish_reason": after_colon(interview.negotiation.wish_reason),
        "counter_lines": counter.lines,
        "asks": counter.asks,
        "counter_left": counter.left,
        "to_arrange": what_to_arrange(interview),
        "arrange_words": words_to_arrange(interview),
        "arrange_thing": thing_to_arrange(words_to_arrange(interview)),
        "thanked_for_offer": plan.situation.last("offer-acknowledged") is not None,
        "written_terms": listed(terms_in_order(interview)),
        "aloud": False,
        "follows_thanks": False,
        "start_on": letter_day(interview.decision.start_on, today, country)
        if interview.decision.start_on
        else "",
        **agreed_facts(interview),
        "offered_on": _offered_on(plan.situation),
        "draws_because": draws_because(interview),
    }


def _offered_on(situation: Situation) -> str:
    """Return the day of the offer as it follows 'which you offered me': 'on Friday 4 December'; empty without one."""
    offer = situation.last("offer")
    if offer is None:
        return ""
    on = day_of(offer)
    if on == situation.today:
        return "today"
    return f"on {letter_day(on, situation.today, situation.interview.office.country)}"


def _pay(interview: Interview, rulebook: Rulebook) -> str:
    first, last = map(trim, range_ends(interview))
    if not (first and last):
        return first or last
    return say(rulebook, "range", first=first, last=last)
