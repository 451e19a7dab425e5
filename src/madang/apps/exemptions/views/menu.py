"""The catalogue of special cases of the Act with the zones that use them, and the steps of those who record it."""

from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_safe

from madang.apps.exemptions.acts import menu as acts
from madang.apps.exemptions.forms.menu import AttachForm, EndForm, KeepForm
from madang.apps.exemptions.models import MenuUse
from madang.apps.exemptions.queries.menu import runs_some_zone, use_by_id, uses_by_key
from madang.apps.exemptions.rules.confirmations import zone_words
from madang.apps.exemptions.views.steps import Step
from madang.apps.law.wording import span
from madang.apps.zones.queries import zone_by_slug
from madang.core.authority import Actor, may
from madang.core.doors import actor_of, carry_out, korean_day, new_key, require
from madang.core.keeping import keepable
from madang.core.ui.shapes import Link
from madang.core.ui.texts import text
from madang.kernel.statutes.clocks import clock
from madang.kernel.statutes.special_cases import SpecialCase, special_cases
from madang.kernel.words import Words

STEPS = {
    "end": Step("end", gettext_lazy("적용이 끝났음을 기록"), gettext_lazy("계획이나 법이 바뀌어 더 적용되지 않을 때 기록합니다."),
                "exemptions.end_special_case", ("applies", "kept"), EndForm, acts.end_special_case,
                gettext_lazy("적용이 끝났음을 기록했습니다."), "use"),
    "keep": Step("keep", gettext_lazy("위원회의 유지 의결 기록"), gettext_lazy("위원회가 의결하면 특구가 끝나도 유지됩니다. 특구가 끝나기 전에 기록하십시오."),
                 "exemptions.keep_special_case", ("applies",), KeepForm, acts.keep_special_case,
                 gettext_lazy("유지 의결을 기록했습니다."), "use"),
}  # fmt: skip


@dataclass(frozen=True)
class Use:
    """A zone that uses a special case: its link, since when and by which gazette, and what the reader can do."""

    row: MenuUse
    zone: Link
    steps: tuple[Link, ...]


@dataclass(frozen=True)
class Line:
    """One special case of the catalogue as the page shows it: its clocks with their lengths, the zones that use it."""

    case: SpecialCase
    article: Words
    rule_href: str
    clocks: tuple[tuple[Words, Words, str], ...]
    uses: tuple[Use, ...]


@require_safe
@keepable("menu", "zones")
def menu(request: HttpRequest) -> HttpResponse:
    """Show every special case of the Act in force, what it eases, its clocks, and which zones use it."""
    actor, today = actor_of(request), korean_day(request)
    uses = uses_by_key()
    lines = [_line(case, uses.get(case.key, []), actor, today) for case in special_cases(today)]
    context = {
        "lines": [one for one in lines if one.case.is_sorted],
        "unsorted": [one for one in lines if not one.case.is_sorted], "crumbs": crumbs(),
        "can_attach": runs_some_zone(actor),
        "why": _("법에 적힌 내용과 고시된 계획이므로 누구나 볼 수 있습니다."),
    }  # fmt: skip
    return render(request, "exemptions/menu/list.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def attach(request: HttpRequest) -> HttpResponse:
    """Record that a special case applies in a zone by its gazetted plan."""
    actor = actor_of(request)
    if not runs_some_zone(actor):
        raise Http404
    zone = zone_by_slug(request.GET.get("zone", "")[:60])
    form = AttachForm(
        request.POST or None,
        actor=actor,
        today=korean_day(request),
        initial={"zone": zone.pk if zone else None},
    )
    if form.is_valid():
        outcome = carry_out(request, acts.attach_special_case, **form.given())
        if outcome.done:
            messages.success(request, _("기록했습니다. 특구의 화면에 특례가 나옵니다."))
            return redirect(reverse("zone", args=[outcome.result.zone.slug]))
        outcome.onto(form)
    context = {
        "form": form, "once": new_key(), "crumbs": crumbs(Link(_("특구에 적용되는 특례 기록"))),
        "why": _("특구를 맡은 기관이라 기록할 수 있습니다."),
    }  # fmt: skip
    return render(request, "exemptions/menu/attach.html", context)


@require_http_methods(["GET", "HEAD", "POST"])
def step(request: HttpRequest, pk: UUID, key: str) -> HttpResponse:
    """Take one step of a special case in a zone."""
    use, taken = use_by_id(pk), STEPS.get(key)
    if use is None or taken is None:
        raise Http404
    require(request, taken.permission, use)
    form = taken.form(request.POST or None, case=use, today=korean_day(request))
    if form.is_valid():
        outcome = carry_out(request, taken.act, use=use, **form.given())
        if outcome.done:
            messages.success(request, taken.done)
            return redirect(reverse("zone", args=[use.zone.slug]))
        outcome.onto(form)
    context = {
        "form": form, "once": new_key(), "step": taken, "row": use, "is_open": use.state in taken.states,
        "crumbs": crumbs(Link(use.zone.title, reverse("zone", args=[use.zone.slug])), Link(taken.label)),
        "why": _("특구를 맡은 기관이라 기록할 수 있습니다."),
    }  # fmt: skip
    return render(request, "exemptions/menu/step.html", context)


def crumbs(*below: Link) -> list[Link]:
    """Where a page on special cases stands."""
    return [
        Link(_("첫 화면"), reverse("home")),
        Link(_("법에 적힌 특례"), reverse("exemptions:menu")),
        *below,
    ]


def steps_open(actor: Actor, use: MenuUse) -> tuple[Link, ...]:
    """What a reader can do with a special case in a zone now."""
    return tuple(
        Link(text(one.label), reverse("exemptions:menu_step", args=[use.pk, one.key]))
        for one in STEPS.values()
        if use.state in one.states and may(actor, one.permission, use)
    )


def _line(case: SpecialCase, uses: list[MenuUse], actor: Actor, today: date) -> Line:
    clocks = tuple(
        (clock(key).words, span(clock(key)), reverse("law_deadline", args=[key])) for key in case.clocks
    )
    shown = tuple(
        Use(use, Link(zone_words(use.zone), reverse("zone", args=[use.zone.slug])), steps_open(actor, use))
        for use in uses
    )
    return Line(case, case.citation_on(today).words, reverse("law_rule", args=[case.rule_id]), clocks, shown)
