"""Reads on follow-up sessions: who sees which, their sums, and what in the record cannot be squared with the law."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from uuid import UUID

from django.db.models import Count, Q, QuerySet

from madang.apps.exemptions.models import FollowUp, FollowUpOutcome, Project, Tool, ToolTerm
from madang.apps.exemptions.models.follow_ups import ENDED, PERMIT_EXTENDED, REVISED
from madang.apps.exemptions.models.tools import INTERIM_PERMIT
from madang.apps.exemptions.queries.tools import NOT_PUBLIC
from madang.core.authority import Actor, OfficeKind
from madang.kernel.clocks.spoken import spoken
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words

TWO_OUTCOMES = Words(
    "{day}의 후속조치에서 이 특구의 일부 사업은 끝나고 일부는 계속하는 것으로 발표되었습니다({goes_on}). 상태는 특구가 "
    "아니라 과제마다 다르며, 어느 사업인지는 보도되지 않았습니다.",
    "At the follow-up of {day}, projects of this zone both ended and went on ({goes_on}). The state is each project's "
    "and not the zone's; which projects was not reported.",
)
SECOND_EXTENSION = Words(
    "임시허가 기간이 {end}까지로 보도되었으나 {day}에 연장된 것으로 보도되었습니다. 그 사이에 이미 한 번 연장되었어야 "
    "하므로 두 번째 연장이며, 법이 정한 연장은 한 번입니다. 첫 연장의 기록은 확인되지 않습니다.",
    "The interim permits were reported to run until {end}, yet to be extended on {day}. They must have been extended "
    "before, so this is a second extension, and the Act allows one. No report of the first was found.",
)
SAID = {
    "permit_extended": Words("임시허가 연장", "interim permit extended"),
    "extended": Words("실증특례 연장", "exemption extended"),
    "interim_permit": Words("임시허가로 전환", "became an interim permit"),
}


@dataclass(frozen=True)
class Oddity:
    """Something in the record that the law, or the usual course, does not know; it is told and not corrected.

    ``rule_id`` is the rule that speaks of the matter; ``is_breach`` says that the report cannot be squared with it.
    """

    zone_id: UUID
    zone: str
    on: date
    rule_id: str
    words: Words
    sources: tuple[str, ...]
    is_breach: bool = False


def follow_ups_visible_to(actor: Actor) -> QuerySet[FollowUp]:
    """The record and closed sessions for everybody; open ones for the Ministry alone. Newest first."""
    rows = FollowUp.objects.order_by("-held_text")
    return (
        rows
        if actor.kind is OfficeKind.MINISTRY
        else rows.filter(Q(is_record=True) | Q(closed_on__isnull=False))
    )


def with_counts(rows: QuerySet[FollowUp]) -> QuerySet[FollowUp]:
    """Sessions with ``named``: how many projects are named in each."""
    return rows.annotate(named=Count("outcomes", filter=Q(outcomes__project__isnull=False)))


def outcomes_of(session: FollowUp) -> Sequence[FollowUpOutcome]:
    """The outcomes of a session with their zones and projects, by outcome and zone."""
    rows = session.outcomes.select_related("zone", "project__zone")
    return list(rows.order_by("zone__designated_on", "zone__slug", "project__slug", "id"))


def whole_sums() -> list[FollowUp]:
    """Sessions whose stated parts make up the total, in the order of their days."""
    return [row for row in FollowUp.objects.order_by("held_text") if row.is_whole]


def projects_to_note(session: FollowUp) -> QuerySet[Project]:
    """Projects that may get an outcome in a live session: at work here, granted, and without one in it."""
    granted = Tool.objects.filter(is_record=False).exclude(state__in=NOT_PUBLIC)
    return (
        Project.objects.filter(is_record=False, tools__in=granted)
        .exclude(follow_ups__follow_up=session)
        .select_related("zone")
        .order_by("zone__name_ko", "title_public")
        .distinct()
    )


def oddities(zone_id: UUID | None = None) -> list[Oddity]:
    """What stands out in the sessions of the record, of one zone or of all: two outcomes at once, a second extension."""
    rows = FollowUpOutcome.objects.filter(project__isnull=True, follow_up__is_record=True)
    if zone_id is not None:
        rows = rows.filter(zone_id=zone_id)
    found = list(
        rows.select_related("zone", "follow_up").order_by("follow_up__held_text", "zone__slug", "id")
    )
    groups: dict[tuple[UUID, UUID], list[FollowUpOutcome]] = {}
    for row in found:
        groups.setdefault((row.follow_up_id, row.zone_id), []).append(row)
    ends = _first_ends({row.zone_id for row in found if row.outcome == PERMIT_EXTENDED})
    return [odd for group in groups.values() for odd in (*_two_outcomes(group), *_second(group, ends))]


def _two_outcomes(group: Sequence[FollowUpOutcome]) -> Iterable[Oddity]:
    over = [row for row in group if row.outcome in (REVISED, ENDED)]
    on = [row for row in group if row.outcome in SAID]
    if over and on:
        told = SAID[on[0].outcome]
        day = _day_words(PartialDate.parse(on[0].follow_up.held_text))
        words = TWO_OUTCOMES.filled(day=day, goes_on=told)
        yield _oddity(over[0], "REV-09", words, (*over[0].sources, *on[0].sources))


def _second(group: Sequence[FollowUpOutcome], ends: dict[UUID, PartialDate]) -> Iterable[Oddity]:
    for row in group:
        end = ends.get(row.zone_id)
        day = PartialDate.parse(row.follow_up.held_text)
        if row.outcome == PERMIT_EXTENDED and end is not None and end.before(day):
            words = SECOND_EXTENSION.filled(end=_day_words(end), day=_day_words(day))
            yield replace(_oddity(row, "IP-08", words, tuple(row.sources)), is_breach=True)


def _first_ends(zone_ids: set[UUID]) -> dict[UUID, PartialDate]:
    """The latest last day of the first terms of each zone's permits, where every permit with a term has one."""
    terms = ToolTerm.objects.filter(
        tool__project__zone__in=zone_ids,
        tool__kind=INTERIM_PERMIT,
        tool__is_record=True,
        kind=ToolTerm.GRANTED,
    )
    found: dict[UUID, PartialDate] = {}
    for zone_id, text in terms.values_list("tool__project__zone", "ends_text"):
        end = PartialDate.parse(text)
        if end.is_known and (zone_id not in found or end.sort_key > found[zone_id].sort_key):
            found[zone_id] = end
    return found


def _oddity(row: FollowUpOutcome, rule_id: str, words: Words, sources: tuple[str, ...]) -> Oddity:
    on = PartialDate.parse(row.follow_up.held_text).last or date.max
    return Oddity(row.zone_id, row.zone.slug, on, rule_id, words, tuple(dict.fromkeys(sources)))


def _day_words(day: PartialDate) -> Words:
    return spoken(day.first) if day.is_exact and day.first else Words(day.text, day.text)
