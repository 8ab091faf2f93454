"""Everything that is wrong with a centre's copy, in one go."""

import datetime
from collections.abc import Iterator
from dataclasses import fields
from difflib import get_close_matches
from pathlib import Path

from macros.moved import find_new_play
from macros.plays import PHASES, find_plays
from playbook.brand import Centre
from publish.brand.check.complaints import Complaint, did_you_mean
from publish.brand.check.evidence import find_evidence_faults, read_claim_ids
from publish.brand.check.keys import BRAND_FILE
from publish.brand.check.letters import TEXTS, find_unreadable
from publish.brand.check.local import LOCAL, find_file_faults, find_links_elsewhere
from publish.brand.check.notice import find_blanks
from publish.brand.check.overlays import find_rule_faults, find_side_faults
from publish.brand.check.palette import find_contrast_faults
from publish.brand.check.pictures import CARD_FILE, find_card_faults, find_faults
from publish.brand.check.plays import find_moved_plays, find_play_faults, list_known
from publish.brand.check.read import Brand, read_brand
from publish.brand.check.spelling import find_faults as find_spelling_faults
from publish.brand.check.templates import find_template_faults
from publish.brand.check.upstream import upstream
from publish.brand.check.words import find_late_pages, find_page_faults, find_slot_faults

FOLDERS = {"assets", "rules", "slots", "templates"}
FILES = {"disagreements.toml", "sources.toml", "claims.toml", "spelling.toml", "social-card.png"}
"""What may stand in brand/."""
_NEAR = 0.8
"""How much of a folder's name is right where it is likely mistyped, from 0 to 1."""
PICTURES = {"logo": "logo", "logo_dark": "logo", "favicon": "favicon"}


def check(root: Path, today: datetime.date) -> tuple[Brand, list[Complaint]]:
    """Return the brand of the copy in this folder, and every complaint about it, by file and line."""
    first = list(find_links_elsewhere(root))
    first = first or [*find_unreadable(root), *_find_strange_folders(root)]
    if first:
        return Brand("", "", {}, {}), sorted(first)
    brand, complaints = read_brand(root)
    rules, sides = upstream().rules, upstream().evidence.disagreements
    claims = read_claim_ids(root)
    complaints = [
        *complaints,
        *find_contrast_faults(root, brand),
        *_find_picture_faults(root, brand),
        *(Complaint(CARD_FILE, 0, fault) for fault in find_card_faults(root)),
        *_find_strange_files(root),
        *_find_unknown_legal_pages(root, brand),
        *_find_unknown_plays(root, brand),
        *find_rule_faults(root, upstream().tools, today),
        *find_side_faults(root, sides, today),
        *find_evidence_faults(root, claims, sides),
        *find_spelling_faults(root),
        *find_template_faults(root),
        *find_file_faults(root),
        *find_slot_faults(root, rules, claims),
        *find_play_faults(root, list_known(rules, claims, sides)),
        *find_moved_plays(root),
        *find_page_faults(root, rules, claims),
        *find_late_pages(root, today),
        *find_blanks(root),
    ]
    return brand, sorted(set(complaints))


def find_settings_elsewhere(root: Path) -> Iterator[Complaint]:
    """Yield a complaint where files of a centre's are there without a brand.yml."""
    names = ("[Bb]rand*", "docs/local/*", "[Bb]rand/**/*")
    own = (path for name in names for path in root.glob(name))
    begun = [path.relative_to(root).as_posix() for path in sorted(own) if not path.is_dir()]
    if begun:
        message = f"your settings are read from a file '{BRAND_FILE}' at the top, and there is none"
        yield Complaint(begun[0], 0, message)


def centre_of(brand: Brand) -> Centre:
    """Return the centre as pages and tools use it."""
    contact = brand.get("contact", {})
    known = {field.name for field in fields(Centre)}
    return Centre(**{key: value for key, value in brand.settings.items() if key in known} | contact)


