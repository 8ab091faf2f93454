"""Problems in the reader's own words: a sentence for each, which names its field (messages.toml)."""

from playbook.errors import Problem, Problems
from playbook.render import capitalized
from playbook.rulebook import Rulebook


def messages(problems: Problems, rulebook: Rulebook) -> dict[str, str]:
    """Return each problem as a sentence for the reader, by field path."""
    return {
        path: message(problem, rulebook, _label(path, rulebook))
        for path, problem in problems.items()
    }


def message(problem: Problem, rulebook: Rulebook, label: str = "") -> str:
    """Return a problem as a sentence for the reader; `label` names the field. No colon follows a question mark."""
    sentence = rulebook.say("messages.toml", problem.message, **{"label": label, **problem.facts})
    asks = f"{label}: "
    if label.endswith("?") and sentence.startswith(asks):
        return f"{label} {capitalized(sentence.removeprefix(asks))}"
    return sentence


def _label(path: str, rulebook: Rulebook) -> str:
    first, *rest = path.split(".")
    field = rulebook.fields.get(first)
    if field is None:
        return path
    rows = {each.id: each.label for each in field.fields}
    return rows.get(rest[-1], field.label) if rest else field.label
