"""A centre's colours beside ours: what follows from them, and whether they can be read."""

import re
from collections.abc import Iterator, Mapping
from pathlib import Path

from publish.brand.check.colours import (
    SHAPE,
    TEXT,
    best_of,
    contrast,
    list_nearest,
    mix,
    nearest_passing,
    reads_on,
)
from publish.brand.check.complaints import Complaint
from publish.brand.check.keys import BRAND_FILE
from publish.brand.check.read import Brand

STYLE_SHEET = "docs/assets/playbook.css"
SCHEMES = {"light": "default", "dark": "slate"}
PHASES = tuple(f"phase_{number}" for number in range(1, 6))
FOLLOWING = ("accent", "late", *PHASES)
"""Colours that follow from the light one where a centre gives none for the dark."""
PAIRS = (
    ("ink", "paper", TEXT),
    ("ink", "sheet", TEXT),
    ("muted", "paper", TEXT),
    ("muted", "sheet", TEXT),
    ("accent", "paper", TEXT),
    ("accent", "sheet", TEXT),
    ("late", "paper", TEXT),
    ("on_accent", "accent", TEXT),
    ("on_header", "header", TEXT),
    ("edge", "paper", SHAPE),
    *((phase, "paper", TEXT) for phase in PHASES),
)
"""What stands on what, and the contrast that it takes."""

Palette = Mapping[str, str]


def read_upstream_palette(css: str) -> dict[str, dict[str, str]]:
    """Return our own colours by scheme, as the style sheet has them."""
    schemes = {}
    for scheme, id in SCHEMES.items():
        block = re.search(
            rf'^\[data-md-color-scheme="{id}"\] {{(.*?)^}}', css, re.MULTILINE | re.DOTALL
        )
        colours = re.findall(r"--pb-([\w-]+): (#[0-9a-f]{6});", block[1] if block else "")
        schemes[scheme] = {name.replace("-", "_"): colour for name, colour in colours}
    return schemes


def _read_upstream(root: Path) -> dict[str, dict[str, str]]:
    return read_upstream_palette((root / STYLE_SHEET).read_text(encoding="utf-8"))


def read_palettes(root: Path, brand: Brand) -> dict[str, dict[str, str]]:
    """Return every colour of both schemes, with the centre's in place and what follows from them."""
    upstream = _read_upstream(root)
    own = {scheme: dict(brand.get(f"palette.{scheme}", {})) for scheme in SCHEMES}
    dark = _complete(upstream["dark"], own["dark"])
    grounds = (dark["paper"], dark["sheet"])
    for name in own["light"].keys() & set(FOLLOWING) - own["dark"].keys():
        own["dark"][name] = nearest_passing(own["light"][name], grounds)
    colours = {scheme: _complete(upstream[scheme], own[scheme]) for scheme in SCHEMES}
    if any("header" in each for each in own.values()):
        for each in colours.values():
            each.setdefault("header", each["paper"])
            each.setdefault("on_header", each["ink"])
    return colours


def _complete(upstream: Palette, own: Palette) -> dict[str, str]:
    """Return a scheme's colours: those that the centre left out follow from those that it set."""
    colours = {**upstream, **own}
    if {"paper", "ink"} & own.keys():
        for name, share in (("sheet", 0.05), ("line", 0.15)):
            colours[name] = own.get(name, mix(colours["paper"], colours["ink"], share))
    if "on_accent" not in own:
        colours["on_accent"] = best_of((colours["paper"], colours["ink"]), colours["accent"])
    if "header" in own and "on_header" not in own:
        colours["on_header"] = best_of(("#ffffff", colours["paper"], "#000000"), own["header"])
    return colours


def read_changes(root: Path, brand: Brand) -> dict[str, dict[str, str]]:
    """Return the colours of both schemes that aren't ours, so that the others follow upstream's updates."""
    upstream = _read_upstream(root)
    palettes = read_palettes(root, brand)
    return {
        scheme: {name: own for name, own in palette.items() if upstream[scheme].get(name) != own}
        for scheme, palette in palettes.items()
    }


def find_contrast_faults(root: Path, brand: Brand) -> Iterator[Complaint]:
    """Yield each colour that a centre set and that can't be read well enough, once."""
    for scheme, colours in read_palettes(root, brand).items():
        own = brand.get(f"palette.{scheme}", {})
        unreadable = {
            (name if name in own else ground): (name, ground, least)
            for name, ground, least in reversed(PAIRS)
            if {name, ground} & own.keys() and not _passes(colours, name, ground, least)
        }
        for change, pair in unreadable.items():
            better = _find_better(_read_upstream(root)[scheme], own, change)
            yield _complain(brand, scheme, change, colours, pair, better)


def _passes(colours: Palette, name: str, ground: str, least: float) -> bool:
    missing = not {name, ground} <= colours.keys()
    return missing or reads_on(colours[name], [colours[ground]], least)


def _find_better(upstream: Palette, own: Palette, change: str) -> str:
    """Return the nearest colour in this place that passes beside all others; nothing where none does."""
    pairs = [pair for pair in PAIRS if change in pair]
    for tried in list_nearest(own[change]):
        colours = _complete(upstream, {**own, change: tried})
        if all(_passes(colours, *pair) for pair in pairs):
            return tried
    return ""


def _complain(
    brand: Brand,
    scheme: str,
    change: str,
    colours: Palette,
    pair: tuple[str, str, float],
    better: str,
) -> Complaint:
    name, ground, least = pair
    have = contrast(colours[name], colours[ground])
    hint = (
        f"The nearest {change} that passes: {better}"
        if better
        else f"No {change} passes beside your other colours; change one of those first"
    )
    return Complaint(
        BRAND_FILE,
        brand.line(f"palette.{scheme}.{change}"),
        f"{name} {colours[name]} on {ground} {colours[ground]} ({scheme}) is hard to read: "
        f"contrast {have:.1f}, and it takes {least:g}. {hint}",
    )
