"""Which ties bar an evaluator from a plan: declared by the evaluator, or derived by the dated conflict rule.

The rule is practice of the ministry beside Decree art. 50 (which binds committee members), so it is data by date.
A tie bars; nobody can override it.
"""

from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING
from uuid import UUID

from madang.apps.selection.models import ConflictDeclaration, ConflictRule, Evaluator, Plan
from madang.kernel.regions import NoSuchRegion, successor_of
from madang.kernel.words import Words

if TYPE_CHECKING:
    from madang.apps.accounts.models import Organisation

DECLARED = Words("본인 신고(제척·회피)", "declared by the evaluator")
AFFILIATION = Words("신청 기관 소속", "belongs to an applicant")
REGION = Words("신청 지역 소속", "belongs to a region that applies")

Pair = tuple[UUID, UUID]


def conflict_rule_on(day: date) -> ConflictRule | None:
    """Return the rule in force on a day; None before the first one."""
    return ConflictRule.objects.filter(starts_on__lte=day).order_by("-starts_on").first()


def derived_ties(evaluator: Evaluator, plan: Plan, rule: ConflictRule | None) -> tuple[Words, ...]:
    """Return the ties that follow from affiliation and region; without any rule both bar, to be safe.

    Every organisation of a joint plan counts, whether or not it has agreed. A region counts as the one that
    has taken it over. Load organisations and partners beforehand.
    """
    parties = [plan.organisation, *(partner.organisation for partner in plan.partners.all())]
    bars = {
        AFFILIATION: (rule is None or rule.same_affiliation) and _belongs(evaluator, parties),
        REGION: (rule is None or rule.same_region) and _shares_region(evaluator, plan.region, parties),
    }
    return tuple(tie for tie, found in bars.items() if found)


def _belongs(evaluator: Evaluator, parties: "Sequence[Organisation]") -> bool:
    names = {_squeezed(one.name_ko) for one in parties}
    by_key = evaluator.affiliation_id in {one.pk for one in parties}
    return by_key or _squeezed(evaluator.affiliation_text) in names


def _shares_region(evaluator: Evaluator, region: str, parties: "Sequence[Organisation]") -> bool:
    home = evaluator.affiliation.region if evaluator.affiliation else ""
    applying = _with_successors([region, *(one.region for one in parties)])
    return bool(applying & _with_successors([evaluator.region, home]))


def barred_pairs(evaluators: Sequence[Evaluator], plans: Sequence[Plan], on: date) -> dict[Pair, Words]:
    """Return (plan, evaluator) to the reason, for every pair that a tie bars on a day."""
    rule = conflict_rule_on(on)
    declared = set(
        ConflictDeclaration.objects.filter(evaluator__in=evaluators, plan__in=plans).values_list(
            "plan_id", "evaluator_id"
        )
    )
    found = {}
    for plan in plans:
        for evaluator in evaluators:
            pair = (plan.pk, evaluator.pk)
            ties = ((DECLARED,) if pair in declared else ()) + derived_ties(evaluator, plan, rule)
            if ties:
                found[pair] = Words("·".join(tie.ko for tie in ties), " and ".join(tie.en for tie in ties))
    return found


def tie_between(evaluator: Evaluator, plan: Plan, on: date) -> Words | None:
    """Return what bars this evaluator from this plan on a day, or None."""
    return barred_pairs([evaluator], [plan], on).get((plan.pk, evaluator.pk))


def _squeezed(name: str) -> str:
    # an empty affiliation equals no organisation's name
    return "".join(name.split()).casefold()


def _with_successors(regions: Iterable[str]) -> set[str]:
    found = {region for region in regions if region}
    for region in tuple(found):
        try:
            successor = successor_of(region)
        except NoSuchRegion:
            continue
        if successor:
            found.add(successor.id)
    return found
