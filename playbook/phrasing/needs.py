"""What an employer needs, as it follows 'You need': 'somebody who stays calm', 'a nurse', 'salt, not tweezers'."""

import re

from playbook.memory import remembered
from playbook.phrasing.clauses import is_plural
from playbook.phrasing.frames import Framed
from playbook.phrasing.job_title import is_job_name
from playbook.phrasing.language import is_foreign
from playbook.phrasing.lexicon import third_person, verbs, words_named
from playbook.phrasing.person import turn_to_them
from playbook.phrasing.pieces import left_out, split_typed, why_left_out
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import lower_first, trim
from playbook.phrasing.tone import is_practical
from playbook.phrasing.words import words_of
from playbook.render import capitalized, listed

_NEEDED = re.compile(
    r"^(?:needs?|looking for) (?=(?:an?|some|more|people|some(?:one|body))\b)"
    r"|^(?:i think (?:that )?|(?:he|she|they|you) said (?:that )?)?(?:you|they|we|he|she)"
    r"(?: (?:really )?(?:needs?|wants?)|(?:['’](?:re|s)| are| is) (?:really )?looking for)\s+(?=\S)",
    re.IGNORECASE,
)
"""Before what is needed: 'they need', 'he said that he's looking for'."""
_WHO = re.compile(
    r"^(?:(?:somebody|someone|a person) )?(?:who|that|(?<=e )what|(?<=y )what)(?P<is>['’](?:s|ll)(?= ))?\s+(?=\S)",
    re.IGNORECASE,
)
_AS_IT_STANDS = re.compile(
    r"^(?:(?:somebody|someone) (?=with\b|to\b|for\b)|people (?=who\b|with\b|that\b)"
    r"|(?:somebody|someone)(?= (?:(?:the|your|our|they|you|we|people|customers|patients|children) "
    r"|[a-z-]+(?:$| (?:who|with|and|to|for)\b))))",
    re.IGNORECASE,
)
"""Somebody with something, or several people: said as typed."""
_OWN = re.compile(
    r"^(?:having |have |has |with )?(?:(?:an?|your|his|her|their) )?own (?=\w)", re.IGNORECASE
)
_GOOD_AT = re.compile(r"^(good|great|strong|excellent) (?=(?:[a-z-]+ )?[a-z]+ing$)", re.IGNORECASE)
_ALSO_A_VERB = re.compile(
    r"^(?:(?:warm|calm|quiet|cool|clean|firm|smart|clear|level) "
    r"(?:and|but|with|about|under|in)|open (?:with|about|to))\b",
    re.IGNORECASE,
)
"""How somebody is, in words that elsewhere are verbs: 'warm with kids', and not 'clean the rooms'."""
_WHO_DO = re.compile(
    r"^(?P<who>(?:somebody|someone|a person)(?: [a-z-]+){0,2} who) (?P<verb>[a-z]+)(?= |$)",
    re.IGNORECASE,
)
"""One person, and what they do: 'someone reliable who turn up'."""
_HOW_OFTEN = re.compile(r"^(?:never|always|not|rarely|usually) (?=\w+$)", re.IGNORECASE)
_AS_QUALITY = {
    "reliability": "reliable",
    "punctuality": "punctual",
    "honesty": "honest",
    "flexibility": "flexible",
    "professionalism": "professional",
    "accuracy": "accurate",
    "resilience": "resilient",
    "discipline": "disciplined",
}
_IN_LIST = re.compile(r",\s*(?:and )?| and (?=(?:can|is|has|speaks|knows|will)\b)")
_JOINS = re.compile(r", (?:and )?| and ")
_STATES = frozenset("want like love know need have care enjoy understand believe".split())
"""Verbs of which nobody says that somebody can do them: 'who wants to learn', and not 'who can want to learn'."""
_WITH_ARTICLE = re.compile(
    r"^(?:[a-z-]+ )?(?:eye|back|pair|attitude|mind|voice|memory|head|willingness|sense|manner)\b",
    re.IGNORECASE,
)


