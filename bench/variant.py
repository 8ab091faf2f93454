"""The ways that are measured: ours and the peers', and what was measured of each."""

import json
from dataclasses import dataclass, field
from statistics import median

from bench.peers import PAGE
from bench.record import RECORD

VISITS = ("first", "later", "later")
"""What each visit in turn counts as: the medians of the two later ones were alike, and taken together swing less."""
REST = 500
"""Milliseconds between an answer and the next visit."""
ANSWERED = "[data-part=actions]:not([hidden])"
BEFORE = """
sessionStorage.setItem('closing-playbook', %r)
new MutationObserver(() => {
  if (!window.answeredAt && document.querySelector(%r)) window.answeredAt = performance.now()
}).observe(document, { subtree: true, childList: true, attributes: true, characterData: true })
"""
"""Runs before the page's own scripts: the reader has noted one interview, and it's seen when the answer is there."""


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

    @property
    def before(self) -> str:
        """Return what runs before the page's own scripts."""
        return BEFORE % (json.dumps(RECORD), self.answered)


def list_variants() -> list[Variant]:
    """Return ours and the peers; each says by what selector its answer is known."""
    return [
        Variant("Closing Playbook", PAGE, ANSWERED),
        Variant("our page, whole Pyodide", f"peers/page/{PAGE}", ANSWERED),
        Variant("stock Pyodide", "peers/stock.html", "#answer > *"),
        Variant("PyScript", "peers/pyscript.html", "#answer > *"),
        Variant("bare WebAssembly", "peers/bare.html", "#answer:not(:empty)"),
    ]
