"""'He' or 'she' turned to 'you', with the verbs that belong to it: 'he looks' becomes 'you look'."""

import re

from playbook.phrasing.lexicon import auxiliaries, verbs, words_named

WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?|[\d]+|[^\w\s]|\s+|_")
_ONES = {
    "he": "you",
    "she": "you",
    "he'll": "you'll",
    "she'll": "you'll",
    "he'd": "you'd",
    "she'd": "you'd",
}
_ONES_OWN = {
    "his": "your",
    "him": "you",
    "her": "your",
    "hers": "yours",
    "himself": "yourself",
    "herself": "yourself",
}
_IRREGULAR = {
    "is": "are",
    "was": "were",
    "has": "have",
    "does": "do",
    "isn't": "aren't",
    "wasn't": "weren't",
    "hasn't": "haven't",
    "doesn't": "don't",
}


def with_capital_of(before: str, after: str) -> str:
    """Return `after` with a capital where `before` began with one."""
    return after[:1].upper() + after[1:] if before[:1].isupper() and after[:1].islower() else after


def turn_one_person(text: str) -> str | None:
    """Rewrite 'He looks at it' as 'you look at it'; None where a verb isn't known."""
    pieces = WORD.findall(text)
    at = [n for n, each in enumerate(pieces) if each[0].isalnum()]
    for place, n in enumerate(at):
        word = pieces[n].replace("’", "'").casefold()
        if word in ("he's", "she's"):
            if place + 1 >= len(at):
                return None
            after = pieces[at[place + 1]].casefold()
            has = (after in verbs().participle and after not in ("done", "made")) or after in (
                "been",
                "got",
            )
            pieces[n] = with_capital_of(pieces[n], "you've" if has else "you're")
        elif word in _ONES:
            pieces[n] = with_capital_of(pieces[n], _ONES[word])
            if word in ("he", "she") and not _agree(pieces, at[place + 1 :]):
                return None
        elif word in _ONES_OWN:
            pieces[n] = with_capital_of(pieces[n], _ONES_OWN[word])
        elif word in ("and", "but", "or") and place and not _agree_later(pieces, at[place + 1 :]):
            return None
    return "".join(pieces)


def _agree(pieces: list[str], at: list[int]) -> bool:
    """Put the verb after 'you' into its form; whether it is known."""
    for n in at[:2]:
        word = pieces[n].replace("’", "'").casefold()
        if word in _IRREGULAR:
            pieces[n] = _IRREGULAR[word]
            return True
        if word in verbs().third:
            pieces[n] = verbs().third[word]
            return True
        if word in auxiliaries() or word in verbs().past or word.endswith("ed"):
            return True
        if word not in words_named("small", "adverbs"):
            return False
    return False


def _agree_later(pieces: list[str], at: list[int]) -> bool:
    """Put a second verb after 'and' into its form; False where a word may be a verb or a thing."""
    if not at:
        return True
    word = pieces[at[0]].casefold()
    if word in _IRREGULAR:
        pieces[at[0]] = _IRREGULAR[word]
    elif word in verbs().third and verbs().third[word] in verbs().both:
        return False
    elif word in verbs().third:
        pieces[at[0]] = verbs().third[word]
    return True
