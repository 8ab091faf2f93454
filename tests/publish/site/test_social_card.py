import struct
import zlib
from pathlib import Path, PurePosixPath

from publish.site.social_card import describe, draw, read_address

PAGE = """<html><head><link rel="canonical" href="https://example.edu/guide/">
<meta name="description" content="When to write &amp; to whom.">
<title>The check-in - After the interview</title></head>
<body><a href="../" title="After the interview" class="md-header__button md-logo">x</a></body></html>"""
PLACE = PurePosixPath("plays/waiting/the-check-in/index.html")
COLOURS = {
    "paper": "#fbf9f4",
    "accent": "#1f5a52",
    "line": "#dddddd",
    **{f"phase_{number}": "#5b4a8a" for number in range(1, 6)},
}


def test_a_card_has_the_pages_title_words_address_and_the_centres_picture(tmp_path: Path) -> None:
    (tmp_path / "assets/brand").mkdir(parents=True)
    (tmp_path / "assets/brand/social-card.png").touch()
    (tmp_path / "assets/social-card.png").touch()
    page = describe(PAGE, tmp_path, PLACE, "https://example.edu/guide/")
    at = "https://example.edu/guide/"
    for tag in (
        '<meta property="og:title" content="The check-in - After the interview">',
        '<meta property="og:site_name" content="After the interview">',
        '<meta property="og:description" content="When to write &amp; to whom.">',
        f'<meta property="og:url" content="{at}plays/waiting/the-check-in/">',
        f'<meta property="og:image" content="{at}assets/brand/social-card.png">',
        '<meta name="twitter:card" content="summary_large_image">',
    ):
        assert tag in page


def test_without_an_address_a_card_has_words_and_no_picture(tmp_path: Path) -> None:
    (tmp_path / "assets").mkdir()
    (tmp_path / "assets/social-card.png").touch()
    page = describe(PAGE, tmp_path, PLACE, "")
    assert "og:title" in page
    assert '<meta name="twitter:card" content="summary">' in page
    assert "og:image" not in page
    assert "og:url" not in page


def test_the_address_of_a_site_is_what_its_first_page_says(tmp_path: Path) -> None:
    assert read_address(tmp_path) == ""
    (tmp_path / "index.html").write_text(PAGE)
    assert read_address(tmp_path) == "https://example.edu/guide/"


def test_the_picture_drawn_for_a_centre_has_its_colours_where_they_belong() -> None:
    png = draw(COLOURS)
    assert png[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", png[16:24]) == (1200, 630)
    assert len(png) < 20_000
    palette_at = png.index(b"PLTE") + 4
    palette = [png[palette_at + 3 * n : palette_at + 3 * n + 3].hex() for n in range(8)]
    assert palette[:3] == ["fbf9f4", "1f5a52", "dddddd"]
    start = png.index(b"IDAT")
    length = struct.unpack(">I", png[start - 4 : start])[0]
    rows = zlib.decompress(png[start + 4 : start + 4 + length])
    pixel = [rows[y * 1201 + 1 + x] for x, y in ((0, 0), (600, 629), (160, 400), (600, 380))]
    assert pixel == [1, 0, 3, 5]  # the bar, the paper, the first stop, the third
