"""What matters to the reader, by how much they gave it in their comparison: the order in which things are asked for."""

import re

from playbook.interview import Interview
from playbook.phrasing.agency import is_agency
from playbook.phrasing.interest import because_it_draws
from playbook.phrasing.job_title import is_senior
from playbook.phrasing.subjects import share_subject
from playbook.phrasing.tidy import is_empty
from playbook.tools.offer.amounts import PARTS, read_highest
from playbook.tools.offer.figure import main_offered

_PAY = re.compile(r"\b(?:pay|paid|salary|wages?|money|income|rate|bonus)\b", re.IGNORECASE)
_TERMS = {
    "the hours": re.compile(
        r"\b(?:hours?|shifts?|nights?|weekends?|flexib\w+|part[- ]time|rota"
        r"|(?:mon|tues|wednes|thurs|fri|satur|sun)days?"
        r"|overtime|days?)\b",
        re.IGNORECASE,
    ),
    "the holiday": re.compile(r"\b(?:holidays?|leave|vacation|time off|pto)\b", re.IGNORECASE),
    "the place of work": re.compile(
        r"\b(?:home|remote(?:ly)?|hybrid|commut\w+|site|location|relocat\w+)\b", re.IGNORECASE
    ),
    "the training": re.compile(
        r"\b(?:training|course|learn\w*|study|qualif\w+|mentor\w*)\b", re.IGNORECASE
    ),
    "the notice on either side": re.compile(
        r"\b(?:notice|permanent|contract|probation|security|secure)\b", re.IGNORECASE
    ),
    "the start date": re.compile(r"\b(?:start|first day)\b", re.IGNORECASE),
}
"""What stands in an offer, and the words with which people say that it matters to them."""
ALWAYS = ("the pay", "the hours", "the start date")
FEWEST_YEARLY = 10_000 * PARTS
"""An amount without its period that nobody is paid by the hour."""
_CASUAL = re.compile(r"\b(?:vibes?|craic|banter|buzz|perks)\b", re.IGNORECASE)
"""What nobody writes in an acceptance that it is taken for."""
_ASPIRES = re.compile(
    r"^because (?:(?:after|with|having) [^,.]+?,? )?I (?:want to|would like to|believe|hope to) "
    r"(?!(?:qualify|grow|learn|progress|develop|move up)\b(?: \S+){0,4}$)"
    r"(?!.*\b(?:family|home|stay|earn|money|pay|closer|nearer|leave|escape|move)\b)"
)
"""What the reader would like to do there, which is a reason to be glad as well."""
MOST_TERMS = 4
"""Things that one question names."""


def most_wanted_first(wishes: tuple[str, ...], interview: Interview) -> tuple[str, ...]:
    """Return wishes in the order of what matters; as they were typed where nothing says so."""
    return tuple(sorted(wishes, key=lambda each: -_weight_of(each, interview)))


def pay_matters_most(interview: Interview, wishes: tuple[str, ...]) -> bool:
    """Return whether no wish matters more to the reader than the pay."""
    pay = max((weight for what, weight in _weighed(interview) if _PAY.search(what)), default=0)
    return all(_weight_of(each, interview) <= pay for each in wishes)


def terms_in_order(interview: Interview) -> tuple[str, ...]:
    """Return what should stand in a written offer, what matters to this reader first: 'the hours', 'the pay'."""
    typed = [what for what, _ in sorted(_weighed(interview), key=lambda row: -row[1])]
    typed += [each.what for each in interview.negotiation.wishes if not is_empty(each.what)]
    named = [term for each in typed for term in _terms_in(each)]
    always = [each for each in ALWAYS if each != "the hours" or not is_salaried(interview)]
    return tuple(dict.fromkeys((*named, *always)))[:MOST_TERMS]


def is_salaried(interview: Interview) -> bool:
    """Return whether nobody counts the hours of this job: it is a senior one, or it is paid by the year."""
    wanted = (interview.negotiation.range_to, interview.negotiation.range_from)
    offered = read_highest(main_offered(interview))
    amounts = (
        [offered] if offered else [amount for each in wanted if (amount := read_highest(each))]
    )
    yearly = any(
        each.period == "year" or (not each.period and each.value >= FEWEST_YEARLY)
        for each in amounts
    )
    return yearly or is_senior(interview.role)


def draws_because(interview: Interview) -> str:
    """Return what makes the reader glad of this job: 'because you train new people yourselves'; not what they get."""
    one_person = len(interview.round.interviewers) == 1
    because = because_it_draws(interview.statement.draws, one_person=one_person).text
    _, join, whole = because.partition(", you ")
    because = f"because you {whole}" if join and because.startswith("because of") else because
    beginnings = (
        ("because it",) if is_agency(interview) else ("because you", "because of", "because it")
    )
    fits = because.startswith(beginnings) or _ASPIRES.match(because)
    return because if fits and not _CASUAL.search(because) else ""


def _terms_in(words: str) -> list[str]:
    pay = ["the pay"] if _PAY.search(words) else []
    return pay + [term for term, pattern in _TERMS.items() if pattern.search(words)][:1]


def _weighed(interview: Interview) -> list[tuple[str, int]]:
    return [
        (each.what, int(each.weight))
        for each in interview.decision.criteria
        if not is_empty(each.what) and each.weight.isascii() and each.weight.isdigit()
    ]


def _weight_of(wish: str, interview: Interview) -> int:
    """Return how much the thing matters that a wish is about; 0 where nothing says so."""
    return max(
        (
            weight
            for what, weight in _weighed(interview)
            if share_subject(what, wish) or set(_terms_in(what)) & set(_terms_in(wish))
        ),
        default=0,
    )
