"""What waits for an office, and what it waits for: reads on the open duties of every procedure."""

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from uuid import UUID

from django.core.paginator import Page, Paginator
from django.db.models import Count, F, Q, QuerySet, TextField
from django.db.models.functions import Cast

from madang.apps.selection.queries.designation import designations_visible_to
from madang.core.authority import APPLICANTS, Actor, OfficeKind
from madang.core.case_models import Duty

PAGE_ROWS, SOON_DAYS = 50, 7
#: what a reader may narrow the list to
SHOWN = ("", "overdue", "week", "undated")


@dataclass(frozen=True)
class Counts:
    """How many duties there are of each kind."""

    all: int
    overdue: int
    week: int
    undated: int

    def of(self, shown: str) -> int:
        """The count of one filter."""
        return {"": self.all, "overdue": self.overdue, "week": self.week, "undated": self.undated}[shown]


def waiting_for(actor: Actor) -> QuerySet[Duty]:
    """Open duties of the actor's office: of its kind, and where they name an organisation or person, its own."""
    return _open().filter(
        _nobodys_or("organisation_id", actor.office.organisation_id),
        _nobodys_or("person_id", actor.person_id),
        office_kind=actor.kind.value,
    )


def _nobodys_or(field: str, key: UUID | None) -> Q:
    """Duties that name nobody in this place, or this very one."""
    nobodys = Q(**{f"{field}__isnull": True})
    return nobodys | Q(**{field: key}) if key else nobodys


def awaited_by(actor: Actor, at: datetime) -> QuerySet[Duty]:
    """Open duties of others on which the actor's office waits: an applicant in its own cases, the ministry in all."""
    others = _open().exclude(office_kind=actor.kind.value)
    if actor.kind is OfficeKind.MINISTRY:
        return others
    organisation = actor.office.organisation_id
    if actor.kind not in APPLICANTS or organisation is None:
        return others.none()
    own = designations_visible_to(actor, at).filter(organisation_id=organisation)
    return others.filter(case_id__in=own.values("pk"))


def _open() -> QuerySet[Duty]:
    return Duty.objects.filter(is_open=True, is_carried=False)


def counted(duties: QuerySet[Duty], today: date) -> Counts:
    """Count duties by filter in one query."""
    asked = {name or "all": Count("pk", filter=_narrowed(name, today)) for name in SHOWN}
    return Counts(**duties.aggregate(**asked))


def paged(duties: QuerySet[Duty], counts: Counts, shown: str, *, today: date, number: str | None) -> Page:
    """Return one page, the earliest legal day first; overdue ones stand first by that, undated ones last.

    Each row carries its sum as stored text (``sum_text``): most are shown from memory and need no reading.
    """
    found = duties.filter(_narrowed(shown, today)).order_by(
        F("due_on").asc(nulls_last=True), "opened_at", "id"
    )
    found = found.defer("explanation").annotate(sum_text=Cast("explanation", TextField()))
    paginator = Paginator(found, PAGE_ROWS)
    paginator.count = counts.of(shown)  # counted already; asking again would read the list twice
    return paginator.get_page(number)


def _narrowed(shown: str, today: date) -> Q:
    return {
        "": Q(),
        "overdue": Q(due_on__lt=today),
        "week": Q(due_on__gte=today, due_on__lte=today + timedelta(days=SOON_DAYS)),
        "undated": Q(due_on__isnull=True),
    }[shown]