@remembered()
def frame_need(text: str) -> Framed:
    """Return what they need, to go on after 'You need'.

    A whole sentence of the reader's own ends with its full stop.
    """
    pieces, left = split_typed("needs", text, spoken=True)
    if not pieces:
        return Framed("", left)
    rest = tuple(left_out("needs", each, "rest") for each in pieces[1:])
    piece = pieces[0]
    several = _several(piece)
    if several:
        return Framed(several, (*left, *rest))
    if is_foreign(piece):
        return Framed("", (*left, left_out("needs", piece, "foreign"), *rest))
    person, unused = _one_with_all(trim(_NEEDED.sub("", piece)))
    if person:
        return Framed(
            person, (*left, *(left_out("needs", each, "shape") for each in unused), *rest)
        )
    words = trim(_NEEDED.sub("", piece))
    who = _WHO.match(words)
    if who:
        verb = {"s": "is ", "l": "will "}[who["is"][-1]] if who["is"] else ""
        words = f"{verb}{words[who.end() :]}"
    phrase = _needed(words, after_who=bool(who)) or ""
    if not phrase:
        return Framed("", (*left, left_out("needs", piece, why_left_out(shape_of(words))), *rest))
    return Framed(phrase, (*left, *rest))


def _one_with_all(words: str) -> tuple[str, list[str]]:
    """Return one person with all that is asked of them, and what of the list can't be said so.

    For example 'a guard with good English who is polite to family and can do 12 hours standing'; empty for no list.
    """
    who, *others = [each for each in _IN_LIST.split(words) if each]
    head = who.partition(" with ")[0].split()
    one = 0 < len(head) <= len(("a", "security", "guard")) and is_job_name(" ".join(head))
    asked = [each for each in others if _asked_of(each)]
    if not one or not asked or " who " in who:
        return "", []
    first = who if head[0].casefold() in ("a", "an") else f"{_a(who)} {who[:1].lower()}{who[1:]}"
    every = [_asked_of(each) for each in asked]
    again = [
        at > 0 and each.startswith("is ") and every[at - 1].startswith("is ")
        for at, each in enumerate(every)
    ]
    demands = [
        each.removeprefix("is ") if more else each for each, more in zip(every, again, strict=True)
    ]
    return f"{first} who {listed(demands)}", [each for each in others if each not in asked]


def _a(words: str) -> str:
    return "an" if words[:1].casefold() in "aeiou" else "a"


def _asked_of(words: str) -> str:
    """Return what is asked of somebody as it follows 'who': 'is polite', 'can do 12 hours'; empty for a thing."""
    if words_of(words).at(0) in ("can", "is", "has", "speaks", "knows", "will"):
        return words
    return f"is {lower_first(words)}" if shape_of(words) is Shape.QUALITY else ""


def _needed(words: str, *, after_who: bool) -> str | None:
    small = turn_to_them(lower_first(words), by_reader=True)
    if small is None:
        return None
    return (
        _by_its_words(small)
        or _several_deeds(small)
        or _by_its_shape(words, small, after_who=after_who)
    )


def _several(piece: str) -> str:
    """Return what is needed, where it is several things: 'salt, not tweezers; someone who turns up'; else empty."""
    parts = [each.strip() for each in piece.split(";") if each.strip()]
    texts = [frame_need(each).text for each in parts] if len(parts) > 1 else []
    whole = texts and all(each and not each.endswith(".") for each in texts)
    return f"{', '.join(texts[:-1])}, and {texts[-1]}" if whole else ""


def _by_its_words(small: str) -> str:
    """Return what is needed, where a word or two tell how it is said; empty where none does."""
    if _AS_IT_STANDS.match(small):
        return _one_who_does(small)
    if own := _OWN.match(small):
        return f"somebody with their own {small[own.end() :]}"
    if good := _GOOD_AT.match(small):
        return f"somebody who is {good[1].lower()} at {small[good.end() :]}"
    if _ALSO_A_VERB.match(small) or _is_how_often(small):
        return f"somebody who is {small}"
    if small.startswith("are "):
        return f"somebody who is {small.removeprefix('are ')}"
    if small.startswith("hard working"):
        return f"somebody who is hard-working{small.removeprefix('hard working')}"
    if small in _AS_QUALITY:
        return f"somebody who is {_AS_QUALITY[small]}"
    return f"somebody with {small}" if small in words_named("small", "had_by_people") else ""


def _several_deeds(small: str) -> str:
    """Return somebody who can do all of a list of deeds: 'cook, clean and serve'; empty for anything else."""
    deeds = [words_of(each).at(0) for each in _JOINS.split(small)]
    every = len(deeds) > len(("cook", "clean")) and verbs().base.issuperset(deeds)
    return _who_does(small) if every else ""


def _is_how_often(small: str) -> bool:
    return bool(_HOW_OFTEN.match(small)) and shape_of(small.partition(" ")[2]) is Shape.QUALITY


def _one_who_does(small: str) -> str:
    """Rewrite 'someone reliable who turn up' as 'someone reliable who turns up'."""
    doer = _WHO_DO.match(small)
    if not doer or doer["verb"] not in verbs().base or doer["verb"] in verbs().past:
        return small
    return f"{doer['who']} {third_person(doer['verb'])}{small[doer.end() :]}"


