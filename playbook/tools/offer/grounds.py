"""Why the reader asks for more, as it may be told: never what they earn now, nor what their life costs."""

import re
from dataclasses import replace

from playbook.interview import Interview
from playbook.phrasing.frames import Framed, LeftOut
from playbook.phrasing.reasons import frame_reason
from playbook.phrasing.repairs import usual_words
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import is_empty
from playbook.tools.offer.amounts import Amount, read_amount
from playbook.tools.offer.figure import in_terms_of
from playbook.tools.offer.pay import say_pay

_NOW_PAID = re.compile(
    r"\b(?:i|we) (?:now |currently |already )?(?:make|earn|get paid|take home|get)\b.*\d"
    r"|\bi(?:['’]?m| am) (?:now |currently |already )?(?:on|paid|making|earning|getting)\b.*\d"
    r"|\b(?:current|present|last|previous|old|other) (?:pay|salary|wage|wages|rate)\b|\bwhat i (?:earn|make|get)\b"
    r"|\b(?:current|present|last|previous|old|existing) (?:job|post|role|position|employer|company|place|contract)\b"
    r".*(?:\bpa(?:y|ys|id)\b|\bsalary\b|\d)|\b(?:currently|now) (?:on|making|earning|paid|at) .*\d"
    r"|\bnow i(?:['’]m| am) (?:getting|making|earning|paid) .*\d"
    r"|\b(?:current|present|last) (?:ctc|package|compensation)\b",
    re.IGNORECASE,
)
"""Words that tell what the reader earns, or earned: 'I make 21 now', 'my present post pays the same'."""
_OWN_COSTS = re.compile(
    r"\b(?:rent|mortgage|bills?|debts?|loans?|childcare|kids?|children|family|wedding|cost of living|afford|petrol"
    r"|expenses)\b",
    re.IGNORECASE,
)
"""Words about what the reader has to pay, and not about what their work is worth."""


_REASONS = re.compile(r",? and (?=(?:i|my|the|it|we|they)\b|\w+ allowance\b)", re.IGNORECASE)
"""Between two reasons."""
_OF_READER = re.compile(
    r"^(?:because )?(?:i|i['’]ve|i['’]m|my|considering|given|based on)\b", re.IGNORECASE
)
"""A reason that stands without the one beside it: about the reader themselves."""
_OTHERS_PAY = re.compile(
    r"^(?!(?:i|we|you|it|they|others?|most)\b)(?P<who>[^,.;]{2,40}?) (?:is|are|['’]s|['’]re)? ?"
    r"(?P<verb>paying|pays?|offering|offered|offers?|giving|gave|gives?) (?:me )?"
    r"(?P<pay>[^a-z,;]*\d[\w.,]*(?: (?:an?|per) [a-z]+|/[a-z]+)?)$",
    re.IGNORECASE,
)
"""What another employer pays, which is told without its name: 'the Dales lot are paying 15.80'."""
_OFFERED_ME = re.compile(r"\b(?:offer\w*|g[ai]v\w+) me\b", re.IGNORECASE)
_NO_TRAINING = re.compile(
    r",? so (?:you|u) (?:don['’]?t|won['’]?t|wouldn['’]?t|will not|do not) (?:have|need) to train me(?: up)?\b",
    re.IGNORECASE,
)
"""What they are spared, which sounds like a favour when it is said so."""
_IN_PROCESS = re.compile(
    r"^i(?: a|['’])?(?:m| have| ['’]ve)? (?:in )?another (?:hiring )?process(?: that is| which is)?(?: ongoing)?",
    re.IGNORECASE,
)
"""Another application of the reader's, as recruiters call it."""
_ALIKE = 3
"""How many times as large one pay may be as another so that both are by the hour, or both by the year."""
_SPLICE = re.compile(r",\s+(?=\S)")


def grounds_of(interview: Interview, asked: Amount | None) -> Framed:
    """Return why the reader asks, as it follows 'I ask'; `asked` is the figure in whose terms others' pay is said."""
    typed = usual_words(" ".join(interview.negotiation.wish_reason.split()))
    if is_empty(typed):
        return Framed()
    parts = _REASONS.split(typed)
    why = {each: _why_unsaid(each) for each in parts}
    sayable = [each for each in parts if not why[each]]
    alone = [each for each in sayable if sayable == parts or _OF_READER.match(each)]
    left = [
        LeftOut("wish_reason", each, why[each] or why[parts[0]] or "rest")
        for each in parts
        if each not in alone
    ]
    framed = frame_reason("wish_reason", " and ".join(_politely(each, asked) for each in alone))
    return replace(framed, left=(*left, *framed.left))


def _politely(reason: str, asked: Amount | None) -> str:
    """Return a reason as one says it to an employer: no rival by name, no cheek, and no comma for an 'and'."""
    others = _OTHERS_PAY.match(reason)
    amount = read_amount(others["pay"]) if others else None
    if others and amount:
        pay = say_pay(_as_asked(amount, asked)) if asked else others["pay"].strip()
        if _OFFERED_ME.search(reason):
            return f"I have been offered {pay} elsewhere"
        return f"another employer pays {pay}"
    reason = _NO_TRAINING.sub(", so I wouldn't need that training", reason)
    reason = _IN_PROCESS.sub("I am also being considered for another job", reason).replace(
        "another job in the same range", "another job at pay in the same range"
    )
    return _with_and(reason)


def _as_asked(amount: Amount, asked: Amount) -> Amount:
    """Return what others pay in the terms of what is asked; of another order of size, in its currency only."""
    alike = asked.value / _ALIKE <= amount.value <= asked.value * _ALIKE
    return in_terms_of(amount, asked if alike else replace(asked, period="", taxed=""))


def _with_and(reason: str) -> str:
    """Rewrite 'I have the experience, you have many patients' with an 'and' for its comma."""
    for comma in _SPLICE.finditer(reason):
        halves = [usual_words(each) for each in (reason[: comma.start()], reason[comma.end() :])]
        if [shape_of(each) for each in halves] == [Shape.CLAUSE, Shape.CLAUSE]:
            return f"{reason[: comma.start()]}, and {reason[comma.end() :]}"
    return reason


def _why_unsaid(reason: str) -> str:
    patterns = (("now-paid", _NOW_PAID), ("own-costs", _OWN_COSTS))
    return next((why for why, pattern in patterns if pattern.search(reason)), "")
