"""Statement to sentences: the texts of sentences.toml, filled with the facts of a statement."""

from playbook.interview import Interview
from playbook.render import amount
from playbook.rulebook import Rulebook
from playbook.tools.closing_statement.assemble import UNSAID
from playbook.tools.closing_statement.model import Finding, Pace, Part, Statement
from playbook.tools.closing_statement.pace import likely_seconds
from playbook.tools.closing_statement.typed import people

WARN_BEFORE = (30, 10, 0)
"""Seconds before the end at which the practice clock says how late it is."""


def text(rulebook: Rulebook, sentence: str, /, **facts: object) -> str:
    """Return a sentence of ours (sentences.toml) with these facts."""
    return rulebook.say("tools/closing_statement/sentences.toml", sentence, **facts)


def status(statement: Statement, rulebook: Rulebook) -> str:
    """Return how long it is and whether it fits, in a sentence or two."""
    if statement.verdict == "empty" and statement.foreign:
        return text(rulebook, "status-foreign")
    return text(
        rulebook,
        f"status-{statement.verdict}",
        words=statement.count,
        seconds=statement.seconds,
        own=statement.pace.id == "own",
        limit=amount(statement.limit.value, statement.limit.unit),
        brief=statement.seconds < statement.limit.value // 4,
        lacks=_lacks(statement, rulebook),
        reserved=statement.reserved and amount(statement.reserved, "seconds"),
    )


def scored(interview: Interview, rulebook: Rulebook) -> str:
    """Return what to do instead of summing up, where answers are scored or may be; else empty."""
    answer = interview.round.scored
    return text(rulebook, f"scored-{answer}") if answer in ("yes", "not-sure") else ""


def _lacks(statement: Statement, rulebook: Rulebook) -> str:
    """Return the one thing to add; empty where there is no room, or something was left out because of the length."""
    room = statement.seconds < statement.limit.value // 2 and not statement.is_cut
    return text(rulebook, f"lacks-{statement.lacks}") if room else ""


def trim(section: Part, statement: Statement, rulebook: Rulebook) -> str:
    """Return what to leave out of this part; empty where the statement fits, or this part isn't the long one."""
    if statement.verdict not in ("tight", "long") or not section.over:
        return ""
    return text(
        rulebook,
        "trim",
        title=section.words.title,
        over=section.over,
        share=section.share,
        advice=section.words.trim,
    )


def finding_text(finding: Finding, rulebook: Rulebook) -> str:
    """Return the words that a check noticed."""
    kinds = {"one-breath": "breath", "half-sentence": "half-sentence"}
    kind = kinds.get(finding.check, "found")
    return text(rulebook, kind, quoted=finding.words, words=finding.count)


def pace(one: Pace, rulebook: Rulebook) -> str:
    """Return a pace with its words a minute."""
    return text(rulebook, f"pace-{one.id}", rate=one.rate)


def own_pace(statement: Statement, sample: int, rulebook: Rulebook) -> str:
    """Return what the reader's own reading of the sample says; empty where they haven't timed it."""
    if not statement.sample_seconds:
        return ""
    kind = "own-pace" if statement.pace.id == "own" else "own-pace-unlikely"
    seconds = statement.sample_seconds
    return text(rulebook, kind, sample=sample, seconds=seconds, rate=statement.pace.rate)


def pace_errors(interview: Interview, sample: int, rulebook: Rulebook) -> dict[str, str]:
    """Return the reader's own seconds for the sample, where nobody can have read it in them, by field path."""
    fewest, most = likely_seconds(sample)
    if not interview.statement.own_rate_seconds:
        return {}
    seconds = int(interview.statement.own_rate_seconds)
    if fewest <= seconds <= most:
        return {}
    message = text(
        rulebook, "seconds-range", seconds=seconds, sample=sample, fewest=fewest, most=most
    )
    return {"own_rate_seconds": message}


def cues(section: Part, interview: Interview, rulebook: Rulebook) -> tuple[str, ...]:
    """Return what stands on the card for this part, line by line."""
    if section.id == "ask":
        return (text(rulebook, f"cue-{interview.statement.sure or UNSAID}"),)
    if section.id == "thanks":
        asks = interview.statement.sure != "not-sure"
        return (text(rulebook, "cue-thanks", people=people(interview), asks=asks),)
    return section.cues


def timer(statement: Statement, rulebook: Rulebook) -> list[tuple[int, str]]:
    """Return what the practice clock says, and at which second."""
    moments = [statement.limit.value - seconds for seconds in WARN_BEFORE]
    return [
        (at, text(rulebook, f"timer-{name}", seconds=at))
        for name, at in zip("abc", moments, strict=True)
    ]
