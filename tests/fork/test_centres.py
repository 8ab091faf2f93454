"""Three invented career centres, each built as it would be published."""

import io
import json
import os
import posixpath
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from publish.calendars import CALENDARS
from runtime.bundle import LIST
from runtime.whole import PROJECT, build_wheel

ROOT = Path(__file__).parents[2]
CENTRES = Path(__file__).parent / "centres"
type Build = Callable[[str], Path]


def copy_tree(target: Path) -> None:
    """The files that a build reads, without any centre's, and what `make` made that takes long."""
    skip = shutil.ignore_patterns("*cache*", "local")
    for name in ("docs", "macros", "playbook", "publish", "runtime"):
        shutil.copytree(ROOT / name, target / name, ignore=skip)
    for name in ("mkdocs.yml", "CHANGELOG.md", "requirements.lock", "package-lock.json", *PROJECT):
        shutil.copy(ROOT / name, target)
    copy_made(target)


def copy_made(target: Path) -> None:
    """Put the calendars and the list of the runtime's files into the staged tree of a copy."""
    made = (*CALENDARS.glob("*.json"), LIST)
    for path in made:
        place = target / path.relative_to(ROOT)
        place.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(path, place)


def run(root: Path, *module: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *module], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def staged_environment(root: Path) -> dict[str, str]:
    """Where Python looks for modules so that it takes a copy's staged rules."""
    places = os.pathsep.join((str(root / "build"), str(root)))
    return {**os.environ, "PYTHONSAFEPATH": "1", "PYTHONPATH": places}


