"""The closing statement: from the record to sentences with their time, what to trim and what to look at again."""

from dataclasses import replace

from playbook.evidence import Rule
from playbook.interview import Interview
from playbook.phrasing.frames import fill
from playbook.phrasing.reasons import is_about_oneself
from playbook.phrasing.tidy import is_empty, trim
from playbook.phrasing.usage import slips_of_usage
from playbook.render import listed
from playbook.rulebook import Rulebook
from playbook.tool import Request
from playbook.tools.closing_statement.assemble import has_heard, in_order, is_typed, openings, say
from playbook.tools.closing_statement.checks import review
from playbook.tools.closing_statement.cues import cue
from playbook.tools.closing_statement.deeds import begins_with_i
from playbook.tools.closing_statement.model import Finding, Pace, Part, PartWords, Statement
from playbook.tools.closing_statement.pace import count_words, has_blanks, paces
from playbook.tools.closing_statement.plain import small_words
from playbook.tools.closing_statement.thread import is_joined, thread_of
from playbook.tools.closing_statement.typed import has_begun, is_foreign, source_words

FEWEST_ANNOUNCED = 14
"""Words that bear to be announced as reasons; of fewer it sounds like a joke."""
FEWEST_ALONE = 6
"""Words of a thing done that bear to stand alone."""
FEWEST_FIRST = 8
"""Words of things done with which such a statement can begin."""
LENGTHS = {
    "": "closing-statement",
    "60": "closing-statement-short",
    "120": "closing-statement-long",
}


def compute(request: Request, rulebook: Rulebook) -> Statement:
    """Return the statement for this request. Nothing is needed; a part without words waits for them."""
    interview, rules = request.interview, rulebook.rules
    limit = rules[LENGTHS[interview.statement.length]]
    sample = int(interview.statement.own_rate_seconds or 0)
    known = paces(rules, sample)
    pace = known[-1] if known[-1].id == "own" else known[0]
    begun = has_begun(interview)
    parts = tuple(
        _part(words, request, limit, pace, rulebook, begun=begun)
        for words in in_order(rulebook, interview)
    )
    parts = _opened(parts, pace, interview, rulebook)
    spoken = " ".join(line for section in parts for line in section.sentences)
    return Statement(
        limit=limit,
        parts=parts,
        paces=known,
        pace=pace,
        verdict=_verdict(parts, limit, known, pace) if begun else "empty",
        findings=_findings(parts, interview, rulebook),
        sample_seconds=sample,
        blanks=has_blanks(spoken),
        lacks=_lacks(parts, interview),
        is_cut=any(each.why == "enough" for _, each in thread_of(interview).left),
        foreign=is_foreign(interview),
    )


def _opened(
    parts: tuple[Part, ...], pace: Pace, interview: Interview, rulebook: Rulebook
) -> tuple[Part, ...]:
    """Return the parts with a sentence that opens the first of them: nobody begins in the middle."""
    spoken = [at for at, section in enumerate(parts) if section.spoken]
    if not spoken:
        return parts
    at = spoken[0]
    first = parts[at]
    done = any(section.id == "proofs" and section.spoken for section in parts)
    assert first.spoken is not None
    mentioned = _mentioned(first, interview)
    opening = openings(rulebook)[_opening(parts, first, interview, things_done=done)].text
    lines = (mentioned,) if mentioned else (opening, *first.spoken.sentences)
    count = sum(map(count_words, lines))
    over = max(0, count - pace.words(first.share))
    opened = replace(first, spoken=replace(first.spoken, sentences=lines), count=count, over=over)
    return (*parts[:at], opened, *parts[at + 1 :])


def _mentioned(first: Part, interview: Interview) -> str:
    """Return the opening with the one thing done in it, where that is told in a few words; else empty."""
    if first.id != "proofs" or _count(first) >= FEWEST_ALONE or len(first.sentences) > 1:
        return ""
    (line,) = first.sentences
    alone = len(thread_of(interview).deeds) == 1 and begins_with_i(line)
    return fill("aloud-mention", x=trim(line)) if alone else ""


