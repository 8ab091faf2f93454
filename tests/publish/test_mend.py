from publish.mend import mend

DIALOG = '<div class="md-search" data-md-component="search" role="dialog"{}>'
FIELD = '\n<label></label><input aria-label="Suche"><nav aria-label="Teilen">'


def test_search_dialog_is_named_as_its_field_is() -> None:
    mended = DIALOG.format(' aria-label="Suche"')
    assert mend(DIALOG.format("") + FIELD) == mended + FIELD


def test_page_whose_dialog_has_a_name_is_left_as_it_is() -> None:
    html = DIALOG.format(' aria-label="Search"') + FIELD
    assert mend(html) == html


def test_page_without_search_is_left_as_it_is() -> None:
    assert mend("<p>x</p>") == "<p>x</p>"


def test_menu_of_a_section_is_named_by_its_title_and_not_by_an_icon() -> None:
    menu = (
        '<nav aria-labelledby="__nav_5_7_{}" aria-expanded="true">\n'
        ' <label class="md-nav__title" for="__nav_5_7"{}>About</label>'
    )
    mended = menu.format("title", ' id="__nav_5_7_title"')
    assert mend(menu.format("label", "")) == mended
    assert mend(mended) == mended
