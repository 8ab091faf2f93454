from pathlib import Path

import pytest

from macros.prose import read_lines
from macros.words import check_page, check_play, find_faults

DOCS = Path(__file__).parents[2] / "docs"
PADDING = "Write to the one person who arranged it, and keep it short.\n" * 14
PLAY = f"""---
title: The check-in
phase: waiting
---

# The check-in

{{{{ play_head() }}}}

{PADDING}
## Do

1. Wait until {{{{ rule("check-in-gap").within }}}} have passed.
   Read it aloud.

## Say

- 'I could start in four weeks. It went well.'

## Avoid

- Writing to everybody.

## If it goes differently

- They answer: thank them.

{{{{ evidence() }}}}
"""


def faults_of(text: str) -> list[tuple[int, str]]:
    return check_page(read_lines(text))


def faults_of_play(old: str, new: str) -> list[tuple[int, str]]:
    assert old in PLAY
    return sorted(check_play(read_lines(PLAY.replace(old, new, 1))))


def line_of(words: str) -> int:
    """The line of the play on which these words stand."""
    return PLAY[: PLAY.index(words)].count("\n") + 1


def test_our_own_pages_are_in_order() -> None:
    assert [str(fault) for fault in find_faults(DOCS)] == []


def test_a_sound_play_has_no_faults() -> None:
    assert faults_of(PLAY) == []
    assert check_play(read_lines(PLAY)) == []


def test_a_fault_names_its_file_and_line(tmp_path: Path) -> None:
    play = tmp_path / "plays/waiting/the-check-in.md"
    play.parent.mkdir(parents=True)
    play.write_text(PLAY.replace("Writing to everybody", "Writing within 24 hours"), "utf-8")
    (tmp_path / "index.md").write_text("# Home\n\nWait 24 hours!\n", "utf-8")
    first, second = map(str, find_faults(tmp_path))
    assert first.startswith(f"{tmp_path}/index.md:3: an exclamation mark")
    assert second.startswith(f"{play}:{line_of('Writing to')}: '24 hours' is typed by hand")


@pytest.mark.parametrize(
    "words",
    [
        "you must call",
        "reaching out",
        "leveraged",
        "he nails it",
        "crucial",
        "touch base",
        "Ace it",
    ],
)
def test_a_word_that_is_not_ours_is_found_in_any_form(words: str) -> None:
    ((line, what),) = faults_of(f"# A page\n\nHere {words}.\n")
    assert line == 3
    assert "isn't a word of ours" in what


@pytest.mark.parametrize(
    "words",
    ["Hi guys", "the chairman", "two chairmen", "native speakers", "manpower", "he or she", "s/he"],
)
def test_a_word_that_shuts_somebody_out_is_found_with_a_better_one(words: str) -> None:
    ((line, what),) = faults_of(f"# A page\n\nHere {words}.\n")
    assert line == 3
    assert "shuts somebody out" in what
    assert "; better: " in what


@pytest.mark.parametrize("words", ["a guide", "lamented", "a native of Lagos", "the chair"])
def test_a_word_that_only_looks_unwelcoming_passes(words: str) -> None:
    assert faults_of(f"It was {words}.\n") == []


def test_nobody_is_taken_for_a_man_or_a_woman_but_in_words_to_say() -> None:
    ((line, what),) = faults_of_play("to everybody.", "to her boss.")
    assert line == line_of("Writing to everybody")
    assert "'her' takes the person for a man or a woman" in what
    assert faults_of_play("It went well", "She knows it") == []


@pytest.mark.parametrize("words", ["mustard", "a place", "the hackney cab", "to reach them"])
def test_a_word_that_only_looks_like_one_passes(words: str) -> None:
    assert faults_of(f"It was {words}.\n") == []


@pytest.mark.parametrize(
    "text",
    [
        "Send it tonight!\n",
        "- 'Thank you!'\n",
        "---\ndescription: Send it!\n---\n",
        "## Done!\n",
        "| Done! |\n",
    ],
)
def test_an_exclamation_mark_is_found(text: str) -> None:
    assert "an exclamation mark" in faults_of(text)[0][1]


@pytest.mark.parametrize(
    "text",
    ["![A picture](way.svg)\n", '!!! note "Mind"\n    Yes.\n', "```\na != b\n```\n", "Use `!x`.\n"],
)
def test_an_exclamation_mark_of_the_markup_passes(text: str) -> None:
    assert faults_of(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "They\u2019ll write.\n",
        "- \u2018Thank you.\u2019\n",
        "It's \u201csoon\u201d.\n",
        "---\ntitle: Don\u2019t\n---\n",
    ],
)
def test_a_curly_quote_is_found(text: str) -> None:
    ((_, what),) = faults_of(text)
    assert what.startswith("a curly ")


