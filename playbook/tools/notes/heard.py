"""What was heard in the talk, as one letter tells it: things of one kind in one sentence, and no two begin alike."""

from dataclasses import dataclass

from playbook.phrasing.tidy import trim

HEARD = (
    "It was good to hear ",
    "I was glad to hear ",
    "It was encouraging to hear ",
    "It was interesting to hear ",
)
"""How a sentence begins that comes back to something from the talk."""
ALSO = "It was also good to hear "
"""How a second such sentence begins."""
LEARNED = "It was interesting to learn "
"""How a sentence begins that tells what the reader learned there."""
ALSO_LEARNED = "It was also useful to learn"
"""How it begins behind one other thing that was heard."""
MOST_TOGETHER = 36
"""Words of one sentence with two things in it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """Sentences on what this person said, what was talked about and what was learned; each may be empty."""

    point: str = ""
    talked: str = ""
    learned: str = ""


def join_heard(heard: Heard) -> Heard:
    """Return the sentences with what can stand in one joined to one."""
    return _with_learned(_with_talked(heard))


def _with_talked(heard: Heard) -> Heard:
    """Return what they said and what was talked about as one: 'It was good to hear that …, and to hear about …'."""
    if (
        not heard.talked.startswith(ALSO)
        or any(each in heard.talked for each in (": ", ", and I "))
        or not _can_go_on(heard.point)
    ):
        return heard
    joined = f"{trim(heard.point)}, and to hear {heard.talked.removeprefix(ALSO)}"
    return Heard(joined, "", heard.learned) if _is_short(joined) else heard


def _with_learned(heard: Heard) -> Heard:
    """Return what was learned behind what was heard before it; alone, it begins in another way than that."""
    before = heard.talked or heard.point
    if not before or not heard.learned.startswith(LEARNED):
        return heard
    words = heard.learned.removeprefix(LEARNED)
    joined = f"{trim(before)}, and {words}"
    if not (_can_go_on(before) and _is_short(joined) and ". " not in words):
        learned = (
            "I was interested to learn" if heard.talked.startswith("It was also ") else ALSO_LEARNED
        )
        return Heard(heard.point, heard.talked, f"{learned} {words}")
    return Heard(heard.point, joined, "") if heard.talked else Heard(joined, "", "")


def _can_go_on(sentence: str) -> bool:
    return sentence.startswith(HEARD) and not any(
        each in sentence for each in (". ", ", and", ": ")
    )


def _is_short(sentence: str) -> bool:
    return len(sentence.split()) <= MOST_TOGETHER
