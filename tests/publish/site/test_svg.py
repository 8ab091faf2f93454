"""Pictures: what drawing programs export is fine, and nothing that runs or asks for anything is."""

import pytest

from publish.site.svg import find_svg_faults

NS = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'


def faults(inside: str, attributes: str = "", before: str = "") -> list[tuple[int, str]]:
    return list(find_svg_faults(f"{before}<svg {NS} {attributes}>{inside}</svg>".encode()))


FINE = [
    "<path d='M0 0h9v9z' fill='#123' transform='matrix(1 0 0 1 0 0) translate(2,3)'/>",
    "<style>.a { fill: rgb(1,2,3); clip-path: url(#b) } @media print { .a { fill: black } }</style>",
    "<style><![CDATA[.a>.b{fill:url(#c)}]]></style>",
    "<g style='fill:#fff;filter:url(#f)' class='a' id='C:\\a (1).svg'/>",
    "<defs><linearGradient id='a' xlink:href='#b'><stop offset='0' stop-color='red'/></linearGradient></defs>",
    "<use href='#a'/><use xlink:href='#a' x='1'/>",
    "<image width='1' height='1' href='data:image/png;base64,iVBORw0KGgo='/>",
    "<image xlink:href='data:image/jpeg;base64,\n/9j/4AAQ'/>",
    "<text x='1' y='2' font-family=\"'Open Sans'\"><tspan>a</tspan><title>b</title></text>",
    "<filter id='f'><feGaussianBlur in='SourceAlpha' stdDeviation='2'/></filter>",
    "<metadata><r:RDF xmlns:r='http://www.w3.org/1999/02/22-rdf-syntax-ns#'><r:x r:about=''/></r:RDF></metadata>",
    "<n:namedview xmlns:n='http://sodipodi.sourceforge.net/DTD/sodipodi-0.dtd' pagecolor='#fff'/>",
    "<g xmlns:i='http://www.inkscape.org/namespaces/inkscape' i:label='Layer (1)'/>",
    "<!-- made by hand -->",
]


@pytest.mark.parametrize("inside", FINE)
def test_what_drawing_programs_export_is_fine(inside: str) -> None:
    assert faults(inside, 'viewBox="0 0 9 9" xml:space="preserve" version="1.1"') == []


def test_a_declaration_and_a_bom_are_fine() -> None:
    assert faults("", before="<?xml version='1.0' encoding='UTF-8'?>\n") == []
    assert faults("", before="\ufeff") == []


