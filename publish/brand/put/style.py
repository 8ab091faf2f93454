"""The centre's style sheet: custom properties and fonts, made from brand.yml."""

import json
from collections.abc import Iterator, Mapping

from publish.brand.check.palette import SCHEMES, Palette
from publish.brand.check.read import Brand

_FALLBACK = {"headings": "serif", "text": "sans-serif"}
_PROPERTY = {"headings": "--pb-serif", "text": "--pb-sans"}
_WEIGHT, _STYLE = "400", "normal"
_HEADER = """\
.md-header,
.md-tabs {
  --pb-paper: var(--pb-header);
  --pb-ink: var(--pb-on-header);
  --pb-muted: var(--pb-on-header);
  --pb-accent: var(--pb-on-header);
  --md-primary-fg-color: var(--pb-header);
  --md-primary-bg-color: var(--pb-on-header);
  --md-primary-bg-color--light: var(--pb-on-header);
  border-bottom-color: var(--pb-header);
}

.md-search__form { --pb-edge: var(--pb-on-header); }
"""


def write_style(brand: Brand, changes: Mapping[str, Palette]) -> str:
    """Return the style sheet that follows ours; empty where the centre sets no colours, type or logo for the dark."""
    blocks = [*_fonts(brand), *_type(brand), *_dark_logo(brand)]
    if any(changes.values()):
        blocks += _colours(changes)
        if any("header" in palette for palette in changes.values()):
            blocks.append(_HEADER)
    return "\n".join(blocks)


def _fonts(brand: Brand) -> Iterator[str]:
    for font in brand.get("type.fonts", ()):
        address = json.dumps(font["file"])
        yield (
            f"@font-face {{\n  font-family: {json.dumps(font['family'])};\n"
            f'  src: url({address}) format("woff2");\n'
            f"  font-weight: {font.get('weight', _WEIGHT)};\n"
            f"  font-style: {font.get('style', _STYLE)};\n  font-display: swap;\n}}\n"
        )


def _type(brand: Brand) -> Iterator[str]:
    lines = [
        f"  {_PROPERTY[use]}: {brand.get(f'type.{use}')}, {fallback};\n"
        for use, fallback in _FALLBACK.items()
        if brand.get(f"type.{use}")
    ]
    if lines:
        yield f":root {{\n{''.join(lines)}}}\n"


def _dark_logo(brand: Brand) -> Iterator[str]:
    if brand.get("logo_dark"):
        instead = f"{{ content: url({json.dumps(brand.get('logo_dark'))}); }}"
        yield f'[data-md-color-scheme="slate"] .md-logo img {instead}\n'
        yield (
            "@media (prefers-color-scheme: dark) and (scripting: none) {\n"
            f'[data-md-color-scheme="default"] .md-logo img {instead}\n}}\n'
        )


def _colours(changes: Mapping[str, Palette]) -> Iterator[str]:
    light, dark = (_properties(changes[scheme]) for scheme in SCHEMES)
    yield (
        "@media screen {\n"
        f':root,\n[data-md-color-scheme="default"] {{\n{light}}}\n'
        f'[data-md-color-scheme="slate"] {{\n{dark}}}\n}}\n'
    )
    yield (
        "@media screen and (prefers-color-scheme: dark) and (scripting: none) {\n"
        f'[data-md-color-scheme="default"] {{\n{dark}}}\n}}\n'
    )


def _properties(palette: Palette) -> str:
    return "".join(
        f"  --pb-{name.replace('_', '-')}: {colour};\n" for name, colour in palette.items()
    )
