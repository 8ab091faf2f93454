"""Reasons: why the reader would like this work, and why they ask for something or say no."""

import re

from playbook.memory import remembered
from playbook.phrasing.beginnings import BECAUSE, BECAUSE_OF, SMALL_PRINT, SORRY
from playbook.phrasing.clauses import is_plural
from playbook.phrasing.frames import Framed, fill
from playbook.phrasing.lexicon import verbs, words_named
from playbook.phrasing.person import turn_to_them
from playbook.phrasing.pieces import is_whole_thing, left_out, split_typed, why_left_out, with_the
from playbook.phrasing.reported import classify_things, if_certain, with_article
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import is_empty, lower_first, trim
from playbook.phrasing.words import words_of
from playbook.render import capitalized

_GOOD_PLACE = re.compile(
    r"^(?:(?:good|great|big|small|nice|famous|stable|growing|friendly|local|family)[ -])+"
    r"(?:company|place|employer|team|school|firm|brand|name|business)(?: with .+)?$",
    re.IGNORECASE,
)

_SORT_OF_REASON = re.compile(
    r"^(?:for )?(family|personal|health|private|financial)(?: reasons?)?$", re.IGNORECASE
)
_NEAR = re.compile(
    r"^(?:near|close to|nearer to|closer to|next to|around the corner)\b", re.IGNORECASE
)
"""Where a job is, typed without its 'it is'."""
_HOME = re.compile(
    r"^(?:being |be |i(?:['’]m| am) )?home (?:every|each|by|for|at|in time)\b", re.IGNORECASE
)
"""When somebody is home, which suits their life."""
_PASSION = re.compile(
    r"^(?:my |an? )?(?=(?:passion|love|interest|enthusiasm|curiosity|respect) (?:for|in|of|about)\b)",
    re.IGNORECASE,
)
"""'Passion for food' is what somebody has, and not what they like about a job."""

_FOR_ONESELF = re.compile(
    r"^because i(?:['’]d| would)? (?:want|need|hope|wish|plan|like to|love to)\b"
    r"|^because i(?:['’]m| am) (?:looking|trying|hoping)\b"
    r"|^because of my (?:career|growth|development|future)\b",
    re.IGNORECASE,
)
_WANTS_TO = re.compile(
    r"^i(?: (?:want|hope|wish|plan)|(?:['’]d| would) (?:like|love)) to (?!be\b|have\b|get (?:a|the|my)\b|.*\balone\b)",
    re.IGNORECASE,
)
_TOGETHER = re.compile(
    r"^i (?:[a-z'’]+ )+?to (?:help|build|make|work|teach|serve|care|look after|support|design|run|cook|bake"
    r"|grow (?!my|as)|create|train (?!as)|bring|open|improve|solve|change|keep|treat|save|give|play)\b",
    re.IGNORECASE,
)
"""What somebody wants to do that is done together with others: 'I want to design for all'."""
_GOOD_AT_IT = re.compile(r"\b(?P<good>good|better|great) at it\b", re.IGNORECASE)
MOST_OF_PLACE = 3
"""Words of an employer's name that a sentence can hold once more."""
_FOR_LIFE = re.compile(
    r"\b(?:home|closer|nearer|weekends?|hours|nights?|pay|money|earn|salary|remote(?:ly)?|abroad"
    r"|part[- ]time|leave|escape)\b",
    re.IGNORECASE,
)
"""What suits somebody's life, and isn't done with anybody."""
_YOURS = frozenset(
    "you you're you've your yours here this these people children customers patients".split()
)
_WANTS = re.compile(r"^(?:want|hope|wish|would like|looking) (?=to\b)", re.IGNORECASE)
"""'Want to grow', typed without its 'I'."""
_IN_VIEW_OF = re.compile(
    r"^(?:considering|given)(?: that)? (?=(?:my|the|our|how)\b)", re.IGNORECASE
)
_SO = re.compile(r",? (?=so (?:i|it|we|they|the|my|there)\b)", re.IGNORECASE)
"""What follows from something that isn't there: 'no benefits, so it has to cover my dentist'."""
_OTHERS_GET = re.compile(
    r"^(?:others?|other [a-z]+s|most (?:[a-z]+s)|another employer|competitors)\b"
    r"[^,.;]*? (?:pays?|gets?|earns?|offers?)\b"
)
"""What other people pay or get, in a sentence that begins like a thing."""
_RATE = re.compile(r"^(?:market|going) rate")
_ITS = re.compile(r"^its (?=\w)", re.IGNORECASE)
"""'It's' as it is typed on a phone, at the beginning of a reason."""
_LOVES = re.compile(r"^(?:really )?(?:love|loved|enjoy|like) (?!to\b)(?=\w)", re.IGNORECASE)
"""'Love food', typed without its 'I'."""
_PLACE = re.compile(
    r"^it(?:['’]?s| is) (?=(?:an?|the) (?:[\w-]+ ){0,2}?"
    r"(?:school|place|company|firm|hospital|ward|shop|store|team|kitchen|restaurant|bakery|charity|college|university)\b)",
    re.IGNORECASE,
)
"""'It' that is the employer: 'it's the school I'd send my own children to'."""


