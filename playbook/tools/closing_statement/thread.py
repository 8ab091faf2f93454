"""The thread of a statement: what is needed or was told and the deed that answers it, what was liked, and the rest."""

from dataclasses import dataclass, field, replace

from playbook.interview import Interview
from playbook.memory import remembered
from playbook.phrasing.fit import answers
from playbook.phrasing.frames import Framed, LeftOut, fill
from playbook.phrasing.interest import because_it_draws, why_it_draws
from playbook.phrasing.learned import frame_heard
from playbook.phrasing.needs import frame_need, is_somebody
from playbook.phrasing.people import is_interpreter
from playbook.phrasing.points import Point, contracted, is_clause, kind_of, noted_points
from playbook.phrasing.tidy import ENDS, is_empty, trim
from playbook.phrasing.tone import is_practical
from playbook.phrasing.words import says_same, words_of
from playbook.tools.closing_statement.deeds import LONG, Deed, done
from playbook.tools.closing_statement.liked import liked_of
from playbook.tools.closing_statement.telling import in_groups

FEWEST_FIRST = 6
"""Words of a deed with which a statement can begin."""
MOST_DEEDS = 2
"""Things done that a statement tells, two short ones that share a sentence counted once."""


@dataclass(frozen=True, slots=True)
class Thread:
    """What is said, in the order of the thread, and what isn't, by part.

    `need` opens the statement, and `answered` is whether the first deed shows it; an `open_need`, where nothing was
    done that could follow it, stands before the wish. `remarks` are points that the first deed answers, `second` one
    that the second deed answers, `asked` a person they look for whom nothing shows yet. `liked` are whole sentences.
    `because` is why the reader would like the work. `near`: they live close by, and
    nothing else is known.
    """

    need: str = ""
    answered: bool = False
    open_need: str = ""
    remarks: tuple[Point, ...] = ()
    second: Point | None = None
    asked: tuple[Point, ...] = ()
    deeds: tuple[Deed, ...] = ()
    liked: tuple[str, ...] = ()
    liked_words: tuple[str, ...] = ()
    why: str = ""
    because: str = ""
    near: bool = False
    left: tuple[tuple[str, LeftOut], ...] = field(default=())


@remembered()
def thread_of(interview: Interview) -> Thread:
    """Return the thread of this statement."""
    needed, because = frame_need(interview.statement.needs), _because(interview)
    every, talk, learned = done(interview), noted_points(interview), _learned(interview)
    left = [("needs", each) for each in needed.left]
    left += [("learned", each) for each in (*learned.left, *talk.left)]
    left += [("proofs", each) for each in every.left] + [
        ("interest", each) for each in because.left
    ]
    points, again = _once((*learned.points, *talk.points), interview.statement.needs)
    thread = _answered(needed.text, points, every.deeds, interview)
    rest = tuple(
        each for each in points if each not in (*thread.remarks, thread.second, *thread.asked)
    )
    told_before = (*thread.remarks, *filter(None, [thread.second]))
    liked = liked_of(rest, told_before, thread.deeds, interview, because.text)
    alone = not (thread.need or thread.open_need or thread.deeds or liked.lines or liked.why)
    near = next((each.typed.words for each in rest if alone and each.kind == "near"), "")
    liked = replace(liked, left=tuple(each for each in liked.left if each.words != near))
    left += [("learned", each) for each in (*again, *liked.left)]
    lines_told = {line for deed in thread.deeds for line in deed.lines}
    left += [
        ("proofs", replace(each.typed, why="enough"))
        for each in every.deeds
        if not any(trim(each.lines[0]) in line for line in lines_told)
    ]
    if needed.text and not (thread.need or thread.open_need):
        left.append(("needs", LeftOut("needs", trim(interview.statement.needs), "unanswered")))
    return replace(
        thread,
        liked=liked.lines,
        liked_words=liked.words,
        because=because.text,
        why=liked.why,
        near=bool(near),
        left=tuple(left),
    )


def is_joined(thread: Thread) -> bool:
    """Return whether why the work draws the reader shares a sentence with something that they liked."""
    return bool(thread.because) and thread.why != contracted(why_it_draws(thread.because))


def link_to(point: Point | None, needed: str) -> str:
    """Return the id of the words that lead from what they need to the deed behind it.

    Empty for none: what they only told is followed by the deed itself, which claims no more than it says.
    """
    if point:
        return "person" if point.kind == "needed" else ""
    if not needed or needed.endswith(ENDS):
        return ""
    return "person" if is_somebody(needed) else "thing"


def _people(interview: Interview) -> int:
    return sum(
        not is_empty(each.name) and not is_interpreter(each)
        for each in interview.round.interviewers
    )


def _because(interview: Interview) -> Framed:
    return because_it_draws(interview.statement.draws, one_person=_people(interview) == 1)


@dataclass(frozen=True, slots=True)
class _Learned:
    points: tuple[Point, ...] = ()
    left: tuple[LeftOut, ...] = ()


