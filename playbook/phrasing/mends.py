"""A learner's English put right where nobody would argue: articles, tenses and short forms (mends.toml)."""

import re
from collections.abc import Mapping
from functools import cache
from importlib.resources import files
from typing import Any

from playbook.content import read_toml
from playbook.memory import remembered
from playbook.phrasing.lexicon import third_person, verbs

_BEFORE_VOWEL = re.compile(
    r"\b([Aa]) (?=(?!u(?:ni(?!n|m)|s[eu]|ti|k)|eu|one\b|once\b|ewe)[aeiou][a-z])"
)
_AS = re.compile(
    r"\b(work(?:ed|ing)?(?: (?:for )?[\w-]+ (?:years|months))?) like (?=an? [a-z])", re.IGNORECASE
)
_WORKED = re.compile(r"\b(I) was working (?:for |since )?(?=[\w-]+ (?:years|months)\b)")
_BEEN = re.compile(
    r"\bI(?:['’]m| am) (?P<time>[\w-]+ (?:years|months)) (?P<where>(?:already )?(?:here|there|in [a-z ]+?))"
    r"(?=$|[.,;]| and\b)"
)
"""'I'm 6 years here', which says since when."""
_IS = re.compile(
    r"\b(?P<be>am|['’]m|was|be|become|became)(?P<no> not)? (?P<what>[a-z]+)(?=$|[.,;]| (?:in|at|one|and|with|soon)\b)"
)
_HAVE = re.compile(
    r"\b(?P<verb>have|hold|got|had|having|with|g[ai]ve me) "
    r"(?P<which>(?:[A-Z][A-Za-z-]*|driving|first aid|trade|clean|full|valid) )?"
    r"(?P<what>[a-z]+)(?=$|[.,;]| (?:valid|of|for|from|in|until|and|with|up)\b)"
)
_WANT = re.compile(r"\b(?P<who>I|to|we|they|and) want (?P<verb>[a-z]+)\b")
_WANT_TWO = re.compile(r"\b(?P<first>(?:I want|Want|want) to [^,.]+), (?P<verb>[a-z]+)(?= )")
"""Two wishes with a comma for their 'and': 'I want to grow, do more'."""
_STATE = re.compile(r"\b(?P<be>am|is|are) (?P<verb>[a-z]+ing)\b")
_FEWER = re.compile(r"\bless (?=[a-z]{3,}(?<!s)s\b)")
_HAVE_DONE = re.compile(r"\b([Ii] [^,.]+), done (?=(?:about |over |nearly |like )?\d)")
_NEW = re.compile(r"^(?P<that>(?:that )?)new (?=(?:[\w-]+ ){1,3}(?:is|was|has)\b)", re.IGNORECASE)
_AND_I = re.compile(
    r"(?P<before>\bI (?P<past>[a-z]+)\b[^.]*? and I )(?P<verb>give|tell|take|bring|find|go|come|see|make)\b"
)
_COMPANY = re.compile(r"^(?:the )?company (?=[a-z]+ (?:me|us)\b)", re.IGNORECASE)
_HOURS = re.compile(r"^[Hh]ours (?=(?:do|don['’]?t|did|didn['’]?t|are|aren['’]?t|is|isn['’]?t)\b)")
_WHOSE = re.compile(
    r"\b(?P<who>patients|customers|clients|guests|residents|students) (?P<whence>[a-z]+(?:ian|ish|ese))s?\b",
    re.IGNORECASE,
)
"""'Patients brazilians', in the order of another language."""
_WORD = re.compile(r"(?<![\w/])[\w/]+\.?(?!\w)")
_TO_PLACE = re.compile(r"\bit to (?=(?P<place>[a-z]+(?: (?:room|office))?)\b)")
_ALSO_ALSO = re.compile(r"(?<=\w)( and [^,.;]+) also(?=$|[.,;])")


@cache
def _table() -> Mapping[str, Any]:
    return read_toml(files("playbook.phrasing") / "mends.toml")


@cache
def _named(name: str) -> frozenset[str]:
    return frozenset(_table()["words"][name].split())


@cache
def _pairs(group: str, name: str) -> Mapping[str, str]:
    lines = (each.partition(": ") for each in _table()[group][name].strip().splitlines())
    return {typed: written for typed, _, written in lines}


@cache
def _places() -> frozenset[str]:
    return frozenset(_table()["words"]["places"].split("|"))


@remembered()
def mended(text: str) -> str:
    """Return the text in the English that its writer meant."""
    text = _WORD.sub(lambda match: _pairs("short", "forms").get(match[0], match[0]), text)
    text = _WORKED.sub(r"\1 worked for ", text)
    text = _BEEN.sub(r"I've been \g<where> \g<time>", _AS.sub(r"\1 as ", text))
    text = _BEFORE_VOWEL.sub(r"\1n ", text)
    text = _WANT_TWO.sub(_and_to, _STATE.sub(_plainly, _WANT.sub(_with_to, text)))
    text = _AND_I.sub(_then, text)
    text = _COMPANY.sub("The company " if text[:1].isupper() else "the company ", text)
    for typed, usual in _pairs("said_otherwise", "phrases").items():
        text = f" {text}".replace(f" {typed} ", f" {usual} ")[1:]
    text = _TO_PLACE.sub(
        lambda match: "it to the " if match["place"] in _places() else match[0], text
    )
    text = _IS.sub(_with_a_being, _HAVE.sub(_with_a_thing, text))
    text = _HAVE_DONE.sub(r"\1, and I've done ", _FEWER.sub("fewer ", text))
    text = _HOURS.sub("the hours ", text)
    text = _WHOSE.sub(lambda match: f"{match['whence'].capitalize()} {match['who']}", text)
    text = _NEW.sub(lambda match: f"{match['that']}a new ", text)
    return _ALSO_ALSO.sub(r"\1", text)


def _article(word: str) -> str:
    return "an" if word[:1] in "aeiou" else "a"


def _with_a_being(match: re.Match[str]) -> str:
    what = match["what"]
    if what not in _named("being"):
        return match[0]
    return f"{match['be']}{match['no'] or ''} {_article(what)} {what}"


def _with_a_thing(match: re.Match[str]) -> str:
    if match["what"] not in _named("held"):
        return match[0]
    thing = f"{match['which'] or ''}{match['what']}"
    verb = match["verb"].replace("give me", "gave me")
    return f"{verb} {_article(thing)} {thing}"


def _with_to(match: re.Match[str]) -> str:
    to = "to " if match["verb"] in _named("wanted") else ""
    return f"{match['who']} want {to}{match['verb']}"


def _and_to(match: re.Match[str]) -> str:
    joins = " and" if match["verb"] in verbs().base else ","
    return f"{match['first']}{joins} {match['verb']}"


def _plainly(match: re.Match[str]) -> str:
    """Rewrite 'are remembering' as 'remember'."""
    base = verbs().gerund.get(match["verb"], "")
    if base not in _named("states"):
        return match[0]
    return third_person(base) if match["be"] == "is" else base


def _then(match: re.Match[str]) -> str:
    """Rewrite 'I found a bag and I give it' as 'I found a bag and I gave it'."""
    is_past = match["past"] in verbs().past and match["past"] not in verbs().base
    return f"{match['before']}{verbs().past_of[match['verb']]}" if is_past else match[0]
