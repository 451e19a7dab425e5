"""Reads on rapid confirmations: who sees which, each clock with its sum, where a request waits, the public list."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, Max, OuterRef, Q, QuerySet

from madang.apps.exemptions.models import Confirmation, ConfirmationReply, ConfirmationSupplement
from madang.apps.exemptions.rules.confirmations import BEFORE_MINISTRY, LOCAL, TOLD, WITH_COMMITTEE
from madang.core.audit.models import Event
from madang.core.authority import Actor, OfficeKind
from madang.core.case_models import Case, Duty
from madang.core.files.models import Attachment
from madang.core.moments import SEOUL
from madang.kernel.clocks.counting import Pause
from madang.kernel.statutes.due import DueDate

CLOSED = ("replied", "deemed")
#: the statutory clock of each of the three waits
REPLY_CLOCK, OWN_CLOCK, COMMITTEE_CLOCK = "RC-04", "RC-05", "RC-08"


@dataclass(frozen=True)
class ClockView:
    """A clock as a page shows it: its sum, since when it stands still, when it was met; lapsed is silence."""

    due: DueDate | None
    paused_on: date | None
    met_on: date | None


@dataclass(frozen=True)
class Asked:
    """One ministry's part with its clock and its supplements."""

    reply: ConfirmationReply
    clock: ClockView | None
    supplements: Sequence[ConfirmationSupplement]

    @property
    def is_open(self) -> bool:
        """True until the ministry has replied or is deemed to have."""
        return self.reply.state not in CLOSED


def confirmations_visible_to(actor: Actor) -> QuerySet[Confirmation]:
    """A firm's own; what came to a local government, to the Ministry, to a ministry asked, or before the committee."""
    rows = Confirmation.objects.select_related("zone", "asker", "local").order_by("-id")
    own = actor.office.organisation_id
    if actor.kind is OfficeKind.MINISTRY:
        return rows.exclude(state__in=BEFORE_MINISTRY)
    if actor.kind is OfficeKind.SECRETARY:
        return rows.filter(Q(state__in=WITH_COMMITTEE) | Q(votes__isnull=False)).distinct()
    if own is None:
        return rows.none()
    if actor.kind is OfficeKind.FIRM:
        return rows.filter(asker_id=own)
    if actor.kind in LOCAL:
        return rows.filter(local_id=own).exclude(state="drafting")
    if actor.kind is OfficeKind.OTHER_MINISTRY:
        return rows.filter(replies__organisation_id=own)
    return rows.none()


def public_confirmations() -> QuerySet[Confirmation]:
    """What everybody may know of the requests that were made: zone, subject in general words, outcome, days."""
    return Confirmation.objects.exclude(state="drafting").select_related("zone").order_by("-asked_on", "-id")


def replies_to(confirmation: Confirmation) -> list[Asked]:
    """Return each ministry's part with its clock, by name, in three queries whatever their number."""
    rows = list(confirmation.replies.select_related("organisation").order_by("organisation__name_ko"))
    keys = [row.pk for row in rows]
    clocks = {
        duty.case_id: duty for duty in Duty.objects.filter(case_id__in=keys, is_clock=True).order_by("id")
    }
    supplements: dict[UUID, list[ConfirmationSupplement]] = {}
    for one in ConfirmationSupplement.objects.filter(reply_id__in=keys):
        supplements.setdefault(one.reply_id, []).append(one)
    return [
        Asked(row, clock_view(clocks.get(row.pk), row.closed_on), supplements.get(row.pk, [])) for row in rows
    ]


def clock_row(case: Case, rule_id: str) -> Duty | None:
    """The latest clock of a case under a rule."""
    return Duty.objects.filter(case_id=case.pk, is_clock=True, rule_id=rule_id).order_by("id").last()


def committee_clock(confirmation: Confirmation) -> ClockView | None:
    """The committee's thirty days; None unless replies conflicted."""
    return clock_view(clock_row(confirmation, COMMITTEE_CLOCK), None)


def pauses_of(clock: Duty | None, today: date) -> list[Pause]:
    """The supplements of a clock; one that is still awaited runs until today."""
    if clock is None:
        return []
    stood = [Pause(date.fromisoformat(a), date.fromisoformat(b), of_record=True) for a, b in clock.pauses]
    if clock.paused_on:
        stood.append(Pause(clock.paused_on, max(today, clock.paused_on), of_record=True))
    return stood


def ready_to_close() -> list[tuple[Confirmation, datetime]]:
    """Requests that nobody has closed though their ministries all have, and the instant at which the last one did."""
    still = ConfirmationReply.objects.filter(confirmation=OuterRef("pk")).exclude(state__in=CLOSED)
    rows = Confirmation.objects.filter(~Exists(still), state="consulting").annotate(
        closed_at=Max("replies__entered_at")
    )
    return [(row, row.closed_at) for row in rows.order_by("id") if row.closed_at is not None]


def lapsed_days(today: date) -> list[date]:
    """The due days before today on which a reply is still awaited, the earliest first."""
    clocks = Duty.objects.filter(
        case_kind="exemptions.confirmationreply", rule_id=REPLY_CLOCK, is_clock=True, is_open=True,
        paused_on__isnull=True, due_on__lt=today,
    )  # fmt: skip
    days = clocks.order_by("due_on").values_list("due_on", flat=True).distinct()
    return [day for day in days if day is not None]


def files_of(confirmation: Confirmation) -> QuerySet[Attachment]:
    """The papers of a request, the earliest first."""
    return Attachment.objects.filter(case_id=confirmation.pk, is_removed=False).order_by("at", "id")


def events_of(confirmation: Confirmation) -> QuerySet[Event]:
    """What happened to a request and to each ministry's part, in order."""
    keys = [str(confirmation.pk), *(str(key) for key in confirmation.replies.values_list("pk", flat=True))]
    kinds = ("exemptions.confirmation", "exemptions.confirmationreply")
    return Event.objects.filter(subject_kind__in=kinds, subject_id__in=keys).order_by("at", "id")


def knows_result(actor: Actor, confirmation: Confirmation) -> bool:
    """Whether an office may read what the others answered: the asker and ministries asked when the result is told."""
    if actor.kind in (OfficeKind.FIRM, OfficeKind.OTHER_MINISTRY):
        return confirmation.state in TOLD
    if actor.kind in LOCAL:
        return confirmation.state in (*TOLD, "reported")
    return True


def clock_view(duty: Duty | None, closed_on: date | None) -> ClockView | None:
    """Return a clock as a page shows it."""
    if duty is None:
        return None
    due = DueDate.from_json(duty.explanation) if duty.explanation else None
    ended = duty.closed_at.astimezone(SEOUL).date() if duty.closed_at and not duty.is_open else None
    return ClockView(due, duty.paused_on if duty.is_open else None, closed_on or ended)
