import datetime
import shutil
import tomllib
from pathlib import Path
from typing import Any

import pytest
import yaml

import publish.brand.check.spelling
from publish.brand.check.colours import contrast
from publish.brand.check.everything import check
from publish.brand.check.palette import read_palettes
from publish.brand.put.compose import clear, compose
from publish.site.social_card import draw

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def built(copy: Path) -> Path:
    brand, complaints = check(copy, TODAY)
    assert complaints == []
    compose(copy, copy / "build", brand)
    return copy


def read_config(root: Path) -> dict[str, Any]:
    config: dict[str, Any] = yaml.safe_load((root / "build/mkdocs.yml").read_text("utf-8"))
    return config


def list_menu(nav: list[Any]) -> list[str]:
    pages: list[str] = []
    for entry in nav:
        values = entry.values() if isinstance(entry, dict) else [entry]
        for value in values:
            pages += list_menu(value) if isinstance(value, list) else [value]
    return pages


def add_line(root: Path, lines: str) -> None:
    file = root / "brand.yml"
    file.write_text(file.read_text().replace("    kiosk: false\n", lines))


def add_own_color(root: Path, lines: str) -> None:
    file = root / "brand.yml"
    file.write_text(file.read_text().replace('        accent: "#7a0019"\n', lines))


def test_rules_find_the_centre_its_numbers_and_its_sides(built: Path) -> None:
    data = built / "build/playbook/brand"
    centre = tomllib.loads((data / "centre.toml").read_text())
    assert centre["name"] == "Example College Career Center"
    assert (centre["country"], centre["region"], centre["kiosk"]) == ("US", "OH", False)
    assert tomllib.loads((data / "rules.toml").read_text())["check-in-gap"]["value"] == 7
    assert "D7" in tomllib.loads((data / "disagreements.toml").read_text())


def test_menu_is_upstreams_without_what_is_left_out_and_with_local_pages(built: Path) -> None:
    upstream = (built / "mkdocs.yml").read_text()
    menu = list_menu(read_config(built)["nav"])
    assert "plays/waiting/the-one-call.md" in upstream
    assert "plays/waiting/the-one-call.md" not in menu
    assert "plays/waiting/the-check-in.md" in menu
    assert read_config(built)["nav"][-1] == {"From us": ["local/rooms.md"]}


def test_a_play_of_ones_own_joins_its_phase(built: Path) -> None:
    menu = list_menu(read_config(built)["nav"])
    at = menu.index("local/plays/waiting/call-us.md")
    assert menu[at - 1].startswith("plays/waiting/")
    assert not menu[at + 1].startswith("plays/waiting/")


def test_a_play_of_ones_own_takes_the_place_of_ours_of_the_same_name(copy: Path) -> None:
    folder = copy / "docs/local/plays/waiting"
    (folder / "call-us.md").rename(folder / "the-check-in.md")
    compose(copy, copy / "build", check(copy, TODAY)[0])
    menu = list_menu(read_config(copy)["nav"])
    assert "plays/waiting/the-check-in.md" not in menu
    at = menu.index("local/plays/waiting/the-check-in.md")
    assert menu[at - 1] == "plays/waiting/wait-for-the-date.md"
    assert menu[at + 1] == "plays/waiting/when-to-stop.md"
    centre = tomllib.loads((copy / "build/playbook/brand/centre.toml").read_text())
    assert centre["hide_plays"] == ["the-one-call", "the-check-in"]
    assert centre["own_plays"] == ["waiting/the-check-in"]


def read_spelling(root: Path) -> dict[str, Any]:
    compose(root, root / "build", check(root, TODAY)[0])
    file = root / "build/playbook/brand/spelling.toml"
    return tomllib.loads(file.read_text(encoding="utf-8")) if file.is_file() else {}


def test_words_are_spelled_as_in_the_country_and_a_list_of_ones_own_comes_last(copy: Path) -> None:
    words = read_spelling(copy)
    assert (words["practise"], words["centre"]) == ("practice", "center")
    assert words["recruiter"] == "headhunter"
    assert "résumé" not in words
    assert read_config(copy)["markdown_extensions"] == {"macros.spelling": {"words": words}}


def test_a_centre_may_choose_another_spelling_or_keep_ours(copy: Path) -> None:
    add_line(copy, "    spelling: gb\n")
    words = read_spelling(copy)
    assert (words["résumé"], words["organize"]) == ("CV", "organise")
    assert "practise" not in words
    (copy / "brand/spelling.toml").unlink()
    file = copy / "brand.yml"
    file.write_text(file.read_text().replace("spelling: gb", "spelling: ours"))
    assert read_spelling(copy) == {}
    assert read_config(copy)["markdown_extensions"] == {}


def test_no_word_of_the_lists_leads_on_to_another() -> None:
    lists = tomllib.loads(
        Path(publish.brand.check.spelling.__file__).with_suffix(".toml").read_text()
    )
    both = lists["both"]
    for words in (both | lists["us"], {us: gb for gb, us in both.items()} | lists["gb"]):
        again = {better for better in words.values() if better.lower() in words}
        assert again == set()
    assert not set(lists["countries"]["us"]) & set(lists["countries"]["gb"])


def test_legal_pages_lead_to_other_sites_or_to_a_page_of_ones_own(copy: Path) -> None:
    legal = "    legal:\n      - {title: Terms, url: https://example.edu/terms}\n"
    add_line(copy, legal + "      - {title: Our rooms, url: docs/local/rooms.md}\n")
    file = copy / "brand.yml"
    file.write_text("site_url: https://example.edu/guide/\n" + file.read_text())
    compose(copy, copy / "build", check(copy, TODAY)[0])
    foot = read_config(copy)["copyright"]
    assert '<a href="https://example.edu/terms">Terms</a>' in foot
    assert '<a data-page="local/rooms/" href="/guide/local/rooms/">Our rooms</a>' in foot


