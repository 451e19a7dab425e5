"""Pages of the safety of demonstrations: what an office watches, an incident, an inspection, a claim, and their files."""

from collections.abc import Iterable
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from madang.apps.demonstrations.models import Claim, Defect, Incident, Inspection
from madang.apps.demonstrations.models.safety import DEFECT, RESULT_WORDS
from madang.apps.demonstrations.queries import safety as queries
from madang.apps.demonstrations.views.parts import zone_link
from madang.apps.demonstrations.views.steps import Offers
from madang.core.audit.events import kind_of
from madang.core.audit.models import Event
from madang.core.authority import Actor, OfficeKind
from madang.core.case_models import Duty
from madang.core.doors import actor_of, korean_day
from madang.core.files.models import Attachment
from madang.core.files.serving import as_download
from madang.core.ui.shapes import Badge, Column, Fact, Link, TimelineItem
from madang.core.ui.texts import day, moment, text, won
from madang.kernel.statutes.due import DueDate
from madang.kernel.words import Words

MOST = 50
READERS = (
    OfficeKind.FIRM, OfficeKind.PROVINCE, OfficeKind.BASIC, OfficeKind.MINISTRY, OfficeKind.OTHER_MINISTRY,
    OfficeKind.AGENCY,
)  # fmt: skip
WHY = Words(
    "특례를 받은 기업과 그 사업을 살피는 기관이라 볼 수 있습니다. 다른 기업에는 보이지 않습니다.",
    "You run this project or watch over it. No other firm can see it.",
)


@require_safe
def safety_list(request: HttpRequest) -> HttpResponse:
    """Show what an office watches over: running tools, incidents, inspections, claims."""
    actor = _reader(request)
    tools = list(queries.watched_now_by(actor)[:MOST])
    context: dict[str, Any] = {
        "crumbs": _crumbs(), "why": WHY,
        "tools": [(tool, zone_link(tool.project.zone), Offers(actor, tool).of("tools", tool)) for tool in tools],
        "incidents": list(queries.incidents_visible_to(actor)[:MOST]), "incident_columns": _incident_columns(),
        "inspections": list(queries.inspections_visible_to(actor)[:MOST]), "inspection_columns": _inspection_columns(),
        "claims": list(queries.claims_visible_to(actor)[:MOST]), "claim_columns": _claim_columns(),
    }  # fmt: skip
    return render(request, "demonstrations/safety/list.html", context)


@require_safe
def incident_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show an incident: what happened, who was told when, every measure, its claims."""
    actor = _reader(request)
    row: Incident = _one(queries.incidents_visible_to(actor), pk)
    events = queries.happened_to(row, *row.claims.all())
    context = {
        **_frame(row), "row": row, "badge": _state(row), "offers": Offers(actor, row).of("incidents", row),
        "facts": _incident_facts(row), "measures": list(row.measures.all()), "timeline": _timeline(events),
        "files": _files(row), "claims": list(row.claims.select_related("tool__project")), "claim_columns": _claim_columns(),
    }  # fmt: skip
    return render(request, "demonstrations/safety/incident.html", context)


@require_safe
def inspection_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show an inspection: the four points, what is to be mended, and how it was."""
    actor = _reader(request)
    row: Inspection = _one(queries.inspections_visible_to(actor), pk)
    defects = list(queries.defects_visible_to(actor).filter(inspection=row))
    today = korean_day(request)
    context = {
        **_frame(row), "row": row, "offers": Offers(actor, row).of("inspections", row), "files": _files(row, *defects),
        "points": [(words, Badge(said, _tone(key)), note) for words, said, key, note in row.points()],
        "defects": [(one, _defect_badge(one, today), Offers(actor, one).of("defects", one)) for one in defects],
        "facts": [Fact(_("점검한 기관"), row.organisation.words), Fact(_("점검한 날"), row.inspected_on), *_place(row.place)],
        "timeline": _timeline(queries.happened_to(row, *defects)),
    }  # fmt: skip
    return render(request, "demonstrations/safety/inspection.html", context)


@require_safe
def claim_page(request: HttpRequest, pk: UUID) -> HttpResponse:
    """Show a claim with its clock, and what became of it."""
    actor = _reader(request)
    row: Claim = _one(queries.claims_visible_to(actor), pk)
    clocks = Duty.objects.filter(case_id=row.pk, is_clock=True).order_by("opened_at", "id")
    context = {
        **_frame(row), "row": row, "badge": _state(row), "offers": Offers(actor, row).of("claims", row),
        "facts": _claim_facts(row), "today": korean_day(request), "timeline": _timeline(queries.happened_to(row)),
        "clocks": [(clock.what, DueDate.from_json(clock.explanation) if clock.explanation else None, _met(row, clock))
                   for clock in clocks],
    }  # fmt: skip
    return render(request, "demonstrations/safety/claim.html", context)


