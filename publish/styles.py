"""What a style sheet may hold: known rules and functions, read by the CSS standard's own tokens."""

from collections.abc import Iterator
from re import Pattern

import tinycss2
from tinycss2.ast import Node

RULES = frozenset("container font-face keyframes layer media page supports".split())
FUNCTIONS = frozenset(
    """
    attr blur brightness calc circle clamp color color-mix conic-gradient contrast counter counters
    cubic-bezier drop-shadow ellipse fit-content format grayscale has hsl hsla hue-rotate hwb inset
    invert is lab lang lch light-dark linear linear-gradient local matrix matrix3d max min minmax not
    nth-child nth-last-child nth-last-of-type nth-of-type oklab oklch opacity path perspective polygon
    radial-gradient rect repeat repeating-linear-gradient repeating-radial-gradient rgb rgba rotate
    rotate3d rotatex rotatey rotatez saturate scale scale3d scalex scaley scalez sepia skew skewx skewy
    steps translate translate3d translatex translatey translatez url var where
    """.split()
)
"""Those that compute, and `url`, whose address is looked at."""


def find_css_faults(css: str, addresses: Pattern[str]) -> Iterator[tuple[int, str]]:
    """Yield the line of each thing that styles may not hold, in words; `addresses` are what they may load."""
    yield from _look_at(tinycss2.parse_component_value_list(css, skip_comments=True), addresses)


def _look_at(nodes: list[Node], addresses: Pattern[str]) -> Iterator[tuple[int, str]]:
    for node in nodes:
        if node.type == "at-keyword" and node.lower_value not in RULES:
            yield node.source_line, f"'@{node.value}' can't stand in styles; leave it out"
        elif node.type == "error":
            yield node.source_line, f"a browser can't read this ({node.message}); mend it"
        elif node.type == "url" and not addresses.fullmatch(node.value):
            yield node.source_line, _say(node.value)
        elif node.type == "function":
            yield from _look_at_function(node, addresses)
        elif node.type.endswith("block"):
            yield from _look_at(node.content, addresses)


def _look_at_function(node: Node, addresses: Pattern[str]) -> Iterator[tuple[int, str]]:
    if node.lower_name not in FUNCTIONS:
        yield node.source_line, f"'{node.name}(…)' can't stand in styles; leave it out"
    elif node.lower_name == "url":
        given = [each for each in node.arguments if each.type != "whitespace"]
        if [each.type for each in given] != ["string"] or not addresses.fullmatch(given[0].value):
            yield node.source_line, _say("".join(each.serialize() for each in given).strip("\"'"))
    yield from _look_at(node.arguments, addresses)


def _say(address: object) -> str:
    return f"the styles ask for '{address}'; leave that out"
