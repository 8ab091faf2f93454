"""An answer that the reader didn't finish, or got wrong, in the talk: what it was about, and what they'd answer now."""

import re
from dataclasses import dataclass

from playbook.memory import remembered
from playbook.phrasing.tidy import lower_first, trim

_CUT_OFF = re.compile(
    r"\b(?:complete|completed|finish|finished|end|give|gave|explain) my (?:whole |full )?(?:answer|reply|point)"
    r"(?: (?:regarding|about|on|to|of))?(?: the question (?:about|on))? (?P<topic>[^.,;:–—]+?)"
    r"(?:\s+[-–—]\s+|\s*[:;.,]\s*)(?P<answer>\S.*)$",
    re.IGNORECASE,
)
"""'I could not complete my answer on platelet clumping - I would repeat it in citrate'."""
_STUCK = re.compile(
    r"^(?:i )?(?:totally |completely |just )?(?:froze|blanked|went blank|stumbled|rambled|waffled|got stuck"
    r"|messed up|tripped up) (?:on|over|at|with) "
    r"(?P<topic>(?:the|that|your) (?:vs\.|[^,;.])+? question|the question (?:about|on) [^,;.]+)"
    r"(?:,|;|\.| but)? (?:but )?(?P<answer>\S.*)$",
    re.IGNORECASE,
)
"""'I froze on the grid question, I've built a whole 12-column system'."""
_TOO_FAST = re.compile(
    r"^(?:when )?(?:\S+ ){1,5}?asked (?:me )?about (?P<topic>[^,;.]+?)(?:,| and|, and)? i (?:just |only )?"
    r"(?:answered too (?:fast|quickly)|was too (?:quick|fast)"
    r"|(?P<short>gave (?:too short an|a (?:very |too )?short) answer))[.;,] "
    r"(?P<answer>\S.*)$",
    re.IGNORECASE,
)
"""'When she asked me about the batch correction I answered too fast. I have in fact compared …'."""
_KNOWN = re.compile(
    r"^(?:of course|obviously|clearly) i (?:do )?know (?:it|that|this)[,;.] (?:and |but )?",
    re.IGNORECASE,
)
"""What nobody says who wants to show it."""


@dataclass(frozen=True, slots=True)
class Unfinished:
    """What an answer was about, the sentence of ours that comes back to it, and the answer as the reader gives it now.

    `topic` follows 'my answer': 'on platelet clumping', 'to the grid question'.
    """

    topic: str
    lead: str
    answer: str
    joins: bool = False


@remembered()
def find_unfinished(text: str, names: tuple[str, ...] = ()) -> Unfinished | None:
    """Return the answer that the reader didn't finish; None where these words tell of none, or don't answer it now."""
    if cut := _CUT_OFF.search(text):
        topic = f"on {lower_first(trim(cut['topic']), names)}"
        return Unfinished(topic, f"I didn't get to finish my answer {topic}.", trim(cut["answer"]))
    if stuck := _STUCK.match(text):
        topic = lower_first(trim(stuck["topic"]), names)
        answer = trim(_KNOWN.sub("", stuck["answer"]))
        return Unfinished(
            f"to {topic}", f"On {topic}, I should have said that ", answer, joins=True
        )
    if fast := _TOO_FAST.match(text):
        topic = f"on {lower_first(trim(fast['topic']), names)}"
        quick = f"I was too quick with my answer {topic}."
        lead = f"My answer {topic} was too short." if fast["short"] else quick
        return Unfinished(topic, lead, trim(fast["answer"]))
    return None
