import dataclasses
import re
from collections.abc import Callable
from datetime import date
from functools import partial
from html.parser import HTMLParser
from pathlib import Path
from posixpath import normpath

import pytest

from macros.guide import Guide, read_guide
from macros.pages import Pages
from macros.plays import PHASES, Play
from macros.view import dial, together
from macros.way import draw_way
from playbook.errors import ContentError

DOCS = Path(__file__).parents[2] / "docs"
TODAY = date(2026, 11, 22)


@pytest.fixture(scope="module")
def guide() -> Guide:
    return read_guide(DOCS)


@pytest.fixture(scope="module")
def at(guide: Guide) -> Callable[[str], Pages]:
    """The functions as the page at this address calls them."""
    return lambda here: Pages(guide, lambda: here, TODAY)


class Outline(HTMLParser):
    """The anchors, the links and the words of a piece of HTML."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.anchors: set[str] = set()
        self.links: list[str] = []
        self.words = ""
        self.feed(str(html))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        if name := given.get("id"):
            assert name not in self.anchors, f"two of #{name}"
            self.anchors.add(name)
        if tag == "a":
            self.links.append(given.get("href") or "")

    def handle_data(self, data: str) -> None:
        self.words += data


def page_file(url: str) -> Path | None:
    """The Markdown file behind an address below the top of the site."""
    path = url.strip("./")
    places = [DOCS / f"{path}.md", DOCS / path / "index.md"]
    return next((file for file in places if file.is_file()), None)


def everything(pages: Callable[[str], Pages], guide: Guide) -> dict[str, str]:
    """What our functions write into each page, by its address."""
    written = {
        f"evidence/{kind}/": getattr(pages(f"evidence/{kind}/"), f"evidence_{kind}")()
        for kind in ("sources", "claims", "figures", "rules", "disagreements")
    }
    for play in guide.plays:
        here = pages(play.url)
        written[play.url] = here.play_head() + here.evidence()
    for phase in PHASES:
        here = pages(phase.url)
        written[phase.url] = here.phase_way(phase.id) + here.phase_plays(phase.id)
    return written | {"": pages("").phase_way()}


def test_every_link_of_ours_leads_to_a_page_and_a_place_in_it(
    at: Callable[[str], Pages], guide: Guide
) -> None:
    written = {url: Outline(html) for url, html in everything(at, guide).items()}
    astray = []
    for url, markup in written.items():
        for link in markup.links:
            if link.startswith("http") or "/tags/#" in link:  # test_site.py follows the latter
                continue
            path, _, anchor = link.partition("#")
            target = normpath(f"{url}{path}").strip(".")
            target = f"{target}/" if target else ""
            known = written[target].anchors if target in written else set()
            if not page_file(target) or (anchor and anchor not in known):
                astray.append(f"{url}: {link}")
    assert astray == []


def test_everything_in_the_evidence_has_its_anchor(
    at: Callable[[str], Pages], guide: Guide
) -> None:
    written = {url: Outline(html).anchors for url, html in everything(at, guide).items()}
    evidence = guide.evidence
    assert set(evidence.sources) <= written["evidence/sources/"]
    assert {name.replace("/", "-") for name in evidence.claims} <= written["evidence/claims/"]
    assert set(evidence.figures) <= written["evidence/figures/"]
    assert set(evidence.disagreements) <= written["evidence/disagreements/"]
    assert set(guide.rules) <= written["evidence/rules/"]


def test_no_blank_line_ends_the_html_early(at: Callable[[str], Pages], guide: Guide) -> None:
    for url, html in everything(at, guide).items():
        assert "\n\n" not in html, url


def test_the_foot_of_a_play_names_every_claim_and_what_kind_of_source_it_has(
    at: Callable[[str], Pages], guide: Guide
) -> None:
    play = guide.play_at("plays/waiting/the-check-in/")
    html = at(play.url).evidence()
    foot = Outline(html).words
    lines = foot.split("The numbers in it")[0]
    for claim in play.claims:
        number = claim.rpartition("/")[2]
        assert f'#{claim.replace("/", "-")}">claim {number}</a>' in html
        assert lines.count(guide.evidence.source_of(claim).title) == 1
    for rule in play.all_rules:
        assert guide.rules[rule].within in foot.replace("\u00a0", " ")
    for disagreement in play.disagreements:
        assert guide.evidence.disagreements[disagreement].question in foot
    assert "Patra Frame" not in foot  # who says what stands once, with the disagreement
    assert "Due again by 30\u00a0November 2027." in foot


def test_a_disagreement_has_its_scale_on_one_play_and_a_link_to_it_on_the_others(
    at: Callable[[str], Pages], guide: Guide
) -> None:
    feet = {play.id: at(play.url).evidence().unescape() for play in guide.plays}
    thinking = guide.evidence.disagreements["B8"]
    assert [id for id, foot in feet.items() if thinking.default in foot] == ["answer-an-offer"]
    assert [id for id, foot in feet.items() if f'#B8">{thinking.question}</a>' in foot] == [
        "weigh-it",
        "two-offers-at-once",
        "if-the-offer-changes",
        "internships-and-graduate-schemes",
    ]


def test_who_to_thank_where_it_is_scored_is_one_sentence_that_leads_to_the_whole(
    at: Callable[[str], Pages],
) -> None:
    corridor, play = Outline(at("corridor/").scored()), Outline(at("plays/same-day/").scored())
    assert corridor.words == play.words
    for way in ("set questions", "assessment centre", "graduate scheme", "unless they said"):
        assert way in corridor.words
    assert corridor.links == ["../plays/same-day/thank-you-email/#scored"]
    assert play.links == ["thank-you-email/#scored"]


@pytest.mark.parametrize(
    "page",
    [
        "index",
        "corridor",
        "handouts/debrief-sheet",
        "plays/closing/index",
        "plays/same-day/index",
    ],
)
def test_a_page_that_says_whom_to_thank_has_that_sentence(page: str) -> None:
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    assert text.count("{{ scored() }}") == 1


def test_whenever_it_ended_who_is_thanked_after_a_scored_interview_is_a_link_away() -> None:
    text = (DOCS / "corridor.md").read_text(encoding="utf-8")
    thanking = [
        section for section in text.split("\n## ") if "thank-you" in section.partition("\n")[2]
    ]
    links = ("{{ scored() }}", "[scored](plays/same-day/thank-you-email.md#scored)")
    assert len(thanking) == 5
    assert all(any(link in section for link in links) for section in thanking[1:])


@pytest.mark.parametrize(
    "play",
    [
        "before/interview-at-a-school",
        "closing/panels-and-several-interviewers",
        "same-day/internal-job",
        "same-day/second-round",
    ],
)
def test_a_play_that_says_whom_to_thank_leads_to_the_whole_of_it(play: str) -> None:
    text = (DOCS / f"plays/{play}.md").read_text(encoding="utf-8")
    assert "only to [the person who invited you](" in text
    assert "thank-you-email.md#scored)" in text


def test_the_foot_says_of_which_guides_nobody_knows_the_author(at: Callable[[str], Pages]) -> None:
    thanks = Outline(at("plays/same-day/thank-you-email/").evidence()).words
    assert "(practice, author and date unknown):" in thanks
    assert "4 Things to Do at the End of a Job Interview (opinion):" in thanks
    offer = Outline(at("plays/outcome/weigh-it/").evidence()).words
    assert "If your job offer is withdrawn (official guidance):" in offer
    assert "own rule, author" not in offer


def test_the_rules_say_how_few_of_them_come_from_a_guide(
    at: Callable[[str], Pages], guide: Guide
) -> None:
    few = [rule for rule in guide.rules.values() if not rule.house]
    words = Outline(at("evidence/rules/").evidence_rules()).words
    assert f"{len(few)} of these {len(guide.rules)} numbers come from one of the guides." in words
    assert {rule.id for rule in few} == {
        "thank-you-email",
        "thank-you-handwritten",
        "closing-statement",
    }


def test_our_choice_stands_on_the_scale_between_those_before_and_after_it(
    at: Callable[[str], Pages],
) -> None:
    html = at("evidence/disagreements/").evidence_disagreements()
    pay = html[html.index('id="D3"') : html.index('id="D4"')]
    words = ["Early", "with the employer", "Our choice", "When you have the offer", "Late"]
    assert sorted(words, key=pay.index) == words


def test_a_play_past_its_date_says_when_it_was_last_read_through(guide: Guide) -> None:
    play = guide.play_at("plays/waiting/the-check-in/")
    stale = dataclasses.replace(play, review_by=date(2026, 11, 21))
    late = dataclasses.replace(guide, plays=swap(guide.plays, play, stale))
    foot = Pages(late, lambda: play.url, TODAY).evidence()
    assert "Last read through on 30\u00a0November 2026." in foot
    assert "due again by 21\u00a0November 2026" in foot
    on_its_day = Pages(late, lambda: play.url, date(2026, 11, 21)).evidence()
    assert "Due again by 21\u00a0November 2026" in on_its_day


def test_a_number_stays_in_one_line_with_what_it_counts(at: Callable[[str], Pages]) -> None:
    assert together("2 business days") == "2\u00a0business days"
    assert together("30 June 2027, 9 to 5") == "30\u00a0June 2027, 9\u00a0to 5"
    assert "takes 1\u00a0minute" in at("plays/closing/ask-what-happens-next/").play_head()


def test_every_topic_that_a_page_names_is_in_the_list_at_the_top(
    at: Callable[[str], Pages],
) -> None:
    listed = Outline(at("tags/").topics()).links
    assert listed[:2] == ["#tag:closing-statement", "#tag:dates"]
    assert listed == sorted(listed)
    assert {"#tag:offers", "#tag:printable", "#tag:thank-you"} <= set(listed)


def test_a_card_says_what_its_number_means_and_what_is_unverified(
    at: Callable[[str], Pages],
) -> None:
    known = Outline(at("evidence/figures/").figure("thank-you-helpful")).words
    assert (
        "22% of HR managers call a thank-you message very helpful, and 58% somewhat helpful"
        in known
    )
    assert "unverified" not in known
    unknown = Outline(at("evidence/figures/").figure("source-applications")).words
    assert (
        "unverified One of our guides says so, and names no source. We think that it's this one"
        in unknown
    )
    assert "quoted by a career guide for students" in unknown


def swap(plays: tuple[Play, ...], old: Play, new: Play) -> tuple[Play, ...]:
    return tuple(new if play is old else play for play in plays)


def test_plays_lead_to_their_neighbours_along_the_way(guide: Guide) -> None:
    first, *_, last = guide.plays
    assert guide.neighbours(first) == (None, guide.plays[1])
    assert guide.neighbours(last) == (guide.plays[-2], None)


def test_the_way_is_navigation_with_links_and_words(at: Callable[[str], Pages]) -> None:
    html = at("").phase_way()
    markup = Outline(html)
    assert html.startswith('<nav class="pb-way" aria-label="The way in five phases">')
    assert markup.links == [phase.url for phase in PHASES]
    for phase in PHASES:
        assert f"{phase.number}\n{phase.name}\n{phase.summary}" in markup.words
    assert set(re.findall(r"<svg[^>]*>", html)) == {
        tag for tag in re.findall(r"<svg[^>]*>", html) if 'aria-hidden="true"' in tag
    }


def test_the_way_marks_where_the_reader_stands(at: Callable[[str], Pages]) -> None:
    html = at("plays/waiting/").phase_way("waiting")
    assert html.count("aria-current") == 1
    assert '<a href="./" aria-current="step">' in html


def test_the_line_runs_from_each_stop_to_the_next() -> None:
    stops = draw_way({"waiting": 8})
    assert [stop.plays for stop in stops] == [0, 0, 0, 8, 0]
    assert [stop.to for stop in stops] == [stop.sway for stop in stops[1:]] + [None]


def test_a_rule_is_quoted_in_words_with_a_link_to_its_source(at: Callable[[str], Pages]) -> None:
    quoted = at("plays/waiting/the-check-in/").rule("check-in-after-promise")
    assert (quoted.value, quoted.unit, quoted.within) == (
        2,
        "business days",
        "2\u00a0business days",
    )
    assert quoted.house
    assert Outline(quoted.link).links == ["../../../evidence/rules/#check-in-after-promise"]


@pytest.mark.parametrize(
    ("phone", "dialled"),
    [
        ("(555) 010-0140", "5550100140"),
        ("+974 5550 0100", "+97455500100"),
        ("+44 (0)131 496 0000", "+441314960000"),
        ("0131.496.0000", "01314960000"),
        ("ask at the desk", ""),
        ("555 0100, ext. 12", ""),
        ("112", ""),
    ],
)
def test_a_phone_number_is_dialled_where_it_can_be_read_as_one(phone: str, dialled: str) -> None:
    assert dial(phone) == dialled


def test_unknown_names_stop_the_build_with_the_page_named(at: Callable[[str], Pages]) -> None:
    pages = at("plays/waiting/")
    for call in (
        partial(pages.rule, "someday"),
        partial(pages.figure, "most"),
        partial(pages.tool, "crystal-ball"),
        pages.play_head,
        pages.evidence,
    ):
        with pytest.raises(ContentError, match=r"^plays/waiting/: "):
            call()
    with pytest.raises(ContentError, match="'later' is not a phase"):
        pages.phase_plays("later")
