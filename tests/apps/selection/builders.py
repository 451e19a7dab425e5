"""Builders of calls and plans for tests; they act through the real acts."""

from datetime import datetime, timedelta
from typing import Any

from madang.apps.selection.acts.calls import CallDraft, announce_call, draft_call, publish_rule
from madang.apps.selection.acts.partners import agree_to_partner, invite_partner
from madang.apps.selection.acts.plans import PlanDraft, save_draft, start_plan, submit_plan
from madang.apps.selection.models import Call, Plan
from madang.apps.selection.rules.completeness import known_items
from madang.core.authority import Actor, OfficeKind
from madang.core.moments import SEOUL
from tests.people import an_actor

DRAFTED = datetime(2024, 6, 20, 9, tzinfo=SEOUL)
ANNOUNCED = datetime(2024, 6, 30, 9, tzinfo=SEOUL)
OPENS = datetime(2024, 7, 1, 9, tzinfo=SEOUL)
WITHIN = datetime(2024, 8, 20, 10, tzinfo=SEOUL)
CLOSES = datetime(2024, 8, 30, 18, tzinfo=SEOUL)
EMBARGO = datetime(2024, 12, 8, 12, tzinfo=SEOUL)
SECOND = timedelta(seconds=1)

RULE: dict[str, Any] = {
    "criteria": [
        {"key": "need", "words": {"ko": "필요성", "en": "Need"}, "full_marks": "40", "stage": "paper"},
        {
            "key": "feasible",
            "words": {"ko": "실현 가능성", "en": "Feasibility"},
            "full_marks": "60",
            "stage": "paper",
        },
        {
            "key": "impact",
            "words": {"ko": "파급 효과", "en": "Impact"},
            "full_marks": "100",
            "stage": "presentation",
        },
    ],
    "paper_share": "40",
    "presentation_share": "60",
    "drop": {"kind": "highest_and_lowest", "at_least": 5},
    "pass_mark": "60",
    "bonus_cap": "3",
    "tie_chain": ["presentation_total", "need"],
    "decimals": 2,
    "rounding": "half_up",
    "shortlist_size": 3,
    "paper_round": {"pass_mark": "60", "size": 6},
}
ITEMS = {key: f"{key} 항목의 내용" for key in known_items()}


def ministry() -> Actor:
    """An officer of the ministry that runs the calls."""
    return an_actor(OfficeKind.MINISTRY, "mss")


def province(region: str) -> Actor:
    """An officer of a province or city."""
    return an_actor(OfficeKind.PROVINCE, region, region)


def basic(slug: str, region: str) -> Actor:
    """An officer of a basic-level local government in a province."""
    return an_actor(OfficeKind.BASIC, slug, region)


def a_draft_call(slug: str = "giz-2", *, by: Actor | None = None, **more: Any) -> Call:
    """A call that is being written. ``more`` are fields of CallDraft."""
    given: dict[str, Any] = {
        "slug": slug, "round": "G2", "kind": "giz", "title_ko": "제2차 글로벌 혁신특구 후보 공모",
        "title_en": "Second call for global innovation zones", "opens_at": OPENS, "closes_at": CLOSES,
        "embargo_at": EMBARGO, "places": 3, **more,
    }  # fmt: skip
    return draft_call(actor=by or ministry(), call=CallDraft(**given), at=DRAFTED)


def a_call(
    slug: str = "giz-2", *, by: Actor | None = None, rule: dict[str, Any] | None = None, **more: Any
) -> Call:
    """An announced call with a published rule; its window opens at OPENS and closes at CLOSES."""
    officer = by or ministry()
    call = a_draft_call(slug, by=officer, **more)
    publish_rule(actor=officer, call=call, record=rule or RULE, reason="", at=DRAFTED)
    return announce_call(actor=officer, call=call, at=ANNOUNCED)


def a_plan(call: Call, applicant: Actor, *, title: str = "인공지능 로봇 실증", at: datetime = WITHIN) -> Plan:
    """A complete plan that is still a draft."""
    plan = start_plan(actor=applicant, call=call, title_ko=title, at=at)
    return save_draft(actor=applicant, plan=plan, draft=PlanDraft(title, ITEMS), at=at)


def a_submitted_plan(
    call: Call,
    applicant: Actor,
    *,
    title: str = "인공지능 로봇 실증",
    partners: tuple[Actor, ...] = (),
    at: datetime = WITHIN,
) -> Plan:
    """A plan that was submitted, with partners that have agreed."""
    plan = a_plan(call, applicant, title=title, at=at)
    for partner in partners:
        invite(plan, applicant, partner, at=at)
        agree_to_partner(actor=partner, plan=plan, at=at)
    return submit_plan(actor=applicant, plan=plan, at=at)


def invite(plan: Plan, lead: Actor, partner: Actor, *, at: datetime = WITHIN) -> Plan:
    """Invite the partner's organisation."""
    from madang.apps.accounts.models import Organisation

    organisation = Organisation.objects.get(pk=partner.office.organisation_id)
    return invite_partner(actor=lead, plan=plan, organisation=organisation, at=at)
