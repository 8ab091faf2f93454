"""The same visits in Firefox and in WebKit: ours beside stock Pyodide."""

from collections.abc import Mapping
from pathlib import Path
from tempfile import TemporaryDirectory
from time import sleep

from bench.peers import PAGES
from bench.server import File, Server, read_files, serve
from bench.table import show
from bench.variant import REST, VISITS, Variant, list_variants
from publish.drive import DRIVEN

CHARSET = '<meta charset="utf-8">'
"""The first words of a page's head: what stands after it runs before everything else, also before the page's policy."""
ANSWERED_AT = """async () => {
  while (!window.answeredAt) await new Promise((resolve) => setTimeout(resolve, 50))
  return answeredAt
}"""
"""The page itself has noted when, to a millisecond or better: asking late doesn't matter."""


def measure_others(site: Path, files: Mapping[str, File], cache: Path, rounds: int) -> str:
    """Return the tables of both browsers, whose visits are in turns."""
    taken = {name: list_compared() for name in DRIVEN}
    with TemporaryDirectory() as folder:
        for variant in list_compared():
            write_page(variant, site, Path(folder))
        pages = read_files(Path(folder), cache)
    with serve({**files, **pages}) as (server, address):
        for _ in range(rounds):
            for name, variants in taken.items():
                for variant in variants:
                    measure(name, variant, server, address)
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
    before, found, after = source.read_text(encoding="utf-8").partition(CHARSET)
    assert found, f"{source} says its charset otherwise"
    page = folder / path
    page.parent.mkdir(parents=True, exist_ok=True)
    page.write_text(f"{before}{found}<script>{variant.before}</script>{after}", encoding="utf-8")


def measure(browser: str, variant: Variant, server: Server, address: str) -> None:
    """Visit three times in a new browser, as a reader does who has noted one interview."""
    with DRIVEN[browser]() as tab:
        for name in VISITS:
            server.sent = 0
            tab.open(address + variant.path)
            variant.note(name, float(tab.run(ANSWERED_AT)), server.sent)
            sleep(REST / 1000)
            tab.open("about:blank")
