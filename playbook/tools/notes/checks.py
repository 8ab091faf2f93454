"""What is worth another look in a note. Every finding says why; only an unfilled place keeps a note back."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from playbook.interview import Interview, Offer
from playbook.memory import remembered
from playbook.phrasing.capitals import is_shouted, usual_name
from playbook.phrasing.greet import read_name
from playbook.phrasing.job import tidy_employer
from playbook.phrasing.people import is_colleague
from playbook.phrasing.usage import slips_of_usage
from playbook.plan.model import Plan
from playbook.rulebook import Rulebook
from playbook.tools.notes import look, names, slips, wording
from playbook.tools.notes.forms import OFTEN_TEXTED
from playbook.tools.notes.model import Finding, Note
from playbook.tools.notes.overtaken import overtaken
from playbook.tools.notes.phone import in_groups
from playbook.tools.notes.timing import too_early
from playbook.tools.notes.visits import visit_before_post
from playbook.tools.offer.pay import is_range

ATTACHED = re.compile(
    r"\b(?:(?:please )?find (?:attached|enclosed)|(?:have|i've|i) (?:also )?(?:attached|enclosed)(?! to)"
    r"|(?:is|are|am) (?:also )?(?:attaching|enclosing)|(?:is|are) (?:attached|enclosed)(?! to)"
    r"|see (?:the )?attach\w*|in the attachment|attached (?:is|are|my|you will)|i attach|attachments?:)"
)
"""Words that announce papers, and not what somebody is attached to."""
BLOCKING = (
    "unfilled",
    "no-call",
    "no-call-to-colleague",
    "no-letter-to-colleague",
    "left-all-foreign",
    "all-foreign",
    "only-one",
    "no-card",
    "no-card-visit",
)
"""Checks that keep a note back."""
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
IF_LINE = "\n\nIf "
"""What begins the lines of a call that are said only to one of its answers."""
TELLING = 5
"""Letters from which a word is telling enough to show that a note comes back to this talk."""


@dataclass(frozen=True, slots=True)
class Check:
    """What a note is looked at for, in a sentence, with the claims it rests on (checks.toml)."""

    id: str
    text: str
    claims: tuple[str, ...]


def read_checks(rulebook: Rulebook) -> Mapping[str, Check]:
    """Return every check by id."""
    return rulebook.table(Check, "tools/notes/checks.toml")


def finding(rulebook: Rulebook, check: str, path: str = "", /, **facts: object) -> Finding:
    """Return a finding of this check, with its sentence filled."""
    text = rulebook.fill(read_checks(rulebook)[check].text, **facts)
    return Finding(check, text, path, check in BLOCKING)


def look_at(note: Note, plan: Plan, known: tuple[str, ...]) -> Iterator[Finding]:
    """Yield what is worth another look in this note, the most important first. `known` are the record's names."""
    interview, rulebook = plan.situation.interview, plan.situation.rulebook
    read = look.read(note.text.removesuffix(note.letter.ending))
    yield from _unfilled(note, rulebook)
    yield from _timing(note, plan)
    yield from _names(note, interview, known, rulebook)
    if read.is_english:
        yield from _echo(note, interview, rulebook)
        yield from _length(note, read, interview, rulebook)
        yield from _wording(note, read, interview, rulebook)
    else:
        yield finding(rulebook, "not-english")
    yield from _reason(note, interview, rulebook)
    yield from _terms(note, interview, rulebook)
    yield from _signature(note, interview, rulebook)


def body_words(note: Note) -> int:
    """Return the words of the note without its signature; as said aloud where it is spoken."""
    text = note.text.removesuffix(note.letter.ending)
    spoken = note.kind.counted == "spoken"
    text = _in_one_go(text) if spoken else text
    return look.spoken_words(text) if spoken else len(look.words(text))


def _in_one_go(text: str) -> str:
    """Return what is said without a pause: what follows 'Is this a good moment?', before the lines for each answer."""
    opening, _, rest = text.partition(IF_LINE)[0].partition("?\n\n")
    return rest or opening


def seconds(count: int, rulebook: Rulebook) -> int:
    """Return how long so many words take at an easy pace, that of the closing statement."""
    return round(count * 60 / rulebook.number("speaking-rate-slow"))


def _unfilled(note: Note, rulebook: Rulebook) -> Iterator[Finding]:
    for found in slips.unfilled_in(note.text):
        yield finding(rulebook, "unfilled", found=found)


def _timing(note: Note, plan: Plan) -> Iterator[Finding]:
    rulebook = plan.situation.rulebook
    if note.kind.channel == "phone" and plan.situation.interview.round.follow_up == "email":
        yield finding(rulebook, "no-call", "follow_up")
    elif note.kind.channel == "phone" and _works_with(note, plan.situation.interview):
        yield finding(rulebook, "no-call-to-colleague", note.recipient.path)
    if note.kind.id == "stay-in-touch" and _works_with(note, plan.situation.interview):
        yield finding(rulebook, "no-letter-to-colleague", note.recipient.path)
    if not note.own:
        for passed in overtaken(note, plan):
            yield finding(rulebook, passed.check, passed.path, **passed.facts)
    if note.kind.channel == "post" and not note.own and visit_before_post(plan.situation):
        yield finding(rulebook, "no-card-visit", "promised")
    if note.kind.id == "other-employer" and not note.own and not _names_day(plan):
        yield finding(rulebook, "no-day-to-answer")
    if note.kind.to == "group" and not note.own and not note.recipient.name:
        yield finding(rulebook, "only-one", "interviewers")
    check, facts = too_early(note.kind, plan)
    check = "no-card" if check == "too-late" and note.kind.channel == "post" else check
    if check:
        yield finding(rulebook, check, "", today=plan.situation.today, **facts)


