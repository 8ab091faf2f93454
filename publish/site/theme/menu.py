"""Mend the theme's menu and search for those who use a keyboard or listen: names, states, and what takes the focus.

The menu is one open list: its folds are gone, since it holds nothing but the section that the reader is in.
What opens it in a narrow window is a label, which no key reaches; `docs/assets/frame.js` puts a button in its place.
"""

import re

OPENS_MENU = re.compile(
    r'<label class="md-header__button md-icon" for="__drawer">(?P<icon>.*?)</label>', re.DOTALL
)
BUTTON_THAT_OPENS = (
    '<button type="button" class="md-header__button md-icon" data-menu="open" aria-label="Menu"'
    r' aria-controls="menu" aria-expanded="false" hidden>\g<icon></button>'
)
MENU = re.compile(r'(?P<opening><nav class="md-nav md-nav--primary[^"]*")(?P<more>[^>]*>)')
BUTTON_THAT_CLOSES = (
    '<button type="button" class="pb-menu-close" data-menu="close" hidden>Close</button>'
)
FOLD = re.compile(r'(?P<label><label class="md-nav__link\b[^>]*?) tabindex="\d*"(?=>)')
EXPANDED = re.compile(r'(?P<nav><nav class="md-nav"[^>]*?) aria-expanded="\w+"')
OWN_LINK = re.compile(r'(?P<link><a href="[^"]*" class="md-nav__link md-nav__link--active")(?=>)')
OWN_TAB = re.compile(r'(?P<tab>md-tabs__item--active">\s*<a href="[^"]*" class="md-tabs__link")')
SEARCH_SCROLLER = re.compile(r'(?P<scroller><div class="md-search__scrollwrap") tabindex="0"')
CODE_BUTTONS = '"nav",{class:"md-code__nav"}'
PLAIN_BOX = '"div",{class:"md-code__nav"}'
SEARCH_COUNT = re.compile(r'(?P<count><div class="md-search-result__meta")(?=>)')


def mend_menu(html: str) -> str:
    """Return the page with a menu and a search that keys reach, and that say where the reader is."""
    html = OPENS_MENU.sub(lambda one: one[0] + one.expand(BUTTON_THAT_OPENS), html)
    html = MENU.sub(rf'\g<opening> id="menu"\g<more>{BUTTON_THAT_CLOSES}', html)
    html = EXPANDED.sub(r"\g<nav>", FOLD.sub(r"\g<label>", html))
    html = OWN_LINK.sub(r'\g<link> aria-current="page"', html)
    html = OWN_TAB.sub(r'\g<tab> aria-current="true"', html)
    html = SEARCH_SCROLLER.sub(r"\g<scroller>", html)
    return SEARCH_COUNT.sub(r'\g<count> role="status"', html)


def name_no_landmark(script: str) -> str:
    """Return the theme's script with the buttons of a code in a plain box: many landmarks of one name help nobody.

    Raises ValueError where the script isn't the one that we know.
    """
    times = script.count(CODE_BUTTONS)
    if times != 1:
        raise ValueError(
            f"a place that publish/site/theme/menu.py changes is there {times} times, not once: {CODE_BUTTONS}"
        )
    return script.replace(CODE_BUTTONS, PLAIN_BOX)
