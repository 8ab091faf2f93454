"""A centre's own notes: each mistake is one message with file and line, and a right one comes out filled."""

import json
from pathlib import Path

import pytest

from publish.brand.check.templates import find_template_faults, read_templates
from tests.fork.copies import copy_tree, run, run_staged
from tests.publish.brand.conftest import FILES

LETTER = '{% extends "tools/notes/templates/letter.txt.jinja" %}\n'
RIGHT = (
    LETTER
    + """{% block subject %}Thank you from {{ my_name }}{% endblock %}
{% block plain %}Thank you for {{ meeting }} {{ when }}.{% endblock %}
{% block warm %}Thank you so much for {{ meeting }} {{ when }}.{% endblock %}
{% block formal %}I would like to thank you for {{ meeting }} {{ when }}.{% endblock %}
"""
)
KINDS = """[open-day]
label = "Thanks after an open day"
title = "Thanks after an open day{% if name %} to {{ name }}{% endif %}"
channel = "email"
to = "interviewer"
needs = ["my_name"]
"""
LOOPS = "{% for a in range(9999) %}" * 3 + "{% endfor %}" * 3
OPEN_DAY = "brand/templates/open-day.txt.jinja"

MISTAKES = {
    "an unknown slot": (
        RIGHT.replace(
            "{{ when }}.{% endblock %}\n{% block warm", "{{ wen }}.{% endblock %}\n{% block warm"
        ),
        "line 3: there is no slot 'wen'. Did you mean 'when'?",
    ),
    "a way out": (
        RIGHT.replace("{{ my_name }}", "{{ my_name.__class__.__mro__ }}"),
        "line 2: '__mro__' would lead out of the template; use slots and filters only",
    ),
    "a way out by another door": (
        RIGHT.replace("{{ my_name }}", '{{ my_name["__class__"] }}'),
        "line 2: it can't be filled: access to attribute '__class__' of 'str' object is unsafe.",
    ),
    "a way out through a format": (
        RIGHT.replace("{{ my_name }}", '{{ "{0.__class__}".format(my_name) }}'),
        "line 2: it can't be filled: access to attribute '__class__' of 'str' object is unsafe.",
    ),
    "a file that isn't a note": (
        LETTER.replace("tools/notes/templates/letter.txt.jinja", "../brand.yml"),
        "line 1: '../brand.yml' is no template of a note. Known are: ",
    ),
    "an endless list": (
        RIGHT.replace("{{ my_name }}", "{% for each in range(99999999) %}a{% endfor %}"),
        "line 2: a number in it is too large; a range has 100000 numbers at most",
    ),
    "loops in loops": (
        RIGHT.replace("{{ my_name }}", LOOPS),
        "line 2: it takes too long: a loop in it runs too often",
    ),
    "a text times a number": (
        RIGHT.replace("{{ my_name }}", '{{ "x" * 999999999 }}'),
        "line 2: it grows too large: a text or a list in it is far too long",
    ),
    "a number in a wide field": (
        RIGHT.replace("{{ my_name }}", '{{ "%999999999d" % 3 }}'),
        "line 2: it grows too large: a text or a list in it is far too long",
    ),
    "a text in the middle of nothing": (
        RIGHT.replace("{{ my_name }}", '{{ "x".center(9999999999) }}'),
        "line 2: it grows too large: a text or a list in it is far too long",
    ),
    "a filter that Jinja runs before it fills": (
        RIGHT.replace("{{ my_name }}", '{{ "x" | center(9999999999) }}'),
        "thank-you-email.txt.jinja, line 2: it grows too large: a text or a list in",
    ),
    "a note as long as a book": (
        RIGHT.replace("{{ when }}", '{{ "x" * 60000 }}'),
        "it grows too large: 60",
    ),
    "an unknown filter": (
        RIGHT.replace("{{ my_name }}", "{{ my_name | upcase }}"),
        "line 2: there is no filter 'upcase'. There are ",
    ),
    "a filter with a slip": (
        RIGHT.replace("{{ my_name }}", "{{ my_name | capitalised }}"),
        "line 2: there is no filter 'capitalised'. Did you mean 'capitalized'?",
    ),
    "a test that there isn't": (
        RIGHT.replace("{{ my_name }}", "{% if my_name is defnied %}a{% endif %}"),
        "line 2: there is no test 'defnied'. Did you mean 'defined'?",
    ),
    "an if that isn't closed before its block": (
        RIGHT.replace("{{ my_name }}", "{% if my_name %}{{ my_name }}"),
        "line 2: 'endblock' stands here, and the 'if' above isn't closed yet: 'endif' goes first",
    ),
    "an end of nothing": (
        RIGHT.replace("{{ my_name }}", "{{ my_name }}{% endif %}"),
        "line 2: 'endif' stands here, and no 'if' is open",
    ),
    "an else of nothing": (
        RIGHT.replace("{{ my_name }}", "{{ my_name }}{% else %}"),
        "line 2: 'else' stands here, and no 'if' is open",
    ),
    "a tag with a slip": (
        RIGHT.replace("{{ my_name }}", "{% iff my_name %}a{% endif %}"),
        "line 2: '{% iff … %}' is nothing that a template knows. Did you mean 'if'?",
    ),
    "a brace that is missing": (
        RIGHT.replace("{{ my_name }}", "{{ my_name }"),
        "line 2: the braces don't match up: '{{' takes '}}' at its end, and '{%' takes '%}'",
    ),
    "one equals sign": (
        RIGHT.replace("{{ my_name }}", "{% if my_name = 'Amina' %}a{% endif %}"),
        "line 2: '=' sets a value; to compare two, write '=='",
    ),
    "a sign that is missing": (
        RIGHT.replace("{{ my_name }}", "{{ my_name 5 }}"),
        "line 2: before a number a dot, a sign or the end of the braces is missing",
    ),
    "a curly quote": (
        RIGHT.replace("{{ my_name }}", "{{ my_name or “me” }}"),
        "line 2: '“' is a curly quote; between braces quotes are straight, ' or \"",
    ),
    "a part twice": (
        RIGHT.replace("block warm", "block plain"),
        "line 4: the part 'plain' stands here a second time; keep one of the two",
    ),
    "a comment without an end": (
        RIGHT.replace("{{ my_name }}", "{# who?"),
        "line 2: a note to yourself opens with '{#' and never closes with '#}'",
    ),
    "raw words without an end": (
        RIGHT.replace("{{ my_name }}", "{% raw %}"),
        "line 2: 'raw' is opened and never closed; 'endraw' is missing",
    ),
    "a text that has more than a text": (
        RIGHT.replace("{{ my_name }}", "{{ my_name.first }}"),
        "line 2: a text has no 'first'",
    ),
    "a note that builds on itself": (
        LETTER.replace("tools/notes/templates/letter", "brand/templates/thank-you-email"),
        "line 1: it goes round in circles: it builds on itself, or a part of it calls itself",
    ),
    "a part that calls itself": (
        RIGHT.replace("{{ my_name }}", "{% macro a() %}{{ a() }}{% endmacro %}{{ a() }}"),
        "line 2: it goes round in circles: it builds on itself, or a part of it calls itself",
    ),
    "a template that isn't there": (
        RIGHT.replace("{{ my_name }}", '{% include "brand/templates/me.txt.jinja" %}'),
        "line 2: 'brand/templates/me.txt.jinja' is no template of a note. Did you",
    ),
    "a file of the machine": (
        RIGHT.replace("{{ my_name }}", '{% include "/etc/passwd" %}'),
        "line 2: '/etc/passwd' is no template of a note. ",
    ),
    "a file above the notes": (
        RIGHT.replace("{{ my_name }}", '{% include "brand/templates/../../brand.yml" %}'),
        "line 2: 'brand/templates/../../brand.yml' is no template of a note. ",
    ),
    "a file of the machine where no example leads": (
        RIGHT.replace(
            "{{ my_name }}", '{% if my_name == "x" %}{% include "/etc/hosts" %}{% endif %}'
        ),
        "line 2: '/etc/hosts' is no template of a note. ",
    ),
    "a template that a slot names": (
        RIGHT.replace("{{ my_name }}", "{% include my_name %}"),
        "line 2: the template that it takes in is named in quotes",
    ),
    "a list of templates": (
        RIGHT.replace("{{ my_name }}", '{% include ["/etc/passwd"] ignore missing %}'),
        "line 2: the template that it takes in is named in quotes",
    ),
    "macros from a file of the machine": (
        RIGHT.replace("{{ my_name }}", '{% import "/etc/passwd" as x %}'),
        "line 2: '/etc/passwd' is no template of a note. ",
    ),
    "a macro from a file of the machine": (
        RIGHT.replace("{{ my_name }}", '{% from "/etc/passwd" import x %}'),
        "line 2: '/etc/passwd' is no template of a note. ",
    ),
    "a template of a page": (
        RIGHT.replace("{{ my_name }}", '{% include "tools/timeline/view.html.jinja" %}'),
        "line 2: 'tools/timeline/view.html.jinja' is no template of a note. ",
    ),
    "a part that the note hasn't got": (
        RIGHT.replace("block warm", "block wram"),
        "line 4: there is no part 'wram' in this note. Did you mean 'warm'?",
    ),
    "a block that isn't closed": (
        RIGHT.removesuffix("{% endblock %}\n"),
        "line 5: 'block' is opened and never closed; 'endblock' is missing",
    ),
    "one part only": (
        "Hello {{ greet }}\n",
        "a note has three parts, the subject, the letter and the signature",
    ),
    "a tone without words": (
        LETTER + "{% block greeting %}{% endblock %}{% block plain %}Thank you.{% endblock %}",
        "brand/templates/thank-you-email.txt.jinja: in one of its tones it says nothing at all",
    ),
}


