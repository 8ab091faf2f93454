"""What a page can call: plain functions, registered with mkdocs-macros."""

from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol

from mkdocs.utils import get_build_datetime

from macros.guide import read_guide
from macros.pages import Pages


class Site(Protocol):
    """The part of mkdocs-macros' plugin that we use."""

    conf: Any
    page: Any

    def macro(self, function: Callable[..., Any], name: str = "") -> object:
        """Let pages call `function`."""


def define_env(env: Site) -> None:
    """Let pages call our functions. Raises ContentError for any mistake in the guide."""
    pages = Pages(
        guide=read_guide(Path(env.conf["docs_dir"])),
        here=lambda: str(env.page.url),
        today=get_build_datetime().date(),
    )
    for function in pages.functions():
        env.macro(function)
