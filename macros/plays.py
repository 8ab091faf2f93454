"""The plays: one Markdown file each, read strictly from their front matter."""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from playbook.content import Words, read
from playbook.errors import ContentError
from playbook.rulebook import Rulebook
from playbook.spelling import Spelling
from playbook.tools import NAMES

_FENCE = "---\n"
_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""The one written in C, ten times as fast, where PyYAML came with it."""


@dataclass(frozen=True, slots=True)
class Phase:
    """One of the five parts of the way; `summary` says in one line what happens in it."""

    id: str
    number: int
    name: str
    summary: str

    @property
    def url(self) -> str:
        """Where the phase has its page, from the top of the site."""
        return f"plays/{self.id}/"


PHASES = (
    Phase("before", 1, "Before", "Plan at home how you'll finish."),
    Phase("closing", 2, "Closing", "Use the last five minutes in the room."),
    Phase("same-day", 3, "Same day", "Write it down, then say thank you."),
    Phase("waiting", 4, "Waiting", "Know when to write, and when to stop."),
    Phase("outcome", 5, "Outcome", "Respond to a yes, or to a no."),
)


@dataclass(frozen=True, slots=True)
class Message:
    """One more whole message of a play, for another case: `case` says which, `note_kind` what note it is."""

    case: Words
    text: Words
    note_kind: str = ""


@dataclass(frozen=True, slots=True)
class Play:
    """One recommended action. `when` is the rule that dates it; `takes` is how long it takes, in words.

    `tools` do its job, the one that does most of it first; `note_kind` is the note it asks for.
    `message` is one complete message to copy, with what the reader changes in [brackets], and
    `other_messages` are more of them.
    `searched_as` are words that people type when they look for it, whether or not its page has them.
    `local` marks a play of a career centre's own, from docs/local/plays/.
    """

    id: str
    title: Words
    phase: str
    order: int
    moment: Words
    takes: Words
    claims: tuple[str, ...]
    owner: str
    checked_on: date
    review_by: date
    description: Words
    when: str = ""
    disagreements: tuple[str, ...] = ()
    rules: tuple[str, ...] = ()
    tools: tuple[str, ...] = ()
    note_kind: str = ""
    message: Words = ""
    other_messages: tuple[Message, ...] = ()
    tags: tuple[str, ...] = ()
    searched_as: tuple[str, ...] = ()
    local: bool = False

    @property
    def url(self) -> str:
        """Where the play has its page, from the top of the site."""
        return f"{'local/' if self.local else ''}plays/{self.phase}/{self.id}/"

    @property
    def file(self) -> str:
        """The file that holds the play, from the top of docs/."""
        return f"{self.url.rstrip('/')}.md"

    @property
    def messages(self) -> tuple[Message, ...]:
        """Every whole message of the play, the one that it is about first."""
        first = Message("", self.message, self.note_kind)
        return (*((first,) if self.message else ()), *self.other_messages)

    @property
    def all_rules(self) -> tuple[str, ...]:
        """Every rule the play uses, the one that dates it first."""
        return tuple(dict.fromkeys(filter(None, (self.when, *self.rules))))


def read_plays(docs_dir: Path, rulebook: Rulebook, *, local: bool = False) -> tuple[Play, ...]:
    """Return every play below `docs_dir`, in the order of the way; a centre's own follow ours in each phase.

    `local` asks for those of the centre, too. One of the same name as ours stands in its place.
    The rulebook has what they may name.

    Raises ContentError naming the file and the key for front matter that is incomplete,
    unknown, in the wrong folder, or that points to evidence we don't have.
    """
    files = [*find_plays(docs_dir), *(find_local_plays(docs_dir) if local else ())]
    plays = [_read_play(file, docs_dir, rulebook.spelling) for file in files]
    for play in plays:
        _check_references(play, rulebook)
    _check_order(plays)
    phases = [phase.id for phase in PHASES]
    ours = {(play.phase, play.id): play for play in plays if not play.local}

    def place(play: Play) -> tuple[int, bool, int, bool]:
        stands_at = ours.get((play.phase, play.id), play)
        return phases.index(play.phase), stands_at.local, stands_at.order, play.local

    return tuple(sorted(plays, key=place))


def find_plays(docs_dir: Path) -> list[Path]:
    """Return the files that hold a play: those in a phase's folder, its own page apart."""
    return [file for file in sorted(docs_dir.glob("plays/*/*.md")) if file.name != "index.md"]


