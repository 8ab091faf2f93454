"""What the reader asks for: things, what they would like to do, and questions, each whole."""

import re
from dataclasses import dataclass
from itertools import pairwise

from playbook.memory import remembered
from playbook.phrasing.beginnings import ASKED_FOR, MAY_I
from playbook.phrasing.clauses import is_subject
from playbook.phrasing.frames import LeftOut
from playbook.phrasing.lexicon import auxiliaries, gerund_of, verbs, words_named
from playbook.phrasing.lists import parts_of_list
from playbook.phrasing.pieces import why_left_out
from playbook.phrasing.repairs import usual_words
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import is_empty, join_lines, lower_first, trim
from playbook.phrasing.words import words_of

_PLEASE = re.compile(r"[ ,]+(?:please|pls|plz|thanks|thank you|if possible)[.!]*$", re.IGNORECASE)
_CHANCE_OF = re.compile(
    r"^(?:what about|how about|(?:is there )?(?:any|a) (?:chance|possibility) of)\s+(?=\S)",
    re.IGNORECASE,
)
_STEP = re.compile(r"^(?:step|grade|band|level|point|tier|scale)\b", re.IGNORECASE)
_COUNTED_ONE = re.compile(r"^\d+(?:st|nd|rd|th|-[a-z]+) [a-z]+(?<!s)$", re.IGNORECASE)
"""'4-day week', '13th month': one thing, although a number comes first."""
_PLACE_IN = re.compile(r"^(?:top|bottom|end|start|middle) of ", re.IGNORECASE)
_ASIDE = re.compile(r" \((?P<aside>[^()]+)\)$")
"""Brackets at the end of a wish, which often hold its reason: 'an early finish (pick the kids up)'."""
_WHY = re.compile(r",? (?:because|as|since|so that|so) (?=\S)", re.IGNORECASE)
"""Before the reason that stands behind a wish."""
_INVERTED = re.compile(
    r"^(?P<verb>do|am|is|are|was|will|would|should|can|could|have|has) (?P<who>i|we|there|it) (?P<rest>\S.*)$",
    re.IGNORECASE,
)
"""A question that is answered with yes or no: 'do I get commission?'."""
_WAY_OF_WORKING = re.compile(
    r"^(?P<way>remote|hybrid|wfh) (?=(?:except|on|from|for|until|in|at|two|three|four|\d)\b)",
    re.IGNORECASE,
)
_NO_WORKING = re.compile(r"^no (?P<when>[a-z]+(?: day)?)s? working\b(?P<rest>.*)$", re.IGNORECASE)
"""'No rest day working', which asks not to work then."""
_OFF_FROM = re.compile(r"\boff (?=\d)")
_NOT_BEFORE = re.compile(r"(?<=date) not before ")
_IF_SENT = re.compile(r"\bif (posted|based|sent|required|needed|asked|transferred)\b")
_AN_ALLOWANCE = re.compile(r"\b(and|or) (?=[b-df-hj-np-tv-z]\w+ allowance\b)")
_IS_THERE = re.compile(r"^(?:my |the |a )?(?P<what>[a-z]+(?: [a-z]+)?) is there$", re.IGNORECASE)
"""'As notice period is there': what one has, as it is said in India."""
_THEY_DO = frozenset("sponsor cover provide reimburse match pay fund supply".split())
"""What only an employer does: 'sponsor my visa'."""
_MENDED = (
    (re.compile(r"\bsat ?/ ?sun\b", re.IGNORECASE), "Saturday and Sunday"),
    (
        re.compile(
            r"\b(early|late) (?=(?:on )?(?:mon|tues|wednes|thurs|fri|satur|sun)days?\b)",
            re.IGNORECASE,
        ),
        r"\1 on ",
    ),
    (re.compile(r"\b(\d+) day (?=week\b)"), r"\1-day "),
    (re.compile(r"\b(notice(?: period)?) (?=\d+ [a-z]+)", re.IGNORECASE), r"\1 of "),
    (re.compile(r"(?<=[a-z]) not (?=\d+$)"), ", not "),
    (re.compile(r"\b(tickets?) for (?=[A-Z])"), r"\1 to "),
)
"""Small words that were left out or are others, by what stands around them."""
_WRITTEN_OUT = {
    "flexi": "flexible",
    "xmas": "Christmas",
    "uni": "university",
    "till": "until",
    "til": "until",
    "hrs": "hours",
    "hols": "holidays",
    "wkend": "weekend",
    "wkends": "weekends",
    "wknds": "weekends",
    "mins": "minutes",
    "sats": "Saturdays",
    "suns": "Sundays",
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
    "sign on bonus": "a sign-on bonus",
    "sign-on": "a sign-on bonus",
    "signing bonus": "a signing bonus",
}
"""Wishes of a word or two, as a sentence names them."""


