import re
from pathlib import Path

import pytest

from publish.site.seal import seal, write_policy

THEMES_SCRIPT = (
    "var target=document.getElementById(location.hash.slice(1));"
    'target&&target.name&&(target.checked=target.name.startsWith("__tabbed_"))'
)
HEAD = '<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>T</title>\n'


def write_site(site: Path, head: str = "", body: str = "", css: str = "") -> Path:
    (site / "assets/javascripts").mkdir(parents=True)
    (site / "assets/site.css").write_text(css or "p { color: black }")
    (site / "assets/javascripts/site.js").write_text("alert(1)")
    (site / "index.html").write_text(f"{HEAD}{head}</head>\n<body>\n{body}\n</body></html>\n")
    return site / "index.html"


def complaints(site: Path) -> str:
    with pytest.raises(SystemExit) as stopped:
        seal(site)
    return str(stopped.value.code)


def read_policy(html: str) -> dict[str, str]:
    match = re.search(r'Content-Security-Policy" content="([^"]*)"', html)
    assert match
    return dict(rule.split(" ", 1) for rule in match[1].split("; "))


def test_a_script_of_the_theme_runs_by_its_hash(tmp_path: Path) -> None:
    page = write_site(tmp_path, body=f"<script>{THEMES_SCRIPT}</script>")
    seal(tmp_path)
    policy = read_policy(page.read_text())
    # printf '%s' 'var target=…' | openssl dgst -sha256 -binary | base64
    assert policy["script-src"] == (
        "'self' blob: 'wasm-unsafe-eval' 'sha256-/8wPdzX9q0NNJXyA5lzsLojXFpkeaXVxhbfkUOQaWy8='"
    )


@pytest.mark.parametrize(
    "script",
    [
        'document.title = "PWNED"',
        f"{THEMES_SCRIPT};alert(1)",
        '__md_scope=new URL("..",alert(1),"")',
    ],
)
def test_a_script_inside_a_page_that_is_not_the_themes_is_refused(
    tmp_path: Path, script: str
) -> None:
    write_site(tmp_path, body=f"<article>Hello <script>{script}</script></article>")
    assert complaints(tmp_path).splitlines()[1:] == [
        "index.html: <script> with a script inside the page that isn't the theme's"
    ]


def test_policy_starts_from_nothing() -> None:
    policy = dict(rule.split(" ", 1) for rule in write_policy([]).split("; "))
    assert policy["default-src"] == "'none'"
    assert policy["connect-src"] == policy["style-src"] == "'self'"
    assert policy["form-action"] == policy["base-uri"] == "'none'"
    assert "unsafe-inline" not in " ".join(policy.values())


def test_policy_comes_before_anything_that_it_governs(tmp_path: Path) -> None:
    page = write_site(tmp_path, head='<link rel="stylesheet" href="assets/site.css">')
    seal(tmp_path)
    html = page.read_text()
    assert '<head><meta http-equiv="Content-Security-Policy"' in html
    assert html.index("Content-Security-Policy") < html.index("charset") < 1024


def test_a_page_may_lead_on_to_another_of_the_site_from_its_head(tmp_path: Path) -> None:
    on = '<meta http-equiv="refresh" content="0; url=../../new/name/">'
    page = write_site(tmp_path, head=on)
    seal(tmp_path)
    assert on in page.read_text()


def test_nothing_in_its_body_leads_a_page_on(tmp_path: Path) -> None:
    write_site(tmp_path, body='<meta http-equiv="refresh" content="0; url=../other/">')
    with pytest.raises(SystemExit, match="stands outside of its <head>"):
        seal(tmp_path)


@pytest.mark.parametrize(
    "where",
    [
        "https://x.test/",
        "//host/",
        "//x.test/",
        "/elsewhere/",
        "..//x.test/",
        "../a/?q=1",
        "../a/;b",
        "x:y/",
    ],
)
def test_a_page_leads_nowhere_else_by_itself(tmp_path: Path, where: str) -> None:
    write_site(tmp_path, head=f'<meta http-equiv="refresh" content="0; url={where}">')
    with pytest.raises(SystemExit, match="refresh"):
        seal(tmp_path)


def test_block_of_data_is_not_code(tmp_path: Path) -> None:
    page = write_site(tmp_path, body='<script type="application/json">{"a": 1}</script>')
    seal(tmp_path)
    assert "sha256-" not in read_policy(page.read_text())["script-src"]