def _learned(interview: Interview) -> _Learned:
    """Return what the reader was told that day, as a point; hours, pay and the like aside."""
    names = tuple(each.name for each in interview.round.interviewers if each.name)
    typed = interview.statement.learned
    framed = frame_heard(typed, one_person=_people(interview) == 1, names=names)
    if not framed.text:
        return _Learned((), framed.left)
    kind, _, words = framed.text.partition(" ")
    whole = LeftOut("learned", trim(typed), "")
    if is_practical(words):
        sentence = fill("aloud-told", x=contracted(words), name="")
        return _Learned((Point(sentence, words, "practical", whole),), framed.left)
    if kind == "about" and not is_clause(words):
        liked = fill("aloud-heard", x=words)
        return _Learned((Point(liked, words, "liked", whole),), framed.left)
    sentence = fill("aloud-told", x=contracted(words), name="")
    return _Learned((Point(sentence, words, kind_of(words), whole),), framed.left)


def _once(points: tuple[Point, ...], needed: str) -> tuple[tuple[Point, ...], list[LeftOut]]:
    """Return points, what stands in two of them once; and those that say what is needed, which is said already."""
    fresh: list[Point] = []
    again: list[LeftOut] = []
    for each in points:
        if any(_stands_in(each.words, other.words) for other in fresh):
            continue
        if not is_empty(needed) and (
            says_same(each.words, needed) or says_same(needed, each.words)
        ):
            again.append(replace(each.typed, why="enough"))
        else:
            fresh.append(each)
    return tuple(fresh), again


def _stands_in(one: str, other: str) -> bool:
    return set(words_of(one).all) <= set(words_of(other).all)


def _answered(
    needed: str, points: tuple[Point, ...], deeds: tuple[Deed, ...], interview: Interview
) -> Thread:
    """Return the need that a deed answers, with that deed first; a point that one answers, with that deed second.

    Where there is one deed only, the point stands before it; of several that answer it, the strongest opens.
    """
    lead = [at for at, each in enumerate(deeds) if answers(needed, each.text)]
    can_answer = [each for each in points if each.kind in ("told", "hard", "needed", "own")]
    pairs = [
        (point, at)
        for point in can_answer
        for at, each in enumerate(deeds)
        if answers(point.words, each.text, told=point.kind != "needed")
    ]
    fits = lead or [at for point, at in reversed(pairs) if point == pairs[0][0]]
    points_told = [
        point for point, at in pairs if at in fits[:1] and (not lead or _is_learned(point))
    ]
    second = next(
        ((point, at) for point, at in pairs if at not in fits[:1] and point not in points_told),
        None,
    )
    if second:
        fits = [fits[0], second[1], *fits[1:]]
    elif points_told and not lead and (other := _opener(deeds, fits[0])) is not None:
        second, points_told, fits = (points_told[0], fits[0]), [], [other, fits[0]]
    ordered = [deeds[at] for at in sorted(range(len(deeds)), key=lambda at: _place(at, fits))]
    whole, wants = needed.endswith(ENDS), interview.statement.sure != "not-sure" or not deeds
    answered = [*points_told, *([second[0]] if second else [])]
    asked = [each for each in can_answer if each.kind == "needed" and each not in answered]
    return Thread(
        need=needed if lead or (ordered and wants) else "",
        answered=bool(lead),
        open_need=needed if needed and not ordered and (wants or whole) else "",
        remarks=tuple(points_told[:1]),
        second=second[0] if second else None,
        asked=tuple(asked[:1]) if wants and not needed else (),
        deeds=_most(ordered, interview, apart=2 if second else 0),
    )


def _opener(deeds: tuple[Deed, ...], answer: int) -> int | None:
    """Return the deed that opens before the one that answers a point; None where that is the better beginning."""
    others = [at for at in range(len(deeds)) if at != answer]
    strong = (at for at in others if len(deeds[at].text.split()) >= FEWEST_FIRST)
    return next(strong, None)


def _place(at: int, fits: list[int]) -> tuple[int, int]:
    return (fits.index(at) if at in fits else len(fits), at)


def _is_learned(point: Point) -> bool:
    return point.typed.field == "learned"


def _most(deeds: list[Deed], interview: Interview, *, apart: int) -> tuple[Deed, ...]:
    """Return the deeds that are told, short ones in one sentence; all of them in a long statement.

    The first `apart` stay by themselves, because something that was told stands between them. What the reader didn't
    get to say goes before a second proof.
    """
    groups = (*deeds[:apart], *in_groups(tuple(deeds[apart:])))
    if interview.statement.length == LONG or apart == MOST_DEEDS:
        return groups if interview.statement.length == LONG else groups[:MOST_DEEDS]
    first, *others = groups or (None,)
    second = next((each for each in others if each.added), next(iter(others), None))
    return tuple(filter(None, (first, second)))
