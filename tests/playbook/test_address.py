"""E-mail addresses as people paste them: out of mail programs, links, cards and lists."""

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.address import find_addresses, in_ascii
from playbook.boundary import run
from tests.playbook.readers import answer_to, examples

PASTED = "Dana Whitfield <dana@example.org>"


@pytest.mark.parametrize(
    "pasted",
    [
        "dana@example.org",
        "  dana@example.org ",
        "Dana <dana@example.org>",
        "Dana Whitfield <dana@example.org>",
        '"Whitfield, Dana" <dana@example.org>',
        "Whitfield, Dana <dana@example.org>;",
        "'dana@example.org' <dana@example.org>",
        "<dana@example.org>",
        "<mailto:dana@example.org>",
        "mailto:dana@example.org",
        "MAILTO:dana@example.org?subject=Thank%20you&body=a;b,c",
        "mailto:Dana%20W%20%3Cdana@example.org%3E",
        "dana@example.org <mailto:dana@example.org>",
        "[dana@example.org](mailto:dana@example.org)",
        "dana@example.org (work)",
        "Dana (dana@example.org)",
        "dana@example.org.",
        "dana@example.org,",
        "“dana@example.org”",
        "dana@example.org; dana@example.org",
        "dana@example.org <Dana@Example.org>",
        "ｄａｎａ＠example。org",
        "د. ليلى <dana@example.org>",
        "\ufeffdana@example.org",
        "dana@example.org\u200b",
        "\u200edana@example.org\u200f",
        "dana\u00ad@exam\u2060ple.org",
        "Dana <\u200bdana@example.org\u200b>",
    ],
)
def test_what_a_mail_program_copies_is_one_address(pasted: str) -> None:
    assert [each.lower() for each in find_addresses(pasted)] == ["dana@example.org"]


@pytest.mark.parametrize(
    "pasted",
    [
        "a@x.example; b@y.example",
        "a@x.example, b@y.example",
        "a@x.example b@y.example",
        "A <a@x.example>, B <b@y.example>",
        "b@y.example <a@x.example>",
        "mailto:a@x.example,b@y.example",
    ],
)
def test_several_addresses_are_several(pasted: str) -> None:
    assert set(find_addresses(pasted)) == {"a@x.example", "b@y.example"}


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "n/a",
        "dana",
        "dana at example.org",
        "dana@example",
        "@example.org",
        "dana@",
        "dana whitfield@example.org",
        "Dana Whitfield dana@example.org",
        "dana@@example.org",
        "dana@example..org",
        "dana@.org",
        "Dana <dana@example>",
        "da\u200dna@example.org",
        "Whitfield dana@example.org (work)",
        "mailto:",
        "mailto:%00@example.org",
        "mailto:a%0ABcc:b@example.org",
        "mailto:%E2%80%AEa@example.org",
        "https://example.org/@dana",
        "<>",
    ],
)
def test_anything_else_is_no_address(typed: str) -> None:
    assert find_addresses(typed) == ()


@given(st.text(alphabet="ab@.<>()[],;:\"' \nmailto:%E2é", max_size=40) | st.text(max_size=40))
@examples(500)
def test_an_address_that_is_taken_is_taken_again_as_it_is(typed: str) -> None:
    for each in find_addresses(typed):
        assert each.count("@") == 1
        assert each.isprintable()
        assert find_addresses(each) == (each,)


@pytest.mark.parametrize(
    ("address", "written"),
    [
        ("dana@example.org", "dana@example.org"),
        ("dana@bücher.example", "dana@xn--bcher-kva.example"),
        ("dana@Bücher.Example", "dana@xn--bcher-kva.example"),
        ("d+jobs@例え.テスト", "d+jobs@xn--r8jz45g.xn--zckzah"),
        ("dana@مثال.إختبار", "dana@xn--mgbh0fb.xn--kgbechtv"),
        ("dana@例え。テスト", "dana@xn--r8jz45g.xn--zckzah"),
        ("dana@faß.example", "dana@xn--fa-hia.example"),
        ("zoë@example.org", ""),
        ("zoë@bücher.example", ""),
        (f"dana@{'ü' * 70}.example", ""),
    ],
)
def test_an_international_domain_is_written_as_old_programs_read_it(
    address: str, written: str
) -> None:
    assert in_ascii(address) == written


@pytest.mark.parametrize(
    ("kind", "field"),
    [
        ("thank-you-email", {"interviewers": [{"name": "Dana", "email": PASTED}]}),
        ("thank-recruiter", {"contact_name": "Dana", "contact_email": PASTED}),
    ],
)
def test_a_pasted_address_is_used_and_what_was_typed_is_kept(
    kind: str, field: dict[str, Any]
) -> None:
    answer = answer_to("notes", {"ended_on": "2026-11-20", "note_kind": kind} | field)
    assert answer["errors"] == {}
    assert "</span> dana@example.org</p>" in answer["html"]
    (plan,) = (each["text"] for each in answer["downloads"] if each["name"] == "plan")
    assert PASTED in plan


def test_several_addresses_in_one_field_are_named_as_such() -> None:
    record = {"ended_on": "2026-11-20", "contact_email": "a@x.example; b@y.example"}
    request = {"record": record, "today": "2026-11-22"}
    errors = json.loads(run("notes", json.dumps(request)))["errors"]
    assert errors == {
        "contact_email": "Their e-mail address: 'a@x.example; b@y.example' is more than one address."
        " Keep one here."
    }