FOREIGN = [
    '<script src="https://cdn.test/a.js"></script>',
    '<script src="//cdn.test/a.js"></script>',
    '<script src="data:text/javascript,alert(1)"></script>',
    '<link rel="stylesheet" href="https://fonts.test/css">',
    '<link rel="icon" href="https://cdn.test/i.png">',
    '<img src="https://cdn.test/i.png">',
    '<img alt="a <b>bold</b> picture" src="https://cdn.test/i.png">',
    "<img alt='a <b>bold</b> picture' src='https://cdn.test/i.png'>",
    '<!-- <b>bold</b> --><img src="https://cdn.test/i.png">',
    '<img src="/\\cdn.test/i.png">',
    '<img src="ht&#10;tps://cdn.test/i.png">',
]


@pytest.mark.parametrize("tag", FOREIGN)
def test_request_to_another_host_is_refused_and_named(tmp_path: Path, tag: str) -> None:
    page = write_site(tmp_path, body=tag)
    before = page.read_text()
    assert "index.html: <" in (refused := complaints(tmp_path))
    assert "asks another host" in refused
    assert page.read_text() == before


STRANGE = [
    '<a href="https://a.test/" target="_blank" rel="opener">a</a>',
    '<a href="https://a.test/" target="top_frame">a</a>',
    '<link rel="preconnect" href="https://fonts.test">',
    '<link rel="dns-prefetch" href="//fonts.test">',
    '<link rel="preload" href="a.js" imagesrcset="https://cdn.test/i.png">',
    '<link rel="import" href="a.html">',
    '<img src="i.png" srcset="i.png 1x, https://cdn.test/i2.png 2x">',
    '<video poster="https://cdn.test/i.png"></video>',
    "<audio></audio>",
    '<svg><image href="https://cdn.test/i.png"/></svg>',
    '<svg><script href="data:,alert(1)"></script></svg>',
    "<svg><foreignObject></foreignObject></svg>",
    "<math><mi>x</mi></math>",
    '<form action="https://cdn.test/post"></form>',
    '<button formaction="/away">x</button>',
    '<a href="two/" ping="https://cdn.test/seen">x</a>',
    '<iframe src="https://video.test"></iframe>',
    '<iframe srcdoc="x"></iframe>',
    '<object data="a.svg"></object>',
    '<embed src="a.svg">',
    '<base href="https://cdn.test/">',
    '<p style="color: red">x</p>',
    "<style>p { color: red }</style>",
    '<button onclick="go()">x</button>',
    '<li\nonclick="go()">x</li>',
    '<a href="javascript:go()">x</a>',
    '<a href="javascript&colon;go()">x</a>',
    '<a href="java&#9;script:go()">x</a>',
    '<meta http-equiv="refresh" content="0; url=https://x.test">',
    '<META HTTP-EQUIV=" ReFresh" content="0">',
    '<meta http-equiv="refresh" content="0" http-equiv="x">',
    "<script src='assets/javascripts/site.js' src='https://cdn.test/a.js'></script>",
    "<script type='text/jscript'>go()</script>",
    "<script type='importmap'>{}</script>",
    "<script type='module'>go()</script>",
    "<template shadowrootmode='open'><b>x</b></template>",
    "<noscript><meta http-equiv='refresh' content='0'></noscript>",
    "<noscript><meta http-equiv='refresh' content='0; url=../other/'></noscript>",
    "<noscript><iframe></iframe></noscript>",
    "<plaintext>",
    "<xmp>x</xmp>",
    "<h:meta></h:meta>",
    "<marquee>x</marquee>",
    "<div>",
    "</div>",
]


@pytest.mark.parametrize("tag", STRANGE)
@pytest.mark.parametrize("place", ["head", "body"])
def test_what_no_page_here_has_is_refused(tmp_path: Path, tag: str, place: str) -> None:
    write_site(tmp_path, **{place: tag})
    assert "index.html: " in complaints(tmp_path)


SECOND_HEADS = [
    "<meta charset='utf-8'>",
    "<head>",
    "<head></head>",
    "<HEAD\n>",
    "<html><head>",
    "<!-- <head> --><meta charset=utf-8>",
    "</head><head>",
    "<svg><head></head></svg>",
]


@pytest.mark.parametrize("tag", SECOND_HEADS)
def test_a_second_head_is_refused(tmp_path: Path, tag: str) -> None:
    page = write_site(tmp_path, body=f"<p>Hello</p>{tag}")
    before = page.read_text()
    assert "index.html: " in complaints(tmp_path)
    assert page.read_text() == before


