"""What a centre wrote is tried out where it can do no harm, and the next file is tried all the same."""

import os
import signal
from collections.abc import Iterator

import pytest

from publish.brand.check import trial
from publish.brand.check.complaints import Complaint
from publish.brand.check.trial import try_out


def complain(name: str) -> Iterator[Complaint]:
    if name == "dies":
        os.kill(os.getpid(), signal.SIGKILL)
    if name == "sleeps":
        signal.pause()
    if name == "wrong":
        yield Complaint(name, 2, "it is wrong")


def test_each_file_gets_its_own_answer_whatever_becomes_of_the_one_before(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(trial, "PATIENCE", 0.2)
    silent = "it takes too long or grows too large, and nothing tells in which line"
    assert try_out(["dies", "wrong", "sleeps", "right", "wrong", "dies"], complain) == [
        Complaint("dies", 0, silent),
        Complaint("wrong", 2, "it is wrong"),
        Complaint("sleeps", 0, silent),
        Complaint("wrong", 2, "it is wrong"),
        Complaint("dies", 0, silent),
    ]


def test_nothing_to_try_starts_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "_FORK", None)
    assert try_out([], complain) == []


def grow(name: str) -> Iterator[Complaint]:
    try:
        bytearray(int(name))
    except MemoryError:
        yield Complaint(name, 1, "it grows too large")


def test_only_what_a_file_takes_itself_is_counted(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(trial, "MOST_BYTES", 50_000_000)
    had_before = bytearray(100_000_000)
    too_large = Complaint("900000000", 1, "it grows too large")
    assert try_out(["20000000", "900000000"], grow) == [too_large]
    assert len(had_before) == 100_000_000
