"""A kind of note, whom it goes to, and the note itself with what is worth another look."""

from collections.abc import Mapping
from dataclasses import dataclass, fields, replace
from functools import cache

from playbook.brand import OwnKind, template_path
from playbook.phrasing.frames import LeftOut
from playbook.rulebook import Rulebook

WITHOUT_LETTER = ("no-call", "no-letter", "no-card", "only-one", "all-foreign")
"""How checks begin that leave no letter to read."""


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of note (kinds.toml says what each key means).

    `tells` are the fields whose words it uses, so that the reader hears which of them it couldn't.
    `worded_by` is the centre whose template it is, where it isn't ours.
    """

    id: str
    title: str
    channel: str
    to: str
    needs: tuple[str, ...]
    counted: str
    play: str
    claims: tuple[str, ...]
    step: str = ""
    order: str = ""
    tells: tuple[str, ...] = ()
    template: str = ""
    worded_by: str = ""


@cache
def read_kinds(rulebook: Rulebook) -> Mapping[str, Kind]:
    """Return every kind of note by id, in the order in which a reader meets them (kinds.toml), then a centre's."""
    ours = rulebook.table(Kind, "tools/notes/kinds.toml")
    theirs = {id: kind_of(own) for id, own in rulebook.decisions.kinds.items()}
    return {id: _with_template(kind, rulebook) for id, kind in {**ours, **theirs}.items()}


def kind_of(own: OwnKind) -> Kind:
    """Return a centre's kind of note. It rests on no claim of ours."""
    values = {each.name: getattr(own, each.name) for each in fields(own) if each.name != "label"}
    return Kind(**values, claims=())


def _with_template(kind: Kind, rulebook: Rulebook) -> Kind:
    if kind.id in rulebook.decisions.templates:
        return replace(kind, template=template_path(kind.id), worded_by=rulebook.centre.name)
    return replace(kind, template=f"tools/notes/templates/{kind.id}.txt.jinja")


@dataclass(frozen=True, slots=True)
class Recipient:
    """Whom a note goes to. `path` is their row in the record, `nth` tells notes of one kind apart.

    `brief`: a few words are enough for them, as for an interpreter.
    """

    name: str = ""
    greet: str = ""
    emails: tuple[str, ...] = ()
    path: str = ""
    nth: int = 0
    main: bool = True
    brief: bool = False

    @property
    def turn(self) -> int:
        """Which of several ways of saying a thing their note takes, so that no two notes are the same."""
        return (self.nth + self.nth // 3) % 3

    @property
    def row(self) -> int:
        """The number of their row in its list of the record."""
        return int(self.path.rpartition(".")[2])


@dataclass(frozen=True, slots=True)
class Letter:
    """A note's words: the subject, the letter with its greeting, and how it is signed."""

    subject: str
    body: str
    ending: str

    @property
    def text(self) -> str:
        """The letter as it is sent."""
        return f"{self.body}\n\n{self.ending}" if self.ending else self.body


@dataclass(frozen=True, slots=True)
class Gap:
    """A field that is empty and needed: its path in the record and the words for it."""

    path: str
    label: str


@dataclass(frozen=True, slots=True)
class Finding:
    """Something worth another look: which check, what it says, and the field that helps.

    `blocks`: as it stands, the note can't be sent. Everything else is a suggestion.
    """

    check: str
    text: str
    path: str = ""
    blocks: bool = False


@dataclass(frozen=True, slots=True)
class Change:
    """Sentences that a new wording would bring and take away, where the reader has a wording of their own."""

    comes: tuple[str, ...]
    goes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One note: the letter as written for the reader, and the text as it stands, theirs or ours.

    `made_from` is the wording that the reader began with, where the text is theirs. `left_out` are typed words
    that our wording can't use. `form` is how it is sent, `most` how many characters that may have, 0 for any;
    `dropped` are our sentences that had no room there. `bare`: it lacks the line that it is sent for.
    """

    key: str
    kind: Kind
    recipient: Recipient
    letter: Letter
    text: str
    left_out: tuple[LeftOut, ...] = ()
    form: str = ""
    most: int = 0
    dropped: tuple[str, ...] = ()
    gaps: tuple[Gap, ...] = ()
    findings: tuple[Finding, ...] = ()
    change: Change | None = None
    made_from: str = ""
    bare: bool = False

    @property
    def channel(self) -> str:
        """How it reaches them: as its kind does, or as a message where the reader chose a short form."""
        return "message" if self.most else self.kind.channel

    @property
    def is_blank(self) -> bool:
        """Whether what it is about is missing, so that there is no letter to read yet."""
        missing = (
            gap.path for gap in self.gaps if gap.path not in ("my_name", "interviewers.0.name")
        )
        return any(missing) or any(each.check.startswith(WITHOUT_LETTER) for each in self.findings)

    @property
    def own(self) -> bool:
        """Whether the reader has changed the wording."""
        return self.text != self.letter.text

    @property
    def sendable(self) -> bool:
        """Whether nothing is missing that it needs."""
        return not self.gaps and not any(finding.blocks for finding in self.findings)
