"""The tables of a run, in Markdown: one for each kind of visit, narrow enough for a phone."""

from collections.abc import Iterator, Sequence
from typing import Protocol

KINDS = {"first": "First visit", "later": "Later visits", "slow": "First visit on a slow line"}


class Measured(Protocol):
    """What a variant tells the table."""

    name: str
    milliseconds: dict[str, list[float]]
    sent: dict[str, int]

    def median(self, visit: str) -> float:
        """Return the middle of the visits of a kind."""


def show(variants: Sequence[Measured]) -> str:
    """Return, for each kind of visit, the medians in milliseconds and how many times ours they are; and the bytes."""
    ours = variants[0]
    parts = [
        "\n".join(list_rows(variants, ours, kind)) for kind in KINDS if kind in ours.milliseconds
    ]
    sizes = [f"| {row.name} | {row.sent['first'] / 1e6:.2f} |" for row in variants]
    return "\n\n".join(
        [*parts, "\n".join(["| Bytes of a first visit | MB |", "|---|---|", *sizes])]
    )


def list_rows(variants: Sequence[Measured], ours: Measured, kind: str) -> Iterator[str]:
    """Yield the lines of the table for one kind of visit."""
    yield f"| {KINDS[kind]} | ms | × ours |"
    yield "|---|---|---|"
    for row in variants:
        if kind in row.milliseconds:
            ratio = row.median(kind) / ours.median(kind)
            yield f"| {row.name} | {row.median(kind):.0f} | {ratio:.2f} |"
