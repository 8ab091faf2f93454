"""A centre's spelling, and its own words in notes."""

import json
import re
from html import unescape
from typing import Any

from tests.fork.copies import Build, answer, read_words


def test_an_american_college_has_american_spelling_and_its_own_words_stay(built: Build) -> None:
    root = built("millbrook")
    about = root / "site/about/brand-this-site/index.html"
    assert '<h3 id="colours">Colors<' in about.read_text(
        "utf-8"
    )  # an anchor stays where links lead
    assert re.search(r'href="#colours"[^>]*>\s*<span[^>]*>\s*Colors', about.read_text("utf-8"))
    page = root / "site/plays/before/prepare-the-closing-statement/index.html"
    words = read_words(page)
    assert not re.search(r"[Pp]ractis", words)
    assert "Practice" in words
    entries = json.loads((root / "site/search/search_index.json").read_text("utf-8"))["docs"]
    text = " ".join(entry["text"] for entry in entries if not entry["location"].startswith("local"))
    assert "practice" in text
    assert "practise" not in text
    own = read_words(root / "site/local/plays/waiting/tell-your-coach/index.html")
    assert "Tell your coach" in own


def test_notes_are_spelled_as_there_and_what_was_typed_stays(built: Build) -> None:
    record = {
        "ended_on": "2026-11-16",
        "country": "US",
        "events": [{"kind": "rejected", "on": "2026-11-18"}],
        "references": [{"name": "Li Wei", "email": "li@example.org"}],
        "employer": "Colour Centre",
        "note_kind": "thank-reference",
        "drafts": [
            {
                "key": "thank-reference.0",
                "text": "Dear Li Wei,\n\nI really need this job at Colour Centre.",
                "made_from": "Hello Li,",
            }
        ],
    }
    request = {"record": record, "today": "2026-11-19", "stamp": "2026-11-19T12:00:00Z"}
    letters = {
        name: answer(built(name) / "build", "notes", request)["html"]
        for name in ("millbrook", "al-manara")
    }
    assert "It turns their choice into a favor." in letters["millbrook"]
    assert "It turns their choice into a favour." in letters["al-manara"]
    assert "Colour Centre" in letters["millbrook"]


def test_the_guide_as_data_is_spelled_as_its_pages_are(built: Build) -> None:
    twin = json.loads((built("millbrook") / "site/playbook.json").read_text("utf-8"))
    plays = {play["id"]: play for play in twin["plays"]}
    assert (
        "Practice the small things that are hard to say"
        in plays["prepare-the-closing-statement"]["do"][6]
    )


def test_its_own_notes_stand_as_it_typed_them(built: Build) -> None:
    record: dict[str, Any] = {"ended_on": "2026-11-20", "my_name": "Amina", "note_kind": "accept"}
    staged = built("millbrook") / "build"
    text = answer(staged, "notes", {"record": record, "today": "2026-11-21"})["text"]
    assert "The career centre at Millbrook says hello." in text
    record |= {"note_kind": "spring-fair", "interviewers": [{"name": "Dana"}]}
    text = answer(staged, "notes", {"record": record, "today": "2026-11-21"})["text"]
    assert "Thanks after the spring fair to Dana" in text
    met = "Thank you for the time you took at our fair, and for speaking with me on Friday."
    assert met in text


def test_notes_start_in_the_tone_that_the_centre_chose(built: Build) -> None:
    for centre, tone in (("millbrook", "warm"), ("strathallan", "formal")):
        notes = unescape((built(centre) / "site/tools/notes/index.html").read_text("utf-8"))
        assert f'"note_tone": "{tone}"' in notes
