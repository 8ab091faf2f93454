"""`make brand`: ask for what makes the site a centre's own, or take it from flags, and write it down.

Running it again changes only what was asked. Nothing is written while an answer is wrong.
"""

import argparse
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path

from publish.brand.check.complaints import Complaint
from publish.brand.check.keys import BRAND_FILE
from publish.brand.check.letters import find_unreadable
from publish.brand.check.lines import read_lines
from publish.brand.check.palette import find_contrast_faults
from publish.brand.check.pictures import FOLDER, find_faults_inside
from publish.brand.check.read import read_brand_text
from publish.brand.put.edit import NEW, set_value

FOLDERS = (FOLDER, "brand/rules", "brand/slots", "docs/local")


@dataclass(frozen=True, slots=True)
class Question:
    """One thing to ask: its flag, where the answer goes, and how it is asked."""

    flag: str
    path: str
    words: str

    @property
    def setting(self) -> str:
        """Its path below extra.brand, or its key at the top."""
        return self.path.removeprefix("extra.brand.")


QUESTIONS = (
    Question("site-name", "site_name", "The name at the top of each page"),
    Question("name", "extra.brand.name", "Your centre's name"),
    Question("address", "extra.brand.address", "Its address, for the foot of each page"),
    Question("accent", "extra.brand.palette.light.accent", "Your colour, like #7a0019"),
    Question("header", "extra.brand.palette.light.header", "The colour of the bar at the top"),
    Question("logo", "extra.brand.logo", "The file of your logo (SVG or PNG)"),
    Question("country", "extra.brand.country", "Your country's code, like US or GB"),
    Question("region", "extra.brand.region", "Your state or region, like OH or SCT"),
    Question("email", "extra.brand.contact.email", "The e-mail address to write to"),
    Question("phone", "extra.brand.contact.phone", "The phone number to call"),
    Question("booking", "extra.brand.booking", "Where to book a time (https://…)"),
    Question("hours", "extra.brand.hours", "Office hours, in words"),
    Question(
        "upstream", "extra.brand.upstream", "Where you got this from, for updates (https://…)"
    ),
)


def main() -> None:
    """Ask on a terminal, or take what the flags give; then write and say what to do next.

    Raises SystemExit where there are neither.
    """
    parser = argparse.ArgumentParser(prog="make brand", description=__doc__)
    for question in QUESTIONS:
        parser.add_argument(f"--{question.flag}", help=question.words)
    given = {key: value for key, value in vars(parser.parse_args()).items() if value is not None}
    root = Path()
    if not given and not sys.stdin.isatty():
        raise SystemExit("Nobody is here to ask: give flags, as in --name 'Example College'.")
    before = read_text(root)
    after = take_flags(root, before, given) if given else ask_all(root, before)
    for folder in FOLDERS:
        (root / folder).mkdir(parents=True, exist_ok=True)
    (root / BRAND_FILE).write_text(after, encoding="utf-8", newline="")
    print(f"Written to {BRAND_FILE}. 'make serve' shows it, 'make check' looks it over.")


def read_text(root: Path) -> str:
    """Return the brand file as it stands, its ends of lines too, or a new one where there is none or it is empty.

    Raises SystemExit with what keeps it from being read.
    """
    file = root / BRAND_FILE
    if not file.is_file():
        return NEW
    unreadable = [str(each) for each in find_unreadable(root) if each.file == BRAND_FILE]
    if unreadable:
        raise SystemExit("\n".join(unreadable))
    text = file.read_bytes().decode()
    table, complaints = read_lines(text, BRAND_FILE)
    return text if table.entries or complaints else f"{text.rstrip()}\n{NEW}".lstrip()


def take_flags(root: Path, text: str, given: dict[str, str]) -> str:
    """Return the text with all that was given. Raises SystemExit with what is wrong, before anything is written."""
    known = find_complaints(root, text)
    wrong: list[str] = []
    for question in QUESTIONS:
        value = given.get(question.flag.replace("-", "_"))
        if value is None:
            continue
        try:
            text = set_value(text, question.path, name_file(root, question, value))
        except ValueError as error:
            wrong.append(f"--{question.flag}: {error}")
    wrong += [each.text for each in find_complaints(root, text) if each.text not in _texts(known)]
    if wrong:
        raise SystemExit("\n".join(["Nothing was changed, because:", *(f"  {w}" for w in wrong)]))
    bring_logo(root, given.get("logo", ""))
    return text


def ask_all(root: Path, text: str) -> str:
    """Return the text with every answer; an empty answer leaves things as they are."""
    print("Press Enter to keep what stands in [brackets], or to leave a thing out for now.")
    for question in QUESTIONS:
        text = ask(root, text, question)
    return text


def ask(root: Path, text: str, question: Question) -> str:
    """Return the text with the answer to one question, asked until it is right."""
    known = _texts(find_complaints(root, text))
    while True:
        answer = input(f"{question.words} [{read_answer(text, question)}]: ").strip()
        if not answer:
            return text
        try:
            tried = set_value(text, question.path, name_file(root, question, answer))
        except ValueError as error:
            print(f"  {error}")
            continue
        wrong = [each for each in find_complaints(root, tried) if each.text not in known]
        if not wrong:
            bring_logo(root, answer if question.flag == "logo" else "")
            return tried
        for each in wrong:
            print(f"  {each.text}")


def read_answer(text: str, question: Question) -> str:
    """Return what the file says to a question now."""
    brand, _ = read_brand_text(text)
    return str(brand.site_name if question.path == "site_name" else brand.get(question.setting))


def name_file(root: Path, question: Question, value: str) -> str:
    """Return the value to write; of a logo from elsewhere, its name. Raises ValueError where it won't do."""
    source = find_elsewhere(root, value)
    if question.flag != "logo" or source is None:
        return value
    if not source.is_file():
        raise ValueError(f"there is no file '{value}'")
    faults = list(find_faults_inside(source, "logo"))
    if faults:
        raise ValueError("; ".join(faults))
    return source.name


def bring_logo(root: Path, value: str) -> None:
    """Copy a logo from elsewhere into brand/assets/; nothing where there is none to bring."""
    source = find_elsewhere(root, value) if value else None
    if source:
        (root / FOLDER).mkdir(parents=True, exist_ok=True)
        shutil.copy(source, root / FOLDER / source.name)


def find_elsewhere(root: Path, value: str) -> Path | None:
    """Return the file that is meant, where it isn't one of brand/assets/ by its name alone."""
    source = Path(value).expanduser()
    return None if source.name == value and (root / FOLDER / value).is_file() else source


def find_complaints(root: Path, text: str) -> list[Complaint]:
    """Return what is wrong with this text as brand.yml, its colours included."""
    brand, complaints = read_brand_text(text)
    return [*complaints, *find_contrast_faults(root, brand)]


def _texts(complaints: list[Complaint]) -> set[str]:
    return {each.text for each in complaints}


if __name__ == "__main__":
    main()
