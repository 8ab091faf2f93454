"""The sentences of the notes tool (sentences.toml), filled."""

from playbook.content import Sentence
from playbook.rulebook import Rulebook

SENTENCES = "tools/notes/sentences.toml"


def say(rulebook: Rulebook, sentence: str, /, **facts: object) -> str:
    """Return the sentence with this id, with these facts; one without slots is said as it stands."""
    text = rulebook.table(Sentence, SENTENCES)[sentence].text
    return rulebook.fill(text, **facts) if facts else text
