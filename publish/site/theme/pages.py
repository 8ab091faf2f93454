"""Mend in the built pages what the theme leaves wrong or heavy, so that none of its templates is copied."""

import re
from pathlib import Path, PurePosixPath
from urllib.parse import urlsplit

from publish.site.home_screen import link_manifest
from publish.site.social_card import describe, read_address
from publish.site.theme.menu import mend_menu
from publish.site.theme.search import explain_failure

LOCAL_PAGE = "data-page"
"""Marks a link of the footer to a page of the site, which has to lead there from every page."""
NOT_FOUND = "404.html"

SEARCH_DIALOG = re.compile(
    r'(?P<opening><div class="md-search" data-md-component="search" role="dialog")>'
    r'(?P<inside>.*?aria-label="(?P<name>[^"]*)")',
    re.DOTALL,
)
ARTICLE = re.compile(r"<article\b.*</article>", re.DOTALL)
ICON = re.compile(r'(?P<drawn><svg xmlns="http://www\.w3\.org/2000/svg" viewBox="[\d. ]+")>')
INDENT = re.compile(r"\n\s+")
MENU_OF_SECTION = re.compile(
    r'aria-labelledby="(?P<path>__nav[\d_]*)_label"'
    r'(?P<inside>[^>]*>\s*<label class="md-nav__title" for="(?P=path)")>'
)
_LOCAL = re.compile(rf'{LOCAL_PAGE}="(?P<page>[^"]*)" href="[^"]*"')
_NAME = re.compile(r"<title>(?P<name>.*?)</title>", re.DOTALL)
_BODY = re.compile(r"(?P<opening><body[^>]*>).*</body>", re.DOTALL)
_SHEET = re.compile(r'<link rel="stylesheet"[^>]*>\s*')
_THEMES_WORDS = "<h1>404 - Not found</h1>"
_WITH_SITE = """\
<h1>This page isn't here</h1>
<p>It may have moved. <a href="{start}">Start from the first page</a>, or search for it above.</p>"""
_WITHOUT_SITE = """
<main class="md-grid md-typeset">
<h1>This page isn't here</h1>
<p>It may have moved. Go back, or cut the address down to where {name} begins.</p>
</main>
"""


def mend_pages(site: Path) -> dict[Path, str]:
    """Return every page of the built site by its file, as it is to be sealed."""
    address = read_address(site)
    return {file: mend_page(site, file, address) for file in sorted(site.rglob("*.html"))}


def mend_page(site: Path, file: Path, address: str) -> str:
    """Return one page of the site, which will stand at this address where that is known."""
    page = PurePosixPath(file.relative_to(site))
    html = mend(file.read_text(encoding="utf-8"))
    if page.as_posix() == NOT_FOUND:
        return name_not_found(lead_home(html, address) if address else stand_alone(html))
    return link_manifest(describe(lead_to_own_pages(html, page), site, page, address), page)


def mend(html: str) -> str:
    """Return the page with a name for each part that a screen reader announces, icons of a size, and a lean frame."""
    return trim_frame(explain_failure(size_icons(mend_menu(name_menus(name_search(html))))))


def lead_to_own_pages(html: str, page: PurePosixPath) -> str:
    """Let the footer's links to pages of the site lead there from this page, wherever the site stands."""
    up = "../" * (len(page.parts) - 1)
    return _LOCAL.sub(rf'href="{up}\g<page>"', html)


def lead_home(html: str, address: str) -> str:
    """Return the page for what isn't there with links into the site at this address."""
    start = urlsplit(address).path or "/"
    html = _LOCAL.sub(rf'href="{start}\g<page>"', html)
    return html.replace(_THEMES_WORDS, _WITH_SITE.format(start=start), 1)


def name_not_found(html: str) -> str:
    """Return the page for what isn't there with a title of its own, where the theme gives it the first page's."""
    return _NAME.sub(r"<title>This page isn't here - \g<name></title>", html, count=1)


def stand_alone(html: str) -> str:
    """Return the page for what isn't there as a few words, which need neither style sheet nor menu.

    A server shows it at any address. Where the site's own isn't known, its links may lead anywhere.
    """
    match = _NAME.search(html)
    words = _WITHOUT_SITE.format(name=match["name"].strip() if match else "this guide")
    dark = '<meta name="color-scheme" content="light dark">\n</head>'
    html = _SHEET.sub("", html).replace("</head>", dark, 1)
    return _BODY.sub(rf"\g<opening>{words}</body>", html)


def name_search(html: str) -> str:
    """Name the search dialog, which has no name, as its field is named in the page's language."""
    return SEARCH_DIALOG.sub(r'\g<opening> aria-label="\g<name>">\g<inside>', html)


def name_menus(html: str) -> str:
    """Name a section's menu by its title.

    Where a section has a page of its own, Material names the menu by a label that is only an icon.
    """
    named = r'aria-labelledby="\g<path>_title"\g<inside> id="\g<path>_title">'
    return MENU_OF_SECTION.sub(named, html)


def size_icons(html: str) -> str:
    """Give each of the theme's icons a size: where its style sheet doesn't come, one without fills the window."""
    return ICON.sub(r'\g<drawn> width="24" height="24">', html)


def trim_frame(html: str) -> str:
    """Take the blank lines and the indents out of the theme's frame: they weigh on a phone's first byte.

    What stands in the article is left alone, since there may be code in it.
    """
    article = ARTICLE.search(html)
    if article is None:
        return html
    before, after = html[: article.start()], html[article.end() :]
    return INDENT.sub("\n", before) + article[0] + INDENT.sub("\n", after)
