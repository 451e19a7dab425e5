"""The parts of the designation pages: timeline, checklists, deadlines, decisions, findings."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from madang.apps.selection.acts.applications import papers_wanted
from madang.apps.selection.models import Designation, Gazette, Item, Sitting
from madang.apps.selection.queries.committees import shows_results
from madang.apps.selection.queries.designation import ClockView
from madang.apps.selection.queries.law_facts import plan_keys
from madang.apps.selection.rules.committees import OUTCOME_WORDS
from madang.apps.selection.rules.completeness import COMPOSED, items_on
from madang.apps.selection.rules.designation import inspection_days
from madang.apps.zones.sources import source_of
from madang.core.audit.events import kind_of
from madang.core.audit.models import Event
from madang.core.authority import Actor, OfficeKind, may
from madang.core.case_models import Finding
from madang.core.moments import SEOUL
from madang.core.ui.shapes import Badge, Check, Column, Fact, Link, LinkGroup, TimelineItem
from madang.core.ui.texts import day
from madang.kernel.partial_dates import PartialDate
from madang.kernel.statutes.answers import Answer
from madang.kernel.statutes.checklists import Item as StatuteItem
from madang.kernel.statutes.checklists import checklist
from madang.kernel.statutes.citations import Citation, article_in_english
from madang.kernel.statutes.due import DueDate, due_date
from madang.kernel.statutes.refusals import Refusal
from madang.kernel.statutes.rules import rule_info
from madang.kernel.words import Words

#: offices that have a consultation desk
CONSULTATION_READERS = (
    OfficeKind.MINISTRY, OfficeKind.SECRETARY, OfficeKind.OTHER_MINISTRY, OfficeKind.PROVINCE, OfficeKind.BASIC,
)  # fmt: skip
OUTCOME_TONES = {"carried": "success", "not_carried": "danger", "deferred": "warning", "no_quorum": "warning"}
#: events without a date stand at the end
_FAR = datetime.max.replace(tzinfo=UTC)
STATUS_BADGES = {
    "satisfied": (Words("충족", "Satisfied"), "success"),
    "breached": (Words("위반", "Breached"), "danger"),
    "unknown": (Words("확인 불가", "Unknown"), "warning"),
}


@dataclass(frozen=True)
class Shown:
    """A clock as the deadline component takes it."""

    due: DueDate | None
    stopped: str
    met_on: date | None


def crumbs(*below: Link) -> list[Link]:
    """Where a page of the designations stands."""
    home = Link(_("첫 화면"), reverse("home"))
    return [home, Link(_("지정 절차"), reverse("selection:designations")), *below]


def designation_link(row: Designation) -> Link:
    """A designation as a link."""
    return Link(row.title, reverse("selection:designation", args=[row.pk]))


def state_badge(row: Designation, *, office: bool) -> Badge:
    """The state in the words of the reader's side."""
    state = row.state_now
    return Badge(state.office_words if office else state.public_words, state.tone)


def shown(clock: ClockView | None) -> Shown | None:
    """Return a clock for the page; None when it was never started."""
    if clock is None:
        return None
    stopped = ""
    if clock.paused_on and not clock.met_on:
        stopped = _("%(day)s부터 보완 중이라 기간이 멈춰 있습니다.") % {"day": day(clock.paused_on)}
    return Shown(clock.due, stopped, clock.met_on)


def timeline(events: Iterable[Event]) -> list[TimelineItem]:
    """Return the public events as a legal timeline, those without a date at the end."""
    public = [event for event in events if kind_of(event.name).public]
    public.sort(key=lambda event: (event.at or _FAR, str(event.id)))
    return [_line(event) for event in public]


def _line(event: Event) -> TimelineItem:
    return TimelineItem(
        title=kind_of(event.name).sentence(event.facts),
        on=when(event.at_text),
        office=Words(event.office_ko, event.office_en),
        citation=citation(event.provision, event.at),
        source=source_of(event.sources[0]) if event.sources else None,
    )


def when(text: str) -> object:
    """Return a moment as it was kept: an instant, or a partial date as published."""
    return datetime.fromisoformat(text) if "T" in text else PartialDate.parse(text)


