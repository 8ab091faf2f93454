"""From the record to sentences: each part in the wording that the reader chose, filled with what was typed only."""

from collections.abc import Mapping
from functools import cache
from typing import Any

from playbook.content import Sentence
from playbook.errors import ContentError
from playbook.interview import Interview
from playbook.memory import remembered
from playbook.phrasing.frames import Framed, LeftOut, all_left
from playbook.phrasing.interest import (
    because_it_draws,
    leads_to_job,
    why_it_draws,
)
from playbook.phrasing.job import tidy_employer
from playbook.phrasing.needs import is_somebody, need
from playbook.phrasing.people import greet_of, is_internal, is_interpreter
from playbook.phrasing.points import Point, contracted, points
from playbook.phrasing.reasons import is_about_oneself
from playbook.phrasing.recall import heard
from playbook.phrasing.subjects import share_subject
from playbook.phrasing.tidy import ENDS, is_empty, small_first
from playbook.phrasing.tone import is_practical
from playbook.render import capitalized
from playbook.rulebook import Rulebook
from playbook.tools.closing_statement.deeds import deeds, one_after_another
from playbook.tools.closing_statement.end import next_step, promise_aloud
from playbook.tools.closing_statement.model import PartWords, Spoken, Wording

FOLDER = "tools/closing_statement"
SENTENCES = f"{FOLDER}/sentences.toml"
UNSAID = "unsaid"
"""How sure a reader is who hasn't said it."""
FEWEST_ANNOUNCED = 6
"""Words about what somebody has done that bear an announcement."""
MOST_NAMES = 3
"""People thanked by name; a longer list is a roll call."""
CONTENT = ("needs", "learned", "proofs", "interest")
"""Parts that are made of what the reader typed about the job and the talk."""
OWN = Wording("own", "", "{{ own }}")
"""The wording of a part that the reader wrote as a sentence of their own."""


def part_words(rulebook: Rulebook) -> Mapping[str, PartWords]:
    """Return the parts of a statement in the order in which they are said (parts.toml)."""
    return rulebook.table(PartWords, f"{FOLDER}/parts.toml")


@cache
def wordings(rulebook: Rulebook) -> tuple[Wording, ...]:
    """Return every way of saying every part (wordings.toml). Raises ContentError for a part that doesn't exist."""
    typed = rulebook.table(Wording, f"{FOLDER}/wordings.toml")
    for each in typed.values():
        if each.part not in part_words(rulebook):
            raise ContentError(f"wordings.toml [{each.id}]: there is no part '{each.part}'")
    return tuple(typed.values())


def openings(rulebook: Rulebook) -> Mapping[str, Sentence]:
    """Return how a statement begins, by whether the reader is sure and how much follows (openings.toml)."""
    return rulebook.table(Sentence, f"{FOLDER}/openings.toml")


def has_begun(interview: Interview) -> bool:
    """Return whether there is anything to say: something of the work or the talk, or that the reader wants the job.

    Where all that was typed is in another language, there isn't.
    """
    if any(source_words(each, interview) for each in CONTENT):
        return True
    wants = interview.statement.sure or interview.role or interview.employer
    return bool(wants) and not is_foreign(interview)


def is_foreign(interview: Interview) -> bool:
    """Return whether something was left out because it isn't in English."""
    left = (each for section in CONTENT for each in all_left(*framed(section, interview)))
    return any(each.why == "foreign" for each in left)


def has_words(section: str, interview: Interview) -> bool:
    """Return whether anything that the reader typed can be said in this part."""
    return any(each.text for each in framed(section, interview))


def say(section: PartWords, interview: Interview, rulebook: Rulebook) -> tuple[Spoken, ...]:
    """Return every way of saying this part, the chosen one first; none where nothing was typed for it."""
    own = _own_sentence(section, interview)
    if own:
        return (Spoken(OWN, own),)
    facts = _facts(section.id, interview, rulebook)
    if facts is None:
        return ()
    ways = [
        each for each in wordings(rulebook) if each.part == section.id and _suits(each, interview)
    ]
    chosen = {row.wording for row in interview.statement.openings if row.part == section.id}
    ways.sort(key=lambda way: way.id not in chosen)
    ways_filled = (Spoken(way, sentences(rulebook.fill(way.text, **facts))) for way in ways)
    return tuple(each for each in ways_filled if each.sentences)


@remembered()
def sentences(text: str) -> tuple[str, ...]:
    """Return the lines of a filled wording, each a sentence to say."""
    lines = (" ".join(line.split()) for line in text.splitlines() if line.strip())
    return tuple(f"{line[:-1]}" if line.endswith("..") else line for line in lines)


def source_words(section: str, interview: Interview) -> tuple[str, ...]:
    """Return what the reader typed for this part, as it goes on in the sentence: the key words come from here."""
    own = tuple(each.text for each in framed(section, interview) if each.text)
    if section in ("learned", "interest"):
        noted = tuple(each.words for each in _points(interview, liked=section == "interest"))
        return (*own, *noted) if section == "learned" else (*noted, *own)
    return own


def _points(interview: Interview, *, liked: bool) -> tuple[Point, ...]:
    return tuple(each for each in points(interview) if each.liked == liked)


