"""What the reader has done, each thing with what came of it, and what of their words is better not said."""

import re
from dataclasses import dataclass, replace

from playbook.interview import Interview
from playbook.phrasing.aloud import frame_aloud
from playbook.phrasing.deeds import add_proof, frame_proof, is_told_in, with_count
from playbook.phrasing.frames import Framed, LeftOut
from playbook.phrasing.lists import bullets
from playbook.phrasing.results import outcome_sentence
from playbook.phrasing.shape import shape_of
from playbook.phrasing.shapes import Shape
from playbook.phrasing.tidy import is_empty, lower_first, trim
from playbook.phrasing.tidy import sentences as typed_sentences
from playbook.phrasing.unsaid import AVAILABLE, why_unsaid
from playbook.phrasing.words import words_of
from playbook.record_rows import Proof
from playbook.render import capitalized

LONG = "120"
"""The length of a statement in which everything is said."""
LONGEST = 22
"""Words that can be said without stopping for air; a longer deed and what came of it are two sentences."""
_WHEN = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d+ (?:years?|months?|weeks?|winters?|summers?|seasons?)\b", re.IGNORECASE
)
"""A year, or how long something took, which counts nothing that was done."""
_SETTING_FIRST = re.compile(
    r"^(?P<setting>(?:During|For) [^,.]+?),? (?=I (?!was born)[a-z]+ [^,]*\.$)", re.IGNORECASE
)
"""Where or when something was done, before what was done."""
_SUBJECTS = frozenset(
    "i it they we he she nobody no none all both every everyone everybody the that this our my many most some each"
    " sales calls complaints customers parents".split()
)
"""How a clause begins that can stand as a sentence."""


@dataclass(frozen=True, slots=True)
class Deed:
    """A thing done, in its sentences, as it was typed and where; `added` where the reader didn't get to say it."""

    lines: tuple[str, ...]
    typed: LeftOut
    added: bool = False

    @property
    def text(self) -> str:
        """The deed with what came of it."""
        return " ".join(self.lines)

    @property
    def has_outcome(self) -> bool:
        """Whether it tells what came of it."""
        return len(self.lines) > 1 or ", and " in self.text

    @property
    def is_counted(self) -> bool:
        """Whether a number in it says how much was done, and not only when or for how long."""
        return any(map(str.isdigit, _WHEN.sub("", self.text)))


@dataclass(frozen=True, slots=True)
class Done:
    """What the reader has done, one thing after another, and what of their words isn't used."""

    deeds: tuple[Deed, ...]
    left: tuple[LeftOut, ...]


def done(interview: Interview) -> Done:
    """Return proofs and what the reader would like to add. What stands in two of them is said once.

    What is counted, and what came of it, comes first: it is what somebody remembers. News are no part
    of it: they came after the talk.
    """
    names = tuple(each.name for each in interview.round.interviewers if each.name)
    added = list(frame_aloud("missed", interview.round.missed, names))
    proofs: list[tuple[Framed, str]] = []
    merged: list[Framed] = []
    for row in each_proof(interview.statement.proofs):
        framed = _proof(row, names)
        at = _place_in(added, framed)
        if at is None or _says_more(row, framed):
            proofs.append((_contracted(framed, row), _typed(row)))
        else:
            once = _told_once(added[at], framed, row)
            added[at : at + 1] = once
            merged += once
    added_deeds = [(each, trim(each.text)) for each in added]
    ordered = [*(each for each in added_deeds if each[0] in merged), *proofs]
    ordered += [each for each in added_deeds if each[0] not in merged]
    deeds = sorted(
        _deeds("proofs", ordered, [each for each in added if each not in merged]),
        key=lambda each: (each.added, not each.is_counted, not each.has_outcome),
    )
    left = tuple(left for each, _ in (*proofs, *added_deeds) for left in each.left)
    return _beside_something_done(deeds, left)


def _typed(row: Proof) -> str:
    return trim(row.did) if is_empty(row.result) else f"{trim(row.did)}, {trim(row.result)}"