_OPINION = re.compile(
    r"^(?!(?:i|you|they|we|he|she|it)\b)[^,.;]+? (?:should|ought to) ", re.IGNORECASE
)
"""What somebody believes: 'local firms should build our roads'."""


@remembered()
def frame_draws(
    text: str,
    *,
    wish: str = "",
    one_person: bool = True,
    names: tuple[str, ...] = (),
    fact: str = "",
    employer: str = "",
) -> Framed:
    """Return why the reader would like this work; with a `wish` ('I would like'), that they want the job as well.

    `fact` is something good that they told, which joins a reason that is about the reader alone. `employer` is named
    where 'it' is the place.
    """
    pieces, left = split_typed("draws", text)
    if not pieces:
        return Framed("", left)
    kind, words = classify_draw(pieces[0], one_person=one_person, names=names)
    more = tuple(left_out("draws", each, "rest") for each in pieces[1:])
    if kind.startswith("left-"):
        return Framed("", (*left, left_out("draws", pieces[0], kind.removeprefix("left-")), *more))
    alone = kind == "because" and is_about_oneself(f"because {words}")
    if alone and _FOR_LIFE.search(words):
        return Framed("", (*left, left_out("draws", pieces[0], "condition"), *more))
    place = with_name_of_place(words, employer)
    frame = f"draws-sure-{kind}" if wish and kind != "to-do" else f"draws-{kind}"
    if frame == "draws-sure-because" and _tells_own_past(words):
        frame = "draws-sure-past"
        place = capitalized(place)
    if frame == "draws-sure-because":
        wants = alone and _WANTS_TO.match(words) is not None
        frame = _for_sure(
            words, employer, wants=wants, has_fact=bool(fact), is_place=place != words
        )
        place = _GOOD_AT_IT.sub(r"\g<good> at the job", place) if wants else place
    named = capitalized(place) if frame == "draws-sure-place" else place
    sentence = fill(frame, x=named, wish=wish, fact=fact, place=employer)
    return Framed(sentence, (*left, *more))


def _tells_own_past(words: str) -> bool:
    """Return whether a reason is what the reader once did: 'I used a food bank myself'."""
    clause = words_of(words)
    return clause.at(0) == "i" and clause.at(1) in verbs().past and clause.at(1) not in verbs().base


def _for_sure(words: str, employer: str, *, wants: bool, has_fact: bool, is_place: bool) -> str:
    """Return which sentence says why, and that the reader wants the job."""
    if wants and has_fact:
        return "draws-sure-both"
    if wants and _TOGETHER.match(words):
        return "draws-sure-with-you"
    if wants:
        short = employer and len(employer.split()) <= MOST_OF_PLACE
        return "draws-sure-there" if short else "draws-sure-alone"
    return "draws-sure-place" if is_place else "draws-sure-because"


def with_name_of_place(words: str, employer: str) -> str:
    """Rewrite 'It's the school I'd choose' as it is told there: 'yours is the school I'd choose'."""
    place = _PLACE.match(words)
    return f"yours is {words[place.end() :]}" if place and employer else words


def is_about_oneself(because: str) -> bool:
    """Return whether a reason says what the reader gets, and nothing of the work or of those who offer it."""
    return _FOR_ONESELF.match(because) is not None and _YOURS.isdisjoint(words_of(because).all)


