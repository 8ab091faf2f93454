"""No more than two sentences in a row that begin with 'I': the third is turned, by what it says."""

import re

from playbook.memory import remembered
from playbook.phrasing.tidy import trim
from playbook.tools.notes.forms import whole_sentences

MOST_IN_A_ROW = 2
"""Sentences that may begin with 'I' one after another."""
WAITS = "I look forward to "
"""How a sentence begins that can go on behind the one before it."""
_HEARING = f"{WAITS}hearing from you"
_I = re.compile(r"I\b")
_ALSO = re.compile(r"^I also (?=\S)")
_WISH = re.compile(
    r"^(?P<wish>(?P<would>I(?:['’]d| would)(?: very much)? like) (?:the |this |it\b|to work )[^,.]*)(?P<rest>[,.].*)$"
)
_LOVE = re.compile(r"^(?P<would>I(?:['’]d| would) love) to do this job(?P<rest>[,.].*)$")
_WITH_YOU = re.compile(
    r"^I(?:['’]d| would)(?P<much> very much)? like to work with you(?P<rest>[,. ].*)$"
)
_AIM = re.compile(r"^(?P<wants>I want|I(?:['’]d| would) like) (?=to )")
_LIKES = re.compile(r"^I like (?P<what>[^,]+), and (?P<wish>I(?:['’]d| would)\b.*)$")
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
    if not waits.startswith(_HEARING):
        return [*lines, waits]
    when = trim(waits.removeprefix(_HEARING)).strip()
    return [*lines, f"It would be good to hear from you {when}."] if when else lines


def _turned(sentence: str) -> str:
    """Return a sentence that begins with 'I' so that it begins with something else, where anything leads to it."""
    if _ALSO.match(sentence):
        return _ALSO.sub("On top of that, I ", sentence)
    if with_you := _WITH_YOU.match(sentence):
        good = "a pleasure" if with_you["much"] else "good"
        return f"It would be {good} to work with you{with_you['rest']}"
    if wish := _WISH.match(sentence):
        because = _BECAUSE.match(wish["rest"])
        if because:
            return f"{because['why'][:1].upper()}{because['why'][1:]}, which is why {wish['wish']}."
        it_is = "It is" if "would" in wish["would"] else "It's"
        return f"{it_is} a job {wish['would']} to do{wish['rest']}"
    if love := _LOVE.match(sentence):
        return f"It's a job {love['would']} to do{love['rest']}"
    if likes := _LIKES.match(sentence):
        return f"What I like is {likes['what']}, and {likes['wish']}"
    if aim := _AIM.match(sentence):
        return f"My {'aim' if aim['wants'] == 'I want' else 'hope'} is {sentence[aim.end() :]}"
    return sentence
