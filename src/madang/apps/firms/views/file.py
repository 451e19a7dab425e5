"""The firm's own file on one page, its editions, and its papers as downloads."""

from datetime import date
from typing import Any
from uuid import UUID

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from madang.apps.firms.acts.files import FIELD_WORDS
from madang.apps.firms.models import Certificate, Company, CompanyEdition
from madang.apps.firms.queries.files import events_of, every_document_of, file_of, said_of
from madang.core.audit.events import kind_of
from madang.core.audit.models import Event
from madang.core.doors import actor_of, korean_day, require
from madang.core.files.models import Attachment
from madang.core.files.serving import as_download
from madang.core.ui.shapes import Badge, Column, Fact, Link, TimelineItem
from madang.core.ui.texts import text
from madang.kernel.business_numbers import written
from madang.kernel.words import Words

MOST_EVENTS, SOON_DAYS = 20, 90
WHY = Words(
    "우리 기업의 파일이라 볼 수 있습니다. 다른 기업과 기관에는 보이지 않습니다.",
    "This is your own firm's file. No other firm and no office can see it.",
)


@require_safe
@never_cache
def company_file(request: HttpRequest) -> HttpResponse:
    """Show everything that the firm has entered; a firm that has entered nothing is asked to begin."""
    actor = require(request, "firms.begin_file")
    company = file_of(actor)
    context: dict[str, Any] = {"company": company, "crumbs": crumbs(), "why": WHY, "name": actor.office.words}
    if company is not None:
        context |= _filled(company, korean_day(request))
    return render(request, "firms/file.html", context)


@require_safe
@never_cache
def edition(request: HttpRequest, number: int) -> HttpResponse:
    """Show what the firm said of itself at an earlier time."""
    company = own_file(request)
    found = company.editions.filter(number=number).first()
    if found is None:
        raise Http404
    title = Words(f"제{number}판", f"Edition {number}")
    data = {**found.data, "business_number": _number(found.data.get("business_number", ""))}
    context = {
        "title": title, "facts": _facts(data), "at": found.at, "crumbs": crumbs(Link(title)), "why": WHY,
        "is_now": number == company.version,
    }  # fmt: skip
    return render(request, "firms/edition.html", context)


@require_safe
def paper(request: HttpRequest, pk: UUID) -> HttpResponseBase:
    """Give a paper of the firm's own file out; for everybody else it does not exist."""
    attachment = every_document_of(own_file(request)).filter(pk=pk).first()
    if attachment is None:
        raise Http404
    return as_download(attachment)


def own_file(request: HttpRequest) -> Company:
    """The reader's own file, or the answer of a page that does not exist."""
    company = file_of(actor_of(request))
    if company is None:
        raise Http404
    require(request, "firms.read_file", company)
    return company


def crumbs(*below: Link) -> list[Link]:
    """Where a page of the file stands."""
    return [Link(_("첫 화면"), reverse("home")), Link(_("우리 기업 파일"), reverse("firms:file")), *below]


def _filled(company: Company, today: date) -> dict[str, Any]:
    papers: dict[UUID, list[Attachment]] = {}
    for one in every_document_of(company):
        papers.setdefault(one.case_id, []).append(one)
    certificates = sorted(company.certificates.all(), key=lambda row: row.set_aside_on is not None)
    return {
        "facts": _facts(_data(company)), "people": list(company.people.all()), "people_columns": _people_columns(),
        "certificates": certificates, "certificate_columns": _certificate_columns(papers, today),
        "reports": list(company.reports.all()), "report_columns": _report_columns(papers),
        "editions": [_edition_link(one) for one in company.editions.all()[:MOST_EVENTS]],
        "timeline": [_line(event) for event in events_of(company)[:MOST_EVENTS]],
    }  # fmt: skip


def _data(company: Company) -> dict[str, str]:
    return {name: getattr(company, name) for name in FIELD_WORDS} | {
        "business_number": company.number_written
    }


def _number(figures: str) -> str:
    return written(figures) if figures else ""


def _facts(data: dict[str, str]) -> list[Fact]:
    return [Fact(words, data.get(name) or _("아직 적지 않음")) for name, words in FIELD_WORDS.items()]


def _people_columns() -> list[Column]:
    return [
        Column(_("맡은 일"), "role_words"),
        Column(_("이름과 연락처"), said_of),
        Column(_("처리"), lambda row: Link(_("지우기"), reverse("firms:remove_person", args=[row.pk]))),
    ]


def _certificate_columns(papers: dict[UUID, list[Attachment]], today: date) -> list[Column]:
    return [
        Column(_("인증서"), "title"),
        Column(_("발급 기관"), "issuer"),
        Column(_("마지막 날"), lambda row: row.valid_until or _("끝나지 않음")),
        Column(_("상태"), lambda row: standing(row, today)),
        Column(_("파일"), lambda row: _links(papers, row)),
        Column(_("처리"), _certificate_steps),
    ]


def _report_columns(papers: dict[UUID, list[Attachment]]) -> list[Column]:
    return [
        Column(_("보고서"), "name"),
        Column(_("작성한 날"), "made_on"),
        Column(_("파일"), lambda row: _links(papers, row)),
    ]


def standing(row: Certificate, today: date) -> Badge:
    """How a certificate stands on a day."""
    if row.set_aside_on is not None:
        return Badge(_("쓰지 않는 인증서"), "neutral")
    if row.valid_until is None:
        return Badge(_("유효"), "success")
    left = (row.valid_until - today).days
    if left < 0:
        return Badge(_("끝남"), "danger")
    if left <= SOON_DAYS:
        return Badge(_("%(n)d일 남음") % {"n": left}, "warning")
    return Badge(_("유효"), "success")


def _certificate_steps(row: Certificate) -> list[Link]:
    if row.set_aside_on is not None:
        return []
    return [
        Link(_("갱신"), f"{reverse('firms:add_certificate')}?replaces={row.pk}"),
        Link(_("사용 중지"), reverse("firms:set_aside", args=[row.pk])),
    ]


def _links(papers: dict[UUID, list[Attachment]], row: Any) -> list[Link]:
    return [Link(one.name, reverse("firms:paper", args=[one.pk])) for one in papers.get(row.pk, [])]


def _edition_link(one: CompanyEdition) -> tuple[Link, Any]:
    title = Words(f"제{one.number}판", f"Edition {one.number}")
    return Link(text(title), reverse("firms:edition", args=[one.number])), one.at


def _line(event: Event) -> TimelineItem:
    return TimelineItem(
        title=kind_of(event.name).sentence(event.facts), on=event.at,
        office=Words(event.office_ko, event.office_en),
    )  # fmt: skip
