"""Key words for the card: a few that stand together, so that they prompt, and never a sentence cut up."""

import re

from playbook.memory import remembered
from playbook.phrasing.lexicon import verbs, words_named
from playbook.tools.closing_statement.plain import plain_form

_LEAD = re.compile(
    r"^(?:because (?:of )?|that |about )*"
    r"(?:(?:somebody|someone|people) (?:who (?:can |is )?|with |to )|(?:how|what|why) (?:you|to) |it(?:['’]s| is) "
    r"|you(?:['’](?:ve|re|d|ll))? (?:have |are |had )?"
    r"|i(?:['’](?:ve|m|d)| have| am| was| would| can)?(?: also| just| been| got)* (?:like |want (?:to )?)?)?",
    re.IGNORECASE,
)
"""What everybody says before the words that are their own."""
_MARKS = '.,;:!?…"()«»“”'
_JOINT = re.compile(
    r"[,;:]| (?:and|but|when|because|so|which|who|where|while|that|if) ", re.IGNORECASE
)
_BESIDE_NUMBERS = frozenset(("of", "to", "the", "in", "a", "an", "per"))
"""Words that stay between a number and what it counts: 'crew of 12', '34 to 61', 'half an hour'."""
_SMALL_STARTS = frozenset("as a an the my your our its up out on do".split())
MOST_CHUNKS = 2
"""Things on one line of the card."""


@remembered()
def cue(text: str, most: int, small: frozenset[str]) -> str:
    """Return what reminds somebody of a text, in at most so many words: 'two winters, emergency department'."""
    own = _LEAD.sub("", text.strip(_MARKS + " "), count=1).strip()
    first = _without_verb(_JOINT.split(own, maxsplit=1)[0].strip(_MARKS + " "))
    counted_later = any(map(str.isdigit, own)) and not any(map(str.isdigit, first))
    if 1 < len(first.split()) <= most and not counted_later:
        return first
    chosen = _choose(_chunks(own, small), most)
    return ", ".join(chosen) if chosen else " ".join(own.split()[:most])


def _without_verb(text: str) -> str:
    """Return a deed without its verb, and a thing without its article: 'handover sheet on my placement'."""
    words = text.split()
    if len(words) > len(("ran", "it")) and plain_form(words[0]) in verbs().past:
        words = words[1:]
    while len(words) > 1 and plain_form(words[0]) in _SMALL_STARTS:
        words = words[1:]
    return " ".join(words)


def _chunks(text: str, small: frozenset[str]) -> list[str]:
    """Return the runs of words that carry the text: 'two winters', 'emergency department', '34 to 61'."""
    words = [(each.strip(_MARKS), each[-1:] in ",;:.") for each in text.split()]
    chunks: list[list[str]] = [[]]
    for at, (word, pauses) in enumerate(words):
        joins = plain_form(word) in _BESIDE_NUMBERS and chunks[-1] and _near_number(words, at)
        if word and (joins or _carries(word, small)):
            chunks[-1].append(word)
        elif chunks[-1]:
            chunks.append([])
        if pauses and chunks[-1]:
            chunks.append([])
    trimmed = (" ".join(_without_small_end(each)) for each in chunks)
    return list(dict.fromkeys(each for each in trimmed if each))


def _near_number(words: list[tuple[str, bool]], at: int) -> bool:
    near = [word for word, _ in words[max(0, at - 2) : at + 2]]
    return any(each[:1].isdigit() or plain_form(each) == "half" for each in near)


def _carries(word: str, small: frozenset[str]) -> bool:
    """Return whether a word says something by itself: no everyday word, and no verb that is nothing else."""
    known, low = verbs(), plain_form(word)
    if word.isupper() and len(word) > 1:
        return True
    is_verb = low in known.gerund or (
        low not in known.both and (low in known.past or low in known.base or low in known.third)
    )
    return not (is_verb or low in small or low in words_named("small", "prepositions"))


def _without_small_end(chunk: list[str]) -> list[str]:
    while chunk and plain_form(chunk[-1]) in _BESIDE_NUMBERS:
        chunk = chunk[:-1]
    return chunk


def _choose(chunks: list[str], most: int) -> list[str]:
    """Return the first chunk and the first with a number, else the one after it, as many as there is room for."""
    if not chunks:
        return []
    first, *others = chunks
    counted = next((each for each in others if any(map(str.isdigit, each))), "")
    if counted and len(f"{first} {counted}".split()) > most:
        return [" ".join(counted.split()[:most])]
    chosen = [" ".join(first.split()[:most])]
    for each in [counted] if counted else others:
        if len(chosen) < MOST_CHUNKS and len(" ".join([*chosen, each]).split()) <= most:
            chosen.append(each)
    return chosen
