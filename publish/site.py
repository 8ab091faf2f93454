"""`python -m publish.site <mkdocs.yml> <folder>`: from the tree to the sealed site, in one process.

First the guide as data and what the browser runs, which MkDocs copies; then the pages; then the
seal. Each is a command of its own, too; in one process they read Python and the guide's tools once.
"""

import sys
from pathlib import Path

from mkdocs.__main__ import cli

from publish import bundle, twin
from publish.seal import seal


def build_pages(config: str, site: Path) -> None:
    """Let MkDocs write the pages. A warning stops it, as a mistake does."""
    options = ["--strict", "--config-file", config, "--site-dir", str(site)]
    cli.main(["build", *options], prog_name="mkdocs", standalone_mode=False)


def main() -> None:
    """Build the site that this MkDocs file describes into this folder."""
    config, site = sys.argv[1], Path(sys.argv[2])
    twin.main()
    bundle.main()
    build_pages(config, site)
    print(f"{site}: {seal(site)} pages sealed")


if __name__ == "__main__":
    main()
