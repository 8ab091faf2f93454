"""Typed words about the talk, ready to be reported: which kind of sentence holds them, turned to whom it goes to."""

import re
from itertools import pairwise

from playbook.phrasing.anybody import for_anybody
from playbook.phrasing.beginnings import (
    ASKED,
    DOING,
    DONE_FOR_ME,
    LIKED,
    NEAR_HOME,
    SORRY,
    TELLS,
    TOLD_TO,
    WE_TALKED,
    YOU_SHOULD_KNOW,
)
from playbook.phrasing.lexicon import verbs, words_named
from playbook.phrasing.lists import parts_of_list
from playbook.phrasing.person import turn_own_words, turn_to_them
from playbook.phrasing.pieces import why_left_out, with_its_article, with_the
from playbook.phrasing.shape import quoted_words, shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import lower_first, trim
from playbook.phrasing.words import words_of
from playbook.render import capitalized, listed

_YOUR = re.compile(r"\byour\b")
_WHOSE = frozenset("my our your his her their".split())
"""Words that say whose something is, and alone name nothing."""
SPOKEN_OF = (Shape.THING, Shape.WH, Shape.DOING, Shape.ABOUT)
"""Shapes of what can be spoken about."""
_YOURS = frozenset("you your you're you've you'll yours".split())
_ASKS_INSIDE = re.compile(
    r"\b(?:and|or|but) (?:had|have|did|do|would|could|was|am) i\b"
    r"|\b(?:where|when|why|how|what) (?:do|does|did|are|is|can) (?:they|you|we|he|she|it)\b",
    re.IGNORECASE,
)
"""A question in its own order, within what was spoken of: 'how many trucks, and where do they go'."""
_NO_THING = re.compile(
    r"^(?:the|our|my|your|a) [a-z]+ (?:want|need|say|know|have|don['’]?t|do not|must|can['’]?t)\b"
    r"|^(?:who|which) .*\b(?:don['’]?t|doesn['’]?t|must|can['’]?t|won['’]?t|never)\b"
    r"|\b(?:always|never|ok|okay|please)$",
    re.IGNORECASE,
)
"""Words in note form, which are no thing that anybody could have spoken about: 'the client want finish'."""
_SEE = {
    "meeting": "meet",
    "met": "meet",
    "seeing": "see",
    "saw": "see",
    "trying": "try",
    "tried": "try",
    "tasting": "taste",
    "tasted": "taste",
    "visiting": "visit",
    "visited": "visit",
}
_YOURS_IS = re.compile(r"^your (?:[a-z-]+ ){1,3}(?:is|are|was|were) (?=\S)", re.IGNORECASE)
"""What the reader says of something of theirs: 'your dogs are so cute'."""
_SAW = re.compile(
    rf"^(?:i |we )?({'|'.join(_SEE)}) (?=(?:the|your|some|a|an|everyone|everybody|all)\b)",
    re.IGNORECASE,
)
"""What the reader did there, and did not only hear of: 'meeting the Thursday crew'."""
_OWN_STORY = re.compile(
    r"(?:i |(?:he|she)(?: was| started| worked|['’](?:s|d) (?:been|worked|always|done|lived|had)\b)).* \| you"
    r"|.*\| you (?:were|started)\b.* too$",
    re.IGNORECASE,
)
"""What somebody told of themselves, before and after it is turned: that may well stay with the reader."""