def find_pages(docs_dir: Path) -> list[Path]:
    """Return every page of ours; a career centre's own, in docs/local/, are its own affair."""
    local = docs_dir / "local"
    return [file for file in sorted(docs_dir.rglob("*.md")) if not file.is_relative_to(local)]


def find_local_plays(docs_dir: Path) -> list[Path]:
    """Return the files that hold a play of a career centre's own."""
    return sorted(docs_dir.glob("local/plays/*/*.md"))


def find_topics(
    docs_dir: Path, *, local: bool = False, hidden: Collection[str] = ()
) -> tuple[str, ...]:
    """Return every topic that a page of ours names, in the order of the page By topic.

    `local` asks for the plays of the centre, too; its other pages need no front matter. Plays of
    ours that it leaves out, named in `hidden`, are listed under no topic.
    """
    left_out = {file for file in find_plays(docs_dir) if file.stem in hidden}
    files = [file for file in find_pages(docs_dir) if file not in left_out]
    files += find_local_plays(docs_dir) if local else ()
    fronts = (split_front_matter(file.read_text(encoding="utf-8"), file.name)[0] for file in files)
    return tuple(sorted({topic for front in fronts for topic in front.get("tags") or ()}))


def split_front_matter(text: str, where: str) -> tuple[dict[str, Any], str]:
    """Return the front matter of a Markdown text as a table, and the body below it.

    Raises ContentError where there is none or it isn't YAML.
    """
    head, fence, body = text.removeprefix(_FENCE).partition("\n" + _FENCE)
    if not text.startswith(_FENCE) or not fence:
        raise ContentError(f"{where}: no front matter; it starts and ends with a line '---'")
    try:
        table = yaml.load(head, Loader=_LOADER)  # noqa: S506 - both are safe loaders
    except (yaml.YAMLError, ValueError) as error:  # the latter for a day that there isn't
        raise ContentError(f"{where}: the front matter isn't YAML: {error}") from error
    if not isinstance(table, dict):
        raise ContentError(f"{where}: the front matter isn't a table of 'key: value' lines")
    return table, body


def _read_play(file: Path, docs_dir: Path, spelling: Spelling) -> Play:
    where = f"{file.parent.name}/{file.name}"
    front, _ = split_front_matter(file.read_text(encoding="utf-8"), where)
    if "id" in front:
        raise ContentError(f"{where}: unknown key 'id'; the name of the file is the id")
    if "local" in front:
        raise ContentError(f"{where}: unknown key 'local'; the folder of the file says so")
    local = file.is_relative_to(docs_dir / "local")
    front.pop("search", None)  # the theme's own: macros/search.py reads it
    play = read(Play, {"id": file.stem, "local": local, **front}, where, spelling)
    if play.phase != file.parent.name:
        raise ContentError(
            f"{where}, phase: '{play.phase}', but the file is in {file.parent.name}/"
        )
    return play


def _check_references(play: Play, rulebook: Rulebook) -> None:
    where = f"{play.phase}/{play.id}.md"
    _known([play.phase], [phase.id for phase in PHASES], f"{where}, phase")
    _known(filter(None, [play.when]), rulebook.rules, f"{where}, when")
    _known(play.rules, rulebook.rules, f"{where}, rules")
    _known(play.claims, rulebook.evidence.claims, f"{where}, claims")
    _known(play.disagreements, rulebook.evidence.disagreements, f"{where}, disagreements")
    _known(play.tools, NAMES, f"{where}, tools")
    kinds = [play.note_kind, *(message.note_kind for message in play.messages)]
    _known(filter(None, kinds), note_kinds(rulebook), f"{where}, note_kind")
    if play.note_kind and "notes" not in play.tools:
        raise ContentError(f"{where}, note_kind: a play that asks for a note has 'notes' in tools")


def note_kinds(rulebook: Rulebook) -> tuple[str, ...]:
    """Return the kinds of note that a play can lead to, as the notes tool's own field names them."""
    return tuple(choice.value for choice in rulebook.fields["note_kind"].choices if choice.value)


def _known(ids: Iterable[str], known: Iterable[str], where: str) -> None:
    for unknown in sorted(set(ids) - set(known)):
        raise ContentError(f"{where}: '{unknown}' is not known; known are {', '.join(known)}")


def _check_order(plays: Iterable[Play]) -> None:
    taken: dict[tuple[str, bool, int], Play] = {}
    for play in plays:
        first = taken.setdefault((play.phase, play.local, play.order), play)
        if first is not play:
            raise ContentError(
                f"{play.phase}/{play.id}.md, order: {play.order} is taken by {first.id}.md"
            )
