"""Make sure that the tests have a Chromium, and say in one sentence what to do when they can't."""

import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterable
from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
MACOS = Path("/Applications/Google Chrome.app/Contents/MacOS/Google Chrome")
ADVICE = (
    "The tests need a browser, and none could be installed: install Chromium or Google Chrome "
    "(on Debian: 'sudo apt install chromium'), then run 'make test' again."
)


def find_chromium() -> Path | None:
    """Return the Chromium that tests drive: the machine's own, or else Playwright's."""
    for name in NAMES:
        found = shutil.which(name)
        if found:
            return Path(found)
    return next((path for path in (MACOS, _ask_playwright()) if path.is_file()), None)


def _ask_playwright() -> Path:
    from playwright.sync_api import sync_playwright  # noqa: PLC0415 -- slow to import, rarely needed

    with sync_playwright() as playwright:
        return Path(playwright.chromium.executable_path)


def list_installs() -> list[list[str]]:
    """Return the commands that may bring a browser, the likeliest for this machine first."""
    installs = [[sys.executable, "-m", "playwright", "install", "chromium"]]
    if shutil.which("apt-get") and os.geteuid() == 0:
        apt = ["sh", "-c", "apt-get update -q && apt-get install -q -y chromium"]
        installs.insert(0, apt)
    return installs


def install(commands: Iterable[list[str]], find: Callable[[], Path | None]) -> Path | None:
    """Run the commands until there is a browser."""
    for command in commands:
        print("Installing a browser for the tests:", " ".join(command), flush=True)
        subprocess.run(command, check=False)
        found = find()
        if found:
            return found
    return None


def main() -> None:
    """Find a browser or install one; fail in one sentence when there is none."""
    found = find_chromium() or install(list_installs(), find_chromium)
    if found is None:
        raise SystemExit(ADVICE)
    print(f"Browser for the tests: {found}")


if __name__ == "__main__":
    main()
