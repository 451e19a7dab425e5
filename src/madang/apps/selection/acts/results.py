"""Acts on the official result: bonus points applied for, the computation, and a tie settled by resolution."""

from collections.abc import Sequence
from datetime import datetime
from decimal import Decimal
from hashlib import sha256

from madang.apps.selection.acts.ties import end_barred
from madang.apps.selection.events import evaluation as events
from madang.apps.selection.models import Bonus, Call, CallRule, EvaluationAssignment, OfficialResult, Plan
from madang.apps.selection.queries.results import Unsealed, material, round_rule
from madang.apps.selection.rules.evaluation import CALL_STATE
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.written import one_line
from madang.kernel.scoring.official import official_result
from madang.kernel.scoring.result import Result
from madang.kernel.scoring.rule_parts import STAGE_WORDS, Stage
from madang.kernel.words import Words

NAMED = 10
MOST_POINTS = Decimal(100)


class SheetsMissing(Invalid):
    """The result waits for sheets; the sentence names plans and evaluators, never a score."""


@act(may="selection.run_evaluation", records=events.BONUS_RECORDED, subject="plan")
def record_bonus(*, actor: Actor, plan: Plan, points: Decimal, ground: str, at: datetime) -> Bonus:
    """Record bonus points that a plan applies for (가점). The call's rule caps what counts.

    Raises:
        Invalid: no number above 0 with two decimals at most, or the paper result stands already.
    """
    if plan.call.state not in CALL_STATE.values() or plan.call.results.exists():
        raise Invalid(
            Words(
                "가점은 서면평가를 시작한 뒤, 첫 공식 결과를 내기 전에 기록합니다.",
                "Bonus points are recorded after the paper review began and before the first official result.",
            )
        )
    if not points.is_finite() or not 0 < points <= MOST_POINTS or points != round(points, 2):
        raise Invalid(
            Words(
                "가점은 0보다 크고 100 이하인 수를 소수점 아래 두 자리까지 적습니다.",
                "Bonus points are a number above 0, at most 100, with two decimals at most.",
            ),
            "points",
        )
    row = Bonus.objects.create(plan=plan, points=points, ground=one_line(ground, most=200, field="ground"))
    told = {"plan": str(plan.pk), "points": str(points), "ground": row.ground}
    record(events.BONUS_RECORDED, row, actor=actor, at=at, facts=Facts(told))
    return row


@act(
    may="selection.compute_result",
    records=(events.RESULT_COMPUTED, events.EVALUATOR_UNASSIGNED),
    subject="call",
)
def compute_result(*, actor: Actor, call: Call, stage: Stage, at: datetime) -> OfficialResult:
    """Compute the official result of a stage by the published rule, once every sheet is sealed (공식 결과 산출).

    Raises:
        SheetsMissing: somebody has not sealed, or a plan has no evaluator.
        Invalid: not the stage that runs now, computed already, or the rule does not cut after it.
    """
    version, rule = round_rule(call, stage)
    if call.state != CALL_STATE[stage]:
        raise Invalid(
            Words(
                f"지금은 {STAGE_WORDS[stage].ko} 기간이 아닙니다(현재 상태: {call.state_now.office_words.ko}).",
                f"This is not the time of the {STAGE_WORDS[stage].en} (state: {call.state_now.office_words.en}).",
            )
        )
    if call.results.filter(stage=stage).exists():
        raise Invalid(
            Words(
                "공식 결과가 이미 있습니다. 한 번 낸 결과는 다시 내지 않습니다.",
                "The official result stands already and is computed once only.",
            )
        )
    end_barred(EvaluationAssignment.objects.filter(call=call), actor=actor, at=at)
    given = material(call, stage, rule)
    if given.unsealed:
        raise SheetsMissing(_waiting(given.unsealed))
    result = official_result(rule, given.plans)
    row = OfficialResult.objects.create(
        call=call, rule=version, stage=stage, record=result.to_json(), names=given.names,
        sha256=_hash(result), at=at,
    )  # fmt: skip
    record(events.RESULT_COMPUTED, row, actor=actor, at=at, facts=_told(row, version, result))
    return row


@act(may="selection.compute_result", records=events.TIE_SETTLED, subject="result")
def settle_tie(
    *, actor: Actor, result: OfficialResult, order: Sequence[Plan], reason: str, at: datetime
) -> OfficialResult:
    """Settle a tie at the cut line by a recorded resolution: ``order`` names its plans, the best first.

    Raises:
        Invalid: there is no open tie, the order leaves it open, the reason is missing, or the stage is over.
    """
    before = result.result
    if before.decided or result.call.state != CALL_STATE[Stage(result.stage)]:
        raise Invalid(Words("정할 동점이 없습니다.", "There is no tie left to settle."))
    why = one_line(reason, most=300, field="reason")
    labels = {key: label for label, key in result.names["plans"].items()}
    named = [labels.get(str(plan.pk), "") for plan in order]
    tied = {plan for tie in before.unresolved if tie.at_cut for plan in tie.plans}
    if sorted(named) != sorted(tied):
        raise Invalid(
            Words(
                "선정선에 걸린 동점 계획서를 모두, 한 번씩 순서대로 고르십시오.",
                "Name every plan of the tie at the cut line, each once, in order.",
            ),
            "order",
        )
    after = official_result(before.rule, before.inputs, named)
    old = result.sha256
    result.record, result.sha256, result.version = after.to_json(), _hash(after), result.version + 1
    result.save(update_fields=["record", "sha256", "version"])
    told = {"stage": result.stage_words.ko, "reason": why, "order": named, "sha256": result.sha256}
    record(events.TIE_SETTLED, result, actor=actor, at=at, facts=Facts(told, {"sha256": old}))
    return result


def _hash(result: Result) -> str:
    return sha256(result.to_bytes()).hexdigest()


def _told(row: OfficialResult, version: CallRule, result: Result) -> Facts:
    return Facts(
        {
            "stage": row.stage_words.ko,
            "sha256": row.sha256,
            "rule": version.number,
            "decided": result.decided,
        }
    )


def _waiting(unsealed: Sequence[Unsealed]) -> Words:
    said = [_one(gap) for gap in unsealed[:NAMED]]
    more = len(unsealed) - len(said)
    ko, en = "; ".join(words.ko for words in said), "; ".join(words.en for words in said)
    if more:
        ko, en = f"{ko} 외 {more}건", f"{en}, and {more} more"
    return Words(
        f"봉인하지 않은 평가표가 있어 결과를 낼 수 없습니다: {ko}.",
        f"The result waits for sheets that are not sealed: {en}.",
    )


def _one(gap: Unsealed) -> Words:
    named = STAGE_WORDS[gap.stage]
    if gap.assignment is None:
        return Words(
            f"‘{gap.plan.title_ko}’ {named.ko} 평가위원 미배정",
            f"“{gap.plan.title_ko}”, {named.en}: nobody assigned",
        )
    who = gap.assignment.evaluator.person
    return Words(f"‘{gap.plan.title_ko}’ {named.ko} {who} 위원", f"“{gap.plan.title_ko}”, {named.en}: {who}")
