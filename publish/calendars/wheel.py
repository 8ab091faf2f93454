"""Have the holiday calendars in every wheel, also in one that is built straight from a clone."""

import subprocess
import sys
from pathlib import Path
from typing import Any

from hatchling.builders.config import BuilderConfig
from hatchling.builders.hooks.plugin.interface import BuildHookInterface


class CalendarsHook(BuildHookInterface[BuilderConfig]):
    """Writes the calendars before hatchling collects the files, unless they are there."""

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 -- hatchling's signature
        """Write the calendars into the package."""
        if not Path(self.root, "playbook/calendars/index.json").is_file():
            subprocess.run(
                [sys.executable, "-m", "publish.calendars.build"], cwd=self.root, check=True
            )
