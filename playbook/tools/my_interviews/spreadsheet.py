"""The list as a spreadsheet: a row for each interview, with where it stands and what comes next."""

from playbook.rulebook import Rulebook
from playbook.spreadsheet.cells import join_rows
from playbook.spreadsheet.days import sure_day
from playbook.tool import Download
from playbook.tools.my_interviews import words
from playbook.tools.my_interviews.model import Interviews, Place
from playbook.tools.my_interviews.rules import OUTCOMES

HEADER = ["Employer", "Job", "Interview date", "Stage", "Next step", "On which day"]
"""The columns, of which reading it again takes the first four: the others come from the dates."""


def write_spreadsheet(interviews: Interviews, rulebook: Rulebook) -> Download:
    """Return the list as a file that spreadsheets open, in the order of the list."""
    rows = [_row(each, interviews, rulebook) for each in interviews.places]
    return Download(
        name="spreadsheet",
        label=words.say("spreadsheet-label", interviews, rulebook),
        filename="my-interviews.csv",
        mime="text/csv",
        text=join_rows([HEADER, *rows]),
    )


def _row(place: Place, interviews: Interviews, rulebook: Rulebook) -> list[str]:
    interview, standing = place.application.interview, place.standing
    undated = [each.kind for each in interview.events if each.kind in OUTCOMES and not each.on]
    stage = standing.plan.stage if standing.plan else "".join(undated[-1:])
    return [
        interview.employer,
        interview.role,
        _day(place),
        words.say(f"stage-{stage}", interviews, rulebook) if stage else "",
        words.title_of(standing.step, place) if standing.step else "",
        standing.on.isoformat() if standing.on else "",
    ]


def _day(place: Place) -> str:
    """Return the day of the interview; what was typed there, where that is no day that is known."""
    on = place.application.interview.round.ended_on
    typed = place.application.record.get("ended_on")
    on = on or sure_day(typed)
    return on.isoformat() if on else " ".join(typed.split()) if isinstance(typed, str) else ""
