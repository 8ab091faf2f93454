"""What was typed for a kind of note, field by field, and as it stands after a colon."""

from collections.abc import Iterator

from playbook.interview import Interview
from playbook.phrasing.repairs import usual_words
from playbook.phrasing.tidy import is_empty, join_lines, with_full_stop
from playbook.record_keys import value_of
from playbook.tools.notes.model import Kind, Recipient


def typed_for(kind: Kind, to: Recipient, interview: Interview) -> Iterator[tuple[str, str]]:
    """Yield path and words of every field that a note of this kind to this person may use."""
    for name in kind.tells:
        yield from _of_field(name, to, interview)


def _of_field(name: str, to: Recipient, interview: Interview) -> Iterator[tuple[str, str]]:
    if name == "said":
        for at, each in enumerate(interview.round.interviewers):
            if to.path in ("", f"interviewers.{at}"):
                yield f"interviewers.{at}.said", each.said
    elif name in ("did", "result"):
        yield from (
            (f"proofs.{at}.{name}", getattr(each, name))
            for at, each in enumerate(interview.statement.proofs)
        )
    elif name == "pay":
        yield from (
            ("range_from", interview.negotiation.range_from),
            ("range_to", interview.negotiation.range_to),
        )
    elif name in ("promised", "wishes"):
        rows = value_of(interview, name)
        yield from ((f"{name}.{at}.what", each.what) for at, each in enumerate(rows))
    else:
        yield name, value_of(interview, name)


def after_colon(text: str) -> str:
    """Return typed words with a full stop, to stand after a colon; empty for 'n/a'."""
    if is_empty(text):
        return ""
    return with_full_stop(usual_words(join_lines(text)))
