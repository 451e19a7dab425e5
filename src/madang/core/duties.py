"""What waits for whom: duties opened by a state, statutory clocks started, paused, resumed and stopped by moves."""

from datetime import date
from typing import Any, Protocol

from django.db.models import Model, QuerySet

from madang.core import calendar
from madang.core.audit.events import kind_name
from madang.core.case_models import Case, Charge, Duty
from madang.core.moments import Moment, instant_of
from madang.kernel.clocks.counting import Pause
from madang.kernel.clocks.holidays import HolidayTable, UnknownCalendar
from madang.kernel.statutes.due import DueDate, due_date
from madang.kernel.words import Words
from madang.kernel.workflow import Clock


class Row(Protocol):
    """What a duty is about: a case, or another row with a title, an address and a region."""

    pk: Any

    @property
    def region(self) -> str: ...

    @property
    def title(self) -> Words: ...

    @property
    def path(self) -> str: ...


def open_duty(row: Row, charge: Charge, words: Words, at: Moment, due_on: date | None = None) -> Duty:
    """Open a duty that no state brings: one thing to do about a row, until ``close_duties`` of that row."""
    duty = _draft(row, charge.kind.value, charge, words, at)
    duty.due_on = due_on
    duty.save(force_insert=True)
    return duty


def close_duties(row: Model, at: Moment) -> None:
    """Close what ``open_duty`` opened about a row."""
    Duty.objects.filter(case_id=row.pk, is_open=True).update(is_open=False, closed_at=instant_of(at))


def open_state_duty(case: Case, at: Moment) -> Duty | None:
    """Open the duty of the state the case has entered, when the state waits for somebody."""
    state = case.state_now
    return _new(case, state.waits_for, state.to_do, at) if state.waits_for else None


def close_state_duties(case: Case, at: Moment) -> None:
    """Close what the left state had opened."""
    _open(case).filter(is_clock=False).update(is_open=False, closed_at=instant_of(at))


def open_clock(
    case: Case, clock: Clock, at: Moment, *, started_on: date | None, decided_by: date | None
) -> Duty:
    """Start a statutory clock. Without an exact first day it runs with an unknown end: nothing is guessed."""
    duty = _draft(case, clock.owed_by, case.in_charge(clock.owed_by), clock.words, at)
    duty.is_clock, duty.rule_id = True, clock.rule_id
    duty.started_on, duty.decided_by = started_on, decided_by
    recount(duty)
    duty.save(force_insert=True)
    return duty


def recount(duty: Duty) -> None:
    """Compute the due day of a running clock anew from its first day and pauses, with its explanation.

    The calendar is held until the act ends: a holiday that is recorded meanwhile finds this clock.
    """
    duty.due_on, duty.explanation = None, {}
    if duty.started_on is None:
        return
    due = counted(
        duty.rule_id, duty.started_on, duty.decided_by, duty.pauses, duty.extensions, table=calendar.hold()
    )
    if due is not None:
        duty.due_on, duty.explanation = due.due_on, due.to_json()


def counted(
    rule_id: str,
    started_on: date,
    decided_by: date | None,
    pauses: list[list[str]],
    extensions: int = 0,
    *,
    table: HolidayTable,
) -> DueDate | None:
    """Return the due day of a clock; None when it ends later than the holidays are known: it waits for the table."""
    stood = [Pause(date.fromisoformat(a), date.fromisoformat(b), of_record=True) for a, b in pauses]
    try:
        return due_date(
            rule_id,
            start=started_on,
            on=decided_by or started_on,
            pauses=stood,
            extensions=extensions,
            table=table,
        )
    except UnknownCalendar:
        return None


def pause(case: Case, rule_id: str, on: date | None) -> None:
    """Stop the counting of a clock from the day on which a supplement was asked for."""
    _open(case).filter(rule_id=rule_id, is_clock=True, paused_on__isnull=True).update(paused_on=on)


def resume(case: Case, rule_id: str, on: date | None) -> None:
    """Take up the counting again; the pause is kept and the due day computed anew."""
    for duty in _open(case).filter(rule_id=rule_id, is_clock=True, paused_on__isnull=False):
        if on is not None and duty.paused_on is not None:
            duty.pauses = [*duty.pauses, [duty.paused_on.isoformat(), on.isoformat()]]
        duty.paused_on = None
        recount(duty)
        duty.save()


def extend(case: Case, rule_id: str) -> None:
    """Extend a running clock once more by what the law gives for it.

    Raises:
        NotAllowedHere: the law does not extend it, or not so often.
    """
    for duty in _open(case).filter(rule_id=rule_id, is_clock=True):
        duty.extensions += 1
        recount(duty)
        duty.save()


def stop(case: Case, rule_id: str, at: Moment) -> None:
    """Stop a clock for good: what it asked for has been done."""
    _open(case).filter(rule_id=rule_id, is_clock=True).update(
        is_open=False, closed_at=instant_of(at), paused_on=None
    )


def carry(case: Case) -> None:
    """Let the state's duty show the earliest clock owed by the same role, so that a desk has one line for both.

    The rows are locked, so that a recount of many clocks cannot pass between reading a clock and showing it.
    """
    open_now = list(_open(case).select_for_update(no_key=True))
    clocks = sorted((d for d in open_now if d.is_clock), key=lambda d: (d.due_on or date.max, str(d.id)))
    states = {d.role: d for d in open_now if not d.is_clock}
    for clock in clocks:
        _mark(clock, is_carried=clock.role in states)
    for role, duty in states.items():
        _show(duty, next((c for c in clocks if c.role == role), None))


def _mark(clock: Duty, *, is_carried: bool) -> None:
    if clock.is_carried != is_carried:
        clock.is_carried = is_carried
        clock.save(update_fields=["is_carried"])


def _show(duty: Duty, clock: Duty | None) -> None:
    source = clock or Duty()
    shown = {name: getattr(source, name) for name in _SHOWN}
    changed = [name for name, value in shown.items() if getattr(duty, name) != value]
    for name in changed:
        setattr(duty, name, shown[name])
    if changed:
        duty.save(update_fields=changed)


_SHOWN = ("rule_id", "started_on", "due_on", "explanation", "pauses", "paused_on", "extensions")


def _open(case: Case) -> "QuerySet[Duty]":
    return Duty.objects.filter(case_id=case.pk, is_open=True)


def _new(case: Case, role: str, words: Words, at: Moment) -> Duty:
    duty = _draft(case, role, case.in_charge(role), words, at)
    duty.save(force_insert=True)
    return duty


def _draft(row: Any, role: str, charge: Charge, words: Words, at: Moment) -> Duty:
    return Duty(
        case_kind=kind_name(row), case_id=row.pk, region=row.region, role=role,
        office_kind=charge.kind.value, organisation_id=charge.organisation_id, person_id=charge.person_id,
        title_ko=row.title.ko[:300], title_en=row.title.en[:300], what_ko=words.ko, what_en=words.en,
        path=row.path, opened_at=instant_of(at),
    )  # fmt: skip