def test_a_card_of_ones_own_comes_before_the_one_that_is_drawn(copy: Path) -> None:
    card = copy / "build/docs/assets/brand/social-card.png"
    compose(copy, copy / "build", check(copy, TODAY)[0])
    drawn = card.read_bytes()
    own = draw({"accent": "#000000"})
    (copy / "brand/social-card.png").write_bytes(own)
    compose(copy, copy / "build", check(copy, TODAY)[0])
    assert card.read_bytes() == own != drawn


def test_the_style_sheet_holds_what_differs_from_ours_and_nothing_else(built: Path) -> None:
    style = (built / "build/docs/assets/brand/brand.css").read_text()
    assert style.count("--pb-accent: #7a0019;") == 1
    assert style.count("--pb-accent: #f0a0a8;") == 2  # with a script, and without
    assert "--pb-paper" not in style


def test_a_dark_accent_follows_from_the_light_one_and_can_be_read(copy: Path) -> None:
    file = copy / "brand.yml"
    file.write_text(file.read_text().replace('      dark:\n        accent: "#f0a0a8"\n', ""))
    compose(copy, copy / "build", check(copy, TODAY)[0])
    style = (copy / "build/docs/assets/brand/brand.css").read_text()
    assert "--pb-accent: #b77582;" in style


def test_phases_and_what_is_late_follow_from_the_light_ones_at_night(copy: Path) -> None:
    own = {"phase_4": "#5b2a86", "phase_5": "#004400", "late": "#7a0019"}
    add_own_color(copy, "".join(f'        {name}: "{colour}"\n' for name, colour in own.items()))
    file = copy / "brand.yml"
    file.write_text(
        file.read_text().replace(
            '        accent: "#f0a0a8"\n', '        paper: "#202020"\n        phase_5: "#aaffaa"\n'
        )
    )
    brand, complaints = check(copy, TODAY)
    assert complaints == []
    dark = read_palettes(copy, brand)["dark"]
    assert dark["phase_5"] == "#aaffaa"
    assert dark["phase_3"] == "#e8be6a"
    for name in ("phase_4", "late"):
        red, green, blue = (int(dark[name][at : at + 2], 16) for at in (1, 3, 5))
        assert contrast(dark[name], dark["paper"]) >= 4.5
        assert contrast(dark[name], dark["sheet"]) >= 4.5
        assert green < red
        assert (blue > red) == (name == "phase_4")  # violet stays violet, and red stays red


def test_a_logo_for_the_dark_stands_in_for_the_other_there(copy: Path) -> None:
    shutil.copy(copy / "brand/assets/logo.svg", copy / "brand/assets/logo-dark.svg")
    add_line(copy, "    logo_dark: logo-dark.svg\n")
    compose(copy, copy / "build", check(copy, TODAY)[0])
    style = (copy / "build/docs/assets/brand/brand.css").read_text()
    dark = '[data-md-color-scheme="slate"] .md-logo img { content: url("logo-dark.svg"); }'
    assert dark in style
    assert (copy / "build/docs/assets/brand/logo-dark.svg").is_file()


def test_a_header_in_ones_own_colour_gets_words_that_can_be_read_on_it(copy: Path) -> None:
    add_own_color(copy, '        header: "#ffd100"\n')
    brand, complaints = check(copy, TODAY)
    compose(copy, copy / "build", brand)
    style = (copy / "build/docs/assets/brand/brand.css").read_text()
    assert complaints == []
    assert "--pb-on-header: #000000;" in style
    assert "--pb-header: #12161d;" in style  # at night it stays as dark as the page


def test_the_foot_names_the_centre_and_upstream_and_takes_no_markup(copy: Path) -> None:
    file = copy / "brand.yml"
    file.write_text(file.read_text().replace("12 Main Street", "<b>12</b> Main & Co"))
    compose(copy, copy / "build", check(copy, TODAY)[0])
    foot = read_config(copy)["copyright"]
    assert "&lt;b&gt;12&lt;/b&gt; Main &amp; Co" in foot
    licence = '<a rel="license" href="https://creativecommons.org/licenses/by/4.0/">CC BY 4.0</a>'
    assert f"From the Closing Playbook. Words under {licence}" in foot


@pytest.mark.parametrize(
    ("address", "name"),
    [
        (
            "https://git.example.org/closing-playbook.git",
            '<a href="https://git.example.org/closing-playbook">Closing Playbook</a>',
        ),
        ("git@git.example.org:closing-playbook.git", "Closing Playbook"),
    ],
)
def test_the_foot_leads_to_the_original_where_its_address_is_a_page(
    copy: Path, address: str, name: str
) -> None:
    add_line(copy, f"    upstream: {address}\n")
    compose(copy, copy / "build", check(copy, TODAY)[0])
    assert f"<br>From the {name}. Words under" in read_config(copy)["copyright"]


def test_building_twice_writes_nothing_twice(built: Path) -> None:
    made = [built / "build/mkdocs.yml", *(built / "build/docs/assets/brand").iterdir()]
    made += (built / "build/playbook/brand").iterdir()
    before = [file.stat().st_mtime_ns for file in made]
    compose(built, built / "build", check(built, TODAY)[0])
    assert [file.stat().st_mtime_ns for file in made] == before


def test_the_guide_as_it_came_has_nothing_of_the_centre(built: Path) -> None:
    clear(built / "build")
    assert list((built / "build/docs/assets/brand").iterdir()) == []
    assert list((built / "build/playbook/brand").glob("*.toml")) == []
