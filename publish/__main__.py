"""`python -m publish <mkdocs.yml> <folder>`: from the tree to the sealed site, in one process.

First a centre's brand, where the MkDocs file is the one that is made from it; then the guide as
data and what the browser runs, which MkDocs copies; then the pages; then the seal. Each is a
command of its own, too; in one process they import Python's modules once. The rules are read by
whoever needs them, so that all that comes after the brand reads what it wrote.
"""

import sys
from pathlib import Path

from mkdocs.__main__ import cli

from publish.brand.__main__ import build as put_brand_in_place
from publish.site import export_json
from publish.site.seal import seal
from runtime import bundle

BRANDED = "mkdocs.brand.yml"


def build_pages(config: str, site: Path) -> None:
    """Let MkDocs write the pages. A warning stops it, as a mistake does."""
    options = ["--strict", "--config-file", config, "--site-dir", str(site)]
    cli.main(["build", *options], prog_name="mkdocs", standalone_mode=False)


def main() -> None:
    """Build the site that this MkDocs file describes into this folder."""
    config, site = sys.argv[1], Path(sys.argv[2])
    if config == BRANDED:
        put_brand_in_place()
    export_json.main()
    bundle.main()
    build_pages(config, site)
    print(f"{site}: {seal(site)} pages sealed")


if __name__ == "__main__":
    main()
