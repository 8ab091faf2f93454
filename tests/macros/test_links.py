"""A link of ours leads to the play that a centre has in the place of one of ours."""

from dataclasses import replace
from pathlib import Path

import pytest

from macros.guide import Guide, read_guide
from macros.links import lead_to_own

DOCS = Path(__file__).parents[2] / "docs"


@pytest.fixture(scope="module")
def guide() -> Guide:
    """The guide of a centre with a play of its own instead of 'Celebrate', and without 'The one call'."""
    guide = read_guide(DOCS)
    plays = {play.id: play for play in guide.plays}
    ours, hidden = plays.pop("celebrate"), plays.pop("the-one-call")
    own = replace(ours, title="Ring the bell", local=True)
    return replace(guide, plays=(*plays.values(), own), left_out=(ours, hidden))


@pytest.mark.parametrize(
    ("source", "link", "leads"),
    [
        ("corridor.md", "plays/same-day/celebrate.md", "local/plays/same-day/celebrate.md"),
        ("plays/same-day/index.md", "celebrate.md", "../../local/plays/same-day/celebrate.md"),
        (
            "plays/outcome/accept.md",
            "../same-day/celebrate.md#do",
            "../../local/plays/same-day/celebrate.md",
        ),
        ("plays/same-day/index.md", "review-yourself.md#do", "review-yourself.md#do"),
        ("plays/waiting/index.md", "the-one-call.md", "the-one-call.md"),
        ("plays/waiting/index.md", "celebrate.md", "celebrate.md"),
        ("index.md", "https://example.org/celebrate.md", "https://example.org/celebrate.md"),
    ],
    ids=["below", "beside", "a heading", "another", "left out", "of that name", "elsewhere"],
)
def test_it_leads_to_the_centres_own_play(guide: Guide, source: str, link: str, leads: str) -> None:
    given, wanted = (f'1. [See]({each} "So")\n2. [It]({each})' for each in (link, leads))
    assert lead_to_own(given, source, guide) == wanted