@dataclass(frozen=True, slots=True)
class Wishes:
    """Things to talk about, what the reader would like to do, and questions; `left` is what is none of these.

    `questions` are whether-clauses, or whole questions with their mark.
    """

    things: tuple[str, ...] = ()
    deeds: tuple[str, ...] = ()
    questions: tuple[str, ...] = ()
    left: tuple[LeftOut, ...] = ()


@remembered()
def sort_wishes(texts: tuple[str, ...], names: tuple[str, ...] = ()) -> Wishes:
    """Return what is asked for, by the way in which it is asked; nothing that was typed is lost."""
    sorted_by: dict[str, list[str]] = {"thing": [], "deed": [], "question": []}
    left_out = []
    for at, text in enumerate(texts):
        if is_empty(text):
            continue
        for wish in parts_of_list(_in_words(text)):
            kind, words = _read_wish(wish, names)
            if kind in sorted_by:
                sorted_by[kind].append(words)
            elif words:
                left_out.append(LeftOut("wishes", wish, kind, f"wishes.{at}.what"))
    return Wishes(
        tuple(sorted_by["thing"]),
        tuple(sorted_by["deed"]),
        tuple(sorted_by["question"]),
        tuple(left_out),
    )


def goes_on(wish: str) -> bool:
    """Return whether a wish has its own reason behind it, so that no other can follow it in a list."""
    return (
        any(each in wish for each in (", ", "; ", " because of ")) or _split_reason(wish)[1] != ""
    )


def _in_words(text: str) -> str:
    words = usual_words(join_lines(text)).rstrip(" .!")
    for typed, meant in _MENDED:
        words = typed.sub(meant, words).replace(" on on ", " on ")
    return " ".join(_WRITTEN_OUT.get(each.casefold(), each) for each in words.split(" "))


def _read_wish(wish: str, names: tuple[str, ...]) -> tuple[str, str]:
    """Return 'thing', 'deed' or 'question' and the words for it; else why it is left out, and its words."""
    asked_for = ASKED_FOR.sub("", _CHANCE_OF.sub("", _PLEASE.sub("", wish)))
    words = trim(MAY_I.sub("to ", asked_for))
    words = IN_FULL.get(words.casefold(), _WAY_OF_WORKING.sub(_working, words))
    core, reason = _split_reason(words)
    shape = shape_of(core)
    small = lower_first(core, names)
    asks = wish.endswith("?") and words_of(words).at(0) in auxiliaries()
    if asks or shape in (Shape.QUESTION, Shape.WH):
        return "question", _as_question(words)
    verb = words_of(core).at(0)
    if verb in _THEY_DO and shape is Shape.DO:
        return "thing", f"you {gerund_of(verb)}{small[len(verb) :]}{reason}"
    if shape in (Shape.TO_DO, Shape.DO):
        return "deed", small.removeprefix("to ") + reason
    if core and _is_thing(core, shape):
        return "thing", _to_talk_about(small.removeprefix("about ")) + reason
    return why_left_out(shape), words


def _working(match: re.Match[str]) -> str:
    way = match["way"].casefold()
    return "working from home " if way == "wfh" else f"{way} working "