def left_out(section: PartWords, interview: Interview) -> tuple[LeftOut, ...]:
    """Return what the reader typed for this part and none of our sentences can hold."""
    return all_left(*framed(section.id, interview))


def framed(section: str, interview: Interview) -> tuple[Framed, ...]:
    """Return the reader's words for this part, as they go on in a sentence.

    Several for proofs, one for any other part.
    """
    one = (
        sum(
            not is_empty(each.name) and not is_interpreter(each)
            for each in interview.round.interviewers
        )
        == 1
    )
    names = tuple(each.name for each in interview.round.interviewers if each.name)
    if section == "needs":
        return (need(interview.statement.needs),)
    if section == "proofs":
        return deeds(interview)
    if section == "learned":
        return (
            _of_the_work(
                heard(interview.statement.learned, one_person=one, names=names), interview
            ),
        )
    if section == "interest":
        return (because_it_draws(interview.statement.draws, one_person=one),)
    return ()


def _of_the_work(learned: Framed, interview: Interview) -> Framed:
    """Return what they told the reader; hours, pay and the like are left out."""
    if not is_practical(learned.text):
        return learned
    return Framed("", (*learned.left, LeftOut("learned", interview.statement.learned, "condition")))


def people(interview: Interview) -> list[str]:
    """Return who is thanked by name, as the reader would greet them; nobody where it would be a roll call."""
    named = [
        each
        for each in interview.round.interviewers
        if not is_empty(each.name) and not is_interpreter(each)
    ]
    names = [name for each in named if (name := greet_of(each, interview))]
    return names if len(names) <= MOST_NAMES else []


def _suits(wording: Wording, interview: Interview) -> bool:
    return not wording.when or (interview.statement.sure or UNSAID) in wording.when.split()


def _own_sentence(section: PartWords, interview: Interview) -> tuple[str, ...]:
    """Return a whole sentence that the reader typed where we asked for the end of one."""
    if section.id != "needs":
        return ()
    text = need(interview.statement.needs).text
    return (text,) if text.endswith(ENDS) else ()


def _facts(section: str, interview: Interview, rulebook: Rulebook) -> dict[str, Any] | None:
    """Return what fills the part's wordings; None where the reader hasn't typed it."""
    if section == "thanks":
        return {"people": people(interview), "question": _question(interview, rulebook)}
    if section == "ask":
        return _ask_facts(interview)
    if not source_words(section, interview):
        return None
    if section == "proofs":
        proofs = [capitalized(each) for each in source_words(section, interview)]
        return {
            "proofs": proofs,
            "also": one_after_another(proofs),
            "after": _before_proofs(interview),
        }
    if section == "learned":
        points_told = [each.text for each in _points(interview, liked=False)]
        own = contracted(" ".join(each.text for each in framed(section, interview)))
        return {"learned": own, "told": points_told, "also": has_words("needs", interview)}
    if section == "interest":
        return _interest_facts(interview)
    return {section: source_words(section, interview)[0]}


def _question(interview: Interview, rulebook: Rulebook) -> str:
    """Return the question that stands last, so that they can answer it; empty for a reader who isn't sure."""
    if interview.statement.sure == "not-sure":
        return ""
    return rulebook.say(SENTENCES, f"next-{next_step(interview)}")


def _ask_facts(interview: Interview) -> dict[str, Any]:
    because = _because(interview)
    return {
        "employer": tidy_employer(interview.employer),
        "so": leads_to_job(because),
        "internal": is_internal(interview),
        "promised": promise_aloud(interview),
    }


def _interest_facts(interview: Interview) -> dict[str, Any]:
    """Return what the reader liked, and why they'd like the work.

    A wish for themselves is joined to what the employer does for it: 'I want to move up, and I like that you promote'.
    """
    because, liked = _because(interview), _points(interview, liked=True)
    why = why_it_draws(because)
    yours = next((each for each in liked if each.words.startswith("you ")), None)
    if yours and is_about_oneself(because):
        why = f"{capitalized(because.removeprefix('because '))}, and {small_first(yours.text)}"
        liked = tuple(each for each in liked if each is not yours)
    return {"draws": because, "why": why, "liked": [each.text for each in liked]}


def _because(interview: Interview) -> str:
    return framed("interest", interview)[0].text


def _before_proofs(interview: Interview) -> str:
    """Return what the reader's deeds answer: somebody who is needed, anything else that was heard, or nothing.

    A few words need no announcement. What was heard about something else leads to nothing, nor does it to what the
    reader adds before their proofs.
    """
    done = source_words("proofs", interview)
    if len(" ".join(done).split()) < FEWEST_ANNOUNCED:
        return ""
    heard = " ".join(source_words("learned", interview))
    if heard:
        proved = " ".join(f"{each.did} {each.result}" for each in interview.statement.proofs)
        answers = [done[0], *([proved] if proved.strip() else [])]
        return "heard" if all(share_subject(heard, each) for each in answers) else ""
    needed = " ".join(source_words("needs", interview))
    if not needed:
        return ""
    return "person" if is_somebody(needed) else "heard"
