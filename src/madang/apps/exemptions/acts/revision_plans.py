"""The plan of a revision: awaited after a grant or asked for, its time extended, filed; or no need found, and contested.

Clocks: 30 days from the grant, 60 from a request (EX-31, each extended twice), 60 from the report to the Deliberation
Committee (EX-26).
"""

from dataclasses import dataclass
from datetime import date

from madang.apps.accounts.models import Organisation
from madang.apps.exemptions.acts.revisions import in_the_past
from madang.apps.exemptions.acts.writing import line, prose, said
from madang.apps.exemptions.events import revisions as events
from madang.apps.exemptions.models import LawRevision, Tool
from madang.apps.exemptions.rules import revisions as rules
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor, OfficeKind
from madang.core.case_models import Duty
from madang.core.cases import Law, advance
from madang.core.moments import Moment, exact_day
from madang.kernel.procedures.law_revision import PLAN_AFTER_GRANT, PLAN_ON_REQUEST
from madang.kernel.statutes.rules import rule_info
from madang.kernel.words import Words

#: the move that extends each of the clocks that the law extends
EXTENDS = {PLAN_AFTER_GRANT.rule_id: "extend_after_grant", PLAN_ON_REQUEST.rule_id: "extend_on_request"}
REGULATORY_COMMITTEE = Words("규제합리화위원회", "Regulatory Rationalisation Committee")
_REASON = Words("까닭을 적으십시오.", "Write the reason.")


@dataclass(frozen=True)
class RevisionPlan:
    """A ministry's plan (규제법령정비계획): what is to change in which law, and the day by which it wants it done."""

    plan: str
    planned_until: date


@act(may="exemptions.register_revision", records=events.OWNED, subject="revision")
def name_owner(*, actor: Actor, revision: LawRevision, owner: Organisation, at: Moment) -> LawRevision:
    """Say which ministry owes a revision, before anything is asked of it.

    Raises:
        Invalid: it is no ministry, or another one has been asked already.
    """
    if owner.kind != OfficeKind.OTHER_MINISTRY.value:
        raise Invalid(
            Words("소관 중앙행정기관을 고르십시오.", "Choose the ministry whose law it is."), "owner"
        )
    if revision.organisation_id and revision.state not in ("watched", "unneeded"):
        words = Words(
            "이미 소관 기관에 요청한 법령이라 바꿀 수 없습니다.",
            "It was asked of a ministry already: it stays.",
        )
        raise Invalid(words, "owner")
    revision.organisation = owner
    revision.version += 1
    revision.save(update_fields=["organisation", "version"])
    record(events.OWNED, revision, actor=actor, at=at, facts=_facts(revision, "EX-31"))
    return revision


@act(may="exemptions.urge_revision", records=events.AWAITED, subject="revision")
def await_plan(*, actor: Actor, revision: LawRevision, tool: Tool, at: Moment) -> LawRevision:
    """Await the plan that a grant brings with it, counted from the day of that grant (EX-31).

    Raises:
        Invalid: the tool does not hang on the law, the day of its grant or the ministry is not on record.
        NotLawful: a plan is awaited already.
    """
    _owned(revision, actor)
    if not revision.tools.filter(pk=tool.pk).exists():
        words = Words("이 법령에 걸린 특례를 고르십시오.", "Choose a tool that hangs on this law.")
        raise Invalid(words, "tool")
    if tool.granted_on is None and not actor.is_history:
        words = Words("부여한 날이 확인되지 않은 특례입니다.", "The day of that grant is not on record.")
        raise Invalid(words, "tool")
    advance(revision, "await_plan", actor=actor, at=at, law=Law(counted_from=tool.granted_on))
    record(
        events.AWAITED, revision, actor=actor, at=at, facts=_facts(revision, "EX-31", granted=tool.granted_on)
    )
    return revision


@act(may="exemptions.urge_revision", records=events.ASKED, subject="revision")
def ask_plan(*, actor: Actor, revision: LawRevision, reason: str = "", at: Moment) -> LawRevision:
    """Ask the ministry to revise its law, today: sixty days for its plan (EX-31).

    Raises:
        Invalid: the ministry is not on record.
        NotLawful: a plan is awaited or filed already.
    """
    _owned(revision, actor)
    revision.reason, revision.requested_on = prose(reason, "reason"), exact_day(at)
    advance(revision, "ask_plan", actor=actor, at=at, also=("reason", "requested_on"))
    record(events.ASKED, revision, actor=actor, at=at, facts=_facts(revision, "EX-31"))
    return revision


@act(may="exemptions.urge_revision", records=events.REPORTED, subject="revision")
def report_need(*, actor: Actor, revision: LawRevision, reported_on: date, at: Moment) -> LawRevision:
    """Record that the need was reported to the Deliberation Committee: sixty days for the plan from there (EX-26).

    Raises:
        Invalid: the day lies ahead, the ministry is not on record, or every result was filed before the law knew of it.
        NotLawful: the plan is there already.
    """
    _owned(revision, actor)
    _refuse_early_results(revision, actor)
    revision.reported_on = in_the_past(reported_on, at, "reported_on")
    law = Law(counted_from=reported_on, decided_by=reported_on)
    advance(revision, "report", actor=actor, at=at, law=law, also=("reported_on",))
    record(events.REPORTED, revision, actor=actor, at=at, facts=_facts(revision, "EX-26"))
    return revision


