"""Have the holiday calendars in every wheel, also in one that is built straight from a clone."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface

CALENDARS = "playbook/calendars"


class CalendarsHook(BuildHookInterface[BuilderConfig]):
    """Adds the calendars to the files that hatchling collects; builds them unless they are there."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- hatchling's signature
        """Put the built calendars into the package that goes into the wheel."""
        folder = Path(self.root, "build", CALENDARS)
        if not (folder / "index.json").is_file():
            command = [sys.executable, "-m", "publish.calendars.build"]
            subprocess.run(command, cwd=self.root, check=True)
        files = folder.glob("*.json")
        build_data["force_include"] |= {str(file): f"{CALENDARS}/{file.name}" for file in files}
