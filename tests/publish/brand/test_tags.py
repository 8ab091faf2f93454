"""A centre's words: what may stand in them, and what a stranger would try."""

import re
from pathlib import Path

import pytest

from publish.brand.check.anchors import make_markdown
from publish.brand.check.quotes import blank_braces
from publish.brand.check.tags import find_tag_faults
from tests.publish.brand.conftest import ROOT


def faults(text: str, *, is_slot: bool = True) -> list[str]:
    return [str(each) for each in find_tag_faults(ROOT, text, "a.md", is_slot=is_slot)]


FINE = [
    "**Bold**, _slanted_, `code <script>`, 1 < 2 & 3 > 2, AT&T; and © &copy; a",
    "[a](https://a.test) [b](mailto:a@b.test) [c](tel:+1555) [d](plays/a.md#b) <https://e.test>",
    "![A plan](local/plan.svg){ width=90 height=90 loading=lazy }",
    "![A dot](data:image/png;base64,iVBORw0KGgo=)",
    "# One\n\n## Two {: #two .x }\n\n- a\n    - b\n\n1. c\n\n> d\n\n---\n\ne  \nf",
    "| a | b |\n| --- | ---: |\n| 1 | 2 |",
    "A[^1]\n\n[^1]: note",
    '!!! note "T"\n    a\n\n??? tip\n    b',
    "Term\n:   What it is",
    "```html\n<script>alert(1)</script>\n```\n\nand\n\n    <iframe></iframe>",
    "<!-- looked at on 3 May 2027: <script> -->\n\na",
    "<div class='x' markdown='1'>\n\n**a**\n\n</div>",
    "<table>\n<tr><th scope='row'>a</th><td colspan='2'>b</td></tr>\n</table>",
    "<p lang='de' dir='ltr'>Grüße <abbr title='und so weiter'>usw.</abbr> H<sub>2</sub>O <br></p>",
    "<a href='https://a.test' target='_blank' rel='noopener'>a</a> <time datetime='2026-11-02'>x</time>",
    "<details><summary>More</summary><p>a</p></details>",
    "<link rel='stylesheet' href='../own.css'>",
    '--8<-- "/etc/passwd"',
    # what Markdown makes harmless by itself
    "<!-- x --!><b>y</b>",
    "<!-- x",
    "<!ENTITY x 'y'>",
    "",
]


@pytest.mark.parametrize("text", FINE)
@pytest.mark.parametrize("is_slot", [True, False])
def test_what_people_write_is_fine(text: str, *, is_slot: bool) -> None:
    assert faults(text, is_slot=is_slot) == []


