"""What a copy overrides, and what of upstream's it touched, is named with its place."""

from pathlib import Path

import pytest

from publish.copy.fork import main
from publish.copy.overrides import find_changes
from publish.copy.update import read_address, update
from tests.fork.repositories import RULE, RULES, commit, git


def test_check_names_each_decision_behind_which_upstreams_words_changed(
    upstream: Path, fork: Path
) -> None:
    template = "templates/thank-you-email.txt.jinja"
    own = {
        "brand.yml": "extra:\n  brand:\n    hide_plays:\n      - the-one-call\n      - wait\n",
        f"brand/{template}": "Dear you,\n",
        "docs/local/plays/waiting/the-check-in.md": "# Ours\n",
        "brand/slots/home.md": "Hello.\n",
        "brand/rules/timeline.toml": "[check-in-gap]\nvalue = 7\n\n[check-in-cap]\nvalue = 1\n",
    }
    theirs = {
        f"playbook/tools/notes/{template}": "Dear {{ name }},\n",
        "docs/plays/waiting/wait.md": "# Wait\n",
        "docs/index.md": "# Home\n",
        "playbook/tools/timeline/rules.toml": RULES.format("a", "b"),
    }
    commit(upstream, theirs, "v0.2.0")
    update(fork)
    commit(fork, own)
    assert list(find_changes(fork)) == []
    later = {
        f"playbook/tools/notes/{template}": "Hello {{ name }},\n",
        "docs/plays/waiting/the-one-call.md": "# One call\n",
        "docs/plays/waiting/the-check-in.md": "# The calmer check-in\n",
        "playbook/tools/timeline/rules.toml": RULES.format("a", "c"),
        "playbook/evidence/disagreements.toml": '[D7]\nquestion = "How many?"\n',
        "docs/about/index.md": "# About\n",
    }
    commit(upstream, later, "v0.3.0")
    update(fork)
    changes = {f"{each.file}:{each.line}": each.text for each in find_changes(fork)}
    assert set(changes) == {
        f"brand/{template}:0",
        "brand.yml:4",
        "brand/slots/plays/the-check-in.md:0",
        "docs/local/plays/waiting/the-check-in.md:0",
        "brand/rules/timeline.toml:4",
        "brand/disagreements.toml:1",
    }
    assert changes["brand/rules/timeline.toml:4"].startswith(
        "upstream changed 'reason' behind your check-in-cap since you last touched it, on 20"
    )
    assert (
        "-- docs/plays/waiting/the-check-in.md. If yours still stands"
        in (changes["brand/slots/plays/the-check-in.md:0"])
    )
    looked = (fork / "brand/rules/timeline.toml").read_text() + "# looked at it today\n"
    commit(fork, {"brand/rules/timeline.toml": looked})
    assert "brand/rules/timeline.toml" not in [each.file for each in find_changes(fork)]


def test_a_page_of_upstreams_that_the_copy_itself_changed_is_not_called_upstreams_change(
    upstream: Path, fork: Path
) -> None:
    slot = "brand/slots/plays/the-check-in.md"
    commit(fork, {"docs/plays/waiting/the-check-in.md": "# The check-in, by us\n"})
    (warning,) = (each.text for each in find_changes(fork) if each.file == slot)
    assert warning.startswith("this copy changed the words behind your slot since you last touched")
    commit(fork, {slot: "Come by.\n\n<!-- looked at today -->\n"})
    commit(upstream, {"docs/plays/waiting/the-one-call.md": "# One call\n"}, "v0.2.0")
    update(fork)
    (warning,) = (each.text for each in find_changes(fork) if each.file == "brand.yml")
    assert warning.startswith("upstream changed the words behind your the-one-call since")


def test_a_number_that_upstream_changed_is_said_once(upstream: Path, fork: Path) -> None:
    file, rules = "brand/rules/timeline.toml", "playbook/tools/timeline/rules.toml"
    commit(fork, {file: "[check-in-gap]\nvalue = 7\ninstead_of = 5\n"})
    commit(upstream, {rules: RULE.format(6)}, "v0.2.0")
    update(fork)
    assert file not in [each.file for each in find_changes(fork)]  # the line of instead_of says it
    commit(upstream, {rules: f'{RULE.format(4)}reason = "New"\n'}, "v0.3.0")
    update(fork)
    (warning,) = (each.text for each in find_changes(fork) if each.file == file)
    assert warning.startswith("upstream changed 'reason' behind your check-in-gap since")


def test_brand_yml_can_say_where_the_copy_came_from(fork: Path) -> None:
    git(fork, "remote", "remove", "upstream")
    with pytest.raises(SystemExit, match=r"a line 'upstream: https://…' in brand\.yml"):
        read_address(fork)
    text = "INHERIT: mkdocs.yml\nextra:\n  brand:\n    upstream: https://git.example.org/guide\n"
    (fork / "brand.yml").write_text(text)
    assert read_address(fork) == "https://git.example.org/guide"


def test_fork_check_names_each_file_of_upstreams_that_was_touched(
    fork: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(fork)
    update(fork)
    main()
    assert "updates can't conflict" in capsys.readouterr().out
    commit(fork, {"docs/plays/waiting/the-check-in.md": "# Ours\n"})
    (fork / "notes.txt").write_text("loose")
    with pytest.raises(SystemExit, match=r"the-check-in\.md\n  notes\.txt$"):
        main()
