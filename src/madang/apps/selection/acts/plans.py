"""Acts on a plan under a call: start, save, submit, withdraw. After the close nothing in it changes."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime

from madang.apps.selection.acts.windows import MANY, refuse_unless_open
from madang.apps.selection.events import plans as events
from madang.apps.selection.models import Call, Plan, Receipt
from madang.apps.selection.queries.plans import (
    content_to_submit,
    digest,
    last_receipt,
    obstacles,
    working_content,
)
from madang.apps.selection.rules import plans as rules  # noqa: F401 -- rules enter the permissions
from madang.apps.selection.rules.applicants import may_apply
from madang.apps.selection.rules.completeness import known_items
from madang.core.acts import Invalid, act
from madang.core.audit.events import Facts, record
from madang.core.authority import Actor
from madang.core.cases import advance, begin, keep_answer
from madang.core.locks import locked
from madang.core.moments import SEOUL, Moment, day_of
from madang.core.written import one_line, paragraphs
from madang.kernel.statutes.answers import Status
from madang.kernel.words import Words

#: characters in one item; all items together stay under the size that a request may have
ITEM = 10_000
TITLE = 160


@dataclass(frozen=True)
class PlanDraft:
    """What an applicant writes: title, items by the keys of PLN-01 and PLN-02, the day its province was informed.

    Items that are not given stay as they are.
    """

    title_ko: str
    items: Mapping[str, str] = field(default_factory=dict)
    province_informed_on: date | None = None


@act(may="selection.start_plan", records=events.PLAN_STARTED, subject="call")
def start_plan(*, actor: Actor, call: Call, title_ko: str, at: Moment) -> Plan:
    """Start a plan under an open call for the actor's organisation (계획서 작성 시작).

    Raises:
        NotOpen: the call does not take plans at this instant.
        Invalid: the Act lets this organisation not apply, or it has as many plans as the call allows.
    """
    applicant = actor.office.organisation_id
    if applicant is None:
        raise Invalid(Words("신청 기관의 자격으로 로그인하십시오.", "Act from the office of an applicant."))
    plan = Plan(
        call=call, organisation_id=applicant, region=actor.office.region_id,
        title_ko=one_line(title_ko, most=TITLE, field="title_ko"), is_record=actor.is_history,
    )  # fmt: skip
    if not actor.is_history:
        instant = refuse_unless_open(call, at)
        _refuse_hopeless(plan, call, instant)
        _refuse_one_more(plan, call)
        plan.saved_at = instant
    begin(plan, at=at)
    record(
        events.PLAN_STARTED,
        plan,
        actor=actor,
        at=at,
        facts=Facts({"title": plan.title_ko, "call": call.slug}),
    )
    return plan


@act(may="selection.save_draft", records=events.DRAFT_SAVED, subject="plan")
def save_draft(*, actor: Actor, plan: Plan, draft: PlanDraft, at: Moment) -> Plan:
    """Save what the applicant has written. After a submission this is a revision that counts once submitted again.

    Raises:
        NotOpen: the call takes nothing any more, or the plan was withdrawn.
        Invalid: a text cannot be kept, or an item is unknown.
    """
    instant = refuse_unless_open(plan.call, at, plan=plan)
    title = one_line(draft.title_ko, most=TITLE, field="title_ko")
    items = {**working_content(plan).items, **_kept(draft.items)}
    if plan.state == "drafting":
        plan.title_ko, plan.items, plan.province_informed_on = title, items, draft.province_informed_on
    else:
        informed = draft.province_informed_on.isoformat() if draft.province_informed_on else None
        plan.revision = {"title_ko": title, "items": items, "province_informed_on": informed}
    plan.saved_at = instant
    plan.version += 1
    plan.save()
    record(events.DRAFT_SAVED, plan, actor=actor, at=at, facts=Facts({"version": plan.version}))
    return plan


@act(may="selection.submit_plan", records=(events.PLAN_SUBMITTED, events.PLAN_REPLACED), subject="plan")
def submit_plan(*, actor: Actor, plan: Plan, at: Moment) -> Plan:
    """Submit a plan, or replace what was submitted, while the call is open (제출).

    What counts is the instant at which the submission reached the server. Each submission has a receipt of its own;
    the older ones stay.

    Raises:
        NotOpen: the call does not take plans at this instant.
        Invalid: something that the call or the Act asks for is missing; the sentences name it.
        NotLawful: the plan's state allows no submission.
    """
    if not isinstance(at, datetime) or actor.is_history:
        return _submit_from_the_record(actor, plan, at)
    call = locked(Call, plan.call_id)
    refuse_unless_open(call, at, plan=plan)
    in_the_way = obstacles(plan, call, at)
    if in_the_way:
        raise Invalid(
            Words(
                "제출하지 못했습니다. 저장한 내용은 그대로 있습니다. " + " ".join(w.ko for w in in_the_way),
                "The plan was not submitted; what you saved is kept. " + " ".join(w.en for w in in_the_way),
            )
        )
    replaces = plan.state == "submitted"
    keep_answer(plan, "submit", may_apply(plan.organisation, at.astimezone(SEOUL).date()), at)
    receipt = _receive(plan, call, at)
    advance(plan, "submit", actor=actor, at=at)
    kind = events.PLAN_REPLACED if replaces else events.PLAN_SUBMITTED
    told = {"receipt": receipt.label, "sha256": receipt.sha256, "title": plan.title_ko}
    record(kind, plan, actor=actor, at=at, facts=Facts(told, provision="APP-01"))
    return plan


@act(may="selection.withdraw_plan", records=events.PLAN_WITHDRAWN, subject="plan")
def withdraw_plan(*, actor: Actor, plan: Plan, at: Moment) -> Plan:
    """Withdraw a submitted plan before the close (철회). Its receipts stay.

    Raises:
        NotOpen: the call has closed; nothing changes any more.
        NotLawful: the plan was not submitted.
    """
    if not actor.is_history:
        refuse_unless_open(plan.call, at)
    receipt = last_receipt(plan)
    advance(plan, "withdraw", actor=actor, at=at)
    told = {"receipt": receipt.label if receipt else None, "title": plan.title_ko}
    record(events.PLAN_WITHDRAWN, plan, actor=actor, at=at, facts=Facts(told))
    return plan


def _submit_from_the_record(actor: Actor, plan: Plan, at: Moment) -> Plan:
    """Take a submission as published: what nobody reported stays unknown, and no receipt is invented."""
    keep_answer(plan, "submit", may_apply(plan.organisation, day_of(at)), at)
    plan.submitted_at = at if isinstance(at, datetime) else None
    advance(plan, "submit", actor=actor, at=at, also=("submitted_at",))
    unknown = [name for name, known in _reported(plan, at).items() if not known]
    record(
        events.PLAN_SUBMITTED, plan, actor=actor, at=at,
        facts=Facts({"receipt": None, "title": plan.title_ko, "unknown": unknown}, provision="APP-01"),
    )  # fmt: skip
    return plan


def _reported(plan: Plan, at: Moment) -> dict[str, bool]:
    return {
        "instant": isinstance(at, datetime),
        "window": plan.call.closes_at is not None,
        "items": bool(plan.items),
        "receipt": False,
    }


def _receive(plan: Plan, call: Call, at: datetime) -> Receipt:
    """Make the written content the submitted one and number it. The locked call keeps the numbers without gaps."""
    content = content_to_submit(plan, call)
    working = working_content(plan)
    plan.title_ko, plan.items, plan.revision = working.title_ko, dict(working.items), None
    plan.province_informed_on, plan.submitted_at = working.province_informed_on, at
    plan.save()
    newest = Receipt.objects.filter(call=call).order_by("-number").first()
    return Receipt.objects.create(
        call=call, plan=plan, number=newest.number + 1 if newest else 1, at=at,
        sha256=digest(content), content=content,
    )  # fmt: skip


def _kept(items: Mapping[str, str]) -> dict[str, str]:
    unknown = sorted(set(items) - set(known_items()))
    if unknown:
        named = ", ".join(unknown)[:MANY]
        raise Invalid(
            Words(f"없는 계획서 항목입니다: {named}", f"There are no such items of a plan: {named}"), "items"
        )
    return {key: paragraphs(text, most=ITEM, field=key) for key, text in items.items()}


def _refuse_hopeless(plan: Plan, call: Call, at: datetime) -> None:
    """Refuse to start what could not be submitted even on the last day of the window."""
    last = (call.closes_at or at).astimezone(SEOUL).date()
    answer = may_apply(plan.organisation, last)
    if answer.status is Status.BREACHED:
        article = answer.citation.words
        raise Invalid(
            Words(
                f"{plan.organisation.name_ko} 명의로는 신청할 수 없습니다. {answer.sentence.ko} ({article.ko})",
                f"{plan.organisation.name_en} may not apply: {answer.sentence.en} ({article.en})",
            )
        )


def _refuse_one_more(plan: Plan, call: Call) -> None:
    most = call.plans_per_applicant
    if most is None:
        return
    own = (
        Plan.objects.filter(call=call, organisation_id=plan.organisation_id)
        .exclude(state="withdrawn")
        .count()
    )
    if own >= most:
        raise Invalid(
            Words(
                f"이 공모는 신청 기관마다 {most}건까지 받습니다. 이미 {own}건이 있으니 그 계획서를 고쳐 제출하십시오.",
                f"This call takes up to {most} plans of an applicant and you have {own}: change one of those instead.",
            )
        )
