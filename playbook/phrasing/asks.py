"""What the reader will send, and what they ask for."""

import re

from playbook.memory import remembered
from playbook.phrasing.beginnings import ASKED_FOR, I_WILL, MAY_I
from playbook.phrasing.frames import Framed, LeftOut, fill
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.lists import parts_of_list
from playbook.phrasing.person import turn_to_them
from playbook.phrasing.pieces import left_out, why_left_out, without_and
from playbook.phrasing.repairs import usual_words
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import is_empty, join_lines, lower_first, trim
from playbook.phrasing.words import words_of
from playbook.render import listed

_PLEASE = re.compile(r"[ ,]+(?:please|pls|plz|thanks|thank you|if possible)[.!]*$", re.IGNORECASE)
_STEP = re.compile(r"^(?:step|grade|band|level|point|tier|scale)\b", re.IGNORECASE)
_COUNTED_ONE = re.compile(r"^\d+(?:st|nd|rd|th|-[a-z]+) [a-z]+(?<!s)$", re.IGNORECASE)
"""'4-day week', '13th month': one thing, although a number comes first."""
_PLACE_IN = re.compile(r"^(?:top|bottom|end|start|middle) of ", re.IGNORECASE)
_WRITTEN_OUT = {
    "uni": "university",
    "till": "until",
    "til": "until",
    "hrs": "hours",
    "hols": "holidays",
    "wkend": "weekend",
    "wkends": "weekends",
    "wknds": "weekends",
    "mins": "minutes",
}
"""Words of a quick note, as a letter writes them."""
IN_FULL = {
    "remote": "remote working",
    "hybrid": "hybrid working",
    "wfh": "working from home",
    "part time": "part-time hours",
    "part-time": "part-time hours",
    "flexitime": "flexible hours",
    "flexi": "flexible hours",
    "flexible": "flexible hours",
    "sign on": "a sign-on bonus",
    "sign-on": "a sign-on bonus",
    "signing bonus": "a signing bonus",
}
"""Wishes of a word or two, as a sentence names them."""
_VISIT = re.compile(
    r"^(?:i(?:'ll| will) |to )?(?:come|visit|meet|attend|start|be there|be at|turn up|drop in|pop in|go back|go in)\b",
    re.IGNORECASE,
)
_BARE_VISIT = re.compile(
    r"^(?:an? |the |my )?(?P<what>(?:paid |unpaid )?(?:trial|second|next|final|test|taster|working)"
    r" (?:shift|day|interview|round|lesson)\b.*)$",
    re.IGNORECASE,
)
"""A visit by its name alone: 'trial shift'."""
_ONE_OF = re.compile(r"^(?:copy|scan|photo|list|link|summary|sample) (?:of|to) ", re.IGNORECASE)
"""A paper typed without its 'a': 'copy of my licence'."""
_TRIAL = re.compile(
    r"^(come (?:back |in )?for )"
    r"((?:trial|second|next|final|test|taster|working) (?:shift|day|interview|round|lesson))\b",
    re.IGNORECASE,
)
"""A visit typed without its 'a': 'come for trial day'."""
_COMES_FOR = re.compile(
    r"^(?:come|go|drop|pop)(?: (?:back|in|by|over|along|down))*(?: there)? for (?:an?|the|my) (?=\S)",
    re.IGNORECASE,
)


@remembered()
def frame_promises(things: tuple[tuple[str, str], ...], names: tuple[str, ...] = ()) -> Framed:
    """Return what the reader will send or do; each thing with its day, empty where none is named."""
    send, do, visits, left = [], [], [], []
    for what, by in things:
        if is_empty(what):
            continue
        kind, words = _read_promise(what, names)
        named = not words_named("names", "days").isdisjoint(words_of(words).all)
        by_day = f" {by}" if by and not named else ""
        if kind == "do" and is_visit(words):
            visits.append(f"{words}{by_day}")
        elif kind == "send":
            send.append(f"{words}{by_day}")
        elif kind == "do":
            do.append(f"{words}{by_day}")
        else:
            left.append(left_out("promised", what, kind))
    plain_first = sorted(send, key=lambda each: " by " in each)
    sentences = [fill("promised-send", x=listed(plain_first))] if send else []
    sentences += [fill("promised-do", x=listed(do))] if do and not send else []
    sentences += [fill("promised-also", x=listed(do))] if do and send else []
    sentences += [_visit(each) for each in visits]
    return Framed(" ".join(sentences), tuple(left))


