"""Three invented career centres, each built as it would be published: their pages."""

import json
import re
from html import unescape

from jsonschema import Draft202012Validator

from tests.fork.copies import CENTRES, Build, list_links, read_words


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
    first = read_words(site / "plays/waiting/wait-for-the-date/index.html")
    assert "The choice of Millbrook Career Center: Once, a working week" in first


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
    assert "Maintained by Millbrook Career Center." in own


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


def test_a_play_of_its_own_stands_in_for_ours_of_the_same_name(built: Build) -> None:
    site = built("strathallan") / "site"
    phase = (site / "plays/same-day/index.html").read_text("utf-8")
    assert "local/plays/same-day/celebrate/" in phase
    assert 'href="celebrate/"' not in phase
    glance = (site / "at-a-glance/index.html").read_text("utf-8")
    for page in (phase[phase.index('<ol class="pb-plays">') :], glance):
        around = ("keep-it-private", "local/plays/same-day/celebrate", "review-yourself")
        places = [page.index(f"{play}/") for play in around]
        assert places == sorted(places)
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
    assert "if they gave no date: 15 business days" in read_words(
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
