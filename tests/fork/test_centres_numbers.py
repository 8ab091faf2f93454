"""A centre's numbers and sources, wherever they stand."""

import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from html import unescape
from pathlib import Path
from typing import Any

import pytest

from runtime.whole import build_wheel
from tests.fork.copies import Build, answer, read_words, run, staged_environment

WHOSE = "Check in, after their date: 5 business days. Millbrook Career Center decided this number; "
WHOSE += "the Closing Playbook says 2 business days."


@pytest.mark.parametrize(
    "page",
    [
        "plays/waiting",
        "plays/waiting/the-check-in",
        "corridor",
        "local/plays/waiting/tell-your-coach",
    ],
)
def test_a_number_of_its_own_is_noted_wherever_it_stands_also_in_print(
    built: Build, page: str
) -> None:
    html = (built("millbrook") / "site" / page / "index.html").read_text("utf-8")
    open_to_all = re.sub(r"<details.*?</details>", "", html, flags=re.DOTALL)
    text = " ".join(unescape(re.sub(r"<[^>]+>", "", open_to_all)).split())
    assert WHOSE in text


def test_a_hand_out_names_no_day_that_its_own_number_moves(built: Build) -> None:
    workshop = read_words(built("millbrook") / "site/handouts/workshop/index.html")
    # five working days after Friday 23 October are Friday 30 October
    assert "writes to Ms Lin once, 5 business days after that date" in workshop
    assert "27 October" not in workshop


def test_a_page_says_nothing_of_numbers_that_are_the_guides_own(built: Build) -> None:
    assert "decided this number" not in read_words(
        built("millbrook") / "site/plays/same-day/index.html"
    )


def test_the_calendar_and_the_printed_timeline_say_whose_number_it_is(built: Build) -> None:
    record: dict[str, Any] = {"ended_on": "2026-11-16", "promise_on": "2026-11-20", "country": "US"}
    request: dict[str, Any] = {"record": record, "today": "2026-11-16"}
    request["stamp"] = "2026-11-16T12:00:00Z"
    page = answer(built("millbrook") / "build", "timeline", request)
    shown = unescape(re.sub(r"<details.*?</details>", "", page["html"], flags=re.DOTALL))
    entries = page["downloads"][0]["text"].replace("\r\n ", "").split("BEGIN:VEVENT")
    (check_in,) = (entry for entry in entries if "SUMMARY:Check in" in entry)
    assert WHOSE in shown
    assert WHOSE in page["text"]
    assert WHOSE.replace(",", "\\,").replace(";", "\\;") in check_in
    cap = "Check-ins, at most: 1 e-mail. Millbrook Career Center decided this number; "
    assert f"{cap}the Closing Playbook says 2 e-mails." in page["text"]
    assert page["downloads"][0]["text"].count("decided this number") == 1
    request["record"] = record | {"private_titles": True}
    assert (
        "Millbrook"
        not in answer(built("millbrook") / "build", "timeline", request)["downloads"][0]["text"]
    )


def test_the_twin_says_who_decided_and_what_upstream_has(built: Build) -> None:
    twin = json.loads((built("millbrook") / "site/playbook.json").read_text("utf-8"))
    rules = {rule["id"]: rule for rule in twin["rules"]}
    assert rules["check-in-after-promise"]["value"] == 5
    decision = rules["check-in-after-promise"]["decision"]
    assert (decision["upstream"], decision["decided_by"]) == (2, "Dana Whitlock, director")
    assert decision["claims"] == ["our-spring-fair/1"]
    assert decision["upstream_reason"].startswith("The guides say to write once the date has")
    own = rules["check-in-after-promise"]
    assert (own["house"], own["reason"]) == (False, "")
    cap = rules["check-in-cap"]
    assert (cap["house"], cap["reason"]) == (
        False,
        "Our students apply where everybody knows everybody.",
    )
    assert (cap["decision"]["source"], cap["decision"]["claims"]) == ("our house rule", [])
    assert rules["check-in-gap"]["decision"] is None
    assert rules["check-in-gap"]["house"] is True


