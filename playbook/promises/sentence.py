"""The times in a sentence, in order: each in the light of the small words and of the one before."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace

from playbook.promises.dates import NO_SUCH_DAY, NoSuchDayError
from playbook.promises.edges import Scene, bounded, edges, meaning
from playbook.promises.found import READ, Found, Phrase, Reader
from playbook.promises.phrases import phrases
from playbook.promises.spans import Span, amounts

_TWO_TIMES = re.compile(r"\b(?:or|and|but|then)\b")
_OPENS_RANGE = re.compile(r"\b(?:from|between|starting)\b")
_CLOSES_RANGE = re.compile(r"[ ,]*(?:to|until|till?|through|and|or|-)(?: |$)|[ ]*-")


@dataclass(frozen=True, slots=True)
class _Mention:
    """A phrase and the text around it.

    `gap` is the text since the phrase before it; `lead` runs to the core of the next one.
    `leads_on`: the next phrase follows at once.
    """

    phrase: Phrase
    reader: Reader
    gap: str
    lead: str
    leads_on: bool

    def linked(self, previous: Found | None) -> Found | None:
        """'Next week, Tuesday' is one time; 'next week or Tuesday' is two."""
        link = _TWO_TIMES.search(self.gap)
        return replace(previous, week=(), link=link[0]) if previous and link else previous

    def meaning(self, before: str, found: Found) -> str:
        """What the small words mean; in 'from Monday to Friday' they only open the range."""
        opens = _OPENS_RANGE.search(before)
        if opens and (found.ranged or _CLOSES_RANGE.match(self.lead)):
            return ""
        return meaning(before, self.phrase.tail)


def times(text: str, scene: Scene) -> Iterator[tuple[Found, Span, str]]:
    """What each phrase of plain words names, the days that it promises, and what its edge means.

    Raises NoSuchDayError for a date that doesn't exist.
    """
    previous: Found | None = None
    before = ""
    modify: Callable[[Span], Span] = _unchanged
    for mention in _mentions(text):
        found = mention.reader(mention.phrase, scene, mention.linked(previous))
        if found.modify:
            before = mention.phrase.edge if mention.leads_on else ""
            modify = found.modify if mention.leads_on else _unchanged
        if not found.spans:
            continue
        spans = tuple(map(modify, found.spans))
        edge = mention.meaning(f"{before} {mention.phrase.edge}", found)
        named, promised = _settled(spans, edge, scene)
        previous, before, modify = replace(found, spans=(named,)), "", _unchanged
        yield found, promised, edge


def _unchanged(span: Span) -> Span:
    return span


def _mentions(text: str) -> Iterator[_Mention]:
    """Every phrase in the order of the text."""
    found = sorted(_recognised(text), key=lambda pair: pair[0].start)
    until = 0
    for at, (phrase, reader) in enumerate(found, 1):
        following = found[at][0] if at < len(found) else None
        lead = text[phrase.end : following.match.start()] if following else ""
        space = text[phrase.end : following.start] if following else "end"
        yield _Mention(phrase, reader, text[until : phrase.start], lead, not space.strip())
        until = phrase.end


def _recognised(text: str) -> Iterator[tuple[Phrase, Reader]]:
    """Every phrase in the order of the table; a stretch that is recognised isn't read again."""
    for pattern, reader in phrases():
        for match in tuple(pattern.finditer(text)):
            phrase = Phrase(match, *edges(text, match.start(), match.end()))
            yield phrase, reader
            text = text[: phrase.start] + READ * (phrase.end - phrase.start) + text[phrase.end :]


def _settled(spans: tuple[Span, ...], edge: str, scene: Scene) -> tuple[Span, Span]:
    """The stretch that is meant, as named and as promised: the next one, or one that is just past.

    Raises NoSuchDayError where the date that is meant doesn't exist.
    """
    pairs = [(named, bounded(named, edge, scene)) for named in spans]
    past = [pair for pair in pairs if pair[1].last_on < scene.said_on]
    coming = [pair for pair in pairs if pair[1].last_on >= scene.said_on]
    just_past = amounts()["just-past"].high
    slip = past and (scene.said_on - past[-1][1].last_on).days <= just_past
    chosen = past[-1] if slip or not coming else coming[0]
    if chosen[0].size == NO_SUCH_DAY:
        raise NoSuchDayError(NO_SUCH_DAY)
    return chosen
