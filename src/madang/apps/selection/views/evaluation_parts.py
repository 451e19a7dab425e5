"""The parts of the evaluation pages: who may enter, the menu beside them, the steps, tables and the printed result."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from decimal import Decimal

from django.http import Http404, HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.translation import gettext as _

from madang.apps.selection.models import Call, OfficialResult, Plan
from madang.apps.selection.queries.calls import calls_visible_to
from madang.apps.selection.queries.evaluation import Closed, Seat
from madang.apps.selection.queries.results import final_stage, rule_in_force
from madang.apps.selection.rules.calls import results_are_open
from madang.core.doors import require
from madang.core.moments import SEOUL
from madang.core.ui.shapes import Badge, Column, Fact, Link, LinkGroup, Step
from madang.core.ui.texts import text
from madang.kernel.scoring.result import PlanResult
from madang.kernel.scoring.rule_parts import STAGE_WORDS, Stage
from madang.kernel.words import Words

WHY_MINISTRY = Words(
    "공모를 운영하는 중소벤처기업부만 볼 수 있습니다. 봉인하지 않은 평가표는 중소벤처기업부도 볼 수 없습니다.",
    "Only the ministry, which runs the call, sees this. Sheets that are not sealed are hidden from the ministry too.",
)


@dataclass(frozen=True)
class Printed:
    """One plan of a result as it is printed: the row of the record, the plan, and what it scored."""

    plan: Plan
    label: str
    result: PlanResult

    @property
    def outcome(self) -> Badge:
        """Whether the plan is inside; an open tie is neither."""
        if self.result.shortlisted is None:
            return Badge(_("동점 미확정"), "warning")
        return Badge(_("선정"), "success") if self.result.shortlisted else Badge(_("미선정"), "neutral")


@dataclass(frozen=True)
class Panel:
    """One plan in one stage: who has been given it, how many have sealed, and who has not."""

    plan: Plan
    seats: list[Seat]

    @property
    def sealed(self) -> int:
        """How many sheets are sealed."""
        return sum(seat.sealed_at is not None for seat in self.seats)

    @property
    def words(self) -> Words:
        """The plan, its applicant and how far the panel is, as one line."""
        title, given = self.plan.title_ko, len(self.seats)
        ko, en = self.plan.organisation.words
        return Words(
            f"{title} · {ko} · 평가위원 {given}명, 봉인 {self.sealed}건",
            f"{title} · {en} · evaluators: {given}, sealed: {self.sealed}",
        )

    @property
    def waiting(self) -> list[str]:
        """Whose sheets are not sealed, by name."""
        return [str(seat.assignment.evaluator.person) for seat in self.seats if not seat.sealed_at]

    @property
    def badge(self) -> Badge:
        """How far the plan is."""
        if not self.seats:
            return Badge(_("평가위원 없음"), "danger")
        return Badge(f"{self.sealed} / {len(self.seats)}", "warning" if self.waiting else "success")


def call_for(request: HttpRequest, slug: str) -> Call:
    """Return the call whose evaluation the reader runs.

    Raises:
        Http404: there is none, it is not announced yet, or the reader is not of the ministry.
    """
    actor = require(request, "selection.see_evaluation")
    call = calls_visible_to(actor).exclude(state__in=("draft", "cancelled")).filter(slug=slug).first()
    if call is None:
        raise Http404
    return call


def stage_of(name: str) -> Stage:
    """Return the stage of an address, or answer like a page that does not exist."""
    if name not in set(Stage):
        raise Http404
    return Stage(name)


def stage_name(stage: str) -> str:
    """A stage as a heading or label says it."""
    return _("서면평가") if stage == Stage.PAPER else _("발표평가")


def hash_shown(sha256: str) -> str:
    """A hash that breaks where the page is narrow."""
    return format_html("<code>{}</code>", sha256)


def address(name: str, call: Call, *more: str) -> str:
    """Return the address of a page of this evaluation."""
    return reverse(f"selection:{name}", args=[call.slug, *more])


def menu(call: Call, current: str) -> list[LinkGroup]:
    """The pages of this evaluation; results appear once they are computed."""
    stages = stages_of(call)
    links = [Link(_("진행"), address("evaluation", call))]
    links += [
        Link(_("%(stage)s 배정") % {"stage": text(STAGE_WORDS[stage])}, address("panel", call, stage))
        for stage in stages
    ]
    if Stage.PRESENTATION in stages:
        links.append(Link(_("발표 시간표"), address("timetable", call)))
    links += [
        Link(_("%(stage)s 결과") % {"stage": text(row.stage_words)}, address("stage_result", call, row.stage))
        for row in call.results.order_by("at")
    ]
    links += [Link(_("가점"), address("bonuses", call)), Link(_("결과 확정"), address("decide", call))]
    marked = [replace(link, current=link.href == current) for link in links]
    office = [
        Link(_("평가위원 명단"), reverse("selection:evaluators"), reverse("selection:evaluators") == current)
    ]
    return [LinkGroup(call.title, marked), LinkGroup(_("공통"), office)]


def stages_of(call: Call) -> tuple[Stage, ...]:
    """The stages that the call's rule scores; none without a rule."""
    version = rule_in_force(call)
    return version.rule.stages if version else ()


