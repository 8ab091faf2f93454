"""Read brand.yml strictly: what a centre set, or every mistake with its line."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from pathlib import Path
from typing import Any

from publish.brand.check.complaints import Complaint, did_you_mean
from publish.brand.check.keys import (
    BRAND,
    BRAND_FILE,
    KINDS,
    OURS_ALONE,
    SITE_KEYS,
    SITE_TEXTS,
    UPSTREAM_FILE,
    KeySchema,
)
from publish.brand.check.lines import Node, Scalar, TypedList, TypedTable, read_lines
from publish.brand.check.upstream import upstream
from publish.brand.check.values import (
    as_meant,
    explain_nothing,
    is_right,
    read_tones,
    suggest_country,
)

_NOTHING = TypedTable({}, {}, 1)
_EMPTY = "nothing stands in it; docs/about/brand-this-site.md has lines to begin with"


@dataclass(frozen=True, slots=True)
class Brand:
    """What brand.yml says. `settings` holds extra.brand; `lines` the line of each key by its path."""

    site_name: str
    site_url: str
    settings: Mapping[str, Any]
    lines: Mapping[str, int]

    def get(self, path: str, default: Any = "") -> Any:
        """Return the setting at a path like "palette.light.accent"."""
        value: Any = self.settings
        for key in path.split("."):
            value = value.get(key) if isinstance(value, Mapping) else None
        return default if value is None else value

    def line(self, path: str) -> int:
        """Return the line where a setting stands, or the first line of the nearest table around it."""
        while path not in self.lines and "." in path:
            path = path.rpartition(".")[0]
        return self.lines.get(path, 1)


@dataclass(slots=True)
class _FileReader:
    """Collects complaints and lines on the way through the file."""

    complaints: list[Complaint]
    lines: dict[str, int] = field(default_factory=dict)

    def complain(self, line: int, text: str) -> None:
        self.complaints.append(Complaint(BRAND_FILE, line, text))

    def table(self, table: TypedTable, keys: Mapping[str, KeySchema], path: str) -> dict[str, Any]:
        settings: dict[str, Any] = {}
        for name, node in table.entries.items():
            at = f"{path}.{name}" if path else name
            self.lines[at] = table.lines[name]
            if name not in keys:
                hint = did_you_mean(name, keys)
                self.complain(table.lines[name], f"'{name}' is not a setting. {hint}")
                continue
            value = self.value(node, keys[name], at, table.lines[name])
            if value is not None:
                settings[name] = value
        for name, key in keys.items():
            if key.needed and not _is_there(name, table, keys):
                self.complain(table.line, f"'{name}' is missing; it takes {KINDS[key.kind]}")
        return settings

    def value(self, node: Node, key: KeySchema, path: str, line: int) -> Any:
        name = next(step for step in reversed(path.split(".")) if not step.isdigit())
        if isinstance(node, TypedTable) and key.kind == "table":
            return self.table(node, key.keys, path)
        if isinstance(node, TypedList) and key.kind in ("list", "tables"):
            item = KeySchema("table", key.keys) if key.kind == "tables" else KeySchema("text")
            self.lines |= {f"{path}.{at}": each.line for at, each in enumerate(node.items)}
            values = [
                self.value(each, item, f"{path}.{at}", each.line)
                for at, each in enumerate(node.items)
            ]
            return tuple(each for each in values if each is not None)
        if isinstance(node, Scalar) and key.kind not in ("table", "tables", "list"):
            return self.scalar(node, key.kind, name, line)
        typed = "nothing" if isinstance(node, Scalar) and not node.raw else "something else"
        self.complain(line, f"'{name}' takes {KINDS[key.kind]}, and there is {typed}")
        return None

    def scalar(self, node: Scalar, kind: str, name: str, line: int) -> Any:
        if kind == "yes-no":
            if isinstance(node.value, bool):
                return node.value
        elif node.value is None or not node.raw.strip():
            self.complain(line, explain_nothing(name, kind))
            return None
        elif is_right(node.raw, kind):
            return as_meant(node.raw.strip(), kind)
        if kind == "country":
            message = f"'{node.raw}' is not a country that we know. {suggest_country(node.raw)}"
            self.complain(line, message)
        elif kind == "tone":
            hint = did_you_mean(node.raw, read_tones())
            self.complain(line, f"'{node.raw}' is not a tone that notes have. {hint}")
        else:
            self.complain(line, f"'{node.raw}' is no right '{name}': it takes {KINDS[kind]}")
        return None


def read_brand(root: Path) -> tuple[Brand, list[Complaint]]:
    """Return what brand.yml in this folder says, and everything that is wrong with it."""
    return read_brand_text((root / BRAND_FILE).read_text(encoding="utf-8"))


def read_brand_text(text: str) -> tuple[Brand, list[Complaint]]:
    """Return the same for the text of a brand.yml."""
    table, complaints = read_lines(text, BRAND_FILE)
    if not table.entries:
        return Brand("", "", {}, {}), complaints or [Complaint(BRAND_FILE, 1, _EMPTY)]
    reading = _FileReader(complaints)
    _check_top(reading, table)
    extra = table.entries.get("extra", _NOTHING)
    inner = extra.entries.get("brand") if isinstance(extra, TypedTable) else None
    _check_extra(reading, extra)
    settings = reading.table(inner, BRAND, "") if isinstance(inner, TypedTable) else {}
    if not isinstance(inner, TypedTable) and not _is_mistyped("brand", extra):
        line = extra.line if isinstance(extra, TypedTable) else 1
        reading.complain(line, "'extra:' takes a line 'brand:' with your settings below it")
    brand = Brand(
        _text(table.entries.get("site_name")),
        _text(table.entries.get("site_url")),
        settings,
        reading.lines,
    )
    _check_region(reading, brand)
    return brand, sorted(reading.complaints)


def _text(node: Node | None) -> str:
    return node.raw if isinstance(node, Scalar) else ""


def _check_top(reading: _FileReader, table: TypedTable) -> None:
    for name, node in table.entries.items():
        line = table.lines[name]
        if name in OURS_ALONE:
            reading.complain(line, f"'{name}' stays as upstream has it: {OURS_ALONE[name]}")
        elif name not in SITE_KEYS:
            where = " It belongs below 'extra:' and 'brand:'." if name in BRAND else ""
            hint = where or f" {did_you_mean(name, SITE_KEYS)}"
            reading.complain(line, f"'{name}' is not a setting here.{hint}")
        elif name in SITE_TEXTS:
            reading.value(node, KeySchema(SITE_TEXTS[name]), name, line)
    inherited = table.entries.get("INHERIT")
    if not isinstance(inherited, Scalar) or inherited.raw != UPSTREAM_FILE:
        reading.complain(1, f"the line 'INHERIT: {UPSTREAM_FILE}' is missing at the top")
    if not _is_there("site_name", table, SITE_KEYS):
        reading.complain(1, "'site_name' is missing; it is the name at the top of each page")


def _check_extra(reading: _FileReader, extra: Node) -> None:
    if not isinstance(extra, TypedTable):
        return
    for name in extra.entries:
        if name in BRAND:
            reading.complain(extra.lines[name], f"'{name}' belongs below 'brand:', two spaces in")
        elif name != "brand":
            hint = did_you_mean(name, ["brand"])
            reading.complain(extra.lines[name], f"'{name}' is not a setting here. {hint}")


def _check_region(reading: _FileReader, brand: Brand) -> None:
    country, region = brand.get("country"), brand.get("region")
    if not region:
        return
    known = dict(upstream().calendars.regions(country)) if country else {}
    if not country and "country" not in brand.lines:
        reading.complain(brand.line("region"), "'region' needs 'country' beside it")
    elif country and region not in known:
        named = [code for code, name in known.items() if name.lower() == region.lower()]
        hint = f"Did you mean '{named[0]}'?" if named else did_you_mean(region, known)
        message = f"'{region}' is not a region of {country} that we know. {hint}"
        reading.complain(brand.line("region"), message)


def _is_mistyped(name: str, node: Node) -> bool:
    return (
        isinstance(node, TypedTable) and name not in node.entries and _is_there(name, node, [name])
    )


def _is_there(name: str, table: TypedTable, known: Collection[str]) -> bool:
    """Tell whether a key is there, or one that is likely to be it, mistyped, which has been said."""
    strange = [key for key in table.entries if key not in known]
    return name in table.entries or bool(get_close_matches(name, strange))
