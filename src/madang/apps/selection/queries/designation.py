"""Reads on designations: who sees which, their clocks with the sum, and what is still missing."""

from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from uuid import UUID

from django.db.models import Q, QuerySet

from madang.apps.selection.models import Designation, Opinion, Plan, Supplement
from madang.apps.selection.queries.law_facts import DECISION_CLOCK
from madang.apps.selection.rules.calls import results_are_open
from madang.apps.selection.rules.designation import MAY_COME_BACK
from madang.core.audit.models import Event
from madang.core.authority import APPLICANTS, Actor, OfficeKind, may
from madang.core.case_models import Case, Duty, Finding
from madang.core.moments import SEOUL
from madang.kernel.statutes.due import DueDate


@dataclass(frozen=True)
class ClockView:
    """A statutory clock as a page shows it: due day with its sum, since when it stands still, when it was met."""

    due: DueDate | None
    paused_on: date | None = None
    met_on: date | None = None

    def days_late(self, today: date) -> int:
        """How many days the due day was passed by, at the day it was met or today; 0 while the clock stands."""
        if self.due is None or (self.paused_on and not self.met_on):
            return 0
        return max(0, ((self.met_on or today) - self.due.due_on).days)


def designations_visible_to(actor: Actor, at: datetime) -> QuerySet[Designation]:
    """Every designation; a candidate whose call is still under embargo only for its applicant and the ministry."""
    rows = Designation.objects.select_related("organisation", "call", "plan", "zone")
    if actor.kind in (OfficeKind.MINISTRY, OfficeKind.SYSTEM):
        return rows
    seen = Q(call__isnull=True) | Q(call__embargo_at__isnull=True) | Q(call__embargo_at__lte=at)
    if actor.kind in APPLICANTS:
        seen |= Q(organisation_id=actor.office.organisation_id)
    return rows.filter(seen)


def may_begin(actor: Actor, plan: Plan, at: datetime) -> bool:
    """Whether the actor can begin the designation of a plan now: it was shortlisted, and its applicant may know."""
    if plan.state != "shortlisted" or not results_are_open(plan.call, at):
        return False
    return may(actor, "selection.open_designation") and _own_or_ministry(actor, plan.organisation_id)


def may_begin_again(actor: Actor, earlier: Designation) -> bool:
    """Whether the actor can bring a candidate back that came to another end, unless that has been done."""
    if earlier.state not in MAY_COME_BACK or earlier.later.exists():
        return False
    return may(actor, "selection.open_designation") and _own_or_ministry(actor, earlier.organisation_id)


def _own_or_ministry(actor: Actor, organisation_id: UUID) -> bool:
    return actor.kind not in APPLICANTS or actor.office.organisation_id == organisation_id


def clock_of(case: Case, rule_ids: tuple[str, ...], *, met_on: date | None = None) -> ClockView | None:
    """Return the latest clock of a case under these rules, or None when none was ever started."""
    row = Duty.objects.filter(case_id=case.pk, is_clock=True, rule_id__in=rule_ids).order_by("id").last()
    return view_of(row, met_on=met_on) if row else None


def view_of(row: Duty, *, met_on: date | None = None) -> ClockView:
    """Return the view of a clock's row; a clock that stopped was met on the day it was closed."""
    due = DueDate.from_json(row.explanation) if row.explanation else None
    closed = row.closed_at.astimezone(SEOUL).date() if row.closed_at and not row.is_open else None
    return ClockView(due, row.paused_on if row.is_open else None, met_on or closed)


def decision_clock(designation: Designation) -> ClockView | None:
    """Return the 90-day clock of the decision."""
    return clock_of(designation, (DECISION_CLOCK,))


def public_events(designation: Designation) -> QuerySet[Event]:
    """What happened to a designation, in order; the page shows those whose kind is public."""
    return Event.objects.filter(
        subject_kind="selection.designation", subject_id=str(designation.pk)
    ).order_by("at", "id")


def findings_of(designation: Designation) -> list[Finding]:
    """Return the newest answer of each rule at each move, in the order of asking."""
    newest: dict[tuple[str, str], Finding] = {}
    for row in Finding.objects.filter(case_id=designation.pk).order_by("recorded_at", "id"):
        newest[row.move, row.rule_id] = row
    return list(newest.values())


def opinions_on(designation: Designation) -> QuerySet[Opinion]:
    """Opinions on the plan in the order they came."""
    return Opinion.objects.filter(designation=designation)


def unanswered(designation: Designation) -> int:
    """How many opinions have no answer yet."""
    return opinions_on(designation).filter(answered_at__isnull=True).count()


def open_supplements(designation: Designation) -> QuerySet[Supplement]:
    """Supplements asked for and neither filed nor dropped, of the ministry and of the ministries consulted."""
    return Supplement.objects.filter(designation=designation, filed_on__isnull=True, dropped_on__isnull=True)


def next_change(designation: Designation | None, at: datetime) -> datetime | None:
    """Return when time alone changes what everybody sees: an embargo ends, or opinions begin to be taken."""
    calls = Designation.objects.filter(call__embargo_at__gt=at)
    if designation is not None:
        calls = calls.filter(pk=designation.pk)
    ends = calls.order_by("call__embargo_at").values_list("call__embargo_at", flat=True).first()
    midnight = datetime.combine(at.astimezone(SEOUL).date() + timedelta(days=1), time.min, SEOUL)
    return min(ends, midnight) if ends else midnight
