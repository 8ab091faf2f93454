"""A time of a sentence: as it is named, as it is promised, and which year's is meant."""

from dataclasses import dataclass, field
from datetime import timedelta

from playbook.promises.bounds import bounded
from playbook.promises.clauses import Mention
from playbook.promises.lexicon import Item
from playbook.promises.roles import HISTORY, LENGTH, PERSON, RECURRING, START
from playbook.promises.scene import NO_SUCH_DAY, Meaning, NoSuchDayError, Scene
from playbook.promises.spans import Span, amounts

ASIDE = frozenset({START, LENGTH, HISTORY, PERSON, RECURRING})
"""What a time can belong to that has nothing to do with when they answer."""
_A_YEAR_OFF = timedelta(days=180)
"""A date that would be so much later than the time before it isn't pushed into the next year."""


@dataclass(frozen=True, slots=True)
class Time:
    """A time that was read: as it is named, and as it is promised with its small words.

    `far_year`: it names no year, and the one that is past is nearer, or is what it's after.
    """

    mention: Mention
    named: Span
    promised: Span
    meaning: Meaning
    far_year: bool = False


@dataclass(slots=True)
class Sentence:
    """All that was read in a text: its items, its times, and the words of time that nothing uses."""

    row: list[Item]
    times: list[Time] = field(default_factory=list)
    unread: list[Item] = field(default_factory=list)


def time_meant(mention: Mention, meaning: Meaning, scene: Scene) -> Time:
    """Return the stretch that is meant, as named and as promised: the next one, or one that is just past.

    Raises NoSuchDayError where the date that is meant doesn't exist.
    """
    bound = _own_bound(mention, meaning)
    pairs = [(named, bounded(named, bound, scene)) for named in meaning.spans]
    past = [pair for pair in pairs if pair[1].last_on < scene.said_on]
    coming = [pair for pair in pairs if pair[1].last_on >= scene.said_on]
    since = (scene.said_on - past[-1][1].last_on).days if past else 0
    slip = bool(past) and since <= amounts()["just-past"].high
    if slip or not coming:
        chosen = past[-1]
    else:
        after = scene.previous.span.first_on if scene.later and scene.previous else scene.said_on
        until = after + _A_YEAR_OFF
        chosen = next((pair for pair in coming if after <= pair[0].last_on < until), coming[0])
    if chosen[0].size == NO_SUCH_DAY:
        raise NoSuchDayError(NO_SUCH_DAY)
    far = bool(past) and not slip and since < (chosen[0].first_on - scene.said_on).days
    over = chosen[0].last_on < scene.said_on <= chosen[1].last_on
    return Time(mention, chosen[0], chosen[1], meaning, far or over)


def _own_bound(mention: Mention, meaning: Meaning) -> str:
    """Return the small word that still has something to say: 'from' a range that says itself from when, it hasn't."""
    if mention.node.means == "amount_again" and mention.bound in {"within", "by", "latest"}:
        return ""
    return "" if meaning.amount and meaning.counted and mention.bound == "after" else mention.bound