def put(root: Path, text: str, name: str = "thank-you-email.txt.jinja") -> None:
    (root / "brand/templates").mkdir(parents=True, exist_ok=True)
    (root / "brand/templates" / name).write_text(text, encoding="utf-8")


def complaints(root: Path) -> list[str]:
    return [str(each) for each in find_template_faults(root)]


def test_a_right_template_gives_no_complaint_and_goes_into_the_package(tmp_path: Path) -> None:
    put(tmp_path, RIGHT)
    assert complaints(tmp_path) == []
    assert read_templates(tmp_path) == {"templates/thank-you-email.txt.jinja": RIGHT.encode()}


@pytest.mark.parametrize("mistake", MISTAKES)
def test_a_mistake_is_one_message_with_file_and_line(tmp_path: Path, mistake: str) -> None:
    text, expected = MISTAKES[mistake]
    put(tmp_path, text)
    (complaint,) = complaints(tmp_path)
    assert complaint.startswith("brand/templates/thank-you-email.txt.jinja")
    assert expected in complaint


def test_a_template_of_an_unknown_name_gets_the_nearest(tmp_path: Path) -> None:
    put(tmp_path, RIGHT, "thank-you-mail.txt.jinja")
    (complaint,) = complaints(tmp_path)
    assert "there is no note 'thank-you-mail'. Did you mean 'thank-you-email'?" in complaint


