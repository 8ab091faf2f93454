"""Given and family names, in the order and with the customs of a country."""

_COUNTRIES_FAMILY_FIRST = frozenset(
    {"CN", "TW", "HK", "MO", "KR", "KP", "JP", "VN", "HU", "MN", "KH"}
)
"""Countries where a family name comes first, so that the last word of a name may be the given one."""
LATIN = 0x24F
"""The last Latin letter with marks: names in other scripts aren't taken apart."""
_FAMILY_NAMES_FIRST = frozenset(
    "ang chan chang chen cheng cheong chia chin chiu choo chong choong chow chua foo fong gan goh ho hong khoo koh kok"
    " kwok lai lam lau lee leong lim ling loh loke low lum neo ng ong pang phua poh quek seah seow sim sng soh tan tang"
    " tay teh teo teoh toh tong wee wong woo yap yeo yeoh yip yong".split()
)
"""Chinese family names of Singapore and Malaysia, which come first: 'Lim Boon Keat' is Mr Lim."""
_CHILD_OF = frozenset("bin binti bte a/l a/p s/o d/o".split())
"""Words before a parent's name, by which nobody is greeted: 'Dato' Ismail bin Yahaya'."""
_WITH_CHINESE_NAMES = frozenset({"SG", "MY", "BN"})
_BYNAMES = frozenset("big little old young wee lil uncle auntie aunty".split())
"""What is said with a name, by everybody: 'Big Dave'."""
TWO_FAMILY_NAMES = frozenset("ES MX AR CO CL PE VE EC GT BO DO HN PY SV NI CR PA UY CU PR".split())
"""Countries where people have two family names: 'García López, María'."""
PARTICLES = frozenset(
    "van von der den de del della di da dos das do du la le el al ibn ben bint te ten ter zu zur af av"
    " dal ní ó mac nic ui st dela".split()
)


def split_name(words: list[str], country: str, *, with_title: bool) -> tuple[str, str]:
    """Return the given and the family name; both empty where the order isn't clear."""
    if not words:
        return "", ""
    if any(ord(each[0]) > LATIN for each in words) or (
        country in _COUNTRIES_FAMILY_FIRST and len(words) > 1
    ):
        return "", ""
    if len(words) == 1:
        return ("", words[0]) if with_title else (words[0], "")
    if custom := _by_custom(words, country):
        given, family = custom
        return (given, family) if with_title else (given, "")
    words = [
        each for each in words if not (len(each.strip(".")) == 1 and each is words[-1])
    ] or words
    if len(words) == 1:
        return words[0], ""
    at = next(
        (n for n, each in enumerate(words) if n and each.casefold().strip(".") in PARTICLES),
        len(words) - 1,
    )
    if words[0].casefold() in _BYNAMES:
        return " ".join(words[:2]), " ".join(words[at:])
    initial = len(words[0].strip(".")) == 1
    if initial or words[0].casefold() in PARTICLES:
        return "", words[-1] if initial else " ".join(words)
    return words[0], " ".join(words[at:])


def _by_custom(words: list[str], country: str) -> tuple[str, str] | None:
    """Return the given name, and the one that follows a title, where neither is the last word; None for others."""
    if country in _WITH_CHINESE_NAMES and words[0].casefold() in _FAMILY_NAMES_FIRST:
        return "", words[0]
    if _CHILD_OF.intersection(each.casefold() for each in words[1:]):
        return words[0], words[0]
    return None
