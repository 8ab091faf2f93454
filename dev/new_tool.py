"""`make tool NAME=my_tool`: begin a tool as a copy of dev/sample_tool/, with a page, a test and a place in the menu."""

import re
import subprocess
import sys
from pathlib import Path

SAMPLE = Path("dev/sample_tool")
TOOLS, MENU = Path("playbook/tools/__init__.py"), Path("mkdocs.yml")
NAME = re.compile(r"[a-z][a-z0-9]*(?:_[a-z0-9]+)*")
LAST_NAME = re.compile(r"(^NAMES = \(.*?)(,?\s*\)$)", re.MULTILINE | re.DOTALL)
LAST_PAGE = re.compile(r"(.*\n +- tools/[\w-]+\.md\n)", re.DOTALL)


def list_files(name: str) -> dict[str, Path]:
    """Return where each file of the sample goes in a tool of this name, by the file's own name."""
    page = name.replace("_", "-")
    elsewhere = {
        "page.md": Path(f"docs/tools/{page}.md"),
        "test_sample.py": Path(f"tests/playbook/{name}/test_{name}.py"),
    }
    folder = Path("playbook/tools") / name
    files = (each.name for each in sorted(SAMPLE.iterdir()) if each.is_file())
    return {each: elsewhere.get(each, folder / each) for each in files}


def rename(text: str, name: str) -> str:
    """Return a text of the sample with the new tool's name in the place of the sample's."""
    title, page = name.replace("_", " ").capitalize(), name.replace("_", "-")
    for old, new in (
        ("dev.sample_tool", f"playbook.tools.{name}"),
        ("A sample tool", title),
        ("The sample tool", f"'{title}'"),
        ('tool("sample")', f'tool("{page}")'),
        ("sample-", f"{page}-"),
        ("sample", name),
    ):
        text = text.replace(old, new)
    return text


def find_fault(name: str, root: Path) -> str:
    """Return why a tool can't have this name; empty where it can."""
    if not NAME.fullmatch(name):
        return f"'{name}' is no name for a tool. Use small letters, digits and '_', say my_tool."
    taken = [file for file in list_files(name).values() if (root / file).exists()]
    return f"There is a {taken[0]} already. Choose another name." if taken else ""


def begin(name: str, root: Path) -> list[Path]:
    """Write the tool's files below `root`, enter it among the tools and in the menu; return what was written."""
    files = list_files(name)
    for sample, file in files.items():
        (root / file).parent.mkdir(parents=True, exist_ok=True)
        text = (SAMPLE / sample).read_text(encoding="utf-8")
        (root / file).write_text(rename(text, name), encoding="utf-8")
    enter(root / TOOLS, LAST_NAME, rf'\1, "{name}"\2')
    enter(root / MENU, LAST_PAGE, rf"\1      - tools/{name.replace('_', '-')}.md\n")
    return [*files.values(), TOOLS, MENU]


def enter(file: Path, place: re.Pattern[str], text: str) -> None:
    """Put a line into a file of ours. Raises SystemExit where its place isn't found."""
    entered, count = place.subn(text, file.read_text(encoding="utf-8"), count=1)
    if not count:
        raise SystemExit(f"{file} is written otherwise than dev/new_tool.py knows: mend it there.")
    file.write_text(entered, encoding="utf-8")


def main() -> None:
    """Begin the tool that is named, and say what comes next. Raises SystemExit for a name that won't do."""
    name, root = "".join(sys.argv[1:2]), Path()
    if fault := find_fault(name, root):
        raise SystemExit(fault)
    written = begin(name, root)
    code = [str(file) for file in written if file.suffix == ".py"]
    for command in (["check", "--quiet", "--fix"], ["format", "--quiet"]):
        subprocess.run([sys.executable, "-m", "ruff", *command, *code], check=True)
    print("Written:", *written, sep="\n  ")
    print("Next: see it with 'make serve', and go through 'Add a tool' in CONTRIBUTING.md.")


if __name__ == "__main__":
    main()
