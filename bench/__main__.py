"""Measure how soon the answer is there, beside the peers: `python -m bench [quick]`.

One run measures everything, the variants in turn, each first visit in a new browser profile.
Compare within a run only: what a machine does beside it moves all figures together.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median

from playwright.sync_api import BrowserContext, CDPSession, Page, sync_playwright

from bench.peers import prepare
from bench.record import RECORD
from bench.server import Server, read_files, serve
from bench.table import show
from publish.browser import ADVICE, find_chromium

SITE = Path("site")
CACHE = Path(".cache/brotli")
VISITS = ("first", "second", "third")
FLAGS = ["--no-first-run", "--disable-background-networking", "--disable-component-update"]
LINE = {
    "offline": False,
    "latency": 170,
    "downloadThroughput": 9e6 / 8,
    "uploadThroughput": 9e6 / 8,
}
PATIENCE = 60_000
REST = 1000
"""Milliseconds after an answer, in which a page may prepare the next visit."""
RECORD_TEXT = json.dumps(RECORD)
NOTE_WHEN = """
new MutationObserver(() => {
  if (!window.answeredAt && document.querySelector(%r)) window.answeredAt = performance.now()
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
"""


@dataclass
class Variant:
    """One way to bring Python to a page, and what was measured of it."""

    name: str
    path: str
    answered: str
    milliseconds: dict[str, list[float]] = field(default_factory=dict)
    sent: dict[str, int] = field(default_factory=dict)

    def note(self, visit: str, milliseconds: float, sent: int) -> None:
        """Keep one visit."""
        self.milliseconds.setdefault(visit, []).append(milliseconds)
        self.sent[visit] = sent

    def median(self, visit: str) -> float:
        """Return the middle of the visits of this kind."""
        return median(self.milliseconds[visit])


def list_variants() -> list[Variant]:
    """Return ours and the peers; each says by what selector its answer is known."""
    return [
        Variant("Closing Playbook", "tools/timeline/", "[data-part=actions]:not([hidden])"),
        Variant("stock Pyodide", "peers/stock.html", "#answer > *"),
        Variant("PyScript", "peers/pyscript.html", "#answer > *"),
        Variant("bare WebAssembly", "peers/bare.html", "#answer:not(:empty)"),
    ]


@contextmanager
def open_browser(variant: Variant) -> Iterator[BrowserContext]:
    """Yield a browser that has never been anywhere."""
    found = find_chromium()
    if found is None:
        raise SystemExit(ADVICE)
    with tempfile.TemporaryDirectory() as profile, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=found, args=[*FLAGS, "--no-sandbox"], bypass_csp=False
        )
        context.add_init_script(NOTE_WHEN % variant.answered)
        yield context
        context.close()


def visit(page: Page, variant: Variant, address: str) -> float:
    """Return the milliseconds from navigation to the answer."""
    page.goto(address + variant.path, wait_until="commit")
    page.wait_for_selector(variant.answered, timeout=PATIENCE)
    return float(page.evaluate("answeredAt"))


def slow_down(context: BrowserContext, page: Page) -> None:
    """Put the page on a line of 9 Mbit/s with 170 ms."""
    session: CDPSession = context.new_cdp_session(page)
    session.send("Network.enable")
    session.send("Network.emulateNetworkConditions", LINE)


def measure(variant: Variant, server: Server, address: str) -> None:
    """Visit three times in a new browser, as a reader does who has noted one interview."""
    with open_browser(variant) as context:
        page = context.new_page()
        page.add_init_script(f"sessionStorage.setItem('closing-playbook', {RECORD_TEXT!r})")
        for name in VISITS:
            server.sent = 0
            milliseconds = visit(page, variant, address)
            variant.note(name, milliseconds, server.sent)
            page.wait_for_timeout(REST)
            page.goto("about:blank")


def measure_on_a_slow_line(variant: Variant, server: Server, address: str) -> None:
    """Visit once, in a new browser, over a slow line."""
    with open_browser(variant) as context:
        page = context.new_page()
        page.add_init_script(f"sessionStorage.setItem('closing-playbook', {RECORD_TEXT!r})")
        slow_down(context, page)
        server.sent = 0
        variant.note("slow", visit(page, variant, address), server.sent)


def main() -> None:
    """Measure and print the table."""
    rounds, slow = (2, 1) if "quick" in sys.argv else (9, 3)
    variants = list_variants()
    with tempfile.TemporaryDirectory() as name:
        peers = Path(name, "peers")
        prepare(peers)
        files = read_files(SITE, CACHE)
        files |= {f"peers/{path}": file for path, file in read_files(peers, CACHE).items()}
    with serve(files) as (server, address):
        for number in range(rounds):
            for variant in variants:
                measure(variant, server, address)
            print(f"round {number + 1} of {rounds}", file=sys.stderr, flush=True)
        print(show(variants, rounds), flush=True)
        for _ in range(slow):
            for variant in variants[:3]:
                measure_on_a_slow_line(variant, server, address)
    print("\nWith the slow line:\n\n" + show(variants, rounds))


if __name__ == "__main__":
    main()