HOSTILE = [
    # what clipboards and editors bring along
    "<meta charset='utf-8'>**Millbrook**",
    "<html><body><p>x</p></body></html>",
    "<head>\n</head>",
    "<title>x</title>",
    "<style>p { color: red }</style>",
    "<p style='color:red'>x</p>",
    "<p style='background:url(https://x.test)'>x</p>",
    "<font color='red'>x</font>",
    "<o:p></o:p>",
    # another place
    "<meta http-equiv='refresh' content='0;url=https://x.test'>",
    "<META HTTP-EQUIV = 'REFRESH' content='0'>",
    "<meta http-equiv='x' content='0' http-equiv='refresh'>",
    "<base href='https://x.test/'>",
    "<link rel='import' href='a.html'>",
    "<link rel='preload' href='a.js'>",
    "<link rel='stylesheet' href='https://x.test/a.css'>",
    "<link rel='stylesheet preload' href='a.css'>",
    "<link href='a.css'>",
    "<link rel='stylesheet' imagesrcset='https://x.test/a' href='a.css'>",
    "<a href='https://x.test' target='_blank' rel='nofollow OPENER'>x</a>",
    "<a href='https://x.test' target='tools'>x</a>",
    "<a href='https://x.test' target='_TOP'>x</a>",
    # scripts
    "<script>alert(1)</script>",
    "<script src='own.js'></script>",
    "<script src='own.js' src='https://x.test/a.js'></script>",
    "<script type='text/jscript'>x</script>",
    "<script type='application/json'>{}</script>",
    "<SCRIPT\n>x</SCRIPT>",
    "<scr<script>ipt>x</script>",
    "<img src='a.png' onerror='go()' alt=''>",
    "<p\nonclick='go()'>x</p>",
    "<p/onclick='go()'>x</p>",
    "x\n{: onclick='go()' }",
    "x\n{: style='color:red' }",
    "# x {: onmouseover=go() }",
    "[x](a.md){: ping='https://x.test' }",
    "[x](javascript:go())",
    "[x](JaVaScRiPt:go())",
    "[x](java&#9;script:go())",
    "[x](&#106;avascript:go())",
    "[x][1]\n\n[1]: javascript:go()",
    "[x](data:text/html,x)",
    "[x](vbscript:go())",
    "[x](//x.test)",
    "[x](/\\x.test)",
    "<a href='java&#9;script:go()'>x</a>",
    "<a href='&#1;javascript:go()'>x</a>",
    "<a href='a.md' href='javascript:go()'>x</a>",
    "<a href='javascript:go()' href='a.md'>x</a>",
    "<a href='a.md' ping='https://x.test'>x</a>",
    # what is fetched
    "![x](https://x.test/a.png)",
    "![x](//x.test/a.png)",
    "![x](/\\x.test/a.png)",
    "![x](\\\\x.test/a.png)",
    "![x](ht&#10;tps://x.test/a.png)",
    "![x](data:image/svg+xml,x)",
    "![x][1]\n\n[1]: https://x.test/a.png",
    "<img src='https://x.test/a.png' src='a.png' alt=''>",
    "<img src='a.png' srcset='https://x.test/a.png 2x' alt=''>",
    "<img src='a.png' lowsrc='https://x.test/a.png' alt=''>",
    "<image src='https://x.test/a.png'>",
    "<picture><source srcset='https://x.test/a.png'></picture>",
    "<video poster='https://x.test/a.png'></video>",
    "<audio src='a.mp3'></audio>",
    "<table background='https://x.test'></table>",
    "<body background='https://x.test'>",
    "<input type='image' src='https://x.test/a.png'>",
    # frames, forms and other documents
    "<iframe src='https://x.test'></iframe>",
    "<iframe srcdoc='&lt;script&gt;go()&lt;/script&gt;'></iframe>",
    "<object data='a.svg'></object>",
    "<embed src='a.svg'>",
    "<applet></applet>",
    "<frameset></frameset>",
    "<portal src='https://x.test'></portal>",
    "<form action='https://x.test'></form>",
    "<button formaction='javascript:go()'>x</button>",
    "<isindex>",
    "<template shadowrootmode='open'><b>x</b></template>",
    "<slot name='x'></slot>",
    "<playbook-tool name='timeline'></playbook-tool>",
    "<dialog open>x</dialog>",
    # other namespaces
    "<svg><script>go()</script></svg>",
    "<svg><use href='https://x.test#a'/></svg>",
    "<svg><animate attributeName='href' values='javascript:go()'/></svg>",
    "<svg><foreignObject><p>x</p></foreignObject></svg>",
    "<svg><style><img src='x' onerror='go()'></style></svg>",
    "<math><maction actiontype='statusline' xlink:href='javascript:go()'>x</maction></math>",
    "<math><mtext><table><mglyph><style><img src=x onerror=go()>",
    "<h:meta http-equiv='refresh'>",
    # what is read in another way than it's written
    "<!--><script>go()</script>-->",
    "<!--->x-->",
    "<![CDATA[<script>go()</script>]]>",
    "<?php x ?>",
    "<noscript><p title='</noscript><img src=x onerror=go()>'></noscript>",
    "<plaintext>",
    "<xmp><script>go()</script></xmp>",
    "<textarea></textarea><script>go()</script>",
    "<noembed><img src=x onerror=go()></noembed>",
    "<p\0>x</p>",
    "<scr\0ipt>go()</script>",
    "<scr\ufeffipt>go()</script>",
    "<b>x",
    "<div>x</div></div></article>",
    # what the theme takes for its own
    "<p id='__config'>{}</p>",
    "x\n{: #__search }",
    "<pre class='mermaid'>graph</pre>",
    # in Jinja's own quotes
    "{% raw %}<script>{{ x }}</script>{% endraw %}",
]


