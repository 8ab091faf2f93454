"""Reasons: why the reader would like this work, and why they say no or ask for more."""

from playbook.memory import remembered
from playbook.phrasing.beginnings import BECAUSE, BECAUSE_OF, SMALL_PRINT, SORRY
from playbook.phrasing.frames import Framed, put
from playbook.phrasing.lexicon import verbs, words_named
from playbook.phrasing.person import to_them
from playbook.phrasing.pieces import is_whole_thing, left_out, start, why_not, with_the
from playbook.phrasing.reported import about_things, if_certain
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import bare, is_empty, small_first
from playbook.phrasing.words import words_of


@remembered()
def draws(
    text: str,
    *,
    sure: bool = False,
    one_person: bool = True,
    names: tuple[str, ...] = (),
    after_i: bool = False,
) -> Framed:
    """Why the reader would like this work; with `sure`, that they want the job as well.

    `after_i`: the sentence before it begins with 'I', so this one begins with its reason where that is about them.
    """
    pieces, left = start("draws", text)
    if not pieces:
        return Framed("", left)
    kind, words = _drawn(pieces[0], one_person=one_person, names=names)
    more = tuple(left_out("draws", each, "rest") for each in pieces[1:])
    if kind.startswith("left-"):
        return Framed("", (*left, left_out("draws", pieces[0], kind.removeprefix("left-")), *more))
    says_sure = sure and kind != "to-do"
    frame = f"draws-sure-{kind}" if says_sure else f"draws-{kind}"
    of_them = after_i and not words.startswith(("I ", "I'"))
    frame = "draws-sure-since" if of_them and frame == "draws-sure-because" else frame
    said = put(frame, x=words)
    return Framed(said, (*left, *more))


def _drawn(piece: str, *, one_person: bool, names: tuple[str, ...]) -> tuple[str, str]:
    of = BECAUSE_OF.match(piece)
    words = bare(piece[of.end() :] if of else BECAUSE.sub("", piece))
    if SMALL_PRINT.match(words) or SORRY.search(words):
        return "left-private", ""
    shape = shape_of(words)
    if shape in (Shape.CLAUSE, Shape.THAT):
        said = to_them(
            small_first(words.removeprefix("that "), names), by_reader=True, one_person=one_person
        )
        return if_certain("because", said)
    if shape is Shape.QUALITY:
        return "because", f"it is {small_first(words)}"
    if shape is Shape.TO_DO:
        return "to-do", small_first(words)
    if shape is Shape.DO:
        return "to-do", f"to {small_first(words)}"
    if shape is Shape.DOING:
        return "doing", small_first(words)
    if shape in (Shape.THING, Shape.WH, Shape.ABOUT):
        kind, said = about_things(words, by_reader=True, one_person=one_person, names=names)
        return ("thing", _with_its_the(said)) if kind == "about" else (kind, "")
    return f"left-{why_not(shape)}", ""


def _with_its_the(thing: str) -> str:
    """'Good work culture' as 'the good work culture'; a list, a name and what has its own word stay."""
    first = words_of(thing).at(0)
    opens = first in words_named("small", "determiners") or first in words_named(
        "small", "questions"
    )
    owned = thing.split(" ", maxsplit=1)[0].endswith(("'s", "’s"))
    return thing if opens or owned or first == "how" or not thing[:1].islower() else f"the {thing}"


@remembered()
def because_it_draws(text: str, *, one_person: bool = True) -> Framed:
    """Why the reader would like this work, as it follows 'This job interests me': 'because I like …'."""
    pieces, left = start("draws", text, spoken=True)
    if not pieces:
        return Framed("", left)
    kind, words = _drawn(pieces[0], one_person=one_person, names=())
    rest = tuple(left_out("draws", each, "rest") for each in pieces[1:])
    if kind.startswith("left-"):
        missing = left_out("draws", pieces[0], kind.removeprefix("left-"))
        return Framed("", (*left, missing, *rest))
    return Framed(put(f"interest-{kind}", x=words), (*left, *rest))


@remembered()
def reason(name: str, text: str, names: tuple[str, ...] = ()) -> Framed:
    """A reason as it follows what it is the reason for: 'because I have moved', 'because of the commute'."""
    pieces, left = start(name, text)
    if not pieces:
        return Framed("", left)
    of = BECAUSE_OF.match(pieces[0])
    words = bare(pieces[0][of.end() :] if of else BECAUSE.sub("", pieces[0]))
    more = tuple(left_out(name, each, "rest") for each in pieces[1:])
    said = (
        SORRY.search(words) is None and not is_empty(words) and _because(words, names, of=bool(of))
    )
    if not said:
        return Framed("", (*left, left_out(name, pieces[0], why_not(shape_of(words))), *more))
    return Framed(said, (*left, *more))


def _have_done(words: str) -> str:
    """'Found something closer' as 'have found something closer', 'got offered a post' as 'have been offered a post'."""
    first, _, rest = words.partition(" ")
    if first == "got" and words_of(rest).at(0) in verbs().participle:
        return f"have been {rest}"
    done = {
        past: participle
        for participle, base in verbs().participle.items()
        for past in [verbs().past_of[base]]
    }
    return f"have {done.get(first, first)} {rest}".rstrip()


def _because(words: str, names: tuple[str, ...], *, of: bool) -> str:
    shape = shape_of(words, Shape.DID)
    small = small_first(words, names)
    if shape is Shape.CLAUSE and not of:
        return f"because {small}"
    if shape is Shape.DID and not of:
        return f"because I {_have_done(small)}"
    if shape is Shape.TO_DO:
        return f"because I want {small}"
    if shape in (Shape.THING, Shape.DOING) and (of or is_whole_thing(words)):
        return f"because of {with_the(small)}"
    if shape is Shape.QUALITY and words_of(words).at(0) == "too":
        return f"because it is {small}"
    return ""
