"""`python -m publish.zensical <folder>`: the sealed site as Zensical builds it, from the same staged tree.

Material for MkDocs, which writes our pages, gets no more care after 5 May 2027; its makers go on
with Zensical. This is how we know that nothing in the guide hangs on MkDocs. Zensical calls only what
pages call, none of the hooks before and after a page, so this writes what those would: the pages at
old addresses, those of tools alone, and the foot with the release. What a career centre hides or words for itself
isn't in it yet.

What the browser runs has to be built there: `make zensical` does both.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import yaml
from mkdocs.utils import get_build_datetime

from macros import write_foot
from macros.embed import write_embeds
from macros.guide import read_guide
from macros.moved import write_signposts
from macros.release import read_release
from publish.site.seal import seal
from runtime.files import STAGED

CONFIG = STAGED / "zensical.yml"
"""Written for a build, beside the MkDocs file from which it takes everything, and removed afterwards."""
WRITTEN = STAGED / "zensical"
"""Zensical writes pages below their sources only; from here they are moved."""
ONE_UP = re.compile(r'href="\.\./(?P<above>(?:\.\./)*)(?P<rest>[\w/-]*/)(?=[#?"])')
"""A link to a page, one step up from where it would lead without that."""


def build(site: Path) -> None:
    """Let Zensical write the staged pages into the folder. A warning stops it, as a mistake does."""
    own = yaml.load((STAGED / "mkdocs.yml").read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 - it makes texts only
    release, today = read_release(Path()), get_build_datetime().date()
    foot = write_foot(own["copyright"], release, today)
    settings = {"INHERIT": "mkdocs.yml", "site_dir": WRITTEN.name, "copyright": foot}
    CONFIG.write_text(yaml.safe_dump(settings), encoding="utf-8")
    command = [sys.executable, "-m", "zensical", "build", "--strict", "--config-file", str(CONFIG)]
    try:
        subprocess.run(command, check=True)
    finally:
        CONFIG.unlink()
    shutil.move(WRITTEN, site)
    mend_answers(site)
    guide, home = read_guide(STAGED / "docs"), os.environ.get("SITE_URL", "")
    write_signposts(site, guide, own["site_name"], home)
    write_embeds(site, guide, own["site_name"], home, release.say(today))


def mend_answers(site: Path) -> None:
    """Mend the links of the worked examples, which the rules write for a page's address.

    Zensical has taken them as relative to the page's file, so each goes up a step too far.
    """
    for page in site.glob("tools/*/index.html"):

        def mend(link: re.Match[str], folder: Path = page.parent) -> str:
            above, rest = link["above"], link["rest"]
            is_dead = not (folder / "../" / above / rest / "index.html").is_file()
            return f'href="{above}{rest}' if is_dead else link[0]

        html = page.read_text(encoding="utf-8")
        page.write_text(ONE_UP.sub(mend, html), encoding="utf-8")


def main() -> None:
    """Build and seal the staged site into this folder."""
    site = Path(sys.argv[1])
    build(site)
    print(f"{site}: {seal(site)} pages sealed")


if __name__ == "__main__":
    main()
