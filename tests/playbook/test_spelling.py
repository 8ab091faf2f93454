import pytest

from playbook.spelling import Spelling

US = Spelling({"practise": "practice", "organise": "organize", "by post": "by mail"})
GB = Spelling({"résumé": "CV", "résumés": "CVs", "resume": "CV", "vacation": "holiday"})


@pytest.mark.parametrize(
    ("text", "spelled"),
    [
        ("Practise it aloud.", "Practice it aloud."),
        ("PRACTISE", "PRACTICE"),
        ("They organise it, and send it by post.", "They organize it, and send it by mail."),
        ("It is practised.", "It is practised."),
        (
            "Their words: “We practise daily.” So practise.",
            "Their words: “We practise daily.” So practice.",
        ),
        (
            "See https://example.org/practise?x=organise now",
            "See https://example.org/practise?x=organise now",
        ),
        ("https://example.org/?practise practise", "https://example.org/?practise practice"),
        ("“Open, so practise.", "“Open, so practice."),
        ("İpek and Çağlar practise.", "İpek and Çağlar practice."),
        ("practise@example.org", "practise@example.org"),
        (
            "to-practise, practise.html, #practise, a/practise",
            "to-practise, practise.html, #practise, a/practise",
        ),
    ],
)
def test_a_word_is_spelled_as_there_and_what_is_no_word_stays(text: str, spelled: str) -> None:
    assert US.respell(text) == spelled


def test_a_cv_stays_in_capitals_wherever_it_stands() -> None:
    assert GB.respell("Résumés first: send your résumé.") == "CVs first: send your CV."


def test_where_two_words_begin_the_longer_one_is_meant() -> None:
    leave = Spelling({"leave": "time off", "annual leave": "vacation", "leave early": "go home"})
    assert leave.respell("Annual leave early, then leave early.") == "Vacation early, then go home."


def test_a_word_with_capitals_in_the_list_stands_for_itself_alone() -> None:
    assert Spelling({"HR": "Personnel"}).respell("HR, hr") == "Personnel, hr"


def test_no_list_changes_nothing() -> None:
    assert Spelling({}).respell_html("<p>Practise</p>") == "<p>Practise</p>"


@pytest.mark.parametrize(
    ("html", "spelled"),
    [
        ('<h2 id="practise">Practise</h2>', '<h2 id="practise">Practice</h2>'),
        ('<a href="practise/">practise</a>', '<a href="practise/">practice</a>'),
        ("<code>practise</code> practise", "<code>practise</code> practice"),
        (
            "<pre><code>practise</code> practise</pre>practise",
            "<pre><code>practise</code> practise</pre>practice",
        ),
        ("<blockquote><p>practise</p></blockquote>", "<blockquote><p>practise</p></blockquote>"),
        (
            '<span translate="no">Practise!</span> practise',
            '<span translate="no">Practise!</span> practice',
        ),
        (
            '<div class="pb-slot"><div>practise</div>practise</div>practise',
            '<div class="pb-slot"><div>practise</div>practise</div>practice',
        ),
        (
            '<p class="practise" aria-label="Practise it">x</p>',
            '<p class="practise" aria-label="Practice it">x</p>',
        ),
        ("<!-- practise -->", "<!-- practise -->"),
        ("<bdi>Practise Centre</bdi>", "<bdi>Practise Centre</bdi>"),
    ],
)
def test_on_a_page_only_its_own_words_change(html: str, spelled: str) -> None:
    assert US.respell_html(html) == spelled
