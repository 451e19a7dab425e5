"""The course of an evaluation: begin the paper review, fix its result, decide the shortlist.

A live decision follows the official result. The published record is replayed with what it says and nothing more.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from madang.apps.selection.events import evaluation as events
from madang.apps.selection.models import Call, Plan
from madang.apps.selection.queries.results import OUTCOMES, final_stage, official_outcomes
from madang.apps.selection.rules import evaluation as rules
from madang.core.acts import Invalid, act
from madang.core.audit.events import EventKind, Facts, record
from madang.core.authority import SYSTEM, Actor
from madang.core.cases import advance
from madang.core.duties import close_duties
from madang.core.moments import SEOUL, Moment, day_of, instant_of
from madang.core.walls import stand_behind
from madang.core.written import paragraphs
from madang.kernel.scoring.rule_parts import Stage
from madang.kernel.words import Words

MOST_REASON = 2000


@dataclass(frozen=True)
class Decision:
    """What becomes of one plan, and the reason that its applicant will read."""

    plan: Plan
    selected: bool
    reason_ko: str = ""


@dataclass(frozen=True)
class Turn:
    """The move and the event of plans that are selected in a round."""

    move: str
    event: EventKind


PASS_PAPER = Turn("pass_paper", events.PLAN_PASSED_PAPER)
SHORTLIST = Turn("shortlist", events.PLAN_SHORTLISTED)


class DeviatesFromResult(Invalid):
    """A decision is not what the official result by the published rule says."""


@act(
    may="selection.run_evaluation",
    records=(events.PAPER_REVIEW_BEGUN, events.PLAN_TAKEN_UP),
    subject="call",
)
def begin_paper_review(*, actor: Actor, call: Call, at: Moment) -> Call:
    """Take up every submitted plan once the window has closed (서면평가 시작). Drafts have lapsed and stay as they are.

    Raises:
        Invalid: the window is still open, or nothing was submitted.
        NotLawful: the call was not announced, or its review has begun.
    """
    plans = list(Plan.objects.select_for_update().filter(call=call, state="submitted").order_by("pk"))
    advance(call, "begin_paper_review", actor=actor, at=at)
    if not actor.is_history:
        _refuse_unready(call, plans, at)
    _end_lapsed(actor, call, at)
    for plan in plans:
        advance(plan, "take_up", actor=actor, at=at)
        record(events.PLAN_TAKEN_UP, plan, actor=actor, at=at, facts=Facts({"call": call.slug}))
    record(events.PAPER_REVIEW_BEGUN, call, actor=actor, at=at, facts=Facts({"plans": len(plans)}))
    return call


@act(
    may="selection.decide_shortlist",
    records=(events.PAPER_RESULT_FIXED, events.PLAN_PASSED_PAPER, events.PLAN_DECLINED),
    subject="call",
)
def fix_paper_result(*, actor: Actor, call: Call, decisions: Sequence[Decision], at: Moment) -> Call:
    """Fix who passes the paper review and goes on to the presentation (서면평가 결과 확정).

    Raises:
        Invalid: a plan is missing, foreign or given twice, or a reason is missing.
        DeviatesFromResult: a decision is not what the official result says.
        NotLawful: the call is not in its paper review.
    """
    advance(call, "fix_paper_result", actor=actor, at=at)
    plans = _locked(call, decisions)
    if not actor.is_history:
        _refuse_unfounded(call, Stage.PAPER, decisions, plans)
    passed = _settle(actor, decisions, plans, PASS_PAPER, at)
    record(
        events.PAPER_RESULT_FIXED, call, actor=actor, at=at,
        facts=Facts({"plans": len(decisions), "passed": passed}),
    )  # fmt: skip
    return call


@act(
    may="selection.decide_shortlist",
    records=(
        events.SHORTLIST_DECIDED,
        events.SHORTLIST_PUBLISHED,
        events.PLAN_SHORTLISTED,
        events.PLAN_DECLINED,
    ),
    subject="call",
)
def decide_shortlist(
    *, actor: Actor, call: Call, decisions: Sequence[Decision], embargo_at: datetime | None, at: Moment
) -> Call:
    """Decide the shortlist (후보 선정). Nobody but the ministry reads it before ``embargo_at``.

    ``embargo_at``: aware; None keeps the instant that the call announced. The published record has none.

    Raises:
        Invalid: the embargo is missing or past, a plan is missing or foreign, or a reason is missing.
        DeviatesFromResult: a decision is not what the official result says.
        NotLawful: the call is not being evaluated.
    """
    stage = Stage.PAPER if call.state == "paper_review" else Stage.PRESENTATION
    advance(call, "decide_shortlist", actor=actor, at=at)
    plans = _locked(call, decisions)
    if not actor.is_history:
        _refuse_before_the_end(call, stage)
        _refuse_unfounded(call, stage, decisions, plans)
    call.embargo_at = _embargo(actor, call, embargo_at, at)
    call.shortlisted_on = _shown_day(actor, call, at)
    call.save(update_fields=["embargo_at", "shortlisted_on"])
    chosen = _settle(actor, decisions, plans, SHORTLIST, at)
    told = {"embargo_at": call.embargo_at, "plans": len(decisions), "shortlisted": chosen}
    kind = events.SHORTLIST_PUBLISHED if actor.is_history else events.SHORTLIST_DECIDED
    record(kind, call, actor=actor, at=at, facts=Facts(told, sources=tuple(call.sources)))
    return call


def _end_lapsed(actor: Actor, call: Call, at: Moment) -> None:
    """Take drafts that were never submitted off the applicants' desks. The ministry learns nothing of them."""
    stand_behind(SYSTEM)
    lapsed = list(Plan.objects.filter(call=call, state="drafting").only("pk"))
    stand_behind(actor)
    for plan in lapsed:
        close_duties(plan, at)