def test_a_head_in_a_comment_is_none(tmp_path: Path) -> None:
    page = write_site(tmp_path, body="<!-- <head><meta charset='utf-8'> --><p>Hello</p>")
    seal(tmp_path)
    assert page.read_text().index("<head><meta http-equiv") < 40


@pytest.mark.parametrize(
    "start",
    [
        "<!-- <head> -->",
        "x<html><head>",
        "<p>before</p>",
        "<title><head></title>",
        "<script>x='<head>'</script>",
    ],
)
def test_a_page_that_begins_with_anything_else_is_refused(tmp_path: Path, start: str) -> None:
    page = write_site(tmp_path)
    page.write_text(page.read_text().replace("<!doctype html>", f"<!doctype html>{start}"))
    assert "index.html: its policy doesn't stand first in its <head>" in complaints(tmp_path)


def test_an_encoding_that_stands_too_late_is_refused(tmp_path: Path) -> None:
    page = write_site(tmp_path)
    html = page.read_text().replace('<meta charset="utf-8">', f"<title>{'x' * 999}</title>{{}}")
    page.write_text(html.replace("{}", '<meta charset="utf-8">'))
    assert "in its first 1024 bytes" in complaints(tmp_path)


@pytest.mark.parametrize(
    "name",
    [
        "old.htm",
        "old.xhtml",
        "old.HTML",
        "feed.xml",
        "local/own.js",
        "local/own.mjs",
        "own.wasm",
        "page.md",
        "page.html.bak",
        "a.zip",
        "a.swf",
        "a.svgz",
        "a.shtml",
        "noending",
    ],
)
def test_a_file_of_another_kind_is_refused(tmp_path: Path, name: str) -> None:
    write_site(tmp_path)
    (tmp_path / "local").mkdir()
    (tmp_path / name).write_text("<script>alert(1)</script>")
    assert f"{name}: a file of this kind has no place in the site" in complaints(tmp_path)


def test_a_picture_that_runs_is_refused(tmp_path: Path) -> None:
    write_site(tmp_path)
    svg = '<svg xmlns="http://www.w3.org/2000/svg"><script>alert(1)</script></svg>'
    (tmp_path / "a.svg").write_text(svg)
    assert "a.svg: <script> can't stand in a picture" in complaints(tmp_path)


@pytest.mark.parametrize(
    "css",
    [
        '@import "https://fonts.test/a.css";',
        "@import url(//fonts.test/a.css);",
        "p { background: url('https://cdn.test/i.png') }",
        "@font-face { src: url(https://fonts.test/a.woff2) }",
        "p { background: u\\72l(//cdn.test/i.png) }",
        'p { background: image-set("https://cdn.test/i.png" 1x) }',
        "p { background: url(/\\\\cdn.test/i.png) }",
    ],
)
def test_style_sheet_that_asks_another_host_is_refused(tmp_path: Path, css: str) -> None:
    write_site(tmp_path, css=css)
    assert "assets/site.css: " in complaints(tmp_path)


def test_picture_within_a_style_sheet_and_an_address_in_a_comment_are_fine(tmp_path: Path) -> None:
    css = "/* url(https://x.test) */ p { background: url(data:image/png;base64,AA) }"
    write_site(tmp_path, css=css)
    assert seal(tmp_path) == 1


def test_plain_link_to_another_site_is_fine(tmp_path: Path) -> None:
    write_site(
        tmp_path,
        head='<link rel="canonical" href="https://playbook.test/">',
        body='<a href="https://source.test">source</a><img src="data:image/png;base64,AA">',
    )
    assert seal(tmp_path) == 1


def test_own_files_are_pinned_and_their_address_changes_with_them(tmp_path: Path) -> None:
    page = write_site(
        tmp_path,
        head='<link rel="stylesheet" href="assets/site.css">',
        body='<script type="module" src="assets/javascripts/site.js"></script>',
    )
    seal(tmp_path)
    html = page.read_text()
    # printf 'alert(1)' | openssl dgst -sha256, as hex and as base64
    pin = "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI="
    tag = f'<script type="module" src="assets/javascripts/site.js?v=6e11c72f" integrity="{pin}"></script>'
    assert tag in html
    assert re.search(r'href="assets/site\.[0-9a-f]{12}\.css" integrity="sha256-[^"]{44}">', html)


