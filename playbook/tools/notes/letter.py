"""A note's words, from its template and the record."""

import re
from itertools import groupby

from playbook.memory import remembered
from playbook.rulebook import Rulebook
from playbook.tools.notes.model import Kind, Letter

PARTS = "\n---\n"
"""What parts subject, letter and signature in a filled template."""
_EMPTY_LINE = re.compile(r"\n\s*\n")
_DOUBLED = re.compile(r"(?<![.?!])([.?!])\.(?!\.)|([,;:])\.(?!\.)")
"""A full stop behind a name that ends with one: 'Inc..', 'Yahoo!.'."""


@remembered()
def write(rulebook: Rulebook, kind: Kind, /, **facts: object) -> Letter:
    """Return the note of this kind with these facts. A slot without an answer leaves its sentence out."""
    return letter_of(rulebook.view(kind.template, **facts))


def letter_of(filled: str) -> Letter:
    """Return the subject, letter and signature of a filled template.

    Raises ValueError where these three aren't there.
    """
    subject, body, ending = filled.split(PARTS)
    return Letter(" ".join(subject.split()), _paragraphs(body), _lines(ending))


def _paragraphs(text: str) -> str:
    """Return the paragraphs that say anything, each on one line, and each thing of a list on one of its own."""
    paragraphs = (_in_lines(each) for each in _EMPTY_LINE.split(text))
    return "\n\n".join(each for each in paragraphs if each)


def _in_lines(paragraph: str) -> str:
    runs = (list(lines) for _, lines in groupby(paragraph.strip().splitlines(), _of_list))
    return "\n".join(
        "\n".join(map(_in_one_line, run)) if _of_list(run[0]) else _in_one_line(" ".join(run))
        for run in runs
    )


def _of_list(line: str) -> bool:
    return line.lstrip().startswith("- ")


def _in_one_line(text: str) -> str:
    return _DOUBLED.sub(lambda match: match[1] or ".", " ".join(text.split())).replace("!?", "?")


def _lines(text: str) -> str:
    """Return the lines of a signature that say anything."""
    lines = (" ".join(line.split()) for line in text.splitlines())
    return "\n".join(line for line in lines if line)