def test_the_browsers_bundle_and_the_command_line_give_the_same_answer(
    built: Build, tmp_path: Path
) -> None:
    root = built("millbrook")
    pack = "import sys; from pathlib import Path; from runtime.small import list_sources, pack; "
    pack += "sys.stdout.buffer.write(pack(dict(list_sources(Path('playbook')))))"
    command, env = [sys.executable, "-c", pack], staged_environment(root)
    zipped = subprocess.run(command, cwd=root / "build", env=env, capture_output=True, check=True)
    zipfile.ZipFile(io.BytesIO(zipped.stdout)).extractall(tmp_path)
    calendars = "playbook/calendars"
    shutil.copy(root / "build" / calendars / "US.json", tmp_path / calendars)
    record = {"ended_on": "2026-11-16", "promise_on": "2026-11-20", "country": "US"}
    request = {"record": record, "today": "2026-11-16", "stamp": "2026-11-16T12:00:00Z"}
    answers = [answer(folder, "timeline", request) for folder in (root / "build", tmp_path)]
    assert answers[0] == answers[1]
    # their date is Friday 20 November; five working days after it, Thanksgiving left out
    assert "Monday 30 November" in answers[0]["text"]
    assert "Millbrook Career Center</bdi> decided so" in answers[0]["html"]


def test_a_wheel_of_the_copy_gives_the_centres_numbers_wherever_it_is_installed(
    built: Build, tmp_path: Path
) -> None:
    build_wheel(built("millbrook") / "build", tmp_path)
    [wheel] = tmp_path.glob("*.whl")
    options = ["--no-index", "--no-deps", "--quiet", "--target", str(tmp_path / "installed")]
    run(tmp_path, "pip", "install", *options, str(wheel))
    record = {"ended_on": "2026-11-16", "promise_on": "2026-11-20", "country": "US"}
    request = {"record": record, "today": "2026-11-16", "stamp": "2026-11-16T12:00:00Z"}
    page = answer(tmp_path / "installed", "timeline", request)
    # their date is Friday 20 November; five working days after it, Thanksgiving left out
    assert "Monday 30 November" in page["text"]
    assert "Millbrook Career Center</bdi> decided so" in page["html"]


def test_a_source_of_its_own_stands_among_ours_and_is_marked(built: Build) -> None:
    site = built("millbrook") / "site"
    title = "What 31 hiring managers told us at the spring fair"
    label = "a source of Millbrook Career Center"
    sources = read_words(site / "evidence/sources/index.html")
    assert f"{title} {label}" in sources
    assert sources.count(label) == 1
    claims = (site / "evidence/claims/index.html").read_text("utf-8")
    assert 'id="our-spring-fair-1"' in claims
    first = site / "plays/waiting/wait-for-the-date/index.html"
    assert f"It rests on {title}: our-spring-fair/1. Decided by" in read_words(first)
    assert '<a href="../../../evidence/claims/#our-spring-fair-1">' in first.read_text("utf-8")
    play = site / "plays/waiting/the-check-in/index.html"
    slot = "Write again a working week after the date that they gave, and not before. ("
    assert slot in read_words(play)
    own = read_words(site / "local/plays/waiting/tell-your-coach/index.html")
    assert f"{title} {label} (a survey): claim 2" in own
    rules = read_words(site / "evidence/rules/index.html")
    decided = f"Decided by Dana Whitlock, director, on 14 September 2026. Source: {title}."
    assert f"Millbrook Career Center decided so {decided}" in rules
    twin = json.loads((site / "playbook.json").read_text("utf-8"))
    centres = {source["id"]: source["centre"] for source in twin["sources"]}
    assert centres["our-spring-fair"] == "Millbrook Career Center"
    assert centres["closing-coach"] == ""
    rested = {claim["id"]: claim["used_by"] for claim in twin["claims"]}
    assert rested["our-spring-fair/1"]["rules"] == ["check-in-after-promise"]


def test_the_timeline_says_whose_source_a_number_rests_on(built: Build) -> None:
    record = {"ended_on": "2026-11-16", "promise_on": "2026-11-20", "country": "US"}
    request = {"record": record, "today": "2026-11-16", "stamp": "2026-11-16T12:00:00Z"}
    html = answer(built("millbrook") / "build", "timeline", request)["html"]
    assert "spring fair</span>, survey, a source of <bdi>Millbrook Career Center</bdi>)" in html
