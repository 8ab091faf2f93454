"""`python -m publish.site.build <folder>`: from the staged tree to the sealed site, in one process.

First the guide as data and what the browser runs, which MkDocs copies; then the pages; then the seal.
Each is a command of its own, too; in one process they import Python's modules once.
"""

import sys
from pathlib import Path

from mkdocs.__main__ import cli

from publish.site import export_json
from publish.site.seal import seal
from runtime import bundle
from runtime.files import STAGED


def build_pages(site: Path) -> None:
    """Let MkDocs write the pages. A warning stops it, as a mistake does."""
    config, folder = (
        str(STAGED / "mkdocs.yml"),
        str(site.resolve()),
    )  # else it's taken from the config's
    options = ["--strict", "--config-file", config, "--site-dir", folder]
    cli.main(["build", *options], prog_name="mkdocs", standalone_mode=False)


def main() -> None:
    """Build the site into this folder."""
    site = Path(sys.argv[1])
    export_json.main()
    bundle.main()
    build_pages(site)
    print(f"{site}: {seal(site)} pages sealed")


if __name__ == "__main__":
    main()
