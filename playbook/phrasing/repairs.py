"""Small repairs that nobody would argue with: 'an HCA', 'two years of experience', 'about 80 percent'."""

import re

from playbook.memory import remembered
from playbook.phrasing.capitals import is_shouted, usual_capitals
from playbook.phrasing.lexicon import verbs, words_named
from playbook.phrasing.mends import mended
from playbook.phrasing.words import words_of

_LIKE = re.compile(
    r"\blike (?=(?:\d|half\b|twice\b|ten\b|twenty\b|a (?:hundred|dozen)\b))", re.IGNORECASE
)
_LIKE_IS_VERB = re.compile(
    r"\b(?:i|you|we|they|people|to|would|'d|don't|looks?|feels?|sounds?|just) $", re.IGNORECASE
)
_YEARS = re.compile(
    r"\b((?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|several|many)\+? (?:years?|yrs|months?))"
    r"(?:'|’)? (?=(?!of\b|old\b|in\b|as\b)(?:[\w&-]+ ){0,2}(?:experience\b|work\b(?! (?:at|in|for|on|with)\b)))",
    re.IGNORECASE,
)
_YEAR_EXPERIENCE = re.compile(
    r"\b(?P<count>[2-9]|[1-9]\d) years?['’]? (?P<of>(?:[A-Z][\w-]+ ){0,2}experience)\b"
)
"""'5 year UAE experience', where the years are whose the experience is."""
_FOR_YEARS = re.compile(
    r"(?P<before>\b[a-z]{3,}) (?P<time>(?:\d+|two|three|four|five|six|seven|eight|nine|ten)"
    r" (?:years|months|weeks|seasons|summers|winters))(?=[.,;]?$| without\b)",
    re.IGNORECASE,
)
_YEARS_NO = re.compile(
    r"\b((?:\d+|one|two|three|four|five|six|seven|eight|nine|ten|twelve|twenty) (?:years?|months?)),? no "
    r"(?=(?:accidents?|incidents?|complaints?|sick days?|absences?)\b)",
    re.IGNORECASE,
)
_EACH_DO = re.compile(
    r"^(?P<who>everyone|everybody|nobody|no one|he|she) (?P<verb>[a-z]+)\b", re.IGNORECASE
)
"""Where a sentence begins with one person, or with each."""
_ITS = re.compile(
    r"(?:(?<=^)|(?<=[.;,] )|(?<=that ))([Ii]t)s ([a-z]+)(?=$|[.,;!]| (?:and|but|so|here|there|work)\b)"
)
"""'Its' with nothing of its own behind it: 'its busy, you won't get bored'."""
_ITS_A = re.compile(
    r"\b([Ii])ts (?=(?:an?|the|not|my|your|our|their)\b|\d+(?=$|[.,;!]| (?:so|and|but)\b))"
)
"""'Its' before what nothing of its own can begin with: 'its not your fault', 'its 45 so you can talk'."""
_CHANGED = re.compile(
    r"^(?P<what>(?:(?!and\b)[\w-]+ ){1,3})(?P<way>down|up) (?=(?:from|by) [\d£$€₹₦]|from \w+ to\b)",
    re.IGNORECASE,
)
"""A result without its verb: 'repeat calls down from 31% to 19%'."""
_OF_THEM = re.compile(
    r"^(?P<what>(?:[a-z]+ ){1,2}(?:coming|arriving|starting|opening)\b[^,.;]*), (?P<count>\d+) of them$",
    re.IGNORECASE,
)
"""'Electric buses coming in April, 22 of them'."""
_FROM_TO = re.compile(
    r"^(?P<what>(?:(?!and\b)[a-z]+ ){1,3})(?P<first>[£$€₹]?\d[\d.,]*%?) (?P<way>down|up) to (?=[£$€₹]?\d)",
    re.IGNORECASE,
)
"""'Food cost 34% down to 29%'."""
_MOVES = frozenset("bring drive get take keep push pull move turn cut put".split())
"""Verbs that have something behind them which then goes down or up."""
_STATES = frozenset(
    "busy quiet hard close near far cold hot loud fun tough early late small big huge nice".split()
)
"""How a place is, beside the usual adjectives."""
_YOU_SHORT = re.compile(r"\b(?:ur|u)\b(?=(?: [a-z]|$))")
"""'You' and 'your' as they are typed on a phone."""
_IS_HAVING = re.compile(
    r"\b(company|team|firm|school|manager|it|he|she) is having (?=(?:an?|good|great|nice|many|no|strong|the)\b)",
    re.IGNORECASE,
)
_ARE_HAVING = re.compile(r"\b(we|they|you) are having (?=(?:\d|an?|many|no|the)\b)", re.IGNORECASE)
_AM_HAVING = re.compile(r"\bI(?:['’]m| am) having (?=(?!to\b)\w)", re.IGNORECASE)
_BOTH_RIGHT = frozenset(
    "burned dreamed kneeled leaned leaped learned smelled spelled spilled spoiled".split()
)
"""Regular past forms that are as right as the other one, and usual in America."""
_WRONG_PAST = re.compile(r"\b[a-z]{4,}ed\b")
_PERCENT = re.compile(
    r"\b(has|have|had|get|gets|got|is|with|pays?|offers?|gives?) "
    r"(\d[\d.,]*%) (?=(?:differential|bonus|discount|rise|raise|increase|drop|premium|supplement|uplift|match)\b)",
    re.IGNORECASE,
)
_WITH_YOU = re.compile(r"\b((?:work|stay|start|train|learn)(?:s|ed|ing)?) here\b", re.IGNORECASE)
_HERE = re.compile(
    r"(?<!\bright)(?<!\bcome)(?<!\bcomes)(?<!\bget)(?<!\bin)(?<!\bout)(?<!\bover)(?<!\bis)(?<!\bare)(?<!\bbe)(?<!\bwas)"
    r"(?<!\bfrom) here(?= *(?:$|[.,;!])| (?:and|but|mate|yet|too|since|because)\b)"
    r"|(?<=s) here(?= (?:have|are|were|do|don't|get|like|love|want|need|can|will|know|start|help|really)\b)"
    r"|(?<=\beveryone) here\b|(?<=\beverybody) here\b|(?<=\bnobody) here\b|(?<=\bone) here\b|(?<=\bpeople) here\b",
    re.IGNORECASE,
)
_THE_PEOPLE = re.compile(r"^(?P<that>that )?the (?=(?:[a-z]+ ){0,2}[a-z]+(?<!s)s\b)", re.IGNORECASE)
"""People or things of a place, as the subject of what was told: 'the junior doctors listen to the nurses here'."""
_OF_NOBODY = frozenset("i we you they he she our your their us them".split())
"""Words with which it isn't certain whose something is."""
_EVERYBODY_IS = re.compile(
    r"^(?:that )?(?:nobody|no[- ]one|everyone|everybody)(?:['’]s| is)\b", re.IGNORECASE
)
_NOT_THIS = re.compile(
    r"^(?P<who>i|we|you|they) (?:don['’]?t|do not) (?P<verb>want|need|like|sell|hire|serve|use|look for|care about)"
    r" (?P<no>[^,.;]+?)(?:,| -| –|;)? (?:but )?(?P=who) (?P=verb) (?P<yes>[^,.;]+)[.!]?$",
    re.IGNORECASE,
)
"""Two halves of a saying: 'I don't want tweezers, I want salt'."""
_A_SHORT = re.compile(r"\b([Aa]) (?=([A-Z][A-Za-z]+)\b)")
_MONTHS = {
    "jan": "January",
    "feb": "February",
    "mar": "March",
    "apr": "April",
    "jun": "June",
    "jul": "July",
    "aug": "August",
    "sep": "September",
    "sept": "September",
    "oct": "October",
    "nov": "November",
    "dec": "December",
}
_IN_MONTH = re.compile(
    r"\b(in|by|from|until|till|since|of|next|last|early|late|mid)"
    r" (jan|feb|mar|apr|june?|july?|aug|sept?|oct|nov|dec)\b\.?(?= |$|[,;)])",
    re.IGNORECASE,
)
_NO_SHOW = re.compile(r"\bno[ -]call,?(?: |/)no[ -]show\b", re.IGNORECASE)
_AND_ALSO = re.compile(r"\band also (?=\S)", re.IGNORECASE)
_SOME_THING = re.compile(
    r"\bthe (?P<what>(?!and\b)[\w-]+) (?P<thing>(?!the\b)[\w-]+) thing(?=$|[.,;]| and\b)",
    re.IGNORECASE,
)
_AND_SIGN = re.compile(r"(?<=[a-z]) (?:[&+]|AND) (?=[a-z]|I\b)")
"""An 'and' that was typed as a sign or shouted, and is no part of a name."""
_SHOULD_OF = re.compile(
    r"\b(should|could|would|must) of (?=[a-z]+(?:ed|en|wn|ne|ld|id|ad|nt)\b)", re.IGNORECASE
)
_FOR_US = re.compile(r"\b(for|with) (US|UK|EU) (?=[a-z]+(?<!s)\b)")
_WRITTEN_OUT = {
    "hrs": "hours",
    "yrs": "years",
    "yr": "year",
    "mgr": "manager",
    "asst": "assistant",
    "w/": "with",
    "upto": "up to",
    "tues": "Tuesday",
    "weds": "Wednesday",
    "thurs": "Thursday",
    "mins": "minutes",
    "til": "until",
}
_SHORT_FORMS = re.compile(
    r"(?<![\w/])(?:hrs|yrs|yr|mgr|asst|w/|upto|tues|weds|thurs|mins|til)(?=[ .,;!]|$)|\bdrive thru\b",
    re.IGNORECASE,
)


