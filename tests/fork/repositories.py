"""Histories of an upstream and of a copy."""

from pathlib import Path

from publish.copy.fork import run_git

NOTES = "playbook/tools/notes/templates"
RULES = """\
[check-in-gap]
value = 5
unit = "days"
reason = "{}"

[check-in-cap]
value = 2
unit = "e-mails"
reason = "{}"
"""
RULE = '[check-in-gap]\nvalue = {}\nunit = "days"\n'


def git(root: Path, *arguments: str) -> str:
    who = ("user.name=Dana", "user.email=dana@example.org", "commit.gpgsign=false")
    settings = [word for setting in who for word in ("-c", setting)]
    done = run_git(root, *settings, *arguments)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout.strip()


def commit(root: Path, files: dict[str, str], tag: str = "") -> None:
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    git(root, "add", "--all")
    git(root, "commit", "--quiet", "--message", "A change")
    if tag:
        git(root, "tag", tag)


def start_repository(root: Path) -> Path:
    """A new folder with a history in which nothing has happened yet."""
    root.mkdir()
    git(root, "init", "--quiet", "--initial-branch", "main")
    return root
