import sys
from pathlib import Path

import pytest

from publish import browser


def test_installing_stops_as_soon_as_there_is_a_browser(tmp_path: Path) -> None:
    mark = tmp_path / "installed"
    touch = [sys.executable, "-c", f"open({str(mark)!r}, 'w')"]
    never = [sys.executable, "-c", f"open({str(tmp_path / 'second')!r}, 'w')"]
    found = browser.install([touch, never], lambda: mark if mark.exists() else None)
    assert found == mark
    assert not (tmp_path / "second").exists()


def test_install_that_fails_gives_way_to_the_next(tmp_path: Path) -> None:
    mark = tmp_path / "installed"
    fails = [sys.executable, "-c", "raise SystemExit(3)"]
    touch = [sys.executable, "-c", f"open({str(mark)!r}, 'w')"]
    assert browser.install([fails, touch], lambda: mark if mark.exists() else None) == mark


def test_without_any_browser_the_tests_do_not_start_and_one_sentence_says_why(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(browser, "find_chromium", lambda: None)
    monkeypatch.setattr(browser, "list_installs", list)
    with pytest.raises(SystemExit, match="install Chromium or Google Chrome"):
        browser.main()
