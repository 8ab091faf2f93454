"""No more than two sentences in a row that begin with 'I': the third is turned, by what it says."""

import re

from playbook.memory import remembered
from playbook.phrasing.tidy import trim
from playbook.tools.notes.forms import whole_sentences

MOST_IN_A_ROW = 2
"""Sentences that may begin with 'I' one after another."""
WAITS = "I look forward to "
"""How a sentence begins that can go on behind the one before it."""
_I = re.compile(r"I\b")
_ALSO = re.compile(r"^I also (?=\S)")
_WISH = re.compile(
    r"^(?P<wish>I(?:['’]d| would)(?: very much)? like (?:the |this |it\b|to work )[^,.]*)(?P<rest>[,.].*)$"
)
_AIM = re.compile(r"^(?P<wants>I want|I(?:['’]d| would) like) (?=to )")
_BECAUSE = re.compile(r"^, because (?P<why>(?!I\b|my\b).+)\.$")
_NUMBER = re.compile(r"^(?P<wait>I look forward to your .+), and (?P<where>my number is below)\.$")


@remembered()
def without_row_of_i(body: str) -> str:
    """Return a letter whose every third sentence in such a row begins in another way."""
    row = 0
    paragraphs: list[str] = []
    for paragraph in body.split("\n\n"):
        lines: list[str] = []
        for each in whole_sentences(paragraph):
            row = row + 1 if _I.match(each) else 0
            if row > MOST_IN_A_ROW and lines and each.startswith(WAITS):
                lines = _waiting(lines, each)
            else:
                lines.append(_turned(each) if row > MOST_IN_A_ROW else each)
            row = 0 if row > MOST_IN_A_ROW else row
        paragraphs.append(" ".join(lines) if lines else paragraph)
    return "\n\n".join(paragraphs)


def _waiting(lines: list[str], waits: str) -> list[str]:
    """Return the sentences with what is waited for behind the last; by itself where that has its 'and' already."""
    *before, last = lines
    if number := _NUMBER.match(waits):
        return [*lines, f"M{number['where'][1:]}, and {number['wait']}."]
    if ", and " not in last:
        return [*before, f"{trim(last)}, and {waits}"]
    hearing = f"{WAITS}hearing from you"
    if not waits.startswith(hearing):
        return [*lines, f"And {waits}"]
    return [*lines, f"And {waits}"] if trim(waits.removeprefix(hearing)) else lines


def _turned(sentence: str) -> str:
    """Return a sentence that begins with 'I' so that it begins with something else."""
    if _ALSO.match(sentence):
        return _ALSO.sub("On top of that, I ", sentence)
    if wish := _WISH.match(sentence):
        because = _BECAUSE.match(wish["rest"])
        if because:
            return f"{because['why'][:1].upper()}{because['why'][1:]}, which is why {wish['wish']}."
        return f"After our talk, {sentence}"
    if aim := _AIM.match(sentence):
        return f"What {aim['wants']} is {sentence[aim.end() :]}"
    return f"And {sentence}"