def day_of(text: str) -> PartialDate:
    """Return the day of a moment as it was kept."""
    return PartialDate.parse(text[:10])


def citation(rule_id: str, at: datetime | None) -> Words | str:
    """Return the article behind a rule on a day; "" when the rule was not in force or is not known."""
    try:
        return rule_info(rule_id).citation_on(at.astimezone(SEOUL).date() if at else date.max).words
    except Refusal:
        return ""


def facts_shown(row: Designation) -> list[Fact]:
    """The key facts of a designation, for everybody."""
    facts = [
        Fact(_("신청 기관"), row.organisation.words),
        Fact(_("지정 종류"), row.kind_words),
        Fact(
            _("해당 공모"),
            Link(row.call.title, reverse("selection:call", args=[row.call.slug])) if row.call else "",
        ),
        Fact(_("계획의 명칭"), row.statutory_name),
        Fact(_("지정 신청일"), PartialDate.parse(row.applied_on) if row.applied_on else ""),
    ]
    if row.is_addition:
        facts.append(Fact(_("신청 내용"), _("이미 지정된 특구에 사업을 추가합니다.")))
    if row.earlier:
        facts.append(Fact(_("앞선 후보"), designation_link(row.earlier)))
    if row.zone:
        facts.append(Fact(_("지정된 특구"), Link(row.zone.title, reverse("zone", args=[row.zone.slug]))))
    return [fact for fact in facts if fact.value != ""]


def notice_shown(row: Designation) -> dict[str, Any]:
    """The public notice with its clocks, the window for opinions, the hearings and the count of opinions."""
    notice = getattr(row, "notice", None)
    if notice is None:
        return {}
    first, last = inspection_days(notice)
    return {
        "notice": notice, "window": (first, last), "hearings": list(row.hearings.order_by("held_on")),
        "least": None if notice.other_law else _least(row, notice.starts_on, notice.ends_on),
        "opinion_count": row.opinions.count(),
        "reflected_count": row.opinions.filter(is_reflected=True).count(),
    }  # fmt: skip


def _least(row: Designation, starts_on: date, ends_on: date) -> DueDate:
    if row.is_addition:
        return due_date("CHG-02", start=starts_on, on=ends_on + date.resolution)
    return due_date("PLN-05", start=starts_on)


def plan_items(row: Designation, today: date) -> list[tuple[StatuteItem, str]]:
    """What the plan says, item by item, as far as something is written."""
    wanted = (item for _rule, item in items_on(row.drafting_started_on or today))
    return [(item, row.items[item.key]) for item in wanted if row.items.get(item.key, "").strip()]


def gazette_items(gazette: Gazette | None) -> list[tuple[StatuteItem, str]]:
    """The items of a gazette notice that are known."""
    if gazette is None:
        return []
    last = PartialDate.parse(gazette.published_on).last or date.max
    return [(i, gazette.items[i.key]) for i in checklist("DES-05", on=last) if gazette.items.get(i.key)]


def plan_checks(row: Designation, today: date) -> list[tuple[Words, list[Check]]]:
    """Every statutory item of the plan by its list: the Act's and the decree's, each with its article."""
    act, decree = plan_keys(row)
    written = {*act, *decree}
    lists: dict[str, list[StatuteItem]] = {}
    for rule, item in items_on(row.drafting_started_on or today):
        if item.key != COMPOSED:
            lists.setdefault(rule, []).append(item)
    return [(items[0].citation.words, _checks(items, written, row)) for items in lists.values()]


def paper_checks(row: Designation, today: date) -> tuple[Words, list[Check]]:
    """Every paper of the application with its document number."""
    applied = PartialDate.parse(row.applied_on).first if row.applied_on else None
    items = papers_wanted(row, applied or today)
    return items[0].citation.words, _checks(items, set(row.papers), row)


def _checks(items: Sequence[StatuteItem], there: set[str], row: Designation) -> list[Check]:
    return [
        Check(
            i.words, _met(i.key in there, i.needed_if, row), article_of(i.citation), row.papers.get(i.key, "")
        )
        for i in items
    ]


