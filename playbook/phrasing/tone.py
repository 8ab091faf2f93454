"""What typed words are about, by their everyday words: something good, something sad, or hours and pay."""

import re

from playbook.phrasing.lexicon import verbs, words_named
from playbook.phrasing.words import words_of

_O_CLOCK = re.compile(
    r"\b(?:(?:days?|\w+day|weekend) off|o'clock|\d{1,2} ?[ap]m|at noon"
    r"|half (?:past )?(?:six|seven|eight|nine|ten|two|three|four|five|\d))\b",
    re.IGNORECASE,
)
_ON_DAYS = re.compile(
    r"\b(?:close[ds]?|open(?:s|ed)?|shut|work(?:s|ing)?|rotate)\b.*\b(?:mon|tues|wednes|thurs|fri|satur|sun)days\b"
    r"|^(?:mon|tues|wednes|thurs|fri|satur|sun)days\b",
    re.IGNORECASE,
)
"""The days on which a place is open, or somebody works."""
_LASTS = re.compile(
    r"\b\d+ hours\b(?! (?:a|per|each|every) (?:week|day|month)| shifts?)", re.IGNORECASE
)
"""How long something takes, which is no working time: 'your stock, 48 hours'."""


_FREE = re.compile(
    r"\bfree (?:[a-z]+ )?(?:food|lunch|lunches|meals?|snacks?|drinks?|coffee|tea|ice|cream|gym|stuff|clothes|fruit|beer"
    r"|travel|parking|haircuts?|tickets?)\b",
    re.IGNORECASE,
)
"""What staff get for nothing."""
_PAY = frozenset(
    "pay paid wage wages salary tips bonus differential commission pension discount allowance allowances benefits perks"
    " relocation".split()
)
_RULE = re.compile(
    r"^(?:you|they|we) (?:don['’]t|do not|never|won['’]t|can['’]t|cannot|must|have to|always|only)\b"
    r"|^(?:nobody|no[- ]one|everyone|everybody|staff) (?:must|has to|have to|may|can|goes|books|leaves"
    r"|works|starts|wears|sits|gets to)\b",
    re.IGNORECASE,
)
"""A rule of the house: 'you don't do overtime'."""
_SPARED = re.compile(
    r"^(?:you|they|we|nobody|no[- ]one)(?: (?:don['’]t|do not|never|won['’]t))?(?: [a-z]+){0,3}"
    r" (?P<what>shouts?|shouting|yell(?:s|ing)?"
    r"|blam(?:e|es|ing)|bull(?:y|ies|ying)|drama|egos?|gossip(?:s|ing)?|politics|micromanag(?:e|es|ing))\b",
    re.IGNORECASE,
)
"""What nobody there has to bear."""
_NEED = re.compile(
    r"\b(?:interpreters?|bsl|sign language|access to work|adjustments?|accommodations?|wheelchair|disab\w+"
    r"|visa|sponsorship|(?:come|came|coming|comes) back after|after (?:a |their |my )?(?:career )?breaks?"
    r"|career breaks?|returners?|maternity|childcare|school run|part[- ]time|flexib\w+)\b",
    re.IGNORECASE,
)
"""What the reader may need themselves."""


_MAXIM = re.compile(
    r"^(?:an? [a-z]+(?: (?:who|that|which|without|with)\b.*)?|[a-z]+ (?:who|that) (?:is|are)\b.*|what(?:['’]s| is)\b.*)"
    r" (?:is|are|isn['’]t) (?:only |just |not |still |always )?(?:an?|no|the same|like|nothing|worth|done|half)\b"
    r"|\bshould\b.*, (?:and )?not \w+$|\b(?:is|are) (?:the )?same (?:as|like) no\b",
    re.IGNORECASE,
)
"""'A road that has no drainage is only a river that is waiting', 'what isn't written is not done'."""


def is_need(words: str) -> bool:
    """Return whether these words tell of what the reader may need themselves: 'an interpreter', 'flexible hours'."""
    return _NEED.search(words) is not None


def is_pay(words: str) -> bool:
    """Return whether these words are about money, which a thank-you had better not bring up."""
    return not _PAY.isdisjoint(words_of(words).all)


_LOSS = frozenset(
    "lost losing died dying death funeral redundancies redundant layoffs fired sacked bankrupt cancer".split()
)