def _opening(
    parts: tuple[Part, ...], first: Part, interview: Interview, *, things_done: bool
) -> str:
    """Return the id of the sentence that opens a statement: what little follows isn't announced as a reason."""
    if first.id == "ask":
        return "wish"
    short = first.id == "proofs" and _count(first) < FEWEST_FIRST
    few = short or sum(_count(each) for each in parts if each.cues) < FEWEST_ANNOUNCED
    if (few and things_done) or not (things_done or interview.statement.sure == "sure"):
        return "few-words"
    if not things_done:
        return "drawn"
    return "sure" if interview.statement.sure == "sure" else "other"


def _count(section: Part) -> int:
    return sum(count_words(line) for line in section.sentences)


def _lacks(parts: tuple[Part, ...], interview: Interview) -> str:
    """Return the one thing that would do most for this statement."""
    empty = {section.id for section in parts if not section.cues}
    if "proofs" in empty or "needs" in empty:
        return "proofs" if "proofs" in empty else "needs"
    if all(is_empty(each.result) for each in interview.statement.proofs):
        return "result"
    return "draws" if is_empty(interview.statement.draws) else "another"


def share(section: PartWords, limit: Rule, rulebook: Rulebook) -> int:
    """Return the seconds of this part in a statement of this length."""
    return rulebook.number(section.rule) * limit.value // rulebook.number("closing-statement")


def _part(
    words: PartWords, request: Request, limit: Rule, pace: Pace, rulebook: Rulebook, *, begun: bool
) -> Part:
    interview = request.interview
    known = say(words, interview, request.today, rulebook)
    ways = known if begun else ()
    seconds = share(words, limit, rulebook)
    count = sum(count_words(line) for line in ways[0].sentences) if ways else 0
    most, small = rulebook.number("key-words"), small_words(rulebook)
    return Part(
        words=words,
        rule=rulebook.rules[words.rule],
        share=seconds,
        spoken=ways[0] if ways else None,
        others=ways[1:],
        count=count,
        over=max(0, count - pace.words(seconds)),
        reserved=seconds
        if begun and words.id == "learned" and not (ways or has_heard(interview))
        else 0,
        elsewhere=begun and not ways and is_typed(words.id, interview),
        cues=tuple(cue(text, most, small) for text in source_words(words.id, interview)),
    )


def _verdict(parts: tuple[Part, ...], limit: Rule, known: tuple[Pace, ...], pace: Pace) -> str:
    """Return whether it fits: at an easy pace or the reader's own there is room; only at the quick one it is tight."""
    count = sum(section.count for section in parts)
    free = limit.value - sum(section.reserved for section in parts)
    if count <= pace.words(free):
        return "room"
    quick = next(each for each in known if each.id == "quick")
    return "tight" if pace.id != "own" and count <= quick.words(free) else "long"


def _findings(
    parts: tuple[Part, ...], interview: Interview, rulebook: Rulebook
) -> tuple[Finding, ...]:
    breath = rulebook.number("one-breath")
    halves = _left_out(interview)
    noticed = (
        each
        for section in parts
        for each in review(section.id, section.sentences, breath, rulebook)
    )
    return (*halves, *noticed, *_about_oneself(parts, interview), *_usage(parts))


def _usage(parts: tuple[Part, ...]) -> list[Finding]:
    """Return English that reads as translated, with the usual way of saying it."""
    return [
        Finding("usage", section.id, slip.typed, f"'{slip.usual}'")
        for section in parts
        for line in (section.sentences if section.cues else ())
        for slip in slips_of_usage(line)
    ]


def _about_oneself(parts: tuple[Part, ...], interview: Interview) -> list[Finding]:
    """Return a reason that says only what the reader gets, where nothing of the talk stands before it."""
    thread = thread_of(interview)
    spoken = any(section.id == "interest" and len(section.sentences) == 1 for section in parts)
    if not spoken or is_joined(thread) or not is_about_oneself(thread.because):
        return []
    return [Finding("about-you", "interest", thread.because.removeprefix("because "))]


def _left_out(interview: Interview) -> list[Finding]:
    """Return why something was left out; what isn't in English is named in one sentence, however much it is."""
    left = thread_of(interview).left
    foreign = [(section, each) for section, each in left if each.why == "foreign"]
    others = [
        Finding("half-sentence", section, each.text)
        for section, each in left
        if each.why != "foreign"
    ]
    if not foreign:
        return others
    shown = listed([f"'{each.words}'" for _, each in foreign])
    together = Finding("half-sentence", foreign[0][0], fill("left-foreign-spoken", words=shown))
    return [together, *others]