def _refuse_unready(call: Call, plans: Sequence[Plan], at: Moment) -> None:
    now = instant_of(at)
    if call.closes_at is None or now is None or now < call.closes_at:
        raise Invalid(
            Words(
                "아직 접수 중입니다. 서면평가는 접수를 마감한 뒤에 시작할 수 있습니다.",
                "Plans are still being taken. The paper review can begin once the window has closed.",
            )
        )
    if not plans:
        raise Invalid(
            Words(
                "제출된 계획서가 없어 서면평가를 시작할 수 없습니다. 공모를 취소하십시오.",
                "No plan was submitted, so there is nothing to review. Cancel the call.",
            )
        )


def _locked(call: Call, decisions: Sequence[Decision]) -> dict[UUID, Plan]:
    ids = [decision.plan.pk for decision in decisions]
    plans = {
        plan.pk: plan
        for plan in Plan.objects.select_for_update().filter(call=call, pk__in=ids).order_by("pk")
    }
    if len(plans) != len(ids):
        raise Invalid(
            Words(
                "이 공모의 계획서가 아니거나 두 번 들어 있는 계획서가 있습니다.",
                "A plan is given twice or does not belong to this call.",
            ),
            "decisions",
        )
    return plans


def _refuse_unfounded(
    call: Call, stage: Stage, decisions: Sequence[Decision], plans: dict[UUID, Plan]
) -> None:
    waiting = set(Plan.objects.filter(call=call, state=rules.PLAN_STATE[stage]).values_list("pk", flat=True))
    if waiting != set(plans):
        raise Invalid(
            Words(
                "평가 중인 계획서마다 결정과 사유가 하나씩 있어야 합니다. 빠지거나 남는 계획서가 없는지 확인하십시오.",
                "Every plan under evaluation needs one decision with its reason: none may be missing or left over.",
            ),
            "decisions",
        )
    outcomes = official_outcomes(call, stage)
    for decision in decisions:
        plan = plans[decision.plan.pk]
        if not decision.reason_ko.strip():
            raise Invalid(
                Words(
                    f"‘{plan.title_ko}’의 사유가 없습니다. 신청 기관이 읽을 사유를 적으십시오.",
                    f"The reason for “{plan.title_ko}” is missing. Write what its applicant will read.",
                ),
                f"reason.{plan.pk}",
            )
        _refuse_deviation(plan, outcomes[plan.pk], decision.selected)


def _refuse_deviation(plan: Plan, official: bool | None, given: bool) -> None:
    if official is None:
        raise DeviatesFromResult(
            Words(
                f"‘{plan.title_ko}’ 계획서는 선정선에 걸린 동점입니다. 의결로 동점 순서를 먼저 정하십시오.",
                f"“{plan.title_ko}” is tied at the cut line. Settle the tie by resolution first.",
            )
        )
    if official != given:
        said, wanted = OUTCOMES[official], OUTCOMES[given]
        raise DeviatesFromResult(
            Words(
                f"‘{plan.title_ko}’: 공고한 기준에 따른 공식 결과는 ‘{said.ko}’인데 결정은 ‘{wanted.ko}’입니다. "
                "공식 결과와 다르게 정할 수 없습니다.",
                f"“{plan.title_ko}”: the official result by the published rule is “{said.en}”, "
                f"the decision says “{wanted.en}”. A decision cannot differ from the official result.",
            ),
            f"selected.{plan.pk}",
        )


def _refuse_before_the_end(call: Call, stage: Stage) -> None:
    if stage != final_stage(call):
        raise Invalid(
            Words(
                "이 공모의 기준에는 발표평가가 있습니다. 서면평가 결과를 확정하고 발표평가를 마친 뒤 선정하십시오.",
                "The rule of this call has a presentation. Fix the paper result and finish the presentation first.",
            )
        )


def _embargo(actor: Actor, call: Call, given: datetime | None, at: Moment) -> datetime | None:
    embargo, now = given or call.embargo_at, instant_of(at)
    if actor.is_history:
        return embargo
    if embargo is None or now is None or embargo < now:
        raise Invalid(
            Words(
                "결과 공개 시각이 없거나 이미 지났습니다. 지금이나 그 뒤의 시각을 정하십시오.",
                "The instant at which results open is missing or past. Choose now or later.",
            ),
            "embargo_at",
        )
    return embargo


def _shown_day(actor: Actor, call: Call, at: Moment) -> str:
    if actor.is_history or call.embargo_at is None:
        return str(day_of(at))
    return call.embargo_at.astimezone(SEOUL).date().isoformat()


def _settle(
    actor: Actor, decisions: Sequence[Decision], plans: dict[UUID, Plan], turn: Turn, at: Moment
) -> int:
    """Move each plan, keep its reason and record it; return how many were selected."""
    for decision in decisions:
        plan = plans[decision.plan.pk]
        reason = paragraphs(decision.reason_ko, most=MOST_REASON, field=f"reason.{plan.pk}")
        if reason:
            plan.reason_ko = reason
            plan.save(update_fields=["reason_ko"])
        advance(plan, turn.move if decision.selected else "decline", actor=actor, at=at)
        kind = turn.event if decision.selected else events.PLAN_DECLINED
        record(kind, plan, actor=actor, at=at, facts=Facts({"reason": reason}))
    return sum(decision.selected for decision in decisions)
