"""What a page can call: plain functions, registered with mkdocs-macros."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import get_build_datetime

from macros.guide import Guide, read_guide
from macros.pages import Pages
from macros.upkeep import is_late
from macros.view import render

_log = get_plugin_logger("closing-playbook")


class Site(Protocol):
    """The part of mkdocs-macros' plugin that we use."""

    conf: Any
    page: Any
    markdown: str

    def macro(self, function: Callable[..., Any], name: str = "") -> object:
        """Let pages call `function`."""


def define_env(env: Site) -> None:
    """Let pages call our functions. Raises ContentError for any mistake in the guide."""
    guide = read_guide(Path(env.conf["docs_dir"]))
    warn_of_uncited_claims(guide)
    pages = Pages(
        guide=guide,
        here=lambda: str(env.page.url),
        today=get_build_datetime().date(),
    )
    for function in pages.functions():
        env.macro(function)


def on_post_page_macros(env: Site) -> None:
    """Let a page that is past its date say so at its foot. A play does that itself."""
    front, today = env.page.meta, get_build_datetime().date()
    if is_late(front, today) and "moment" not in front:
        env.markdown += f"\n\n{render('late', env.page.url, front=front)}\n"


def warn_of_uncited_claims(guide: Guide) -> None:
    """Say which claims no play and no rule rests on; a warning stops a strict build."""
    for claim in guide.uncited():
        _log.warning(
            "claims.toml [%s]: cited by no play and no rule; it says: %s", claim.id, claim.text
        )
