"""The files and pages in docs/local/: what is published, and what never is."""

import os
from pathlib import Path

import pytest

from publish.brand.check.complaints import Complaint
from publish.brand.check.everything import check
from tests.publish.brand.test_mistakes import TODAY

LOCAL = "docs/local"
SVG = b'<svg xmlns="http://www.w3.org/2000/svg">%s</svg>'
PNG = b"\x89PNG\r\n\x1a\n"


def find(root: Path) -> list[Complaint]:
    return [each for each in check(root, TODAY)[1] if each.stops]


def put(copy: Path, name: str, content: bytes = b"x") -> list[str]:
    file = copy / name
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_bytes(content)
    return [str(each) for each in find(copy)]


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("plan.svg", SVG % b""),
        ("IMG_0042.JPG", b"\xff\xd8\xff\xe0"),
        ("a room 12.5.2026.png", PNG),
        ("sub/folder/a.webp", b"RIFF\0\0\0\0WEBP"),
        ("a.gif", b"GIF89a"),
        ("übung.pdf", b"%PDF-1.7"),
        ("own.css", b".a { color: red }"),
        (".DS_Store", b"\0"),
        (".hidden/page.html", b"<script>"),
    ],
)
def test_pages_pictures_styles_and_documents_are_fine(
    copy: Path, name: str, content: bytes
) -> None:
    assert put(copy, f"{LOCAL}/{name}", content) == []


@pytest.mark.parametrize(
    ("name", "instead"),
    [
        ("old.htm", "a page is Markdown; its name ends with .md"),
        ("old.html", "a page is Markdown"),
        ("old.HTML", "a page is Markdown"),
        ("old.xhtml", "a page is Markdown"),
        ("old.markdown", "a page is Markdown"),
        (
            "own.js",
            "nothing of your own runs here, so that what a reader types stays on their page",
        ),
        ("own.MJS", "nothing of your own runs here"),
        ("own.wasm", "nothing of your own runs here"),
        ("cv.docx", "save it as a PDF"),
        ("list.xlsx", "save it as a PDF"),
        ("own.woff2", "a font goes into brand/assets/"),
        ("a.xml", "here go only files that end with .md, .css, .gif"),
        ("a.xsl", "here go only"),
        ("a.json", "here go only"),
        ("a.zip", "here go only"),
        ("a.swf", "here go only"),
        ("a.svgz", "here go only"),
        ("a.php", "here go only"),
        ("a.webmanifest", "here go only"),
        ("page.md.txt", "here go only"),
        ("page.html.bak", "here go only"),
        ("CNAME", "here go only"),
    ],
)
def test_any_other_file_is_refused_with_what_to_do(copy: Path, name: str, instead: str) -> None:
    (complaint,) = put(copy, f"{LOCAL}/{name}")
    assert complaint.startswith(f"{LOCAL}/{name}: this can't be published: {instead}")


@pytest.mark.parametrize("name", ["a.png", "a.html.png", "a.jpg", "a.GIF", "a.webp", "a.pdf"])
def test_a_page_with_the_name_of_a_picture_is_refused(copy: Path, name: str) -> None:
    (complaint,) = put(copy, f"{LOCAL}/{name}", b"<script>alert(1)</script>")
    assert (
        f"this is no {name.rpartition('.')[2].upper()} file inside; export it once more"
        in complaint
    )


def test_a_page_in_capitals_is_said_to_be_none(copy: Path) -> None:
    assert put(copy, f"{LOCAL}/Page.MD") == [
        f"{LOCAL}/Page.MD: let its name end with .md, in small letters: else it's no page"
    ]


def test_a_picture_and_a_style_sheet_are_refused_with_their_line(copy: Path) -> None:
    (complaint,) = put(copy, f"{LOCAL}/a.SVG", SVG % b"\n<script/>")
    assert complaint.startswith(
        f"{LOCAL}/a.SVG, line 2: <script> can't stand in a picture; leave it"
    )
    (copy / LOCAL / "a.SVG").unlink()
    assert put(copy, f"{LOCAL}/a.css", b"\n@import 'x';") == [
        f"{LOCAL}/a.css, line 2: '@import' can't stand in styles; leave it out"
    ]


