"""Check a centre's own notes: each template is filled as readers fill it, before any of them does."""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import replace
from importlib.resources import files
from itertools import product
from pathlib import Path

from jinja2 import Environment, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.meta import find_undeclared_variables

from playbook.brand import KINDS, SUFFIX, TEMPLATES
from playbook.render import Source, make_environment, read_template
from playbook.tools.notes.letter import letter_of
from playbook.tools.notes.model import Kind
from publish.brand.check.braces import MISTAKES, find_other_files, line_of, say
from publish.brand.check.complaints import Complaint, did_you_mean
from publish.brand.check.filling import fill_every_way, known_slots, read_our_kinds
from publish.brand.check.own_kinds import (
    FOLDER,
    KINDS_FILE,
    find_template_files,
    place_of_kind,
    read_own_kinds,
)
from publish.brand.check.trial import try_out

OURS = "tools/notes/templates"
MOST_LETTERS = 50_000
"""More than that no note needs, and a form in a browser bears it still."""
TITLE_SLOTS = frozenset({"name", "named"})
"""What fills a title; `named` tells whether a day for the answer to an offer is named."""


def read_templates(root: Path) -> dict[str, bytes]:
    """Return the centre's templates and kinds of note, by their names in the package."""
    templates = {
        f"{TEMPLATES}/{file.name}": file.read_bytes() for file in find_template_files(root)
    }
    kinds = root / KINDS_FILE
    return templates | ({KINDS: kinds.read_bytes()} if kinds.is_file() else {})


def find_template_faults(root: Path) -> Iterator[Complaint]:
    """Yield what is wrong with a centre's notes, each by file and line."""
    own, wrong, complaints = read_own_kinds(root)
    yield from complaints
    kinds = {**read_our_kinds(), **own}
    right: list[str] = []
    for file in sorted((root / FOLDER).glob("*")):
        name = file.relative_to(root).as_posix()
        id = file.name.removesuffix(SUFFIX)
        if name == KINDS_FILE or file.name.startswith("."):
            continue
        if id == file.name:
            yield Complaint(name, 0, f"a note is a file that ends in '{SUFFIX}'")
        elif id in kinds:
            right.append(name)
        elif id not in wrong:
            hint = did_you_mean(id, kinds)
            message = f"there is no note '{id}'. {hint} A new one goes into {KINDS_FILE}."
            yield Complaint(name, 0, message)
    yield from _try_out(root, right, kinds, own)
    for id in own:
        if not (root / FOLDER / f"{id}{SUFFIX}").is_file():
            message = f"'{id}' has no template; write {FOLDER}/{id}{SUFFIX}"
            yield place_of_kind(root, id).complain(message)


def _load(root: Path, name: str) -> Source:
    """Return a template of the centre from its own folder, any other from the package."""
    own = root / name
    if own.parent != root / FOLDER:
        return read_template(name)
    if not own.is_file():
        raise TemplateNotFound(name)
    return own.read_text(encoding="utf-8"), name, None


def _try_out(
    root: Path, names: list[str], kinds: Mapping[str, Kind], own: Mapping[str, Kind]
) -> Iterator[Complaint]:
    """Yield the first mistake of each template, and of the title of each of the centre's `own` notes."""
    if not names and not own:
        return
    known_slots()  # what it reads stays, and none of the templates has to pay for it
    environment = make_environment(lambda name: _load(root, name))
    environment.intercepted_binops = frozenset({"*", "%", "**"})  # else done before a line is known
    ours = (f"{OURS}/{file.name}" for file in (files("playbook") / OURS).iterdir())
    notes = {*ours, *(f"{FOLDER}/{file.name}" for file in find_template_files(root))}

    def check_file(name: str) -> Iterator[Complaint]:
        if name == KINDS_FILE:
            return _look_at_titles(root, own, environment)
        kind = kinds[Path(name).name.removesuffix(SUFFIX)]
        return _look_at(root / name, name, kind, environment, notes)

    yield from try_out([*([KINDS_FILE] if own else []), *names], check_file)


