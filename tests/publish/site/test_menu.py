import pytest

from publish.site.theme.menu import mend_menu, name_no_landmark

ICON = '<svg viewBox="0 0 24 24"><path d="M3 6h18"/></svg>'


def test_the_label_that_opens_the_menu_gets_a_button_that_waits_for_its_script() -> None:
    label = f'<label class="md-header__button md-icon" for="__drawer">\n{ICON}\n</label>'
    mended = mend_menu(label)
    assert mended.startswith(label)
    assert mended.endswith(
        '<button type="button" class="md-header__button md-icon" data-menu="open" aria-label="Menu"'
        f' aria-controls="menu" aria-expanded="false" hidden>\n{ICON}\n</button>'
    )


def test_the_menu_has_an_id_and_begins_with_what_closes_it() -> None:
    menu = '<nav class="md-nav md-nav--primary md-nav--lifted" aria-label="Navigation">'
    mended = mend_menu(menu)
    assert mended.startswith('<nav class="md-nav md-nav--primary md-nav--lifted" id="menu" aria-')
    assert mended.endswith('data-menu="close" hidden>Close</button>')


def test_a_section_is_no_fold_and_takes_no_focus() -> None:
    label = '<label class="md-nav__link" for="__nav_2" id="__nav_2_label" tabindex="{}">'
    plain = '<label class="md-nav__link" for="__nav_2" id="__nav_2_label">'
    assert mend_menu(label.format("")) == mend_menu(label.format("0")) == plain
    nav = '<nav class="md-nav" data-md-level="1"{}>'
    assert mend_menu(nav.format(' aria-expanded="true"')) == nav.format("")


def test_the_page_and_its_tab_are_named_as_the_current_ones() -> None:
    assert 'class="md-nav__link md-nav__link--active" aria-current="page">' in mend_menu(
        '<a href="./" class="md-nav__link md-nav__link--active">'
    )
    tab = '<li class="md-tabs__item{}">\n<a href="../" class="md-tabs__link">'
    assert mend_menu(tab.format("")) == tab.format("")
    assert 'class="md-tabs__link" aria-current="true">' in mend_menu(
        tab.format(" md-tabs__item--active")
    )


def test_the_search_counts_aloud_and_its_closed_results_take_no_focus() -> None:
    mended = mend_menu(
        '<div class="md-search__scrollwrap" tabindex="0" data-md-scrollfix>'
        '<div class="md-search-result__meta">'
    )
    assert mended == (
        '<div class="md-search__scrollwrap" data-md-scrollfix>'
        '<div class="md-search-result__meta" role="status">'
    )


BUTTONS_OF_A_CODE = 'function Pn(){return x("nav",{class:"md-code__nav"})}'
ANOTHER_NAV = 'x("nav",{class:"md-tabs"})'


def test_the_buttons_of_a_code_stand_in_a_plain_box_and_no_other_landmark_goes() -> None:
    mended = name_no_landmark(BUTTONS_OF_A_CODE + ANOTHER_NAV)
    assert mended == f'function Pn(){{return x("div",{{class:"md-code__nav"}})}}{ANOTHER_NAV}'


@pytest.mark.parametrize("script", [ANOTHER_NAV, BUTTONS_OF_A_CODE * 2])
def test_a_script_that_makes_these_buttons_otherwise_is_named_and_not_shipped(script: str) -> None:
    with pytest.raises(
        ValueError, match=r"publish/site/theme/menu\.py changes is there [02] times"
    ):
        name_no_landmark(script)
