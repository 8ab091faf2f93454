"""Over 400 invented e-mails, each with what it is: read right, or asked about, and never taken for something else."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from playbook.interview import Office
from playbook.office import calendar_of
from playbook.own import own
from playbook.replies import Reply, read_reply

HERE = Path(__file__).parent
READ_ON = {
    "mails.toml": date(2026, 11, 26),
    "others_mails.toml": date(2026, 12, 1),
    "fresh_mails.toml": date(2026, 11, 30),
}
MOST_ASKED = 0.08
"""So large a share may be asked about although one kind is meant: a question is no answer."""


def mails(name: str) -> list[dict[str, Any]]:
    table = tomllib.loads((HERE / name).read_text(encoding="utf-8"))
    return [{"read_on": READ_ON[name], **each} for each in table["mail"]]


MAILS = [each for name in READ_ON for each in mails(name)]
NAMES = [" ".join(each["text"].split())[:60] for each in MAILS]


def read(mail: dict[str, Any]) -> Reply:
    calendars = own().calendars
    calendar = calendar_of(Office(mail["country"]), calendars)
    month_first = calendars.month_first(mail["country"])
    return read_reply(mail["text"], mail["read_on"], calendar, month_first)


def kinds_of(mail: dict[str, Any]) -> set[str]:
    """What a careful reader may take it for."""
    return {*mail["kind"].split(), *mail.get("also", ())}


@pytest.mark.parametrize("mail", MAILS, ids=NAMES)
def test_an_email_is_read_right_or_asked_about(mail: dict[str, Any]) -> None:
    reply = read(mail)
    likely = {str(each.kind) for each in reply.proposals}
    wanted = kinds_of(mail)
    if reply.is_sure:
        assert likely <= wanted, "taken for something else"
        assert len(mail["kind"].split()) == 1, "two kinds are likely: the reader is to be asked"
    else:
        assert not likely or likely & wanted or "unsure" in wanted, "asked about the wrong kinds"


@pytest.mark.parametrize("mail", [each for each in MAILS if each["kind"] != "unsure"])
def test_its_day_is_right_or_left_to_the_reader(mail: dict[str, Any]) -> None:
    first = mail["kind"].split()[0]
    for proposal in read(mail).proposals:
        if str(proposal.kind) == first and proposal.day:
            assert proposal.day == mail.get("day")


def test_few_are_asked_about_that_say_one_thing() -> None:
    plain = [each for each in MAILS if len(each["kind"].split()) == 1 and each["kind"] != "unsure"]
    asked = [each["text"] for each in plain if not read(each).is_sure]
    assert len(asked) <= MOST_ASKED * len(plain), asked


def test_most_days_are_read() -> None:
    dated = [each for each in MAILS if "day" in each]
    days = [{proposal.day for proposal in read(each).proposals} for each in dated]
    unread = [mail["text"] for mail, on in zip(dated, days, strict=True) if mail["day"] not in on]
    assert len(unread) <= MOST_ASKED * len(dated), unread


def test_there_are_enough_of_each_kind_and_country() -> None:
    assert len(MAILS) >= 120
    kinds = [kind for each in MAILS for kind in each["kind"].split()]
    for kind in ("no", "offer", "invitation", "request", "wait", "receipt", "away"):
        assert kinds.count(kind) >= 4, kind
    countries = {each["country"] for each in MAILS}
    assert countries >= {"GB", "IE", "US", "IN", "SG", "AU", "NZ", "ZA", "DE", "FR"}
