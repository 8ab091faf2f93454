"""A note on its way out, read back by readers that aren't ours: Python's e-mail parser and its URL parser."""

from email import message_from_bytes, policy
from email.message import EmailMessage
from urllib.parse import parse_qs, unquote, urlsplit

import pytest
from hypothesis import given
from hypothesis import strategies as st

from playbook.mail import LONGEST_MAILTO, eml, is_too_long, mailto
from tests.playbook.readers import examples

NAME = "Zoë O’Hara, 李明 & د. ليلى"
BODY = "Dear Zoë,\n\n100% sure? a=b&c #1 + 2\n\nKind regards,\nIda"

lines = st.text(st.characters(codec="utf-8", exclude_categories=["Cc", "Cs", "Zl", "Zp"]))
bodies = st.lists(lines, max_size=6).map("\n".join)


def read(text: str) -> EmailMessage:
    message = message_from_bytes(text.encode("ascii"), policy=policy.default)
    assert isinstance(message, EmailMessage)
    assert not message.defects
    return message


def test_a_mailto_link_says_line_breaks_and_blanks_as_the_standard_wants() -> None:
    link = mailto(["dana@example.com"], "Thank you & more?", BODY)
    assert link.startswith("mailto:dana@example.com?subject=Thank%20you%20%26%20more%3F&body=Dear")
    assert "%0D%0A%0D%0A" in link
    assert "+" not in link
    assert " " not in link


@given(lines, bodies)
@examples(150)
def test_a_mailto_link_reads_back_as_it_was(subject: str, body: str) -> None:
    parts = urlsplit(mailto(["dana@example.com"], subject, body))
    read_back = parse_qs(parts.query, keep_blank_values=True, strict_parsing=True)
    assert unquote(parts.path) == "dana@example.com"
    assert set(read_back) == {"subject", "body"}
    assert read_back["subject"] == [" ".join(subject.split())]
    assert read_back["body"] == ["\r\n".join(body.splitlines())]


def test_several_people_are_parted_by_a_comma() -> None:
    assert mailto(["a@x.example", "b@x.example"], "", "").startswith(
        "mailto:a@x.example,b@x.example?"
    )


@pytest.mark.parametrize(
    "subject", ["Hello\r\nBcc: eve@example.com", "Hello\nX: 1", "Hi\u2028Bcc: e"]
)
def test_a_line_break_in_a_subject_or_an_address_adds_no_header(subject: str) -> None:
    link = mailto(["dana@example.com\r\nBcc: eve@example.com"], subject, "")
    assert "%0A" not in link
    message = read(eml(["dana@example.com\r\nBcc: eve@example.com"], subject, ""))
    assert "Bcc" not in message
    assert "X" not in message


def test_a_link_that_a_mail_program_may_cut_off_is_too_long() -> None:
    assert not is_too_long(mailto([], "", "a" * (LONGEST_MAILTO - 30)))
    assert is_too_long(mailto([], "", "é" * (LONGEST_MAILTO // 6)))


def test_a_draft_has_no_sender_no_date_and_no_id_and_counts_as_unsent() -> None:
    message = read(eml(["dana@example.com"], NAME, BODY))
    assert message["X-Unsent"] == "1"
    assert message["To"] == "dana@example.com"
    assert message["Subject"] == NAME
    assert message.get_content_type() == "text/plain"
    assert message.get_content_charset() == "utf-8"
    assert not {"From", "Date", "Message-ID", "Cc", "Bcc"} & set(message)


def test_a_draft_is_ascii_with_short_lines_that_end_as_mail_lines_do() -> None:
    text = eml(["dana@example.com"], NAME * 5, f"{BODY}\n{'long ' * 60}\n{'語' * 90}")
    assert text.isascii()
    assert "\n" not in text.replace("\r\n", "")
    assert all(len(line) <= 78 for line in text.split("\r\n"))


@given(lines.map(lambda line: " ".join(line.split())), bodies)
@examples(200)
def test_a_draft_reads_back_as_it_was(subject: str, body: str) -> None:
    message = read(eml([], subject, body))
    assert "To" not in message
    assert message["Subject"] == subject
    assert message.get_content().splitlines() == (body.splitlines() or [""])


def test_an_address_outside_ascii_is_left_for_the_reader() -> None:
    assert "To" not in read(eml(["zoë@example.com"], "Hi", "Hi"))


def test_a_subject_that_looks_encoded_stays_as_it_is() -> None:
    assert read(eml([], "=?utf-8?q?Hi?=", ""))["Subject"] == "=?utf-8?q?Hi?="
