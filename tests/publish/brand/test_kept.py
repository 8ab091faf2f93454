import datetime
from pathlib import Path

import pytest

from publish.__main__ import put_brand_in_place
from publish.brand.check.everything import check
from publish.brand.put.compose import compose
from publish.brand.put.kept import is_in_place, note

TODAY = datetime.date(2026, 11, 22)


@pytest.fixture
def placed(copy: Path) -> Path:
    assert not is_in_place(copy)
    compose(copy, check(copy, TODAY)[0])
    note(copy)
    assert is_in_place(copy)
    return copy


@pytest.mark.parametrize(
    "name",
    [
        "brand.yml",
        "mkdocs.yml",
        "mkdocs.brand.yml",
        "brand/rules/timeline.toml",
        "brand/slots/home.md",
        "docs/local/rooms.md",
        "docs/local/plays/waiting/come-by.md",
        "docs/assets/playbook.css",
        "docs/assets/brand/brand.css",
        "docs/index.md",
        "docs/plays/waiting/a-new-page.md",
        "publish/brand/check/everything.py",
    ],
)
def test_a_brand_is_put_in_place_again_when_a_file_changes_that_it_rests_on(
    placed: Path, name: str
) -> None:
    file = placed / name
    before = file.read_text("utf-8") if file.is_file() else None
    file.parent.mkdir(parents=True, exist_ok=True)
    file.write_text(f"{before or ''}\n", "utf-8")
    assert not is_in_place(placed)
    file.unlink()
    assert not is_in_place(placed) or before is None
    if before is not None:
        file.write_text(before, "utf-8")
    assert is_in_place(placed)


@pytest.mark.parametrize("name", ["brands/rules", "docs/local/Plays/waiting"])
def test_a_folder_that_may_be_misspelt_is_looked_at(placed: Path, name: str) -> None:
    (placed / name).mkdir(parents=True)
    (placed / name / "a.md").write_text("Hello.\n")
    assert not is_in_place(placed)


def test_a_build_does_it_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    done = iter([False])
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("publish.brand.__main__.build", lambda: next(done))
    put_brand_in_place()
    put_brand_in_place()


def test_a_brand_with_a_mistake_is_looked_at_each_time(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def stop() -> bool:
        raise SystemExit("one thing to mend")

    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("publish.brand.__main__.build", stop)
    for _ in range(2):
        with pytest.raises(SystemExit, match="one thing to mend"):
            put_brand_in_place()