@remembered()
def usual_words(text: str) -> str:
    """Return the text in its usual capitals, and with the words that everybody would put right."""
    text = mended(usual_capitals(text))
    text = _SHORT_FORMS.sub(_written_out, text)
    text = _LIKE.sub(lambda match: _about(match, text), text)
    text = _YEAR_EXPERIENCE.sub(r"\g<count> years' \g<of>", text)
    text = _YEARS.sub(r"\1 of ", text)
    text = _FOR_YEARS.sub(_with_for, text)
    text = _WRONG_PAST.sub(_right_past, text)
    text = _EACH_DO.sub(_each_does, text)
    text = _ITS_A.sub(r"\1t's ", _ITS.sub(_it_is, text))
    text = _YOU_SHORT.sub(lambda match: "your" if match[0].casefold() == "ur" else "you", text)
    text = _IS_HAVING.sub(r"\1 has ", text)
    text = _ARE_HAVING.sub(r"\1 have ", text)
    text = _AM_HAVING.sub("I have ", text)
    text = _PERCENT.sub(_with_a, text)
    text = _YEARS_NO.sub(r"\1 with no ", text)
    text = _IN_MONTH.sub(_whole_month, text)
    text = _FROM_TO.sub(r"\g<what>went \g<way> from \g<first> to ", text)
    text = _CHANGED.sub(_with_went, text)
    text = _OF_THEM.sub(
        lambda match: f"{match['count']} {match['what'][:1].lower()}{match['what'][1:]}", text
    )
    text = _NO_SHOW.sub("no-call, no-show", text)
    text = _SOME_THING.sub(_without_thing, _AND_ALSO.sub("and ", text))
    text = _SHOULD_OF.sub(r"\1 have ", _AND_SIGN.sub(" and ", text))
    text = _FOR_US.sub(_with_its_article, text)
    return _A_SHORT.sub(_with_an, text)


