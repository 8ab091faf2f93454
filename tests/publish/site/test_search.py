from pathlib import Path

import pytest

from publish.site.theme.search import explain_failure, find_files, start_late

STARTS = 'return L($(location.protocol!=="file:"),Je("search")).pipe(a)'
WORKER = "function Mn(e,t=new Worker(e)){return t}"
INDEX = 'function ks(){return x?y:ze(new URL("search/search_index.json",Or.base))}'
INTEGRITY = {"index": "sha256-one", "worker": "sha256-other"}


def test_the_search_starts_when_it_is_opened_from_files_that_are_pinned() -> None:
    mended = start_late(f'"use strict";{STARTS}{WORKER}{INDEX}', INTEGRITY)
    assert mended.startswith('"use strict";')
    assert '({"index": "sha256-one", "worker": "sha256-other"})' in mended
    assert 'return L($(!1),Je("search")).pipe(a)' in mended
    assert "function Mn(e,t=guideSearch.later(e)){return t}" in mended
    assert 'x?y:guideSearch.index(new URL("search/search_index.json",Or.base))' in mended
    assert "new Worker(e)" not in mended


@pytest.mark.parametrize("gone", [STARTS, WORKER, INDEX])
def test_a_script_that_has_changed_is_named_and_not_shipped(gone: str) -> None:
    script = f"{STARTS}{WORKER}{INDEX}".replace(gone, "")
    with pytest.raises(ValueError, match="is there 0 times"):
        start_late(script, INTEGRITY)


def test_its_files_are_found_in_the_site(tmp_path: Path) -> None:
    worker = tmp_path / "assets/javascripts/workers/search.a7633da7.min.js"
    index = tmp_path / "search/search_index.json"
    for path in (worker, index):
        path.parent.mkdir(parents=True)
        path.touch()
    assert find_files(tmp_path) == {"index": index, "worker": worker}


def test_the_words_for_a_search_that_does_not_come_follow_its_own() -> None:
    own = '<div class="md-search-result__meta" role="status">Initializing search</div>'
    words = explain_failure(f"{own}<ol></ol>")
    assert words.startswith(f"{own}<p ")
    assert words.endswith("</p><ol></ol>")
    assert explain_failure("<p>x</p>") == "<p>x</p>"