def classify_report(
    name: str, piece: str, *, one_person: bool, names: tuple[str, ...], by_reader: bool = False
) -> tuple[str, str]:
    """Return the kind of frame and the words for it; 'left-…' with the reason where there is none."""
    if shape_of(piece) is Shape.QUOTE:
        words = quoted_words(piece)
        return "quote", words if words.endswith(("?", "!")) else f"{words.rstrip('.')},"
    if trim(piece).lower() in _WHOSE:
        return "left-shape", ""
    typed, piece = piece, for_anybody(piece)
    if SORRY.search(piece):
        return "left-private", ""
    if NEAR_HOME.search(piece):
        return "left-way-there", ""
    begun = _by_beginning(piece, one_person=one_person, names=names)
    if name == "highlights":
        begun = _of_what_was_seen(piece, one_person=one_person) or begun
    if begun:
        return begun
    lead = YOU_SHOULD_KNOW.match(piece) if name == "said" else None
    piece = piece[lead.end() :] if lead else piece
    tells = TELLS.match(piece)
    words = piece[tells.end() :] if tells else piece
    shape = Shape.THING if _is_list_of_things(words) else shape_of(words)
    if piece != typed and words.removeprefix("that ").startswith(("staff ", "new staff ")):
        words, shape = words.removeprefix("that "), Shape.CLAUSE
    if shape in (Shape.CLAUSE, Shape.THAT) and _ASKS_INSIDE.search(words):
        return "left-question", ""
    if shape in (Shape.CLAUSE, Shape.THAT):
        words = _with_and(trim(words[5:] if shape is Shape.THAT else words))
        plain = with_article(lower_first(words, names))
        sure = by_reader or bool(tells) or shape is Shape.THAT
        own = turn_own_words(plain) if name == "said" and not sure else None
        clause = own or turn_to_them(plain, by_reader=sure, one_person=one_person)
        return if_certain(
            "own" if clause and _OWN_STORY.match(f"{plain} | {clause}") else "that", clause
        )
    return _recall_others(
        name, words, shape, is_report=bool(tells), one_person=one_person, names=names
    )


def _of_what_was_seen(piece: str, *, one_person: bool) -> tuple[str, str] | None:
    """Return the kind of frame for what the reader did or saw there: 'meeting the crew', 'your dogs are so cute'."""
    if _YOURS_IS.match(piece):
        return "plain", capitalized(trim(piece))
    seen = _SAW.match(piece)
    if seen is None or "," in piece:
        return None
    words = f"{_SEE[seen[1].casefold()]} {trim(piece[seen.end() :])}"
    return if_certain("did", turn_to_them(words, by_reader=True, one_person=one_person))


def _is_list_of_things(words: str) -> bool:
    """Return whether the words are a list with semicolons, all of it things: 'how they train; the new shed'."""
    parts = parts_of_list(trim(words)) if ";" in words else ()
    return len(parts) > 1 and all(shape_of(each) in SPOKEN_OF for each in parts)


def _by_beginning(
    piece: str, *, one_person: bool, names: tuple[str, ...]
) -> tuple[str, str] | None:
    """Return the kind of frame for words that begin as a report does: 'she told me to …', 'I liked …'."""
    if to := TOLD_TO.match(piece):
        words = trim(f"{to[1].lower()}{piece[to.end() :]}")
        return if_certain("told-to", turn_to_them(words, by_reader=True, one_person=one_person))
    if asked := ASKED.match(piece):
        question = turn_to_them(trim(piece[asked.end() :]), by_reader=True, one_person=one_person)
        return if_certain("asked", with_the(question) if question else None)
    if talked := WE_TALKED.match(piece):
        rest = piece[talked.end() :]
        return classify_things(rest, by_reader=True, one_person=one_person, names=names)
    if did := DONE_FOR_ME.match(piece):
        words = f"{DOING[did['did'].lower()]} me {trim(piece[did.end() :])}"
        unnamed = words_of(words).all[-1] in ("it", "them")
        turned = turn_to_them(words, by_reader=True, one_person=one_person)
        return if_certain("thanked", None if unnamed else turned)
    if liked := LIKED.match(piece):
        return _liked(liked[1].lower(), piece[liked.end() :], one_person=one_person, names=names)
    return None


def _liked(verb: str, words: str, *, one_person: bool, names: tuple[str, ...]) -> tuple[str, str]:
    """Return what the reader writes that they liked, as they say it."""
    shape = shape_of(words)
    if shape in (Shape.CLAUSE, Shape.THAT):
        plain = lower_first(trim(words[5:] if shape is Shape.THAT else words), names)
        clause = turn_to_them(plain, by_reader=True, one_person=one_person)
        return if_certain("liked", clause and f"{verb} that {clause}")
    kind, things = classify_things(words, by_reader=True, one_person=one_person, names=names)
    return ("liked", f"{verb} {things}") if kind == "about" else (kind, "")


