"""Have the theme's search start when somebody opens it, and believe only the files that the build made.

The index is heavier than all the rest of a first visit. The theme starts its worker from a file,
which would have a policy of its own, and pins neither of the two: see search.js.
"""

import json
import re
from collections.abc import Mapping
from pathlib import Path

BUNDLES = "assets/javascripts/bundle.*.js"
WORKERS = "assets/javascripts/workers/search.*.js"
INDEXES = ("search/search_index.json", "search.json")
"""Where MkDocs puts the index, and where Zensical does."""
STRICT = '"use strict";'
STARTS = re.compile(
    r"\((?P<of>[\w$]+)\(location\.protocol!==\"file:\"\),(?P<toggled>[\w$]+)\(\"search\"\)\)"
)
WORKER = re.compile(r"(?P<head>function [\w$]+\((?P<of>[\w$]+),[\w$]+=)new Worker\((?P=of)\)\)")
FETCH = re.compile(r"[\w$]+\((?P<address>new URL\(\"search/search_index\.json\",[\w$.]+\))\)")
RESULTS = re.compile(r'(<div class="md-search-result__meta"[^<>]*>[^<]*</div>)')
FAILED = (
    '<p class="pb-search-failed" role="alert">The search didn\'t arrive, or arrived changed. '
    "Check your connection, then reload this page. The menu leads to every page, too.</p>"
)


def find_files(site: Path) -> dict[str, Path]:
    """Return the files that the search needs, where the site has a search."""
    needed = {"index": INDEXES, "worker": (WORKERS,)}
    return {
        name: path
        for name, places in needed.items()
        for place in places
        for path in site.glob(place)
    }


def start_late(script: str, integrity: Mapping[str, str]) -> str:
    """Return the theme's script with a search that starts late, from files with these hashes.

    Raises ValueError where the script isn't the one that we know.
    """
    changes = (
        (STARTS, r'(\g<of>(!1),\g<toggled>("search"))'),
        (WORKER, r"\g<head>guideSearch.later(\g<of>))"),
        (FETCH, r"guideSearch.index(\g<address>)"),
    )
    for pattern, instead in changes:
        script, times = pattern.subn(instead, script)
        if times != 1:
            raise ValueError(
                f"a place that publish/site/theme/search.py changes is there {times} times, not once: {pattern.pattern}"
            )
    own = Path(__file__).with_suffix(".js").read_text(encoding="utf-8")
    return f"{STRICT}{own.replace('INTEGRITY', json.dumps(dict(integrity)))}{script}"


def explain_failure(html: str) -> str:
    """Return the page with the words for a search that doesn't arrive, which it shows then."""
    return RESULTS.sub(rf"\g<1>{FAILED}", html, count=1)
