"""English that is certain to read as translated, with the usual way of saying it."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from playbook.content import read_toml
from playbook.memory import remembered
from playbook.phrasing.language import is_foreign
from playbook.phrasing.lexicon import verbs, words_named
from playbook.render import capitalized
from playbook.whole_words import find_whole

_NUMBER = r"(?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|many|several|some)"
_SINCE = re.compile(
    rf"\bsince ({_NUMBER} (?:years?|months?|weeks?|days?))\b(?! ago)", re.IGNORECASE
)
_STILL_GOING = re.compile(
    r"\bi(?:'m| am) ((?:working|living|doing|studying|learning|teaching|driving|selling)\b[^.!?]{0,40}?"
    r"\b(?:since|for \d+ \w+))\b",
    re.IGNORECASE,
)
_HAVING = re.compile(rf"\b(?:am|is|are) having ({_NUMBER} (?:years?|months?))", re.IGNORECASE)
_DOUBLE_PAST = re.compile(r"\b(?:did not|didn't|didnt) ([a-z]+)\b", re.IGNORECASE)
_AS_JOB = re.compile(
    r"\b(as|am|was) ([a-z]+)(?= (?:in|at|for|since|from|with|and)\b|[.,;!]|$)", re.IGNORECASE
)
_VERY_PERSON = re.compile(
    r"\b(I['’]?m|I am|you need|need) "
    r"((?:very|really|quite) [a-z-]+ (?:person|worker|learner|teacher|driver|cook|nurse))\b",
    re.IGNORECASE,
)
"""A person without an article: 'I am very organised person'."""
_HOLDS = re.compile(
    r"\b(have|got|hold|need) ((?:(?:driving|driver's|forklift|welding|university|nursing|teaching|full|clean"
    r"|work|first aid|food hygiene|good conduct) )*"
    r"(?:licence|license|degree|diploma|certificate|qualification|visa|permit))\b",
    re.IGNORECASE,
)


_BEFORE_TO = re.compile(r"\b(before|after|without|instead of) to ([a-z]+)\b", re.IGNORECASE)
_WAS_DOING = re.compile(
    rf"\bwas (working|teaching|living|driving|cooking|cleaning|studying|nursing) "
    rf"(?:for )?({_NUMBER} (?:years|months))\b",
    re.IGNORECASE,
)
"""'I was working five years', which is over."""
_WORKED_LIKE = re.compile(
    rf"\b(work(?:ed|ing)?(?: for {_NUMBER} (?:years|months))?) like (?=(?:an?|the)\b)",
    re.IGNORECASE,
)
"""What somebody worked as."""
_AN = re.compile(r"\b([Aa]) (?=(?!one|once|eu|ewe|u|ouija)[aeio][a-z]{2,})")
_NO_LEARNER = re.compile(
    r"\b(am|was|am not|was not) (beginner|expert|newcomer|stranger)\b", re.IGNORECASE
)


MOST_REPAIRS = 6
"""Turns that are put right in one sentence."""


@dataclass(frozen=True, slots=True)
class Slip:
    """Words as they were typed, and as English usually has them."""

    typed: str
    usual: str


@remembered()
def slips_of_usage(text: str) -> tuple[Slip, ...]:
    """Return each turn that is certain to be no English; none in a text that isn't meant to be."""
    plain = text.replace("’", "'")
    if is_foreign(plain):
        return ()
    return (*_pairs_in(plain), *_about_time(plain), *_about_verbs(plain), *_about_articles(plain))


def in_usual_english(text: str) -> str:
    """Return the text with each of these turns as English usually has it: 'since 5 years' as 'for 5 years'."""
    for _ in range(MOST_REPAIRS):
        slip = next(iter(slips_of_usage(text)), None)
        if slip is None or '"' in text or slip.typed not in text:
            return text
        text = text.replace(slip.typed, slip.usual, 1)
    return text


@cache
def _pairs() -> Mapping[str, str]:
    lines = read_toml(files("playbook.phrasing") / "usage.toml")["pairs"]["lines"]
    rows = (line.partition(" = ") for line in lines.strip().splitlines())
    return {typed: usual for typed, _, usual in rows}


def _pairs_in(text: str) -> Iterator[Slip]:
    folded = text.casefold()
    for typed, usual in _pairs().items():
        at = find_whole(typed, folded)
        if at >= 0:
            as_typed = text[at : at + len(typed)] if len(folded) == len(text) else typed
            yield Slip(as_typed, capitalized(usual) if as_typed[:1].isupper() else usual)


def _about_time(text: str) -> Iterator[Slip]:
    """Yield 'Since 5 years', 'I am working here since', 'I am having 5 years'."""
    for match in _SINCE.finditer(text):
        yield Slip(match[0], f"for {match[1]}")
    for match in _STILL_GOING.finditer(text):
        yield Slip(match[0], f"I have been {match[1]}")
    for match in _HAVING.finditer(text):
        yield Slip(match[0], f"have {match[1]}")


def _about_verbs(text: str) -> Iterator[Slip]:
    """Yield 'I didn't went'."""
    for match in _DOUBLE_PAST.finditer(text):
        base = verbs().past.get(match[1].casefold())
        if base and match[1].casefold() not in verbs().base:
            yield Slip(match[0], f"didn't {base}")
    doing = {base: each for each, base in verbs().gerund.items()}
    for match in _BEFORE_TO.finditer(text):
        if gerund := doing.get(match[2].casefold()):
            yield Slip(match[0], f"{match[1]} {gerund}")
    for match in _WAS_DOING.finditer(text):
        past = verbs().past_of[verbs().gerund.get(match[1].casefold(), "work")]
        yield Slip(match[0], f"{past} for {match[2]}")
    for match in _WORKED_LIKE.finditer(text):
        yield Slip(match[0], f"{match[1]} as ")


def _about_articles(text: str) -> Iterator[Slip]:
    """Yield 'As nurse', 'I have driving licence'."""
    for match in _AS_JOB.finditer(text):
        if match[2].casefold() in words_named("small", "people"):
            yield Slip(match[0], f"{match[1]} {_an(match[2])} {match[2]}")
    for match in _AN.finditer(text):
        end = text[match.end() :].split(" ", 1)[0]
        yield Slip(f"{match[0]}{end}", f"{match[1]}n {end}")
    for match in _NO_LEARNER.finditer(text):
        yield Slip(match[0], f"{match[1]} {_an(match[2])} {match[2]}")
    for match in _VERY_PERSON.finditer(text):
        yield Slip(match[0], f"{match[1]} a {match[2]}")
    for match in _HOLDS.finditer(text):
        yield Slip(match[0], f"{match[1]} {_an(match[2])} {match[2]}")


def _an(thing: str) -> str:
    return "an" if thing[:1].casefold() in "aeio" else "a"
