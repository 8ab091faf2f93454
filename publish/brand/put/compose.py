"""Put a centre's brand into the staged tree, where the site, the rules and the browser take it from.

build/mkdocs.yml           brand.yml with what follows from it: menu, pictures, footer
build/docs/assets/brand/   brand.css, the logo, the favicon and the fonts
build/playbook/brand/      who the centre is, its numbers, sides and notes, for every tool
"""

import json
from collections.abc import Collection, Iterable, Mapping
from dataclasses import asdict, replace
from html import escape
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import yaml
from mkdocs.utils.yaml import get_yaml_loader, yaml_load

from macros.plays import find_local_plays, find_plays
from playbook.brand import CENTRE, RULES, TEMPLATES, Centre
from playbook.spelling import SPELLING
from publish.brand.check.everything import PICTURES, centre_of
from publish.brand.check.keys import BRAND_FILE, UPSTREAM_FILE
from publish.brand.check.overlays import AS_THEY_ARE, merge_rules
from publish.brand.check.palette import read_changes, read_palettes
from publish.brand.check.pictures import CARD_FILE, FOLDER
from publish.brand.check.read import Brand
from publish.brand.check.spelling import read_words, write_words
from publish.brand.check.templates import read_templates
from publish.brand.put.style import write_style
from publish.site.social_card import draw
from publish.site.theme.pages import LOCAL_PAGE
from runtime.files import replace_folder, write_if_changed

CONFIG = "mkdocs.yml"
ASSETS = "docs/assets/brand"
DATA = "playbook/brand"
LOCAL_TITLE = "From us"
_LOADER = get_yaml_loader(getattr(yaml, "CLoader", yaml.Loader))
_DUMPER = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
"""Those written in C, ten times as fast, where PyYAML came with them."""

Config = dict[str, Any]


def compose(root: Path, build: Path, brand: Brand) -> None:
    """Write all three into this staged tree from the files of a centre that were found to be right."""
    assets = read_assets(root, brand)
    replace_folder(build / ASSETS, assets)
    write_data(build, read_data(root, brand))
    config = write_config(root, brand, assets)
    text = yaml.dump(config, Dumper=_DUMPER, allow_unicode=True, sort_keys=False)
    write_if_changed(build / CONFIG, text.encode())


def clear(build: Path) -> None:
    """Leave nothing of a centre's in this staged tree."""
    replace_folder(build / ASSETS, {})
    write_data(build, {})


def read_assets(root: Path, brand: Brand) -> dict[str, bytes]:
    """Return the style sheet and the files it needs, by name."""
    fonts = [font["file"] for font in brand.get("type.fonts", ())]
    pictures = [brand.get(key) for key in PICTURES]
    names = [name for name in (*pictures, *fonts) if name]
    style = write_style(brand, read_changes(root, brand))
    files = {name: (root / FOLDER / name).read_bytes() for name in names}
    card = root / CARD_FILE
    files[card.name] = (
        card.read_bytes() if card.is_file() else draw(read_palettes(root, brand)["light"])
    )
    return files | ({"brand.css": style.encode()} if style else {})


def read_data(root: Path, brand: Brand) -> dict[str, bytes]:
    """Return what the rules read, by name."""
    hidden, own = list_hidden(root, brand), list_own_plays(root)
    centre = replace(centre_of(brand), hide_plays=hidden, own_plays=own)
    files = {CENTRE: write_centre(centre).encode(), RULES: merge_rules(root).encode()}
    if words := read_words(root, brand):
        files[SPELLING] = write_words(words)
    as_they_are = {name: root / file for name, file in AS_THEY_ARE.items()}
    files |= {name: file.read_bytes() for name, file in as_they_are.items() if file.is_file()}
    return files | read_templates(root)


def write_data(build: Path, files: Mapping[str, bytes]) -> None:
    """Make the staged package's data folder hold these files and no other data."""
    data = build / DATA
    for name, content in files.items():
        write_if_changed(data / name, content)
    there = (*data.glob("*.toml"), *(data / TEMPLATES).glob("*.jinja"))
    for path in there:
        if path.relative_to(data).as_posix() not in files:
            path.unlink()


def write_centre(centre: Centre) -> str:
    """Return the centre as TOML; JSON's texts, lists and truth values are TOML's, too."""
    lines = asdict(centre).items()
    return "".join(f"{key} = {json.dumps(value, ensure_ascii=False)}\n" for key, value in lines)


