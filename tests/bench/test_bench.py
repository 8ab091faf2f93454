import zipfile
from collections.abc import Iterator
from contextlib import contextmanager, nullcontext
from pathlib import Path
from urllib.request import urlopen

import pytest

from bench import others
from bench.others import TELL, measure, write_page
from bench.peers import PAGE, prepare
from bench.record import largest_requests
from bench.server import TOLD, serve
from bench.table import show
from bench.variant import Variant, list_variants
from dev.protocols import BrowserError


def test_ours_is_the_measure_of_the_others() -> None:
    ours, stock = Variant("ours", "", ""), Variant("stock", "", "")
    for milliseconds in (500, 900, 400):
        ours.note("first", milliseconds, 2_000_000)
        stock.note("first", milliseconds * 3, 5_600_000)
    assert show([ours, stock]) == (
        "| First visit | ms | × ours |\n|---|---|---|\n| ours | 500 | 1.00 |\n| stock | 1500 | 3.00 |"
        "\n\n| Bytes of a first visit | MB |\n|---|---|\n| ours | 2.00 |\n| stock | 5.60 |"
    )


def test_peers_get_the_same_rules_and_only_pure_python(tmp_path: Path) -> None:
    prepare(tmp_path / "peers", Path(__file__).parents[2] / "site")
    names = {
        name
        for wheel in (tmp_path / "peers/pyodide").glob("*.whl")
        for name in zipfile.ZipFile(wheel).namelist()
    }
    assert {"playbook/boundary.py", "playbook/calendars/index.json", "jinja2/filters.py"} <= names
    assert {"playbook/tools/timeline/view.html.jinja", "markupsafe/_native.py"} <= names
    assert not [name for name in names if name.endswith(".so")]
    assert (tmp_path / "peers/pyscript/core.js").is_file()
    [listed] = (tmp_path / "peers/page/assets/tool").glob("files.*.js")
    assert "export const small = null\n" in listed.read_text()


def test_in_other_browsers_the_page_itself_notes_when_the_answer_is_there(tmp_path: Path) -> None:
    site = Path(__file__).parents[2] / "site"
    ours, _, stock, *_ = list_variants()
    for variant, source, path in (
        (ours, site / PAGE / "index.html", f"{PAGE}index.html"),
        (stock, Path("bench/pages/stock.html"), "peers/stock.html"),
    ):
        write_page(variant, site, tmp_path)
        page = (tmp_path / path).read_text(encoding="utf-8")
        noted = f"<script>{TELL}{variant.before}</script>"
        assert page.index(noted) < (page + "Content-Security-Policy").index("Content-Security")
        assert page.replace(noted, "") == source.read_text(encoding="utf-8")


def test_three_visits_are_what_the_page_tells_of_each() -> None:
    ours = list_variants()[0]
    with serve({}) as (server, address):

        @contextmanager
        def show_page(page: str) -> Iterator[None]:
            assert page == f"{address}{PAGE}"
            for milliseconds in ("700.5", "400", "300"):
                urlopen(f"{address}{TOLD}{milliseconds}").close()  # noqa: S310 -- our own server
            yield

        measure(show_page, ours, server, address)
    assert ours.milliseconds == {"first": [700.5], "later": [400, 300]}


def test_a_page_that_tells_nothing_is_given_up(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(others, "PATIENCE", 0.1)
    with serve({}) as (server, address), pytest.raises(BrowserError, match="Closing Playbook said"):
        measure(lambda _: nullcontext(), list_variants()[0], server, address)


def test_the_largest_record_grows_with_each_keystroke() -> None:
    first, second = largest_requests(2)
    assert len(first["record"]["interviewers"]) == 8
    assert len(first["record"]["events"]) == 12
    assert second["previous"]["record"] == first["record"]
    assert (first["record"]["highlights"], second["record"]["highlights"]) == ("th", "the")
