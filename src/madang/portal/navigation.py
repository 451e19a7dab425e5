"""The main navigation: a few sections, and under the open one its pages; only what the reader may open."""

from typing import NamedTuple

from django.utils.translation import gettext_lazy as _

from madang.core.authority import Actor, OfficeKind

OFFICES = tuple(kind for kind in OfficeKind if kind not in (OfficeKind.PUBLIC, OfficeKind.SYSTEM))
WATCHING = (
    OfficeKind.FIRM, OfficeKind.PROVINCE, OfficeKind.BASIC, OfficeKind.MINISTRY, OfficeKind.OTHER_MINISTRY,
    OfficeKind.AGENCY,
)  # fmt: skip


class Page(NamedTuple):
    """A page of a section: its label, where it is, and the kinds of office it is for (empty: for everybody)."""

    label: object
    href: str
    offices: tuple[OfficeKind, ...] = ()


class Section(NamedTuple):
    """A section: its label and its pages; the first one is where the section leads."""

    label: object
    pages: tuple[Page, ...]


class Entry(NamedTuple):
    """One link of the navigation."""

    label: object
    href: str
    current: bool


SECTIONS = (
    Section(
        _("내 업무"),
        (Page(_("할 일"), "/desk/", OFFICES), Page(_("우리 기업 파일"), "/firm/", (OfficeKind.FIRM,))),
    ),
    Section(_("특구"), (Page(_("특구"), "/zones/"),)),
    Section(_("공모·지정"), (Page(_("공모"), "/calls/"), Page(_("지정 절차"), "/designations/"))),
    Section(
        _("특례"),
        (
            Page(_("실증특례·임시허가"), "/tools/"),
            Page(_("신속확인"), "/confirmations/"),
            Page(_("실증 레이더"), "/radar/"),
            Page(_("실증 일정표"), "/radar/gantt/"),
            Page(_("법령정비"), "/revisions/"),
            Page(_("후속조치"), "/follow-ups/"),
            Page(_("메뉴판식 특례"), "/menu/"),
            Page(_("법령규제목록"), "/negative-list/"),
        ),
    ),
    Section(
        _("실증"),
        (
            Page(_("특구별 실증"), "/demonstrations/"),
            Page(_("점검·사고·배상"), "/safety/", WATCHING),
            Page(_("협력기관"), "/partners/"),
        ),
    ),
    Section(_("위원회"), (Page(_("위원회"), "/committees/"),)),
    Section(_("대책·과제"), (Page(_("대책과 과제"), "/measures/"), Page(_("목표·실적"), "/targets/"))),
    Section(_("법령·기한"), (Page(_("법령·기한"), "/law/"),)),
)


def entries_for(actor: Actor, path: str) -> tuple[list[Entry], list[Entry]]:
    """Return the sections for a reader, and the pages of the one that holds the page when it has several."""
    prefix, inner = ("/en", path[3:]) if path.startswith("/en/") else ("", path)
    sections: list[Entry] = []
    inside: list[Entry] = []
    for section in SECTIONS:
        pages = [page for page in section.pages if not page.offices or actor.kind in page.offices]
        here = max((p.href for p in pages if inner.startswith(p.href)), key=len, default="")
        if pages:
            sections.append(Entry(section.label, prefix + pages[0].href, bool(here)))
        if here and len(pages) > 1:
            inside = [Entry(p.label, prefix + p.href, p.href == here) for p in pages]
    return sections, inside
