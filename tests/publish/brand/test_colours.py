from hypothesis import given
from hypothesis import strategies as st

from publish.brand.check.colours import contrast, is_colour, mix, nearest_passing, normal

COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


def test_black_on_white_has_the_most_contrast_there_is() -> None:
    assert round(contrast("#000000", "#ffffff"), 1) == 21.0
    assert contrast("#777777", "#777777") == 1


def test_a_grey_of_the_wcag_examples() -> None:
    assert round(contrast("#767676", "#ffffff"), 2) == 4.54


def test_three_digits_are_short_for_six() -> None:
    assert is_colour("#FA0")
    assert normal("#FA0") == "#ffaa00"
    assert not is_colour("#fa")
    assert not is_colour("fa0000")


def test_half_of_black_and_white() -> None:
    assert mix("#000000", "#ffffff", 0.5) == "#808080"


@given(COLOURS)
def test_the_nearest_passing_colour_passes_and_one_that_passes_stays(colour: str) -> None:
    nearest = nearest_passing(colour, ["#fbf9f4", "#f3efe5"])
    assert min(contrast(nearest, "#fbf9f4"), contrast(nearest, "#f3efe5")) >= 4.5
    assert nearest_passing(nearest, ["#fbf9f4", "#f3efe5"]) == nearest