def _look_at_titles(
    root: Path, own: Mapping[str, Kind], environment: Environment
) -> Iterator[Complaint]:
    for id, kind in own.items():
        if message := find_title_fault(kind.title, environment):
            yield place_of_kind(root, id).complain(f"[{id}] title: {message}", "title")


def find_title_fault(title: str, environment: Environment) -> str:
    """Return what is wrong with a title, which is filled with the name that the note is for, where there is one."""
    try:
        tree = environment.parse(title)
        if any(find_other_files(tree, ())):
            return "nothing of another file can stand in a title"
        for slot in sorted(find_undeclared_variables(tree) - TITLE_SLOTS):
            return f"there is no slot '{slot}'. {did_you_mean(slot, TITLE_SLOTS)}"
        for name, named in product(("", "Dana"), (False, True)):
            environment.from_string(title).render(name=name, named=named)
    except MISTAKES as error:
        return say(error, environment.filters) or f"it can't be filled: {error}"
    return ""


def _look_at(
    file: Path, name: str, kind: Kind, environment: Environment, notes: Collection[str]
) -> Iterator[Complaint]:
    """Yield the first mistake of a template: in its source, else one that shows when it is filled."""
    try:
        tree = environment.parse(file.read_text(encoding="utf-8"), name)
        environment.get_template(name)
        complaint = next(_read_faults(tree, name, environment, notes), None)
        complaint = complaint or _filled_fault(kind, name, environment)
    except TemplateSyntaxError as error:
        message = say(error, environment.filters) or f"it can't be read: {error.message}"
        complaint = Complaint(name, error.lineno, message)
    except MISTAKES as error:
        message = say(error, environment.filters) or f"it can't be filled: {error}"
        complaint = Complaint(name, line_of(error, name), message)
    if complaint:
        yield complaint


def _read_faults(
    tree: nodes.Template, name: str, environment: Environment, notes: Collection[str]
) -> Iterator[Complaint]:
    known = known_slots()
    unknown = find_undeclared_variables(tree) - known
    for node in tree.find_all(nodes.Name):
        if node.name in unknown:
            message = f"there is no slot '{node.name}'. {did_you_mean(node.name, known)}"
            yield Complaint(name, node.lineno, message)
    for reach in tree.find_all(nodes.Getattr):
        if reach.attr.startswith("_"):
            message = f"'{reach.attr}' would lead out of the template; use slots and filters only"
            yield Complaint(name, reach.lineno, message)
    for line, message in find_other_files(tree, notes):
        yield Complaint(name, line, message)
    yield from _find_unknown_blocks(tree, name, environment)


def _find_unknown_blocks(
    tree: nodes.Template, name: str, environment: Environment
) -> Iterator[Complaint]:
    """Yield each block that the extended note doesn't have: Jinja would drop its words silently."""
    known, on = set[str](), tree
    while base := next(on.find_all(nodes.Extends), None):
        source = base.template.value if isinstance(base.template, nodes.Const) else ""
        if not source.startswith(f"{OURS}/") or not (files("playbook") / source).is_file():
            return
        on = environment.parse(read_template(source), source)
        known |= {block.name for block in on.find_all(nodes.Block)}
    for block in tree.find_all(nodes.Block) if known else ():
        if block.name not in known:
            message = (
                f"there is no part '{block.name}' in this note. {did_you_mean(block.name, known)}"
            )
            yield Complaint(name, block.lineno, message)


def _filled_fault(kind: Kind, name: str, environment: Environment) -> Complaint | None:
    for slots in fill_every_way(replace(kind, template=name)):
        filled = environment.get_template(name).render(slots)
        if len(filled) > MOST_LETTERS:
            message = (
                f"it grows too large: {len(filled)} letters, and a note has {MOST_LETTERS} at most"
            )
            return Complaint(name, 0, message)
        try:
            letter = letter_of(filled)
        except ValueError:
            message = (
                "a note has three parts, the subject, the letter and the signature, with a line"
                f" '---' between them. Begin with {{% extends \"{OURS}/letter{SUFFIX}\" %}}"
            )
            return Complaint(name, 0, message)
        if not letter.body:
            return Complaint(name, 0, "in one of its tones it says nothing at all")
    return None
