"""The same visits in Firefox and in WebKit: ours beside stock Pyodide."""

from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from pathlib import Path
from queue import Empty
from tempfile import TemporaryDirectory

from bench.peers import PAGES
from bench.server import TOLD, File, Server, read_files, serve
from bench.table import show
from bench.variant import REST, VISITS, Variant, list_variants
from dev.protocols import BrowserError
from dev.webdriver import open_firefox, show_in_webkit

PATIENCE = 60
STARTS = ("<head>", "<!doctype html>\n")
"""Where a page begins, with a head of its own or without: what stands there runs first, before the page's policy."""
REST_PAGE = "rest.html"
TELL = f"""{{
  const watch = setInterval(() => {{
    if (!window.answeredAt) return
    clearInterval(watch)
    setTimeout(async () => {{
      await fetch('/{TOLD}' + answeredAt)
      location.href = '/{REST_PAGE}?' + location.pathname
    }}, {REST})
  }}, 50)
}}"""
"""The page itself has noted when, to a millisecond or better, and tells it when nothing is measured any more."""
COME_BACK = f"""<!doctype html>
<script>
  const visits = (Number(sessionStorage.visits) || 1) + 1
  sessionStorage.visits = visits
  if (visits <= {len(VISITS)}) setTimeout(() => {{ location.href = location.search.slice(1) }}, 100)
</script>
"""
"""Where a reader is between two visits: a page goes there by itself, since not every browser can be told to."""


@contextmanager
def show_in_firefox(address: str) -> Iterator[None]:
    """Show a page in a new Firefox."""
    with open_firefox() as tab:
        tab.open(address)
        yield


Show = Callable[[str], AbstractContextManager[None]]
OTHERS: dict[str, Show] = {"Firefox": show_in_firefox, "WebKit": show_in_webkit}


def measure_others(site: Path, files: Mapping[str, File], cache: Path, rounds: int) -> str:
    """Return the tables of both browsers, whose visits are in turns."""
    taken = {name: list_compared() for name in OTHERS}
    with TemporaryDirectory() as folder:
        Path(folder, REST_PAGE).write_text(COME_BACK, encoding="utf-8")
        for variant in list_compared():
            write_page(variant, site, Path(folder))
        pages = read_files(Path(folder), cache)
    with serve({**files, **pages}) as (server, address):
        for _ in range(rounds):
            for name, variants in taken.items():
                for variant in variants:
                    measure(OTHERS[name], variant, server, address)
    tables = [f"In {name}:\n\n{show(variants)}" for name, variants in taken.items()]
    return "\n\n".join([f"Medians of {rounds} rounds in other browsers.", *tables])


def list_compared() -> list[Variant]:
    """Return ours and stock Pyodide."""
    ours, _, stock, *_ = list_variants()
    return [ours, stock]


def write_page(variant: Variant, site: Path, folder: Path) -> None:
    """Write the page of a variant with what runs before its own scripts: no driver can add that to a page."""
    path = f"{variant.path}index.html" if variant.path.endswith("/") else variant.path
    source = PAGES / Path(path).name if path.startswith("peers/") else site / path
    html = source.read_text(encoding="utf-8")
    start = next(start for start in STARTS if start in html)
    page = folder / path
    page.parent.mkdir(parents=True, exist_ok=True)
    script = f"<script>{TELL}{variant.before}</script>"
    page.write_text(html.replace(start, f"{start}{script}", 1), encoding="utf-8")


def measure(show_page: Show, variant: Variant, server: Server, address: str) -> None:
    """Visit three times in a new browser, as a reader does who has noted one interview."""
    server.sent = 0
    with show_page(address + variant.path):
        for name in VISITS:
            variant.note(name, wait_for_answer(server, variant), server.sent)
            server.sent = 0


def wait_for_answer(server: Server, variant: Variant) -> float:
    """Return the milliseconds that a page tells."""
    try:
        return server.times.get(timeout=PATIENCE)
    except Empty:
        raise BrowserError(f"{variant.name} said nothing for {PATIENCE} seconds") from None
