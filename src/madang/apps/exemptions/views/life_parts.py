"""The parts of a tool's page that tell its life after the grant: what is next and by when, terms, cover, requests, end."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from madang.apps.exemptions.acts.covers import PLAN, PROOF
from madang.apps.exemptions.forms.life import headed
from madang.apps.exemptions.models import Cover, Tool, ToolMeasure, ToolRequest, ToolTerm
from madang.apps.exemptions.models.life import REVISION_REQUEST
from madang.apps.exemptions.models.tools import CHANGE, EXTENSION
from madang.apps.exemptions.queries.applications import files_of
from madang.apps.exemptions.queries.confirmations import clock_row, clock_view
from madang.apps.exemptions.queries.life import (
    IN_FORCE,
    cover_of,
    last_day,
    outlook_of,
    waiting_on,
    was_cancellation_carried,
)
from madang.apps.exemptions.views.parts import shown
from madang.apps.exemptions.views.tool_shapes import Reading, Section, SectionMaker
from madang.core.authority import OfficeKind
from madang.core.case_models import Duty
from madang.core.ui.shapes import Check, Column, Fact, Link, TimelineItem
from madang.core.ui.texts import day, text, won
from madang.kernel.clocks.spoken import spoken
from madang.kernel.procedures.outlook import Outlook
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.citations import article_in_english
from madang.kernel.statutes.due import DueDate, due_date
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.rules import rule_info
from madang.kernel.statutes.rulings.liability import LEAST_SUMS
from madang.kernel.words import Words

_FOLDER = "exemptions/tools/"
TERM_WORDS = {
    ToolTerm.GRANTED: Words("첫 기간", "First term"),
    ToolTerm.EXTENDED: Words("연장된 기간", "Extended term"),
    ToolTerm.CONTINUED: Words("기간이 끝나지 않은 것으로 보는 때", "Deemed not to have ended"),
    ToolTerm.DEEMED: Words("연장된 것으로 보는 때", "Deemed extended"),
}
#: the clock of each rule that sets the last day to ask
_ASKED_BY = {"exemption": "EX-16", "interim_permit": "IP-08"}


@dataclass(frozen=True)
class RequestPart:
    """A request with its clock."""

    row: ToolRequest
    clock: Any
    facts: list[Fact]


def upcoming(reading: Reading) -> Section | None:
    """What comes next and by when, in words for people who know no law; for those with a part who has to do what."""
    tool, today = reading.tool, reading.today
    seen = outlook_of(tool, today)
    waiting = list(waiting_on(tool)) if reading.has_part and tool.granted_on else []
    checks = _start_checks(tool, today) if reading.has_part and tool.state in ("granted", "ready") else []
    if not seen.choices and not waiting:
        return None
    part = {
        "seen": seen, "tone": _tone(seen.next_on, today), "title": _headline(tool, seen, today), "checks": checks,
        "articles": list(dict.fromkeys(_short(rule_id, today) for rule_id in seen.rule_ids)), "due": _asked_by(tool, seen.latest_request_on),
        "today": today, "waiting": waiting, "columns": _waiting_columns(),
    }  # fmt: skip
    return Section("next", _("다음에 할 일과 기한"), f"{_FOLDER}_next.html", part)


def terms(reading: Reading) -> Section | None:
    """The terms one after another, and where they end."""
    rows = list(reading.tool.terms.order_by("number"))
    if not rows:
        return None
    items = [_term_item(row, reading.today) for row in rows]
    seen = outlook_of(reading.tool, reading.today)
    if seen.legal_end is not None and reading.tool.ends_on is None:
        on = seen.legal_end
        items.append(
            TimelineItem(
                _("특구 지정기간의 끝: 늦어도 이날 종료"), on, "next" if on >= reading.today else "past"
            )
        )
    return Section("terms", _("기간"), f"{_FOLDER}_timeline.html", {"items": items})


def cover(reading: Reading) -> Section | None:
    """Cover with its sums, the newest first, and what is lacking; the proofs for those with a part alone."""
    tool = reading.tool
    rows = list(tool.covers.order_by("-id")) if reading.has_part else []
    if not rows:
        return None
    needed = last_day(tool) if tool.state in IN_FORCE else None
    part = {
        "rows": [(row, _cover_facts(row, reading.today)) for row in rows], "gap": _gap(rows[0], needed),
        "clock": shown(clock_view(clock_row(tool, "LIA-03.renewal"), None)), "today": reading.today,
        "files": _links(tool, PROOF),
    }  # fmt: skip
    return Section("cover", _("책임보험 등 보장"), f"{_FOLDER}_cover.html", part)


def requests(reading: Reading) -> Section | None:
    """Extensions and changes that were asked for, each with its clock."""
    if not reading.has_part:
        return None
    wanted = reading.tool.requests.filter(kind__in=(EXTENSION, CHANGE)).exclude(state="drafting")
    rows = [_request(row) for row in wanted.select_related("organisation").order_by("-id")]
    if not rows:
        return None
    return Section(
        "requests", _("연장ㆍ변경 신청"), f"{_FOLDER}_requests.html", {"rows": rows, "today": reading.today}
    )


def results(reading: Reading) -> Section | None:
    """The results that were filed, with the clock of the report."""
    tool = reading.tool
    if not reading.has_part:
        return None
    rows = list(tool.results.all())
    clock = shown(clock_view(clock_row(tool, "EX-25"), tool.reported_on))
    if not rows and clock is None:
        return None
    labels = checklist("EX-25", on=reading.today)
    shown_rows = [
        (row, [Fact(headed(item.words), getattr(row, item.key)) for item in labels], _links(tool, row.kind))
        for row in rows
    ]
    part = {"rows": shown_rows, "clock": clock, "today": reading.today, "request": REVISION_REQUEST}
    return Section("results", _("실증 결과"), f"{_FOLDER}_results.html", part)


def measures(reading: Reading) -> Section | None:
    """Corrections and cancellations; strangers read in the badge that something was cancelled, not why."""
    rows = list(reading.tool.measures.order_by("-opened_on", "-id")) if reading.has_part else []
    if not rows:
        return None
    part = {"rows": [(row, _measure_checks(row), _measure_facts(reading.tool, row)) for row in rows]}
    return Section("measures", _("시정ㆍ취소"), f"{_FOLDER}_measures.html", part)


def outcome(reading: Reading) -> Section | None:
    """What became of it: the permit that followed, the exemption it followed, the ordinary permit."""
    tool, facts = reading.tool, []
    if tool.bridges_id is not None:
        facts.append(
            Fact(
                _("앞선 실증특례"),
                Link(_("실증특례 보기"), reverse("exemptions:tool", args=[tool.bridges_id])),
            )
        )
    follower = Tool.objects.filter(bridges=tool).first()
    if follower is not None:
        facts.append(
            Fact(
                _("이어진 임시허가"), Link(_("임시허가 보기"), reverse("exemptions:tool", args=[follower.pk]))
            )
        )
    if tool.ordinary_permit:
        facts += [Fact(_("정식 허가등"), tool.ordinary_permit), Fact(_("전환한 날"), tool.normalised_on)]
    return Section("outcome", _("이어진 허가"), f"{_FOLDER}_facts.html", {"facts": facts}) if facts else None


def _tone(next_on: date | None, today: date) -> str:
    return "warning" if next_on is not None and (next_on - today).days <= 90 else "info"


def _headline(tool: Tool, seen: Outlook, today: date) -> str:
    """The next day in one sentence: by when to ask or to report, or when it ends."""
    if seen.next_on is None:
        return _("정해진 날은 없고, 다음 가운데 하나로 이어집니다.")
    left = (seen.next_on - today).days
    said = {"day": day(seen.next_on), "n": left}
    if left < 0:
        return _("%(day)s이 지났습니다.") % said
    if seen.next_on == seen.latest_request_on:
        return _("%(day)s까지 신청해야 합니다(%(n)d일 남음).") % said
    if tool.state not in IN_FORCE:
        return _("%(day)s까지 내야 합니다(%(n)d일 남음).") % said
    return _("기간이 %(day)s에 끝납니다(%(n)d일 남음).") % said


def _short(rule_id: str, today: date) -> Words:
    """The article alone, with what it is an article of where that is the decree."""
    info = rule_info(rule_id)
    citation = info.citation_on(max(today, info.provisions[0].first_on))
    by_decree = citation.law.en.startswith("Enforcement Decree")
    words = Words(citation.article, article_in_english(citation.article))
    return Words(f"시행령 {words.ko}", f"Decree, {words.en}") if by_decree else words


def _asked_by(tool: Tool, latest: date | None) -> DueDate | None:
    """The sum by which the last day to ask is found."""
    if latest is None or tool.ends_on is None or tool.granted_on is None:
        return None
    try:
        return due_date(_ASKED_BY[tool.kind], start=tool.ends_on, on=tool.granted_on)
    except Refusal:
        return None


def _waiting_columns() -> list[Column]:
    return [
        Column(_("할 일"), lambda duty: text(duty.what)),
        Column(_("누가"), lambda duty: text(OfficeKind(duty.office_kind).words)),
        Column(_("언제까지"), _due),
    ]


def _due(duty: Duty) -> object:
    return duty.due_on or _("정해진 날 없음")


def _start_checks(tool: Tool, today: date) -> list[Check]:
    """What stands between the grant and the start."""
    row, needed = cover_of(tool), tool.ends_on
    lasts = row is not None and (needed is None or row.ends_on >= needed)
    note = Words("", "")
    if needed is not None:
        said = spoken(needed)
        note = Words(f"{said.ko}까지 보장되어야 합니다.", f"It must last until {said.en}.")
    proof = Words("책임보험ㆍ공제의 증명이나 이용자 배상계획", "Proof of insurance or mutual aid, or a plan")
    checks = [Check(proof, lasts, _short("LIA-03", today), note)]
    if row is not None and row.kind == PLAN:
        agreed = Words("배상계획에 대한 지방자치단체의 합의", "The local government's agreement to the plan")
        checks.append(Check(agreed, row.agreed_on is not None, _short("LIA-05", today)))
    if tool.kind == "exemption":
        told = Words("시작할 때 이용자에게 알릴 내용", "What users are told before the start")
        items = checklist("EX-21", on=tool.granted_on) if tool.granted_on else ()
        listed = Words(", ".join(i.words.ko for i in items), ", ".join(i.words.en for i in items))
        checks.append(Check(told, tool.users_told_on is not None, _short("EX-21", today), listed))
    return checks


def _term_item(row: ToolTerm, today: date) -> TimelineItem:
    when = "past"
    if row.starts_on is not None and row.starts_on > today:
        when = "next"
    elif row.ends_on is None or row.ends_on >= today:
        when = "now"
    ends = row.ends_on or row.ends_text
    note = _("마지막 날: %(day)s") % {"day": day(ends)} if ends else _("마지막 날이 정해지지 않음")
    return TimelineItem(
        TERM_WORDS[row.kind],
        row.starts_on or row.starts_text,
        when,
        citation=_short(row.rule_id, today),
        note=note,
    )


def _cover_facts(row: Cover, today: date) -> list[Fact]:
    facts = [
        Fact(
            _("보장 기간"),
            _("%(from)s부터 %(until)s까지") % {"from": day(row.begins_on), "until": day(row.ends_on)},
        )
    ]
    if row.kind == PLAN:
        facts.append(Fact(_("보험에 들 수 없는 이유"), row.reason))
        facts.append(Fact(_("지방자치단체의 합의"), row.agreed_on or _("아직 합의하지 않음")))
        return facts
    labels = {item.key: item.words for item in checklist("LIA-04.payment", on=today)}
    facts += [Fact(_("보험사나 공제조합"), row.provider), Fact(_("증권 번호"), row.policy)]
    facts += [Fact(headed(labels[name]), won(getattr(row, name))) for name in LEAST_SUMS]
    facts.append(Fact(_("증명을 낸 날"), row.filed_on or _("아직 내지 않음")))
    return facts


def _gap(row: Cover, needed: date | None) -> Words | None:
    """What is said when the cover ends before the term."""
    if needed is None or row.ends_on >= needed:
        return None
    ends, until = spoken(row.ends_on), spoken(needed)
    return Words(
        f"보장이 {ends.ko}에 끝납니다. 기간이 {until.ko}까지 이어지므로 그 전에 갱신하십시오.",
        f"The cover ends on {ends.en}, but the term goes on until {until.en}: renew it before then.",
    )


def _request(row: ToolRequest) -> RequestPart:
    facts = [Fact(_("신청한 날"), row.asked_on)]
    pairs = (
        (_("연장하려는 마지막 날"), row.until), (_("바꾸려는 내용"), row.what), (_("신청한 이유"), row.reason),
        (_("지방자치단체의 의견"), row.local_opinion), (_("규제부처"), row.organisation.words if row.organisation else ""),
        (_("규제부처의 회신"), row.opinion), (_("결정한 날"), row.decided_on), (_("결정의 이유"), row.answer),
    )  # fmt: skip
    facts += [Fact(label, value) for label, value in pairs if value]
    return RequestPart(row, shown(clock_view(clock_row(row, "EX-19"), row.replied_on)), facts)


def _measure_checks(row: ToolMeasure) -> list[Check]:
    """What must be there before a cancellation, and whether it is."""
    votes = was_cancellation_carried(row.tool, row.opened_on)
    return [
        Check(
            Words("지방자치단체의 의견", "Opinion of the local government"), row.local_heard_on is not None
        ),
        Check(Words("사업자 청문", "Formal hearing of the operator"), row.hearing_on is not None),
        Check(Words("규제자유특구위원회의 의결", "Vote of the Zone Committee"), votes),
    ]


def _measure_facts(tool: Tool, row: ToolMeasure) -> list[Fact]:
    rule_id = "EX-33" if tool.kind == "exemption" else "IP-14"
    words = {item.key: item.words for item in checklist(rule_id, on=row.opened_on)}
    pairs = (
        (_("사유"), headed(words[row.ground]) if row.ground in words else row.ground), (_("구체적인 사유"), row.reason), (_("시작한 날"), row.opened_on),
        (_("지방자치단체가 취소를 신청한 날"), row.applied_on), (_("지방자치단체의 의견"), row.local_opinion),
        (_("청문한 날"), row.hearing_on), (_("청문 기록"), row.hearing_record), (_("명령한 날"), row.ordered_on),
        (_("명령의 내용"), row.order), (_("시정 기한"), row.due_on), (_("고시 번호"), row.gazette_number),
        (_("종결한 날"), row.closed_on), (_("확인한 내용"), row.outcome),
    )  # fmt: skip
    return [Fact(label, value) for label, value in pairs if value]


def _links(tool: Tool, paper: str) -> list[Link]:
    rows = files_of(tool).filter(case_id=tool.pk, paper=paper)
    return [Link(one.name, reverse("exemptions:tool_file", args=[tool.pk, one.pk])) for one in rows]


#: what stands at the head of the page, and what follows the conditions
FIRST: tuple[SectionMaker, ...] = (upcoming, terms)
SECTIONS: tuple[SectionMaker, ...] = (cover, requests, results, measures, outcome)
