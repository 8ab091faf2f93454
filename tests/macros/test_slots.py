from pathlib import Path

import pytest

from macros.slots import Slots, list_links, list_links_to_places
from playbook.brand import Centre
from playbook.errors import ContentError

CENTRE = Centre(name="Example College", hours="9 to 4")


class Quoted:
    within = "2 business days"


def slots(folder: Path, source: str = "plays/waiting/the-check-in.md") -> Slots:
    return Slots(folder, ("home", "play"), CENTRE, lambda: source)


def rule(_: str) -> Quoted:
    return Quoted()


def test_a_slot_without_words_is_empty(tmp_path: Path) -> None:
    assert slots(tmp_path).words("play", {"rule": rule}) == ""


def test_words_are_filled_and_links_lead_from_where_the_slot_stands(tmp_path: Path) -> None:
    text = (
        "{{ centre.hours }}, {{ rule('x').within }}: [us](local/rooms.md#desk), [b](https://b.org)"
    )
    (tmp_path / "play.md").write_text(text)
    assert slots(tmp_path).words("play", {"rule": rule}) == (
        "9 to 4, 2 business days: [us](../../local/rooms.md#desk), [b](https://b.org)"
    )
    assert "[us](local/rooms.md#desk)" in slots(tmp_path, "index.md").words("play", {"rule": rule})


def test_a_page_that_names_an_unknown_slot_stops_the_build(tmp_path: Path) -> None:
    with pytest.raises(ContentError, match="there is no slot 'hom'"):
        slots(tmp_path).words("hom", {"rule": rule})


def test_words_that_reach_beyond_the_sandbox_stop_the_build(tmp_path: Path) -> None:
    (tmp_path / "play.md").write_text("{{ ''.__class__ }}")
    with pytest.raises(ContentError, match=r"brand/slots/play\.md: access to attribute"):
        slots(tmp_path).words("play", {"rule": rule})


def test_a_link_of_a_slot_may_name_a_place_on_its_page() -> None:
    text = "[a](x/y.md#z) [b](x/y.md) [c](https://c.org#z)\n\n[d]: w.md#v"
    assert list_links_to_places(text) == [("x/y.md", "z"), ("w.md", "v")]


def test_links_of_a_slot_are_those_to_pages() -> None:
    assert list_links("[a](x/y.md#z) [b](https://c.org) [d](mailto:e@f.org) [g](#h)") == ["x/y.md"]
