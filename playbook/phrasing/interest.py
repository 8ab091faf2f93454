"""Why the reader would like this work, as they say it themselves at the end of the talk."""

import re

from playbook.memory import remembered
from playbook.phrasing.beginnings import NEAR_HOME
from playbook.phrasing.frames import Framed, fill
from playbook.phrasing.lexicon import verbs
from playbook.phrasing.pieces import left_out, split_typed
from playbook.phrasing.reasons import classify_draw
from playbook.phrasing.refusals import as_sentence
from playbook.phrasing.tidy import trim
from playbook.phrasing.tone import is_practical
from playbook.phrasing.unsaid import AVAILABLE, LEAVING
from playbook.phrasing.words import words_of

_CLOCK = re.compile(
    r"\b(?:close|open|start|finish|end)(?:s|es)? (?:at|on|by|early|before|after|sundays?|mondays?)\b",
    re.IGNORECASE,
)
"""When they close and open, which is a condition and no reason."""
_GROWS = re.compile(
    r"^because i want to (?:grow|move up|progress|develop|learn|advance)(?: (?:my |the )?[a-z]+)?$",
    re.IGNORECASE,
)
"""What somebody wants for themselves, without a place: at the end of a talk it is meant for here."""
_FOR_LIFE = re.compile(
    r"^(?:i )?(?:just |really )?needs? (?:the |some |a )?(?:money|job|work|cash|income|experience)\b"
    r"|\bmoney\b|\brent\b|\bbills?\b",
    re.IGNORECASE,
)
"""What somebody needs to live, which is no reason for this job."""
_NOBODYS = re.compile(
    r"^(?:mate|friend|cousin|brother|sister|mum|mom|dad|uncle|aunt|boss|neighbour|neighbor)s? [a-z]+s\b",
    re.IGNORECASE,
)
"""A sentence in note form about somebody, which nobody says like that: 'mate works here, reckons it's good'."""
_AND_THAT = re.compile(r"^(?P<thing>[^,]+), (?=you (?!and\b))", re.IGNORECASE)
"""A thing, and a sentence behind it: 'the small company, you know all customers'."""
_WOULD = re.compile(
    r"^because i(?:['’](?:d|ll)| would| will| could| can)(?! (?:like|love))\b", re.IGNORECASE
)
"""What the reader could do there, which speaks of the job: 'I'd build it from nothing'."""
_SETTING = re.compile(r"^(?:after|with|having|for|in) [^,.]{3,40}?,? (?=I\b)", re.IGNORECASE)
"""When it was, before what somebody says of themselves: 'after seven years in academia I'd like to'."""
_IT_IS = re.compile(r"^it is ", re.IGNORECASE)
_THIS_IS = re.compile(r"^because it(?:['’]s| is) (?=(?:the|an?|my|where) )", re.IGNORECASE)
"""What the place is, said in it: 'This is the school I'd send my own children to'."""


@remembered()
def because_it_draws(text: str, *, one_person: bool = True) -> Framed:
    """Return why the reader would like this work, as it follows 'This job interests me': 'because I like …'."""
    pieces, left = split_typed("draws", text, spoken=True)
    if not pieces:
        return Framed("", left)
    kind, words = classify_draw(pieces[0], one_person=one_person, names=())
    if (
        NEAR_HOME.search(words)
        or _CLOCK.search(words)
        or AVAILABLE.search(words)
        or is_practical(words)
        or _FOR_LIFE.search(trim(pieces[0]))
    ):
        kind = "left-condition"
    elif _NOBODYS.match(trim(pieces[0])):
        kind = "left-shape"
    elif LEAVING.search(words):
        kind = "left-private"
    rest = tuple(left_out("draws", each, "rest") for each in pieces[1:])
    if kind.startswith("left-"):
        missing = left_out("draws", pieces[0], kind.removeprefix("left-"))
        return Framed("", (*left, missing, *rest))
    return Framed(fill(f"interest-{kind}", x=words), (*left, *rest))


def why_it_draws(because: str) -> str:
    """Return why the reader would like this work, as they say it: 'What I like most is that you train people'.

    What is about the reader stands alone: 'I grew up here'.
    """
    if because.startswith("because of "):
        thing = _AND_THAT.sub(r"\g<thing>, and that ", because.removeprefix("because of "))
        return f"What I like most is {thing}."
    if not because or _tells_of_then(because):
        return as_sentence(because)
    if is_about_reader(because) and not _WOULD.match(because):
        grows = _GROWS.match(because)
        return as_sentence(f"{grows[0]} here" if grows else because)
    if place := _THIS_IS.match(because):
        return f"This is {because[place.end() :]}."
    what = _IT_IS.sub("it's ", because.removeprefix("because "))
    return f"What I like most is that {what}."


def leads_to_job(because: str) -> bool:
    """Return whether 'So I'd like this job' follows a reason: one about the reader, or about the place as such."""
    place = _THIS_IS.match(because) is not None
    own = is_about_reader(because) and not _WOULD.match(because)
    return place or own or _tells_of_then(because)


def _tells_of_then(because: str) -> bool:
    """Return whether a reason is what they once did or how they were, which nobody likes most about a job."""
    words = words_of(because.removeprefix("because "))
    past = words.at(1) in verbs().past and words.at(1) not in verbs().base
    return words.at(0) == "you" and (past or words.at(1) in ("were", "seem", "seemed"))


def is_about_reader(because: str) -> bool:
    """Return whether a reason begins with the reader: 'because I grew up here'."""
    words = _SETTING.sub("", because.removeprefix("because "))
    return words_of(words).at(0).partition("'")[0] in ("i", "my")
