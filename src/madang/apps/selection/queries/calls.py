"""Reads on calls: which are open, coming and past at an instant, what came through their funnel, and their results."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from urllib.parse import urlsplit

from django.db.models import Count, Q, QuerySet

from madang.apps.selection.models import Call, CallRule, FunnelCount, Plan
from madang.apps.selection.rules.applicants import applicant_rules
from madang.apps.selection.rules.calls import results_are_open, window_is_open
from madang.core.authority import Actor, OfficeKind
from madang.core.moments import SEOUL
from madang.kernel.partial_dates import PartialDate
from madang.kernel.words import Words
from madang.kernel.workflow import State

STAGE_WORDS = {
    "regions": Words("신청 지역", "Regions that applied"),
    "plans": Words("신청 계획", "Plans"),
    "passed_paper": Words("서면평가 통과", "Passed the paper review"),
    "shortlisted": Words("후보 선정", "Shortlisted"),
    "deliberated": Words("심의 상정", "Tabled for deliberation"),
    "designated": Words("지정", "Designated"),
}


@dataclass(frozen=True)
class StageCount:
    """What was left at one stage; ``count`` None is unknown. ``text`` is what was published when it says more."""

    stage: str
    count: int | None
    text: str = ""
    sources: tuple[str, ...] = ()
    confidence: str = ""

    @property
    def words(self) -> Words:
        """The stage as people read it."""
        return STAGE_WORDS[self.stage]


@dataclass(frozen=True)
class CallList:
    """The calls of a moment: taking plans, announced for later, and past (evaluated, decided, cancelled, recorded)."""

    open: list[Call]
    coming: list[Call]
    past: list[Call]


def calls_visible_to(actor: Actor) -> QuerySet[Call]:
    """Every call that was announced; drafts for the ministry alone."""
    calls = Call.objects.all()
    return calls if actor.kind is OfficeKind.MINISTRY else calls.exclude(state="draft")


def drafts(actor: Actor) -> QuerySet[Call]:
    """Calls that are being written, for the ministry."""
    return calls_visible_to(actor).filter(state="draft").order_by("-id")


def calls_at(at: datetime) -> CallList:
    """Sort every announced call by what it is at an instant; past ones newest first."""
    found = list(Call.objects.exclude(state="draft").prefetch_related("funnel"))
    is_open = [call for call in found if window_is_open(call, at)]
    coming = [call for call in found if call.state == "announced" and call.opens_at and at < call.opens_at]
    rest = [call for call in found if call not in is_open and call not in coming]
    last = date.min.isoformat()
    return CallList(
        sorted(is_open, key=lambda call: call.closes_at or at),
        sorted(coming, key=lambda call: call.opens_at or at),
        sorted(
            rest, key=lambda call: (call.announced_on or _later_day(call) or last, call.slug), reverse=True
        ),
    )


def shown_state(call: Call, at: datetime) -> State:
    """The state that may be shown: a decision under embargo still reads as evaluation."""
    veiled = call.state == "decided" and not results_are_open(call, at)
    return call.procedure.state("paper_review") if veiled else call.state_now


def funnels_of(calls: Iterable[Call], at: datetime) -> Mapping[str, list[StageCount]]:
    """The funnel of each call by slug: as reported, or counted from what was submitted here (one query for all)."""
    found = list(calls)
    counted = _counted([call for call in found if not _is_reported(call)])
    return {
        call.slug: _reported(call.funnel.all()) if _is_reported(call) else _open_part(call, counted, at)
        for call in found
    }


def versions_of(call: Call) -> list[CallRule]:
    """The published versions of the call's rule, newest first."""
    return list(call.rules.order_by("-number"))


def results_of(call: Call, at: datetime) -> list[Plan]:
    """The shortlisted plans, and in the published record every plan with what became of it; empty under embargo."""
    if not results_are_open(call, at):
        return []
    plans = call.plans.select_related("organisation").order_by("state", "region", "title_ko")
    return list(plans.exclude(state="drafting") if call.is_record else plans.filter(state="shortlisted"))


def law_day_of(call: Call) -> PartialDate | None:
    """The day whose law says who may apply: the last of the window, else the announcement.

    None when it is unknown, or so coarse that the law changed within it.
    """
    if call.closes_at:
        return PartialDate.of(call.closes_at.astimezone(SEOUL).date())
    announced = PartialDate.parse(call.announced_on)
    if announced.first is None or announced.last is None:
        return None
    return announced if applicant_rules(announced.first) == applicant_rules(announced.last) else None


def next_change(call: Call, at: datetime) -> datetime | None:
    """The next instant at which time alone changes what the call's page says."""
    instants = (call.opens_at, call.closes_at, call.embargo_at)
    return min((instant for instant in instants if instant and instant > at), default=None)


def source_title(source: str) -> str:
    """What a source is called: the host of an address, or the text itself."""
    return urlsplit(source).netloc or source


def _later_day(call: Call) -> str:
    return call.closes_at.astimezone(SEOUL).date().isoformat() if call.closes_at else call.shortlisted_on


def _is_reported(call: Call) -> bool:
    return call.is_record or bool(call.funnel.all())


def _reported(rows: Iterable[FunnelCount]) -> list[StageCount]:
    known = {row.stage: row for row in rows}
    return [
        StageCount(stage, row.count, row.text, tuple(row.sources), row.confidence)
        if (row := known.get(stage))
        else StageCount(stage, None)
        for stage in STAGE_WORDS
    ]


def _counted(calls: list[Call]) -> dict[object, Mapping[str, Any]]:
    if not calls:
        return {}
    rows = (
        Plan.objects.filter(call__in=calls)
        .exclude(state__in=("drafting", "withdrawn"))
        .values("call_id")
        .annotate(
            regions=Count("region", distinct=True),
            plans=Count("id"),
            shortlisted=Count("id", filter=Q(state="shortlisted")),
        )
    )
    return {row["call_id"]: row for row in rows}


def _open_part(call: Call, counted: Mapping[object, Mapping[str, Any]], at: datetime) -> list[StageCount]:
    """Counts that may be read: what came in after the close, what became of it when the results are open."""
    if call.closes_at is None or at < call.closes_at or call.state == "cancelled":
        return []
    row = counted.get(call.pk, {})
    stages = ["regions", "plans"]
    if results_are_open(call, at):
        stages.append("shortlisted")
    return [StageCount(stage, row.get(stage, 0)) for stage in stages]
