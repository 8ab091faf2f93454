import datetime
import tomllib
from pathlib import Path
from typing import Any

import pytest

from publish.brand.check.complaints import Complaint
from publish.brand.check.everything import check, find_settings_elsewhere
from publish.brand.check.palette import SCHEMES
from publish.brand.check.refuse import refuse

MISTAKES: dict[str, dict[str, Any]] = tomllib.loads(
    (Path(__file__).parent / "mistakes.toml").read_text(encoding="utf-8")
)
TODAY = datetime.date(2026, 11, 22)


def change(root: Path, name: str, old: str, new: str) -> None:
    file = root / name
    text = file.read_text(encoding="utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), encoding="utf-8")


def find(root: Path) -> list[Complaint]:
    return check(root, TODAY)[1]


def test_a_copy_in_which_everything_is_right_gives_no_complaint(copy: Path) -> None:
    assert find(copy) == []


@pytest.mark.parametrize("name", MISTAKES)
def test_a_mistake_is_said_once_with_file_and_line(copy: Path, name: str) -> None:
    mistake = MISTAKES[name]
    change(copy, mistake["file"], mistake["replace"], mistake["with"])
    expected = Complaint(mistake.get("at", mistake["file"]), mistake["line"], mistake["said"])
    complaints = [str(each) for each in find(copy) if each.stops]
    assert str(expected) in complaints
    assert len(complaints) == mistake.get("messages", 1)


def test_several_mistakes_are_said_at_once_and_nothing_is_built(copy: Path) -> None:
    change(copy, "brand.yml", "booking:", "boking:")
    change(copy, "brand/rules/timeline.toml", "[check-in-gap]", "[checkin-gap]")
    with pytest.raises(SystemExit) as stopped:
        refuse(find(copy))
    reason = str(stopped.value)
    assert reason.startswith("Your site was not built: 2 things to mend")
    assert "brand.yml, line 14: 'boking'" in reason
    assert "brand/rules/timeline.toml, line 1: there is no rule 'checkin-gap'" in reason


def test_two_files_cannot_both_set_a_rule(copy: Path) -> None:
    (copy / "brand/rules/time.toml").write_text("[check-in-gap]\nvalue = 8\n")
    assert "there is no tool 'time'. Did you mean 'timeline'?" in str(find(copy)[0])


def test_a_slot_of_a_play_that_moved_is_told_its_new_name(copy: Path) -> None:
    slot = copy / "brand/slots/plays/bring-news.md"
    slot.parent.mkdir(parents=True, exist_ok=True)
    slot.write_text("Come by.\n", encoding="utf-8")
    (complaint,) = find(copy)
    assert str(complaint) == (
        "brand/slots/plays/bring-news.md: the play 'bring-news' is part of 'the-check-in' now. Call "
        "this file 'the-check-in.md', or put its words into the one that you have there"
    )


def test_a_play_in_the_place_of_one_that_moved_is_told_its_new_name_and_still_built(
    copy: Path,
) -> None:
    folder = copy / "docs/local/plays/waiting"
    (folder / "call-us.md").rename(folder / "bring-news.md")
    (complaint,) = find(copy)
    assert str(complaint) == (
        "docs/local/plays/waiting/bring-news.md: our play of this name is part of "
        "'plays/waiting/the-check-in.md' now. To stand in its place, call yours "
        "docs/local/plays/waiting/the-check-in.md; to stand beside it, give yours another name"
    )
    assert not complaint.stops


def test_a_slot_of_an_unknown_name_gets_the_nearest(copy: Path) -> None:
    (copy / "brand/slots/plays").mkdir()
    (copy / "brand/slots/plays/the-chek-in.md").write_text("Hello.\n")
    assert str(find(copy)[0]) == (
        "brand/slots/plays/the-chek-in.md: no page has a slot of this name. "
        "Did you mean 'plays/the-check-in'?"
    )


@pytest.mark.parametrize("name", ["", "5"])
def test_a_slot_with_a_rule_without_a_name_says_how_many_there_are(copy: Path, name: str) -> None:
    change(copy, "brand/slots/home.md", "centre.hours", f"rule({name})")
    (complaint,) = find(copy)
    sentence = f"brand/slots/home.md, line 1: there is no rule '{name}'. There are "
    assert str(complaint).startswith(sentence)


def test_a_file_that_nothing_reads_is_named(copy: Path) -> None:
    (copy / "brand/rule").mkdir()
    assert [str(each) for each in find(copy)] == [
        "brand/rule: nothing reads this. Did you mean 'rules'?"
    ]


@pytest.mark.parametrize(
    ("right", "wrong", "sentence"),
    [
        ("brand", "Brand", "Brand: nothing reads this. Did you mean 'brand'?"),
        ("brand", "brands", "brands: nothing reads this. Did you mean 'brand'?"),
        ("brand", "brnad", "brnad: nothing reads this. Did you mean 'brand'?"),
        ("docs/local", "docs/Local", "docs/Local: nothing reads this. Did you mean 'docs/local'?"),
        (
            "brand/assets",
            "brand/Assets",
            "brand/Assets: nothing reads this. Did you mean 'assets'?",
        ),
        (
            "docs/local/plays",
            "docs/local/Plays",
            "docs/local/Plays: nothing reads this. Did you mean 'docs/local/plays'?",
        ),
    ],
)
def test_a_folder_of_another_name_is_named_instead_of_all_that_is_missing(
    copy: Path, right: str, wrong: str, sentence: str
) -> None:
    (copy / right).rename(copy / wrong)
    assert [str(each) for each in find(copy)] == [sentence]


def test_a_second_folder_of_nearly_the_same_name_is_named(copy: Path) -> None:
    (copy / "brands").mkdir()
    (copy / "docs/local/plans").mkdir()
    assert [str(each) for each in find(copy)] == [
        "brands: nothing reads this. Did you mean 'brand'?"
    ]


@pytest.mark.parametrize(
    "name",
    [
        "brand/spellings.toml",
        "brand/slots/home2.md",
        "brand/rules/offer.toml",
        "brand/templates/accept.txt.jinja",
        "docs/local/rooms2.md",
        "docs/local/plays/waiting/call.md",
    ],
)
def test_a_folder_with_the_name_of_a_file_is_named(copy: Path, name: str) -> None:
    (copy / name).mkdir(parents=True)
    assert [str(each) for each in find(copy)] == [
        f"{name}: this is a folder with the name of a file; put a file in its place"
    ]


def test_a_picture_that_was_exported_from_a_folder_of_windows_is_fine(copy: Path) -> None:
    change(copy, "brand/assets/logo.svg", "<path", "<title>C:\\a</title><path id='C:\\a.svg'")
    assert find(copy) == []


def test_a_huge_logo_is_refused(copy: Path) -> None:
    file = copy / "brand/assets/logo.svg"
    file.write_text(file.read_text() + " " * 200_000)
    assert "has 200 kB, and every reader fetches it" in str(find(copy)[0])


def test_a_photograph_with_the_name_of_another_kind_is_refused(copy: Path) -> None:
    change(copy, "brand.yml", "logo.svg", "logo.png")
    (copy / "brand/assets/logo.png").write_bytes(b"\xff\xd8\xff\xe0")
    assert "logo 'logo.png' is no PNG file inside" in str(find(copy)[0])


def test_a_card_of_another_size_is_refused(copy: Path) -> None:
    logo = b"\x89PNG\r\n\x1a\n" + b"\0\0\0\rIHDR" + (800).to_bytes(4) + (600).to_bytes(4)
    (copy / "brand/social-card.png").write_bytes(logo)
    assert str(find(copy)[0]) == (
        "brand/social-card.png: it is 800 by 600 pixels; a card is 1200 by 630"
    )


def test_a_claim_that_nothing_rests_on_is_worth_a_look_and_builds(copy: Path) -> None:
    change(copy, "docs/local/plays/waiting/call-us.md", "claims:\n  - our-fair/1", "claims: []")
    complaints = find(copy)
    assert [str(each) for each in complaints] == [
        "brand/claims.toml, line 1: nothing of yours rests on this claim yet"
    ]
    refuse(complaints)


def test_a_page_past_its_review_date_is_worth_a_look_and_builds(copy: Path) -> None:
    (copy / "docs/local/rooms.md").write_text("---\nreview_by: 2026-06-30\n---\n\n# Our rooms\n")
    complaints = find(copy)
    assert str(complaints[0]) == (
        "docs/local/rooms.md, line 2: it was due for a look by 2026-06-30, and nobody has noted one"
    )
    refuse(complaints)


def test_upstream_changing_a_number_under_an_overlay_is_worth_a_look_and_builds(copy: Path) -> None:
    change(copy, "brand/rules/timeline.toml", "instead_of = 5", "instead_of = 4")
    complaints = find(copy)
    assert str(complaints[0]) == (
        "brand/rules/timeline.toml, line 6: upstream's own number changed since you decided: it "
        "was 4 and is now 5 business days. If you stay with yours, set instead_of = 5"
    )
    refuse(complaints)


@pytest.mark.parametrize("text", ["", "\n", "# Ours, some day.\n"])
def test_a_brand_file_in_which_nothing_stands_is_one_mistake(copy: Path, text: str) -> None:
    (copy / "brand.yml").write_text(text)
    sentence = "nothing stands in it; docs/about/brand-this-site.md has lines to begin with"
    assert find(copy) == [Complaint("brand.yml", 1, sentence)]


@pytest.mark.parametrize("text", ["", "- a\n- b\n", "only words\n", "a: [\n", "extra: 5\n", "\x00"])
def test_any_brand_file_gets_an_answer_in_words(copy: Path, text: str) -> None:
    (copy / "brand.yml").write_text(text)
    complaints = find(copy)
    assert all(each.file.startswith("brand.yml") and each.text for each in complaints)
    assert any(each.stops for each in complaints)


def test_what_is_decided_tomorrow_is_decided_where_it_is_tomorrow(copy: Path) -> None:
    change(copy, "brand/disagreements.toml", "2026-11-02", "2026-11-23")
    assert find(copy) == []


def test_norway_is_a_country_though_yaml_takes_its_code_for_no(copy: Path) -> None:
    change(copy, "brand.yml", "country: US\n    region: OH", "country: NO")
    assert find(copy) == []


@pytest.mark.parametrize(
    "name",
    [
        "brand.yml",
        "brand/rules/timeline.toml",
        "brand/disagreements.toml",
        "brand/sources.toml",
        "brand/claims.toml",
        "brand/spelling.toml",
        "brand/slots/home.md",
        "brand/templates/kinds.toml",
        "brand/templates/accept.txt.jinja",
        "docs/local/rooms.md",
        "docs/local/plays/waiting/call-us.md",
    ],
)
def test_a_file_that_is_not_saved_as_utf_8_is_said_with_the_line(copy: Path, name: str) -> None:
    file = copy / name
    file.parent.mkdir(exist_ok=True)
    file.write_bytes("# first\n# Collège\n".encode("latin-1"))
    sentence = (
        "a letter here isn't saved as UTF-8. In your editor choose 'Save as' and the encoding UTF-8"
    )
    assert find(copy) == [Complaint(name, 2, sentence)]


def test_a_mark_that_nobody_sees_is_fine_in_brand_yml_and_said_in_any_other_file(
    copy: Path,
) -> None:
    for name in ("brand.yml", "brand/rules/timeline.toml"):
        (copy / name).write_bytes(b"\xef\xbb\xbf" + (copy / name).read_bytes())
    (complaint,) = find(copy)
    assert str(complaint).startswith(
        "brand/rules/timeline.toml, line 1: it starts with a mark that nobody sees (a BOM)."
    )


def test_line_ends_and_hidden_files_of_other_systems_are_fine(copy: Path) -> None:
    for file in copy.rglob("brand*/**/*.toml"):
        file.write_text(file.read_text(), newline="\r\n")
    for name in ("brand", "brand/slots", "brand/rules", "brand/assets", "docs/local"):
        (copy / name / ".DS_Store").write_bytes(b"\xff\x00")
    (copy / "docs/local/a room.png").write_bytes(b"\x89PNG\r\n\x1a\n\xff")
    change(copy, "docs/local/rooms.md", "# Our rooms", "# Our rooms\n\n![A room](a%20room.png)")
    code = "```html\n<iframe src='https://example.org'></iframe>\n```\n\nNot `<iframe>`"
    change(copy, "docs/local/rooms.md", "Back to", f"{code}. Back to")
    assert find(copy) == []


@pytest.mark.parametrize(
    "code",
    [
        "```html\n<script>\nalert(1)\n</script>\n```",
        "````md\n```\n<script>alert(1)</script>\n```\n````",
        "1. Paste this:\n\n    ```html\n    <script>alert(1)</script>\n    ```",
        "Paste `<script>alert(1)</script>` or ``<script>`` there.",
        "Paste this:\n\n    <script>\n\n    alert(1)\n    </script>\n\nthere.",
        "<!-- once there was\n<script>alert(1)</script> -->",
    ],
)
def test_a_script_that_is_shown_is_fine(copy: Path, code: str) -> None:
    change(copy, "docs/local/rooms.md", "Back to", f"{code}\n\nBack to")
    assert find(copy) == []


@pytest.mark.parametrize(
    "link",
    [
        "../plays/waiting/the-check-in.md#if-it-goes-differently",
        "../plays/waiting/the-check-in.md#come-by",
        "../plays/waiting/the-check-in.md#do_1",
        "../plays/waiting/thank-you.md#desk",
        "../evidence/rules.md#check-in-gap",
        "../tools/timeline.md#tool-rules",
        "../evidence/index.md#tell-us",
        "#our-rooms",
        "#fn:1",
    ],
)
def test_a_link_to_a_place_that_is_there_or_may_be_is_fine(copy: Path, link: str) -> None:
    (copy / "brand/slots/play.md").write_text("## Come by\n\n## Do\n")
    (copy / "docs/plays/waiting/thank-you.md").write_text("# Hi\n\nHere.\n{ #desk }\n")
    note = f"See [there]({link}).[^1] Not `[x](y.md)`.\n\n[^1]: A note.\n\nBack to"
    change(copy, "docs/local/rooms.md", "Back to", note)
    assert find(copy) == []


def test_a_figure_has_a_place_on_the_page_that_shows_it(copy: Path) -> None:
    (copy / "docs/local/numbers.md").write_text("# Numbers\n\n{{ figure('source-no-note') }}\n")
    links = "[a](numbers.md#source-no-note) [b](numbers.md#no-note)"
    change(copy, "docs/local/rooms.md", "[the start](../index.md)", links)
    (complaint,) = find(copy)
    assert str(complaint) == (
        "docs/local/rooms.md, line 3: the link to 'numbers.md#no-note' names a place that isn't on "
        "that page. Did you mean 'source-no-note'?"
    )


def test_files_that_nothing_reads_are_named(copy: Path) -> None:
    sentences = {
        "brand.yaml": "nothing reads this; your settings stand in brand.yml",
        "brand/rules/timeline.txt": (
            "nothing reads this; numbers stand in a file like brand/rules/timeline.toml"
        ),
        "docs/local/plays/call.md": (
            "a play stands in the folder of its phase, as in plays/before/call.md"
        ),
    }
    for name in sentences:
        (copy / name).write_text("# X\n")
    assert find(copy) == [Complaint(name, 0, text) for name, text in sentences.items()]


@pytest.mark.parametrize(
    "begun",
    ["brand.yaml", "Brand.yml", "brand/rules/a.toml", "Brand/rules/a.toml", "docs/local/a.md"],
)
def test_a_copy_that_was_begun_without_brand_yml_is_told_so(tmp_path: Path, begun: str) -> None:
    assert list(find_settings_elsewhere(tmp_path)) == []
    (tmp_path / begun).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / begun).write_text("x: 1\n")
    assert [str(each) for each in find_settings_elsewhere(tmp_path)] == [
        f"{begun}: your settings are read from a file 'brand.yml' at the top, and there is none"
    ]


@pytest.mark.parametrize(
    ("scheme", "name", "colour"),
    [
        *(("light", name, "#eeeeee") for name in ("accent", "ink", "edge", "phase_3")),
        *(("dark", name, "#222222") for name in ("accent", "ink", "edge", "phase_3")),
        *((scheme, name, "#808080") for scheme in SCHEMES for name in ("on_accent", "paper")),
    ],
)
def test_the_nearest_colour_that_a_message_names_passes(
    copy: Path, scheme: str, name: str, colour: str
) -> None:
    def complaints_of() -> list[str]:
        return [each.text for each in find(copy) if f" {name} that passes" in each.text]

    change(copy, "brand.yml", '      dark:\n        accent: "#f0a0a8"\n', "")
    old = 'light:\n        accent: "#7a0019"'
    change(copy, "brand.yml", old, f'{scheme}:\n        {name}: "{colour}"')
    (first,) = complaints_of()
    change(copy, "brand.yml", colour, first.rpartition(": ")[2])
    assert complaints_of() == []
