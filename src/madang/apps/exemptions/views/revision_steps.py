"""The steps of a law to be revised as the web offers them: a table of what each office can do from which state."""

from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _
from django.views.decorators.http import require_http_methods

from madang.apps.exemptions.acts import revision_plans, revision_steps, revisions
from madang.apps.exemptions.forms import revisions as forms
from madang.apps.exemptions.models import LawRevision
from madang.apps.exemptions.queries.revisions import revision_by_slug
from madang.apps.exemptions.views import revision_parts as parts
from madang.apps.exemptions.views.steps import Step
from madang.core.authority import Actor, may
from madang.core.doors import carry_out, korean_day, new_key, require
from madang.core.ui.shapes import Link

_LIST, _URGE, _REVISE = "exemptions.register_revision", "exemptions.urge_revision", "exemptions.revise_law"
_ALIVE = ("watched", "plan_due", "planned", "begun", "unneeded")


def _step(key: str, label: object, hint: object, *rest: object) -> Step:
    return Step(key, label, hint, *rest, subject="revision")  # type: ignore[arg-type, misc]  # as the table below gives them


STEPS = (
    _step("file", _("법령정비계획 내기"), _("어느 조문을 언제까지 고칠지 적습니다. 늦었어도 낼 수 있으며, 늦은 사실은 기록에 남습니다."),
          _REVISE, ("plan_due",), forms.PlanForm, revision_plans.file_plan, _("정비계획을 냈습니다.")),
    _step("extend", _("계획 제출 기간 연장"), _("30일까지, 두 번 연장할 수 있습니다(행정규제기본법 시행령 제13조의6)."),
          _REVISE, ("plan_due",), forms.ExtendForm, revision_plans.extend_plan_time, _("기간을 연장했습니다.")),
    _step("no-need", _("정비 불필요 알리기"), _("까닭을 밝힙니다. 중소벤처기업부가 규제합리화위원회에 올릴 수 있습니다(제87조제7항)."),
          _REVISE, ("plan_due",), forms.ReasonForm, revision_plans.find_law_sound, _("정비가 필요하지 않다고 알렸습니다.")),
    _step("begin", _("정비 착수 기록"), _("착수하면 걸린 실증특례를 임시허가로 잇는 길이 열립니다(제87조제8항)."),
          _REVISE, ("planned", "plan_due"), forms.PlainForm, revision_steps.begin_revision, _("착수를 기록했습니다.")),
    _step("step", _("진행 단계 기록"), _("입법예고부터 공포까지, 단계마다 근거 주소를 붙입니다."),
          _REVISE, ("begun",), forms.TakenForm, revision_steps.take_step, _("단계를 기록했습니다.")),
    _step("owner", _("소관 기관 정하기"), _("계획을 요청하려면 먼저 어느 기관의 법령인지 정해야 합니다."),
          _LIST, ("watched", "unneeded"), forms.OwnerForm, revision_plans.name_owner, _("소관 기관을 정했습니다.")),
    _step("ask", _("법령정비 요청"), _("요청한 날부터 60일 안에 계획을 내야 합니다(행정규제기본법 시행령 제13조의6)."),
          _URGE, ("watched", "unneeded"), forms.AskedForm, revision_plans.ask_plan, _("정비를 요청했습니다.")),
    _step("await", _("특례 부여에 따른 계획 요청"), _("요청이 없어도 특례를 부여한 날부터 30일 안에 계획을 내야 합니다."),
          _URGE, ("watched",), forms.GrantForm, revision_plans.await_plan, _("부여한 날부터 기간을 셉니다.")),
    _step("report", _("심의위원회 보고 기록"), _("보고한 날부터 60일 안에 계획을 내야 합니다(제87조제6항)."),
          _URGE, ("watched", "plan_due"), forms.NeedForm, revision_plans.report_need, _("보고를 기록했습니다.")),
    _step("escalate", _("규제합리화위원회에 올리기"), _("정비가 필요하지 않다는 판단에 이견이 있을 때 조정을 요청합니다(제87조제7항)."),
          _URGE, ("unneeded",), forms.ReasonForm, revision_plans.escalate_revision, _("규제합리화위원회에 올렸습니다.")),
    _step("recommend", _("특구위원회 권고 기록"), _("정비계획이 지켜지지 않을 때 특구위원회가 권고합니다(제87조제13항)."),
          _URGE, ("planned", "begun"), forms.ReasonForm, revision_steps.recommend_revision, _("권고를 기록했습니다.")),
    _step("enact", _("시행 기록"), _("정비된 법령이 시행되면 걸린 특례를 정식 허가등으로 바꿀 수 있습니다."),
          _URGE, _ALIVE, forms.ForceForm, revisions.enact_revision, _("시행을 기록했습니다.")),
    _step("hang", _("걸린 특례 더하기"), _("이 법령이 바뀌어야 하는 특례를 더합니다."),
          _LIST, (*_ALIVE, "in_force"), forms.HangForm, revisions.hang_on_revision, _("특례를 더했습니다.")),
)  # fmt: skip
BY_KEY = {step.key: step for step in STEPS}


@dataclass(frozen=True)
class RevisionOffer:
    """A step that is open to the reader now, and where its page is."""

    step: Step
    href: str


def offers(actor: Actor, row: LawRevision) -> list[RevisionOffer]:
    """Return what the reader can do now, in the order of the table."""
    return [
        RevisionOffer(step, reverse("exemptions:revision_step", args=[row.slug, step.key]))
        for step in STEPS
        if row.state in step.states and may(actor, step.permission, row)
    ]


@require_http_methods(["GET", "HEAD", "POST"])
def new_revision(request: HttpRequest) -> HttpResponse:
    """Put a law on the list."""
    require(request, _LIST)
    form = forms.LawForm(request.POST or None)
    if form.is_valid():
        outcome = carry_out(request, revisions.register_revision, **form.given())
        if outcome.done:
            messages.success(request, gettext("정비할 법령 목록에 올렸습니다."))
            return redirect("exemptions:revision", slug=outcome.result.slug)
        outcome.onto(form)
    context = {
        "form": form, "once": new_key(), "crumbs": parts.crumbs(Link(gettext("법령 올리기"))),
        "why": gettext("중소벤처기업부의 담당 직위로 로그인했으므로 올릴 수 있습니다."),
    }  # fmt: skip
    return render(request, "exemptions/revisions/new.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def revision_step(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Take one step of a law."""
    row, step = revision_by_slug(slug), BY_KEY.get(key)
    if row is None or step is None:
        raise Http404
    require(request, step.permission, row)
    form = step.form(request.POST or None, case=row, today=korean_day(request))
    if form.is_valid():
        outcome = carry_out(request, step.act, revision=row, **form.given())
        if outcome.done:
            messages.success(request, step.done)
            return redirect("exemptions:revision", slug=row.slug)
        outcome.onto(form)
    row.refresh_from_db()
    page = Link(row.title, reverse("exemptions:revision", args=[row.slug]))
    context = {
        "row": row, "step": step, "form": form, "once": new_key(), "crumbs": parts.crumbs(page, Link(step.label)),
        "is_open": row.state in step.states, "waits_at": parts.waits_at(row),
        "why": gettext("이 처리를 맡은 기관의 자격으로 로그인했으므로 볼 수 있습니다."),
    }  # fmt: skip
    return render(request, "exemptions/revisions/step.html", context)