def _deeds(name: str, every: list[tuple[Framed, str]], added: list[Framed]) -> list[Deed]:
    """Return deeds, each with the sentences on what came of it."""
    deeds: list[Deed] = []
    for framed, typed in every:
        lines = tuple(
            _without_also(capitalized(line))
            for each in typed_sentences(framed.text)
            for line in _in_breaths(_with_setting_last(each))
        )
        if not lines:
            continue
        if deeds and not begins_with_i(lines[0]) and _goes_on(lines[0]):
            deeds[-1] = replace(deeds[-1], lines=(*deeds[-1].lines, *lines))
        else:
            deeds.append(Deed(lines, LeftOut(name, typed, ""), added=framed in added))
    return deeds


def _without_also(line: str) -> str:
    """Return a deed without its 'also': where it follows another one, it gets one again."""
    return f"I {line.removeprefix('I also ')}" if line.startswith("I also ") else line


def _with_setting_last(sentence: str) -> str:
    """Rewrite 'During my six years at home I did the payroll' so that it begins with what was done."""
    setting = _SETTING_FIRST.match(sentence)
    if setting is None:
        return sentence
    return f"{sentence[setting.end('setting') :].lstrip(', ').rstrip('.')} {lower_first(setting['setting'])}."


def _goes_on(sentence: str) -> bool:
    """Return whether a sentence tells what came of the one before it: 'We had the best times in the district'."""
    return words_of(sentence).at(0).partition("'")[0] in _SUBJECTS


def _in_breaths(sentence: str) -> tuple[str, ...]:
    """Return a sentence in two where it is too long for one breath and what came of the deed can stand alone."""
    if len(sentence.split()) <= LONGEST:
        return (sentence,)
    deed, join, came_of_it = sentence.partition(", and ")
    if not join or not (_goes_on(came_of_it) or shape_of(came_of_it) is Shape.CLAUSE):
        return (sentence,)
    return (f"{deed}.", capitalized(came_of_it))


def each_proof(rows: tuple[Proof, ...]) -> tuple[Proof, ...]:
    """Return the proofs that were filled in; each thing of a list by itself, and the result with the last of them."""
    every: list[Proof] = []
    for row in rows:
        if row.did:
            *first, last = bullets(row.did)
            every += [*map(Proof, first), Proof(last, row.result)]
    return tuple(every)


def _contracted(framed: Framed, row: Proof) -> Framed:
    """Return a deed with our own 'it is' as people say it."""
    ours = "it is" not in row.result.casefold()
    return (
        Framed(framed.text.replace(", and it is ", ", and it's "), framed.left) if ours else framed
    )


def begins_with_i(sentence: str) -> bool:
    """Return whether a sentence is about the reader: 'I ran', 'I've run'."""
    return words_of(sentence).at(0).partition("'")[0] == "i"


def _proof(row: Proof, names: tuple[str, ...]) -> Framed:
    why = why_unsaid(row.did) or why_unsaid(f"I {row.did}")
    if why:
        rest = [LeftOut("result", row.result, why)] * (not is_empty(row.result))
        return Framed("", (LeftOut("did", row.did, why), *rest))
    return frame_proof(row.did, row.result, names, spoken=True)


def _place_in(added: list[Framed], framed: Framed) -> int | None:
    """Return the place of the sentence in which a proof stands already."""
    counted = (with_count(each.text, framed.text) for each in added)
    return next((at for at, each in enumerate(counted) if is_told_in(framed.text, each)), None)


def _told_once(added: Framed, framed: Framed, row: Proof) -> list[Framed]:
    """Return what the reader adds, with what came of the proof in it, a sentence each."""
    once: list[str] = []
    for sentence in typed_sentences(add_proof(added.text, framed.text, row.result)):
        if once and not begins_with_i(sentence):
            once[-1] = f"{once[-1]} {sentence}"
        else:
            once.append(sentence)
    return [Framed(once[0], (*added.left, *framed.left)), *map(Framed, once[1:])]


def _says_more(row: Proof, framed: Framed) -> bool:
    """Return whether a proof says more than its deed and a sentence on what came of it."""
    lost = not (outcome_sentence(row.result) or is_empty(row.result) or framed.left)
    return len(typed_sentences(row.did)) > 1 or lost


def _beside_something_done(deeds: list[Deed], left: tuple[LeftOut, ...]) -> Done:
    """Put when somebody could start behind something they have done, and never alone."""
    comes = [each for each in deeds if AVAILABLE.search(each.text)]
    first = [each for each in deeds if each not in comes]
    if first:
        return Done((*first, *comes), left)
    return Done((), (*left, *(replace(each.typed, field="missed", why="alone") for each in comes)))
