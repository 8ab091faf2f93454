"""What a note to several people tells beside what each of them said."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from playbook.interview import Interview
from playbook.phrasing.frames import Framed, LeftOut
from playbook.phrasing.pieces import left_out
from playbook.tools.notes.pairs import named_in_both


def in_group_of(
    talk: Framed, learned: str, remarks: Sequence[Any], interview: Interview
) -> tuple[Framed, str, tuple[LeftOut, ...]]:
    """Return what a note to all tells beside what each of them said: nothing twice, and no roll of receipts."""
    by_them = [each for each in remarks if each.sentence]
    left = []
    if learned and len(by_them) > 1:
        left.append(left_out("learned", interview.statement.learned, "rest"))
        learned = ""
    heard, stop, deed = talk.text.partition(". ")
    if any(named_in_both(heard, each.sentence) for each in by_them):
        _, join, liked = heard.partition(", and I ")
        talk = replace(talk, text=f"I {liked}{stop}{deed}" if join else deed)
        left += [] if join else [left_out("highlights", interview.round.highlights, "rest")]
    if any(each.name in each.sentence for each in by_them):
        all_of_them = (
            f"Thank you {'all' if len(remarks) > len(('one', 'other')) else 'both'}, too, "
        )
        talk = replace(talk, text=talk.text.replace("Thank you, too, ", all_of_them, 1))
    return talk, learned, tuple(left)
