"""Change one setting in the text of a brand.yml, and leave every other line and comment as it is."""

import json
import re

import yaml

NEW = """\
# Everything that is yours; docs/about/brand-this-site.md says what each line changes.
INHERIT: mkdocs.yml
site_name: After the interview
extra:
  brand:
"""
_STEP = 2


def set_value(text: str, path: str, value: str) -> str:
    """Return the text with the value at a path like "extra.brand.hours"; a missing line is added.

    Raises ValueError where the setting stands in a line together with others.
    """
    lines = text.splitlines()
    at, depth, found = 0, 0, False
    for depth, key in enumerate(path.split(".")):
        next_at = _find_key(lines, key, at, depth)
        found = next_at > 0
        if not found:
            break
        at = next_at
    keys = path.split(".")
    if found:
        lines[at - 1] = _replace(lines[at - 1], keys[-1], value)
    else:
        _refuse_a_shared_line(lines[at - 1] if at else "", path)
        at = _find_end(lines, at, depth)
        added = [f"{' ' * _STEP * level}{keys[level]}:" for level in range(depth, len(keys))]
        added[-1] += f" {quote(value)}"
        lines[at:at] = added
    end = "\r\n" if "\r\n" in text else "\n"
    return "".join(f"{line}{end}" for line in lines)


def quote(value: str) -> str:
    """Return a value as YAML takes it, in quotes only where it would be misread without."""
    if value in ("true", "false"):
        return value
    try:
        plain = yaml.safe_load(f"key: {value}") == {"key": value} and "#" not in value
    except yaml.YAMLError:
        plain = False
    return value if plain else json.dumps(value, ensure_ascii=False)


def _find_key(lines: list[str], key: str, after: int, depth: int) -> int:
    """Return the line of a key inside the table that starts at line `after`; 0 where it has none."""
    for number, line in enumerate(lines[after:], after + 1):
        indent = len(line) - len(line.lstrip())
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if depth and indent < depth * _STEP:
            return 0
        if indent == depth * _STEP and re.match(rf"\s*{re.escape(key)}\s*:", line):
            return number
    return 0


def _find_end(lines: list[str], at: int, depth: int) -> int:
    """Return the last line of the table that starts at line `at`."""
    end = at
    for number, line in enumerate(lines[at:], at + 1):
        if line.strip() and len(line) - len(line.lstrip()) < depth * _STEP:
            break
        end = number if line.strip() else end
    return end


def _replace(line: str, key: str, value: str) -> str:
    found = re.fullmatch(r'(\s*[\w]+\s*:)\s*("[^"]*"|\'[^\']*\'|[^#"\']*?)(\s+#.*)?', line)
    if found is None:
        raise ValueError(f"the line of '{key}' can't be changed for you: {line.strip()}")
    return f"{found[1]} {quote(value)}{found[3] or ''}"


def _refuse_a_shared_line(line: str, path: str) -> None:
    if "{" in line:
        raise ValueError(f"'{path}' goes into this line, by hand: {line.strip()}")
