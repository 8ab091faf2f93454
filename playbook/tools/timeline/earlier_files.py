"""What earlier calendar files put into a calendar, against the plan as it stands now.

A file can't see the calendar it goes into, so the record remembers each entry that was taken until its day has passed:
what is no longer planned is cancelled in every later file, and the page lists it for programs that don't cancel.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from playbook.business_days import NoOpenDayError
from playbook.plan.compute import plan_on
from playbook.plan.model import Plan, State
from playbook.record_rows import InCalendar


@dataclass(frozen=True, slots=True)
class EarlierFiles:
    """The entries of earlier calendar files from today on, the newest file last, against the plan as it is now.

    `standing` is the day of each open step as it would have been when the newest file was taken: a step that is
    merely put on today each morning, and those that follow it, haven't moved.
    """

    plan: Plan
    rows: tuple[InCalendar, ...]
    standing: Mapping[str, date]

    @property
    def newest(self) -> int:
        """The number of the newest file; -1 where there was none."""
        rows = self.plan.situation.interview.calendar.entries
        return max((_number(each) for each in rows), default=-1)

    @property
    def have_names(self) -> bool:
        """Whether there are entries with names although the reader wants none, on days gone by too."""
        interview = self.plan.situation.interview
        return interview.calendar.private_titles and not all(
            each.neutral for each in interview.calendar.entries
        )

    @property
    def have_changed(self) -> bool:
        """Whether the newest file no longer says what a new one would."""
        today = self.plan.situation.today
        neutral = self.plan.situation.interview.calendar.private_titles
        done = _done(self.plan)
        newest = [each for each in self.rows if _number(each) == self.newest]
        last = [each for each in newest if not each.cancelled]
        held = {
            (each.step, each.on) for each in last if not (each.on == today and each.step in done)
        }
        stand = {(step, on) for step, on in self.standing.items() if on >= today}
        return bool(self.rows) and (held != stand or any(each.neutral != neutral for each in last))

    @property
    def cancelled(self) -> tuple[InCalendar, ...]:
        """The newest entry of each step that is no longer planned; what was done on its day stays."""
        newest = {each.step: each for each in self.rows}
        return tuple(each for each in newest.values() if self._is_gone(each))

    @property
    def left_over(self) -> tuple[InCalendar, ...]:
        """Entries that a program may still show, and that are wrong by now, or show names that they shouldn't."""
        private = self.plan.situation.interview.calendar.private_titles
        wrong = [
            each
            for each in self.rows
            if self._is_gone(each) or self._has_moved(each) or (private and not each.neutral)
        ]
        shown = {(each.on, each.title): each for each in wrong}
        return tuple(sorted(shown.values(), key=lambda each: each.on or date.max))

    def moved_to(self, row: InCalendar) -> date | None:
        """Return the day on which the step of this entry stands now, if that is another one."""
        return self.standing.get(row.step) if self._has_moved(row) else None

    def is_done(self, row: InCalendar) -> bool:
        """Return whether the step of this entry has been done."""
        return row.step in _done(self.plan)

    def _is_gone(self, row: InCalendar) -> bool:
        if row.step in open_days(self.plan):
            return False
        return not (self.is_done(row) and row.on == self.plan.situation.today)

    def _has_moved(self, row: InCalendar) -> bool:
        return self.standing.get(row.step, row.on) != row.on


def read_earlier_files(plan: Plan) -> EarlierFiles:
    """Return the entries that this plan's reader has taken into a calendar."""
    today = plan.situation.today
    taken = sorted(plan.situation.interview.calendar.entries, key=_number)
    rows = tuple(each for each in taken if each.step and each.on and each.on >= today)
    return EarlierFiles(plan, rows, _standing(plan, taken[-1].taken_on if taken else None))


def open_days(plan: Plan) -> dict[str, date]:
    """Return the day of each step that is still to be done, by its id."""
    return {each.id: each.do_on for each in plan.steps if each.is_open and each.do_on}


def _standing(plan: Plan, taken_on: date | None) -> dict[str, date]:
    days = open_days(plan)
    if taken_on is None or taken_on >= plan.situation.today:
        return days
    try:
        then = open_days(plan_on(plan.situation.interview, taken_on, plan.situation.rulebook))
    except NoOpenDayError:
        return days
    return {step: then.get(step, on) for step, on in days.items()}


def _done(plan: Plan) -> set[str]:
    return {each.id for each in plan.steps if each.state is State.DONE}


def _number(row: InCalendar) -> int:
    """Return the number of the file that this entry came with; 0 where nobody remembered it, or it is no number."""
    return int(row.sequence) if row.sequence.isdecimal() else 0