def test_a_curly_quote_in_code_passes() -> None:
    assert faults_of("```\nprint(\u201chi\u201d)\n```\n") == []


def test_what_the_tools_say_has_no_curly_quotes_either() -> None:
    playbook = Path(__file__).parents[2] / "playbook"
    for file in [*playbook.rglob("*.toml"), *playbook.rglob("*.jinja")]:
        assert not set("\u2018\u2019\u201c\u201d") & set(file.read_text(encoding="utf-8")), file


@pytest.mark.parametrize(
    "text",
    [
        "Wait a day. Then write.\n",
        "1. Is it Friday? 'Next week' comes later.\n",
        "It can [wait](a.md). {{ x }} later. Go on.\n",
        "Ask them. 'May I write?'\n",
    ],
)
def test_two_sentences_in_a_line_are_found(text: str) -> None:
    ((line, what),) = faults_of(text)
    assert (line, what.partition(";")[0]) == (1, "more than one sentence in this line")


@pytest.mark.parametrize(
    "text",
    [
        "- 'Thank you. I'd like that. May I call?'\n",
        "- **Until you go.** It stays in this tab.\n",
        "The U.S. Department says so, e.g. Monday to Friday.\n",
        "| One. Two. | Three. |\n",
        "They ask 'when?' and you say so.\n",
        "- 'I'd like that. It's what I do.'\n",
    ],
)
def test_speech_run_in_heads_abbreviations_and_tables_pass(text: str) -> None:
    assert faults_of(text) == []


def test_a_sentence_over_two_lines_is_found() -> None:
    ((line, what),) = faults_of("# A page\n\nWait for the date,\nand then write.\n")
    assert (line, what.partition(";")[0]) == (3, "the sentence goes on in the next line")


def test_list_items_and_definitions_stand_in_lines_of_their_own() -> None:
    assert faults_of("play\n: One thing to do.\n\n- a name\n- a date\n") == []


@pytest.mark.parametrize(
    "words",
    [
        "24 hours",
        "two weeks",
        "5 days",
        "2–3 business days",
        "three or four working days",
        "48-hour",
        "one week",
        "a couple of weeks",
        "a fortnight",
        "20%",
        "3.5 per cent",
        "one in five",
        "two out of three",
    ],
)
def test_a_number_typed_by_hand_is_found_in_a_play(words: str) -> None:
    ((line, what),) = faults_of_play("Writing to everybody", f"Writing within {words} of it")
    assert line == line_of("Writing to")
    assert what.startswith(f"'{words}' is typed by hand")


@pytest.mark.parametrize(
    "words",
    [
        "one day",
        "a day or a week",
        "half a year",
        "in 2027",
        "the last five minutes",
        "a 30-60-90-day plan",
        "four of our five guides",
        "in three or four points",
        "{{ rule('check-in-gap').within }}",
        "'in four weeks'",
    ],
)
def test_what_counts_nothing_passes(words: str) -> None:
    assert faults_of_play("Writing to everybody", f"Writing {words}") == []


@pytest.mark.parametrize(
    ("old", "new", "complaint"),
    [
        ("# The check-in\n", "The check-in\n", "a play begins with its title"),
        ("{{ play_head() }}\n", "", "the line after the title"),
        ("\n{{ evidence() }}", "", "the last line of a play"),
        ("## Do", "## Steps", "'## Steps' where '## Do' is due"),
        ("## Say", "### Say", "'### Say' where '## Say' is due"),
        ("## Avoid\n", "\n", "'## If it goes differently' where '## Avoid' is due"),
        ("## If it goes differently\n", "\n", "'## If it goes differently' is missing"),
        ("{{ evidence() }}", "## More\n\n{{ evidence() }}", "a heading too many"),
        (PADDING, "Write.\n", "words; a play has 150 to 400"),
        (PADDING, PADDING * 3, "words; a play has 150 to 400"),
    ],
)
def test_a_play_out_of_shape_is_found(old: str, new: str, complaint: str) -> None:
    ((_, what),) = faults_of_play(old, new)
    assert complaint in what


def test_an_empty_play_is_found() -> None:
    assert "hardly anything in it" in check_play(read_lines(""))[0][1]
