"""Slips in a note of the reader's own: left-over places, doubled words, capitals, a wrong day or job."""

import re
from collections.abc import Iterator

from playbook.interview import Interview
from playbook.phrasing.capitals import is_shouted
from playbook.phrasing.greet import greeting
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.names import read_name
from playbook.phrasing.tidy import is_everyday, plain_form
from playbook.render import WEEKDAYS
from playbook.tools.notes.model import Note, Recipient
from playbook.tools.notes.reading import ReadText, one_slip, sentences

_THING = (
    r"(?:names?|topic|company|employer|organi[sz]ation|role|position|job|title|date|day|time|team|project|skill"
    r"|something|example|details?|reason|they said|said|here|recipient|interviewer|manager|number|email|address)"
)
_PLACE = rf"(?:[\w' -]{{0,30}}\b)?{_THING}(?:\b[\w' -]{{0,30}})?"
UNFILLED = re.compile(
    rf"\[{_PLACE}\]|\{{\{{?{_PLACE}\}}\}}?|<<?{_PLACE}>>?|\(({_PLACE})\)(?=[ ,.]|$)"
    rf"|(?<![\w*])\*{_PLACE}\*(?![\w*])|_{{3,}}"
    r"|\b(?:at|for|with|to|of|dear|hello|hi|is|are|am|called) [Xx]{3,}\b"
    r"|\b(?:company|your|job|interviewer|employer|manager)(?-i:(?:'S)? (?:NAME|TITLE|ROLE))\b",
    re.IGNORECASE,
)
"""What people leave where something is still to come: [name], {company}, <<Company>>, (job title), ____, at XXX."""
UNFILLED_MARKS = ("[", "{", "<", "(", "*", "___", "xxx", "XXX", "Xxx", " NAME", " TITLE", " ROLE")
"""Without one of these, nothing is left to be filled: quicker to see."""
_IN_BRACKETS = re.compile(
    r"(?:the |your |my )?(?:job|company|employer|interviewer|manager|role|position)(?: (?:title|name|role))?"
    r"|(?:your|their|his|her) name|name|date|topic",
    re.IGNORECASE,
)
"""What a round bracket has to hold so that it is a place to fill: people put much else into those."""
_DOUBLED = re.compile(r"\b([a-z']+) \1\b")
_MAY_DOUBLE = frozenset({"that", "had", "very", "so", "really", "no", "bye", "is"})
_UNFINISHED = re.compile(
    r"\b(?:is|are|was|were|about|at|of|to|for|and|the|an?|with|my|your) [.,;](?=\s|$)"
)
_EMOJI = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
_LINK = re.compile(
    r"\b(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|is\.gd|ow\.ly|shorturl\.at|cutt\.ly|rb\.gy)/\S*",
    re.IGNORECASE,
)
_CHATBOT = re.compile(
    r"\b(?:here(?:'s| is) (?:a|an|your|the) (?:[\w-]+ ){0,3}(?:email|e-mail|note|letter|message|draft)\b"
    r"|as an ai\b|(?:sure|certainly|of course)! here|feel free to (?:customi[sz]e|adjust|edit)"
    r"|i hope this helps|let me know if you(?:'d| would) like me to)",
    re.IGNORECASE,
)
_ON_DAY = re.compile(
    r"\b(?:meet(?:ing)?|met|talk\w*|spoke|speaking|interview\w*|conversation|time|chat\w*|see(?:ing)?|saw|came)\b"
    r"[^.?!\n]{0,40}?\b(?:on|last) (monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_CAPITALS = r"((?:[A-Z][\w&-]+ ?){1,4})"
_OTHER_JOB = re.compile(
    rf"\b(?:role|position|job|post) (?:of|as)(?: an?)? {_CAPITALS}"
    rf"|\b(?:the|your) {_CAPITALS}(?:role|position|job|post)\b"
)
_JOINING = re.compile(
    r"\b(?:join(?:ing)?|(?:work|working|role|position|job|opportunity|team|part of|interview|everyone)"
    r" (?:at|for|with))(?: the team at)? ([A-Z][\w&'’-]+(?: [A-Z][\w&-]+)*)"
)
_TITLES = re.compile(
    r"^(?:dear|hello|hi|good (?:morning|day|afternoon)),? (mr|mrs|ms|miss|dr|sir|madam)\.? ([^\W\d_]+)",
    re.IGNORECASE,
)
_NOBODY = re.compile(r"^dear (?:sir|madam|sirs|hiring manager)\b", re.IGNORECASE)
_WORDS = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*")
_SMALL_I = re.compile(r"(?<![\w.'’-])i(?![\w.'’-])")
SHORTEST_NAME = 3
"""Letters from which a greeting that is one letter off is a slip."""
LONGEST_SHOUT = 3
"""Words in capitals from which a sentence is shouted and no abbreviation."""


def unfilled_in(text: str) -> Iterator[str]:
    """Yield places that are still to be filled, each once."""
    if not any(sign in text for sign in UNFILLED_MARKS):
        return
    places: dict[str, None] = {}
    for match in UNFILLED.finditer(text):
        if match[1] is None or _IN_BRACKETS.fullmatch(match[1].strip()):
            place = match[0].strip()
            places[place.split()[-1] if place.casefold().endswith("xxx") else place] = None
    yield from places


def slips_in(note: Note, body: ReadText, interview: Interview) -> Iterator[tuple[str, str]]:
    """Yield each check that this text fails, with the words that it fails at."""
    text = note.text
    for check, pattern in (
        ("unfinished", _UNFINISHED),
        ("emoji", _EMOJI),
        ("link", _LINK),
        ("chatbot", _CHATBOT),
    ):
        if match := pattern.search(text):
            yield check, match[0].strip()
    doubled = next(
        (each[0] for each in _DOUBLED.finditer(body.folded) if each[1] not in _MAY_DOUBLE), ""
    )
    if doubled:
        yield "doubled", doubled
    yield from _capitals(body.text)
    yield from _misspelled(body)
    yield from _wrong_day(text, interview)
    yield from _wrong_job(text, interview)


def _capitals(text: str) -> Iterator[tuple[str, str]]:
    """Yield a sentence in capitals, or a letter without any."""
    body = [each for each in sentences(text)[1:] if each.split()]
    shouted = next(
        (each for each in body if is_shouted(each) and len(each.split()) >= LONGEST_SHOUT), ""
    )
    if shouted:
        yield "shouted", shouted
    small = [each for each in body if each[:1].islower()]
    if len(small) > 1 and len(small) * 2 > len(body):
        yield "small-letters", small[0]
    elif _SMALL_I.search(text):
        yield "small-letters", "i"


def _misspelled(body: ReadText) -> Iterator[tuple[str, str]]:
    known = words_named("slips", "misspelled")
    misspelled = next((word for word in body.words if word in known), "")
    if misspelled:
        yield "misspelled", misspelled


def _wrong_day(text: str, interview: Interview) -> Iterator[tuple[str, str]]:
    if interview.round.ended_on is None:
        return
    day = WEEKDAYS[interview.round.ended_on.weekday()]
    for match in _ON_DAY.finditer(text):
        if match[1].casefold() != day.casefold():
            yield "wrong-day", match[1]


def _wrong_job(text: str, interview: Interview) -> Iterator[tuple[str, str]]:
    """Yield a job or an employer that the record doesn't know."""
    record = plain_form(f"{interview.role} {interview.employer}")
    others = plain_form(
        " ".join(each.employer + " " + each.role for each in interview.decision.other_employers)
    )
    if interview.role:
        for match in _OTHER_JOB.finditer(text):
            named = (match[1] or match[2]).strip()
            if plain_form(named) not in record and plain_form(named) not in others:
                yield "other-job", named
    people = plain_form(" ".join(each.name for each in interview.round.interviewers))
    for match in _JOINING.finditer(text):
        named = match[1].removesuffix("'s").removesuffix("’s")
        first = plain_form(named.split()[0])
        if (
            interview.employer
            and first not in f"{record} {others} {people}"
            and not is_everyday(first)
            and not is_named_day(first)
        ):
            yield "unknown-employer", named


def is_named_day(word: str) -> bool:
    """Return whether the word is a day or a month, whose capital names no employer."""
    return word in words_named("names", "days") or word in words_named("names", "months")


def greeting_slips(note: Note, interview: Interview) -> Iterator[tuple[str, dict[str, str]]]:
    """Yield what is wrong with the greeting: somebody else's name, one letter off, a title before a first name."""
    first = note.text.strip().partition("\n")[0]
    to = note.recipient
    if not to.greet:
        return
    name = read_name(to.name)
    if _NOBODY.match(first):
        yield "greets-nobody", {"name": to.greet}
        return
    titled = _TITLES.match(first)
    if titled and name.given and titled[2].casefold() == name.given.casefold() and name.family:
        yield "title-and-first-name", {"quoted": titled[0], "name": to.greet}
        return
    greeted = _WORDS.findall(first)[1:]
    own = {*to.greet.split(), *name.whole.split()}
    if own & set(greeted):
        return
    other = _another(greeted, to, interview)
    if other:
        yield "wrong-person", {"name": to.greet, "other": other}
        return
    for word in greeted:
        known = next(
            (
                each
                for each in own
                if len(each) >= SHORTEST_NAME and one_slip(each.casefold(), word.casefold())
            ),
            "",
        )
        if known:
            yield "name-two-ways", {"quoted": word, "known": known}
            return


def _another(greeted: list[str], to: Recipient, interview: Interview) -> str:
    """Return somebody else of the record whom these words greet."""
    for each in interview.round.interviewers:
        name = read_name(each.name)
        known = {*name.whole.split(), each.greet, greeting(each.name)} - {"", "of"}
        if each.name != to.name and known & set(greeted):
            return greeting(each.name) or each.name
    return ""
