"""`python -m publish <folder>`: from the sources to the sealed site. The copy is staged, then built from there."""

import argparse
from pathlib import Path

from publish.stage import stage_copy, start_staged


def main() -> None:
    """Build the site of this copy into this folder. Raises SystemExit with the build's code."""
    parser = argparse.ArgumentParser(prog="python -m publish", description=__doc__)
    parser.add_argument("--plain", action="store_true", help="the guide as it came")
    parser.add_argument("site", type=Path, help="the folder")
    arguments = parser.parse_args()
    stage_copy(Path(), is_plain=arguments.plain)
    build = start_staged(Path(), "publish.site.build", str(arguments.site))
    raise SystemExit(build.wait())


if __name__ == "__main__":
    main()
