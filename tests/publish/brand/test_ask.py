import subprocess
import sys
from pathlib import Path

import pytest

from publish.brand.ask import QUESTIONS, ask, read_text, take_flags
from publish.brand.put.edit import NEW, quote, set_value
from tests.publish.brand.conftest import FILES

ROOT = Path(__file__).parents[3]


def question(flag: str) -> int:
    return [each.flag for each in QUESTIONS].index(flag)


def test_flags_make_a_brand_file_from_nothing(upstream: Path) -> None:
    text = take_flags(
        upstream,
        NEW,
        {"site_name": "After: the interview", "name": "Example College", "accent": "#7a0019"},
    )
    assert text.splitlines()[1:] == [
        "INHERIT: mkdocs.yml",
        'site_name: "After: the interview"',
        "extra:",
        "  brand:",
        "    name: Example College",
        "    palette:",
        "      light:",
        '        accent: "#7a0019"',
    ]


@pytest.mark.parametrize("text", ["", "# Ours, some day."])
def test_an_empty_brand_file_is_begun_anew(copy: Path, text: str) -> None:
    (copy / "brand.yml").write_text(text)
    assert read_text(copy) == f"{text}\n{NEW}".lstrip()
    assert "name: Example" in take_flags(copy, read_text(copy), {"name": "Example College"})


def test_a_second_time_changes_only_what_was_asked(copy: Path) -> None:
    before = (copy / "brand.yml").read_text().replace("hours: 9 to 4", "hours: 9 to 4  # summer")
    after = take_flags(copy, before, {"hours": "10 to 3"})
    assert after == before.replace("9 to 4", "10 to 3")


def test_a_wrong_flag_changes_nothing_and_says_what_would_be_right(copy: Path) -> None:
    text = (copy / "brand.yml").read_text()
    with pytest.raises(SystemExit) as stopped:
        take_flags(copy, text, {"accent": "#e08a8a", "country": "USA"})
    reason = str(stopped.value)
    assert reason.startswith("Nothing was changed, because:")
    assert "The nearest accent that passes: #975d5d" in reason
    assert "Did you mean 'US'?" in reason


def test_a_wrong_answer_is_asked_again(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    answers = iter(["maroon", "#e08a8a", "#5a0012"])
    monkeypatch.setattr("builtins.input", lambda _: next(answers))
    text = ask(copy, (copy / "brand.yml").read_text(), QUESTIONS[question("accent")])
    assert 'accent: "#5a0012"' in text
    assert list(answers) == []


def test_an_empty_answer_keeps_what_was_there(copy: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("builtins.input", lambda _: "")
    text = (copy / "brand.yml").read_text()
    assert ask(copy, text, QUESTIONS[question("name")]) == text


def test_a_logo_from_elsewhere_is_copied_once_it_is_found_to_be_right(
    copy: Path, tmp_path: Path
) -> None:
    (tmp_path / "good.svg").write_text(FILES["brand/assets/logo.svg"])
    (tmp_path / "bad.svg").write_text("<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>")
    text = (copy / "brand.yml").read_text()
    assert "logo: good.svg" in take_flags(copy, text, {"logo": str(tmp_path / "good.svg")})
    assert (copy / "brand/assets/good.svg").is_file()
    with pytest.raises(SystemExit, match="'onload' can't stand in a picture"):
        take_flags(copy, text, {"logo": str(tmp_path / "bad.svg")})
    assert not (copy / "brand/assets/bad.svg").exists()


def test_a_logo_is_not_copied_while_another_answer_is_wrong(copy: Path, tmp_path: Path) -> None:
    (tmp_path / "good.svg").write_text(FILES["brand/assets/logo.svg"])
    given = {"logo": str(tmp_path / "good.svg"), "accent": "maroon"}
    with pytest.raises(SystemExit, match="Nothing was changed"):
        take_flags(copy, (copy / "brand.yml").read_text(), given)
    assert not (copy / "brand/assets/good.svg").exists()


def test_the_ends_of_lines_stay_as_they_are(copy: Path) -> None:
    file = copy / "brand.yml"
    file.write_text(file.read_text(), newline="\r\n")
    after = take_flags(copy, read_text(copy), {"hours": "10 to 3"})
    assert after.encode() == file.read_bytes().replace(b"9 to 4", b"10 to 3")


def test_a_brand_file_in_another_encoding_is_said_and_left_alone(copy: Path) -> None:
    (copy / "brand.yml").write_bytes(b"site_name: Coll\xe8ge\n")
    with pytest.raises(SystemExit, match="isn't saved as UTF-8"):
        read_text(copy)


def test_without_flags_and_without_a_person_it_says_how(copy: Path) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "publish.brand.ask"],
        cwd=copy,
        env={"PYTHONPATH": str(ROOT)},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 1
    assert "give flags, as in --name 'Example College'" in done.stderr


def test_a_line_with_several_settings_is_left_to_a_person(copy: Path) -> None:
    text = (copy / "brand.yml").read_text()
    with pytest.raises(ValueError, match="goes into this line, by hand"):
        set_value(text, "extra.brand.contact.page", "https://example.edu")


@pytest.mark.parametrize(
    ("value", "written"),
    [
        ("Example College", "Example College"),
        ("#7a0019", '"#7a0019"'),
        ("NO", '"NO"'),
        ("Mon: 9 to 4", '"Mon: 9 to 4"'),
        ("+1 555 0100", "+1 555 0100"),
        ("5550100", '"5550100"'),
        ("جامعة المثال", "جامعة المثال"),
    ],
)
def test_values_get_quotes_only_where_yaml_would_misread_them(value: str, written: str) -> None:
    assert quote(value) == written