@act(may="exemptions.revise_law", records=events.EXTENDED, subject="revision")
def extend_plan_time(*, actor: Actor, revision: LawRevision, reason: str, at: Moment) -> LawRevision:
    """Take thirty more days for the plan, twice at most (EX-31); the sixty days of EX-26 are not extended.

    Raises:
        Invalid: no reason, nothing runs that the law extends, or it was extended twice.
        NotLawful: no plan is awaited.
    """
    running = Duty.objects.filter(case_id=revision.pk, is_open=True, is_clock=True, rule_id__in=EXTENDS)
    clock = running.order_by("due_on").first()
    revision.procedure.move("extend_on_request", revision.state)
    if clock is None:
        words = Words(
            "지금 흐르는 기간은 법에 연장하는 규정이 없습니다.",
            "The law does not extend the time that runs now.",
        )
        raise Invalid(words)
    why = line(reason, "reason")
    advance(revision, EXTENDS[clock.rule_id], actor=actor, at=at)
    record(events.EXTENDED, revision, actor=actor, at=at, facts=_facts(revision, "EX-31", reason=why))
    return revision


@act(may="exemptions.revise_law", records=events.PLANNED, subject="revision")
def file_plan(*, actor: Actor, revision: LawRevision, plan: RevisionPlan, at: Moment) -> LawRevision:
    """File the plan: what will change, and until when (EX-26, EX-31). Late is late, and still filed.

    Raises:
        Invalid: the plan is empty, or wants to be done before today.
        NotLawful: no plan is awaited.
    """
    today = exact_day(at)
    if today is not None and plan.planned_until < today:
        words = Words(
            "마치려는 날은 오늘 이후여야 합니다.",
            "The day by which it is to be done cannot lie before today.",
        )
        raise Invalid(words, "planned_until")
    needed = Words("정비할 내용을 적으십시오.", "Write what is to change.")
    revision.plan, revision.planned_until = prose(plan.plan, "plan", needed=needed), plan.planned_until
    revision.plan_filed_on = today
    advance(revision, "file_plan", actor=actor, at=at, also=("plan", "planned_until", "plan_filed_on"))
    record(
        events.PLANNED,
        revision,
        actor=actor,
        at=at,
        facts=_facts(revision, "EX-26", until=plan.planned_until),
    )
    return revision


@act(may="exemptions.revise_law", records=events.UNNEEDED, subject="revision")
def find_law_sound(*, actor: Actor, revision: LawRevision, reason: str, at: Moment) -> LawRevision:
    """Say that the law need not be revised, and why.

    Raises:
        Invalid: no reason.
        NotLawful: no plan is awaited.
    """
    revision.reason = prose(reason, "reason", needed=_REASON)
    advance(revision, "find_no_need", actor=actor, at=at, also=("reason",))
    record(
        events.UNNEEDED,
        revision,
        actor=actor,
        at=at,
        facts=_facts(revision, "EX-26", reason=_short(revision)),
    )
    return revision


@act(may="exemptions.urge_revision", records=events.ESCALATED, subject="revision")
def escalate_revision(*, actor: Actor, revision: LawRevision, reason: str, at: Moment) -> LawRevision:
    """Bring a “no need” before the committee that reviews regulation (EX-28); the plan is awaited again, without a clock.

    Raises:
        Invalid: no reason.
        NotLawful: nobody has found that there is no need.
    """
    revision.reason = prose(reason, "reason", needed=_REASON)
    advance(revision, "escalate", actor=actor, at=at, also=("reason",))
    told = said(body=REGULATORY_COMMITTEE) | {"reason": _short(revision)}
    record(events.ESCALATED, revision, actor=actor, at=at, facts=Facts(told, provision="EX-28"))
    return revision


def _facts(revision: LawRevision, provision: str, **more: object) -> Facts:
    return Facts(said(owner=rules.owner_words(revision)) | more, provision=provision)


def _short(revision: LawRevision) -> str:
    return " ".join(revision.reason.split())[:200]


def _owned(revision: LawRevision, actor: Actor) -> None:
    if revision.organisation_id is None and not actor.is_history:
        raise Invalid(
            Words(
                "소관 기관이 정해지지 않아 요청할 곳이 없습니다. 먼저 소관 기관을 정하십시오.",
                "Nobody can be asked: the ministry whose law it is is not on record. Name it first.",
            )
        )


def _refuse_early_results(revision: LawRevision, actor: Actor) -> None:
    """The sixty days hold for results filed since the law knows of them (supplementary provision 4)."""
    filed = list(revision.tools.values_list("reported_on", flat=True))
    first = rule_info("EX-26").provisions[0].first_on
    if filed and all(day is not None and day < first for day in filed) and not actor.is_history:
        raise Invalid(
            Words(
                "걸린 특례의 결과보고서가 모두 2024년 8월 7일 전에 나와 이 기간이 적용되지 않습니다.",
                "All results were filed before 7 August 2024: this time does not apply to them.",
            ),
            "reported_on",
        )
