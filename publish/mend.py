"""Mend in the built pages what the theme leaves wrong or heavy, so that none of its templates is copied."""

import re

SEARCH_DIALOG = re.compile(
    r'(?P<opening><div class="md-search" data-md-component="search" role="dialog")>'
    r'(?P<inside>.*?aria-label="(?P<name>[^"]*)")',
    re.DOTALL,
)
ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
SEARCH_STARTS = re.compile(
    r"\((?P<of>[\w$]+)\(location\.protocol!==\"file:\"\),(?P<toggled>[\w$]+)\(\"search\"\)\)"
)
INDENT = re.compile(r"\n\s+")
MENU_OF_SECTION = re.compile(
    r'aria-labelledby="(?P<path>__nav[\d_]*)_label"'
    r'(?P<inside>[^>]*>\s*<label class="md-nav__title" for="(?P=path)")>'
)


def mend(html: str) -> str:
    """Return the page with a name for each part that a screen reader announces, and a lean frame."""
    return trim_frame(name_menus(name_search(html)))


def name_search(html: str) -> str:
    """Name the search dialog, which has no name, as its field is named in the page's language."""
    return SEARCH_DIALOG.sub(r'\g<opening> aria-label="\g<name>">\g<inside>', html)


def name_menus(html: str) -> str:
    """Name a section's menu by its title.

    Where a section has a page of its own, Material names the menu by a label that is only an icon.
    """
    named = r'aria-labelledby="\g<path>_title"\g<inside> id="\g<path>_title">'
    return MENU_OF_SECTION.sub(named, html)


def trim_frame(html: str) -> str:
    """Take the blank lines and the indents out of the theme's frame: they weigh on a phone's first byte.

    What stands in the article is left alone, since there may be code in it.
    """
    article = ARTICLE.search(html)
    if article is None:
        return html
    before, after = html[: article.start()], html[article.end() :]
    return INDENT.sub("\n", before) + article[0] + INDENT.sub("\n", after)


def wait_for_search(script: str) -> str:
    """Let the theme's script fetch the search index when somebody opens the search, and not before.

    The index is heavier than all the rest of a first visit. Raises ValueError where the script
    isn't the one that we know.
    """
    mended, found = SEARCH_STARTS.subn(r'(\g<of>(!1),\g<toggled>("search"))', script)
    if found != 1:
        raise ValueError(
            f"the place where it fetches the search index is there {found} times instead of once;"
            " see wait_for_search in publish/mend.py"
        )
    return mended
