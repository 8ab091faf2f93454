"""Measure how soon the answer is there, beside the peers: `python -m bench [quick]`.

One run measures everything, the variants in turn, each first visit in a new browser profile.
Compare within a run only: what a machine does beside it moves all figures together.
"""

import json
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from statistics import median, quantiles

from playwright.sync_api import BrowserContext, CDPSession, Page, sync_playwright

from bench.memory import measure_memory
from bench.others import measure_others
from bench.peers import prepare
from bench.record import largest_requests
from bench.server import Server, read_files, serve
from bench.table import show
from bench.variant import REST, VISITS, Variant, list_variants
from dev.browsers import CHROMIUM, advise, find_chromium
from playbook.tools import NAMES

SITE = Path("site")
CACHE = Path(".cache/brotli")
FLAGS = ["--no-first-run", "--disable-background-networking", "--disable-component-update"]
LINE = {
    "offline": False,
    "latency": 170,
    "downloadThroughput": 9e6 / 8,
    "uploadThroughput": 9e6 / 8,
}
PATIENCE = 60_000
KEYSTROKES, WARM_UP = 220, 20
TIME_ANSWERS = """async ([module, tool, requests]) => {
  const { runtime } = await import(new URL(module, location.href))
  const taken = []
  for (const request of requests) {
    const start = performance.now()
    await runtime.ask(tool, request)
    taken.push(performance.now() - start)
  }
  return taken
}"""


@contextmanager
def open_browser(variant: Variant) -> Iterator[BrowserContext]:
    """Yield a browser that has never been anywhere."""
    chromium = find_chromium()
    if chromium is None:
        raise SystemExit(advise([CHROMIUM]))
    with tempfile.TemporaryDirectory() as profile, sync_playwright() as playwright:
        context = playwright.chromium.launch_persistent_context(
            profile, executable_path=chromium, args=[*FLAGS, "--no-sandbox"], bypass_csp=False
        )
        context.add_init_script(variant.before)
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
        slow_down(context, page)
        server.sent = 0
        variant.note("slow", visit(page, variant, address), server.sent)


def show_keystrokes(ours: Variant, address: str) -> str:
    """Return a line for each tool: from a keystroke to the answer in the worker, for the largest record."""
    with open_browser(ours) as context:
        page = context.new_page()
        page.goto(address)
        [runtime] = [path.name for path in (SITE / "assets/tool").glob("runtime.*.js")]
        lines = []
        for tool in NAMES:
            given = [f"assets/tool/{runtime}", tool, largest_requests(KEYSTROKES)]
            taken = page.evaluate(TIME_ANSWERS, given)[WARM_UP:]
            last = quantiles(taken, n=100)[-1]
            lines.append(f"| {tool} | {median(taken):.1f} | {last:.1f} |")
    return "\n".join(["", "| keystroke to answer | median ms | p99 ms |", "|---|---|---|", *lines])


def show_memory() -> str:
    """Return a line: Python's memory after the largest requests to every tool."""
    asked = [
        (tool, json.dumps(each)) for each in largest_requests(KEYSTROKES // 2) for tool in NAMES
    ]
    size = measure_memory(asked) / 1e6
    return f"\n| Python's memory after | MB |\n|---|---|\n| {2 * len(asked)} answers | {size:.1f} |"


def main() -> None:
    """Measure and print the table."""
    rounds, slow, others = (2, 1, 0) if "quick" in sys.argv else (9, 3, 5)
    variants = list_variants()
    with tempfile.TemporaryDirectory() as name:
        peers = Path(name, "peers")
        prepare(peers, SITE)
        files = read_files(SITE, CACHE)
        files |= {f"peers/{path}": file for path, file in read_files(peers, CACHE).items()}
    with serve(files) as (server, address):
        for number in range(rounds):
            for variant in variants:
                measure(variant, server, address)
            print(f"round {number + 1} of {rounds}", file=sys.stderr, flush=True)
        for _ in range(slow):
            for variant in variants[:-1]:
                measure_on_a_slow_line(variant, server, address)
        print(show_keystrokes(variants[0], address))
    print(show_memory())
    print(f"\nMedians of {rounds} rounds, {slow} for the slow line:\n\n{show(variants)}")
    if others:
        print(f"\n{measure_others(SITE, files, CACHE, others)}")


if __name__ == "__main__":
    main()
