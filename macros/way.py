"""The way through the five phases, as a drawn line whose stops are links."""

from dataclasses import dataclass

from macros.plays import PHASES, Phase

# Where each stop sits across the line, in percent: the line winds, so that it reads as a way.
_SWAY = (30, 70, 24, 76, 40)


@dataclass(frozen=True, slots=True)
class Stop:
    """A phase on the line. `sway` is its offset across the line, `to` that of the next one."""

    phase: Phase
    plays: int
    here: bool
    sway: int
    to: int | None

    @property
    def across(self) -> str:
        """The SVG path to the next stop of a horizontal way."""
        return f"M0 {self.sway}C50 {self.sway} 50 {self.to} 100 {self.to}"

    @property
    def down(self) -> str:
        """The SVG path to the next stop of a vertical way."""
        return f"M{self.sway} 0C{self.sway} 50 {self.to} 50 {self.to} 100"


def draw_way(plays: dict[str, int], here: str = "") -> tuple[Stop, ...]:
    """Return the five stops with the number of plays of each; `here` is the phase one stands in."""
    return tuple(
        Stop(phase, plays.get(phase.id, 0), phase.id == here, sway, to)
        for phase, sway, to in zip(PHASES, _SWAY, (*_SWAY[1:], None), strict=True)
    )