@require_safe
def safety_file(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Give out a photo or paper to those who may read what it hangs on."""
    actor = _reader(request)
    attachment = Attachment.objects.filter(pk=pk, is_removed=False).first()
    rows = {
        "demonstrations.incident": queries.incidents_visible_to,
        "demonstrations.inspection": queries.inspections_visible_to,
        "demonstrations.defect": queries.defects_visible_to,
    }.get(attachment.case_kind if attachment else "")
    if attachment is None or rows is None or not rows(actor).filter(pk=attachment.case_id).exists():
        raise Http404
    return as_download(attachment)


def _reader(request: HttpRequest) -> Actor:
    actor = actor_of(request)
    if actor.kind not in READERS:
        raise Http404
    return actor


def _one(rows: Any, pk: UUID) -> Any:
    found = rows.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _crumbs(*below: Link) -> list[Link]:
    here = reverse("demonstrations:safety") if below else ""
    return [Link(_("첫 화면"), reverse("home")), Link(_("점검ㆍ사고ㆍ배상"), here), *below]


def _frame(row: Incident | Inspection | Claim) -> dict[str, Any]:
    return {"crumbs": _crumbs(Link(row.title)), "why": WHY, "zone": zone_link(row.tool.project.zone)}


def _state(row: Incident | Claim) -> Badge:
    return Badge(row.state_now.office_words, row.state_now.tone)


def _tone(result: str) -> str:
    return {"kept": "success", DEFECT: "danger"}.get(result, "neutral")


def _defect_badge(row: Defect, today: Any) -> Badge:
    if row.confirmed_on:
        return Badge(Words("고친 것을 확인함", "Remedy confirmed"), "success")
    if row.remedied_on:
        return Badge(Words("고쳤다고 냄(확인 전)", "Reported as mended"), "info")
    if row.due_on < today:
        return Badge(Words("기한이 지남", "Late"), "danger")
    return Badge(Words("고쳐야 함", "To be mended"), "warning")


def _place(place: str) -> list[Fact]:
    return [Fact(_("점검한 곳"), place)] if place else []


def _incident_facts(row: Incident) -> list[Fact]:
    return [
        Fact(_("사고 번호"), row.number),
        Fact(_("사고가 난 때"), moment(row.happened_at)),
        Fact(_("신고한 때"), moment(row.reported_at)),
        Fact(_("신고한 곳"), row.reporter.words),
        Fact(_("사고가 난 곳"), row.place),
        Fact(_("피해"), row.harm_words),
        *([Fact(_("다치거나 숨진 사람"), _("%(n)d명") % {"n": row.harmed})] if row.harmed else []),
    ]


def _claim_facts(row: Claim) -> list[Fact]:
    facts = [
        Fact(_("청구 번호"), row.number),
        Fact(_("청구받은 날"), row.claimed_on),
        Fact(_("손해"), row.harm_words),
        Fact(_("청구 금액"), won(row.amount) if row.amount else _("금액을 정하지 않음")),
        Fact(_("보험"), _("보험ㆍ공제로 보장됨") if row.is_insured else _("보험 없음(배상계획)")),
    ]
    if row.paid:
        facts.append(Fact(_("지급한 금액"), won(row.paid)))
    if row.settled_on:
        facts.append(Fact(_("지급ㆍ거절한 날"), row.settled_on))
    return facts


def _met(row: Claim, clock: Duty) -> Any:
    return row.reported_on if clock.rule_id == "LIA-06.outcome" else row.settled_on


def _files(*rows: Any) -> list[Link]:
    found = Attachment.objects.filter(case_id__in=[row.pk for row in rows], is_removed=False).order_by(
        "at", "id"
    )
    return [Link(one.name, reverse("demonstrations:safety_file", args=[one.pk])) for one in found]


def _timeline(events: Iterable[Event]) -> list[TimelineItem]:
    return [
        TimelineItem(
            title=kind_of(one.name).sentence(one.facts), on=one.at, office=Words(one.office_ko, one.office_en)
        )
        for one in events
    ]


def _incident_columns() -> list[Column]:
    return [
        Column(_("사고"), lambda row: Link(row.title, reverse("demonstrations:incident", args=[row.pk]))),
        Column(_("피해"), "harm_words"),
        Column(_("신고한 때"), lambda row: moment(row.reported_at)),
        Column(_("상태"), _state),
    ]


def _inspection_columns() -> list[Column]:
    def result(row: Inspection) -> Badge:
        found = [key for _words, _said, key, _note in row.points()]
        worst = next((key for key in (DEFECT, "unseen") if key in found), "kept")
        return Badge(RESULT_WORDS[worst], _tone(worst))

    return [
        Column(
            _("점검한 과제"), lambda row: Link(row.title, reverse("demonstrations:inspection", args=[row.pk]))
        ),
        Column(_("점검한 날"), lambda row: day(row.inspected_on)),
        Column(_("점검한 기관"), lambda row: text(row.organisation.words)),
        Column(_("결과"), result),
    ]


def _claim_columns() -> list[Column]:
    return [
        Column(_("청구"), lambda row: Link(row.title, reverse("demonstrations:claim", args=[row.pk]))),
        Column(_("청구받은 날"), lambda row: day(row.claimed_on)),
        Column(_("상태"), _state),
    ]
