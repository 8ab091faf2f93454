"""The command line: the same answers as the page.

python -m playbook run TOOL < request.json       the answer as JSON
python -m playbook TOOL plan.json                the answer for people
python -m playbook timeline plan.json --ics FILE and its calendar file
python -m playbook debrief plan.json FILE ...    and what recurs in earlier ones
python -m playbook my_interviews list.csv        a list from a spreadsheet
"""

import argparse
import codecs
import io
import json
import sys
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any

from playbook.boundary import run
from playbook.spreadsheet.read import is_spreadsheet
from playbook.tools import NAMES, get_tool

UNUSABLE = frozenset({"request", "today", "today_there", "stamp", "tool", "plan"})
"""Errors of a request that has no answer."""


def main(arguments: list[str] | None = None) -> int:
    """Run one command; gives the exit status: 0 for an answer, 1 where something can't be read."""
    chosen = _parser().parse_args(arguments)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # a letter that the terminal doesn't have
    try:
        return _run(chosen.tool) if chosen.command == "run" else _answer(chosen)
    except _Unreadable as error:
        return _failed(str(error))


class _Unreadable(Exception):
    """A file that can't be read; the message is for the reader."""


def _run(tool: str) -> int:
    """Answer in JSON, also to a request that can't be used; 1 for one of these."""
    answer = run(tool, _decoded(sys.stdin.buffer.read(), "standard input"))
    sys.stdout.buffer.write(f"{answer}\n".encode())
    return int(not UNUSABLE.isdisjoint(json.loads(answer)["errors"]))


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="python -m playbook", description=__doc__)
    parser.formatter_class = argparse.RawDescriptionHelpFormatter
    commands = parser.add_subparsers(dest="command", required=True)
    raw = commands.add_parser("run", help="a request in JSON from standard input, answered in JSON")
    raw.add_argument("tool", choices=NAMES)
    for name in NAMES:
        tool = commands.add_parser(name, help=f"answer a plan file with the {name} tool")
        tool.add_argument("plan", type=Path, help=_help_for(name))
        tool.set_defaults(ics=None)
        tool.set_defaults(earlier=[])
        if get_tool(name).gather is not None:
            earlier = "plans of earlier interviews, to see what recurs"
            tool.add_argument("earlier", type=Path, nargs="*", help=earlier)
        if "calendar" in get_tool(name).outputs:
            tool.add_argument("--ics", type=Path, metavar="FILE", help="write the calendar file")
        tool.add_argument("--today", help="answer as on this day, there too, like 2026-11-22")
    return parser


def _help_for(tool: str) -> str:
    """Return what a tool's file is."""
    sheet = ", or a spreadsheet saved as CSV" if get_tool(tool).several else ""
    return f"a plan.json saved on the page{sheet}"


def _answer(chosen: argparse.Namespace) -> int:
    texts = [_read(file) for file in (chosen.plan, *chosen.earlier)]
    now = datetime.now(UTC).isoformat(timespec="seconds")
    today = chosen.today or date.today().isoformat()  # noqa: DTZ011  # the reader's own date
    request: dict[str, object] = {**_files(texts, chosen.command), "today": today, "stamp": now}
    if chosen.today:
        request["today_there"] = today
    answer = json.loads(run(chosen.command, json.dumps(request)))
    for path, message in answer["errors"].items():
        sys.stderr.write(f"{path}: {message.removeprefix(f'{path}: ')}\n")
    if not answer["text"]:
        return 1
    sys.stdout.write(answer["text"])
    if chosen.ics:
        return _write(chosen.ics, next(f for f in answer["downloads"] if f["name"] == "calendar"))
    return 0


def _read(file: Path) -> str:
    try:
        return _decoded(file.read_bytes(), str(file))
    except OSError as error:
        raise _Unreadable(f"{file}: {error.strerror}") from None


def _decoded(content: bytes, name: str) -> str:
    """Return a text in UTF-8, with or without a mark at its beginning."""
    if content.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        raise _Unreadable(f"{name}: this text is in UTF-16. Save it as UTF-8, and try again.")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        place = f"byte {content[error.start]:#04x} in place {error.start + 1:,}"
        message = f"{name}: this text isn't in UTF-8 ({place}). Save it as UTF-8, and try again."
        raise _Unreadable(message) from None


def _files(texts: list[str], tool: str) -> dict[str, object]:
    """Return one plan to open, or several: then the newest is at hand, and the others add what they can.

    A spreadsheet is one of several, where the tool reads one.
    """
    is_sheet = get_tool(tool).several and is_spreadsheet(texts[0])
    return {"plan": texts[0]} if len(texts) == 1 and not is_sheet else {"plans": texts}


def _write(file: Path, download: dict[str, Any]) -> int:
    try:
        file.write_text(download["text"], encoding="utf-8", newline="")
    except OSError as error:
        return _failed(f"{file}: {error}")
    sys.stderr.write(f"{download['label']}: {file}\n")
    return 0


def _failed(message: str) -> int:
    sys.stderr.write(f"{message}\n")
    return 1


if __name__ == "__main__":
    sys.exit(main())
