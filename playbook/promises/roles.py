"""What a time belongs to: their answer, a start date, a contract, a meeting, an absence, what has been."""

from collections.abc import Iterator, Sequence
from itertools import takewhile

from playbook.promises.around import Around, has, unknown
from playbook.promises.denial import UNTIL, denies
from playbook.promises.lexicon import Item

ANSWER, MEETING, CLOSING, ABSENCE = "answer", "meeting", "closing", "absence"
START, LENGTH, HISTORY, GIVEN_UP, PERSON = ("start", "length", "history", "given-up", "person")
RECURRING = "recurring"
EVENTS = frozenset({MEETING, CLOSING, ABSENCE})
NAMED_ASIDE = EVENTS | {START, LENGTH}
"""What the reader is told a time belongs to, where it isn't their answer."""
TRAILING = frozenset(
    "at latest|at very latest|latest|at absolute latest|at earliest|at very earliest|at absolute earliest"
    "|very earliest|absolute earliest|earliest|at soonest"
    "|or later|or after|or more|or longer|or sooner|or earlier|or before|or less|or so|or thereabouts"
    "|or thereabout|give or take|onward|onwards|tops|max|maximum|at most|at very most|ish|minimum|min|or beyond"
    "|or around then|or about|thereabouts|very latest|at outside|if not sooner|if not earlier|if not before"
    "|no later|and no later|not later|not a day later|and beyond|at minimum|at least|if not later|more or less"
    "|or faster|or fewer|worst case".split("|")
)
"""Small words that stand behind their time."""
_OPENERS = frozenset({"filler", "bound", "and", "comma", "break", "idiom"})
_OWNERS = frozenset("your our my his her their this that these those".split())
_VERBS = frozenset("is are has have takes take needs wants starts runs".split())
_COMMA_AND_WORD = 2
_NEW_SUBJECTS = frozenset({"its", "itll", "it will be", "itll be"})
"""What begins a clause of its own: 'with Alan off it's more likely to be Tuesday'."""
_LEADS = frozenset({"of", "than", "from"})
"""How given-up words end that speak of the next time only."""
_THANKS = frozenset({"thanks", "thank you", "thank", "appreciate", "sorry for", "sorry about"})
_THROUGH = frozenset({"through", "thru", "throughout"})
_SENDS = frozenset("send get bring hand post give pop drop".split())
_ENDS = frozenset({"wrap up", "wrapped up", "conclude", "finalise", "finalize"})
_RELATIVE = frozenset({"which is", "which", "which are"})
_EACH = frozenset({"every", "each"})
_TALKS = frozenset({"talk to", "speak to", "speak with"})


def role_of(around: Around, previous: str) -> str:
    """Return what the nearest word says that a time belongs to: before it, then behind it, then what was spoken of.

    `previous` is what the time before it belongs to, "" where there is none.
    """
    parted = any(item.stands_for("break") for item in around.lead)
    own = any(named_role(item) not in {"", previous} for item in around.lead)
    if previous and around.node.kind == "again" and not (parted or own):
        return previous
    if _has_lasted(around) or any(item.text in _THANKS for item in around.before):
        return HISTORY
    if around.node.means == "near_named" and not answers(around.before):
        return HISTORY  # 'today is Wednesday'
    if _names_feast(around) and not around.before:
        return ABSENCE  # 'Labour Day is Monday', 'Thursday's Heritage Day'
    if any(_gives_up(item, around) for item in around.before):
        return GIVEN_UP
    if _is_visit(around):
        return MEETING
    if _recurs(around):
        return RECURRING
    words = _words_around(around)
    named = (item for item in words if named_role(item) and not is_sent_back(item, around))
    roles = (_role_by_word(item, around) for item in named)
    role = next((role for role in roles if role not in {PERSON, GIVEN_UP}), "")
    return role or _role_without_word(around, words, previous)


def _names_feast(around: Around) -> bool:
    first, words = around.row[around.node.start], around.node.words()
    is_named = any(word.kind in {"'is'", "'falls'"} for word in words)
    return is_named or (first.owns and bool(around.node.values("feast")))


def _has_lasted(around: Around) -> bool:
    """Recognise 'It's been up for three weeks'."""
    been = any(item.text.split()[-1] in {"been", "was"} for item in around.before)
    counts = around.node.means in {"", "amount", "ahead"} and any(around.node.values("unit"))
    return been and counts and has(around.before[-1:], "for")


def _gives_up(item: Item, around: Around) -> bool:
    """Recognise 'Instead of the 10th it's the 17th': it gives up the first of them only."""
    if not item.stands_for("role", GIVEN_UP):
        return False
    if item in around.lead and any(each.stands_for("or") for each in around.lead):
        return False  # 'Monday, or it might have been Tuesday'
    nearest = item.text.split()[-1] in _LEADS
    return not nearest or item in around.row[around.previous : around.node.start]


def _is_visit(around: Around) -> bool:
    """Recognise 'Come back Tuesday for a trial shift': the reader comes, and no answer does."""
    comes = any(item.text == "come back" for item in around.before)
    return comes and bool(around.after) and around.after[0].text == "for"


def _words_around(around: Around) -> list[Item]:
    """Return the words that can say it, the nearest first: before the time, then behind it."""
    kinds = {around.node.kind, *(child.kind for child in around.node.parts)}
    counted = not kinds.isdisjoint({"offset", "beside-time"}) or any(
        word.kind == "now" and word.item and word.item.text != "time"
        for word in around.node.words()
    )
    behind = [] if counted else list(_until_bound(around.after))
    behind = [item for item in behind if not item.stands_for("role", GIVEN_UP)]
    leading = takewhile(lambda item: item.text not in _NEW_SUBJECTS, reversed(around.before))
    starts = [item for item in around.after[:1] if item.text == "start"]
    return [*starts, *leading, *behind]  # 'an offer by Friday with a 12 July start'


