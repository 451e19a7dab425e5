"""The parts of the plan pages: what may be shown of a state, the checklist, the receipt, partners and files."""

from collections.abc import Iterable
from datetime import datetime
from uuid import UUID

from django.db.models import QuerySet
from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.translation import gettext as _

from madang.apps.selection.acts.papers import PAPERS
from madang.apps.selection.models import Plan, PlanPartner, Receipt
from madang.apps.selection.queries.evaluation import plans_open_to_evaluator
from madang.apps.selection.queries.plans import plans_visible_to
from madang.apps.selection.rules.calls import results_are_open, window_is_open
from madang.apps.selection.rules.completeness import ACT_LIST, COMPOSED, ItemCheck
from madang.core.authority import Actor, OfficeKind
from madang.core.doors import actor_of, moment
from madang.core.files.models import Attachment
from madang.core.moments import SEOUL
from madang.core.ui import shapes
from madang.core.ui.shapes import Badge, Check, Column, Link, LinkGroup
from madang.core.walls import reading_as
from madang.kernel.statutes.citations import article_in_english
from madang.kernel.words import Words

_DECIDED = ("passed_paper", "shortlisted", "not_selected")


def plan_for(request: HttpRequest, pk: UUID) -> Plan:
    """Return the plan when the reader may open it.

    Raises:
        Http404: there is no such plan, or not for this reader; the two look the same.
    """
    actor = actor_of(request)
    with reading_as(actor):
        plan = _open_to(actor, moment(request)).filter(pk=pk).first()
    if plan is None:
        raise Http404
    return plan


def _open_to(actor: Actor, at: datetime) -> QuerySet[Plan]:
    """An evaluator opens what is assigned to them, as long as no tie of the day bars them."""
    if actor.kind is OfficeKind.EVALUATOR:
        return plans_open_to_evaluator(actor, at.astimezone(SEOUL).date())
    return plans_visible_to(actor)


def leads(actor: Actor, plan: Plan) -> bool:
    """Whether the reader's organisation is the lead."""
    return actor.office.organisation_id is not None and plan.organisation_id == actor.office.organisation_id


def can_change(actor: Actor, plan: Plan, at: datetime) -> bool:
    """Whether the reader may change the plan at this instant."""
    return leads(actor, plan) and plan.state in ("drafting", "submitted") and window_is_open(plan.call, at)


def state_badge(plan: Plan, at: datetime, actor: Actor | None = None) -> Badge:
    """The state as the reader may know it: applicants learn of a decision when the results are open."""
    if actor is not None and actor.kind is OfficeKind.MINISTRY:
        return Badge(plan.state_now.office_words, plan.state_now.tone)
    if plan.state == "drafting" and plan.call.closes_at and at >= plan.call.closes_at:
        return Badge(_("기간이 지나 제출되지 않음"), "warning")
    veiled = plan.state in _DECIDED and not results_are_open(plan.call, at)
    state = plan.procedure.state("under_review") if veiled else plan.state_now
    return Badge(state.public_words, state.tone)


def why(actor: Actor, plan: Plan) -> Words:
    """Why the reader may see the plan."""
    if actor.kind is OfficeKind.MINISTRY:
        return Words(
            "제출된 계획서라 중소벤처기업부가 볼 수 있습니다.",
            "The plan was submitted, so the ministry may read it.",
        )
    if actor.kind is OfficeKind.EVALUATOR:
        return Words(
            "이 계획서의 평가위원으로 배정되었고 이해충돌이 없습니다.",
            "You are assigned to evaluate this plan, and no conflict bars you.",
        )
    if leads(actor, plan):
        return Words(
            "이 계획서의 신청 기관입니다. 제출하기 전의 내용은 다른 기관에 보이지 않습니다.",
            "Your organisation applies with this plan. Before it is submitted nobody else can see it.",
        )
    return Words(
        "공동신청을 제안받았거나 동의한 기관입니다. 다른 기관에는 보이지 않습니다.",
        "Your organisation was invited to apply jointly. Nobody else can see it.",
    )


def checklist(checks: Iterable[ItemCheck], *, linked: bool) -> list[Check]:
    """Items as met or not met, each with its article; links lead to the fields where they are written."""
    return [
        Check(
            check.item.words,
            check.met,
            short_article(check),
            "" if _typed(check) else _("시행령 항목을 모두 쓰면 충족됩니다."),
            f"#id_{check.item.key}" if linked and _typed(check) else "",
        )
        for check in checks
    ]


def short_article(check: ItemCheck) -> Words:
    """The article alone; the law with its version stands once above the items."""
    article = check.item.citation.article
    of_act = check.rule_id == ACT_LIST
    return Words(
        f"{'법' if of_act else '시행령'} {article}",
        f"{'Act' if of_act else 'Decree'}, {article_in_english(article)}",
    )


def _typed(check: ItemCheck) -> bool:
    return check.item.key != COMPOSED


def side_links(plan: Plan, changes: bool) -> list[LinkGroup]:
    """The parts of the page and the pages beside it, for the side navigation."""
    page = reverse("selection:plan", args=[plan.pk])
    parts = [
        Link(_("항목"), f"{page}#{'editor' if changes else 'content'}"),
        Link(_("붙임 파일"), f"{page}#files"),
    ]
    if changes:
        parts += [
            Link(_("공동신청 기관"), f"{page}#partners"),
            Link(_("제출 전 확인"), reverse("selection:submit_plan", args=[plan.pk])),
        ]
    return [LinkGroup("", [*parts, Link(_("공모 보기"), reverse("selection:call", args=[plan.call.slug]))])]


def receipt_card(receipt: Receipt) -> shapes.Receipt:
    """A receipt as the component shows it."""
    files = [(file["name"], file["sha256"]) for file in receipt.content["files"]]
    return shapes.Receipt(receipt.label, receipt.at, receipt.sha256, "", files)


def partner_badge(partner: PlanPartner) -> Badge:
    """Whether a partner has agreed."""
    return Badge(_("동의함"), "success") if partner.agreed_at else Badge(_("동의 전"), "warning")


def file_columns(plan: Plan) -> list[Column]:
    """The columns of the table of files."""
    return [
        Column(_("파일"), lambda f: file_link(plan, f)),
        Column(_("자료 종류"), lambda f: PAPERS.get(f.paper, f.paper)),
        Column(_("크기"), lambda f: size_text(f.size), numeric=True),
        Column(_("올린 때"), "at"),
    ]


def file_link(plan: Plan, file: Attachment) -> Link:
    """A file as a link to its download."""
    return Link(file.name, reverse("selection:plan_file", args=[plan.pk, file.pk]))


def size_text(size: int) -> str:
    """A size as people read it.

    >>> size_text(90), size_text(2_500), size_text(2_500_000)
    ('90B', '2.5KB', '2.5MB')
    """
    if size < 1000:
        return f"{size}B"
    return f"{size / 1_000_000:.1f}MB" if size >= 1_000_000 else f"{size / 1000:.1f}KB"
