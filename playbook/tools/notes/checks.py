"""The checks of a note. Every finding says why, and only those in BLOCKING keep the note from being sent."""

import re
from collections.abc import Iterator

from playbook.interview import Interview
from playbook.memory import remembered
from playbook.phrasing.capitals import is_shouted, usual_name
from playbook.phrasing.greet import name_aloud
from playbook.phrasing.job import tidy_employer
from playbook.phrasing.usage import slips_of_usage
from playbook.plan.model import Plan
from playbook.record_rows import Offer
from playbook.rulebook import Rulebook
from playbook.tools.notes import names, reading, slips, wording
from playbook.tools.notes.findings import finding
from playbook.tools.notes.forms import OFTEN_TEXTED
from playbook.tools.notes.length import body_words, seconds
from playbook.tools.notes.model import Finding, Note
from playbook.tools.notes.moments import check_moment
from playbook.tools.notes.phone import in_groups
from playbook.tools.offer.pay import is_range

ATTACHED = re.compile(
    r"\b(?:(?:please )?find (?:attached|enclosed)|(?:have|i've|i) (?:also )?(?:attached|enclosed)(?! to)"
    r"|(?:is|are|am) (?:also )?(?:attaching|enclosing)|(?:is|are) (?:attached|enclosed)(?! to)"
    r"|see (?:the )?attach\w*|in the attachment|attached (?:is|are|my|you will)|i attach|attachments?:)"
)
"""Words that announce papers, and not what somebody is attached to."""
LETTERS = "email"
"""The channel of notes that can carry papers and are thanks or a question."""
THANK_YOUS = ("thank-you-email", "thank-you-handwritten", "thank-you-group")
WITHOUT_THANKS = (
    "news-update",
    "check-in-1",
    "check-in-2",
    "stay-in-touch",
    "other-employer",
    "counter-offer",
    "accept",
)
"""Notes that may do without thanks."""
THANKS = re.compile(r"\b(?:thank|thanks|grateful|appreciate\w*|gratitude)\b")
ABOUT_ONESELF = re.compile(
    r"^(?:because )?(?:i (?:want|need|would like|'d like) to|to)"
    r" (?:move up|get ahead|climb|grow|advance|build my|further my|develop my|improve my|earn|make more"
    r"|get (?:more )?experience)\b(?!.*\b(?:you|your|they|their|here|this)\b)",
    re.IGNORECASE,
)
"""Reasons that say what the job does for the reader."""
EXCLAMATION = re.compile(r"!(?=\s+[A-Z\"'(]|\s*$|!|\s*\n|[\"')])")
TELLING = 5
"""Letters from which a word is telling enough to show that a note comes back to this talk."""


def review(note: Note, plan: Plan, known: tuple[str, ...]) -> Iterator[Finding]:
    """Yield what is worth another look in this note, the most important first. `known` are the record's names."""
    interview, rulebook = plan.situation.interview, plan.situation.rulebook
    body = reading.read_text(note.text.removesuffix(note.letter.ending))
    yield from _unfilled(note, rulebook)
    yield from check_moment(note, plan)
    yield from _names(note, interview, known, rulebook)
    if body.is_english:
        yield from _echo(note, interview, rulebook)
        yield from _length(note, body, interview, rulebook)
        yield from _wording(note, body, interview, rulebook)
    else:
        yield finding(rulebook, "not-english")
    yield from _reason(note, interview, rulebook)
    yield from _terms(note, interview, rulebook)
    yield from _signature(note, interview, rulebook)


def _unfilled(note: Note, rulebook: Rulebook) -> Iterator[Finding]:
    for place in slips.unfilled_in(note.text):
        yield finding(rulebook, "unfilled", quoted=place)


def _names(
    note: Note, interview: Interview, known: tuple[str, ...], rulebook: Rulebook
) -> Iterator[Finding]:
    if note.own and note.kind.to != "group":
        for check, facts in slips.greeting_slips(note, interview):
            yield finding(rulebook, check, **facts)
    for spelling, name in names.spelled_two_ways(note.text, known):
        yield finding(rulebook, "name-two-ways", quoted=spelling, known=name)
    for one, two in names.names_alike(known):
        if (one in note.text or two in note.text) and not names.both_met(one, two, interview):
            yield finding(rulebook, "name-two-ways", quoted=one, known=two)
    for employer in names.other_employers_in(note.text, note.recipient, interview):
        yield finding(rulebook, "other-employer", quoted=employer)
    capitals = tidy_employer(interview.employer)
    if is_shouted(interview.role) and is_shouted(capitals) and capitals in note.text:
        usual = usual_name(capitals)
        yield finding(rulebook, "name-in-capitals", "employer", quoted=capitals, usual=usual)
    if interview.employer and interview.employer.islower() and interview.employer in note.text:
        yield finding(rulebook, "small-employer", quoted=interview.employer)


def _echo(note: Note, interview: Interview, rulebook: Rulebook) -> Iterator[Finding]:
    """Yield whether a thank-you comes back to something from this talk."""
    if note.kind.id not in THANK_YOUS:
        return
    to = note.recipient
    typed = (interview.round.highlights, interview.round.missed, interview.statement.learned)
    people = interview.round.interviewers
    row = to.path.startswith("interviewers") and to.path.partition(".")[2]
    remarks = [people[int(row)].said] if row else [each.said for each in people]
    facts = [each for each in (*typed, *remarks) if each]
    path = f"interviewers.{row or 0}.said"
    if not any(remarks) and not interview.round.highlights and not interview.statement.learned:
        yield finding(rulebook, "generic", path, name=to.greet)
    elif note.own and not any(_echoes(note.text, each) for each in facts):
        yield finding(rulebook, "generic-now", path, name=to.greet)