def _find_picture_faults(root: Path, brand: Brand) -> list[Complaint]:
    uses = [(brand.get(key), use, key) for key, use in PICTURES.items() if brand.get(key)]
    for at, font in enumerate(brand.get("type.fonts", ())):
        uses.append((font.get("file", ""), "font", f"type.fonts.{at}.file"))
    return [
        Complaint(BRAND_FILE, brand.line(path), fault)
        for name, use, path in uses
        for fault in find_faults(root, name, use)
    ]


def _find_strange_files(root: Path) -> Iterator[Complaint]:
    for path in sorted(root.glob("[Bb]rand.*")):
        if path.name != BRAND_FILE:
            message = f"nothing reads this; your settings stand in {BRAND_FILE}"
            yield Complaint(path.name, 0, message)
    for path in sorted((root / "brand").glob("*")):
        if path.is_file() and not path.name.startswith(".") and path.name not in FILES:
            hint = did_you_mean(path.name, FOLDERS | FILES)
            yield Complaint(f"brand/{path.name}", 0, f"nothing reads this. {hint}")


def _find_strange_folders(root: Path) -> Iterator[Complaint]:
    """Yield each folder whose name is likely mistyped or belongs to a file, so that nothing would read it.

    Names are compared as they are listed, since a file system that ignores case finds any.
    """
    for right in ("brand", LOCAL):
        for path in sorted((root / right).parent.glob("*")):
            is_near = get_close_matches(path.name.lower(), [Path(right).name], cutoff=_NEAR)
            if is_near and path.is_dir() and path.relative_to(root).as_posix() != right:
                yield _name_folder(root, path, f"Did you mean '{right}'?")
    for path in sorted((root / "brand").glob("*")):
        is_known = path.name in FOLDERS or path.name.startswith(".") or path.suffix in TEXTS
        if path.is_dir() and not is_known:
            yield _name_folder(root, path, did_you_mean(path.name, FOLDERS | FILES))
    phases = {phase.id for phase in PHASES}
    for path in sorted((root / LOCAL).glob("*/")):
        if path.name != "plays" and phases & {folder.name for folder in path.glob("*/")}:
            yield _name_folder(root, path, f"Did you mean '{LOCAL}/plays'?")
    for path in sorted(path for name in ("brand", LOCAL) for path in (root / name).rglob("*/")):
        if path.suffix in TEXTS:
            message = "this is a folder with the name of a file; put a file in its place"
            yield Complaint(path.relative_to(root).as_posix(), 0, message)


def _name_folder(root: Path, path: Path, hint: str) -> Complaint:
    return Complaint(path.relative_to(root).as_posix(), 0, f"nothing reads this. {hint}")


def _find_unknown_plays(root: Path, brand: Brand) -> list[Complaint]:
    plays = [file.stem for file in find_plays(root / "docs")]
    return [
        Complaint(BRAND_FILE, brand.line(f"hide_plays.{at}"), _say_unknown_play(name, plays))
        for at, name in enumerate(brand.get("hide_plays", ()))
        if name not in plays
    ]


def _say_unknown_play(name: str, plays: list[str]) -> str:
    if new := find_new_play(name):
        return (
            f"the play '{name}' is part of '{new}' now. Take this line out; to leave out all of "
            f"that play, name '{new}' instead"
        )
    return f"there is no play '{name}' to leave out. {did_you_mean(name, plays)}"


def _find_unknown_legal_pages(root: Path, brand: Brand) -> list[Complaint]:
    there = [file.relative_to(root).as_posix() for file in (root / LOCAL).rglob("*.md")]
    return [
        Complaint(
            BRAND_FILE,
            brand.line(f"legal.{at}.url"),
            f"there is no page '{entry['url']}'. {did_you_mean(entry['url'], there)}",
        )
        for at, entry in enumerate(brand.get("legal", ()))
        if "://" not in entry.get("url", "://")
        and f"docs/{entry['url'].removeprefix('docs/')}" not in there
    ]
