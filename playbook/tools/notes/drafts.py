"""The reader's own wordings, put back where they belong when the record has changed."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from playbook.record_rows import Draft
from playbook.tools.notes.model import Change, Note
from playbook.tools.notes.reading import sentences


def with_drafts(notes: Sequence[Note], drafts: Sequence[Draft]) -> list[Note]:
    """Return the notes, each with the reader's own text where there is one.

    A draft belongs to the note it was made for. Where rows have moved, its greeting says which one that is now.
    """
    own = _assign(notes, [each for each in drafts if each.text.strip()])
    taken = {draft.key for draft in own.values()}
    return [_with(note, own.get(note.key), taken) for note in notes]


def change(note: Note, made_from: str) -> Change | None:
    """Return the sentences that our wording gained and lost since the reader began with `made_from`, if any."""
    new, old = sentences(note.letter.text), sentences(made_from)
    comes = tuple(each for each in new if each not in old)
    goes = tuple(each for each in old if each not in new)
    return Change(comes, goes) if comes or goes else None


def _assign(notes: Sequence[Note], drafts: Sequence[Draft]) -> Mapping[str, Draft]:
    """Return a draft for each note that has one: the same key and greeting, else the greeting, else the key."""
    greetings = {note.key: _greeting(note.letter.text) for note in notes}
    own: dict[str, Draft] = {}
    left = list({draft.key: draft for draft in drafts}.values())
    for fits in (_same_note, _same_greeting, _same_key):
        for note in notes:
            draft_of_note = next((each for each in left if fits(each, note.key, greetings)), None)
            if draft_of_note and note.key not in own:
                own[note.key] = draft_of_note
                left.remove(draft_of_note)
    return own


def _same_note(draft: Draft, key: str, greetings: Mapping[str, str]) -> bool:
    return draft.key == key and _greeting(draft.made_from) == greetings[key]


def _same_greeting(draft: Draft, key: str, greetings: Mapping[str, str]) -> bool:
    kind = key.partition(".")[0]
    return draft.key.startswith(f"{kind}.") and _greeting(draft.made_from) == greetings[key]


def _same_key(draft: Draft, key: str, greetings: Mapping[str, str]) -> bool:
    return draft.key == key and bool(greetings[key])


def _greeting(text: str) -> str:
    """Return the first line without its greeting word, which changes with the tone."""
    return text.partition("\n")[0].partition(" ")[2]


def _with(note: Note, draft: Draft | None, taken: set[str]) -> Note:
    if draft is None:
        return replace(note, key=f"{note.key}+") if note.key in taken else note
    if draft.text == draft.made_from:
        return replace(note, key=draft.key)
    changed = change(note, draft.made_from)
    return replace(note, key=draft.key, text=draft.text, change=changed, made_from=draft.made_from)
