"""Who 'they' are: said without them where nobody stands before it ('it is still in use'), or asked about."""

import re

from playbook.memory import remembered
from playbook.phrasing.clauses import is_plural
from playbook.phrasing.lexicon import verbs, words_named
from playbook.phrasing.words import words_of

_THEY_USE = re.compile(
    r"^they(?:['’]re| are)?(?P<how> still| now| all| even)* us(?:e|ing) (?:it|that|mine|this)\b",
    re.IGNORECASE,
)
_THEY_DID = re.compile(
    r"^they (?P<how>(?:then|later|even|also|soon) )?(?P<did>[a-z]+) (?P<whom>me|it)\b(?P<rest>.*)$",
    re.IGNORECASE,
)
_THEIRS = frozenset(("they", "they've", "they're", "they'd", "them", "their"))
_NOT_SAID_SO = frozenset("loved liked hated enjoyed wanted needed said thought had did let".split())
"""Verbs that don't turn into 'it was …' or 'I was …'."""


@remembered()
def without_they(clause: str, before: str = "") -> str | None:
    """Return a clause that is clear by itself: 'it is still in use' for 'they still use it'.

    None where they are nobody known.

    `before` are the words that stand before it, in which 'they' may be somebody: 'four students'.
    """
    if _THEIRS.isdisjoint(words_of(clause).all) or _names_several(before, clause):
        return clause
    if use := _THEY_USE.match(clause):
        how = (use["how"] or "").replace(" all", "").replace(" even", "")
        return f"it is{how} in use{clause[use.end() :]}"
    did = _THEY_DID.match(clause)
    return _passive(did) if did and _THEIRS.isdisjoint(words_of(did["rest"]).all) else None


def _passive(did: re.Match[str]) -> str | None:
    """Rewrite 'They promoted me twice' as 'I was promoted twice'."""
    past = did["did"].casefold()
    base = verbs().past.get(past, "")
    participle = next((one for one, of in verbs().participle.items() if of == base), "")
    if not participle or past in _NOT_SAID_SO:
        return None
    whom = "I was" if did["whom"].casefold() == "me" else "it was"
    return f"{whom} {did['how'] or ''}{participle}{did['rest']}"


def _names_several(before: str, clause: str) -> bool:
    """Return whether somebody, or several things, stand before the first 'they'."""
    texts = words_of(clause).all
    at = next(at for at, each in enumerate(texts) if each in _THEIRS)
    known = (*words_of(before).all, *texts[:at])
    return any(is_plural(each) or each in words_named("small", "collective") for each in known)
