"""Which word of a name is the first name and which the family's, as far as the order is clear."""

from dataclasses import dataclass

from playbook.phrasing.name_words import is_initial, name_words, plain

FAMILY_FIRST = frozenset({"CN", "TW", "HK", "MO", "KR", "KP", "JP", "VN", "HU", "MN", "KH"})
"""Countries where a family name comes first, so that the last word of a name may be the given one."""
EITHER_FIRST = frozenset({"SG", "MY", "BN"})
"""Countries where some people's family names come first: it takes a family name that is known to."""
HISPANIC = frozenset("ES MX AR CO CL PE EC VE UY PY BO CR GT HN NI PA SV DO CU PR".split())
"""Countries where people have two family names, of which the first is said."""
LATIN = 0x24F
"""The last Latin letter with marks: names in other scripts aren't taken apart."""


@dataclass(frozen=True, slots=True)
class Parts:
    """The first name and the family's; both empty where the order isn't clear."""

    given: str = ""
    family: str = ""


def split_name(words: list[str], country: str, *, title: str) -> Parts:
    """Return the first and the family name of a name without its titles."""
    if any(ord(each[0]) > LATIN for each in words):
        return Parts()
    if len(words) > 1 and country in FAMILY_FIRST | EITHER_FIRST:
        if _family_is_first(words):
            given = " ".join(words[1:]) if country in EITHER_FIRST else ""
            return Parts(given, words[0])
        if country in FAMILY_FIRST:
            return Parts()
    if len(words) == 1:
        return Parts("", words[0]) if title else Parts(words[0])
    if plain(words[0]) in name_words("around", "short_given"):
        return Parts("", _family_of(words, country)) if title else Parts()
    return _in_western_order(words, country)


def _family_is_first(words: list[str]) -> bool:
    known = name_words("around", "first_family")
    return plain(words[0]) in known and plain(words[-1]) not in known


def _in_western_order(words: list[str], country: str) -> Parts:
    folded = [plain(each) for each in words]
    if folded[0] in name_words("around", "bynames"):
        return Parts(" ".join(words[:2]), words[-1])
    of_father = not name_words("around", "of_father").isdisjoint(folded[1:])
    patronymic = country in EITHER_FIRST and folded[0] in name_words("around", "given_with_father")
    if of_father or patronymic:
        return Parts(words[0])
    if is_initial(words[-1]):
        return Parts(words[0])
    family = _family_of(words, country)
    if is_initial(words[0]) and words[0] != "O":
        return Parts("", family)
    if folded[0] in name_words("around", "particles") - name_words("around", "given_too"):
        return Parts("", " ".join(words))
    return Parts(words[0], family)


def _family_of(words: list[str], country: str) -> str:
    """Return the family name with its particles: 'van den Berg'."""
    particles = name_words("around", "particles")
    at = next((n for n, each in enumerate(words) if n and plain(each) in particles), None)
    if at is None and country in HISPANIC and len(words) > len(("Ana", "Ruiz")):
        return "" if len(words) == len(("Ana", "Ruiz", "Gil")) else " ".join(words[-2:])
    return " ".join(words[len(words) - 1 if at is None or at == len(words) - 1 else at :])