def test_a_style_sheet_names_pictures_beside_it_which_are_built_into_it(copy: Path) -> None:
    put(copy, f"{LOCAL}/rooms/a plan.png", PNG)
    put(copy, f"{LOCAL}/plan.svg", SVG % b"")
    css = b".a:checked { background: url('a%20plan.png'), url(../plan.svg) }"
    assert put(copy, f"{LOCAL}/rooms/own.css", css) == []


@pytest.mark.parametrize(
    ("address", "why"),
    [
        ("own.woff2", "'own.woff2' is no picture. A style sheet takes in pictures alone"),
        ("map.pdf", "'map.pdf' is no picture"),
        ("/feed", "'/feed' is no picture"),
        ("plan.png?checked", "'plan.png?checked' is no picture"),
        ("gone.png", "there is no picture 'gone.png' in docs/local/"),
        ("../assets/mark.svg", "there is no picture '../assets/mark.svg' in docs/local/"),
        ("/assets/mark.svg", "there is no picture '/assets/mark.svg' in docs/local/"),
    ],
)
def test_what_a_style_sheet_would_load_by_itself_is_refused_with_its_line(
    copy: Path, address: str, why: str
) -> None:
    put(copy, f"{LOCAL}/plan.png", PNG)
    css = f".a {{ color: red }}\n.a:checked {{ background: url({address}) }}"
    (complaint,) = put(copy, f"{LOCAL}/own.css", css.encode())
    assert complaint.startswith(f"{LOCAL}/own.css, line 2: {why}")


@pytest.mark.parametrize("name", ["<img src=x>.md", 'a"b.png', "a&b.md", "a\nb.md", "a\\b.md"])
def test_a_name_that_would_be_a_tag_is_refused(copy: Path, name: str) -> None:
    complaints = put(copy, f"{LOCAL}/{name}", PNG if name.endswith("png") else b"# A\n")
    assert any(
        "a name here has letters, numbers, blanks, dots and dashes only" in x for x in complaints
    )


@pytest.mark.parametrize(
    "name",
    [
        "docs/local/a.md",
        "docs/local/a.png",
        "docs/local/sub",
        "brand/slots/play.md",
        "brand/x.toml",
    ],
)
def test_a_link_to_another_place_of_the_machine_is_refused(
    copy: Path, tmp_path: Path, name: str
) -> None:
    secret = tmp_path / "secret"
    secret.mkdir()
    (secret / "a.md").write_text("A secret.")
    (copy / name).symlink_to(secret if name.endswith("sub") else secret / "a.md")
    assert [str(each) for each in find(copy)] == [
        f"{name}: this leads to another place on your disk; put a copy of the file itself here"
    ]


@pytest.mark.parametrize("name", ["brand.yml", "brand", "docs/local"])
def test_the_three_places_are_no_links_either(copy: Path, tmp_path: Path, name: str) -> None:
    (copy / name).rename(tmp_path / "elsewhere")
    (copy / name).symlink_to(tmp_path / "elsewhere")
    assert f"{name}: this leads to another place" in str(find(copy)[0])


def test_what_is_no_file_at_all_is_refused(copy: Path) -> None:
    os.mkfifo(copy / LOCAL / "a.png")
    assert str(find(copy)[0]).startswith(f"{LOCAL}/a.png: this can't be published")


@pytest.mark.parametrize(
    ("front", "line", "sentence"),
    [
        ("template: redirect.html", 2, "'template' is nothing that a page says of itself."),
        ("title: a\nlocation: x", 3, "'location' is nothing that a page says of itself."),
        ("render_macros: false", 2, "'render_macros' is nothing that a page says of itself."),
        ("rule: x", 2, "'rule' is nothing that a page says of itself."),
        ("titles: x", 2, "'titles' is nothing that a page says of itself. Did you mean 'title'?"),
        ("title: <script>alert(1)</script>", 2, "'title' takes words without <, >, { and }"),
        ("description: 'a\"><script>'", 2, "'description' takes words without <, >"),
        ("title: \"{% include 'x' %}\"", 2, "'title' takes words without <, >, { and }"),
        ("tags: [a, '<img src=x>']", 2, "'tags' takes words without <, >"),
        ("hide: [toc, {a: '<'}]", 2, "'hide' takes words without <, >"),
    ],
)
@pytest.mark.parametrize("ends", ["---", "..."])
def test_what_a_page_says_at_its_top_is_known_and_plain(
    copy: Path, front: str, line: int, sentence: str, ends: str
) -> None:
    complaints = put(copy, f"{LOCAL}/a.md", f"---\n{front}\n{ends}\n\n# A\n".encode())
    assert any(each.startswith(f"{LOCAL}/a.md, line {line}: {sentence}") for each in complaints)


