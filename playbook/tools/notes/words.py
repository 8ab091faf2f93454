"""The sentences of the notes tool (sentences.toml), filled."""

from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from playbook.content import Sentence, read_all
from playbook.render import fill


@cache
def _sentences() -> Mapping[str, Sentence]:
    return read_all(Sentence, files("playbook.tools.notes") / "sentences.toml")


def say(sentence: str, /, **facts: object) -> str:
    """The sentence with this id, with these facts; one without slots is said as it stands."""
    text = _sentences()[sentence].text
    return fill(text, **facts) if facts else text