def _recall_others(
    name: str,
    words: str,
    shape: Shape,
    *,
    is_report: bool,
    one_person: bool,
    names: tuple[str, ...],
) -> tuple[str, str]:
    """Return the kind of frame for advice, and for things that were spoken of."""
    if shape is Shape.DO and name == "said":
        return if_certain("advice", _advice(trim(lower_first(words))))
    if shape is Shape.TO_DO and name == "said":
        return if_certain("advice", _advice(trim(lower_first(words)).removeprefix("to ")))
    if is_report and shape not in SPOKEN_OF:
        return "left-shape", ""
    return classify_things(words, by_reader=False, one_person=one_person, names=names)


def _with_and(text: str) -> str:
    """Rewrite two sentences with a comma between them with 'and': 'the kitchen is open, guests can see us'."""
    before, comma, after = text.partition(", ")
    both = comma and "," not in after
    whole = both and shape_of(before) is Shape.CLAUSE and shape_of(after) is Shape.CLAUSE
    joined = words_of(after).at(0) in ("and", "but", "so", "or", "which", "who", "not")
    joined = joined or "n't " in before or " not " in before
    return f"{before} and {after}" if whole and not joined else text


def with_article(text: str) -> str:
    """Rewrite 'Night shift has a bonus' with its 'the'."""
    first, second = words_of(text).at(0), words_of(text).at(1)
    bare_thing = first in words_named("small", "articled") and not second.endswith(("ing", "ed"))
    return f"the {text}" if bare_thing else text


def if_certain(kind: str, words: str | None) -> tuple[str, str]:
    """Return the frame for these words; where it isn't certain who is meant, that they are left out."""
    return (kind, words) if words else ("left-whose", "")


def classify_things(
    text: str, *, by_reader: bool, one_person: bool, names: tuple[str, ...]
) -> tuple[str, str]:
    """Return things that can be spoken about, as a frame speaks of them."""
    text = text[len("about ") :] if text.casefold().startswith("about ") else text
    if text.startswith("the fact ") and not _YOURS.isdisjoint(words_of(text).all):
        return "left-whose", ""
    if _ASKS_INSIDE.search(text):
        return "left-question", ""
    if _is_unclear(text) or _NO_THING.search(text):
        return "left-shape", ""
    parts = parts_of_list(trim(text))
    shapes = [shape_of(each) for each in parts]
    other = next((each for each in shapes if each not in SPOKEN_OF), None)
    if other is not None:
        return f"left-{why_left_out(other)}", ""
    things = [with_its_article(lower_first(each, names)) for each in parts]
    return if_certain(
        "about", turn_to_them(listed(things), by_reader=by_reader, one_person=one_person)
    )


def _is_unclear(text: str) -> bool:
    """Return whether a verb may be somebody's or nobody's.

    For example 'the developers writes the tests', 'the crew's voice counts'.
    """
    tokens = words_of(text).all
    known = verbs()
    owned = any(each.endswith("'s") for each in tokens[:-1])
    if owned and tokens[-1] in known.third and shape_of(text) is Shape.THING:
        return True
    return shape_of(text) is Shape.THING and any(
        before.endswith("s") and word in known.third and known.third[word] not in known.both
        for before, word in pairwise(tokens)
    )


def _advice(text: str) -> str | None:
    """Rewrite 'Ask early' as 'to ask early'; None where 'you' is in it, who may be anybody."""
    tokens = words_of(text).all
    if {"you", "i", "we", "they", "he", "she"} & {each.partition("'")[0] for each in tokens}:
        return None
    text = _YOUR.sub("my", text)
    for before in ("don't ", "dont ", "do not ", "never "):
        if text.casefold().startswith(before):
            return f"{'never' if before == 'never ' else 'not'} to {text[len(before) :]}"
    return f"always to {text[7:]}" if text.casefold().startswith("always ") else f"to {text}"