def test_what_stands_at_a_pages_top_without_a_fence_is_read_too(copy: Path) -> None:
    complaints = put(
        copy, f"{LOCAL}/a.md", b"template: redirect.html\nlocation: https://x.test\n\n# A\n"
    )
    assert complaints[0].startswith(f"{LOCAL}/a.md, line 1: 'template' is nothing")


@pytest.mark.parametrize(
    "inside",
    [
        "{% include '/etc/passwd' %}",
        "{% include '../../brand.yml' %}",
        "{% if rule('check-in-gap').value %}{% include 'x' %}{% endif %}",
        "{% import 'x' as y %}",
        "{% from 'x' import y %}",
        "{% extends 'x' %}",
        "{% set x = 1 %}",
        "{% for x in [1] %}{{ x }}{% endfor %}",
        "{% macro x() %}{% endmacro %}",
        "{% block x %}{% endblock %}",
        "{% filter upper %}a{% endfilter %}",
        "{% call rule('x') %}{% endcall %}",
        "{{ config }}",
        "{{ environment }}",
        "{{ macros_info() }}",
        "{{ context() }}",
        "{{ open('/etc/passwd') }}",
        "{{ self.__init__.__globals__ }}",
        "{{ ''.__class__ }}",
        "{{ ''['__class__'] }}",
        "{{ rule.__globals__ }}",
        "{{ rule('check-in-gap').__class__ }}",
        "{{ rule('check-in-gap')['within'] }}",
        "{{ rule('check-in-gap').within.upper() }}",
        "{{ rule('check-in-gap').within|attr('x') }}",
        "{{ rule(rule('check-in-gap').link) }}",
        "{{ rule(*['check-in-gap']).within }}",
        "{{ rule(id='check-in-gap').within }}",
        "{{ '{0.__class__}'.format(1) }}",
        "{{ '<script>' }}",
        "{{ '<script>'|safe }}",
        "{{ 'a' ~ 'b' }}",
        "{{ 1 + 1 }}",
        "{{ [x] }}",
        "{{ lipsum }}",
        "{{ cycler.__init__ }}",
        "{{ range(9) }}",
        "{{ rule }}",
    ],
)
@pytest.mark.parametrize("name", ["brand/slots/play.md", "docs/local/a.md"])
def test_in_braces_things_of_ours_are_named_and_nothing_else_is_done(
    copy: Path, name: str, inside: str
) -> None:
    (complaint,) = put(copy, name, f"First.\n\n{inside}\n".encode())[:1]
    assert complaint.startswith(f"{name}, line 3: ")
    assert "In braces go only " in complaint


def test_brackets_without_end_in_braces_are_said(copy: Path) -> None:
    (complaint,) = put(
        copy, "brand/slots/play.md", b"{{ " + b"(" * 9999 + b"1" + b")" * 9999 + b" }}"
    )
    assert complaint == (
        "brand/slots/play.md: brackets stand in brackets here, hundreds deep; leave that out"
    )


def test_braces_that_are_shown_and_notes_to_oneself_are_fine(copy: Path) -> None:
    text = b"{% raw %}{{ 7 * 7 }} {% include 'x' %}{% endraw %}{# a note #} {{ rule('check-in-gap').link }}"
    assert put(copy, "brand/slots/play.md", text) == []


@pytest.mark.parametrize("tag", ["!ENV HOME", "!ENV [HOME]", "!relative a", "!x {a: b}"])
@pytest.mark.parametrize("key", ["    name:", "site_name:"])
def test_nothing_of_the_machine_gets_into_brand_yml(copy: Path, tag: str, key: str) -> None:
    file = copy / "brand.yml"
    lines = file.read_text().splitlines()
    at = next(at for at, line in enumerate(lines) if line.startswith(key))
    lines[at] = f"{key} {tag}"
    file.write_text("\n".join(lines))
    assert str(find(copy)[0]) == (
        f"brand.yml, line {at + 1}: a word that starts with ! is a command here; put the text into"
        ' quotes, "like this"'
    )