@remembered()
def without_here(text: str) -> str:
    """Return what was said 'here' as somebody who works there is told: 'your nurses', 'with you', or without it."""
    calm = usual_capitals(text) if is_shouted(text) else text
    calm = _WITH_YOU.sub(r"\1 with you", calm)
    if not _HERE.search(calm):
        return calm
    theirs = _THE_PEOPLE.match(calm) if _OF_NOBODY.isdisjoint(words_of(calm).all) else None
    retold = _HERE.sub(lambda match: _where(match, calm), calm)
    return f"{theirs['that'] or ''}your {retold[theirs.end() :]}" if theirs else retold


def _where(match: re.Match[str], text: str) -> str:
    """Return 'with you' at the end of what nobody or everybody is: 'no one's a number with you'; else nothing."""
    at_end = text[match.end() : match.end() + 1] in ("", ".", ",", ";", "!")
    at_end = at_end or text[match.end() :].casefold() in (" mate", " love")
    return " with you" if at_end and _EVERYBODY_IS.match(text) else ""


@remembered()
def one_not_other(text: str) -> str:
    """Rewrite 'I don't want tweezers, I want salt' as 'I want salt, not tweezers', which can be told."""
    halves = _NOT_THIS.match(text.strip())
    if not halves:
        return text
    return f"{halves['who']} {halves['verb']} {halves['yes']}, not {halves['no']}"