def _role_by_word(word: Item, around: Around) -> str:
    """Return what the word stands for where it stands."""
    role, means = named_role(word), around.node.means
    rest = around.row[around.node.end : around.following]
    is_then = means in {"after_then", "back_to"} and (word not in rest or answers(rest))
    goes_on = role == MEETING and is_then
    is_moved = role == HISTORY and means == "from_to" and word.stands_for("moved")
    by = has(around.before[-1:], "by")
    if word.text in _ENDS and any(named_role(item) == MEETING for item in around.before):
        return MEETING  # 'interviews wrap up on the 9th'
    own_in = word in around.before[-1:] and word.text.endswith(" in") and answers(around.before)
    comes_out = word.text == "out" and (
        by or answers(around.before) or any(item.stands_for("published") for item in around.before)
    )
    led = takewhile(lambda item: item is not word, around.before)
    to_come = any(item.text.endswith("be") for item in [*led][-1:])
    passive = role == HISTORY and (by or to_come)  # 'the mail will be sent on Saturday'
    if goes_on or is_moved or comes_out or own_in or passive:
        return ANSWER
    is_talk = role == PERSON and word.text in _TALKS and word not in around.before[:1]
    return MEETING if is_talk else role


def _role_without_word(around: Around, words: Sequence[Item], previous: str) -> str:
    if any(item.stands_for("moves") for item in around.before):
        return ANSWER
    if any(not item.classes or item.stands_for("idiom") for item in words):
        lasts = any(item.text in UNTIL | _THROUGH for item in around.before)
        return ABSENCE if lasts and unknown(words) and not denies(around, words) else ANSWER
    return _inherited(around, previous)


def is_sent_back(item: Item, around: Around) -> bool:
    """Recognise 'Send the form back by Friday': nobody returns."""
    if item.text != "back":
        return False
    led = takewhile(lambda each: each is not item, around.before)
    near = [*led][-2:]
    says = any(named_role(each) == ANSWER or each.text in _SENDS for each in near)
    return says or any(each.text in _SENDS for each in around.before)


def _recurs(around: Around) -> bool:
    """Recognise 'Every Monday', 'the 1st of every month'; a counted plural is no habit: 'two Fridays from now'."""
    first = around.row[around.node.start]
    led = bool(around.before) and around.before[-1].stands_for("recurring")
    led = led or any(item.text.split()[0] in _EACH for item in around.after[:2])
    return led or (first.stands_for("weekday") and first.text.endswith("days") and not first.owns)


def lasts(around: Around, near: Sequence[Item]) -> bool:
    """Recognise 'Two days of interviews': it is how long they take; 'within two days of the interview' isn't."""
    node, row = around.node, around.row
    led = bool(near) or (node.start > 0 and row[node.start - 1].text in {"in", "over"})
    return node.kind == "offset" and row[node.end - 1].text == "of" and not led


def named_role(item: Item) -> str:
    """Return what this word says that a time belongs to, "" where it says nothing."""
    return str(item.classes.get("role", ANSWER if item.stands_for("open") else ""))


def answers(items: Sequence[Item]) -> bool:
    """Return whether one of these words says that it's their answer."""
    return any(named_role(item) == ANSWER for item in items)


def guessed(around: Around) -> int:
    """Return how many words stand there that we don't know, where none says what the time belongs to."""
    words = [*around.before, *around.after]
    if any(named_role(item) for item in words):
        return 0
    return len(unknown(words))


def has_other_subject(around: Around) -> bool:
    """Recognise 'The security clearance alone is six weeks': something that we don't know is, has or takes it."""
    named = (item for item in around.before if _OPENERS.isdisjoint(item.classes))
    subject = next((item for item in named if item.text not in _OWNERS), None)
    is_known = subject is None or not unknown([subject])
    return (
        not is_known
        and guessed(around) > 0
        and any(i.text.split()[-1] in _VERBS for i in around.before)
    )


def _inherited(around: Around, previous: str) -> str:
    """Return the role of a time alone in its clause, that of the one before it: 'by Friday, or Monday'."""
    if role := _heading(around):
        return role
    ends = any(item.stands_for("break") or item.stands_for("stop") for item in around.lead)
    if not previous or ends or previous in {GIVEN_UP, ABSENCE, HISTORY}:
        return ANSWER
    return previous


def _heading(around: Around) -> str:
    """Return what stands before a comma or bracket: '9 to 5, Monday to Friday', 'the closing date (15 January)'."""
    if around.start < _COMMA_AND_WORD:
        return ""
    word, separator = around.row[around.start - _COMMA_AND_WORD : around.start]
    heads = word.stands_for("role", LENGTH) or (
        word.stands_for("role", MEETING)
        and not answers(around.row[: around.start])
        and not any(item.stands_for("bound") for item in around.row[: around.start])
    )
    related = any(
        item.text in _RELATIVE for item in around.before[:1]
    )  # 'the panel, which is Monday'
    heads = heads or (related and named_role(word) in NAMED_ASIDE)
    named = separator.text == "(" or (separator.stands_for("comma") and heads)
    return named_role(word) if named else ""


def _until_bound(items: Sequence[Item]) -> Iterator[Item]:
    for item in items:
        if item.stands_for("if") or (item.stands_for("bound") and item.text not in TRAILING):
            return
        yield item
