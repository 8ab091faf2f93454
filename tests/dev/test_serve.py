from pathlib import Path

from dev import serve


def test_changed_new_and_removed_files_are_noticed_and_others_are_not() -> None:
    before = {Path("a.py"): 1, Path("b.toml"): 1, Path("c.py"): 1}
    after = {Path("a.py"): 1, Path("b.toml"): 2, Path("d.py"): 1}
    assert serve.list_changes(before, after) == [Path("b.toml"), Path("c.py"), Path("d.py")]


def test_only_what_is_written_by_hand_is_watched(tmp_path: Path) -> None:
    for name in ("rules.toml", "rules.py", "view.html.jinja", "rules.pyc", "GB.json"):
        (tmp_path / name).touch()
    watched = {path.name for path in serve.read_times([tmp_path])}
    assert watched == {"rules.toml", "rules.py", "view.html.jinja"}


def test_folder_that_a_fork_does_not_have_is_no_error(tmp_path: Path) -> None:
    assert serve.read_times([tmp_path / "brand"]) == {}


def test_page_is_left_to_mkdocs_while_it_runs_and_starts_it_again_after_a_mistake() -> None:
    page = [Path("docs/index.md")]
    assert not serve.needs_restart(page, is_running=True)
    assert serve.needs_restart(page, is_running=False)


def test_changed_rule_restarts_mkdocs_and_no_change_never_does() -> None:
    assert serve.needs_restart([Path("playbook/fields.toml")], is_running=True)
    assert not serve.needs_restart([], is_running=False)


def test_page_of_a_centres_own_restarts_mkdocs_because_it_joins_the_menu() -> None:
    assert serve.needs_restart([Path("docs/local/rooms.md")], is_running=True)