def test_page_not_found_is_pinned_through_the_path_that_the_site_is_served_at(
    tmp_path: Path,
) -> None:
    page = write_site(
        tmp_path, body='<script src="/closing-playbook/assets/javascripts/site.js"></script>'
    )
    seal(tmp_path)
    assert "/closing-playbook/assets/javascripts/site.js?v=" in page.read_text()


def test_script_that_is_not_in_the_site_stops_the_seal(tmp_path: Path) -> None:
    write_site(tmp_path, body='<script src="assets/gone.js"></script>')
    assert "index.html: assets/gone.js isn't in the site" in complaints(tmp_path)


@pytest.mark.parametrize(
    "tag",
    [
        "<script src='assets/javascripts/site.js'></script>",
        "<link rel='stylesheet' href='assets/site.css'>",
        '<link REL="stylesheet" href="assets/site.css">',
        '<script src="assets/javascripts/site.js" integrity="sha256-x"></script>',
        '<script src="assets/javascripts/site.js">alert(1)</script>',
    ],
)
def test_a_file_without_its_hash_is_refused(tmp_path: Path, tag: str) -> None:
    write_site(tmp_path, body=tag)
    assert "index.html: " in complaints(tmp_path)


def test_sealed_site_is_not_sealed_twice(tmp_path: Path) -> None:
    write_site(tmp_path)
    seal(tmp_path)
    assert "sealed already" in complaints(tmp_path)


def test_folder_without_a_page_is_not_a_site(tmp_path: Path) -> None:
    assert "there is no page" in complaints(tmp_path)


def test_headers_repeat_the_policy_and_let_others_embed_a_tool(tmp_path: Path) -> None:
    write_site(tmp_path, body=f"<script>{THEMES_SCRIPT}</script>")
    seal(tmp_path)
    headers = (tmp_path / "_headers").read_text()
    assert headers.startswith("/*\n  Content-Security-Policy: default-src 'none'; ")
    assert "X-Content-Type-Options: nosniff" in headers
    assert "Referrer-Policy: no-referrer" in headers
    assert "Permissions-Policy: camera=()" in headers
    assert "frame-ancestors" not in headers


def test_a_folder_that_is_built_into_again_may_hold_what_servers_read(tmp_path: Path) -> None:
    write_site(tmp_path)
    for name in ("_headers", ".htaccess", "web.config"):
        (tmp_path / name).write_text("of the build before")
    assert seal(tmp_path) == 1
    assert "of the build before" not in (tmp_path / ".htaccess").read_text()


def test_a_theme_whose_search_is_not_the_known_one_is_sealed_with_a_warning(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    page = write_site(tmp_path)
    bundle = tmp_path / "assets/javascripts/bundle.12345678.min.js"
    bundle.write_text("new Worker('search.js')")
    assert seal(tmp_path) == 1
    assert bundle.read_text() == "new Worker('search.js')"
    assert "Warning: the search starts as the theme starts it" in capsys.readouterr().err
    assert read_policy(page.read_text())["worker-src"] == "blob: 'self'"


def test_packages_may_be_loaded_by_any_page_and_lie_in_their_folder_only(tmp_path: Path) -> None:
    write_site(tmp_path)
    (tmp_path / "pyodide").mkdir()
    (tmp_path / "pyodide/rules-1-py3-none-any.whl").write_bytes(b"PK")
    seal(tmp_path)
    headers = (tmp_path / "_headers").read_text()
    assert "/pyodide/*\n  Access-Control-Allow-Origin: *\n" in headers
    other = tmp_path / "other"
    write_site(other)
    (other / "rules-1-py3-none-any.whl").write_bytes(b"PK")
    assert "rules-1-py3-none-any.whl: a file of this kind has no place" in complaints(other)


def test_a_centres_pictures_may_end_in_capitals_and_are_built_into_its_style_sheets(
    tmp_path: Path,
) -> None:
    write_site(tmp_path)
    (tmp_path / "local").mkdir()
    (tmp_path / "local/PLAN.PNG").write_bytes(b"\x89PNG")
    (tmp_path / "local/own.css").write_text(".a:checked { background: url(PLAN.PNG) }")
    assert seal(tmp_path) == 1
    written = (tmp_path / "local/own.css").read_text()
    assert written == ".a:checked { background: url(data:image/png;base64,iVBORw==) }"
