"""Every key of brand.yml, with what it takes."""

from collections.abc import Mapping
from dataclasses import dataclass, field

BRAND_FILE = "brand.yml"
UPSTREAM_FILE = "mkdocs.yml"


@dataclass(frozen=True, slots=True)
class KeySchema:
    """What a key takes: `kind` is one of KINDS, `keys` are those of a table or of a list's tables."""

    kind: str
    keys: Mapping[str, "KeySchema"] = field(default_factory=dict)
    needed: bool = False


KINDS = {
    "text": "words",
    "title": "words without < and >, and with “ ” for quotes",
    "address": "a full address, like https://interviews.example.edu/",
    "colour": 'a colour in quotes, like "#7a0019"',
    "link": "a full address that starts with https://",
    "page": "a full address that starts with https://, or a page of yours like docs/local/privacy.md",
    "upstream": "the address of the original, as in git clone: https://… or git@…",
    "type": "names of fonts, with commas between them",
    "weight": "a weight like 400 or 700, or 'normal' or 'bold'",
    "style": "normal or italic",
    "email": "an e-mail address",
    "report": "an e-mail address, or a full address that starts with https://",
    "file": "the name of a file in brand/assets/",
    "yes-no": "true or false",
    "country": 'a country code in quotes, like "US"',
    "spelling": "us, gb, or ours",
    "tone": "the name of a tone",
    "list": "a list, one line each, starting with '- '",
    "tables": "a list of entries, each starting with '- '",
    "table": "lines of the form 'key: value' below it, two spaces further in",
}

_COLOURS = {
    name: KeySchema("colour")
    for name in (
        "paper",
        "sheet",
        "ink",
        "muted",
        "line",
        "edge",
        "accent",
        "on_accent",
        "late",
        "header",
        "on_header",
        "phase_1",
        "phase_2",
        "phase_3",
        "phase_4",
        "phase_5",
    )
}
_FONT = {
    "family": KeySchema("type", needed=True),
    "file": KeySchema("file", needed=True),
    "weight": KeySchema("weight"),
    "style": KeySchema("style"),
}
BRAND: Mapping[str, KeySchema] = {
    "name": KeySchema("text", needed=True),
    "address": KeySchema("text"),
    "logo": KeySchema("file"),
    "logo_dark": KeySchema("file"),
    "favicon": KeySchema("file"),
    "palette": KeySchema(
        "table", {"light": KeySchema("table", _COLOURS), "dark": KeySchema("table", _COLOURS)}
    ),
    "type": KeySchema(
        "table",
        {
            "headings": KeySchema("type"),
            "text": KeySchema("type"),
            "fonts": KeySchema("tables", _FONT),
        },
    ),
    "contact": KeySchema(
        "table",
        {"email": KeySchema("email"), "phone": KeySchema("text"), "page": KeySchema("link")},
    ),
    "booking": KeySchema("link"),
    "hours": KeySchema("text"),
    "country": KeySchema("country"),
    "region": KeySchema("text"),
    "spelling": KeySchema("spelling"),
    "tone": KeySchema("tone"),
    "kiosk": KeySchema("yes-no"),
    "footer": KeySchema("text"),
    "legal": KeySchema(
        "tables", {"title": KeySchema("text", needed=True), "url": KeySchema("page", needed=True)}
    ),
    "security": KeySchema("report"),
    "local_title": KeySchema("title"),
    "hide_plays": KeySchema("list"),
    "upstream": KeySchema("upstream"),
}
OURS_ALONE = {
    "nav": "the menu grows with every update; put your pages into docs/local/ and they join it",
    "extra_css": "write colours and fonts under extra.brand, and the style sheet is made from them",
    "docs_dir": "your own pages go into docs/local/",
    "site_dir": "make puts the finished site into site/",
    "hooks": "they would run while the site is built, and another site generator ignores them",
    "theme": "colours, type, logo and favicon stand below extra.brand",
    "plugins": "our pages are written for the ones that are there",
    "markdown_extensions": "our pages are written for the ones that are there",
    "validation": "it is what finds broken links",
    "use_directory_urls": "links from one tool to another rest on it",
    "dev_addr": "'make serve PORT=8080' takes another port",
    "copyright": "your own line is 'footer' below extra.brand",
}
"""Keys of mkdocs.yml that a brand file can't set, each with what to do instead."""
SITE_TEXTS = {
    "site_name": "title",
    "site_description": "title",
    "site_author": "title",
    "site_url": "address",
    "repo_url": "address",
    "repo_name": "title",
    "edit_uri": "title",
}
"""The keys at the top, each with what it takes."""
SITE_KEYS = ("INHERIT", *SITE_TEXTS, "extra")
