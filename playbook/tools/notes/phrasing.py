"""Typed words made ready to stand in a letter: nothing added, nothing left out."""

import re

from playbook.memory import remembered
from playbook.render import capitalized

_AFTER_NAME = re.compile(r",|\s[-–—/|]\s|\s<")
"""What opens that which stands after a name."""
BECAUSE = re.compile(r"(?:i ask )?because(?: of)?\s+(?=\S)", re.IGNORECASE)
"""What a reader may type before a reason, which our own words say already."""
ENDS = (".", "!", "?", "…", "。", "！", "？", "؟", "۔", "।")


@remembered()
def greeting(name: str) -> str:
    """A name as a letter greets it: without pronouns, letters, a job or an address after it.

    "The ward manager" goes without "the".
    """
    plain = re.sub(r"\s*\([^)]*\)", "", name)
    plain = re.sub(r"\s+(she|he|they)/\S+$", "", plain, flags=re.IGNORECASE)
    plain = _AFTER_NAME.split(plain)[0].strip()
    return re.sub(r"^the\s+", "", plain, flags=re.IGNORECASE) or name


@remembered()
def flow(text: str) -> str:
    """Words typed on one or several lines as one run of text, without list marks and doubled blanks."""
    lines = (re.sub(r"^[-*•–]\s+", "", line.strip()) for line in text.splitlines())
    *others, last = [" ".join(line.split()) for line in lines if line.strip()] or [""]
    return " ".join([*map(_with_pause, others), last])


def _with_pause(line: str) -> str:
    """A line that another one follows."""
    return line if line.endswith((*ENDS, ":", ";", ",")) else f"{line};"


def sentence(text: str) -> str:
    """Typed words with a full stop, so that a sentence may end with them."""
    run = flow(text).rstrip(" ,;:")
    return run if not run or run.endswith(ENDS) else f"{run}."


def reason(text: str) -> str:
    """Typed words that name a reason, with a full stop, to stand after a colon: a few words or a whole sentence."""
    run = flow(text)
    begun = BECAUSE.match(run)
    return sentence(run[begun.end() :] if begun else run)


@remembered()
def quoted(text: str) -> str:
    """Words of somebody else, in quotation marks and with a full stop inside."""
    run = sentence(re.sub(r"[\"“”„«»]", "'", text).strip())
    if run[:5].casefold() == "that ":
        run = capitalized(run[5:])
    return f'"{run}"' if run else ""


def bare(text: str) -> str:
    """Typed words without their full stop, to go on in a sentence."""
    return flow(text).rstrip(".")
