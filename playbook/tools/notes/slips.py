"""Slips in a note of the reader's own: left-over places, doubled words, capitals, a wrong day, a job that isn't this one."""

import re
from collections.abc import Iterator

from playbook.interview import Interview
from playbook.phrasing.greet import greeting, read_name
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.tidy import is_everyday, is_shouted
from playbook.render import WEEKDAYS
from playbook.tools.notes.look import Read, one_slip, plain_form, sentences
from playbook.tools.notes.model import Note, Recipient

_PLACE = (
    r"(?:your|my|the|their|his|her|an?|insert|add|what|who|when|which|fill|put|enter)?\s*(?:[\w' -]{0,30}\b)?"
    r"(?:name|names|topic|company|employer|organisation|organization|role|position|job|title|date|day|time|team|project|skill"
    r"|something|example|detail|details|reason|they said|said|here|recipient|interviewer|manager|number|email|address|phone)"
    r"(?:\b[\w' -]{0,30})?"
)
UNFILLED = re.compile(
    rf"\[{_PLACE}\]|\{{\{{?{_PLACE}\}}\}}?|<<?{_PLACE}>>?|\(({_PLACE})\)(?=[ ,.]|$)|(?<![\w*])\*{_PLACE}\*(?![\w*])|_{{3,}}"
    r"|\b(?:at|for|with|to|of|dear|hello|hi|is|are|am|called) [Xx]{3,}\b|\b(?:COMPANY|YOUR|JOB|INTERVIEWER|EMPLOYER|MANAGER)(?:'S)? (?:NAME|TITLE|ROLE)\b",
    re.IGNORECASE,
)
"""What people leave where something is still to come: [name], {company}, <<Company>>, (job title), ____, at XXX."""
UNFILLED_MARKS = ("[", "{", "<", "(", "*", "___", "xxx", "XXX", "Xxx", " NAME", " TITLE", " ROLE")
"""Without one of these, nothing is left to be filled: quicker to see."""
_IN_BRACKETS = re.compile(r"(?:the |your |my )?(?:job|company|employer|interviewer|manager|role|position) ?(?:title|name|role)?|(?:your|their|his|her) name|name|date|topic", re.IGNORECASE)
_DOUBLED = re.compile(r"\b([a-z']+) \1\b")
_MAY_DOUBLE = frozenset({"that", "had", "very", "so", "really", "no", "bye", "is"})
_UNFINISHED = re.compile(r"\b(?:is|are|was|were|about|at|of|to|for|and|the|an?|with|my|your) [.,;](?=\s|$)")
_EMOJI = re.compile("[\u2600-\u27bf\U0001f300-\U0001faff]")
_LINK = re.compile(r"\b(?:bit\.ly|tinyurl\.com|t\.co|goo\.gl|is\.gd|ow\.ly|shorturl\.at|cutt\.ly|rb\.gy)/\S*", re.IGNORECASE)
_CHATBOT = re.compile(
    r"\b(?:here(?:'s| is) (?:a|an|your|the) (?:[\w-]+ ){0,3}(?:email|e-mail|note|letter|message|draft)\b"
    r"|as an ai\b|(?:sure|certainly|of course)! here|feel free to (?:customi[sz]e|adjust|edit)|i hope this helps|let me know if you(?:'d| would) like me to)",
    re.IGNORECASE,
)
_ON_DAY = re.compile(
    r"\b(?:meet(?:ing)?|met|talk\w*|spoke|speaking|interview\w*|conversation|time|chat\w*|see(?:ing)?|saw|came)\b[^.?!\n]{0,40}?\b(?:on|last) "
    r"(monday|tuesday|wednesday|thursday|friday|saturday|sunday)\b",
    re.IGNORECASE,
)
_OTHER_JOB = re.compile(r"\b(?:role|position|job|post) (?:of|as)(?: an?)? ((?:[A-Z][\w&-]+ ?){1,4})|\b(?:the|your) ((?:[A-Z][\w&-]+ ){1,4})(?:role|position|job|post)\b")
_JOINING = re.compile(r"\b(?:join(?:ing)?|(?:work|working|role|position|job|opportunity|team|part of|interview|everyone) (?:at|for|with))(?: the team at)? ([A-Z][\w&'’-]+(?: [A-Z][\w&-]+)*)")
_TITLES = re.compile(r"^(?:dear|hello|hi|good (?:morning|day|afternoon)),? (mr|mrs|ms|miss|dr|sir|madam)\.? ([^\W\d_]+)", re.IGNORECASE)
_NOBODY = re.compile(r"^dear (?:sir|madam|sirs|hiring manager)\b", re.IGNORECASE)
LONGEST_SHOUT = 3
"""Words in capitals from which a sentence is shouted and no abbreviation."""


