"""What is new on the reader's side: a sentence of what was typed in note form, told at once, later, or again."""

import re

from playbook.memory import remembered
from playbook.phrasing.clauses import is_plural
from playbook.phrasing.deeds import POSSESSIONS
from playbook.phrasing.frames import Framed, fill
from playbook.phrasing.lexicon import verbs, words_named
from playbook.phrasing.pieces import left_out, split_typed, why_left_out, with_subject
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.splices import split_splices
from playbook.phrasing.tidy import lower_first, sentences, trim
from playbook.phrasing.words import words_of
from playbook.render import WEEKDAYS, capitalized

_JUST_NOW = re.compile(
    r",?(?: only| just)? (?:yesterday|today|tonight|this (?:morning|afternoon|evening)|last night)(?: only)?\b",
    re.IGNORECASE,
)
"""When news came, which isn't true any more on the day on which a letter is read."""
_ON_WEEKDAY = re.compile(
    rf",? (?:on |last |this )?(?:{'|'.join(WEEKDAYS)})(?: (?:morning|afternoon|evening|night))?\b(?! \d)",
    re.IGNORECASE,
)
"""A weekday without its date, which names another day a week later."""
_AHEAD = frozenset(
    "will i'll it'll is am are i'm it's going next start starts begin begins".split()
)
"""Words of what is still to come, which needs its day."""
_RESULT_CAME = re.compile(
    r",? (?:and )?(?:the |my )?results? (?:came|come|has come|have come|is|are|were)(?: (?:out|in|through|back))?$"
    r"|^(?:the |my )?results? (?:came|come|are|is|were)(?: (?:out|in|through|back))?(?:,| and) (?=\S)",
    re.IGNORECASE,
)
"""That a result came, beside what it was."""
_NOBODYS = r"(?!(?:i|we|you|he|she|they|it|who|that|this|there|someone|somebody|an?)\b)"
_WORD = r"(?!(?:and|was|were|is|are|got|has|have|had|been|be)\b)[\w'’/&-]+"
_THING = (
    rf"(?:my )?(?P<thing>(?!(?:the|our|your|their|his|her)\b){_NOBODYS}(?:{_WORD} ){{0,4}}{_WORD})"
)
_REST = r"(?P<rest>(?: (?:by|for|until|with|in|at|without|till|from)\b.*)?)(?P<valid>, (?:valid|good) .+)?"
_DONE_BY_ME = re.compile(
    rf"^{_THING} (?P<done>passed|cleared|completed|finished|received|done){_REST}$", re.IGNORECASE
)
"""What the reader did, in note form: 'exam passed'."""
_DONE_TO_IT = re.compile(
    rf"^{_THING} (?P<done>renewed|approved|accepted|granted|confirmed|extended|published|issued|signed"
    rf"|shortlisted|updated|upgraded|recognised|recognized|translated|sorted){_REST}$",
    re.IGNORECASE,
)
"""What happened to a thing of the reader's, in note form: 'CPC renewed, valid until 2031'."""
_CAME = re.compile(
    rf"^{_THING} (?P<done>came through|has come through|arrived|has arrived)(?P<rest>)(?P<valid>, (?:valid|good) .+)?$",
    re.IGNORECASE,
)
"""What the reader got, in note form: 'licence came through'."""
_CAME_BACK = re.compile(
    rf"^{_THING} came(?: back| out)?,? (?P<how>clear|clean|positive|negative|good|fine)$",
    re.IGNORECASE,
)
"""How a check ended, in note form: 'DBS came back clear'."""
_BY_OTHERS = re.compile(
    r"^(?P<done>promoted|accepted|shortlisted|invited|elected|offered|nominated|awarded|selected|admitted|chosen|hired)"
    r" (?=(?:to|for|into|by|at|as|on|in)\b)",
    re.IGNORECASE,
)
"""What others did with the reader, in note form: 'promoted to senior'."""
_DONE_WITH = re.compile(
    rf"^(?P<who>{_NOBODYS}(?:(?!and\b)[\w'’/&-]+ ){{1,6}}?|I )(?:was|were|got) (?P<done>[a-z]+)\b(?P<rest>.*)$"
)
"""'Our preprint was accepted': what was done with somebody or something."""
_DAY_NAMED = frozenset("ago last".split())
"""Words that say on which day it was, after which it is 'I passed' and not 'I've passed'."""


