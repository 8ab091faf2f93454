"""Put a centre's brand where the site, the rules and the browser take it from; all of it is git-ignored.

mkdocs.brand.yml     brand.yml with what follows from it: menu, pictures, footer
docs/assets/brand/   brand.css, the logo, the favicon and the fonts
playbook/brand/      who the centre is, its numbers, sides and notes, for every tool
"""

import json
from collections.abc import Mapping
from dataclasses import asdict
from html import escape
from pathlib import Path
from typing import Any

import yaml
from mkdocs.utils.yaml import yaml_load

from macros.plays import find_local_plays
from playbook.brand import CENTRE, DISAGREEMENTS, RULES, TEMPLATES, Centre
from publish.brand.check import centre_of
from publish.brand.keys import BRAND_FILE, UPSTREAM_FILE
from publish.brand.overlays import DISAGREEMENTS_FILE, merge_rules
from publish.brand.palette import read_changes
from publish.brand.pictures import FOLDER
from publish.brand.read import Brand
from publish.brand.style import write_style
from publish.brand.templates import read_templates
from publish.tree import replace_folder, write_if_changed

CONFIG = "mkdocs.brand.yml"
ASSETS = "docs/assets/brand"
DATA = "playbook/brand"
LOCAL_TITLE = "From us"

Config = dict[str, Any]


def compose(root: Path, brand: Brand) -> None:
    """Write all three from the files of a centre that were found to be right."""
    replace_folder(root / ASSETS, read_assets(root, brand))
    write_data(root, read_data(root, centre_of(brand)))
    text = yaml.safe_dump(write_config(root, brand), allow_unicode=True, sort_keys=False)
    write_if_changed(root / CONFIG, text.encode())


def clear(root: Path) -> None:
    """Leave the guide as upstream has it."""
    replace_folder(root / ASSETS, {})
    write_data(root, {})
    (root / CONFIG).unlink(missing_ok=True)


def read_assets(root: Path, brand: Brand) -> dict[str, bytes]:
    """The style sheet and the files it needs, by name."""
    fonts = [font["file"] for font in brand.get("type.fonts", ())]
    names = [name for name in (brand.get("logo"), brand.get("favicon"), *fonts) if name]
    style = write_style(brand, read_changes(root, brand))
    files = {name: (root / FOLDER / name).read_bytes() for name in names}
    return files | ({"brand.css": style.encode()} if style else {})


def read_data(root: Path, centre: Centre) -> dict[str, bytes]:
    """What the rules read, by name."""
    files = {CENTRE: write_centre(centre).encode(), RULES: merge_rules(root).encode()}
    sides = root / DISAGREEMENTS_FILE
    files |= {DISAGREEMENTS: sides.read_bytes()} if sides.is_file() else {}
    return files | read_templates(root)


def write_data(root: Path, files: Mapping[str, bytes]) -> None:
    """Make the package's data folder hold these files and no other data."""
    for name, content in files.items():
        write_if_changed(root / DATA / name, content)
    data = root / DATA
    for path in (*data.glob("*.toml"), *(data / TEMPLATES).glob("*.jinja")):
        if path.relative_to(data).as_posix() not in files:
            path.unlink()


def write_centre(centre: Centre) -> str:
    """The centre as TOML; JSON's texts, lists and truth values are TOML's, too."""
    lines = asdict(centre).items()
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in lines)


def write_config(root: Path, brand: Brand) -> Config:
    """What is added to brand.yml for the site generator."""
    with (root / UPSTREAM_FILE).open(encoding="utf-8") as file:
        upstream: Config = yaml_load(file)
    hidden = brand.get("hide_plays", ())
    theme = {
        use: f"{ASSETS.removeprefix('docs/')}/{brand.get(use)}"
        for use in ("logo", "favicon")
        if brand.get(use)
    }
    styles = [f"{ASSETS.removeprefix('docs/')}/brand.css"]
    excluded = str(upstream.get("exclude_docs", "")).splitlines()
    return {
        "INHERIT": BRAND_FILE,
        "theme": theme,
        "nav": write_nav(root, brand, upstream["nav"]),
        "not_in_nav": "\n".join(
            [upstream.get("not_in_nav", ""), *(f"{name}.md" for name in hidden)]
        ),
        "exclude_docs": "\n".join(line for line in excluded if line.strip() != "/local/"),
        "extra_css": upstream["extra_css"]
        + (styles if "brand.css" in read_assets(root, brand) else []),
        "copyright": write_footer(brand, str(upstream["copyright"])),
    }


def write_nav(root: Path, brand: Brand, nav: list[Any]) -> list[Any]:
    """Upstream's menu without the plays that are left out, with the centre's own pages in it."""
    local: dict[str, list[str]] = {}
    for file in find_local_plays(root / "docs"):
        own = file.relative_to(root / "docs").as_posix()
        local.setdefault(f"plays/{file.parent.name}/index.md", []).append(own)
    hidden = {f"{name}.md" for name in brand.get("hide_plays", ())}
    menu = _adapt(nav, hidden, local)
    pages = sorted(
        file.relative_to(root / "docs").as_posix()
        for file in (root / "docs/local").rglob("*.md")
        if not file.is_relative_to(root / "docs/local/plays")
    )
    return [*menu, {brand.get("local_title", LOCAL_TITLE): pages}] if pages else menu


def _adapt(nav: list[Any], hidden: set[str], local: Mapping[str, list[str]]) -> list[Any]:
    kept: list[Any] = []
    added: list[str] = []
    for entry in nav:
        if isinstance(entry, dict):
            kept.append({title: _adapt_entry(each, hidden, local) for title, each in entry.items()})
        elif entry.rpartition("/")[2] not in hidden:
            kept.append(entry)
        added += local.get(entry, []) if isinstance(entry, str) else []
    return kept + added


def _adapt_entry(entry: Any, hidden: set[str], local: Mapping[str, list[str]]) -> Any:
    return _adapt(entry, hidden, local) if isinstance(entry, list) else entry


def write_footer(brand: Brand, upstream: str) -> str:
    """The line at the foot of every page: the centre, its legal pages, and what upstream asks for."""
    parts = [brand.get(key) for key in ("name", "address", "footer")]
    said = [f"<bdi>{escape(part)}</bdi>" for part in parts if part]
    said += [
        f'<a href="{escape(each["url"])}">{escape(each["title"])}</a>'
        for each in brand.get("legal", ())
    ]
    return f"{' · '.join(said)}<br>From the Closing Playbook. {upstream}"
