"""Reads on consultations: who sees which, and each ministry's clock with its lateness."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import QuerySet

from madang.apps.selection.models import Consultation, Designation
from madang.apps.selection.queries.designation import ClockView, view_of
from madang.apps.selection.queries.law_facts import REPLY_CLOCKS
from madang.apps.selection.rules.consultation import POSITION_WORDS
from madang.core.authority import APPLICANTS, Actor, OfficeKind
from madang.core.case_models import Duty
from madang.kernel.words import Words


@dataclass(frozen=True)
class Asked:
    """One ministry's consultation with its clock, and how late it is on a day. Lateness is never consent."""

    consultation: Consultation
    clock: ClockView | None
    days_late: int

    @property
    def is_waiting(self) -> bool:
        """True until the ministry has replied."""
        return self.consultation.state != "replied"

    @property
    def position(self) -> Words | None:
        """The ministry's position in words, once it has replied."""
        return POSITION_WORDS.get(self.consultation.position)

    @property
    def is_overdue(self) -> bool:
        """True when no reply has come and the due day has passed."""
        return self.is_waiting and self.days_late > 0


def consultations_visible_to(actor: Actor) -> QuerySet[Consultation]:
    """All for the ministry and the secretaries, its own for a ministry asked, those on its plans for an applicant."""
    rows = Consultation.objects.select_related("organisation", "designation__organisation").order_by("-id")
    if actor.kind in (OfficeKind.MINISTRY, OfficeKind.SECRETARY):
        return rows
    own = actor.office.organisation_id
    if own is not None and actor.kind is OfficeKind.OTHER_MINISTRY:
        return rows.filter(organisation_id=own)
    if own is not None and actor.kind in APPLICANTS:
        return rows.filter(designation__organisation_id=own)
    return rows.none()


def asked_for(designation: Designation, today: date) -> list[Asked]:
    """Return the consultations on a designation with clocks and lateness, by ministry."""
    rows = designation.consultations.select_related("organisation").order_by("organisation__name_ko")
    return with_clocks(list(rows), today)


def with_clocks(rows: Sequence[Consultation], today: date) -> list[Asked]:
    """Return consultations with their clocks, in two queries whatever their number."""
    clocks: dict[object, Duty] = {
        duty.case_id: duty
        for duty in Duty.objects.filter(
            case_id__in=[row.pk for row in rows], is_clock=True, rule_id__in=REPLY_CLOCKS
        ).order_by("id")
    }
    return [_asked(row, clocks.get(row.pk), today) for row in rows]


def _asked(row: Consultation, duty: Duty | None, today: date) -> Asked:
    clock = view_of(duty, met_on=row.replied_on) if duty else None
    return Asked(row, clock, clock.days_late(today) if clock else 0)