@remembered()
def frame_news(text: str, names: tuple[str, ...] = ()) -> Framed:
    """Return what is new on the reader's side."""
    pieces, left = split_typed("news", _JUST_NOW.sub("", text))
    pieces = tuple(whole for each in pieces for whole in split_splices(_in_a_sentence(each)))
    if not pieces:
        return Framed("", left)
    words = trim(pieces[0])
    shape = shape_of(words, Shape.DID)
    rest = [each for each in pieces[1:] if shape_of(trim(each)) is Shape.CLAUSE]
    left = (*left, *(left_out("news", each, "rest") for each in pieces[1:] if each not in rest))
    after = "".join(f" {capitalized(trim(each))}." for each in rest)
    if shape in (Shape.CLAUSE, Shape.THAT, Shape.DID):
        return Framed(fill("news-that", x=with_subject(words, shape, names)) + after, left)
    tokens = words_of(words).all
    if (
        shape is Shape.THING
        and tokens[0] in ("a", "an", "my", "the")
        and any(each in POSSESSIONS for each in tokens)
    ):
        return Framed(fill("news-have", x=lower_first(words, names)) + after, left)
    return Framed("", (*left, left_out("news", text, why_left_out(shape))))


def _in_a_sentence(piece: str) -> str:
    """Return news with their subject and verb, and without a weekday that would soon name another day."""
    words = trim(_RESULT_CAME.sub("", trim(piece)))
    if _AHEAD.isdisjoint(words_of(words).all):
        words = _ON_WEEKDAY.sub("", words)
    if mine := _DONE_BY_ME.match(words):
        return f"I {_past(mine['done'])} my {lower_first(mine['thing'])}{mine['rest']}"
    if others := _BY_OTHERS.match(words):
        return f"I was {others['done'].lower()} {words[others.end() :]}"
    if back := _CAME_BACK.match(words):
        return f"my {lower_first(back['thing'])} came back {back['how'].lower()}"
    thing = _DONE_TO_IT.match(words) or _CAME.match(words)
    return _with_my(thing) if thing else words


def _with_my(thing: re.Match[str]) -> str:
    """Rewrite 'CPC renewed, valid until 2031' as 'my CPC was renewed and is valid until 2031'."""
    several = is_plural(thing["thing"].rsplit(" ", 1)[-1])
    was = "" if thing.re is _CAME else "were " if several else "was "
    valid = (thing["valid"] or "").removeprefix(", ")
    ending = f" and {'are' if several else 'is'} {valid}" if valid else ""
    return f"my {lower_first(thing['thing'])} {was}{thing['done'].lower()}{thing['rest']}{ending}"


def _past(word: str) -> str:
    return "did" if word.casefold() == "done" else word.lower()


@remembered()
def news_since_talk(text: str, names: tuple[str, ...] = ()) -> str:
    """Return what is new on the reader's side, told some weeks after the talk; empty where nothing is."""
    newest = frame_news(text, names).text
    lead = fill("news-that", x="").removesuffix(".")
    if not newest.startswith(lead):
        return newest
    first, *rest = sentences(newest.removeprefix(lead))
    return " ".join([fill("news-since", x=_have_done(trim(first))), *rest])


def news_alone(newest: str) -> str:
    """Return news without the words that lead to them, as a sentence of their own."""
    lead = fill("news-that", x="").removesuffix(".")
    first, *rest = sentences(newest.removeprefix(lead)) or ("",)
    done = f"{_have_done(trim(first))}." if newest.startswith(lead) else first
    return capitalized(" ".join([done, *rest]))


def as_told_before(newest: str) -> str:
    """Return news as somebody hears them for the second time: 'As I wrote, I passed the medical'."""
    lead = fill("news-that", x="").removesuffix(".")
    first, *rest = sentences(newest.removeprefix(lead)) or ("",)
    if not newest.startswith(lead):
        return newest
    return " ".join([fill("news-again", x=trim(first)), *rest])


def _have_done(words: str) -> str:
    """Rewrite 'I passed the medical' as 'I've passed the medical', 'it was accepted' as 'it has been accepted'."""
    if not (_DAY_NAMED | words_named("names", "days")).isdisjoint(words_of(words).all):
        return words
    known = verbs()
    done_with = _DONE_WITH.match(words)
    if done_with and (done_with["done"] in known.participle or done_with["done"].endswith("ed")):
        who = done_with["who"].strip()
        have = "have" if is_plural(who.rsplit(" ", 1)[-1]) else "has"
        subject = "I've" if who == "I" else f"{who} {have}"
        return f"{subject} been {done_with['done']}{done_with['rest']}"
    subject, _, deed = words.partition(" ")
    past, _, rest = deed.partition(" ")
    participles = [each for each, base in known.participle.items() if known.past_of[base] == past]
    if subject == "I" and participles:
        return f"I've {participles[0]} {rest}".rstrip()
    return words
