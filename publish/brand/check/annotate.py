"""Under GitHub Actions, each message at its file and line, and what is worth a look as the summary of the job.

Elsewhere nothing is written. The commands are GitHub's own: a line `::error file=…,line=…::…` becomes a mark
at that line, and what is appended to the file in GITHUB_STEP_SUMMARY stands on the page of the run.
"""

from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from publish.brand.check.complaints import Complaint

_IN_TEXT = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_IN_KEYS = _IN_TEXT | {":": "%3A", ",": "%2C"}


def say_on_github(title: str, complaints: Sequence[Complaint], environ: Mapping[str, str]) -> None:
    """Say the complaints again where somebody who works on GitHub's pages sees them."""
    for line in annotate(complaints, environ):
        print(line)
    add_summary(title, complaints, environ)


def annotate(complaints: Iterable[Complaint], environ: Mapping[str, str]) -> list[str]:
    """Return the commands that set each complaint to its place; none where GitHub doesn't run this."""
    if environ.get("GITHUB_ACTIONS") != "true":
        return []
    return [_write_command(each) for each in complaints]


def _write_command(complaint: Complaint) -> str:
    kind = "error" if complaint.stops else "notice"
    place = {"file": complaint.file} | ({"line": str(complaint.line)} if complaint.line else {})
    keys = ",".join(f"{key}={_escape(value, _IN_KEYS)}" for key, value in place.items())
    return f"::{kind} {keys}::{_escape(complaint.text, _IN_TEXT)}"


def _escape(text: str, signs: Mapping[str, str]) -> str:
    return "".join(signs.get(each, each) for each in text)


def add_summary(title: str, complaints: Iterable[Complaint], environ: Mapping[str, str]) -> None:
    """Append the complaints, as a list below this title, to the summary of the job where there is one."""
    file = environ.get("GITHUB_STEP_SUMMARY", "")
    lines = [f"- {_quote(str(each))}" for each in complaints]
    if file and lines:
        with Path(file).open("a", encoding="utf-8") as summary:
            summary.write("\n".join([f"## {title}", "", *lines]) + "\n\n")


def _quote(text: str) -> str:
    """Return a message in which Markdown and HTML mean nothing."""
    return "".join(f"\\{each}" if each in r"\`*_[]<>#|&~" else each for each in text)
