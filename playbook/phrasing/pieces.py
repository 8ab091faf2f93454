"""What was typed, made ready to be put into sentences: its pieces, and what of it is left out at once."""

import re

from playbook.memory import remembered
from playbook.phrasing.beginnings import FILLER
from playbook.phrasing.clauses import is_plural
from playbook.phrasing.frames import MOST_WORDS, LeftOut
from playbook.phrasing.lexicon import words_named
from playbook.phrasing.repairs import usual_words
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import is_empty, join_lines, lower_first, sentences, trim, without_aside
from playbook.phrasing.usage import in_usual_english
from playbook.phrasing.words import words_of

_THEN = frozenset("last ago yesterday in on when before during since".split())
"""Words that name a time, after which it is 'I got' and not 'I've got'."""
_HAS_ITS_OWN = (
    "something",
    "anything",
    "everything",
    "about",
    "what",
    "how",
    "why",
    "less",
    "more",
    "no",
)
"""Words before a thing that have their own way of naming it."""
_ONE_TALK = (
    "discussion",
    "visit",
    "tour",
    "conversation",
    "presentation",
    "debate",
    "room",
    "shed",
    "program",
    "dog",
)
_UNCOUNTED = (
    "work",
    "pay",
    "food",
    "help",
    "support",
    "experience",
    "care",
    "money",
    "feedback",
    "safety",
    "data",
)
"""Things that stand without 'the'."""
EXCLAIMS = re.compile(
    r"^(?:that'?s |it'?s |it was |that was )?(?:so |very |really |super |pretty |just )*"
    r"(?:cool|nice|great|amazing|awesome|lovely|fun|wow|brilliant|fantastic|wonderful|incredible|beautiful)$",
    re.IGNORECASE,
)
"""A cry of joy behind the words that count: 'her balayage wall!!! so cool'."""


@remembered()
def _pieces(text: str) -> tuple[str, ...]:
    """Split what was typed into tidied sentences."""
    return tuple(
        _without_trailer(FILLER.sub("", each))
        for each in sentences(in_usual_english(usual_words(join_lines(text))))
    )


def _without_trailer(piece: str) -> str:
    """Rewrite 'No one's a number here, mate' without the 'mate'."""
    before, _, last = trim(piece).rpartition(" ")
    return (
        before.rstrip(" ,")
        if before and last.casefold() in words_named("small", "trailers")
        else piece
    )


def _is_long(text: str) -> bool:
    return len(text.split()) > MOST_WORDS


def left_out(name: str, words: str, why: str) -> LeftOut:
    """Return these words of this field as left out, for this reason."""
    return LeftOut(name, " ".join(words.split()), why)


def split_typed(
    name: str, text: str, *, spoken: bool = False
) -> tuple[tuple[str, ...], tuple[LeftOut, ...]]:
    """Split a field into tidied sentences, and name what is left out at once: brackets, and a text too long to be sent.

    What is only `spoken`, by the reader themselves, may be of any length.
    """
    if is_empty(text):
        return (), ()
    if _is_long(text) and not spoken:
        return (), (left_out(name, text, "long"),)
    plain, aside = without_aside(join_lines(text))
    pieces = tuple(each for each in _pieces(plain) if not EXCLAIMS.match(trim(each)))
    return pieces or _pieces(plain), (left_out(name, aside, "aside"),) if aside else ()


def why_left_out(shape: Shape) -> str:
    """Return the reason why words of this shape are left out."""
    return {Shape.FOREIGN: "foreign", Shape.QUESTION: "question"}.get(shape, "shape")


def with_the(text: str) -> str:
    """Return a thing as a sentence speaks of it: 'the kitchen' for 'kitchen'."""
    words = text.split()
    if text.startswith(("opportunity to ", "chance to ")):
        return f"the {text}"
    word = words[0].casefold() if words else ""
    things = words_named("small", "things")
    if (
        len(words) == 1
        and word in things
        and text.islower()
        and not word.endswith(("ing", "ness", "ity", "ship"))
    ):
        return f"the {text}"
    return text


def with_its_article(text: str) -> str:
    """Return a thing as a sentence speaks of it, also one of several words: 'the new packing shed'."""
    every = words_of(text).all
    at = next(
        (n for n, each in enumerate(every) if each in words_named("small", "prepositions")),
        len(every),
    )
    head = every[:at]
    named = not head or head[0].isdigit() or not text[:1].islower() or head[0] in _HAS_ITS_OWN
    opens = named or any(
        head[0] in words_named("small", each) for each in ("determiners", "questions", "mass")
    )
    new = bool(head) and head[0] in words_named("small", "adjectives") and not is_plural(head[-1])
    one = len(head) > 1 and (
        new or head[-1] in _ONE_TALK or head[-1] in words_named("small", "things")
    )
    uncounted = head[-1:] and (
        head[-1] in _UNCOUNTED or head[-1].endswith(("ing", "ness", "ity", "ship"))
    )
    return f"the {text}" if one and not opens and not uncounted else with_the(text)


def is_whole_thing(words: str) -> bool:
    """Return whether a thing can be named as it stands: with its 'the' or 'my', as several, or as a mass or a name."""
    tokens = words_of(words).all
    first = tokens[0] if tokens else ""
    single = len(tokens) == 1 and first in words_named("small", "things")
    return (
        single
        or first in words_named("small", "determiners")
        or first.isdigit()
        or first in words_named("small", "mass")
        or any(each.endswith("s") and not each.endswith("ss") for each in tokens[:2])
    )


def with_subject(words: str, shape: Shape, names: tuple[str, ...]) -> str:
    """Return a sentence with its subject, to stand after 'that': 'ran the rota' gets its 'I'."""
    is_possession = words.casefold().startswith(("got my ", "got a ", "got an "))
    if shape is Shape.DID and is_possession and _THEN.isdisjoint(words_of(words).all):
        return f"I've {lower_first(words, names)}"
    if shape is Shape.DID:
        return f"I {lower_first(words, names)}"
    return lower_first(words[5:] if shape is Shape.THAT else words, names)


def without_and(text: str) -> str:
    """Return the text without an 'and' before it."""
    return text[4:] if text.casefold().startswith("and ") else text
