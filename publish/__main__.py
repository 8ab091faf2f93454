"""`python -m publish <mkdocs.yml> <folder>`: from the tree to the sealed site, in one process.

First a centre's brand, where the MkDocs file is the one that is made from it; then the guide as
data and what the browser runs, which MkDocs copies; then the pages; then the seal. Each is a
command of its own, too; in one process they read Python and the guide's tools once.
"""

import os
import sys
from importlib import import_module
from pathlib import Path

from mkdocs.__main__ import cli

from macros.guide import hand_over
from publish.brand.put.kept import is_in_place, note
from publish.site import export_json
from publish.site.seal import seal
from runtime import bundle

BRANDED = "mkdocs.brand.yml"
ROOT = Path()


def build_pages(config: str, site: Path) -> None:
    """Let MkDocs write the pages. A warning stops it, as a mistake does."""
    options = ["--strict", "--config-file", config, "--site-dir", str(site)]
    cli.main(["build", *options], prog_name="mkdocs", standalone_mode=False)


def put_brand_in_place() -> None:
    """Write what follows from brand.yml, and start anew where the rules had read something else before.

    Where all of it is as it was after the last time, nothing is to do.
    """
    if is_in_place(ROOT):
        return
    if import_module("publish.brand.__main__").build():
        os.execv(sys.executable, [sys.executable, "-m", "publish", *sys.argv[1:]])  # noqa: S606 - ourselves
    note(ROOT)


def main() -> None:
    """Build the site that this MkDocs file describes into this folder."""
    config, site = sys.argv[1], Path(sys.argv[2])
    if config == BRANDED:
        put_brand_in_place()
    hand_over(export_json.DOCS, export_json.main())
    bundle.main()
    build_pages(config, site)
    print(f"{site}: {seal(site)} pages sealed")


if __name__ == "__main__":
    main()