def is_visit(what: str) -> bool:
    """Return whether what was agreed is to come, and nothing to send: 'come for a trial shift on Tuesday'."""
    words = " ".join(what.split())
    return _VISIT.match(words) is not None or _BARE_VISIT.match(words) is not None


def _visit(words: str) -> str:
    """Return the sentence for an appointment: one looks forward to a trial shift, and promises none."""
    words = _TRIAL.sub(r"\1a \2", words)
    comes_for = _COMES_FOR.match(words)
    thing = words[comes_for.end() :] if comes_for else ""
    return fill("promised-visit", x=thing) if thing else fill("promised-come", x=words)


def _read_promise(what: str, names: tuple[str, ...]) -> tuple[str, str]:
    words = trim(usual_words(join_lines(what)))
    sends = I_WILL.match(words)
    if sends:
        words = words[sends.end() :]
    named = _BARE_VISIT.match(words)
    words = f"come for a {lower_first(named['what'])}" if named else words
    words = f"a {lower_first(words)}" if _ONE_OF.match(words) else words
    shape = shape_of(words)
    if shape is Shape.DO:
        yours = turn_to_them(lower_first(words), by_reader=True)
        return ("do", yours) if yours else ("whose", "")
    if shape in (Shape.THING, Shape.WH):
        return "send", listed(
            [lower_first(without_and(each), names) for each in parts_of_list(words)]
        )
    return why_left_out(shape), ""


def _with_a(thing: str) -> str:
    """Rewrite 'Joining bonus' as 'a joining bonus'."""
    tokens = words_of(thing).all
    one_of = words_named("small", "asked_one_of")
    single = bool(tokens) and (
        tokens[-1] in one_of
        or (tokens[0] in one_of and tokens[1:2] in (("to",), ("for",), ("with",)))
    )
    has_determiner = tokens[:1] and (
        tokens[0] in words_named("small", "determiners") or tokens[0].isdigit()
    )
    if not single or has_determiner or len(tokens) > len("a van to take home".split()):
        return thing
    return f"{'an' if thing[:1] in 'aeiou' else 'a'} {thing}"


def _to_talk_about(thing: str) -> str:
    """Return a wish as it follows 'talk about': 'having Sundays off', 'having no nights in the first month'."""
    if thing.startswith("no ") or thing.endswith(" off"):
        return f"having {thing}"
    days = words_named("names", "days")
    if words_of(thing).at(0) in days and words_of(thing).at(2) in days:
        return f"working {thing}"
    if _COUNTED_ONE.match(thing):
        return f"a {thing}"
    return f"the {thing}" if _PLACE_IN.match(thing) else _with_a(thing)


def _is_thing(words: str, shape: Shape) -> bool:
    """Return whether a wish names something, also where its first word may be a verb: 'compressed hours', 'step 3'."""
    if shape in (Shape.THING, Shape.DOING):
        return any(map(str.isalpha, words))
    return shape in (Shape.DID, Shape.DONE) or _STEP.match(words) is not None


@remembered()
def sort_wishes(
    texts: tuple[str, ...], names: tuple[str, ...] = ()
) -> tuple[tuple[str, ...], tuple[str, ...], tuple[LeftOut, ...]]:
    """Return things to ask for, things that the reader would like to do, and what is neither."""
    things, deeds, left_out = [], [], []
    for at, text in enumerate(texts):
        if is_empty(text):
            continue
        for wish in parts_of_list(trim(_written_out(usual_words(join_lines(text))))):
            wording = MAY_I.sub("to ", ASKED_FOR.sub("", _PLEASE.sub("", wish)))
            words = IN_FULL.get(trim(wording).casefold(), trim(wording))
            shape = shape_of(words)
            small = lower_first(words, names)
            if words and _is_thing(words, shape):
                things.append(_to_talk_about(small))
            elif shape in (Shape.TO_DO, Shape.DO):
                deeds.append(small.removeprefix("to "))
            elif words:
                left_out.append(LeftOut("wishes", wish, why_left_out(shape), f"wishes.{at}.what"))
    return tuple(sorted(things, key=_goes_on)), tuple(deeds), tuple(left_out)


def _goes_on(thing: str) -> bool:
    """Return whether a wish has its own reason behind it, so that no other can follow it in a list."""
    return ", " in thing


def _written_out(text: str) -> str:
    return " ".join(_WRITTEN_OUT.get(each.casefold(), each) for each in text.split(" "))
