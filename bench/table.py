"""The table of a run, in Markdown."""

from collections.abc import Sequence
from typing import Protocol

KINDS = ("first", "second", "third", "slow")


class Measured(Protocol):
    """What a variant tells the table."""

    name: str
    milliseconds: dict[str, list[float]]
    sent: dict[str, int]

    def median(self, visit: str) -> float:
        """The middle of the visits of a kind."""


def show(variants: Sequence[Measured], rounds: int) -> str:
    """Return a row for each variant: milliseconds, how many times ours, megabytes on the line."""
    ours = variants[0]
    lines = [
        f"| medians of {rounds} | "
        + " | ".join(f"{kind} ms | × ours" for kind in KINDS)
        + " | MB |",
        "|---" * (2 + 2 * len(KINDS)) + "|",
    ]
    lines += [f"| {row.name} | " + " | ".join(write_cells(row, ours)) + " |" for row in variants]
    return "\n".join(lines)


def write_cells(row: Measured, ours: Measured) -> list[str]:
    """Return the cells after the name."""
    cells = []
    for kind in KINDS:
        if kind in row.milliseconds:
            cells += [f"{row.median(kind):.0f}", f"{row.median(kind) / ours.median(kind):.2f}"]
        else:
            cells += ["", ""]
    return [*cells, f"{row.sent['first'] / 1e6:.2f}"]
