"""What the reader will send or do, as they promised it."""

import re

from playbook.memory import remembered
from playbook.phrasing.beginnings import I_WILL
from playbook.phrasing.frames import Framed, fill
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