def unfilled_in(text: str) -> Iterator[str]:
    """Places that are still to be filled, each once."""
    if not any(mark in text for mark in UNFILLED_MARKS):
        return
    found = {}
    for match in UNFILLED.finditer(text):
        if match[1] is None or _IN_BRACKETS.fullmatch(match[1].strip()):
            found[match[0].strip()] = None
    yield from found


def slips_in(note: Note, read: Read, interview: Interview) -> Iterator[tuple[str, str]]:
    """Each check that this text fails, with the words that it fails at."""
    text = note.text
    for check, pattern in (("unfinished", _UNFINISHED), ("emoji", _EMOJI), ("link", _LINK), ("chatbot", _CHATBOT)):
        if match := pattern.search(text):
            yield check, match[0].strip()
    doubled = next((each[0] for each in _DOUBLED.finditer(read.folded) if each[1] not in _MAY_DOUBLE), "")
    if doubled:
        yield "doubled", doubled
    yield from _capitals(read.text)
    yield from _misspelled(read)
    yield from _wrong_day(text, interview)
    yield from _wrong_job(text, interview)


def _capitals(text: str) -> Iterator[tuple[str, str]]:
    """A sentence in capitals, or a letter without any."""
    body = [each for each in sentences(text)[1:] if each.split()]
    shouted = next((each for each in body if is_shouted(each) and len(each.split()) >= LONGEST_SHOUT), "")
    if shouted:
        yield "shouted", shouted
    small = [each for each in body if each[:1].islower()]
    if len(small) > 1 and len(small) * 2 > len(body):
        yield "small-letters", small[0]
    elif re.search(r"(?<![\w.'’-])i(?![\w.'’-])", text):
        yield "small-letters", "i"


def _misspelled(read: Read) -> Iterator[tuple[str, str]]:
    known = words_named("slips", "misspelled")
    found = next((word for word in read.words if word in known), "")
    if found:
        yield "misspelled", found


def _wrong_day(text: str, interview: Interview) -> Iterator[tuple[str, str]]:
    if interview.ended_on is None:
        return
    day = WEEKDAYS[interview.ended_on.weekday()]
    for match in _ON_DAY.finditer(text):
        if match[1].casefold() != day.casefold():
            yield "wrong-day", match[1]


def _wrong_job(text: str, interview: Interview) -> Iterator[tuple[str, str]]:
    """A job or an employer that the record doesn't know."""
    record = plain_form(f"{interview.role} {interview.employer}")
    others = plain_form(" ".join(each.employer + " " + each.role for each in interview.other_employers))
    if interview.role:
        for match in _OTHER_JOB.finditer(text):
            named = (match[1] or match[2]).strip()
            if plain_form(named) not in record and plain_form(named) not in others:
                yield "other-job", named
    people = plain_form(" ".join(each.name for each in interview.interviewers))
    for match in _JOINING.finditer(text):
        named = match[1].removesuffix("'s").removesuffix("’s")
        first = plain_form(named.split()[0])
        if interview.employer and first not in f"{record} {others} {people}" and not is_everyday(first) and not is_named_day(first):
            yield "unknown-employer", named


def is_named_day(word: str) -> bool:
    """Whether the word is a day or a month, whose capital names no employer."""
    return word in words_named("names", "days") or word in words_named("names", "months")


def greeting_slips(note: Note, interview: Interview) -> Iterator[tuple[str, dict[str, str]]]:
    """What is wrong with the greeting: somebody else's name, a name one letter off, a title before a first name, nobody."""
    first = note.text.strip().partition("\n")[0]
    to = note.recipient
    if not to.greet or to.greet in first or read_name(to.name).whole in first:
        return
    name = read_name(to.name)
    if _NOBODY.match(first):
        yield "greets-nobody", {"name": to.greet}
        return
    titled = _TITLES.match(first)
    if titled and name.given and titled[2].casefold() == name.given.casefold() and name.family:
        yield "title-and-first-name", {"found": titled[0], "name": to.greet}
        return
    greeted = [each for each in re.findall(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*", first)[1:]]
    own = {each for each in (*to.greet.split(), *name.whole.split())}
    if own & set(greeted):
        return
    other = _another(greeted, to, interview)
    if other:
        yield "wrong-person", {"name": to.greet, "other": other}
        return
    for found in greeted:
        known = next((each for each in own if len(each) > 2 and one_slip(each.casefold(), found.casefold())), "")
        if known:
            yield "name-two-ways", {"found": found, "known": known}
            return


def _another(greeted: list[str], to: Recipient, interview: Interview) -> str:
    """Somebody else of the record whom these words greet."""
    for each in interview.interviewers:
        name = read_name(each.name)
        known = {*name.whole.split(), each.greet, greeting(each.name)} - {"", "of"}
        if each.name != to.name and known & set(greeted):
            return greeting(each.name) or each.name
    return ""
