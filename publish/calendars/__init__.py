"""The public holidays of every listed country, built from the pinned `holidays` package."""

from pathlib import Path

CALENDARS = Path(__file__).parents[2] / "build/playbook/calendars"
"""Where they are built: in the staged package of the rules."""