def is_loss(words: str) -> bool:
    """Return whether these words tell of a loss, which nobody brings up again in a note of thanks."""
    return not _LOSS.isdisjoint(words_of(words).all)


def is_rule(words: str) -> bool:
    """Return whether these words tell a rule of the house, which nobody praises."""
    return _RULE.search(words) is not None


_TO_ANYBODY = re.compile(
    r"^(?: (?:at|with|about) (?:anybody|anyone|people|each other|one another))?(?: there| here)?$",
    re.IGNORECASE,
)
NO = "there being no "
"""How it begins that something isn't done there."""
_DONE_THERE = re.compile(
    r"^(?:you|they|we) (?:don['’]t|do not|never) do (?P<what>[a-z-]+)(?: there| here)?$",
    re.IGNORECASE,
)
"""A saying on what isn't done there: 'you don't do excuses'."""
_TREATED = re.compile(
    r"^(?:you|they|we) (?:don['’]t|do not|never) (?P<verb>[a-z]+) (?P<whom>(?:anybody|anyone|people|each other"
    r"|residents|patients|children|kids|customers|guests))$",
    re.IGNORECASE,
)
"""A saying on how nobody is treated there: 'you don't rush people'."""
_SPARED_THINGS = (
    "shouting",
    "yelling",
    "blame",
    "bullying",
    "drama",
    "egos",
    "gossip",
    "politics",
    "micromanaging",
)


def is_spared(words: str) -> bool:
    """Return whether these words tell what people there are spared: 'nobody blames anybody when a pan burns'."""
    return _SPARED.search(words) is not None


def what_is_spared(words: str) -> str:
    """Return what people there are spared, as it follows 'about', where nothing else is told; empty for nothing.

    'You don't do shouting' gives 'there being no shouting', 'you don't rush anybody' 'not rushing anybody'.
    """
    spared = _SPARED.search(words)
    if spared and _TO_ANYBODY.match(words[spared.end() :]):
        begins = spared["what"].casefold()[:3]
        return f"{NO}{next(each for each in _SPARED_THINGS if each.startswith(begins))}"
    if is_practical(words):
        return ""
    done = _DONE_THERE.match(words)
    treated = _TREATED.match(words)
    gerund = (
        {base: each for each, base in verbs().gerund.items()}.get(treated["verb"])
        if treated
        else ""
    )
    if treated and gerund:
        return f"not {gerund} {treated['whom']}"
    return f"{NO}{done['what']}" if done else ""


def may_be_told_back(words: str) -> bool:
    """Return whether these words may be said back to whoever told them: about the work, and nothing sad.

    No hours and no pay, and nothing that the reader may need themselves.
    """
    return not (is_practical(words) or is_sad(words) or _NEED.search(words))


def may_be_recalled(words: str) -> bool:
    """Return whether these words are worth coming back to in a later letter as well, so no rule of the house."""
    return may_be_told_back(words) and not is_rule(words)


def is_welcome(words: str) -> bool:
    """Return whether these words tell something good for people, so that anybody would be glad to hear it."""
    every = words_of(words).all
    if not words_named("small", "unwelcome").isdisjoint(every):
        return False
    nobody = every[:1] in (("nobody",), ("no-one",)) or every[:2] in (
        ("no", "one"),
        ("no", "one's"),
    )
    good = not words_named("small", "welcome").isdisjoint(every)
    return nobody != good or every[-1] in ("too", "yourself", "yourselves")


def is_practical(words: str) -> bool:
    """Return whether these words are about hours, pay and the like: conditions, and nothing that stays with anybody."""
    every = words_of(_LASTS.sub("", words)).all
    named = not words_named("small", "practical").isdisjoint(every)
    return named or any(each.search(words) for each in (_O_CLOCK, _ON_DAYS, _FREE))


def is_maxim(words: str) -> bool:
    """Return whether these words are a saying about how things are, which is remembered and no news to anybody."""
    of_this_place = not {"your", "yours", "our", "i", "my"}.isdisjoint(words_of(words).all)
    return _MAXIM.search(words) is not None and not of_this_place


def is_sad(words: str) -> bool:
    """Return whether these words tell of a loss or a trouble, for which nobody gives thanks."""
    return not words_named("small", "sad").isdisjoint(words_of(words).all)
