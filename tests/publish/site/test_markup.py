"""What counts as read alike: cases by hand from the HTML standard's rules for parsing."""

import pytest

from publish.site.markup import LINK, OWN, read_markup, read_words


def misread(body: str) -> list[str]:
    return read_words(body).misread


@pytest.mark.parametrize(
    "body",
    [
        "<p>a &amp; b &lt; c</p>",
        "<ul><li>a</li><li>b<ul><li>c</li></ul></li></ul>",
        "<table><tr><td>a</td></tr></table>",
        "<table><tbody><tr><td>a</td></tr></tbody></table>",
        "<p>a<br>b<img src='x.png' alt=''></p>",
        "<!-- looked at on 3 May 2027 --><p>a</p>",
        "<!-- a -- b --><p>a</p>",
        "<p title='<script>'>a</p>",
        "<pre><code>&lt;script&gt;</code></pre>",
        "<svg><path d='M0 0'/></svg>",
        "<p>a\ufeffb</p>",
        "<p>AT&T; and ©</p>",
        "<script>if (a < b) document.write('<p>')</script>",
        "<dl><dt>a</dt><dd>b</dd></dl>",
    ],
)
def test_what_is_well_formed_is_read_as_it_is_written(body: str) -> None:
    assert misread(body) == []


@pytest.mark.parametrize(
    "body",
    [
        # one attribute twice: the first counts to a browser, the last to others
        "<p title='a' title='b'>x</p>",
        # comments that end sooner or later than they seem to
        "<!--><b>x</b>-->",
        "<!---><b>x</b>-->",
        "<!-- a --!><b>x</b>-->",
        "<!-- a <!-- b --> c -->",
        "<!-- a",
        "<!-x>",
        "<?xml version='1.0'?>",
        "<?php echo '>' ?>",
        "<![CDATA[<b>x</b>]]>",
        "</ x>",
        "<!doctype html>",
        # tags that a browser closes, moves or passes over
        "<p>a<p>b</p></p>",
        "<p><div>a</div></p>",
        "<b><p>a</b></p>",
        "<a href='x'>a<a href='y'>b</a></a>",
        "<ul><li>a</ul>",
        "<div>a",
        "</div>",
        "</p>",
        "<br></br>",
        "<p/>a",
        "<table><p>a</p></table>",
        "<table><img src='x'></table>",
        "<svg><p>a</p></svg>",
        "<svg><style><img src='x'></style></svg>",
        "<math><mtext><table><mglyph></mglyph></table></mtext></math>",
        "<form><form></form></form>",
        "<select><select></select></select>",
        "<image src='x'>",
        "<plaintext>a",
        "<noscript><p title='</noscript><img src=x>'></p></noscript>",
        "<head></head>",
        "<body class='x'>",
        "</body><p>a</p>",
        "</html><p>a</p>",
        "<frameset></frameset>",
        "<div>" * 5000 + "</div>" * 5000,
        # letters that a browser drops or takes for others
        "<p>\0</p>",
        "<p>\x01</p>",
        "<a href='x'title='y'>a</a>",
        '<a href=x"y>a</a>',
        "<a href='x",
    ],
)
def test_what_a_browser_mends_is_said(body: str) -> None:
    assert misread(body) != []


@pytest.mark.parametrize(
    "address",
    ["", "a.png", "../b/#c", "/b/c", "?a=b:c", "#fn:1", "a%20b.png", "x/y:z", "./a b.png"],
)
def test_an_address_of_the_site_itself(address: str) -> None:
    assert OWN.fullmatch(address)


@pytest.mark.parametrize(
    "address",
    [
        "https://x.test",
        "//x.test",
        "/\\x.test",
        "\\\\x.test",
        "\\/x.test",
        "ht\ntps://x.test",
        "/\t/x.test",
        " https://x.test",
        "\x00//x.test",
        "javascript:go()",
        "java\tscript:go()",
        "JAVASCRIPT:go()",
        "data:text/html,x",
        "blob:x",
        "x:y",
    ],
)
def test_an_address_elsewhere_however_it_is_written(address: str) -> None:
    assert not OWN.fullmatch(address)


@pytest.mark.parametrize(
    ("address", "leads"),
    [
        ("https://x.test/a?b#c", True),
        ("HTTP://x.test", True),
        ("mailto:me@x.test?subject=Good day", True),
        ("tel:+15550100", True),
        ("../a/", True),
        ("https:///x.test", False),
        ("https:\\\\x.test", False),
        ("https:x.test", False),
        ("//x.test", False),
        ("vbscript:x", False),
        ("javascript:x", False),
        ("java\nscript:x", False),
        ("data:text/html,x", False),
        ("file:///etc/passwd", False),
    ],
)
def test_where_a_link_may_lead(address: str, *, leads: bool) -> None:
    assert bool(LINK.fullmatch(address)) == leads


@pytest.mark.parametrize("page", ["", "a", "<!doctype html>"])
def test_a_page_of_which_a_browser_makes_up_all_is_misread(page: str) -> None:
    assert "a browser would close or move <html> by itself" in " ".join(read_markup(page).misread)