def write_config(root: Path, brand: Brand, made: Collection[str]) -> Config:
    """Return what is added to brand.yml for the site generator; `made` are the files that were made from it."""
    with (root / UPSTREAM_FILE).open(encoding="utf-8") as file:
        upstream: Config = yaml_load(file, _LOADER)
    hidden, words = list_hidden(root, brand), read_words(root, brand)
    base = f"{urlsplit(brand.site_url or str(upstream['site_url'])).path.rstrip('/')}/"
    theme = {
        use: f"{ASSETS.removeprefix('docs/')}/{brand.get(use)}"
        for use in ("logo", "favicon")
        if brand.get(use)
    }
    styles = [f"{ASSETS.removeprefix('docs/')}/brand.css"]
    return {
        "INHERIT": f"../{BRAND_FILE}",
        "theme": theme,
        "nav": write_nav(root, brand, upstream["nav"], hidden),
        "not_in_nav": "\n".join(
            [upstream.get("not_in_nav", ""), *(f"{name}.md" for name in hidden)]
        ),
        "extra_css": upstream["extra_css"] + (styles if "brand.css" in made else []),
        "markdown_extensions": {"macros.spelling": {"words": words}} if words else {},
        "copyright": write_footer(brand, str(upstream["copyright"]), base),
    }


def list_hidden(root: Path, brand: Brand) -> tuple[str, ...]:
    """Return the plays of ours that the centre leaves out, or has one of its own for, of the same name."""
    ours = {file.stem for file in find_plays(root / "docs")}
    own = {file.stem for file in find_local_plays(root / "docs")}
    return tuple(dict.fromkeys([*brand.get("hide_plays", ()), *sorted(ours & own)]))


def list_own_plays(root: Path) -> tuple[str, ...]:
    """Return the plays of ours that the centre has one of its own for, each as its phase and name."""
    ours, own = root / "docs/plays", root / "docs/local/plays"
    files = [file.relative_to(own) for file in find_local_plays(root / "docs")]
    return tuple(file.with_suffix("").as_posix() for file in files if (ours / file).is_file())


def write_nav(root: Path, brand: Brand, nav: list[Any], hidden: Iterable[str]) -> list[Any]:
    """Return upstream's menu without the plays that are left out, with the centre's own pages in it.

    A play of its own with the name of one of ours stands in its place, and any other ends its phase.
    """
    local: dict[str, list[str]] = {}
    instead: dict[str, str] = {}
    for file in find_local_plays(root / "docs"):
        own = file.relative_to(root / "docs").as_posix()
        ours = own.removeprefix("local/")
        if (root / "docs" / ours).is_file():
            instead[ours] = own
        else:
            local.setdefault(f"plays/{file.parent.name}/index.md", []).append(own)
    menu = _adapt(_put_instead(nav, instead), {f"{name}.md" for name in hidden}, local)
    pages = sorted(
        file.relative_to(root / "docs").as_posix()
        for file in (root / "docs/local").rglob("*.md")
        if not file.is_relative_to(root / "docs/local/plays")
    )
    return [*menu, {brand.get("local_title", LOCAL_TITLE): pages}] if pages else menu


def _put_instead(entry: Any, instead: Mapping[str, str]) -> Any:
    if isinstance(entry, dict):
        return {title: _put_instead(each, instead) for title, each in entry.items()}
    if isinstance(entry, list):
        return [_put_instead(each, instead) for each in entry]
    return instead.get(entry, entry)


def _adapt(nav: list[Any], hidden: set[str], local: Mapping[str, list[str]]) -> list[Any]:
    kept: list[Any] = []
    added: list[str] = []
    for entry in nav:
        if isinstance(entry, dict):
            kept.append({title: _adapt_entry(each, hidden, local) for title, each in entry.items()})
        elif entry.startswith("local/") or entry.rpartition("/")[2] not in hidden:
            kept.append(entry)
        added += local.get(entry, []) if isinstance(entry, str) else []
    return kept + added


def _adapt_entry(entry: Any, hidden: set[str], local: Mapping[str, list[str]]) -> Any:
    return _adapt(entry, hidden, local) if isinstance(entry, list) else entry


def write_footer(brand: Brand, upstream: str, base: str) -> str:
    """Return the line at the foot of every page: the centre, its legal pages, and what upstream asks for.

    `base` is the path at which the site starts, with a stroke at its end.
    """
    parts = [brand.get(key) for key in ("name", "address", "footer")]
    said = [f"<bdi>{escape(part)}</bdi>" for part in parts if part]
    said += [
        f"<a {_legal_link(each['url'], base)}>{escape(each['title'])}</a>"
        for each in brand.get("legal", ())
    ]
    return f"{' · '.join(said)}<br>From the {name_origin(brand)}. {upstream}"


def name_origin(brand: Brand) -> str:
    """Our name, with a link where a reader can follow the address that the copy came from."""
    address = str(brand.get("upstream", "")).removesuffix(".git")
    is_page = address.startswith("https://")
    name = "Closing Playbook"
    return f'<a href="{escape(address)}">{name}</a>' if is_page else name


def _legal_link(target: str, base: str) -> str:
    """Return the attributes of a link to a legal page.

    One of the centre's own gets a path and a mark: `publish.site.theme` makes it lead from each page.
    """
    if "://" in target:
        return f'href="{escape(target)}"'
    page = target.removeprefix("docs/").removesuffix(".md").removesuffix("index").strip("/")
    page = escape(f"{page}/")
    return f'{LOCAL_PAGE}="{page}" href="{escape(base)}{page}"'
