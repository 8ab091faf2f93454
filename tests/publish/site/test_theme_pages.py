from pathlib import Path, PurePosixPath

from publish.site.theme.pages import lead_to_own_pages, mend, mend_page, name_search

DIALOG = '<div class="md-search" data-md-component="search" role="dialog"{}>'
FIELD = '\n<label></label><input aria-label="Suche"><nav aria-label="Teilen">'


def test_search_dialog_is_named_as_its_field_is() -> None:
    mended = DIALOG.format(' aria-label="Suche"')
    assert name_search(DIALOG.format("") + FIELD) == mended + FIELD


def test_page_whose_dialog_has_a_name_is_left_as_it_is() -> None:
    html = DIALOG.format(' aria-label="Search"') + FIELD
    assert name_search(html) == html


def test_page_without_search_is_left_as_it_is() -> None:
    assert name_search("<p>x</p>") == "<p>x</p>"


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


def test_a_link_of_the_footer_to_a_page_leads_there_from_any_depth() -> None:
    foot = '<a data-page="local/privacy/" href="/guide/local/privacy/">Privacy</a>'
    deep = lead_to_own_pages(foot, PurePosixPath("plays/waiting/the-check-in/index.html"))
    assert deep == '<a href="../../../local/privacy/">Privacy</a>'
    home = lead_to_own_pages(foot, PurePosixPath("index.html"))
    assert home == '<a href="local/privacy/">Privacy</a>'


NOT_FOUND = (
    "<html><head><title>After the interview</title></head>"
    '<body dir="ltr"><nav><a href="/plays/">The way</a></nav><h1>404 - Not found</h1></body></html>'
)


def test_where_the_sites_address_is_unknown_the_page_for_nothing_needs_no_other_file(
    tmp_path: Path,
) -> None:
    (tmp_path / "404.html").write_text(NOT_FOUND)
    mended = mend_page(tmp_path, tmp_path / "404.html", "")
    assert "cut the address down to where After the interview begins" in mended
    assert '<meta name="color-scheme" content="light dark">' in mended
    assert "href=" not in mended.partition("<body")[2]


def test_where_the_sites_address_is_known_the_page_for_nothing_keeps_its_menu(
    tmp_path: Path,
) -> None:
    (tmp_path / "404.html").write_text(NOT_FOUND)
    mended = mend_page(tmp_path, tmp_path / "404.html", "https://example.edu/guide/")
    assert '<a href="/plays/">The way</a>' in mended
    assert '<a href="/guide/">Start from the first page</a>' in mended
    assert "<title>This page isn't here - After the interview</title>" in mended
    assert "404 - Not found" not in mended


def test_the_foot_of_the_page_for_nothing_leads_into_the_folder_of_the_site(tmp_path: Path) -> None:
    foot = '<a data-page="about/licences/" href="/about/licences/">MIT</a></body>'
    (tmp_path / "404.html").write_text(NOT_FOUND.replace("</body>", foot))
    mended = mend_page(tmp_path, tmp_path / "404.html", "https://example.edu/guide/")
    assert '<a href="/guide/about/licences/">MIT</a>' in mended


def test_the_themes_icons_have_a_size_where_its_style_sheet_does_not_come() -> None:
    drawn = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24"><path d="M1 1"/></svg>'
    own = '<svg viewBox="0 0 680 176" role="img"></svg>'
    sized = drawn.replace('24 24">', '24 24" width="24" height="24">')
    assert mend(f"<body>{drawn}{own}{drawn}</body>") == f"<body>{sized}{own}{sized}</body>"
