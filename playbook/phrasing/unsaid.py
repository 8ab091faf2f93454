"""What is better not said of oneself, or not alone: a doubt, a need, a price, what drives somebody away."""

import re

from playbook.interview import Interview
from playbook.phrasing.beginnings import SORRY
from playbook.phrasing.tidy import join_lines, sentences, trim

ADJUSTMENTS = re.compile(
    r"\baccess to work\b|\bvisa sponsorship\b"
    r"|\bi(?:['’]m| am)(?: an?)? (?:deaf|blind|disabled|autistic|dyslexic|pregnant|wheelchair|hard of hearing)\b"
    r"|\bi (?:use|need|require|get|have) (?:an? |the |my |some )?"
    r"(?:interpreter|wheelchair|visa|sponsorship|adjustments?|hearing (?:aids?|loss)|accommodations?|guide dog"
    r"|disability|adhd|dyslexia|autism|health condition)\b",
    re.IGNORECASE,
)
"""What the reader needs so that they can do the work: to be said where it is asked about."""
DOUBT = re.compile(
    r"^(?:but |and )?i(?:['’]m| am) (?:not|no)\b(?! (?:an? )?(?:beginner|stranger|novice|new)\b)"
    r"|^i know (?:that )?i\b"
    r"|^i(?:['’]ve| have)? been (?:out of (?:work|a job)|unemployed|off (?:work|sick)|sacked|fired)\b"
    r"|^i was (?:sacked|fired|unemployed|made redundant)\b"
    r"|^i (?:don['’]?t|do not|haven['’]?t|have not|have no|have never|lack)\b",
    re.IGNORECASE,
)
"""A sentence that says what somebody isn't, and so makes others think of it."""
FOR_PAY = re.compile(
    r"\bi(?:['’]d| would|['’]ll| will)? (?:work|do it|accept|take|need|want|expect|ask)\b.*"
    r"(?:[£$€₹]|\bless\b|\bpay\b|\bsalary\b|\bmoney\b|\ban hour\b)",
    re.IGNORECASE,
)
"""What the reader would work for."""
AVAILABLE = re.compile(
    r"\bavailab|\bstart (?:immediately|straight|right away|tomorrow|on|next)|\bcommute\b"
    r"|\b(?:can|could|able to|happy to|ready to|free to) (?:start|begin|work (?:any|weekends?|nights?|evenings?"
    r"|saturdays|sundays|overtime|shifts|full|part|late|early|flexibl))"
    r"|\bi live (?:near|nearby|close|just|five|ten|\d|round|around|in|local)|\bminutes(?:['’])? (?:away|walk|from)"
    r"|\bmy own (?:car|transport|vehicle|van)",
    re.IGNORECASE,
)
"""When and how somebody can come to work: worth a word beside what they have done, and never alone."""
LEAVING = re.compile(
    r"\b(?:leave|get out of|get away|escape|tired of|sick of|hate|fed up|awful|terrible|toxic)\b"
    r"|\bmy (?:current |present |old |last )?(?:boss|manager)\b",
    re.IGNORECASE,
)
"""What drives somebody away from where they are."""
_REASONS = (
    ("private", SORRY),
    ("adjustments", ADJUSTMENTS),
    ("doubt", DOUBT),
    ("condition", FOR_PAY),
)

_VISA = re.compile(r"\bvisa\b|\bsponsorship\b", re.IGNORECASE)
_SUPPORT = re.compile(
    r"\baccess to work\b|\binterpreter\b|\badjustments?\b|\baccommodations?\b|\bwheelchair\b|\bhearing aids?\b"
    r"|\bguide dog\b",
    re.IGNORECASE,
)
_NAMED_SUPPORT = re.compile(
    r"^i (?:use|need|require|will need|have) (?:an? |the |my |some )?"
    r"(?:access to work|(?:bsl |sign language )?interpreter|visa|visa sponsorship|sponsorship|work permit"
    r"|wheelchair|guide dog|hearing loop|screen reader)\b",
    re.IGNORECASE,
)
"""What is named as it will be arranged, and says nothing more of somebody's health."""
_THING_ARRANGED = re.compile(
    r"\b(?:interpreter|work permit|visa|hearing loop|screen reader)\b", re.IGNORECASE
)
_LONGEST = 20
"""Words of a sentence that goes into a letter as it was typed."""


def what_to_arrange(interview: Interview) -> str:
    """Return what is arranged once there is an offer: 'support' at work, a 'visa', or nothing.

    Only what somebody uses or needs there: nobody is made to speak of a condition.
    """
    typed = (
        interview.round.missed,
        interview.news,
        *(each.did for each in interview.statement.proofs),
    )
    put_off = [each for each in typed if ADJUSTMENTS.search(each)]
    if any(_SUPPORT.search(each) for each in put_off):
        return "support"
    return "visa" if any(_VISA.search(each) for each in put_off) else ""


def words_to_arrange(interview: Interview) -> str:
    """Return what the reader uses or needs at work, in their own sentence; empty where it names a condition."""
    typed = (interview.round.missed, interview.news)
    every = (sentence for each in typed for sentence in sentences(join_lines(each)))
    own = (f"I {each[2:]}" for each in every if _NAMED_SUPPORT.match(each))
    return next((f"{trim(each)}." for each in own if len(each.split()) <= _LONGEST), "")


def thing_to_arrange(words: str) -> str:
    """Return what is to be arranged, as a question names it behind these words: 'the interpreter', else 'it'."""
    named = _THING_ARRANGED.search(words)
    return f"the {named[0].casefold()}" if named else "it"


def why_unsaid(words: str) -> str:
    """Return why these words are better not said of oneself at the end of a talk: the id of a reason, or nothing."""
    return next((why for why, pattern in _REASONS if pattern.search(words)), "")