def _echoes(text: str, fact: str) -> bool:
    folded = text.casefold()
    telling = [each for each in reading.words(fact.casefold()) if len(each) >= TELLING]
    return any(each in folded for each in telling or [fact.casefold().strip()])


def _length(
    note: Note, body: reading.ReadText, interview: Interview, rulebook: Rulebook
) -> Iterator[Finding]:
    count = len(body.words)
    least, most = rulebook.number("note-shortest"), rulebook.number("note-longest")
    if note.kind.counted == "spoken":
        longest = rulebook.number("voicemail-longest")
        taken = seconds(body_words(note), rulebook)
        if taken > longest:
            yield finding(rulebook, "too-long-to-say", seconds=taken, most=longest)
    elif note.most:
        if len(note.text) > note.most:
            yield finding(rulebook, "too-many-characters", count=len(note.text), most=note.most)
    elif count > most:
        yield finding(rulebook, "too-long", words=count, most=most)
    elif note.own and _asks_for_more(note, interview) and count < least:
        yield finding(rulebook, "too-short", words=count, least=least)


def _asks_for_more(note: Note, interview: Interview) -> bool:
    """Return whether a longer note was chosen, to somebody for whom a few words aren't enough."""
    full = note.kind.counted == "thank-you" and interview.note.length != "short"
    return full and not note.recipient.brief


def _wording(
    note: Note, body: reading.ReadText, interview: Interview, rulebook: Rulebook
) -> Iterator[Finding]:
    for phrases, phrase in wording.phrases_in(body, rulebook):
        if note.kind.to not in phrases.not_to and (
            not phrases.only or note.kind.id in phrases.only
        ):
            yield finding(rulebook, phrases.check, quoted=phrase, why=phrases.why)
    if marks := _exclamations(note.text, interview):
        yield finding(rulebook, "exclamation", count=marks)
    if note.channel == LETTERS and ATTACHED.search(body.folded):
        thanks = note.kind.id.startswith("thank-") and "as promised" not in body.folded
        yield finding(rulebook, "attachment" if thanks else "attachment-there")
    if not note.own:
        return
    for check, phrase in slips.slips_in(note, body, interview):
        yield finding(rulebook, check, quoted=phrase)
    for slip in slips_of_usage(note.text)[:1]:
        yield finding(rulebook, "usage", quoted=slip.typed, usual=slip.usual)
    if (
        note.kind.counted != "spoken"
        and note.kind.id not in WITHOUT_THANKS
        and not THANKS.search(body.folded)
    ):
        yield finding(rulebook, "no-thanks")


def _reason(note: Note, interview: Interview, rulebook: Rulebook) -> Iterator[Finding]:
    """Yield whether the reason for wanting the job is about the reader alone."""
    if note.own or note.kind.id not in THANK_YOUS or note.kind.id == "thank-you-handwritten":
        return
    joined = ", so I was glad to hear that " in note.text
    if note.recipient.main and ABOUT_ONESELF.search(interview.statement.draws) and not joined:
        yield finding(rulebook, "about-yourself", "draws", quoted=interview.statement.draws.strip())


def _terms(note: Note, interview: Interview, rulebook: Rulebook) -> Iterator[Finding]:
    """Yield whether an acceptance says what was agreed, where the reader hasn't worded it."""
    offer = next(iter(interview.offers), Offer())
    agreed = (offer.pay, offer.start, offer.place, interview.decision.start_on)
    if note.kind.id == "accept" and not note.own and not any(agreed):
        wished = any(each.what for each in interview.negotiation.wishes)
        yield finding(rulebook, "terms-missing", "offers", wished=wished)
    if note.kind.id == "accept" and not note.own and is_range(offer.pay):
        yield finding(rulebook, "pay-range", "offers.0.pay", quoted=offer.pay)


def _exclamations(text: str, interview: Interview) -> int:
    """Return exclamation marks that end a sentence: not the one of a name, such as 'Yahoo!'."""
    named = [
        each
        for each in (
            interview.employer,
            *(row.employer for row in interview.decision.other_employers),
        )
        if "!" in each
    ]
    for each in named:
        text = text.replace(each, each.replace("!", ""))
    return len(EXCLAMATION.findall(text))


def _signature(note: Note, interview: Interview, rulebook: Rulebook) -> Iterator[Finding]:
    """Yield a written note is signed; an e-mail says how to reach the reader."""
    if note.kind.channel == "phone":
        return
    phone = in_groups(interview.me.phone, interview.office.country)
    reach = [_run(each) for each in (interview.me.phone, phone, interview.me.email) if each]
    text = _run(note.text)
    signed = name_aloud(interview.me.name) if note.most else interview.me.name
    if note.own and _run(signed) not in text:
        yield finding(rulebook, "no-signature")
    if note.channel == "email" and not any(each in text for each in reach):
        texts = note.kind.id in OFTEN_TEXTED and not (reach or note.recipient.emails)
        yield finding(rulebook, "no-contact-line", "my_phone", text=texts)


@remembered()
def _run(text: str) -> str:
    """Return the text with single blanks only, as a letter says it."""
    return " ".join(text.split())
