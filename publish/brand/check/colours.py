"""Colours: how well one reads on another, and the nearest that reads well enough."""

import re
from collections.abc import Iterable, Iterator

TEXT = 4.5
SHAPE = 3.0
"""The contrast that WCAG 2.2 AA asks of text, and of the border of a field."""
_HEX = re.compile(r"#(?:[0-9a-f]{3}|[0-9a-f]{6})", re.IGNORECASE)
_STEPS = 256

Channels = tuple[int, int, int]


def is_colour(text: str) -> bool:
    """Tell whether this is a colour as we take it: '#7a0019', or '#fff'."""
    return _HEX.fullmatch(text) is not None


def normal(colour: str) -> str:
    """Return the colour in small letters and six digits."""
    digits = colour.lower().removeprefix("#")
    return "#" + (digits if len(digits) == 6 else "".join(each * 2 for each in digits))  # noqa: PLR2004 - #rrggbb


def contrast(one: str, other: str) -> float:
    """Return how well one reads on the other, from 1 (not at all) to 21 (black on white)."""
    dark, light = sorted((_luminance(one), _luminance(other)))
    return (light + 0.05) / (dark + 0.05)


def mix(one: str, other: str, share: float) -> str:
    """Return the first colour with a share (0 to 1) of the second in it."""
    pairs = zip(_channels(one), _channels(other), strict=True)
    return "#" + "".join(f"{round(a + (b - a) * share):02x}" for a, b in pairs)


def reads_on(colour: str, grounds: Iterable[str], least: float = TEXT) -> bool:
    """Tell whether the colour has enough contrast on each of these."""
    return all(contrast(colour, ground) >= least for ground in grounds)


def nearest_passing(colour: str, grounds: Iterable[str], least: float = TEXT) -> str:
    """Return the colour itself, or the nearest darker or lighter one that reads on all of these."""
    grounds = tuple(grounds)
    passing = (tried for tried in list_nearest(colour) if reads_on(tried, grounds, least))
    return next(passing, None) or max(
        ("#000000", "#ffffff"), key=lambda end: min(contrast(end, g) for g in grounds)
    )


def list_nearest(colour: str) -> Iterator[str]:
    """Yield the colour itself, then darker and lighter ones in turn, down to black and up to white."""
    for step in range(_STEPS + 1):
        for end in ("#000000", "#ffffff"):
            yield mix(colour, end, step / _STEPS)


def best_of(candidates: Iterable[str], ground: str) -> str:
    """Return the one that reads best on this ground."""
    return max(candidates, key=lambda each: contrast(each, ground))


def _channels(colour: str) -> Channels:
    digits = normal(colour)[1:]
    return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)


def _luminance(colour: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(colour))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(value: float) -> float:
    return value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4  # noqa: PLR2004 - from WCAG