def _split_reason(words: str) -> tuple[str, str]:
    """Return a wish without the reason behind it, and that reason as it follows: ' because I live far away'."""
    if aside := _ASIDE.search(words):
        inside, core = aside["aside"], words[: aside.start()]
        shape = shape_of(inside)
        if shape is Shape.DO:
            return core, f", to {lower_first(inside)}"
        if shape is Shape.CLAUSE and words_of(inside).at(0) in ("i", "my", "i'm", "i've"):
            return core, f" because {inside}"
    for why in _WHY.finditer(words):
        rest = words[why.end() :]
        if there := _IS_THERE.match(rest):
            return words[: why.start()], f" because of my {there['what']}"
        if shape_of(rest) is Shape.CLAUSE:
            return words[: why.start()], f"{why[0]}{rest}"
    before, comma, after = words.partition(", ")
    if comma and words_of(after).at(0) in auxiliaries():
        return before, f"; I {lower_first(after)}"
    says = shape_of(after) is Shape.CLAUSE or not auxiliaries().isdisjoint(words_of(after).all[1:3])
    if comma and says and words_of(after).at(0) not in ("and", "with", "so"):
        return before, f"; {lower_first(after)}"
    return words, ""


def _as_question(words: str) -> str:
    """Return a question as it follows 'Could you tell me', where that is certain; else whole, with its mark."""
    inverted = _INVERTED.match(words)
    if inverted is None:
        tokens = words_of(words).all
        turned = any(one in auxiliaries() and is_subject(other) for one, other in pairwise(tokens))
        direct = tokens[0] in auxiliaries() or (turned and tokens[0] != "whether")
        return f"{words[:1].upper()}{words[1:]}?" if direct else lower_first(words)
    who = "I" if inverted["who"].casefold() == "i" else inverted["who"].casefold()
    verb = inverted["verb"].casefold()
    return f"whether {who} {'' if verb == 'do' else f'{verb} '}{inverted['rest']}"


def _is_thing(words: str, shape: Shape) -> bool:
    """Return whether a wish names something, also where a word of it may be a verb: 'compressed hours', 'step 3'."""
    if shape in (Shape.THING, Shape.DOING, Shape.ABOUT):
        return any(map(str.isalpha, words))
    tokens = words_of(words).all
    says = not (auxiliaries() - {"not"}).isdisjoint(tokens) or (
        tokens[1:2] and tokens[1] in verbs().third
    )
    opens = tokens[:1] and tokens[0] in words_named("small", "subjects")
    if shape is Shape.QUALITY:
        return tokens[0] == "not"
    if shape in (Shape.CLAUSE, Shape.UNKNOWN):
        return len(tokens) > 1 and not (says or opens)
    return shape in (Shape.DID, Shape.DONE) or _STEP.match(words) is not None


def _to_talk_about(thing: str) -> str:
    """Return a wish as it follows 'talk about': 'having Sundays off', 'having no nights in the first month'."""
    days = words_named("names", "days")
    thing = _AN_ALLOWANCE.sub(r"\1 a ", _IF_SENT.sub(r"if I am \1", thing))
    thing = _NOT_BEFORE.sub(" no earlier than ", _OFF_FROM.sub("off from ", thing))
    if none := _NO_WORKING.match(thing):
        return f"not working {none['when']}s{none['rest']}"
    first = words_of(thing)
    if thing.startswith("not ") and first.at(1) in days:
        return f"not working {thing.removeprefix('not ')}"
    if (
        thing.startswith("no ")
        or thing.endswith(" off")
        or (first.at(0) in days and first.at(1) == "off")
    ):
        return f"having {thing}"
    if first.at(0) in days and first.at(2) in days:
        return f"working {thing}"
    if _COUNTED_ONE.match(thing):
        return f"a {thing}"
    return f"the {thing}" if _PLACE_IN.match(thing) else _with_a(thing)


def _with_a(thing: str) -> str:
    """Rewrite 'Joining bonus' as 'a joining bonus'."""
    tokens = words_of(thing).all
    one_of = words_named("small", "asked_one_of")
    small = words_named("small", "prepositions") | {"because", "to"}
    head = tokens[: next((at for at, each in enumerate(tokens) if each in small), len(tokens))]
    single = bool(head) and head[-1] in one_of
    has_determiner = tokens[:1] and (
        tokens[0] in words_named("small", "determiners") or tokens[0].isdigit()
    )
    if not single or has_determiner or len(head) > len("a van to take home".split()):
        return thing
    return f"{'an' if thing[:1] in 'aeiou' else 'a'} {thing}"
