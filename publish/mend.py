"""Mend in the built pages what the theme leaves wrong, so that none of its templates is copied."""

import re

SEARCH_DIALOG = re.compile(
    r'(?P<opening><div class="md-search" data-md-component="search" role="dialog")>'
    r'(?P<inside>.*?aria-label="(?P<name>[^"]*)")',
    re.DOTALL,
)
MENU_OF_SECTION = re.compile(
    r'aria-labelledby="(?P<path>__nav[\d_]*)_label"'
    r'(?P<inside>[^>]*>\s*<label class="md-nav__title" for="(?P=path)")>'
)


def mend(html: str) -> str:
    """Return the page with a name for each part that a screen reader announces."""
    return name_menus(name_search(html))


def name_search(html: str) -> str:
    """Name the search dialog, which has no name, as its field is named in the page's language."""
    return SEARCH_DIALOG.sub(r'\g<opening> aria-label="\g<name>">\g<inside>', html)


def name_menus(html: str) -> str:
    """Name a section's menu by its title.

    Where a section has a page of its own, Material names the menu by a label that is only an icon.
    """
    named = r'aria-labelledby="\g<path>_title"\g<inside> id="\g<path>_title">'
    return MENU_OF_SECTION.sub(named, html)
