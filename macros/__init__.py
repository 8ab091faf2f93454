"""What a page can call: plain functions, registered with mkdocs-macros."""

from collections.abc import Callable
from datetime import date
from pathlib import Path, PurePosixPath
from typing import Any, Protocol

from mkdocs.plugins import get_plugin_logger
from mkdocs.utils import get_build_datetime

from macros.decided import add_notes
from macros.embed import write_embeds
from macros.guide import Guide, read_guide
from macros.links import lead_to_own
from macros.moved import write_signposts
from macros.pages import Pages
from macros.release import Release, read_release
from macros.search import place_in_search
from macros.security import add_security_txt, read_expiry
from macros.slots import FOLDER, Slots, list_slots
from macros.spelling import OWN_WORDS
from macros.upkeep import is_late
from macros.view import render

GUIDE = "guide"
"""The guide that the pages show, among what mkdocs-macros keeps for a build."""
DECIDED = "decided_rules"
"""The rules whose numbers the centre decided, among what mkdocs-macros keeps for a build."""
_log = get_plugin_logger("closing-playbook")


class Site(Protocol):
    """The part of mkdocs-macros' plugin that we use."""

    conf: Any
    page: Any
    markdown: str
    variables: dict[str, Any]

    def macro(self, function: Callable[..., Any], name: str = "") -> object:
        """Let pages call `function`."""


def on_pre_page_macros(env: Site) -> None:
    """Tell the search where the page stands, and leave out a play that a centre leaves out.

    That play is in no topic either. Our titles are spelled as the centre spells.
    """
    rulebook = env.variables[GUIDE].rulebook
    given = env.page.meta.get("search") or {}
    env.page.meta["search"] = place_in_search(env.page.file.src_uri, given)
    if not is_own(env):
        if Path(env.page.file.src_uri).stem in rulebook.centre.hide_plays:
            env.page.meta["search"] = {"exclude": True}
            env.page.meta.pop("tags", None)
        spelled = {
            key: env.page.meta[key] for key in ("title", "description") if key in env.page.meta
        }
        env.page.meta |= {key: rulebook.spelling.respell(text) for key, text in spelled.items()}


def is_own(env: Site) -> bool:
    """Tell whether the page is one of the career centre's own."""
    return str(env.page.url).startswith("local/")


def base_of_links(page: Any) -> str:
    """Return the place that links in a page's HTML are relative to, from the top of the site.

    MkDocs leaves them as they are written, so it's the page's own address. Zensical takes them as
    relative to the page's file, as it does links in Markdown.
    """
    return str(page.url) if hasattr(page, "file") else f"{PurePosixPath(page.path).parent}/"


def define_env(env: Site) -> None:
    """Let pages call our functions. Raises ContentError for any mistake in the guide."""
    docs_dir = Path(env.conf["docs_dir"])
    guide = read_guide(docs_dir)
    warn_of_uncited_claims(guide)
    release, today = read_release(Path()), get_build_datetime().date()
    env.conf["copyright"] = write_foot(env.conf["copyright"], release, today)
    pages = Pages(
        guide=guide,
        slots=Slots(
            folder=docs_dir.parent / FOLDER,
            known=tuple(list_slots(docs_dir)),
            centre=guide.rulebook.centre,
            source=lambda: str(env.page.file.src_uri),
        ),
        here=lambda: str(env.page.url),
        links_from=lambda: base_of_links(env.page),
        today=today,
        release_line=release.say(today),
    )
    for function in pages.functions():
        env.macro(function)
    env.variables[GUIDE] = guide
    env.variables[DECIDED] = {id: rule for id, rule in guide.rules.items() if rule.rule.decision}


def write_foot(copyright_line: str, release: Release, today: date) -> str:
    """Return the line at the foot of every page with the release at its end."""
    return f"{copyright_line} {release.say(today)}"


def on_post_page_macros(env: Site) -> None:
    """Add a line to the foot of a page that is past its review date; a play has one of its own.

    A number that the centre decided gets its note, and a link to a play of ours leads to the one that
    the centre has instead. A page of the centre's own is marked, so that its words stay as they are typed.
    """
    env.markdown = add_notes(env.markdown, env.variables[DECIDED], env.page.url)
    front, today = env.page.meta, get_build_datetime().date()
    if is_late(front, today) and "moment" not in front:
        env.markdown += f"\n\n{render('late', env.page.url, front=front)}\n"
    if is_own(env):
        env.markdown += f"\n\n{OWN_WORDS}\n"
    else:
        env.markdown = lead_to_own(env.markdown, env.page.file.src_uri, env.variables[GUIDE])


def on_post_build(env: Site) -> None:
    """Add what no source stands for: tools alone on a page, old addresses that lead on, and security.txt."""
    site, home = Path(env.conf["site_dir"]), env.conf["site_url"] or ""
    guide, name, today = env.variables[GUIDE], env.conf["site_name"], get_build_datetime().date()
    write_signposts(site, guide, name, home)
    write_embeds(site, guide, name, home, read_release(Path()).say(today))
    expires = read_expiry(Path(env.conf["docs_dir"]))
    add_security_txt(site, env.conf["extra"], expires, today, home)


def warn_of_uncited_claims(guide: Guide) -> None:
    """Say which claims no play and no rule rests on; a warning stops a strict build."""
    for claim in guide.uncited():
        _log.warning(
            "claims.toml [%s]: cited by no play and no rule; it says: %s", claim.id, claim.text
        )
