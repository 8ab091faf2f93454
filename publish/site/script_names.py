"""Name scripts of the tools and style sheets for what is in them, so that a new one never meets an old one.

A page pins the script that it loads, but not what that script imports. With the content of every
import in its name, and so in the name of whoever imports it, a set of scripts is one whole, and
all of them can be kept for a year.
"""

import hashlib
import re
from collections.abc import Mapping
from graphlib import TopologicalSorter
from pathlib import Path

STYLE = '<link rel="stylesheet"'
NAMED = re.compile(r"\.[0-9a-f]{8,}\.")
IMPORT = re.compile(r"(?<=from '\./)[\w-]+\.js(?=')")


def name_modules(folder: Path) -> dict[str, str]:
    """Rename every script of the folder, and return the new names by the old ones."""
    scripts = {path.name: path.read_text(encoding="utf-8") for path in sorted(folder.glob("*.js"))}
    imports = {name: IMPORT.findall(text) for name, text in scripts.items()}
    names: dict[str, str] = {}
    for name in TopologicalSorter(imports).static_order():
        text = IMPORT.sub(lambda match: names[match[0]], scripts[name])
        names[name] = name_by_text(name, text)
        (folder / names[name]).write_text(text, encoding="utf-8")
        (folder / name).unlink()
    return names


def name_style_sheets(folder: Path) -> dict[str, str]:
    """Rename every style sheet below the folder, but the theme's, which has such a name; return new paths by old ones.

    An old page, as a browser brings it back, has its own style sheets then, or none that it refuses.
    """
    names: dict[str, str] = {}
    for path in sorted(folder.rglob("*.css")):
        if not NAMED.search(path.name):
            named = path.rename(
                path.with_name(name_by_text(path.name, path.read_text(encoding="utf-8")))
            )
            names[path.relative_to(folder).as_posix()] = named.relative_to(folder).as_posix()
    return names


def use_names(html: str, place: str, names: Mapping[str, str]) -> str:
    """Return the page with the new names of the style sheets of this place."""
    sheet = re.compile(rf'(?P<before>{STYLE} href="[^"]*?{place})(?P<name>[^"]+)(?=")')
    return sheet.sub(lambda each: each["before"] + names.get(each["name"], each["name"]), html)


def name_by_text(name: str, text: str) -> str:
    """Return the name with its content in it."""
    stem, suffix = name.rsplit(".", 1)
    return f"{stem}.{hashlib.sha256(text.encode()).hexdigest()[:12]}.{suffix}"


def lead(html: str, place: str, names: Mapping[str, str]) -> str:
    """Return the page with the scripts of this place, and all that they import, named early in its head.

    A browser that hears of all of them at once needn't read one to learn of the next, nor the page to
    its end to begin with them. The styles of this place stand at the head's end: what is shown already
    doesn't move when they come.
    """
    script = re.compile(
        rf'<script type="module" src="(?P<above>[^"]*){place}(?P<name>[^"/]+)"></script>\n?'
    )
    matches = [each for each in script.finditer(html) if each["name"] in names]
    if not matches:
        return html
    folder = f"{matches[0]['above']}{place}"
    begun = [names[each["name"]] for each in matches]
    others = sorted(set(names.values()) - set(begun))
    first, *rest = (f'<script type="module" async src="{folder}{name}"></script>' for name in begun)
    links = [f'<link rel="modulepreload" href="{folder}{name}">' for name in others]
    html = script.sub("", html)
    styles = re.compile(rf'{STYLE} href="[^"]*{place}[^"]*">\n?')
    last = "".join(styles.findall(html))
    html = styles.sub("", html).replace("</head>", f"{last}</head>", 1)
    return html.replace(STYLE, "".join([first, *links, *rest]) + STYLE, 1)
