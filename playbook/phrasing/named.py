"""Words that speak of somebody by name or by place, as that person reads them: 'the MD's story' is 'your story'."""

from collections.abc import Iterator
from dataclasses import dataclass

from playbook.memory import remembered
from playbook.phrasing.name_words import titles_of
from playbook.phrasing.names import read_name
from playbook.phrasing.one_person import turn_one_person
from playbook.phrasing.words import words_of
from playbook.record_rows import Interviewer
from playbook.render import capitalized

_SHORTEST = 3
"""Letters of a name that is no initial."""
_RESPECT = frozenset("madam ma'am maam mam sir san ji".split())
_PRONOUNS = frozenset("he she him her his hers himself herself he's she's".split())
_AFTER = frozenset("about with to from of for by at and like".split())
"""Words after which somebody is spoken of, and does nothing."""


@dataclass(frozen=True, slots=True)
class _Mention:
    """Where words speak of somebody: from which word to before which, whether something of theirs follows, the end."""

    first: int
    after: int
    own: bool
    end: str


def names_for(person: Interviewer) -> tuple[str, ...]:
    """Return the words by which others speak of a person: the names, 'the Chairman', 'the MD'."""
    name = read_name(person.name)
    names = [each.replace(".", "") for each in (name.given, name.family) if len(each) >= _SHORTEST]
    return (*names, *_places_of(person))


def _places_of(person: Interviewer) -> list[str]:
    """Return the words by which others speak of a person's place: 'the Chairman', 'the MD'."""
    title = person.title.partition(";")[0].partition("/")[0].partition("(")[0].split()
    initials = "".join(each[0] for each in title)
    places = [title[-1]] if title and title[-1].istitle() else []
    places += [each.strip(",.") for each in title if each.strip(",.").isupper()]
    places += [initials] if len(initials) > 1 and initials.isupper() else []
    return [f"the {each}" for each in places]


@remembered()
def is_named(person: Interviewer, text: str) -> bool:
    """Return whether these words speak of this person by name, or by place."""
    return next(_mentions(text.split(), names_for(person)), None) is not None


def _mentions(words: list[str], names: tuple[str, ...]) -> Iterator[_Mention]:
    """Yield where the words speak of somebody with these names, with a title before the name and respect behind it."""
    at = 0
    while at < len(words):
        mention = next(filter(None, (_mention_at(words, at, each.split()) for each in names)), None)
        if mention:
            yield mention
        at = mention.after if mention else at + 1


def _mention_at(words: list[str], at: int, name: list[str]) -> _Mention | None:
    here = words[at : at + len(name)]
    bare = [each.replace(".", "").strip(",;:!?") for each in here]
    own = bool(bare) and bare[-1].endswith(("'s", "’s"))
    bare = [*bare[:-1], bare[-1][:-2]] if own else bare
    if bare[1:] != name[1:] or bare[:1] not in ([name[0]], [capitalized(name[0])]):
        return None
    first, after = at, at + len(name)
    while first and words[first - 1].strip(".").casefold() in (*titles_of(""), "m"):
        first -= 1
    end = here[-1][len(here[-1].rstrip(".,;:!?")) :]
    if not (own or end) and after < len(words) and words[after].casefold() in _RESPECT:
        after += 1
    return _Mention(first, after, own, end)


@remembered()
def as_they_read_it(person: Interviewer, text: str) -> str:
    """Return words that speak of this person, turned to that person; empty where it isn't certain how."""
    mentions = list(_mentions(text.split(), names_for(person)))
    if not mentions:
        return text
    words = text.split()
    for each in reversed(mentions):
        before = words[each.first - 1].casefold() if each.first else ""
        does = not (each.own or each.end or before in _AFTER)
        if does and each.after < len(words):
            words[each.after] = _with_you(words[each.after])
        words[each.first : each.after] = [f"{'your' if each.own else 'you'}{each.end}"]
    turned = " ".join(words)
    theirs = not _PRONOUNS.isdisjoint(words_of(text).all)
    return (turn_one_person(turned) or "") if theirs else turned


def _with_you(verb: str) -> str:
    """Return a verb as it follows 'you': 'validate' for 'validates'; a past form stays."""
    turned = (turn_one_person(f"she {verb}") or "").partition(" ")[2]
    if turned or not verb.endswith("s") or verb.endswith("ss"):
        return turned or verb
    if verb.endswith("ies"):
        return f"{verb[:-3]}y"
    return verb[:-2] if verb.endswith(("ches", "shes", "sses", "xes", "zzes")) else verb[:-1]


@remembered()
def with_name(person: Interviewer, name: str, text: str) -> str:
    """Return words that speak of somebody's place with the name instead: 'Mr Lim's willingness'."""
    words = text.split()
    for each in reversed(list(_mentions(words, tuple(_places_of(person)))) if name else []):
        words[each.first : each.after] = [f"{name}{chr(39) + 's' if each.own else ''}{each.end}"]
    return " ".join(words)
