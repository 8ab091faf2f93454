"""What stands below an e-mail of theirs: what it seems to be, the buttons that put it into the plan, and its text."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from playbook.calendars import Calendars
from playbook.content import Words
from playbook.interview import Interview, Office
from playbook.memory import REQUESTS, remembered
from playbook.office import calendar_of
from playbook.record_rows import Event
from playbook.render import isolated
from playbook.replies.model import Kind, Proposal, Reply
from playbook.replies.proposals import shortened
from playbook.replies.reading import read_reply
from playbook.rulebook import Rulebook

SENTENCES, KINDS = "replies/sentences.toml", "replies/kinds.toml"


@dataclass(frozen=True, slots=True)
class KindWords:
    """What a kind of e-mail is called, and the kind of event that it becomes, with its words (see kinds.toml)."""

    id: str
    name: Words
    before: Words
    button: Words = ""
    event: str = ""
    words: Words = ""


@dataclass(frozen=True, slots=True)
class Choice:
    """An event that the reader may add: its button, the event as a record has it, and whether the e-mail says so.

    `number` is its place in the list of events once it's there, from 0; `added` says that.
    """

    label: str
    row: dict[str, str]
    is_likely: bool
    number: int | None
    added: str


def reply_beside(interview: Interview, today: date, rulebook: Rulebook) -> str:
    """Return what stands below the reader's field for an e-mail of theirs, as HTML.

    Raises MissingData where the country's calendar isn't in place yet.
    """
    reply = _read(interview.their_email, interview.office, today, rulebook.calendars)
    return _html(reply, interview.events, interview.round.ended_on, today, rulebook)


@remembered(REQUESTS)
def _read(text: str, office: Office, today: date, calendars: Calendars) -> Reply:
    calendar = calendar_of(office, calendars)
    return read_reply(text, today, calendar, calendars.month_first(office.country))


@remembered(REQUESTS)
def _html(
    reply: Reply,
    events: tuple[Event, ...],
    ended_on: date | None,
    today: date,
    rulebook: Rulebook,
) -> str:
    is_ahead = ended_on is not None and today < ended_on
    is_readable = bool(reply.text) and not is_ahead
    choices = list(_choices(reply, events, ended_on, today, rulebook)) if is_readable else []
    added = {each.number: each for each in choices if each.number is not None}.values()
    return rulebook.view(
        "replies/beside.html.jinja",
        sentence=next((each.added for each in added), "") or _sentence(reply, today, rulebook),
        notes=list(_notes(reply, ended_on, today, rulebook)),
        added=list(added),
        likely=[each for each in choices if each.is_likely and each.number is None],
        others=[each for each in choices if not each.is_likely and not added],
        is_sure=reply.is_sure,
        pieces=list(_pieces(reply, rulebook)),
        say={id: rulebook.say(SENTENCES, id) for id in ("add", "take-out", "see", "others")},
    )


def _choices(
    reply: Reply,
    events: tuple[Event, ...],
    ended_on: date | None,
    today: date,
    rulebook: Rulebook,
) -> Iterator[Choice]:
    """Yield the event that each kind would be, those that the e-mail says first."""
    likely = {each.kind: each for each in reply.proposals}
    on = reply.sent_on or today
    if ended_on and on < ended_on:
        on = today
    for kind in (*likely, *(each for each in Kind if each not in likely)):
        words = _kinds(rulebook)[kind]
        if words.event:
            proposal = likely.get(kind, Proposal(kind, shortened(reply.text)))
            event = _event(proposal, words, on, rulebook)
            number = _number(event, events)
            yield Choice(
                label=rulebook.fill(words.button, today=today, day=event.by_on),
                row=_row(event),
                is_likely=kind in likely,
                number=number,
                added="" if number is None else _added(events[number], today, rulebook),
            )


def _event(proposal: Proposal, words: KindWords, on: date, rulebook: Rulebook) -> Event:
    by_on = proposal.day if proposal.day and proposal.day >= on else None
    asked_for = rulebook.fill(words.words, meeting=proposal.meeting)
    return Event(words.event, on, asked_for or proposal.words, by_on)


def _row(event: Event) -> dict[str, str]:
    row = {
        "kind": event.kind,
        "on": str(event.on or ""),
        "words": event.words,
        "by_on": str(event.by_on or ""),
    }
    return {name: value for name, value in row.items() if value}


def _number(event: Event, events: tuple[Event, ...]) -> int | None:
    """Return the place of this event in the list, if it has a day there; the reader may have changed its days since."""
    same = (
        at
        for at, each in enumerate(events)
        if each.on and (each.kind, each.words) == (event.kind, event.words)
    )
    return next(same, None)


def _added(event: Event, today: date, rulebook: Rulebook) -> str:
    kinds = next(each for each in rulebook.fields["events"].fields if each.id == "kind")
    label = next((each.label for each in kinds.choices if each.value == event.kind), "")
    return rulebook.say(SENTENCES, "added", today=today, event=label, on=event.on)


def _sentence(reply: Reply, today: date, rulebook: Rulebook) -> str:
    """Return in one line what it seems to be."""
    names = tuple(_kinds(rulebook)[each.kind].name for each in reply.proposals)
    if not reply.text:
        return rulebook.say(SENTENCES, "nothing-new" if reply.has_older else "unsure")
    if not reply.is_sure:
        which = ("unsure", "maybe")[len(names)] if len(names) < 2 else "several"  # noqa: PLR2004 - two are several
        return rulebook.say(SENTENCES, which, kinds=names)
    [proposal] = reply.proposals
    return rulebook.say(
        SENTENCES,
        str(proposal.kind),
        today=today,
        day=proposal.day,
        days=proposal.days,
        clock=proposal.clock,
        meeting=isolated(proposal.meeting),
    )


def _notes(reply: Reply, ended_on: date | None, today: date, rulebook: Rulebook) -> Iterator[str]:
    """Yield what else the reader should know before they press a button."""
    if not reply.text:
        return
    if ended_on and today < ended_on:
        yield rulebook.say(SENTENCES, "ahead")
    elif reply.sent_on is None:
        yield rulebook.say(SENTENCES, "not-sent")
    else:
        is_early = ended_on is not None and reply.sent_on < ended_on
        sentence = "sent-too-early" if is_early else "sent"
        yield rulebook.say(SENTENCES, sentence, today=today, sent_on=reply.sent_on)
    if any(each.days for each in reply.proposals):
        yield rulebook.say(SENTENCES, "several-days")
    if any(each.kind is Kind.INVITATION for each in reply.proposals):
        yield rulebook.say(SENTENCES, "after-invitation")
    if reply.has_older:
        yield rulebook.say(SENTENCES, "older")


def _pieces(reply: Reply, rulebook: Rulebook) -> Iterator[tuple[str, str]]:
    """Yield the text in pieces, each with what it says in a word; empty for what wasn't used."""
    at = 0
    for piece in reply.pieces:
        yield reply.text[at : piece.start], ""
        yield reply.text[piece.start : piece.end], _kinds(rulebook)[piece.says].before
        at = piece.end
    yield reply.text[at:], ""


def _kinds(rulebook: Rulebook) -> Mapping[str, KindWords]:
    return rulebook.table(KindWords, KINDS)