def article_of(citation: Citation) -> Words:
    """The article alone, where the law is named above."""
    return Words(citation.article, article_in_english(citation.article))


def _met(is_there: bool, needed_if: str, row: Designation) -> bool | None:
    """There, lacking, or not known to be needed."""
    if is_there or not needed_if:
        return is_there
    needed = row.facts.get(needed_if)
    return None if needed is None else not needed


def decisions(actor: Actor, row: Designation) -> list[Item]:
    """The items in which committees decided, as far as the reader may see what came of them."""
    items = row.agenda.select_related("sitting__body").order_by("sitting__held_on", "id")
    return [item for item in items if shows_results(actor, item.sitting)]


def decision_columns() -> list[Column]:
    """Columns of a table of committee decisions."""
    return [
        Column(_("회의"), lambda item: sitting_link(item.sitting)),
        Column(_("소관 위원회"), "sitting.body.words"),
        Column(_("날짜"), lambda item: PartialDate.parse(item.sitting.held_on)),
        Column(_("결과"), lambda item: outcome_badge(item)),
        Column(_("표결"), lambda item: votes_shown(item)),
    ]


def sitting_link(sitting: Sitting) -> Link:
    """A sitting as a link."""
    return Link(sitting.title, reverse("selection:committee", args=[sitting.slug]))


def outcome_badge(item: Item) -> Badge:
    """The outcome of an item, or that it waits."""
    if not item.outcome:
        return Badge(_("의결 전"))
    return Badge(OUTCOME_WORDS[item.outcome], OUTCOME_TONES.get(item.outcome, "neutral"))


def votes_shown(item: Item) -> str:
    """The count of a vote in words; "" when nobody reported it."""
    result = item.result
    if result.get("yes") is None or result.get("present") is None:
        return ""
    return _("재적 %(enrolled)s, 출석 %(present)s, 찬성 %(yes)s") % {
        "enrolled": result.get("enrolled"), "present": result["present"], "yes": result["yes"],
    }  # fmt: skip


def finding_columns(row: Designation) -> list[Column]:
    """Columns of a table of rule answers."""
    names = {move.name: move.words for move in row.procedure.moves}
    return [
        Column(_("규정"), lambda f: citation_of(f)),
        Column(_("처리"), lambda f: names.get(f.move, f.move)),
        Column(_("판정"), lambda f: Badge(*STATUS_BADGES[f.status])),
        Column(_("내용"), lambda f: Answer.from_json(f.answer).sentence),
    ]


def citation_of(finding: Finding) -> Words:
    """The article of a finding with its rule number."""
    cited = article_of(Answer.from_json(finding.answer).citation)
    return Words(f"{finding.rule_id} {cited.ko}", f"{finding.rule_id} {cited.en}")


def awaited(row: Designation) -> Words | None:
    """Who must act now, and what for; None when the procedure has come to its end.

    A case of the record waits for nobody: where it stops, no source says how it went on.
    """
    state = row.state_now
    if not state.waits_for or (row.is_record and row.later.exists()):
        return None
    if row.is_record:
        return Words("이 뒤의 경과는 확인된 기록이 없습니다.", "No source tells what followed.")
    by = row.organisation.words if state.waits_for == "applicant" else OfficeKind(state.waits_for).words
    return Words(f"다음 차례: {by.ko} – {state.to_do.ko}", f"Next: {by.en} – {state.to_do.en}")


def office_links(actor: Actor) -> list[LinkGroup]:
    """The pages of the procedure that an office may open, for the side of its pages."""
    if actor.kind is OfficeKind.PUBLIC:
        return []
    links = [Link(_("지정 절차"), reverse("selection:designations"))]
    if actor.kind in CONSULTATION_READERS:
        links.append(Link(_("관계기관 협의"), reverse("selection:consultations")))
    links.append(Link(_("위원회"), reverse("selection:committees")))
    if may(actor, "selection.enrol_member"):
        links.append(Link(_("위원 명단"), reverse("selection:committee_members")))
    return [LinkGroup(_("지정 업무"), links)]
