"""What is read of a pasted text: the newest e-mail, as it reads, and the day in its header."""

from datetime import date

import pytest

from playbook.replies.newest import newest_of
from playbook.replies.tidy import tidy

NEW = "Hi Sam,\n\nUnfortunately it's a no.\n\nBest\nJo"
OLD = "We would like to offer you the job."
QUOTES = [
    "On Tue, 24 Nov 2026 at 10:02, Sam Bell <sam@mail.example> wrote:",
    "On Tuesday, 24 November 2026 at 10:02:11 GMT,\nSam Bell of the Long Street\n<sam@mail.example> wrote:",
    "Le mar. 24 nov. 2026 à 10:02, Sam <sam@mail.example> a écrit :",
    "Am Di., 24. Nov. 2026 um 10:02 Uhr schrieb Sam <sam@mail.example>:",
    "El mar, 24 nov 2026 a las 10:02, Sam (<sam@mail.example>) escribió:",
    "Op di 24 nov. 2026 om 10:02 schreef Sam <sam@mail.example>:",
    "sam@mail.example wrote:",
    "-----Original Message-----",
    "---- Original message ----",
    "---------- Forwarded message ---------",
    "-----Ursprüngliche Nachricht-----",
    "----- Message d’origine -----",
    "Begin forwarded message:",
    "From: Sam\nSent: 24 November 2026 10:02\nTo: Jo\nSubject: RE: the job",
    "________________________________\nFrom: Sam <sam@mail.example>\nSent: Tuesday, November 24, 2026 10:02 AM",
    "*From:* Sam\n*Date:* Tuesday",
    "Von: Sam\nGesendet: Dienstag, 24. November 2026 10:02\nAn: Jo\nBetreff: AW: Stelle",
    "De : Sam\nEnvoyé : mardi 24 novembre 2026 10:02\nÀ : Jo\nObjet : RE: poste",
    "> quoted",
]


@pytest.mark.parametrize("quote", QUOTES)
def test_an_older_email_below_isnt_read(quote: str) -> None:
    newest = newest_of(f"{NEW}\n\n{quote}\n{OLD}")
    assert newest.text.strip("_ \n") == NEW
    assert newest.has_older


@pytest.mark.parametrize(
    "line",
    [
        "Please note:",
        "From: what you said, we think you'd fit well.",
        "On Tuesday we will let you know:",
        "We wrote to your referees on 3 December.",
        "From Monday:\nyou can reach me here.",
    ],
)
def test_what_only_resembles_a_quote_is_read(line: str) -> None:
    newest = newest_of(f"Hi Sam,\n\n{line}\n\n{OLD}")
    assert OLD in newest.text
    assert not newest.has_older


@pytest.mark.parametrize(
    ("header", "on"),
    [
        ("Date: Tue, 24 Nov 2026 10:02:11 +0000", date(2026, 11, 24)),
        ("Sent: 24 November 2026 10:02", date(2026, 11, 24)),
        ("Sent: Tuesday, November 24, 2026 10:02 AM", date(2026, 11, 24)),
        ("Gesendet: Dienstag, 1. Dezember 2026 08:15", date(2026, 12, 1)),
        ("Envoyé : mardi 24 novembre 2026 08:15", date(2026, 11, 24)),
        ("Date: 2026-11-24 10:02", date(2026, 11, 24)),
        ("Date: 24/11/2026, 10:02", date(2026, 11, 24)),
        ("Date: 24.11.26 10:02", date(2026, 11, 24)),
        ("Date: 31 November 2026", None),
        ("Date: 4/12/2026", None),
        ("Date: yesterday", None),
    ],
)
def test_the_day_in_a_header_is_read(header: str, on: date | None) -> None:
    newest = newest_of(
        f"From: Jo <jo@mill.example>\n{header}\nTo: Sam\nSubject: Your interview\n\n{NEW}"
    )
    assert newest.sent_on == on
    assert newest.subject == "Your interview"
    assert newest.text == NEW
    assert not newest.has_older


def test_a_line_of_the_text_that_looks_like_a_header_is_read() -> None:
    newest = newest_of("Date: Tuesday, 8 December 2026\n\nPlease come at ten.")
    assert newest.text.startswith("Date: Tuesday")
    assert newest.sent_on is None


def test_a_day_in_figures_is_read_as_in_their_country() -> None:
    mail = f"From: Jo\nDate: 4/12/2026\n\n{NEW}"
    assert newest_of(mail, month_first=True).sent_on == date(2026, 4, 12)
    assert newest_of(mail, month_first=False).sent_on == date(2026, 12, 4)


def test_a_forwarded_email_is_the_newest_where_nothing_stands_above_it() -> None:
    header = "From: Jo\nDate: Tue, 24 Nov 2026 10:02\nSubject: Your interview\nTo: Sam"
    newest = newest_of(f"---------- Forwarded message ---------\n{header}\n\n{NEW}")
    assert (newest.text, newest.sent_on) == (NEW, date(2026, 11, 24))


@pytest.mark.parametrize(
    "end",
    [
        "--\nJo Bell | Offers team\nWe'd like to offer you the job",
        "-- \nJo Bell",
        "Sent from my iPhone",
        "This e-mail and any attachments are confidential.\nWe regret any error.",
        "CONFIDENTIALITY NOTICE: if you are not the addressee,\nplease send us a copy.",
    ],
)
def test_signature_and_small_print_arent_read(end: str) -> None:
    assert newest_of(f"{NEW}\n\n{end}").text == NEW


@pytest.mark.parametrize(
    ("pasted", "text"),
    [
        ("Hi=20\nWe=E2=80=99re offer=\ning you", "Hi \nWe’re offering you"),
        ("<p>Hi&nbsp;Sam,</p><br>it&#39;s <b>a no</b>", "\nHi Sam,\n\nit's a no"),
        ("<style>p { color: red }</style>Hi", "Hi"),
        ("un\u200bsuc\u00adcess\ufeffful", "unsuccessful"),
        ("a < b and c > d & 1 = 2", "a < b and c > d & 1 = 2"),
        ("======\nTotal = 5", "======\nTotal = 5"),
        ("&#0;&#xD800;&#99999999;&unknown;", "&#99999999;&unknown;"),
    ],
)
def test_what_programs_leave_in_a_text_is_taken_out(pasted: str, text: str) -> None:
    assert tidy(pasted) == text
