import pytest

from publish.mend import mend, wait_for_search

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


def test_frame_loses_its_indents_and_the_article_keeps_its_code() -> None:
    html = (
        "<nav>\n\n   <a>x</a>\n</nav>\n  <article>\n<pre>\n    code</pre></article>\n\n  <footer>"
    )
    lean = "<nav>\n<a>x</a>\n</nav>\n<article>\n<pre>\n    code</pre></article>\n<footer>"
    assert mend(html) == lean


def test_search_index_is_fetched_when_the_search_is_opened() -> None:
    script = 'return L($(location.protocol!=="file:"),Je("search")).pipe(a)'
    assert wait_for_search(script) == 'return L($(!1),Je("search")).pipe(a)'


def test_a_script_that_has_changed_is_named_and_not_shipped_heavy() -> None:
    with pytest.raises(ValueError, match="there 0 times instead of once"):
        wait_for_search("const index=fetch('search_index.json')")
