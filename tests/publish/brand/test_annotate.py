"""What somebody who works in the browser sees on GitHub: each message at its line, and a summary of the run."""

import datetime
import re
from pathlib import Path

import pytest

from publish.brand.__main__ import report
from publish.brand.check.annotate import add_summary, annotate
from publish.brand.check.complaints import Complaint
from publish.brand.check.everything import check
from publish.brand.check.read import Brand
from publish.brand.check.refuse import refuse

ON_GITHUB = {"GITHUB_ACTIONS": "true"}
COMMAND = re.compile(r"::(?P<kind>error|notice) (?P<keys>[^:]*)::(?P<text>.*)")
"""As GitHub's runner reads a command: the first '::' after the name ends the keys."""


def unescape(text: str) -> str:
    for sign, escaped in (("\r", "%0D"), ("\n", "%0A"), (":", "%3A"), (",", "%2C"), ("%", "%25")):
        text = text.replace(escaped, sign)
    return text


def read(line: str) -> tuple[str, dict[str, str], str]:
    command = COMMAND.fullmatch(line)
    assert command, line
    keys = dict(pair.split("=", 1) for pair in command["keys"].split(","))
    return (
        command["kind"],
        {key: unescape(each) for key, each in keys.items()},
        unescape(command["text"]),
    )


@pytest.mark.parametrize(
    ("complaint", "kind", "keys"),
    [
        (
            Complaint("brand.yml", 9, "'boking' is no setting"),
            "error",
            {"file": "brand.yml", "line": "9"},
        ),
        (Complaint("brand/x", 0, "nothing reads this"), "error", {"file": "brand/x"}),
        (
            Complaint("docs/local/a: b, c%.md", 2, "100% sure:\nlook", stops=False),
            "notice",
            {"file": "docs/local/a: b, c%.md", "line": "2"},
        ),
        (
            Complaint("brand/slots/زيارة.md", 3, "وقت::نعم"),
            "error",
            {"file": "brand/slots/زيارة.md", "line": "3"},
        ),
    ],
)
def test_a_message_stands_at_its_file_and_line(
    complaint: Complaint, kind: str, keys: dict[str, str]
) -> None:
    (line,) = annotate([complaint], ON_GITHUB)
    assert "\n" not in line
    assert read(line) == (kind, keys, complaint.text)


@pytest.mark.parametrize("environ", [{}, {"CI": "true"}, {"GITHUB_ACTIONS": "false"}])
def test_elsewhere_nothing_is_added(environ: dict[str, str], tmp_path: Path) -> None:
    assert annotate([Complaint("brand.yml", 1, "x")], environ) == []
    add_summary("Worth a look", [Complaint("brand.yml", 1, "x")], environ)
    assert list(tmp_path.iterdir()) == []


def test_the_summary_grows_and_shows_signs_as_they_are(tmp_path: Path) -> None:
    file = tmp_path / "summary.md"
    environ = {"GITHUB_STEP_SUMMARY": str(file)}
    add_summary("Mend this", [Complaint("a_b.md", 3, "<b> & [x](y) `z`")], environ)
    add_summary("Worth a look", [], environ)
    add_summary("Worth a look", [Complaint("c.md", 0, "late")], environ)
    assert file.read_text(encoding="utf-8") == (
        "## Mend this\n\n- a\\_b.md, line 3: \\<b\\> \\& \\[x\\](y) \\`z\\`\n\n"
        "## Worth a look\n\n- c.md: late\n\n"
    )


def test_a_mistake_and_what_is_worth_a_look_are_said_there(
    copy: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    late = "---\ntitle: Rooms\nreview_by: 2020-01-01\n---\n\n# Our rooms\n"
    (copy / "docs/local/rooms.md").write_text(late, encoding="utf-8")
    summary = copy.parent / "summary.md"
    environ = {**ON_GITHUB, "GITHUB_STEP_SUMMARY": str(summary)}
    for name, value in environ.items():
        monkeypatch.setenv(name, value)
    _, complaints = check(copy, datetime.date(2026, 12, 1))
    report(Brand("", "", {}, {}), complaints)
    printed = capsys.readouterr().out
    assert "::notice file=docs/local/rooms.md,line=3::it was due" in printed
    assert "## Worth a look, when you have a moment" in summary.read_text(encoding="utf-8")
    brand = copy / "brand.yml"
    brand.write_text(brand.read_text().replace("booking:", "boking:"))
    with pytest.raises(SystemExit, match="one thing to mend"):
        refuse(check(copy, datetime.date(2026, 12, 1))[1])
    assert "::error file=brand.yml,line=14::'boking' is not a setting." in capsys.readouterr().out
    assert "## To mend before your site is built" in summary.read_text(encoding="utf-8")
