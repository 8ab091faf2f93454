"""Make sure that the tests have their browsers and web servers, and say in one sentence what to do when they can't."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROME_ON_MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
FIREFOX_NAMES = ("firefox-esr", "firefox")
SBIN = "/usr/sbin:/usr/local/sbin:/opt/homebrew/bin"
"""Where web servers are, which isn't on everybody's path."""
FIREFOX_ON_MACOS = Path("/Applications/Firefox.app/Contents/MacOS/firefox")


@dataclass(frozen=True)
class Browser:
    """A browser or a web server of the tests: how to find it, and what Debian calls what brings it."""

    name: str
    packages: tuple[str, ...]
    find: Callable[[], Path | None]


def find_chromium() -> Path | None:
    """Return the Chromium that tests drive: the machine's own, or else Playwright's."""
    return (
        _find_named(CHROMIUM_NAMES) or _find_file(CHROME_ON_MACOS) or _find_file(ask_playwright())
    )


def ask_playwright() -> Path:
    """Return where Playwright's own Chromium is, or would be."""
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to import, rarely needed

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def find_firefox() -> Path | None:
    """Return the machine's Firefox."""
    return _find_named(FIREFOX_NAMES) or _find_file(FIREFOX_ON_MACOS)


def find_webkit() -> Path | None:
    """Return the driver of Safari, or else of WebKitGTK, which needs a screen that nobody looks at."""
    is_drawn = find_screen() is not None
    return _find_named(["safaridriver"]) or (_find_named(["WebKitWebDriver"]) if is_drawn else None)


def find_screen() -> Path | None:
    """Return the program for such a screen."""
    return _find_named(["Xvfb"])


def find_apache() -> Path | None:
    """Return the machine's Apache."""
    return _find_named(["apache2", "httpd"])


def find_nginx() -> Path | None:
    """Return the machine's nginx."""
    return _find_named(["nginx"])


def _find_named(names: Iterable[str]) -> Path | None:
    paths = f"{os.environ.get('PATH', '')}{os.pathsep}{SBIN}"
    return next((Path(path) for name in names if (path := shutil.which(name, path=paths))), None)


def _find_file(path: Path) -> Path | None:
    return path if path.is_file() else None


CHROMIUM = Browser("Chromium or Google Chrome", ("chromium",), find_chromium)
FIREFOX = Browser("Firefox", ("firefox-esr",), find_firefox)
WEBKIT = Browser("WebKitGTK's driver with Xvfb", ("webkit2gtk-driver", "xvfb"), find_webkit)
APACHE = Browser("Apache", ("apache2-bin",), find_apache)
NGINX = Browser("nginx", ("nginx",), find_nginx)
BROWSERS = (CHROMIUM, FIREFOX, WEBKIT, APACHE, NGINX)


def advise(missing: Sequence[Browser]) -> str:
    """Return the sentence about programs that are neither there nor could be installed."""
    names = " and ".join(browser.name for browser in missing)
    return (
        f"The tests need programs that aren't here and couldn't be installed: install {names} "
        f"(on Debian: 'sudo apt install {_list_packages(missing)}'), then run 'make test' again."
    )


def _list_packages(browsers: Sequence[Browser]) -> str:
    return " ".join(package for browser in browsers for package in browser.packages)


def list_missing() -> list[Browser]:
    """Return the browsers that this machine lacks."""
    return [browser for browser in BROWSERS if browser.find() is None]


def list_installs(missing: Sequence[Browser]) -> list[list[str]]:
    """Return the commands that may bring these browsers, the likeliest for this machine first."""
    installs = []
    as_root = become_root()
    if shutil.which("apt-get") and as_root is not None:
        apt = f"apt-get update -q && apt-get install -q -y {_list_packages(missing)}"
        installs.append([*as_root, "sh", "-c", apt])
    if CHROMIUM in missing:
        installs.append([sys.executable, "-m", "playwright", "install", "chromium"])
    return installs


def become_root() -> list[str] | None:
    """Return what to put before a command for root: sudo only where a machine works by itself, or None."""
    if os.geteuid() == 0:
        return []
    return ["sudo", "-n"] if os.environ.get("CI") and shutil.which("sudo") else None


def install(
    commands: Iterable[list[str]], find_missing: Callable[[], list[Browser]]
) -> list[Browser]:
    """Run the commands until no browser is missing, and return those that still are."""
    for command in commands:
        print("Installing what the tests need:", " ".join(command), flush=True)
        subprocess.run(command, check=False)
        if not find_missing():
            return []
    return find_missing()


def main() -> None:
    """Find the browsers or install them; fail in one sentence when one is missing."""
    missing = list_missing()
    if missing:
        missing = install(list_installs(missing), list_missing)
    if missing:
        raise SystemExit(advise(missing))
    browsers = ", ".join(str(browser.find()) for browser in BROWSERS)
    print(f"Browsers for the tests: {browsers}")


if __name__ == "__main__":
    main()