def steps_of(call: Call) -> list[Step]:
    """The course of this evaluation in order."""
    two = len(stages_of(call)) == 2
    labels = [_("접수"), _("서면평가")]
    labels += [_("서면 결과 확정"), _("발표평가")] if two else []
    return [Step(label) for label in (*labels, _("후보 선정"), _("결과 공개"))]


def place_of(call: Call, at: datetime) -> int:
    """The number of the step that runs now; one more than there are when all is done."""
    last, two = len(steps_of(call)), len(stages_of(call)) == 2
    if call.state == "announced":
        return 2 if call.closes_at and at >= call.closes_at else 1
    if call.state == "paper_review":
        return 3 if call.results.exists() else 2
    if call.state == "presentation":
        over = two and call.results.filter(stage=final_stage(call)).exists()
        return last - 1 if over else last - 2
    return last + 1 if results_are_open(call, at) else last


def seat_columns(call: Call, *, can_end: bool) -> list[Column]:
    """Evaluator, reason, seal; and the way to end an assignment while that is possible."""
    columns = [
        Column(_("평가위원"), lambda seat: str(seat.assignment.evaluator)),
        Column(_("배정 사유"), lambda seat: folded(_("사유 보기"), seat.assignment.reason)),
        Column(_("평가표"), sealed_badge),
    ]
    if can_end:
        columns.append(Column(_("처리"), lambda seat: _ending(call, seat)))
    return columns


def sealed_badge(seat: Seat) -> Badge:
    """Whether a sheet is sealed, never what is in it."""
    return Badge(_("봉인"), "success", "lock") if seat.sealed_at else Badge(_("봉인 전"), "neutral")


def closed_columns() -> list[Column]:
    """The table of conflicts."""
    return [
        Column(_("계획서"), "plan.title_ko"),
        Column(_("평가위원"), lambda pair: str(pair.evaluator)),
        Column(_("이해충돌"), "reason"),
    ]


def closed_rows(pairs: Iterable[Closed]) -> list[Closed]:
    """Barred pairs by plan, then by evaluator."""
    return sorted(pairs, key=lambda pair: (pair.plan.region, str(pair.plan.pk), str(pair.evaluator)))


def plan_address(plan: Plan) -> str:
    """The plan's page in the language of the reader."""
    return reverse("selection:plan", args=[plan.pk])


def folded(summary: str, words: Words) -> str:
    """A long text that opens on request, for a cell."""
    return format_html('<details class="more"><summary>{}</summary><p>{}</p></details>', summary, text(words))


def printed(row: OfficialResult) -> list[Printed]:
    """The plans of a result in order of rank, each with its row."""
    names: Mapping[str, str] = row.names["plans"]
    plans = {
        str(plan.pk): plan
        for plan in Plan.objects.filter(pk__in=names.values()).select_related("organisation")
    }
    return [Printed(plans[names[one.plan]], one.plan, one) for one in row.result.plans]


def result_columns() -> list[Column]:
    """The table of a result: plan, rank, scores, outcome."""
    return [
        Column(_("계획서"), lambda one: Link(one.plan.title_ko, f"#plan-{one.plan.pk}")),
        Column(_("순위"), lambda one: one.result.rank, numeric=True),
        Column(_("신청 기관"), "plan.organisation.words"),
        Column(stage_name(Stage.PAPER), lambda one: one.result.paper, numeric=True),
        Column(stage_name(Stage.PRESENTATION), lambda one: one.result.presentation, numeric=True),
        Column(_("가점"), lambda one: one.result.bonus, numeric=True),
        Column(_("최종점수"), lambda one: one.result.final, numeric=True),
        Column(_("결과"), "outcome"),
    ]


def score_facts(result: PlanResult, of: int, mark: Decimal) -> list[Fact]:
    """What one plan scored, for its applicant and for the printed sheet."""
    rank = _("%(rank)d위 / %(of)d건") % {"rank": result.rank, "of": of} if result.rank else None
    shown = [
        Fact(stage_name(Stage.PAPER), result.paper),
        Fact(stage_name(Stage.PRESENTATION), result.presentation),
        Fact(_("가점"), result.bonus or None),
        Fact(_("최종점수"), result.final),
        Fact(_("합격 기준점"), mark),
        Fact(_("순위"), rank),
    ]
    return [fact for fact in shown if fact.value is not None]


def when_text(moment: datetime) -> str:
    """A Korean instant for a form, to the minute."""
    return moment.astimezone(SEOUL).strftime("%Y-%m-%d %H:%M")


def _ending(call: Call, seat: Seat) -> Link | str:
    if seat.sealed_at:
        return ""
    return Link(_("배정 해제"), address("end_assignment", call, str(seat.assignment.pk)))


def panels_of(plans: Iterable[Plan], seats: Sequence[Seat]) -> list[Panel]:
    """The panel of each plan, also of plans that nobody was assigned to, and of those that have left the stage."""
    found: dict[Plan, list[Seat]] = {plan: [] for plan in plans}
    for seat in seats:
        found.setdefault(seat.assignment.plan, []).append(seat)
    return [Panel(plan, held) for plan, held in found.items()]
