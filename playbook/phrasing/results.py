"""What came of something done, as it follows it in its sentence, or alone."""

import re

from playbook.memory import remembered
from playbook.phrasing.frames import LeftOut
from playbook.phrasing.lexicon import verbs
from playbook.phrasing.pieces import left_out, split_typed, why_left_out
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.somebody import without_they
from playbook.phrasing.tidy import lower_first, trim
from playbook.phrasing.words import words_of
from playbook.render import capitalized

_AND = re.compile(r"^and\s+(?=\S)", re.IGNORECASE)
_SHARE = re.compile(
    r"^(?:\d[\d.,]*% of|best in|first in|worth|still (?:in|on|at|with)|\d[\d.,]* (?:last|this|a|per|in)) (?=\S)",
    re.IGNORECASE,
)
"""'142% of quota', 'worth €3m', 'still on the road', which stand behind what they say something of."""
_TIMES = re.compile(r"^\d+ times?$", re.IGNORECASE)
_COUNTED_THINGS = re.compile(
    r"^(?:\d[\w.,+%]*|one|two|three|four|five|six|seven|eight|nine|ten|several|a dozen) (?!times?\b)"
    r"(?:[a-z-]+ ){0,3}[a-z-]+s\b",
    re.IGNORECASE,
)
"""'12 new clients', 'two clean audits'."""
_NOT_ONE = re.compile(
    r"^(?:not (?:one|a single)|never (?:one|a single)) (?=[a-z]+\b)", re.IGNORECASE
)
"""'Not one complaint', which is 'without a single complaint' behind what was done."""
_JUDGED = re.compile(
    r"^(?:approved|accepted|published|adopted|praised|renewed|extended|passed)\b(?! by\b)",
    re.IGNORECASE,
)
"""What was done with what the reader made: 'approved without revisions'."""
_NEVER_WAS = re.compile(
    r"^(?:never|always|not once) (?:late|sick|absent|off sick|on time|early|short)\b", re.IGNORECASE
)
"""How somebody was all that time: 'never late'."""
_FULLY = re.compile(r"^(?:fully|always|completely) [a-z]+ed\b", re.IGNORECASE)
"""How somebody or something was in the end: 'fully booked three weeks ahead'."""
_SOME_DID = re.compile(
    r"^(?:one|two|three|both|none|half|most|all|some|many)(?: of (?:them|those|these))? "
    r"(?:was|were|got|is|are|came|went|has|have|had|stayed|left|still|now)\b",
    re.IGNORECASE,
)
"""What some of the things or people did: 'one was in the newspaper'."""
_COUNTED_DID = re.compile(
    r"^(?:both|none|half|most|all|some|many|each)(?: (?:two|three|four|five|six|\d+)(?: of (?:them|those|these))?"
    r"| of (?:them|those|these)) (?P<verb>[a-z]+)\b",
    re.IGNORECASE,
)
"""The same with any verb, where it is counted: 'all three shipped', 'none of them quit'."""
_WENT = re.compile(
    r"^(?:the |our |their )?[a-z]+ (?P<verb>[a-z]+) (?:by|to|from) (?=\d|half|a |one |zero|nothing|[£$€])",
    re.IGNORECASE,
)
"""What went up or down: 'scrap dropped by half'."""
QUANTITY = frozenset("less fewer more no zero higher lower better almost nearly".split())


@remembered()
def result_clause(
    text: str, names: tuple[str, ...], *, before: str, spoken: bool
) -> tuple[str, tuple[LeftOut, ...]]:
    """Return what follows the deed that stands before it in its sentence, and what is left out."""
    pieces, left = split_typed("result", text, spoken=spoken)
    if not pieces:
        return "", left
    thing, comma, clause = trim(pieces[0]).partition(", ")
    if comma and _COUNTED_THINGS.match(thing) and shape_of(clause) is Shape.CLAUSE:
        clear_clause = without_they(clause, before)
        ending = f". {capitalized(clear_clause)}." if clear_clause else ""
        return f", with {lower_first(thing, names)}{ending}", left
    if len(pieces) > 1 and all(shape_of(trim(each)) is Shape.CLAUSE for each in pieces):
        clear = [without_they(trim(each), before) for each in pieces]
        if all(clear):
            return f". {' '.join(f'{capitalized(each)}.' for each in clear if each)}", left
    typed = trim(_AND.sub("", pieces[0]))
    words = _all_of_them(typed)
    left = (*left, *(left_out("result", each, "rest") for each in pieces[1:]))
    shape = shape_of(words, Shape.DID)
    small = lower_first(words, names)
    if _NEVER_WAS.match(words) or _FULLY.match(words):
        return f", and was {small}", left
    first, comma, then = words.partition(", ")
    if _NOT_ONE.match(first) and (not comma or shape_of(then, Shape.DID) is Shape.CLAUSE):
        came = _came_of_it(then, lower_first(then, names), before, ends=False) if then else ""
        return f"{_NOT_ONE.sub(' without a single ', first)}{came}", left
    did = _COUNTED_DID.match(words) or _WENT.match(words)
    if _SOME_DID.match(words) or (did and did["verb"].casefold() in verbs().past):
        return f", and {small}", left
    if shape is Shape.CLAUSE or words != typed:
        clause = _came_of_it(words, small, before, ends=pieces[0].endswith("."))
        return clause, left if clause else (*left, left_out("result", text, "who"))
    clause = _behind_deed(words, small, shape)
    return clause, left if clause else (*left, left_out("result", text, why_left_out(shape)))


def _all_of_them(words: str) -> str:
    """Rewrite 'All passed first time' as 'all of them passed first time', 'all still here' with its 'are'."""
    first, _, rest = words.partition(" ")
    if first.casefold() not in ("all", "most", "both") or not rest:
        return words
    if rest.startswith("still "):
        return f"{first} of them are {rest.replace('still here', 'still there')}"
    past = words_of(rest).at(0) in verbs().past
    return f"{first} of them {rest}" if past else words


def _behind_deed(words: str, small: str, shape: Shape) -> str:
    """Return what came of a deed, as it follows it: ' and …', ', used by …', ' by 30%', ', with fewer complaints'."""
    if shape is Shape.DID:
        return f" and {small}"
    if _JUDGED.match(words):
        return f", which was {small}"
    if shape in (Shape.DONE, Shape.DOING) or _SHARE.match(words):
        return f", {small}"
    if shape is Shape.ADVERB or _TIMES.match(words):
        return f" {small}"
    if shape is not Shape.THING:
        return ""
    some = words_of(words).at(0) in QUANTITY
    if some and words_of(words).at(1) in verbs().past:
        return f", and {small}"
    return f", with {small}" if some or _COUNTED_THINGS.match(words) else ""


def _came_of_it(words: str, small: str, before: str, *, ends: bool) -> str:
    """Return what came of a deed, behind it; a sentence of its own where it begins with a name.

    Empty for unknown people.
    """
    clear = without_they(small, before)
    if clear is None:
        return ""
    named = clear == words and words[:1].isupper() and not words.startswith(("I ", "I'"))
    return f". {words}." if named and ends else f", and {clear}"


@remembered()
def outcome_sentence(result: str) -> str:
    """Return what came of a deed, as a sentence of its own; empty where it is none by itself."""
    pieces, _ = split_typed("result", result)
    words = trim(_AND.sub("", pieces[0])) if pieces else ""
    shape = shape_of(words, Shape.DID) if words else None
    if shape is Shape.DID:
        return f"I {lower_first(words)}."
    clear = without_they(words) if shape is Shape.CLAUSE else None
    return f"{capitalized(clear)}." if clear else ""
