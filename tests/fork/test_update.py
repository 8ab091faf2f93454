"""A centre's copy takes upstream's releases, for years and without a conflict."""

import shutil
from pathlib import Path

import pytest

from publish.brand.check.everything import FILES, FOLDERS
from publish.brand.check.keys import BRAND
from publish.brand.check.read import read_brand
from publish.copy.fork import list_touched, main, read_version
from publish.copy.report import report
from publish.copy.update import update
from tests.fork.copies import CENTRES, ROOT, build, copy_made
from tests.fork.repositories import NOTES, RULE, commit, git, start_repository


def test_an_update_says_what_changes_and_what_becomes_of_each_decision(
    upstream: Path, fork: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = {
        "CHANGELOG.md": "# Changelog\n\n## 0.2.0\n\n- Calmer.\n\n## 0.1.0\n\n- It begins.\n",
        "playbook/tools/timeline/rules.toml": RULE.format(6),
        f"{NOTES}/accept.txt.jinja": "Yes, gladly.\n",
    }
    commit(upstream, files, "v0.2.0")
    update(fork)
    printed = capsys.readouterr().out
    assert "  - Calmer." in printed
    assert "- It begins." not in printed
    assert (
        "brand/rules/timeline.toml, check-in-gap: shadows a change: "
        "upstream had 5 days and now has 6 days; yours stays at 7"
    ) in printed
    assert "brand/disagreements.toml, D7: still applies" in printed
    assert "brand/slots/plays/the-check-in.md, slot: still applies" in printed
    accept, decline = (f"brand/templates/{name}.txt.jinja" for name in ("accept", "decline"))
    assert f"{accept}, template: shadows a change: upstream has other words here now" in printed
    assert f"{decline}, template: still applies" in printed
    assert "open-day" not in printed
    assert "brand.yml, the-one-call: still applies" in printed
    assert RULE.format(6) == (fork / "playbook/tools/timeline/rules.toml").read_text()
    update(fork)
    assert "You have v0.2.0 already" in capsys.readouterr().out


def test_what_moved_is_named_with_its_new_place_and_the_update_goes_on(
    upstream: Path, fork: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (upstream / "docs/plays/waiting/the-one-call.md").unlink()
    (upstream / "docs/plays/waiting/the-check-in.md").unlink()
    moved = """\
"plays/waiting/the-one-call.md" = "plays/waiting/call-or-write.md"
"plays/waiting/the-check-in.md" = "plays/waiting/call-or-write.md"
"""
    files = {"docs/plays/waiting/call-or-write.md": "# Both\n", "macros/moved.toml": moved}
    commit(upstream, files, "v0.2.0")
    update(fork)
    printed = capsys.readouterr().out
    becomes = (
        "moves: it's in docs/plays/waiting/call-or-write.md now; after the update, 'make check' "
        "says what to rename"
    )
    assert f"brand.yml, the-one-call: {becomes}" in printed
    assert f"brand/slots/plays/the-check-in.md, slot: {becomes}" in printed
    assert (fork / "docs/plays/waiting/call-or-write.md").is_file()


def test_the_newest_release_counts_by_number_and_what_is_unreleased_waits(
    upstream: Path, fork: Path
) -> None:
    commit(upstream, {"a.md": "a"}, "v0.9.0")
    commit(upstream, {"b.md": "b"}, "v0.10.0")
    commit(upstream, {"c.md": "c"})
    update(fork)
    assert (fork / "b.md").is_file()
    assert not (fork / "c.md").exists()
    assert read_version("v0.10.0") > read_version("v0.9.0")


def test_what_is_not_committed_stops_it(upstream: Path, fork: Path) -> None:
    commit(upstream, {"a.md": "a"}, "v0.2.0")
    (fork / "brand.yml").write_text("site_name: New\n")
    with pytest.raises(SystemExit, match=r"aren't committed yet(.|\n)*brand\.yml"):
        update(fork)


def test_a_wrong_address_is_said_and_not_remembered(upstream: Path, fork: Path) -> None:
    commit(upstream, {"a.md": "a"}, "v0.2.0")
    git(fork, "remote", "remove", "upstream")
    with pytest.raises(SystemExit, match=r"'/nowhere' doesn't answer(.|\n)*git says: "):
        update(fork, "/nowhere")
    assert git(fork, "remote") == ""
    update(fork, str(upstream))
    assert git(fork, "remote", "get-url", "upstream") == str(upstream)


def test_the_address_of_another_project_leaves_nothing_behind(
    upstream: Path, fork: Path, tmp_path: Path
) -> None:
    other = start_repository(tmp_path / "other")
    commit(other, {"a.md": "a"}, "v99.0.0")
    with pytest.raises(SystemExit, match="no history in common"):
        update(fork, str(other))
    commit(upstream, {"b.md": "b"}, "v0.2.0")
    update(fork)
    assert (fork / "b.md").is_file()


def test_an_update_that_stopped_half_way_is_taken_back_first(upstream: Path, fork: Path) -> None:
    commit(upstream, {"a.md": "a"}, "v0.2.0")
    git(fork, "fetch", "--quiet", "upstream")
    git(fork, "merge", "--quiet", "--no-commit", "--no-ff", "upstream/main")
    with pytest.raises(SystemExit, match="git merge --abort"):
        update(fork)
    git(fork, "merge", "--abort")
    update(fork)
    assert (fork / "a.md").is_file()


def test_a_merge_that_git_cannot_write_leaves_everything_as_it_was(
    upstream: Path, fork: Path
) -> None:
    commit(upstream, {"a.md": "a"}, "v0.2.0")
    before = git(fork, "rev-parse", "HEAD")
    hook = fork / ".git/hooks/commit-msg"
    hook.parent.mkdir(exist_ok=True)
    hook.write_text("#!/bin/sh\necho 'Say which ticket.' >&2\nexit 1\n")
    hook.chmod(0o755)
    with pytest.raises(SystemExit, match=r"nothing was changed(.|\n)*Say which ticket"):
        update(fork)
    assert git(fork, "rev-parse", "HEAD") == before
    assert git(fork, "status", "--porcelain") == ""


def test_a_copy_without_history_or_with_a_part_of_it_hears_what_to_do(
    upstream: Path, fork: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    commit(upstream, {"a.md": "a"}, "v0.2.0")
    commit(fork, {"docs/local/a.md": "# A\n"})
    git(tmp_path, "clone", "--quiet", "--depth", "1", fork.as_uri(), "part")
    with pytest.raises(SystemExit, match="git fetch --unshallow"):
        update(tmp_path / "part", str(upstream))
    shutil.rmtree(fork / ".git")
    with pytest.raises(SystemExit, match="as when it was downloaded as a ZIP file"):
        update(fork, str(upstream))
    monkeypatch.chdir(fork)
    with pytest.raises(SystemExit, match="as when it was downloaded as a ZIP file"):
        main()


def test_a_file_is_named_in_its_own_letters(fork: Path) -> None:
    (fork / "docs/Räume.md").write_text("# Räume\n", encoding="utf-8")
    with pytest.raises(SystemExit, match=r"docs/Räume\.md"):
        update(fork)


def test_a_conflict_ahead_stops_it_before_anything_changes(upstream: Path, fork: Path) -> None:
    play = "docs/plays/waiting/the-check-in.md"
    commit(fork, {play: "# Our own check-in\n"})
    commit(upstream, {play: "# The calmer check-in\n"}, "v0.2.0")
    before = git(fork, "rev-parse", "HEAD")
    with pytest.raises(SystemExit) as stopped:
        update(fork)
    assert "nothing was changed. In these files you and upstream differ:" in str(stopped.value)
    assert f"  {play}" in str(stopped.value)
    assert git(fork, "rev-parse", "HEAD") == before
    assert git(fork, "status", "--porcelain") == ""


def test_a_decision_that_would_lose_its_place_stops_it(upstream: Path, fork: Path) -> None:
    (upstream / "docs/plays/waiting/the-check-in.md").unlink()
    (upstream / NOTES / "decline.txt.jinja").unlink()
    commit(upstream, {"playbook/tools/timeline/rules.toml": ""}, "v0.2.0")
    before = git(fork, "rev-parse", "HEAD")
    with pytest.raises(SystemExit) as stopped:
        update(fork)
    reason = str(stopped.value)
    gone = "upstream no longer has what it is about"
    assert f"check-in-gap: {gone}" in reason
    assert f"brand/slots/plays/the-check-in.md, slot: {gone}" in reason
    assert f"brand/templates/decline.txt.jinja, template: {gone}" in reason
    assert git(fork, "rev-parse", "HEAD") == before
    update(fork, anyway=True)
    assert git(fork, "rev-parse", "HEAD") != before


def test_a_copy_without_a_common_history_hears_what_to_do(
    upstream: Path, fork: Path, tmp_path: Path
) -> None:
    template = start_repository(tmp_path / "template")
    commit(template, {"brand.yml": (fork / "brand.yml").read_text()})
    with pytest.raises(SystemExit, match="doesn't know where it came from"):
        update(template)
    with pytest.raises(SystemExit, match="no history in common"):
        update(template, str(upstream))


def test_a_fork_of_our_first_commit_with_all_overridden_takes_today_and_builds(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for role in ("AUTHOR", "COMMITTER"):
        monkeypatch.setenv(f"GIT_{role}_NAME", "Dana")
        monkeypatch.setenv(f"GIT_{role}_EMAIL", "dana@example.org")
    assert git(ROOT, "rev-parse", "--is-shallow-repository") == "false", "fetch all of the history"
    today, fork = tmp_path / "today", tmp_path / "fork"
    for clone in (today, fork):
        git(tmp_path, "clone", "--quiet", "--shared", str(ROOT), str(clone))
    # in a copy, what is its own goes first: upstream never has these three
    git(today, "rm", "-rq", "--ignore-unmatch", "brand.yml", "brand", "docs/local")
    git(today, "commit", "--quiet", "--allow-empty", "--message", "Today")
    git(today, "tag", "v9999.0.0")
    first = git(fork, "rev-list", "--first-parent", "HEAD").splitlines()[-1]
    git(fork, "checkout", "--quiet", "-B", "ours", first)
    for centre in ("strathallan", "al-manara", "millbrook"):
        shutil.copytree(CENTRES / centre, fork, dirs_exist_ok=True)
    git(fork, "add", "--all")
    git(fork, "commit", "--quiet", "--message", "Ours")
    update(fork, str(today))
    assert git(fork, "status", "--porcelain") == ""
    assert list_touched(fork, "refs/upstream/main") == []
    assert not any(finding.lost for finding in report(fork, first, "refs/upstream/main"))
    copy_made(fork)
    site = build(fork)
    assert (site / "local/send-your-cv/index.html").is_file()
    kinds = {path.relative_to(fork).as_posix() for path in (fork / "brand").iterdir()}
    assert kinds == {f"brand/{name}" for name in FOLDERS | FILES}, "override it, too"
    overridden = set(read_brand(fork)[0].settings)
    assert overridden == set(BRAND), "a centre overrides each setting"
