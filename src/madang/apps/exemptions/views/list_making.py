"""The page of one list of regulations and the steps of those who make it: write, bring to the committee, vote, gazette."""

from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from madang.apps.exemptions.acts import negative_list as acts
from madang.apps.exemptions.forms.confirmations import NoForm
from madang.apps.exemptions.forms.negative_list import BeginListForm, EntryForm, GazetteForm, ListVoteForm
from madang.apps.exemptions.models import RegulationList
from madang.apps.exemptions.models.negative_list import PUBLISHED
from madang.apps.exemptions.queries.negative_list import entries_of, list_visible_to
from madang.apps.exemptions.views.negative_list import crumbs, entry_columns
from madang.apps.exemptions.views.steps import Step
from madang.core.authority import Actor, may
from madang.core.doors import actor_of, carry_out, korean_day, new_key, require
from madang.core.ui.shapes import Badge, Column, Fact, Link
from madang.kernel.statutes.rules import rule_info
from madang.kernel.words import Words

STEPS = {
    "entry": Step("entry", gettext_lazy("항목 더하기"), gettext_lazy("법령과 조문, 무엇이 금지된 채로 남는지를 적습니다."),
                  "exemptions.write_list", ("drafting",), EntryForm, acts.add_list_entry, gettext_lazy("항목을 더했습니다."), "regulation_list"),
    "table": Step("table", gettext_lazy("위원회에 올리기"), gettext_lazy("올린 뒤에는 항목을 고칠 수 없습니다."),
                  "exemptions.write_list", ("drafting",), NoForm, acts.table_list, gettext_lazy("위원회에 올렸습니다."), "regulation_list"),
    "vote": Step("vote", gettext_lazy("위원회 표결 기록"), gettext_lazy("출석 과반수의 찬성이 있어야 의결됩니다."),
                 "exemptions.vote_on_list", ("tabled",), ListVoteForm, acts.record_list_vote, gettext_lazy("표결을 기록했습니다."), "regulation_list"),
    "gazette": Step("gazette", gettext_lazy("고시 기록"), gettext_lazy("고시된 날부터 시행됩니다."),
                    "exemptions.write_list", ("resolved",), GazetteForm, acts.gazette_list,
                    gettext_lazy("고시를 기록했습니다. 누구나 목록을 볼 수 있습니다."), "regulation_list"),
}  # fmt: skip


@require_http_methods(["GET", "HEAD", "POST"])
def new_list(request: HttpRequest) -> HttpResponse:
    """Begin a new edition of a zone's list."""
    require(request, "exemptions.write_list")
    form = BeginListForm(request.POST or None)
    if form.is_valid():
        outcome = carry_out(request, acts.begin_list, **form.cleaned_data)
        if outcome.done:
            return redirect(reverse("exemptions:regulation_list", args=[outcome.result.pk]))
        outcome.onto(form)
    context = {
        "form": form, "once": new_key(), "crumbs": crumbs(Link(_("목록 작성"))),
        "why": _("법령규제목록은 중소벤처기업부가 작성하므로 볼 수 있습니다."),
    }  # fmt: skip
    return render(request, "exemptions/negative_list/new.html", context)


@require_safe
def list_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show one edition with its entries; those who make it see what they can do."""
    row, actor = _visible(request, pk), actor_of(request)
    writes = row.state == "drafting" and may(actor, "exemptions.write_list")
    remove = [Column(_("처리"), lambda entry: _removal(row, entry.pk))] if writes else []
    context = {
        "row": row, "badge": Badge(row.state_now.public_words, row.state_now.tone), "facts": _facts(row),
        "entries": list(entries_of(row)), "columns": [*entry_columns(), *remove], "crumbs": crumbs(Link(row.title)),
        "steps": _open(actor, row), "why": _why(row), "is_published": row.state in PUBLISHED,
    }  # fmt: skip
    return render(request, "exemptions/negative_list/page.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Take one step of a list in the making."""
    row, taken = _visible(request, pk), STEPS.get(key)
    if taken is None:
        raise Http404
    require(request, taken.permission)
    form = taken.form(request.POST or None, case=row, today=korean_day(request))
    if form.is_valid():
        outcome = carry_out(request, taken.act, regulation_list=row, **form.given())
        if outcome.done:
            messages.success(request, taken.done)
            return redirect(reverse("exemptions:regulation_list", args=[row.pk]))
        outcome.onto(form)
    page = Link(row.title, reverse("exemptions:regulation_list", args=[row.pk]))
    context = {
        "form": form, "once": new_key(), "step": taken, "row": row, "is_open": row.state in taken.states,
        "crumbs": crumbs(page, Link(taken.label)), "why": _why(row),
    }  # fmt: skip
    return render(request, "exemptions/negative_list/step.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def remove_entry(request: HttpRequest, pk: UUID, entry: UUID) -> HttpResponse:
    """Ask once more, then take an entry out of a list in the making."""
    row = _visible(request, pk)
    require(request, "exemptions.write_list")
    found = entries_of(row).filter(pk=entry).first()
    if found is None:
        raise Http404
    refusal: Words | None = None
    if request.method == "POST":
        outcome = carry_out(request, acts.remove_list_entry, regulation_list=row, entry_id=entry)
        if outcome.done:
            messages.success(request, _("항목을 뺐습니다."))
            return redirect(reverse("exemptions:regulation_list", args=[row.pk]))
        refusal = outcome.refusal
    page = Link(row.title, reverse("exemptions:regulation_list", args=[row.pk]))
    context = {
        "row": row, "entry": found, "refusal": refusal, "once": new_key(), "why": _why(row),
        "crumbs": crumbs(page, Link(_("항목 빼기"))),
    }  # fmt: skip
    return render(request, "exemptions/negative_list/remove.html", context)


def _visible(request: HttpRequest, pk: UUID) -> RegulationList:
    row = list_visible_to(actor_of(request), pk)
    if row is None:
        raise Http404
    return row


def _open(actor: Actor, row: RegulationList) -> list[Link]:
    return [
        Link(str(one.label), reverse("exemptions:list_step", args=[row.pk, one.key]))
        for one in STEPS.values()
        if row.state in one.states and may(actor, one.permission)
    ]


def _removal(row: RegulationList, entry: UUID) -> Link:
    return Link(_("빼기"), reverse("exemptions:list_entry_removal", args=[row.pk, entry]))


def _facts(row: RegulationList) -> list[Fact]:
    law_on = row.gazetted_on or row.procedure.in_force_from
    facts = [
        Fact(_("특구"), Link(row.zone.title, reverse("zone", args=[row.zone.slug]))),
        Fact(_("근거"), rule_info("NEG-01").citation_on(law_on).words),
    ]
    days: tuple[tuple[str, Any], ...] = (
        (_("위원회가 의결한 날"), row.resolved_on), (_("고시"), row.gazette_number), (_("고시된 날"), row.gazetted_on),
        (_("새 목록으로 바뀐 날"), row.ends_before),
    )  # fmt: skip
    return [*facts, *(Fact(label, value) for label, value in days if value)]


def _why(row: RegulationList) -> str:
    if row.state in PUBLISHED:
        return _("고시된 목록이므로 누구나 볼 수 있습니다.")
    return _("고시하기 전의 목록은 작성하는 중소벤처기업부와 심의하는 위원회의 간사만 봅니다.")
