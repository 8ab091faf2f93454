"""The privacy notice to fill in: nothing of it is published before somebody has."""

import datetime
import re
from pathlib import Path

from publish.brand.check.everything import check
from publish.brand.check.notice import NOTICE, find_blanks

TODAY = datetime.date(2026, 12, 1)
OWN = "docs/local/privacy-notice.md"


def read_notice(copy: Path) -> str:
    page = (copy / NOTICE).read_text(encoding="utf-8")
    return page.split("```markdown\n", 1)[1].split("```", 1)[0]


def put(copy: Path, text: str) -> list[str]:
    (copy / OWN).write_text(text, encoding="utf-8")
    return [str(each) for each in check(copy, TODAY)[1] if each.file == OWN]


def test_each_blank_is_named_with_its_line(copy: Path) -> None:
    notice = read_notice(copy)
    named = put(copy, notice)
    assert named[0] == (
        f"{OWN}, line 3: '[address of your copy]' waits to be filled in: put your own words there, or delete it"
    )
    assert len(named) == len(re.findall(r"\[", notice)) >= 12
    long = next(line for line in named if "Name of your institution" in line)
    assert "'[Name of your institution, postal" in long
    assert len(long) < 200


def test_a_notice_that_is_filled_in_is_right(copy: Path) -> None:
    filled = re.sub(r"\[[^\[\]]+\]", "Example College", read_notice(copy))
    assert put(copy, filled) == []


def test_brackets_of_ones_own_and_links_are_no_blanks(copy: Path) -> None:
    assert put(copy, "# Rooms\n\nThey wrote [sic], see [our rooms](rooms.md).\n") == []


def test_the_page_itself_is_no_page_of_the_centres(copy: Path) -> None:
    assert list(find_blanks(copy)) == []