def _by_its_shape(words: str, small: str, *, after_who: bool) -> str | None:
    person = _with_article(small)
    if person and not after_who:
        return person
    shape = shape_of(words, Shape.DOES)
    first = words_of(words).at(0)
    if first in ("a", "an") and not after_who:
        return small
    if shape is Shape.CLAUSE and not after_who:
        whole = len(small.split()) > len(("clients", "trust"))
        return f"{capitalized(small)}." if whole else None
    if shape is Shape.DOES:
        return f"somebody who {small.replace(" and don't ", " and doesn't ")}"
    if shape in (Shape.DO, Shape.TO_DO):
        return _who_does(small.removeprefix("to "))
    if shape is Shape.DOING and first in verbs().gerund:
        return f"somebody who can {verbs().gerund[first]}{small[len(first) :]}"
    if shape is Shape.QUALITY:
        return f"somebody who is {small}"
    return _thing_needed(small) if shape is Shape.THING else None


def _who_does(deed: str) -> str:
    """Rewrite 'weld' as 'somebody who can weld', 'be flexible' as 'somebody who is', 'want to learn' as 'who wants'."""
    first, _, rest = deed.partition(" ")
    if first == "be":
        return f"somebody who is {rest}"
    if first in _STATES:
        return f"somebody who {third_person(first)} {rest}".rstrip()
    return f"somebody who can {deed}"


def _with_article(words: str) -> str:
    """Return a person with the article that English wants: 'a quick learner', 'happy people'.

    Empty for anything else.
    """
    tokens = words_of(words).all
    people = words_named("small", "people")
    several = words_named("small", "several_people")
    before = tokens[
        : next((n for n, each in enumerate(tokens) if each in ("who", "with", "to", "for")), 3)
    ][:3]
    known = verbs()
    named = tokens[:1] and {tokens[0], tokens[0].removesuffix("s")} & people
    does = tokens[:1] and not named and tokens[0] in known.base | known.third.keys()
    if not tokens or does or tokens[0] in words_named("small", "determiners") | known.gerund.keys():
        return ""
    for each in reversed(before):
        if each in people and shape_of(words) is not Shape.CLAUSE:
            return f"{'an' if words[:1].casefold() in 'aeiou' else 'a'} {words}"
        if each in several or (each.endswith("s") and each.removesuffix("s") in people):
            return words
    return ""


def _thing_needed(words: str) -> str | None:
    """Return a thing or a person that is needed, with what English wants before it."""
    tokens = words_of(words).all
    if tokens[0].isdigit() and tokens[-1] == "experience":
        return f"somebody with {words}"
    named = tokens[0] in words_named("small", "determiners") or tokens[0].isdigit()
    if named or tokens[0] in ("somebody", "someone", "people", "experience", "help"):
        return words
    if " who " in words or ", not " in words:
        return words
    things = words_named("small", "things") | words_named("small", "mass")
    if tokens[1:2] in (("with",), ("at",)) and tokens[0] not in things and not is_plural(tokens[0]):
        return f"somebody who is {words}"
    if tokens[1:2] == ("to",) and tokens[0] in words_named("small", "had_to_do"):
        return f"somebody with the {words}"
    return _had(words, tokens)


def _had(words: str, tokens: tuple[str, ...]) -> str | None:
    """Rewrite 'Data skills' as 'somebody with data skills'.

    None for a single word, for hours, and for what people do.
    """
    does = (
        is_plural(tokens[0])
        and tokens[1:]
        and tokens[1:] == tokens[-1:]
        and tokens[-1] in verbs().base
    )
    if does:
        return None
    if (
        len(tokens) == 1
        or is_practical(words)
        or tokens[-1] in ("weekends", "mornings", "evenings")
    ):
        return None
    if _WITH_ARTICLE.match(words):
        return f"somebody with {'an' if words[:1] in 'aeiou' else 'a'} {words}"
    return f"somebody with {words}{'s' if tokens[-1] == 'skill' else ''}"


def is_somebody(needed: str) -> bool:
    """Return whether what they need is one person: 'somebody who stays calm', 'an engineer with global mind'."""
    if needed.startswith(("somebody ", "someone ")):
        return True
    article, *others = words_of(needed).all
    people = words_named("small", "people")
    named = (each in people or each.endswith(("er", "or", "ist", "ian")) for each in others[:2])
    return article in ("a", "an") and not needed.endswith(".") and any(named)