def classify_draw(piece: str, *, one_person: bool, names: tuple[str, ...]) -> tuple[str, str]:
    """Return the kind of frame for what draws the reader, and the words for it.

    'left-…' and why where there is none.
    """
    of = BECAUSE_OF.match(piece)
    words = trim(piece[of.end() :] if of else BECAUSE.sub("", piece))
    words = f"I {lower_first(words)}" if _LOVES.match(words) else words
    words = _ITS.sub("it's ", _WANTS.sub("", words))
    if SMALL_PRINT.match(words) or SORRY.search(words) or _HOME.match(words):
        return "left-condition" if _HOME.match(words) else "left-private", ""
    words = f"it is {lower_first(words)}" if _NEAR.match(words) else words
    shape = shape_of(words)
    if shape in (Shape.CLAUSE, Shape.THAT):
        clause = with_article(lower_first(words.removeprefix("that "), names))
        said = f"I believe that {clause}" if _OPINION.match(clause) else ""
        return if_certain(
            "because", said or turn_to_them(clause, by_reader=True, one_person=one_person)
        )
    if shape is Shape.QUALITY or _GOOD_PLACE.match(words):
        a = "" if shape is Shape.QUALITY else "a "
        return "because", f"it is {a}{lower_first(words)}"
    if passion := _PASSION.match(words):
        thing = lower_first(words[passion.end() :])
        return "because", f"I have {'an' if thing[:1] in 'aeiou' else 'a'} {thing}"
    if shape in (Shape.TO_DO, Shape.DO):
        return "to-do", f"to {lower_first(words).removeprefix('to ')}"
    if shape is Shape.DOING or words.casefold() in verbs().gerund:
        return "doing", lower_first(words)
    if shape in (Shape.THING, Shape.WH, Shape.ABOUT):
        kind, said = classify_things(words, by_reader=True, one_person=one_person, names=names)
        alone = said.split() == [lower_first(words)]
        framed = ("doing", said) if alone else ("thing", _with_its_the(said))
        return framed if kind == "about" else (kind, "")
    return f"left-{why_left_out(shape)}", ""


def _with_its_the(thing: str) -> str:
    """Rewrite 'Good work culture' as 'the good work culture'; a list, a name and what has its own word stay."""
    first = words_of(thing).at(0)
    opens = first in words_named("small", "determiners") or first in words_named(
        "small", "questions"
    )
    owned = thing.split(" ", maxsplit=1)[0].endswith(("'s", "’s"))
    opens = opens or first in ("something", "anything", "everything", "nothing")
    return thing if opens or owned or first == "how" or not thing[:1].islower() else f"the {thing}"


@remembered()
def frame_reason(name: str, text: str, names: tuple[str, ...] = ()) -> Framed:
    """Return a reason as it follows what it is the reason for: 'because I have moved', 'because of the commute'."""
    pieces, left = split_typed(name, text)
    if not pieces:
        return Framed("", left)
    of = BECAUSE_OF.match(pieces[0])
    words = trim(pieces[0][of.end() :] if of else BECAUSE.sub("", pieces[0]))
    more = tuple(left_out(name, each, "rest") for each in pieces[1:])
    clause = (
        SORRY.search(words) is None and not is_empty(words) and _because(words, names, of=bool(of))
    )
    if not clause:
        return Framed("", (*left, left_out(name, pieces[0], why_left_out(shape_of(words))), *more))
    return Framed(clause, (*left, *more))


def _have_done(words: str) -> str:
    """Rewrite 'found work closer' as 'have found work closer', 'got offered it' as 'have been offered it'."""
    first, _, rest = words.partition(" ")
    if first == "got" and words_of(rest).at(0) in verbs().participle:
        return f"have been {rest}"
    done = {
        past: participle
        for participle, base in verbs().participle.items()
        for past in [verbs().past_of[base]]
    }
    return f"have {done.get(first, first)} {rest}".rstrip()


def _joined(small: str) -> str:
    """Return a reason that brings its own way of joining: 'based on my research', 'in view of my ten years'."""
    if small.startswith("based on "):
        return small
    if _OTHERS_GET.match(small):
        return f"because {small}"
    if rate := _RATE.match(small):
        return f"because of the {rate[0]}" if rate.end() == len(small) else f"because the {small}"
    if in_view := _IN_VIEW_OF.match(small):
        return f"in view of {small[in_view.end() :]}"
    if small.startswith("no ") and (so := _SO.search(small)):
        verb = (
            "are"
            if is_plural(small[: so.start()].split(" on ", maxsplit=1)[0].rsplit(" ", 1)[-1])
            else "is"
        )
        return f"because there {verb} {small[: so.start()]}, {small[so.start() :].strip(' ,')}"
    return ""


def _because(words: str, names: tuple[str, ...], *, of: bool) -> str:
    shape = shape_of(words, Shape.DID)
    small = lower_first(words, names)
    if joined := _joined(small):
        return joined
    if sort := _SORT_OF_REASON.match(small):
        return f"for {sort[1]} reasons"
    if shape is Shape.CLAUSE and not of:
        return f"because {small}"
    if shape is Shape.DID and not of:
        done = _have_done(small)
        return f"because I've got{done[8:]}" if done[:9] == "have got " else f"because I {done}"
    if shape is Shape.TO_DO:
        return f"because I want {small}"
    if shape in (Shape.THING, Shape.DOING) and (of or is_whole_thing(words)):
        return f"because of {with_the(small)}"
    if shape is Shape.QUALITY and words_of(words).at(0) == "too":
        return f"because it is {small}"
    return ""