def _whole_month(match: re.Match[str]) -> str:
    return f"{match[1]} {_MONTHS.get(match[2].casefold(), match[2].capitalize())}"


def _without_thing(match: re.Match[str]) -> str:
    """Rewrite 'The new pickup thing' as 'what you are doing with pickup', and 'the next big thing' as it is."""
    if match["thing"].casefold() in words_named("small", "adjectives"):
        return match[0]
    is_new = match["what"].casefold() in ("new", "whole")
    return f"what you are doing with {match['thing'] if is_new else match['what'] + ' ' + match['thing']}"


def _with_its_article(match: re.Match[str]) -> str:
    return f"{match[1]} {'an' if match[2] == 'EU' else 'a'} {match[2]} "


def _written_out(match: re.Match[str]) -> str:
    if match[0].casefold() == "drive thru":
        return "drive-through"
    return _WRITTEN_OUT[match[0].casefold()]


def _about(match: re.Match[str], text: str) -> str:
    """Rewrite 'From within like 80 percent' with 'about', and 'people like 12 hours' as it is."""
    return match[0] if _LIKE_IS_VERB.search(text[: match.start()]) else "about "


def _with_for(match: re.Match[str]) -> str:
    """Rewrite 'Looked after my grandmother 3 years' with its 'for'; behind a verb or a preposition it has none."""
    before, known = match["before"].casefold(), verbs()
    verb = (
        before in known.base
        or before in known.past
        or before in known.third
        or before in known.gerund
    )
    other = any(
        before in words_named("small", each)
        for each in ("prepositions", "determiners", "joins", "adverbs")
    )
    small = before in ("last", "past", "next", "first", "and", "every", "have", "has", "had")
    return match[0] if verb or other or small else f"{match['before']} for {match['time']}"


def _each_does(match: re.Match[str]) -> str:
    """Rewrite 'Everyone eat together' with 'eats'."""
    base, known = match["verb"].casefold(), verbs()
    third = next((each for each, of in known.third.items() if of == base), "")
    same = base in known.past or base not in known.base
    return match[0] if same or not third else f"{match['who']} {third}"


def _with_went(match: re.Match[str]) -> str:
    """Rewrite 'Repeat calls down from 31%' as 'Repeat calls went down from 31%'; a verb of their own stays alone."""
    words = match["what"].casefold().split()
    has_verb = not _MOVES.isdisjoint(words) or any(each in verbs().past for each in words)
    return match[0] if has_verb else f"{match['what']}went {match['way']} "


def _it_is(match: re.Match[str]) -> str:
    """Rewrite 'Its busy' as 'it's busy', and 'its busy kitchen' as it is."""
    known = match[2].casefold() in words_named("small", "adjectives") or match[2] in _STATES
    return f"{match[1]}'s {match[2]}" if known else match[0]


def _right_past(match: re.Match[str]) -> str:
    """Rewrite 'drived' as 'drove': the regular past of a verb that has another."""
    known, word = verbs(), match[0].casefold()
    if word in known.past or word in known.participle or word in known.base or word in _BOTH_RIGHT:
        return match[0]
    base = next((each for each in (word[:-1], word[:-2]) if each in known.past_of), "")
    return known.past_of[base] if base else match[0]


def _with_a(match: re.Match[str]) -> str:
    an = "an" if match[2].startswith(("8", "11%", "18%")) else "a"
    return f"{match[1]} {an} {match[2]} "


def _with_an(match: re.Match[str]) -> str:
    vowel = match[2] in words_named("names", "said_with_vowel")
    return f"{match[1]}n " if vowel else match[0]
