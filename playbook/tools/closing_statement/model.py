"""What the closing statement answers with: sentences by part, their time, what to check, and key words."""

from dataclasses import dataclass

from playbook.content import Words
from playbook.evidence import Rule


@dataclass(frozen=True, slots=True)
class PartWords:
    """One part of the statement as parts.toml describes it."""

    id: str
    title: Words
    field: str
    prompt: Words
    trim: Words

    @property
    def rule(self) -> str:
        """The rule that gives this part its share of the time."""
        return f"part-{self.id}"


@dataclass(frozen=True, slots=True)
class Wording:
    """A way of saying a part: its sentences, a line each. `when` is how sure the reader is, "" for any; or several."""

    id: str
    part: str
    text: str
    when: str = ""


@dataclass(frozen=True, slots=True)
class Spoken:
    """A wording with the reader's own words in it."""

    wording: Wording
    sentences: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pace:
    """A speed of speaking, in words a minute. `id` is slow, middle, quick or own."""

    id: str
    rate: int

    def seconds(self, words: int) -> int:
        """Return how long these words take, rounded up."""
        return -(-words * 60 // self.rate)

    def words(self, seconds: int) -> int:
        """Return how many words go into this time."""
        return seconds * self.rate // 60


@dataclass(frozen=True, slots=True)
class Part:
    """One part of this statement. Without sentences it is still to be filled, and keeps `reserved` seconds free.

    `cues` are the key words, a line for each thing to say. `elsewhere`: what was typed for it is said in another part.
    """

    words: PartWords
    rule: Rule
    share: int
    spoken: Spoken | None
    others: tuple[Spoken, ...] = ()
    count: int = 0
    over: int = 0
    reserved: int = 0
    elsewhere: bool = False
    cues: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The part's name in parts.toml."""
        return self.words.id

    @property
    def sentences(self) -> tuple[str, ...]:
        """What is said, a sentence each."""
        return self.spoken.sentences if self.spoken else ()


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that a check noticed: where, what was found, and what to do instead."""

    check: str
    section: str
    words: str
    instead: str = ""
    count: int = 0


@dataclass(frozen=True, slots=True)
class Statement:
    """The whole closing statement. `verdict` is empty, room, tight or long; `pace` is the one it is measured by.

    `lacks` is the one thing to add, as sentences.toml names it. `is_cut`: something was left out, so that it stays
    short. `foreign`: something isn't in English.
    """

    limit: Rule
    parts: tuple[Part, ...]
    paces: tuple[Pace, ...]
    pace: Pace
    verdict: str
    findings: tuple[Finding, ...]
    sample_seconds: int = 0
    blanks: bool = True
    lacks: str = ""
    is_cut: bool = False
    foreign: bool = False

    @property
    def spoken_parts(self) -> tuple[Part, ...]:
        """The parts that have something to say."""
        return tuple(each for each in self.parts if each.sentences)

    @property
    def missing(self) -> tuple[Part, ...]:
        """The parts that wait for the reader's words."""
        return tuple(each for each in self.parts if not each.sentences)

    @property
    def count(self) -> int:
        """Words in all."""
        return sum(each.count for each in self.parts)

    @property
    def seconds(self) -> int:
        """How long all of it takes."""
        return self.pace.seconds(self.count)

    @property
    def reserved(self) -> int:
        """Seconds kept free for what will be heard in the room."""
        return sum(each.reserved for each in self.parts)
