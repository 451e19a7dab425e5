"""Why a pair was made, why a plan is short, why a minimum load was missed: sentences from the finished answer."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from madang.kernel.assignment.problem import EvaluatorOffer, PlanNeed
from madang.kernel.assignment.question import Question, affinity_of
from madang.kernel.words import Words

FIT = Words(
    "적합도 {fit}: 배정할 수 있는 평가위원 {count}명 가운데 {place}위입니다.",
    "Affinity {fit}, place {place} among the {count} evaluators who may get this plan.",
)
UNRATED = Words(
    "적합도 자료가 없어 0으로 계산했습니다(배정할 수 있는 평가위원 {count}명).",
    "No affinity is recorded, so 0 was counted ({count} evaluators may get this plan).",
)
BETTER = Words(
    "적합도가 더 높은 {names}: 전체 배정에서 이 계획을 맡지 않는 편이 나았습니다.",
    "Higher affinity, but better left for the whole assignment: {names}.",
)
BARRED = Words("배제된 평가위원 {count}명({reasons}).", "{count} barred ({reasons}).")
REASON_COUNT = Words("{reason} {count}명", "{reason}: {count}")
NEXT_FREE = Words(
    "다음 후보는 {name}(적합도 {fit}, 차이 {loss})입니다.",
    "The next choice would be {name} (affinity {fit}, difference {loss}).",
)
NEXT_FULL = Words(
    "다음 후보 {name}(적합도 {fit}, 차이 {loss})의 배정 한도는 이미 찼습니다.",
    "The next choice, {name} (affinity {fit}, difference {loss}), is already at full load.",
)
NO_NEXT = Words("대신할 수 있는 다른 평가위원이 없습니다.", "There is nobody else who may get this plan.")
SHORT = Words(
    "필요한 {needed}명 가운데 {given}명만 배정되어 {lacking}명이 부족합니다.",
    "Only {given} of {needed} evaluators needed are assigned; {lacking} lacking.",
)
TOO_FEW_ALLOWED = Words(
    "평가위원 {all}명 가운데 이 계획을 맡을 수 있는 사람은 {count}명뿐입니다.",
    "Of {all} evaluators only {count} may get this plan.",
)
ALLOWED_BUT_FULL = Words(
    "맡을 수 있는 평가위원은 {count}명이지만 나머지 {busy}명은 배정 한도를 채웠습니다.",
    "{count} evaluators may get this plan, but the other {busy} are at full load.",
)
UNDER = Words(
    "최소 {low}건을 맡아야 하나 {given}건만 배정되었습니다. 맡을 수 있는 계획은 {count}건입니다.",
    "At least {low} plans were due, {given} assigned; {count} plans are open to this evaluator.",
)
NAMES_SHOWN = 3


@dataclass(frozen=True, slots=True)
class Finished:
    """A question with its answer: who sits on each plan, and how many plans each evaluator has."""

    question: Question
    panels: Mapping[str, frozenset[str]]
    loads: Mapping[str, int]
    limits: Mapping[str, int]

    def full(self, evaluator: str) -> bool:
        """Say whether the evaluator can take no further plan."""
        return self.loads[evaluator] >= self.limits[evaluator]


def finished(question: Question, panels: Mapping[str, frozenset[str]]) -> Finished:
    """Return the answer with its loads counted."""
    counted = Counter(name for panel in panels.values() for name in panel)
    loads = {offer.id: counted[offer.id] for offer in question.evaluators}
    return Finished(question, panels, loads, {offer.id: offer.max_load for offer in question.evaluators})


def joined(parts: Iterable[Words], between: str = " ") -> Words:
    """Return several words as one text.

    >>> joined([Words("가", "a"), Words("나", "b")]).en
    'a b'
    """
    listed = list(parts)
    return Words(between.join(part.ko for part in listed), between.join(part.en for part in listed))


def pair_reason(answer: Finished, plan: str, evaluator: str) -> Words:
    """Return why this evaluator reads this plan, what removed the others, and who would have been next."""
    question, panel = answer.question, answer.panels[plan]
    order = question.allowed(plan)
    worth = question.worth[plan, evaluator]
    left = [name for name in order if name not in panel]
    better = [name for name in left if question.worth[plan, name] > worth]
    place = 1 + sum(question.worth[plan, name] > worth for name in order)
    fit = UNRATED if (plan, evaluator) in question.unrated else FIT
    parts = [fit.filled(fit=affinity_of(worth), count=len(order), place=place)]
    if better:
        parts.append(BETTER.filled(names=_some(better)))
    return joined([*parts, *_barred(question, plan), _next(answer, plan, worth, left)])


def shortfall_reason(answer: Finished, plan: PlanNeed) -> Words:
    """Return why a plan has fewer evaluators than it needs."""
    question, given = answer.question, len(answer.panels[plan.id])
    allowed = question.allowed(plan.id)
    said = SHORT.filled(needed=plan.needed, given=given, lacking=plan.needed - given)
    if len(allowed) < plan.needed:
        why = TOO_FEW_ALLOWED.filled(all=len(question.evaluators), count=len(allowed))
    else:
        why = ALLOWED_BUT_FULL.filled(count=len(allowed), busy=len(allowed) - given)
    return joined([said, why, *_barred(question, plan.id)])


def underload_reason(answer: Finished, offer: EvaluatorOffer) -> Words:
    """Return why an evaluator has fewer plans than their minimum."""
    count = len(answer.question.plans_open_to(offer.id))
    return UNDER.filled(low=offer.min_load, given=answer.loads[offer.id], count=count)


def _some(names: list[str]) -> Words:
    shown, more = ", ".join(names[:NAMES_SHOWN]), len(names) - NAMES_SHOWN
    return Words(f"{shown} 외 {more}명", f"{shown} and {more} more") if more > 0 else Words(shown, shown)


def _barred(question: Question, plan: str) -> list[Words]:
    reasons = Counter(reason for (where, _), reason in question.barred.items() if where == plan)
    if not reasons:
        return []
    # The commonest reason first; equal counts by text, so that the sentence never depends on arrival.
    ranked = sorted(reasons.items(), key=lambda item: (-item[1], item[0]))
    listed = joined((REASON_COUNT.filled(reason=reason, count=count) for reason, count in ranked), ", ")
    return [BARRED.filled(count=sum(reasons.values()), reasons=listed)]


def _next(answer: Finished, plan: str, worth: int, left: list[str]) -> Words:
    free = [name for name in left if not answer.full(name)]
    for names, said in ((free, NEXT_FREE), (left, NEXT_FULL)):
        if names:
            other = answer.question.worth[plan, names[0]]
            return said.filled(name=names[0], fit=affinity_of(other), loss=affinity_of(worth - other))
    return NO_NEXT