@pytest.mark.parametrize("text", HOSTILE)
@pytest.mark.parametrize("is_slot", [True, False])
def test_what_a_stranger_would_try_is_refused_with_its_line(text: str, *, is_slot: bool) -> None:
    refused = faults(f"First.\n\n{text}\n", is_slot=is_slot)
    assert refused
    lines = range(3, 4 + text.count("\n"))
    assert any(refused[0].startswith(f"a.md, line {line}: ") for line in lines), refused


def test_each_fault_has_its_own_line() -> None:
    text = (
        "<u>a</u>\n\n<iframe></iframe>\n\n```html\n<iframe></iframe>\n```\n\nb <iframe></iframe>\n"
    )
    assert faults(text) == [
        f"a.md, line {line}: <iframe> can't stand in your words: link to it instead"
        for line in (3, 9)
    ]


def test_lists_in_lists_without_end_are_said() -> None:
    text = "".join(f"{'    ' * depth}- a\n" for depth in range(300))
    assert faults(text) == ["a.md: lists stand in lists here, hundreds deep; leave that out"]


@pytest.mark.parametrize("is_slot", [True, False])
def test_what_is_checked_after_such_a_text_is_read_from_its_beginning(*, is_slot: bool) -> None:
    after = "# Hi\n\nHere.\n{ #desk }\n"
    alone = make_markdown(ROOT).convert(after)
    deep = "".join(f"{'    ' * depth}- a\n" for depth in range(300))
    assert faults(deep, is_slot=is_slot) != []
    assert make_markdown(ROOT).convert(after) == alone


def test_braces_are_read_as_jinja_reads_them_and_lines_stay() -> None:
    text = "a {{ rule('x').link }} b\n{# c\nd #}\n{% raw %}{{ e\n}}{% endraw %}\n{{ 'f\n' }}g"
    assert blank_braces(text) == "a x b\n\n\n{{ e\n}}\nx\ng"


def test_no_file_of_the_machine_gets_into_a_page_by_markdown(tmp_path: Path) -> None:
    secret = tmp_path / "secret.md"
    secret.write_text("a secret")
    for form in ('--8<-- "{}"', "--8<--\n{}\n--8<--", "{{!{}!}}", "![x]({}){{ include }}"):
        assert "a secret" not in make_markdown(ROOT).convert(form.format(secret))


@pytest.mark.parametrize(
    "text",
    [
        "# Answer",
        "Hello\n\n## Ours { #failure }",
        "<p id='by-hand'>x</p>",
        "<a name='x' id='tool-errors'></a>",
        "a\n{: #field-employer }",
        "Answer\n======",
        "## Field: employer",
        "## Draft: thank you",
    ],
)
def test_a_slot_takes_no_name_that_a_place_in_a_tool_has(text: str) -> None:
    (fault,) = faults(f"One\n\n{text}")
    assert re.match(r"a\.md, line [3-5]: '", fault)
    assert "is the name of a place in our tools; give yours another" in fault


@pytest.mark.parametrize(
    "text", ["# Answers", "# Our answer", "## Fields we know", "# Where we are"]
)
def test_any_other_heading_is_fine_in_a_slot(text: str) -> None:
    assert faults(text) == []


def test_a_page_of_a_centres_own_may_have_any_heading() -> None:
    assert faults("# Answer", is_slot=False) == []
