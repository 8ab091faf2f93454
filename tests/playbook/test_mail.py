"""A note on its way out, read back by readers that aren't ours: Python's e-mail parser and its URL parser."""

import re
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


def test_an_international_domain_is_written_in_ascii() -> None:
    draft = read(eml(["zoë@example.com", "dana@bücher.example", "a@x.example"], "Hi", "Hi"))
    assert draft["To"] == "dana@xn--bcher-kva.example, a@x.example"


@pytest.mark.parametrize(
    "subject", ["护士长" * 60, "Danke für das Gespräch, " * 9, "🙂" * 40, NAME * 9]
)
def test_a_long_subject_is_in_words_that_need_no_padding(subject: str) -> None:
    text = eml([], subject, "Hi")
    head = text.split("\r\n\r\n")[0].split("Subject: ")[1].split("\r\nMIME")[0]
    words = head.split("\r\n ")
    assert len(words) > 1
    for word in words:
        assert re.fullmatch(r"=\?utf-8\?q\?(?:[A-Za-z0-9!*+/_-]|=[0-9A-F]{2})+\?=", word)
        assert "\ufffd" not in unquote(word[10:-2].replace("=", "%"))
    assert all(len(line) <= 76 for line in text.split("\r\n"))
    assert read(text)["Subject"] == subject.strip()


@pytest.mark.parametrize(("length", "begins"), [(67, "Thank"), (68, "=?utf-8?q?Thank")])
def test_a_subject_in_ascii_stands_as_it_is_while_it_fits_its_line(
    length: int, begins: str
) -> None:
    subject = ("Thank you for our talk " * 4)[:length].replace(" ", "x")
    text = eml([], subject, "")
    assert f"Subject: {begins}" in text
    assert read(text)["Subject"] == subject
    assert all(len(line) <= 76 for line in text.split("\r\n"))


@pytest.mark.parametrize(
    "body", ["From here on", "Hi\nFrom Monday " + "on, " * 40, "é" * 30 + " From " * 20 + "."]
)
def test_no_line_begins_as_old_mailboxes_begin_a_message(body: str) -> None:
    text = eml([], "Hi", body)
    assert "\r\nFrom " not in text
    assert all(len(line) <= 76 for line in text.split("\r\n"))
    assert read(text).get_content().splitlines() == body.splitlines()


def test_a_draft_is_of_the_version_of_mime_that_there_is() -> None:
    assert read(eml([], "Hi", "Hi"))["MIME-Version"] == "1.0"
    assert read(eml([], "Hi", "Hi"))["Content-Transfer-Encoding"] == "quoted-printable"


def test_a_link_of_1600_characters_is_still_taken() -> None:
    assert [is_too_long("m" * length) for length in (1600, 1601)] == [False, True]


def test_a_subject_that_looks_encoded_stays_as_it_is() -> None:
    assert read(eml([], "=?utf-8?q?Hi?=", ""))["Subject"] == "=?utf-8?q?Hi?="