def test_a_note_that_is_added_needs_its_template(tmp_path: Path) -> None:
    put(tmp_path, KINDS, "kinds.toml")
    assert complaints(tmp_path) == [
        f"brand/templates/kinds.toml, line 1: 'open-day' has no template; write {OPEN_DAY}"
    ]
    put(tmp_path, RIGHT, "open-day.txt.jinja")
    assert complaints(tmp_path) == []


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            'to = "interviewer"',
            'to = "everybody"',
            "[open-day] to: 'everybody'. Known are: contact",
        ),
        ('needs = ["my_name"]', 'needs = ["my_nam"]', "needs: 'my_nam'. Did you mean 'my_name'?"),
        (
            "needs",
            'play = "same-day/nap"\nneeds',
            "[open-day] play: 'same-day/nap'. None is known.",
        ),
        ("label", "labels", "[open-day]: unknown key 'labels'; did you mean 'label'?"),
        ("[open-day]", "[open-day", "a name in brackets ends with ']', and takes quotes around a"),
        (
            "[open-day]\n",
            "",
            "'label', 'title', 'channel', 'to' and 'needs' stand before the first [name]; put them",
        ),
        (
            'to = "interviewer"',
            'to = "interviewers"',
            "[open-day] to: 'interviewers'. Did you mean 'interviewer'?",
        ),
        (
            'channel = "email"',
            'channel = "mail"',
            "[open-day] channel: 'mail'. Did you mean 'email'?",
        ),
    ],
)
def test_a_kind_that_no_note_could_be_is_said(
    tmp_path: Path, old: str, new: str, expected: str
) -> None:
    put(tmp_path, RIGHT, "open-day.txt.jinja")
    put(tmp_path, KINDS.replace(old, new), "kinds.toml")
    (complaint,) = complaints(tmp_path)
    assert complaint.startswith("brand/templates/kinds.toml, line 1: ")
    assert expected in complaint


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Thanks to {{ nme }}", "there is no slot 'nme'. Did you mean 'name'?"),
        (
            "Thanks to {{ name",
            "the braces don't match up: '{{' takes '}}' at its end, and '{%' takes",
        ),
        ("{% if name %}Thanks", "'if' is opened and never closed; 'endif' is missing"),
        ("{% include '/etc/passwd' %}", "nothing of another file can stand in a title"),
        (
            "{% if name == 'x' %}{% import '../../x' as y %}{% endif %}",
            "nothing of another file can stand in a title",
        ),
        ("{% include name %}", "nothing of another file can stand in a title"),
        ("{{ 'x' * 999999999 }}", "it grows too large: a text or a list in it is far too long"),
    ],
)
def test_a_title_that_nobody_could_fill_is_said(tmp_path: Path, title: str, expected: str) -> None:
    put(tmp_path, RIGHT, "open-day.txt.jinja")
    old = "Thanks after an open day{% if name %} to {{ name }}{% endif %}"
    put(tmp_path, KINDS.replace(old, title), "kinds.toml")
    (complaint,) = complaints(tmp_path)
    assert complaint.startswith("brand/templates/kinds.toml, line 3: [open-day] title: ")
    assert expected in complaint


