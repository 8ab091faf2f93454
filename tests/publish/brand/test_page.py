"""What the page for centres tells people to type is right."""

import datetime
import re
import textwrap
from pathlib import Path

import pytest

from publish.brand.check.everything import check
from publish.brand.check.keys import BRAND
from tests.publish.brand.conftest import FILES, ROOT

PAGE = (ROOT / "docs/about/brand-this-site.md").read_text(encoding="utf-8")
FILE = re.compile(r"`(?P<name>brand/[^`]+)`[^`]*```(?:toml|jinja)\n(?P<text>.*?)```", re.DOTALL)
FENCED = re.compile(r"^(?P<indent> *)```yaml\n(?P<text>.*?)^ *```", re.DOTALL | re.MULTILINE)


def read_examples() -> dict[str, str]:
    """Every file that the page writes out, by name; brand.yml is the first that stands there."""
    plain = re.sub(r"\{% (?:end)?raw %\}", "", PAGE)
    files = {match["name"]: match["text"] for match in FILE.finditer(plain)}
    return {"brand.yml": textwrap.dedent(FENCED.findall(plain)[0][1]), **files}


@pytest.fixture
def as_told(copy: Path) -> Path:
    for name in FILES:
        (copy / name).unlink()
    for name, text in read_examples().items():
        (copy / name).parent.mkdir(parents=True, exist_ok=True)
        (copy / name).write_text(text, encoding="utf-8")
    return copy


def test_every_file_that_the_page_writes_out_is_right(as_told: Path) -> None:
    open_day = as_told / "brand/templates/open-day.txt.jinja"
    open_day.write_text((as_told / "brand/templates/thank-you-email.txt.jinja").read_text())
    written = {path.name for path in (as_told / "brand").rglob("*") if path.is_file()}
    assert {"timeline.toml", "disagreements.toml", "sources.toml", "claims.toml"} <= written
    assert {"kinds.toml", "thank-you-email.txt.jinja", "spelling.toml"} <= written
    today = datetime.date(2026, 11, 22)
    assert [str(each) for each in check(as_told, today)[1] if each.stops] == []


def test_each_setting_has_its_line_on_the_page() -> None:
    assert [name for name in BRAND if f"`{name}`" not in PAGE and f"`{name}: " not in PAGE] == []