def run_staged(root: Path, *module: str, given: str = "") -> str:
    """What a module of this copy says that takes its staged rules."""
    done = subprocess.run(
        [sys.executable, "-m", *module],
        cwd=root,
        env=staged_environment(root),
        input=given,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(root: Path) -> Path:
    """The sealed site of the copy in this folder."""
    run(root, "publish.stage")
    run_staged(root, "publish.site.export_json")
    site = root / "site"
    options = ["--strict", "--config-file", "build/mkdocs.yml", "--site-dir", str(site)]
    run_staged(root, "mkdocs", "build", *options)
    run_staged(root, "publish.site.seal", str(site))
    return site


def read_words(page: Path) -> str:
    html = re.sub(r"<script.*?</script>", " ", page.read_text("utf-8"), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


def list_links(site: Path, page: Path) -> list[str]:
    """Where the links of a page lead within the site, from its top."""
    file = page if page.suffix else page / "index.html"
    hrefs = re.findall(r'<a [^>]*?href="([^":#]*)["#]', file.read_text("utf-8"))
    at = file.parent.relative_to(site).as_posix()
    return [f"{posixpath.normpath(posixpath.join(at, href))}/" for href in hrefs]


def answer(folder: Path, tool: str, request: dict[str, Any]) -> dict[str, Any]:
    """What the rules in this folder say: the staged tree of a copy, or wherever its package is."""
    done = subprocess.run(
        [sys.executable, "-m", "playbook", "run", tool],
        cwd=folder,
        input=json.dumps(request),
        capture_output=True,
        text=True,
        check=True,
    )
    page: dict[str, Any] = json.loads(done.stdout)
    assert page["errors"] == {}
    return page


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Build:
    """The copy of a centre with its site, built once."""
    done: dict[str, Path] = {}

    def build_once(name: str) -> Path:
        if name not in done:
            root = tmp_path_factory.mktemp(name) / "copy"
            copy_tree(root)
            shutil.copytree(CENTRES / name, root, dirs_exist_ok=True)
            build(root)
            done[name] = root
        return done[name]

    return build_once


def test_a_community_college_finds_its_name_words_and_numbers_on_its_pages(built: Build) -> None:
    site = built("millbrook") / "site"
    home = read_words(site / "index.html")
    assert "After the interview, by Millbrook" in home
    assert "Practice the last five minutes with us." in home
    assert "From the Closing Playbook. Words under CC BY 4.0" in home
    play = read_words(site / "plays/waiting/the-check-in/index.html")
    assert "Wait until 5 business days after their date" in play
    assert "We wait 5 business days here, and write once." in play
    assert "Millbrook Career Center decided so" in play
    assert "The Closing Playbook has 2 business days here" in play
    assert "The choice of Millbrook Career Center: Once, a working week" in play


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
    said = " ".join(unescape(re.sub(r"<[^>]+>", "", open_to_all)).split())
    assert WHOSE in said


def test_in_a_copy_the_guides_own_rules_are_not_called_ours(built: Build) -> None:
    site = built("millbrook") / "site"
    tool = site / "tools/timeline/index.html"
    assert "The Closing Playbook's own rule. One guide warns against writing" in read_words(tool)
    assert "Our own rule." not in read_words(tool)
    rules = read_words(site / "evidence/rules/index.html")
    assert "the Closing Playbook's own rule One guide warns against writing" in rules
    play = read_words(site / "plays/waiting/the-check-in/index.html")
    assert "Between two check-ins: 5 business days the Closing Playbook's own rule" in play


def test_the_box_with_its_contacts_dials_and_names_its_page(built: Build) -> None:
    home = (built("millbrook") / "site/index.html").read_text("utf-8")
    assert '<a href="tel:5550100140"><span dir="ltr">(555) 010-0140</span></a>' in home
    assert '<a href="https://www.millbrook.example.edu/careers">Our web page</a>' in home


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


def test_what_it_leaves_out_has_a_page_and_no_link_from_the_menu(built: Build) -> None:
    site = built("millbrook") / "site"
    assert "leaves this play out" in read_words(site / "plays/waiting/the-one-call/index.html")
    assert "the-one-call" not in (site / "index.html").read_text("utf-8")
    assert "the-one-call" not in (site / "search/search_index.json").read_text("utf-8")
    twin = json.loads((site / "playbook.json").read_text("utf-8"))
    assert "the-one-call" not in [play["id"] for play in twin["plays"]]


def test_a_play_of_its_own_stands_among_ours(built: Build) -> None:
    site = built("millbrook") / "site"
    assert "Tell your coach" in read_words(site / "plays/waiting/index.html")
    own = read_words(site / "local/plays/waiting/tell-your-coach/index.html")
    assert "Kept by Millbrook Career Center." in own


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


def test_its_form_starts_in_ohio_and_keeps_nothing(built: Build) -> None:
    tool = (built("millbrook") / "site/tools/timeline/index.html").read_text("utf-8")
    form = re.search(r"<playbook-tool [^>]*>", tool)
    assert form is not None
    assert '{"country": "US", "region": "OH"}' in unescape(form[0])
    assert "data-kiosk" in form[0]
    assert "nothing is stored on it" in read_words(
        built("millbrook") / "site/tools/timeline/index.html"
    )


def test_a_scottish_university_has_its_closures_and_its_cv(built: Build) -> None:
    site = built("strathallan") / "site"
    tool = (site / "tools/timeline/index.html").read_text("utf-8")
    assert '"region": "SCT"' in unescape(tool)
    assert "Have your CV read" in read_words(site / "local/send-your-cv/index.html")
    quoted = set((site / "evidence").rglob("*.html"))
    for page in set(site.rglob("*.html")) - quoted:
        assert not re.search(r"\b[Rr][eé]sum[eé]s?\b", read_words(page)), page


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
    said = " ".join(entry["text"] for entry in entries if not entry["location"].startswith("local"))
    assert "practice" in said
    assert "practise" not in said
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
    said = {
        name: answer(built(name) / "build", "notes", request)["html"]
        for name in ("millbrook", "al-manara")
    }
    assert "It turns their choice into a favor." in said["millbrook"]
    assert "It turns their choice into a favour." in said["al-manara"]
    assert "Colour Centre" in said["millbrook"]


def test_the_guide_as_data_is_spelled_as_its_pages_are(built: Build) -> None:
    twin = json.loads((built("millbrook") / "site/playbook.json").read_text("utf-8"))
    plays = {play["id"]: play for play in twin["plays"]}
    assert (
        "Practice the small things that are hard to say"
        in plays["prepare-the-closing-statement"]["do"][6]
    )


def test_a_play_of_its_own_stands_in_for_ours_of_the_same_name(built: Build) -> None:
    site = built("strathallan") / "site"
    phase = (site / "plays/same-day/index.html").read_text("utf-8")
    assert "local/plays/same-day/celebrate/" in phase
    assert 'href="celebrate/"' not in phase
    assert phase.index("local/plays/same-day/celebrate/") < phase.index("write-down-what-was-said/")
    glance = (site / "at-a-glance/index.html").read_text("utf-8")
    assert glance.index("local/plays/same-day/celebrate/") < glance.index(
        "write-down-what-was-said/"
    )
    topics = (site / "tags/index.html").read_text("utf-8")
    assert 'href="../plays/same-day/celebrate/"' not in topics
    assert 'href="../local/plays/same-day/celebrate/"' in topics
    for page in ("index.html", "corridor", "plays/outcome", "plays/outcome/accept"):
        links = list_links(site, site / page)
        assert "plays/same-day/celebrate/" not in links, page
    assert "local/plays/same-day/celebrate/" in list_links(site, site / "plays/outcome/accept")
    moved = list_links(site, site / "plays/outcome/reward-the-effort")
    assert moved == ["local/plays/same-day/celebrate/"]
    ours = (site / "plays/same-day/celebrate/index.html").read_text("utf-8")
    assert "has a play of its own instead of this one" in ours
    assert '<a href="../../../local/plays/same-day/celebrate/">Tell the Careers Service' in ours
    twin = json.loads((site / "playbook.json").read_text("utf-8"))
    urls = [play["url"] for play in twin["plays"] if play["id"] == "celebrate"]
    assert urls == ["local/plays/same-day/celebrate/"]
    assert "](plays/same-day/celebrate/" not in json.dumps(twin)
    assert "](local/plays/same-day/celebrate/)" in json.dumps(twin)


def test_a_source_of_its_own_stands_among_ours_and_is_marked(built: Build) -> None:
    site = built("millbrook") / "site"
    title = "What 31 hiring managers told us at the spring fair"
    mark = "a source of Millbrook Career Center"
    sources = read_words(site / "evidence/sources/index.html")
    assert f"{title} {mark}" in sources
    assert sources.count(mark) == 1
    claims = (site / "evidence/claims/index.html").read_text("utf-8")
    assert 'id="our-spring-fair-1"' in claims
    play = site / "plays/waiting/the-check-in/index.html"
    assert f"It rests on {title}: our-spring-fair/1. Decided by" in read_words(play)
    assert '<a href="../../../evidence/claims/#our-spring-fair-1">' in play.read_text("utf-8")
    slot = "Write again a working week after the date that they gave, and not before. ("
    assert slot in read_words(play)
    own = read_words(site / "local/plays/waiting/tell-your-coach/index.html")
    assert f"{title} {mark} (a survey): our-spring-fair/2" in own
    rules = read_words(site / "evidence/rules/index.html")
    decided = f"Decided by Dana Whitlock, director, on 14 September 2026. Source: {title}."
    assert f"Millbrook Career Center decided so {decided}" in rules
    twin = json.loads((site / "playbook.json").read_text("utf-8"))
    centres = {source["id"]: source["centre"] for source in twin["sources"]}
    assert centres["our-spring-fair"] == "Millbrook Career Center"
    assert centres["closing-coach"] == ""
    rested = {claim["id"]: claim["used_by"] for claim in twin["claims"]}
    assert rested["our-spring-fair/1"]["rules"] == ["check-in-after-promise"]


def test_a_legal_page_of_its_own_is_linked_from_the_foot_of_every_page(built: Build) -> None:
    site = built("millbrook") / "site"
    deep = (site / "plays/waiting/the-check-in/index.html").read_text("utf-8")
    assert '<a href="../../../local/privacy/">Privacy at Millbrook</a>' in deep
    assert '<a href="local/privacy/">Privacy at Millbrook</a>' in (site / "index.html").read_text()


def test_a_link_to_a_page_shows_a_card_in_the_centres_name(built: Build) -> None:
    site = built("strathallan") / "site"
    play = (site / "plays/waiting/the-check-in/index.html").read_text("utf-8")
    at = "https://interviews.strathallan.example.org/"
    assert f'<meta property="og:image" content="{at}assets/brand/social-card.png">' in play
    assert '<meta property="og:site_name" content="After the interview">' in play
    own = (CENTRES / "strathallan/brand/social-card.png").read_bytes()
    assert (site / "assets/brand/social-card.png").read_bytes() == own
    drawn = (built("millbrook") / "site/assets/brand/social-card.png").read_bytes()
    assert bytes.fromhex("8a1538") in drawn


def test_its_own_notes_stand_as_it_typed_them(built: Build) -> None:
    record: dict[str, Any] = {"ended_on": "2026-11-20", "my_name": "Amina", "note_kind": "accept"}
    staged = built("millbrook") / "build"
    said = answer(staged, "notes", {"record": record, "today": "2026-11-21"})["text"]
    assert "The career centre at Millbrook says hello." in said
    record |= {"note_kind": "spring-fair", "interviewers": [{"name": "Dana"}]}
    said = answer(staged, "notes", {"record": record, "today": "2026-11-21"})["text"]
    assert "Thanks after the spring fair to Dana" in said
    met = "Thank you for the time you took at our fair, and for speaking with me on Friday."
    assert met in said


def test_the_timeline_says_whose_source_a_number_rests_on(built: Build) -> None:
    record = {"ended_on": "2026-11-16", "promise_on": "2026-11-20", "country": "US"}
    request = {"record": record, "today": "2026-11-16", "stamp": "2026-11-16T12:00:00Z"}
    html = answer(built("millbrook") / "build", "timeline", request)["html"]
    assert "spring fair</span>, survey, a source of <bdi>Millbrook Career Center</bdi>)" in html


def test_notes_start_in_the_tone_that_the_centre_chose(built: Build) -> None:
    for centre, tone in (("millbrook", "warm"), ("strathallan", "formal")):
        notes = unescape((built(centre) / "site/tools/notes/index.html").read_text("utf-8"))
        assert f'"note_tone": "{tone}"' in notes


def test_a_light_and_a_dark_paper_of_its_own(built: Build) -> None:
    [sheet] = (built("strathallan") / "site/assets/brand").glob("brand.*.css")
    style = sheet.read_text("utf-8")
    assert "--pb-paper: #ffffff;" in style
    assert "--pb-paper: #0b1520;" in style


def test_a_gulf_university_has_its_name_in_both_directions(built: Build) -> None:
    site = built("al-manara") / "site"
    home = (site / "index.html").read_text("utf-8")
    assert "<bdi>طريق الكورنيش ١٢، الدوحة</bdi>" in home
    rules = (site / "evidence/rules/index.html").read_text("utf-8")
    assert "Decided by <bdi>نورة الهاجري</bdi> on 11\u00a0October 2026. Source: " in rules
    assert "if they named no date: 15 business days" in read_words(
        site / "evidence/rules/index.html"
    )


def test_every_page_of_every_centre_is_sealed(built: Build) -> None:
    for name in ("millbrook", "strathallan", "al-manara"):
        for page in (built(name) / "site").rglob("*.html"):
            assert "Content-Security-Policy" in page.read_text("utf-8"), page


def test_a_copy_says_its_release_its_licence_and_whom_to_write_to(built: Build) -> None:
    site = built("millbrook") / "site"
    twin = json.loads((site / "playbook.json").read_text("utf-8"))
    schema = json.loads((site / twin["$schema"]).read_text("utf-8"))
    assert [*Draft202012Validator(schema).iter_errors(twin)] == []
    assert twin["base"] == "https://careers.millbrook.example.edu/"
    page = (site / "plays/waiting/the-check-in/index.html").read_text("utf-8")
    foot = page[page.index("md-copyright") :]
    assert twin["release"] in foot
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in foot
    assert 'href="../../../about/licences/"' in foot
    contact = (site / ".well-known/security.txt").read_text("utf-8").splitlines()[0]
    assert contact == "Contact: mailto:security@millbrook.example.edu"
    assert "ErrorDocument 404 /404.html" in (site / ".htaccess").read_text("utf-8")