def test_a_note_of_ours_cannot_be_described_anew(tmp_path: Path) -> None:
    put(tmp_path, RIGHT, "accept.txt.jinja")
    put(tmp_path, KINDS.replace("open-day", "accept"), "kinds.toml")
    assert complaints(tmp_path) == [
        "brand/templates/kinds.toml, line 1: 'accept' is a note of ours: only its template can be yours"
    ]


def test_the_built_rules_write_the_centres_notes(tmp_path: Path) -> None:
    """What the command line answers is what the page answers: it is one function (see the parity tests)."""
    copy = tmp_path / "copy"
    copy_tree(copy)
    (copy / "brand.yml").write_text(FILES["brand.yml"].replace("    logo: logo.svg\n", ""))
    put(copy, RIGHT.replace("Thank you for", "The centre thanks you for"))
    put(copy, KINDS, "kinds.toml")
    put(copy, RIGHT, "open-day.txt.jinja")
    run(copy, "publish.stage")
    record = {"ended_on": "2026-11-20", "my_name": "Amina", "interviewers": [{"name": "Dana"}]}
    for kind, words in (
        ("", "The centre thanks you for speaking"),
        ("open-day", "Thank you for speaking"),
    ):
        asked = {"record": {**record, "note_kind": kind}, "today": "2026-11-21"}
        answer = json.loads(run_staged(copy, "playbook", "run", "notes", given=json.dumps(asked)))
        assert words in answer["text"]
        assert "<bdi>Example College Career Center</bdi> worded this note." in answer["html"]
    run_staged(copy, "publish.site.export_json")
    twin = json.loads((copy / "build/docs/playbook.json").read_text(encoding="utf-8"))
    notes = next(each for each in twin["tools"] if each["name"] == "notes")
    field = next(each for each in notes["fields"] if each["id"] == "note_kind")
    assert {"value": "open-day", "label": "Thanks after an open day"} in field["choices"]
    run(copy, "publish.stage", "--plain")
    assert not list((copy / "build/playbook/brand").glob("templates/*"))
