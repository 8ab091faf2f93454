import re
from pathlib import Path

import pytest

from publish.markup import list_css_loads, read_markup
from publish.seal import seal, write_policy

THEMES_SCRIPT = (
    "var target=document.getElementById(location.hash.slice(1));"
    'target&&target.name&&(target.checked=target.name.startsWith("__tabbed_"))'
)
HEAD = '<!doctype html>\n<html>\n<head>\n<meta charset="utf-8">\n<title>T</title>\n'


def write_site(site: Path, head: str = "", body: str = "", css: str = "") -> Path:
    (site / "assets").mkdir(parents=True)
    (site / "assets/site.css").write_text(css or "p { color: black }")
    (site / "assets/site.js").write_text("alert(1)")
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


@pytest.mark.parametrize(
    "tag",
    [
        '<a href="javascript:alert(1)">',
        '<a href="javascript&colon;alert(1)">',
        '<a class="x" ping="/seen">',
        '<p style="color: red">',
        '<li onclick="go()">',
        '<button class="x" formaction="/away">',
        '<input type="image" src="x.png">',
        '<div class="x"\n onload="go()">',
        "<span class='x' onclick='go()'>",
    ],
)
def test_a_tag_that_can_do_harm_is_read_among_those_that_cannot(tag: str) -> None:
    around = '<ul class="a">\n<li><a href="../b/#c">x</a></li></ul>\n<script>"<li>"</script>\n{}'
    read, alone = read_markup(around.format(tag)), read_markup(tag)
    assert (read.unsafe, [load.address for load in read.loads]) == (
        alone.unsafe,
        [load.address for load in alone.loads],
    )
    assert alone.unsafe or alone.loads
    assert read.scripts == ['"<li>"']


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
        "index.html: <script> with a script inside the page: put the script into a file"
    ]


def test_hash_is_of_the_script_byte_for_byte() -> None:
    script = "\n  if (a < b && c) document.write('<b>é</b>')\n"
    markup = read_markup(f"<head><script>{script}</script></head>")
    assert markup.scripts == [script]


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
    assert html.index("charset") < html.index("Content-Security-Policy") < html.index("<title>")


def test_block_of_data_is_not_code() -> None:
    markup = read_markup('<head></head><script type="application/json">{"a": 1}</script>')
    assert markup.scripts == []


FOREIGN = [
    '<script src="https://cdn.test/a.js"></script>',
    '<script src="//cdn.test/a.js"></script>',
    '<link rel="stylesheet" href="https://fonts.test/css">',
    '<link rel="preconnect" href="https://fonts.test">',
    '<link rel="dns-prefetch" href="//fonts.test">',
    '<link rel="icon" href="https://cdn.test/i.png">',
    '<img src="https://cdn.test/i.png">',
    '<img src="i.png" srcset="i.png 1x, https://cdn.test/i2.png 2x">',
    '<img alt="a <b>bold</b> picture" src="https://cdn.test/i.png">',
    "<img alt='a <b>bold</b> picture' src='https://cdn.test/i.png'>",
    '<!-- <b>bold</b> --><img src="https://cdn.test/i.png">',
    '<video poster="https://cdn.test/i.png"></video>',
    '<svg><image href="https://cdn.test/i.png"/></svg>',
    '<form action="https://cdn.test/post"></form>',
    '<a href="two/" ping="https://cdn.test/seen">x</a>',
    '<script src="data:text/javascript,alert(1)"></script>',
]


@pytest.mark.parametrize("tag", FOREIGN)
def test_request_to_another_host_is_refused_and_named(tmp_path: Path, tag: str) -> None:
    page = write_site(tmp_path, body=tag)
    before = page.read_text()
    assert "index.html: <" in (said := complaints(tmp_path))
    assert "asks another host" in said
    assert page.read_text() == before


UNSAFE = [
    '<iframe src="https://video.test"></iframe>',
    '<base href="https://cdn.test/">',
    '<p style="color: red">x</p>',
    "<style>p { color: red }</style>",
    '<button onclick="go()">x</button>',
    '<a href="javascript:go()">x</a>',
    '<meta http-equiv="refresh" content="0; url=https://x.test">',
]


@pytest.mark.parametrize("tag", UNSAFE)
def test_what_the_policy_blocks_is_found_at_build_time(tmp_path: Path, tag: str) -> None:
    write_site(tmp_path, body=tag)
    assert "index.html: <" in complaints(tmp_path)


@pytest.mark.parametrize(
    "css",
    [
        '@import "https://fonts.test/a.css";',
        "@import url(//fonts.test/a.css);",
        "p { background: url('https://cdn.test/i.png') }",
        "@font-face { src: url(https://fonts.test/a.woff2) }",
    ],
)
def test_style_sheet_that_asks_another_host_is_refused(tmp_path: Path, css: str) -> None:
    write_site(tmp_path, css=css)
    assert "assets/site.css: asks another host" in complaints(tmp_path)


def test_picture_within_a_style_sheet_and_an_address_in_a_comment_are_fine() -> None:
    css = "/* url(https://x.test) */ p { background: url(data:image/svg+xml,x) }"
    assert list(list_css_loads(css)) == ["data:image/svg+xml,x"]


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
        body='<script type="module" src="assets/site.js"></script>',
    )
    seal(tmp_path)
    html = page.read_text()
    # printf 'alert(1)' | openssl dgst -sha256, as hex and as base64
    mark = "sha256-bhHHL3z2vDgxUt0W3dWQOrprscmda2Y5pLsLg4GF+pI="
    tag = f'<script type="module" src="assets/site.js?v=6e11c72f" integrity="{mark}"></script>'
    assert tag in html
    assert re.search(r'href="assets/site\.[0-9a-f]{12}\.css" integrity="sha256-[^"]{44}">', html)


def test_page_not_found_is_pinned_through_the_path_that_the_site_is_served_at(
    tmp_path: Path,
) -> None:
    page = write_site(tmp_path, body='<script src="/closing-playbook/assets/site.js"></script>')
    seal(tmp_path)
    assert "/closing-playbook/assets/site.js?v=" in page.read_text()


def test_script_that_is_not_in_the_site_stops_the_seal(tmp_path: Path) -> None:
    write_site(tmp_path, body='<script src="assets/gone.js"></script>')
    assert "assets/gone.js isn't in the site" in complaints(tmp_path)


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
