import sys
from pathlib import Path

import pytest

from dev import browsers
from dev.browsers import CHROMIUM, FIREFOX, WEBKIT, Browser


def bring(installed: Path) -> Browser:
    return Browser("Example", ("example",), lambda: installed if installed.exists() else None)


def touch(path: Path) -> list[str]:
    return [sys.executable, "-c", f"open({str(path)!r}, 'w')"]


def test_installing_stops_as_soon_as_every_browser_is_there(tmp_path: Path) -> None:
    first, second = tmp_path / "installed", tmp_path / "second"
    missing = browsers.install([touch(first), touch(second)], lambda: miss(bring(first)))
    assert missing == []
    assert not second.exists()


def test_install_that_fails_gives_way_to_the_next(tmp_path: Path) -> None:
    installed = tmp_path / "installed"
    fails = [sys.executable, "-c", "raise SystemExit(3)"]
    assert browsers.install([fails, touch(installed)], lambda: miss(bring(installed))) == []


def miss(*browsers: Browser) -> list[Browser]:
    return [each for each in browsers if each.find() is None]


def test_what_no_command_brings_is_said(tmp_path: Path) -> None:
    lost = bring(tmp_path / "never")
    assert browsers.install([touch(tmp_path / "another")], lambda: miss(lost)) == [lost]


@pytest.mark.parametrize(
    ("missing", "names", "packages"),
    [
        ([CHROMIUM], "Chromium or Google Chrome", "chromium"),
        (
            [FIREFOX, WEBKIT],
            "Firefox and WebKitGTK's driver with Xvfb",
            "firefox-esr webkit2gtk-driver xvfb",
        ),
    ],
)
def test_without_a_browser_the_tests_do_not_start_and_one_sentence_says_why(
    monkeypatch: pytest.MonkeyPatch, missing: list[Browser], names: str, packages: str
) -> None:
    monkeypatch.setattr(browsers, "list_missing", lambda: missing)
    monkeypatch.setattr(browsers, "list_installs", lambda _: [])
    with pytest.raises(SystemExit) as stopped:
        browsers.main()
    assert f"install {names} (on Debian: 'sudo apt install {packages}')" in str(stopped.value)


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> set[str]:
    """The names of the programs that this machine has, to be changed."""
    names = {"apt-get", "sudo", "Xvfb", "WebKitWebDriver"}
    monkeypatch.setattr(
        "shutil.which", lambda name, **_: f"/usr/bin/{name}" if name in names else None
    )
    monkeypatch.delenv("CI", raising=False)
    return names


def test_root_installs_all_that_is_missing_at_once(
    monkeypatch: pytest.MonkeyPatch, commands: set[str]
) -> None:
    assert "apt-get" in commands
    monkeypatch.setattr("os.geteuid", lambda: 0)
    assert browsers.list_installs([FIREFOX, WEBKIT]) == [
        [
            "sh",
            "-c",
            "apt-get update -q && apt-get install -q -y firefox-esr webkit2gtk-driver xvfb",
        ]
    ]


def test_nobody_else_becomes_root_but_a_machine_that_works_by_itself(
    monkeypatch: pytest.MonkeyPatch, commands: set[str]
) -> None:
    assert "sudo" in commands
    monkeypatch.setattr("os.geteuid", lambda: 1000)
    assert browsers.list_installs([WEBKIT]) == []
    monkeypatch.setenv("CI", "true")
    [command] = browsers.list_installs([WEBKIT])
    assert command[:3] == ["sudo", "-n", "sh"]


def test_webkit_is_of_no_use_without_a_screen(commands: set[str]) -> None:
    assert browsers.find_webkit() == Path("/usr/bin/WebKitWebDriver")
    commands.remove("Xvfb")
    assert browsers.find_webkit() is None
    commands.add("safaridriver")
    assert browsers.find_webkit() == Path("/usr/bin/safaridriver")