def _works_with(note: Note, interview: Interview) -> bool:
    """Return whether the note is for somebody whom the reader sees at work."""
    to = note.recipient
    return to.path.startswith("interviewers") and any(
        is_colleague(each) for each in interview.round.interviewers if each.name == to.name
    )


def _names_day(plan: Plan) -> bool:
    """Return whether the offer names the day by which the reader answers."""
    return any(each.id == "offer-decide" and each.facts["named"] for each in plan.steps)


def _names(
    note: Note, interview: Interview, known: tuple[str, ...], rulebook: Rulebook
) -> Iterator[Finding]:
    if note.own and note.kind.to != "group":
        for check, facts in slips.greeting_slips(note, interview):
            yield finding(rulebook, check, **facts)
    for found, meant in names.spelled_two_ways(note.text, known):
        yield finding(rulebook, "name-two-ways", found=found, known=meant)
    for one, two in names.names_alike(known):
        if (one in note.text or two in note.text) and not names.both_met(one, two, interview):
            yield finding(rulebook, "name-two-ways", found=one, known=two)
    for employer in names.other_employers_in(note.text, note.recipient, interview):
        yield finding(rulebook, "other-employer", found=employer)
    capitals = tidy_employer(interview.employer)
    if is_shouted(interview.role) and is_shouted(capitals) and capitals in note.text:
        usual = usual_name(capitals)
        yield finding(rulebook, "name-in-capitals", "employer", found=capitals, usual=usual)
    if interview.employer and interview.employer.islower() and interview.employer in note.text:
        yield finding(rulebook, "small-employer", found=interview.employer)


def _echo(note: Note, interview: Interview, rulebook: Rulebook) -> Iterator[Finding]:
    """Yield whether a thank-you comes back to something from this talk."""
    if note.kind.id not in THANK_YOUS:
        return
    to = note.recipient
    told = (interview.round.highlights, interview.round.missed, interview.statement.learned)
    people = interview.round.interviewers
    mine = to.path.startswith("interviewers") and to.path.partition(".")[2]
    said = [people[int(mine)].said] if mine else [each.said for each in people]
    facts = [each for each in (*told, *said) if each]
    path = f"interviewers.{mine or 0}.said"
    if not any(said) and not interview.round.highlights and not interview.statement.learned:
        yield finding(rulebook, "generic", path, name=to.greet)
    elif note.own and not any(_echoes(note.text, each) for each in facts):
        yield finding(rulebook, "generic-now", path, name=to.greet)


def _echoes(text: str, fact: str) -> bool:
    folded = text.casefold()
    telling = [each for each in look.words(fact.casefold()) if len(each) >= TELLING]
    return any(each in folded for each in telling or [fact.casefold().strip()])


def _length(
    note: Note, read: look.Read, interview: Interview, rulebook: Rulebook
) -> Iterator[Finding]:
    count = len(read.words)
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
    note: Note, read: look.Read, interview: Interview, rulebook: Rulebook
) -> Iterator[Finding]:
    for phrases, found in wording.phrases_in(read, rulebook):
        if note.kind.to not in phrases.not_to and (
            not phrases.only or note.kind.id in phrases.only
        ):
            yield finding(rulebook, phrases.check, found=found, why=phrases.why)
    if marks := _exclamations(note.text, interview):
        yield finding(rulebook, "exclamation", found=marks)
    if note.channel == LETTERS and ATTACHED.search(read.folded):
        thanks = note.kind.id.startswith("thank-") and "as promised" not in read.folded
        yield finding(rulebook, "attachment" if thanks else "attachment-there")
    if not note.own:
        return
    for check, found in slips.slips_in(note, read, interview):
        yield finding(rulebook, check, found=found)
    for slip in slips_of_usage(note.text)[:1]:
        yield finding(rulebook, "usage", found=slip.typed, usual=slip.usual)
    if (
        note.kind.counted != "spoken"
        and note.kind.id not in WITHOUT_THANKS
        and not THANKS.search(read.folded)
    ):
        yield finding(rulebook, "no-thanks")


def _reason(note: Note, interview: Interview, rulebook: Rulebook) -> Iterator[Finding]:
    """Yield whether the reason for wanting the job is about the reader alone."""
    if note.own or note.kind.id not in THANK_YOUS or note.kind.id == "thank-you-handwritten":
        return
    joined = ", so I would " in note.text or ", so I'd " in note.text
    if note.recipient.main and ABOUT_ONESELF.search(interview.statement.draws) and not joined:
        yield finding(rulebook, "about-yourself", "draws", found=interview.statement.draws.strip())


def _terms(note: Note, interview: Interview, rulebook: Rulebook) -> Iterator[Finding]:
    """Yield whether an acceptance says what was agreed, where the reader hasn't worded it."""
    offer = next(iter(interview.offers), Offer())
    agreed = (offer.pay, offer.start, offer.place, interview.decision.start_on)
    if note.kind.id == "accept" and not note.own and not any(agreed):
        yield finding(rulebook, "terms-missing", "offers")
    if note.kind.id == "accept" and not note.own and is_range(offer.pay):
        yield finding(rulebook, "pay-range", "offers.0.pay", found=offer.pay)


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
    signed = read_name(interview.me.name).whole if note.most else interview.me.name
    if note.own and _run(signed) not in text:
        yield finding(rulebook, "no-signature")
    if note.channel == "email" and not any(each in text for each in reach):
        texts = note.kind.id in OFTEN_TEXTED and not (reach or note.recipient.emails)
        yield finding(rulebook, "no-contact-line", "my_phone", text=texts)


@remembered()
def _run(text: str) -> str:
    """Return the text with single blanks only, as a letter says it."""
    return " ".join(text.split())
