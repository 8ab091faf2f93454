"""Style sheets: what computes is fine, and what loads anything but a file of its own isn't."""

from pathlib import Path

import pytest

from publish.site.markup import OWN
from publish.site.styles import find_css_faults, list_addresses, put_pictures_in

FINE = [
    ".a > .b:not(.c), td:nth-child(2n + 1) { color: rgb(1 2 3 / 50%); width: calc(1px + var(--x)) }",
    "@media (min-width: 40em) and (not (print)) { .a { color: red } }",
    "@supports (display: grid) { .a { display: grid } }",
    "@font-face { font-family: X; src: url(x.woff2) format('woff2') }",
    ".a { background: url('plan.svg'), url(\"a/b.png\"), url( c.png ), linear-gradient(red, blue) }",
    "@keyframes x { from { opacity: 0 } } @page { margin: 1cm }",
    "/* @import 'https://x.test'; url(https://x.test) */ .a::before { content: '@import \\201c url(x)' }",
    ".\\31 0 { color: red }",
    "",
]


@pytest.mark.parametrize("css", FINE)
def test_what_people_write_is_fine(css: str) -> None:
    assert list(find_css_faults(css, OWN)) == []


HOSTILE = [
    "@import 'https://x.test/a.css';",
    "@import url(//x.test/a.css);",
    "@IMPORT 'a.css';",
    "@im\\70ort 'a.css';",
    "@\\69mport 'a.css';",
    "<!-- @import 'a.css'; -->",
    "a { background: url(https://x.test/a) }",
    "a { background: URL('//x.test/a') }",
    "a { background: u\\72l(//x.test/a) }",
    "a { background: \\75rl(//x.test/a) }",
    "a { background: \\000075 rl('//x.test/a') }",
    "a { background: url(/\\\\x.test/a) }",
    "a { background: url(\\/\\/x.test/a) }",
    "a { background: url('ht\\a tps://x.test/a') }",
    "a { background: url(data:text/html,x) }",
    "a { background: url('data:image/svg+xml,x') }",
    "a { background: url(javascript:go()) }",
    "a { background: url(a.png }",
    "a { background: url(a b.png) }",
    "a { background: url('a.png' x) }",
    "a { background: url() url('https://x.test') }",
    "a { background: image-set('https://x.test/a' 1x) }",
    "a { background: -webkit-image-set(url(https://x.test/a) 1x) }",
    "a { background: image('https://x.test/a') }",
    "a { background: cross-fade(url(https://x.test/a), red) }",
    "a { background: src('https://x.test/a') }",
    "a { background: var(--x, url(https://x.test/a)) }",
    "a { --x: url(https://x.test/a) }",
    "a { background: element(#x) }",
    "a { width: expression(go()) }",
    "a { -moz-binding: url(https://x.test/a#b) }",
    "a { behavior: url(https://x.test/a.htc) }",
    "a { filter: url(https://x.test/a.svg#b) }",
    "a { filter: progid:DXImageTransform.Microsoft.AlphaImageLoader(src='https://x.test') }",
    "@namespace url(https://x.test);",
    "@font-face { src: url(https://x.test/a) }",
    "@document url(https://x.test) { a { color: red } }",
    "@charset 'utf-7';",
    "a { width: " + "calc(" * 5000,
    "a[b] { content: '\n' }",
    "a { } }",
    "a { color: 'red",
]


@pytest.mark.parametrize("css", HOSTILE)
def test_what_loads_or_is_misread_is_refused_with_its_line(css: str) -> None:
    (line, reason), *_ = find_css_faults(f".first {{ color: red }}\n{css}", OWN)
    assert line in (1, 2, 3)
    assert reason


NAMES_A_PICTURE = [
    ".a:checked { background: url(plan.png) }",
    ".a:focus-within { cursor: url('plan.png'), auto }",
    '[value^=a] { background: URL( "plan.png" ) }',
    "@media (min-width: 40em) { .a { --x: url(plan.png) } }",
    "@font-face { font-family: X; src: url(plan.png); unicode-range: U+61 }",
    "#note-thanks { list-style: u\\72l(./plan.png) }",
]


@pytest.mark.parametrize("css", NAMES_A_PICTURE)
def test_a_centres_style_sheet_loads_nothing_whatever_its_rules_depend_on(
    tmp_path: Path, css: str
) -> None:
    local = tmp_path / "local"
    local.mkdir()
    (local / "plan.png").write_bytes(b"\x89PNG")
    sheet = local / "Own.CSS"
    sheet.write_text(css, encoding="utf-8")
    assert list(put_pictures_in(local)) == []
    written = sheet.read_text(encoding="utf-8")
    [(_, address)] = list_addresses(written)
    assert address == "data:image/png;base64,iVBORw=="  # printf '\x89PNG' | base64
    assert "plan.png" not in written


@pytest.mark.parametrize("address", ["x.woff2", "plan.pdf", "../assets/plan.png", "/plan.png"])
def test_what_cannot_stand_in_a_style_sheet_stops_the_seal(tmp_path: Path, address: str) -> None:
    local = tmp_path / "local"
    local.mkdir()
    (local / "own.css").write_text(f"a {{ background: url({address}) }}", encoding="utf-8")
    assert list(put_pictures_in(local)) == [
        f"local/own.css: the styles ask for '{address}'; leave that out"
    ]