XHTML = "http://www.w3.org/1999/xhtml"
HOSTILE = [
    "<script>alert(1)</script>",
    "<script href='a.js'/>",
    "<SCRIPT>alert(1)</SCRIPT>",
    "<s:script xmlns:s='http://www.w3.org/2000/svg'>alert(1)</s:script>",
    f"<h:script xmlns:h='{XHTML}'>alert(1)</h:script>",
    f"<h:meta xmlns:h='{XHTML}' http-equiv='refresh' content='0;url=https://x.test'/>",
    f"<h:img xmlns:h='{XHTML}' src='https://x.test/a'/>",
    f"<h:link xmlns:h='{XHTML}' rel='stylesheet' href='https://x.test/a'/>",
    f"<h:base xmlns:h='{XHTML}' href='https://x.test/'/>",
    f"<metadata><h:iframe xmlns:h='{XHTML}' src='https://x.test'/></metadata>",
    "<title><script/></title>",
    "<foreignObject><p>x</p></foreignObject>",
    "<iframe src='https://x.test'/>",
    "<handler xmlns='http://www.w3.org/2001/xml-events'>x</handler>",
    "<a href='javascript:go()'><text>x</text></a>",
    "<a xlink:href='https://x.test'/>",
    "<animate attributeName='href' to='javascript:go()'/>",
    "<animate attributeName='href' values='https://x.test/a;b'/>",
    "<set attributeName='href' to='https://x.test/a'/>",
    "<set attributeName='onload' to='go()'/>",
    "<animateTransform onbegin='go()'/>",
    "<discard/>",
    "<feImage href='https://x.test/a'/>",
    "<filter><feImage xlink:href='https://x.test/a'/></filter>",
    "<image href='https://x.test/a.png'/>",
    "<image href='//x.test/a.png'/>",
    "<image href='a.png'/>",
    "<image xlink:href='data:image/svg+xml,x'/>",
    "<image href='data:text/html,x'/>",
    "<image href=' https://x.test/a.png'/>",
    "<use href='https://x.test/a.svg#b'/>",
    "<use xlink:href='a.svg#b'/>",
    "<use href='data:image/svg+xml;base64,AA#b'/>",
    "<use href='ht&#10;tps://x.test'/>",
    "<textPath href='https://x.test#a'/>",
    "<linearGradient href='https://x.test#a'/>",
    "<path fill='url(https://x.test#a)'/>",
    "<path fill='u\\72l(https://x.test#a)'/>",
    "<path filter='url(\"https://x.test#a\")'/>",
    "<path style='fill:url(//x.test#a)'/>",
    "<path style='background:image-set(\"https://x.test/a\" 1x)'/>",
    "<path style='cursor:url(a.cur)'/>",
    "<path mask='src(\"https://x.test\")'/>",
    "<style>@import 'https://x.test/a';</style>",
    "<style>@im\\70ort 'https://x.test/a';</style>",
    "<style>@font-face { font-family: x; src: url(https://x.test/a) }</style>",
    "<style>a { fill: url( 'https://x.test/a' ) }</style>",
    "<style><![CDATA[@import 'https://x.test';]]></style>",
    "<style>@im</style><style>port 'https://x.test'; a { b: url(x) }</style>",
    "<s:style xmlns:s='http://www.w3.org/2000/svg'>@import 'x';</s:style>",
    "<style>@import 'x';<style>a { fill: red }</style></style>",
    "<style><i:style xmlns:i='http://www.serif.com/'/>@import 'x';</style>",
    "<style>a { fill: red }<title>b</title></style>",
    "<style>@im<!-- b -->port 'x';</style>",
    "<path onclick='go()'/>",
    "<path ONCLICK='go()'/>",
    "<path xml:base='https://x.test/'/>",
    "<path e:onclick='go()' xmlns:e='http://www.w3.org/2001/xml-events'/>",
    "<video href='a.mp4'/>",
    "<audio/>",
    "<embed src='x'/>",
    "<object data='x'/>",
    "<color-profile xlink:href='https://x.test'/>",
    "<cursor xlink:href='https://x.test'/>",
    "<font-face-uri xlink:href='https://x.test'/>",
    "<mpath href='https://x.test#a'/>",
    "<?xml-stylesheet href='https://x.test/a.css'?>",
    "<p>",
    "&x;",
]


@pytest.mark.parametrize("inside", HOSTILE)
def test_what_runs_or_asks_is_refused_with_its_line(inside: str) -> None:
    refused = faults(f"\n{inside}\n")
    assert refused
    assert {line for line, _ in refused} <= {2, 3}


@pytest.mark.parametrize(
    "attribute", ["onload='go()'", "onLoad='go()'", "xml:base='https://x.test'"]
)
def test_the_picture_itself_runs_nothing(attribute: str) -> None:
    assert faults("", attribute)


@pytest.mark.parametrize(
    "before",
    [
        "<?xml-stylesheet href='a.css'?>",
        "<?XML-stylesheet href='a.css'?>",
        "<!DOCTYPE svg PUBLIC '-//W3C//DTD SVG 1.1//EN' 'https://x.test/svg11.dtd'>",
        "<!DOCTYPE svg [<!ENTITY x '<script/>'>]>",
        "<!DOCTYPE svg [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>",
        "<!DOCTYPE svg [<!ATTLIST svg onload CDATA 'go()'>]>",
        "<!DOCTYPE svg [<!ENTITY a 'aaaa'><!ENTITY b '&a;&a;&a;'>]>",
    ],
)
def test_nothing_is_declared_or_asked_for_before_the_picture(before: str) -> None:
    (line, reason), *_ = faults("&x;&b;", before=before)
    assert line == 1
    assert reason.startswith("take out ")


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"\x89PNG",
        b"<html></html>",
        b"<svg></svg>",
        b"<svg xmlns='http://www.w3.org/1999/xhtml'/>",
    ],
)
def test_what_is_no_picture_is_said_to_be_none(content: bytes) -> None:
    assert list(find_svg_faults(content))


@pytest.mark.parametrize(
    "encoding", ["Shift_JIS", "GB2312", "Big5", "UTF-7", "idna", "base64", "no-such"]
)
def test_an_encoding_that_cannot_be_read_is_said_in_words(encoding: str) -> None:
    picture = f'<?xml version="1.0" encoding="{encoding}"?><svg {NS}/>'
    [(line, reason)] = find_svg_faults(picture.encode())
    assert line == 1
    assert "export it as a plain SVG" in reason
