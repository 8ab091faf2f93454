"""Check what stands in the braces of a centre's slots and pages: it names things of ours, and does nothing else."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import fields

from jinja2 import TemplateSyntaxError, nodes
from jinja2.sandbox import SandboxedEnvironment

from macros.plays import PHASES
from playbook.brand import Centre
from playbook.render import listed
from playbook.tools import NAMES
from publish.brand.check.braces import say
from publish.brand.check.complaints import Complaint, did_you_mean

Known = Mapping[str, Collection[str] | None]
"""What may be called in braces, each with the names that it takes; any where there is no list of them."""
PAGE_FUNCTIONS: Known = {
    "play_head": None,
    "evidence": None,
    "figure": None,
    "tool": NAMES,
    "slot": None,
    "phase_way": None,
    "phase_plays": [phase.id for phase in PHASES],
}
"""What a page of the centre's own may call besides `rule` and `claim`; see macros/pages.py."""
CENTRE = "centre"
_RULE = ("within", "value", "unit", "house", "link")
_CENTRE = tuple(field.name for field in fields(Centre))
_ENVIRONMENT = SandboxedEnvironment()


def find_brace_faults(text: str, place: str, known: Known) -> Iterator[Complaint]:
    """Yield what is wrong in the braces of a text: it can't be read, or is more than the name of a thing."""
    try:
        tree = _ENVIRONMENT.parse(text)
    except TemplateSyntaxError as error:
        message = say(error) or f"the braces don't match up: {error.message}"
        yield Complaint(place, error.lineno, message)
        return
    except RecursionError:
        yield Complaint(place, 0, "brackets stand in brackets here, hundreds deep; leave that out")
        return
    for statement in tree.body:
        shown = statement.nodes if isinstance(statement, nodes.Output) else [statement]
        for node in shown:
            if not isinstance(node, nodes.TemplateData) and (message := _find_fault(node, known)):
                yield Complaint(place, node.lineno, f"{message} In braces go only {_forms(known)}")


def blank_braces(text: str) -> str:
    """Return the text with a word in the place of each pair of braces, as Jinja reads them; its lines stay."""
    parts: list[str] = []
    for _, kind, value in _ENVIRONMENT.lex(text):
        if kind == "data":
            parts.append(value)
        elif kind == "variable_begin":
            parts.append("x")
        parts.append("\n" * value.count("\n") if kind != "data" else "")
    return "".join(parts)


def _find_fault(node: nodes.Node, known: Known) -> str:
    """Return what is wrong with what stands in one pair of braces; nothing where it is one of the known forms."""
    if isinstance(node, nodes.Include | nodes.Import | nodes.FromImport | nodes.Extends):
        return "nothing of another file can stand here."
    if isinstance(node, nodes.Stmt):
        return "no conditions and no loops can stand here."
    if isinstance(node, nodes.Name):
        return _find_name_fault(node.name, known) or "this needs the name of a thing behind it."
    if isinstance(node, nodes.Call):
        return _find_call_fault(node, known) or _find_bare_fault(node)
    if isinstance(node, nodes.Getattr):
        return _find_field_fault(node, known)
    return "nothing can be worked out here."


def _find_name_fault(name: str, known: Known) -> str:
    return "" if name in known else f"'{name}' is not known here."


def _find_call_fault(call: nodes.Call, known: Known) -> str:
    if not isinstance(call.node, nodes.Name) or call.kwargs or call.dyn_args or call.dyn_kwargs:
        return "nothing can be worked out here."
    name = call.node.name
    if name not in known or name == CENTRE:
        return f"'{name}' is not known here."
    ids = known[name]
    given = [arg.value if isinstance(arg, nodes.Const) else None for arg in call.args] or [""]
    if ids is not None and given[0] not in ids:
        return f"there is no {name} '{given[0]}'. {did_you_mean(str(given[0]), ids)}"
    return "" if all(isinstance(each, str) for each in given) else "a name stands in quotes here."


def _find_bare_fault(call: nodes.Call) -> str:
    is_rule = isinstance(call.node, nodes.Name) and call.node.name == "rule"
    return "a rule is quoted by one of its words, like rule('…').within." if is_rule else ""


def _find_field_fault(field: nodes.Getattr, known: Known) -> str:
    of = field.node
    if isinstance(of, nodes.Name) and of.name == CENTRE and CENTRE in known:
        return _find_word_fault(CENTRE, field.attr, _CENTRE)
    if isinstance(of, nodes.Name):
        return _find_name_fault(of.name, known) or "nothing can be worked out here."
    if not isinstance(of, nodes.Call):
        return "this would lead out of the page."
    if fault := _find_call_fault(of, known):
        return fault
    if isinstance(of.node, nodes.Name) and of.node.name == "rule":
        return _find_word_fault("rule('…')", field.attr, _RULE)
    return f"a text has no '{field.attr}'."


def _find_word_fault(of: str, word: str, words: Sequence[str]) -> str:
    if word in words:
        return ""
    hint = did_you_mean(word, words)
    all_of_them = (
        "" if of == CENTRE or hint.startswith("Known") else f" A rule has {listed(words)}."
    )
    return f"there is no '{of}.{word}'. {hint}{all_of_them}"


def _forms(known: Known) -> str:
    forms = [f"{CENTRE}.…" if name == CENTRE else f"{name}('…')" for name in known]
    return f"{', '.join(forms[:-1])} and {forms[-1]}"
