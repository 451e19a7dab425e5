"""Reads on plans: who sees which, what stands in them now, what was submitted, and what stands in the way."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.db.models import Q, QuerySet

from madang.apps.selection.models import Call, Plan, PlanPartner, Receipt
from madang.apps.selection.rules.applicants import may_apply, province_informed
from madang.apps.selection.rules.completeness import completeness
from madang.core.authority import APPLICANTS, Actor, OfficeKind
from madang.core.files.models import Attachment
from madang.core.moments import SEOUL
from madang.kernel.words import Words


@dataclass(frozen=True)
class Content:
    """Title and items of a plan, and the day its province was informed: submitted, or still being written."""

    title_ko: str
    items: Mapping[str, str]
    province_informed_on: date | None


def plans_visible_to(actor: Actor) -> QuerySet[Plan]:
    """Plans that the actor may open: own and shared ones, and for the ministry those that were submitted."""
    plans = Plan.objects.select_related("call", "organisation")
    if actor.kind is OfficeKind.MINISTRY:
        return plans.exclude(state="drafting")
    organisation = actor.office.organisation_id
    if actor.kind not in APPLICANTS or organisation is None:
        return plans.none()
    shared = PlanPartner.objects.filter(organisation_id=organisation).values("plan_id")
    return plans.filter(Q(organisation_id=organisation) | Q(pk__in=shared))


def plans_of_mine(actor: Actor, call: Call) -> QuerySet[Plan]:
    """The actor's plans under a call, as lead or partner, newest first."""
    return plans_visible_to(actor).filter(call=call).order_by("-id")


def working_content(plan: Plan) -> Content:
    """What the applicant is writing: after a submission that is the revision, if there is one."""
    if plan.revision is None:
        return Content(plan.title_ko, plan.items, plan.province_informed_on)
    told = plan.revision.get("province_informed_on")
    return Content(
        plan.revision["title_ko"], plan.revision["items"], date.fromisoformat(told) if told else None
    )


def files_now(plan: Plan) -> QuerySet[Attachment]:
    """The files that stand in the plan now and would go with the next submission."""
    return Attachment.objects.filter(case_id=plan.pk, is_removed=False).order_by("paper", "name", "id")


def last_receipt(plan: Plan) -> Receipt | None:
    """The receipt that counts: the newest."""
    return plan.receipts.order_by("-number").first()


def readable_files(plan: Plan, actor: Actor) -> QuerySet[Attachment]:
    """Files that may be read: applicants those of now and of every receipt, everybody else those of receipts only."""
    kept = [file["id"] for receipt in plan.receipts.all() for file in receipt.content["files"]]
    submitted = Q(pk__in=kept)
    every = submitted | Q(is_removed=False) if actor.kind in APPLICANTS else submitted
    return Attachment.objects.filter(every, case_id=plan.pk)


def partners_of(plan: Plan) -> list[PlanPartner]:
    """Invited local governments, agreed or not, by name."""
    return list(plan.partners.select_related("organisation").order_by("organisation__name_ko"))


def content_to_submit(plan: Plan, call: Call) -> dict[str, Any]:
    """What a submission consists of: everything that the receipt's hash stands for."""
    content = working_content(plan)
    rule = call.rules.order_by("-number").first()
    return {
        "call": call.slug,
        "rule": rule.number if rule else None,
        "plan": str(plan.pk),
        "applicant": plan.organisation.slug,
        "partners": [p.organisation.slug for p in partners_of(plan) if p.agreed_at],
        "title_ko": content.title_ko,
        "items": {key: text for key, text in content.items.items() if text},
        "province_informed_on": str(content.province_informed_on or ""),
        "files": [
            {"id": str(f.pk), "paper": f.paper, "name": f.name, "size": f.size, "sha256": f.sha256}
            for f in files_now(plan)
        ],
    }


def digest(content: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of the canonical JSON: keys sorted, no spaces, UTF-8."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def has_unsubmitted_changes(plan: Plan, receipt: Receipt | None) -> bool:
    """Whether a new submission would differ from the one that counts."""
    return receipt is not None and digest(content_to_submit(plan, plan.call)) != receipt.sha256


def obstacles(plan: Plan, call: Call, at: datetime) -> list[Words]:
    """What stands in the way of a submission at this instant beside the window, one sentence each."""
    on = at.astimezone(SEOUL).date()
    content, partners = working_content(plan), partners_of(plan)
    return [
        *_unlawful(plan, partners, content, on),
        *_not_agreed(partners),
        *_too_few_provinces(plan, call, partners),
        *_lacking(call, content, on),
    ]


def _unlawful(plan: Plan, partners: list[PlanPartner], content: Content, on: date) -> list[Words]:
    found = []
    for organisation in (plan.organisation, *(p.organisation for p in partners)):
        answer = may_apply(organisation, on)
        if not answer.is_satisfied:
            ko, en = answer.sentence
            article = answer.citation.words
            found.append(
                Words(
                    f"{organisation.name_ko}: 신청할 수 없습니다. {ko} ({article.ko})",
                    f"{organisation.name_en} may not apply: {en} ({article.en})",
                )
            )
    informed = province_informed(plan.organisation, content.province_informed_on, on)
    if informed is not None and not informed.is_satisfied:
        article = informed.citation.words
        found.append(
            Words(
                f"신청 사실을 시·도지사에게 알린 날을 적으십시오 ({article.ko}).",
                f"State the day on which the province was informed of the application ({article.en}).",
            )
        )
    return found


def _not_agreed(partners: list[PlanPartner]) -> list[Words]:
    return [
        Words(
            f"공동신청 기관이 아직 동의하지 않았습니다: {p.organisation.name_ko}.",
            f"A partner has not agreed yet: {p.organisation.name_en}.",
        )
        for p in partners
        if p.agreed_at is None
    ]


def _too_few_provinces(plan: Plan, call: Call, partners: list[PlanPartner]) -> list[Words]:
    if call.kind != "linked":
        return []
    agreed = [plan.organisation, *(p.organisation for p in partners if p.agreed_at)]
    regions = {o.region for o in agreed if o.kind == OfficeKind.PROVINCE.value}
    if len(regions) >= 2:
        return []
    return [
        Words(
            f"광역연계형 공모는 둘 이상의 시·도가 함께 신청해야 합니다(현재 동의한 시·도 {len(regions)}곳).",
            f"A linked call takes plans of two or more provinces together (agreed so far: {len(regions)}).",
        )
    ]


def _lacking(call: Call, content: Content, on: date) -> list[Words]:
    return [
        Words(
            f"필수 항목이 비어 있습니다: {check.item.words.ko} ({check.item.citation.words.ko}).",
            f"A required item is empty: {check.item.words.en} ({check.item.citation.words.en}).",
        )
        for check in completeness(call, content.items, on)
        if check.lacking
    ]
