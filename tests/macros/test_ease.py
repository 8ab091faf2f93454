from pathlib import Path

import pytest

from macros.ease import count_syllables, measure, report
from macros.plays import find_plays
from macros.prose import read_lines

DOCS = Path(__file__).parents[2] / "docs"
EASY = "Write to them in the morning, and keep it short.\n" * 12
HARD = "Communicate immediately regarding organisational considerations and developments.\n" * 20


@pytest.mark.parametrize(
    ("word", "syllables"),
    [("note", 1), ("a", 1), ("letter", 2), ("follow-up", 3), ("interview", 3), ("negotiate", 4)],
)
def test_syllables_are_counted(word: str, syllables: int) -> None:
    assert count_syllables(word) == syllables


def test_ten_short_words_a_sentence_are_easy() -> None:
    ease = measure(read_lines(EASY))
    assert ease is not None
    assert ease.ease == pytest.approx(206.835 - 1.015 * 10 - 84.6 * 1.1)
    assert ease.grade == pytest.approx(0.39 * 10 + 11.8 * 1.1 - 15.59)


def test_long_words_are_hard() -> None:
    ease = measure(read_lines(HARD))
    assert ease is not None
    assert ease.ease < 0
    assert ease.grade > 20


def test_headings_and_code_do_not_count() -> None:
    padding = "# Organisational considerations\n\n```\nimmediately\n```\n\n"
    assert measure(read_lines(padding + EASY)) == measure(read_lines(EASY))


def test_a_page_with_hardly_any_prose_is_not_measured() -> None:
    assert measure(read_lines("Write to them.\n")) is None


def test_the_report_gives_the_plays_and_the_three_hardest_pages() -> None:
    plays, hardest = report(DOCS)
    assert plays.startswith("Reading ease of the plays: ")
    assert hardest.count(".md (") == 3


@pytest.mark.parametrize("play", find_plays(DOCS), ids=lambda play: str(play.stem))
def test_a_play_reads_easily(play: Path) -> None:
    ease = measure(read_lines(play.read_text(encoding="utf-8")))
    assert ease is not None
    assert ease.ease >= 70
