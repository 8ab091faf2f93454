"""What a statement leaves out and names: doubts, hours and pay, another language."""

import re
from pathlib import Path

import pytest

from playbook.content import read_toml
from playbook.own import own
from playbook.tools.closing_statement.assemble import part_words, say
from playbook.tools.closing_statement.checks import review
from tests.playbook.closing_statement.records import ONE, sentences, statement_of
from tests.playbook.closing_statement.test_statements import TODAY
from tests.playbook.readers import answer_to, request_of

CASES = read_toml(Path(__file__).with_suffix(".toml"))


@pytest.mark.parametrize(
    "words", CASES["what_is_about_the_reader_or_hours_or_a_loss_is_not_told_back"]
)
def test_what_is_about_the_reader_or_hours_or_a_loss_is_not_told_back(words: str) -> None:
    record = ONE | {"interviewers": [{"name": "Helena", "said": words}]}
    assert sentences(statement_of(record))[1:3] == [
        "I ran both of the lines.",
        "I'd like this job.",
    ]


@pytest.mark.parametrize(("typed", "why"), CASES["what_is_better_not_said_is_left_out_and_named"])
def test_what_is_better_not_said_is_left_out_and_named(typed: dict[str, object], why: str) -> None:
    record = {
        "proofs": [{"did": "handled 90 calls a day"}, {"did": "ran both of the lines"}],
        **typed,
    }
    statement = statement_of(record)
    (words,) = typed.values()
    assert str(words) not in " ".join(sentences(statement))
    assert [each.words for each in statement.findings if why in each.words]


@pytest.mark.parametrize(
    ("draws", "noticed"), CASES["a_reason_that_is_about_oneself_alone_gets_a_remark"]
)
def test_a_reason_that_is_about_oneself_alone_gets_a_remark(
    draws: str,
    noticed: bool,  # noqa: FBT001 - a table of examples
) -> None:
    remarks = [each.check for each in statement_of({"draws": draws, **ONE}).findings]
    assert ("about-you" in remarks) == noticed


def test_hours_and_pay_are_not_told_back() -> None:
    statement = statement_of(ONE | {"learned": "nights are paid double"})
    assert not [each for each in sentences(statement) if "told me" in each]
    assert [each.words for each in statement.findings if "Hours, pay and the like" in each.words]
    assert statement.reserved == 12


def test_words_in_another_language_are_named_in_one_sentence() -> None:
    record = {
        "proofs": [{"did": "abrí la panadería sola", "result": "nunca llegué tarde"}],
        "draws": "me gusta hablar con la gente",
        "sure": "sure",
    }
    statement = statement_of(record)
    assert statement.verdict == "empty"
    assert answer_to("closing_statement", record)["status"].startswith("We write in English only")
    (finding,) = statement.findings
    for typed in ("abrí la panadería sola", "nunca llegué tarde", "me gusta hablar con la gente"):
        assert f"'{typed}'" in finding.words
    assert finding.words.count("because") == 1


def test_without_a_word_typed_there_is_no_statement_but_every_prompt() -> None:
    statement = statement_of({"interviewers": [{"name": "Dana"}]})
    assert statement.verdict == "empty"
    assert sentences(statement) == []
    assert len(statement.missing) == 6
    html = answer_to("closing_statement", {})["html"]
    prompts = re.findall(r'<p class="pb-prompt">(.*?) <button', html)
    assert len(prompts) == 6
    assert all(each.endswith((".", "?")) for each in prompts)


def test_nothing_that_we_word_ourselves_is_noticed_by_our_own_checks() -> None:
    record = {
        "needs": "x",
        "proofs": [{"did": "x"}, {"did": "x"}, {"did": "x"}],
        "learned": "x",
        "draws": "x",
        "employer": "X",
    }
    for sure in ("sure", "not-sure"):
        interview = request_of(record | {"sure": sure}).interview
        for section in part_words(own()).values():
            for spoken in say(section, interview, TODAY, own()):
                assert review(section.id, spoken.sentences, 20, own()) == ()
