"""Three invented career centres, each built as it would be published."""

import io
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
CENTRES = Path(__file__).parent / "centres"
NOT_PART = {".git", ".venv", "node_modules", "site", "tests", "runtime", "local"}

type Build = Callable[[str], Path]


def copy_tree(target: Path) -> None:
    """The files that a build reads, without any centre's."""

    def skip(folder: str, names: list[str]) -> set[str]:
        data = {name for name in names if folder.endswith("playbook/brand") and "toml" in name}
        return (NOT_PART & set(names)) | data | {n for n in names if n.endswith("cache")}

    for name in ("docs", "macros", "playbook", "publish"):
        shutil.copytree(ROOT / name, target / name, ignore=skip)
    shutil.copy(ROOT / "mkdocs.yml", target)


def run(root: Path, *module: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", *module], cwd=root, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def build(root: Path) -> Path:
    """The sealed site of the copy in this folder."""
    run(root, "publish.brand")
    run(root, "publish.twin")
    site = root / "site"
    options = ["--strict", "--quiet", "--config-file", "mkdocs.brand.yml", "--site-dir", str(site)]
    run(root, "mkdocs", "build", *options)
    run(root, "publish.seal", str(site))
    return site


def read_words(page: Path) -> str:
    html = re.sub(r"<script.*?</script>", " ", page.read_text("utf-8"), flags=re.DOTALL)
    return " ".join(unescape(re.sub(r"<[^>]+>", "", html)).split())


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
    assert rules["check-in-gap"]["decision"] is None


def test_the_browsers_bundle_and_the_command_line_give_the_same_answer(
    built: Build, tmp_path: Path
) -> None:
    root = built("millbrook")
    pack = "import sys; from pathlib import Path; from publish.bundle import pack_packages; "
    pack += "sys.stdout.buffer.write(pack_packages(Path('playbook')))"
    zipped = subprocess.run([sys.executable, "-c", pack], cwd=root, capture_output=True, check=True)
    zipfile.ZipFile(io.BytesIO(zipped.stdout)).extractall(tmp_path)
    calendars = "playbook/calendars"
    shutil.copy(root / calendars / "US.json", tmp_path / calendars)
    record = {"ended_on": "2026-11-16", "promise_on": "2026-11-20", "country": "US"}
    request = json.dumps({"record": record, "today": "2026-11-16", "stamp": "2026-11-16T12:00:00Z"})
    answers = [
        subprocess.run(
            [sys.executable, "-m", "playbook", "run", "timeline"],
            cwd=folder,
            input=request,
            capture_output=True,
            text=True,
            check=True,
        ).stdout
        for folder in (root, tmp_path)
    ]
    assert answers[0] == answers[1]
    # their date is Friday 20 November; five working days after it, Thanksgiving left out
    assert "Monday 30 November" in json.loads(answers[0])["text"]
    assert "Millbrook Career Center</bdi> decided so" in json.loads(answers[0])["html"]


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


def test_a_light_and_a_dark_paper_of_its_own(built: Build) -> None:
    style = (built("strathallan") / "site/assets/brand/brand.css").read_text("utf-8")
    assert "--pb-paper: #ffffff;" in style
    assert "--pb-paper: #0b1520;" in style


def test_a_gulf_university_has_its_name_in_both_directions(built: Build) -> None:
    site = built("al-manara") / "site"
    home = (site / "index.html").read_text("utf-8")
    assert "<bdi>طريق الكورنيش ١٢، الدوحة</bdi>" in home
    rules = (site / "evidence/rules/index.html").read_text("utf-8")
    assert "<bdi>نورة الهاجري</bdi>, 11 October 2026" in rules
    assert "Expected answer: 15 business days" in read_words(site / "evidence/rules/index.html")


def test_every_page_of_every_centre_is_sealed(built: Build) -> None:
    for name in ("millbrook", "strathallan", "al-manara"):
        for page in (built(name) / "site").rglob("*.html"):
            assert "Content-Security-Policy" in page.read_text("utf-8"), page
